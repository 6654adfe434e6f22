"""Tells a message that Telegram chokes on from a Telegram that is down, so that the one holds nothing else up."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.outbox.claims import Claimed
from bot.outbox.errors import Broken, Delivered, Hopeless, Outcome, Unknown

# From this attempt on (about a minute after the first) it may be the message's own fault.
SUSPECT_FROM = 6

Ask = Callable[[str, dict[str, Any]], Awaitable[Outcome]]


async def judge(row: Claimed, outcome: Outcome, ask: Ask) -> Outcome:
    """The outcome, or Hopeless for what has failed a few times in a chat that answers.

    What follows in the chat waits for this one: nobody's parcel news may wait for hours for a message that will never
    go. While the chat does not answer either, everything waits in its order, and nothing is lost.
    """
    if row.attempts < SUSPECT_FROM or not isinstance(outcome, Broken | Unknown):
        return outcome
    if not isinstance(await ask("getChat", {"chat_id": row.chat_id}), Delivered):
        return outcome
    return Hopeless(outcome.why, maybe_sent=isinstance(outcome, Unknown))
