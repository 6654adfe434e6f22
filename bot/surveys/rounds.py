"""Everything about surveys that time brings: plans for conversations that have ended, invitations, reminders, ends."""

from datetime import datetime

from bot.config import Settings
from bot.customers.consents import consents_of
from bot.outbox.facts import Consents
from bot.surveys.followups import follow_up
from bot.surveys.invitations import send_due
from bot.surveys.planning import plan_for_ended_talks


async def go_round(now: datetime, settings: Settings, *, consents: Consents = consents_of) -> None:
    """One round; several at a time, or none for a while, do no harm: the rows say what is due."""
    await plan_for_ended_talks(now, settings)
    await follow_up(now, settings, consents=consents)
    await send_due(now, settings, consents=consents)
