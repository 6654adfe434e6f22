"""A campaign as the staff try it before anybody gets it: its letters with links that work, and a test send."""

from datetime import datetime

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.letters import letters_of
from bot.broadcasts.posts import post_letters
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.outbox.queue import NewPush, enqueue_all
from bot.outbox.templates import Letter


def sample_letters(campaign: CampaignFacts, locale: Locale, *, settings: Settings) -> tuple[Letter, ...]:
    """What readers of a language will get, letter for letter; only that links lead to their targets at once.

    Nobody's clicks are counted before there is somebody. A post of the channel has all its languages in one.
    """
    direct = settings.model_copy(update={"public_url": None})
    if campaign.kind == "channel":
        return post_letters(campaign, settings=direct)
    return letters_of(campaign, locale, settings=direct)


@unit_of_work
async def send_test(campaign: CampaignFacts, locale: Locale, *, chat_id: int, settings: Settings, now: datetime) -> int:
    """Send it to one of the staff through outbox and sender, as it will be sent; how many messages that are."""
    letters = sample_letters(campaign, locale, settings=settings)
    pushes = [NewPush(chat_id, letter.method, dict(letter.params), "staff") for letter in letters]
    return len(await enqueue_all(pushes, now=now))
