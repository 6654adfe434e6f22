"""What the policy would be told about a push that does not exist yet, for plans that are judged before they are one."""

from collections.abc import Collection
from datetime import datetime

from bot.config import Settings
from bot.outbox.claims import Claimed
from bot.outbox.facts import Consents, read_people
from bot.outbox.policy import Facts
from bot.outbox.purposes import PURPOSES


async def read_outlook(
    persons: Collection[tuple[int, int]], *, purpose: str, now: datetime, settings: Settings, consents: Consents
) -> dict[tuple[int, int], Facts]:
    """The facts by chat and customer, read for all of them at once."""
    rows = {person: _imagined(*person, purpose) for person in persons}
    if not rows:
        return {}
    people = await read_people([*rows.values()], now=now, settings=settings, consents=consents)
    return {person: people.facts_for(row) for person, row in rows.items()}


def _imagined(chat_id: int, customer_id: int, purpose: str) -> Claimed:
    return Claimed(
        id=0,
        chat_id=chat_id,
        customer_id=customer_id,
        order_id=None,
        purpose=PURPOSES[purpose],
        method="sendMessage",
        params={},
        slot=None,
        receipt=None,
        expires_at=None,
        attempts=0,
        doubtful=0,
    )
