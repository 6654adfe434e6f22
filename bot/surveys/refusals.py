""" "Later" and "never ask again": one tap each."""

from datetime import datetime, timedelta

from bot.db import unit_of_work
from bot.outbox.consent import never_again
from bot.outbox.overtaken import overtake
from bot.shop.rows import change
from bot.surveys.answers import answerable_until, own_plan
from bot.surveys.definitions import definitions
from bot.surveys.invitations import reminder_time
from bot.surveys.reasons import NotAsked

# For a survey that reminds nobody by itself.
A_DAY = timedelta(days=1)
POSTPONE = "UPDATE survey_plan SET remind_at = ? WHERE id = ? AND status = 'invited' AND reminder_push_id IS NULL"
CANCEL = """
UPDATE survey_plan SET status = 'cancelled', why = ?, remind_at = NULL
WHERE chat_id = ? AND status IN ('planned', 'invited') RETURNING id, reminder_push_id"""


@unit_of_work
async def ask_later(plan_id: int, *, chat_id: int, now: datetime) -> tuple[bool, datetime]:
    """Whether the one reminder is still to come, counted from now, and until when an answer counts."""
    plan = await own_plan(plan_id, chat_id)
    definition = (await definitions()).get(plan["survey"])
    until = answerable_until(plan)
    if definition is None or plan["status"] != "invited" or plan["reminder_push_id"]:
        return False, until
    remind_at = reminder_time(definition, plan_id, now) or now + A_DAY
    if remind_at >= until:
        return False, until
    await change(POSTPONE, remind_at, plan_id)
    return True, until


@unit_of_work
async def ask_never(plan_id: int, *, chat_id: int, now: datetime) -> None:
    """End the consent to surveys, with effect on everything that waits for this chat; NotFoundError: not theirs."""
    await own_plan(plan_id, chat_id)
    await never_again(chat_id, "survey", now=now)
    for row in await change(CANCEL, str(NotAsked.NO_CONSENT), chat_id):
        if row["reminder_push_id"]:
            await overtake([row["reminder_push_id"]], now=now)
