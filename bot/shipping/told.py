"""What a chat was told of a parcel so far, and what still waits to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.outbox.models import Push
from bot.shipping.milestones import ALL_CLEAR, ARRIVES_TOMORROW, EXPECTED_MOVED, PICKUP_REMINDER
from bot.shipping.subjects import Subject

# Beginnings of keys of what is told besides the turns: days, reminders, warnings and what became of them.
BESIDES = (EXPECTED_MOVED, ARRIVES_TOMORROW, PICKUP_REMINDER, "alert-", f"{ALL_CLEAR}:alert-")
# Beginnings of keys of messages that do not say on which day the parcel comes.
DAYLESS = (ARRIVES_TOMORROW, PICKUP_REMINDER, "alert-", "out_for_delivery", "attempt_failed")


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A push by which a chat was told, or is to be told; `at` is when that was decided, `params` what waits to be."""

    id: int
    status: str
    at: datetime
    params: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a chat was told of a parcel so far, or is to be told, by milestone."""

    rows: dict[str, ToldRow] = field(default_factory=dict)

    @property
    def sent(self) -> frozenset[str]:
        return frozenset(key for key, row in self.rows.items() if row.status == "sent")

    def has_turned_since(self, at: datetime) -> bool:
        """Whether a turn of the way was told after `at`, or is about to be."""
        turns = (row for key, row in self.rows.items() if not key.startswith(BESIDES))
        return any(row.at > at and row.status in {"waiting", "sent"} for row in turns)

    def has_been_told_since(self, at: datetime) -> bool:
        """Whether a message that names the expected day was sent since then, or is about to be."""
        rows = (row for key, row in self.rows.items() if not key.startswith(DAYLESS))
        return any(row.at >= at and row.status in {"waiting", "sent"} for row in rows)

    def waiting(self, *, except_for: str | None, besides: bool) -> list[int]:
        """What is not sent yet of the turns of the way, and if asked for `besides` of what was told besides them."""
        return [
            row.id
            for key, row in self.rows.items()
            if row.status == "waiting" and key != except_for and (besides or not key.startswith(BESIDES))
        ]


async def told_news(subject: Subject) -> dict[int, Told]:
    """What each chat was told of the parcel."""
    prefix = once_of(subject.parcel.id)
    found: dict[int, Told] = {}
    rows = Push.filter(order_id=subject.order.id, once__startswith=prefix)
    for push in await rows.order_by("id").only("id", "once", "status", "created_at", "params"):
        key, _, chat = str(push.once).removeprefix(prefix).rpartition(":chat:")
        params = push.params if push.status == "waiting" else None
        found.setdefault(int(chat), Told()).rows[key] = ToldRow(push.id, push.status, push.created_at, params)
    return found


def once_of(shipment_id: int, key: str = "", chat_id: int | None = None) -> str:
    """What makes a milestone unrepeatable in a chat; without a chat what all those of the parcel begin with."""
    beginning = f"shipment:{shipment_id}:"
    return beginning if chat_id is None else f"{beginning}{key}:chat:{chat_id}"
