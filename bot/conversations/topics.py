"""What a chat was about a moment ago, kept with the state of its dialogs: "and the other one?" needs it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

# Whoever comes back later begins anew. Real time: the demo may move the shop's clock by days between two words.
TOPIC_KEPT = timedelta(minutes=30)
KEY = "topic"


@dataclass(frozen=True, slots=True)
class Topic:
    """The last turn: what was wanted, which order, product or return it was about, and what the bot has asked.

    `asked` is "human", "meant" (one of `meant` was offered), "typo", "restock" (which product?),
    "until" (when may which order be withdrawn from?) or None; `missed` says
    that the bot did not understand; `by` is the day that was asked about, as support/dates.py writes it down. Ids are a
    chat's own words about them: whoever uses one asks again whose it is.
    """

    at: datetime
    intent: str | None = None
    order_id: int | None = None
    asked: str | None = None
    meant: tuple[str, ...] = ()
    missed: bool = False
    by: str | None = None
    product_id: int | None = None
    return_id: int | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.intent or self.order_id or self.product_id or self.asked or self.missed)


def keep_topic(data: dict[str, Any], topic: Topic) -> None:
    """Into the data of the screen that is open, which is written anyway."""
    if topic.says_something:
        data[KEY] = {name: value for name, value in asdict(topic).items() if value} | {"at": topic.at.isoformat()}
    else:
        data.pop(KEY, None)


def read_topic(data: Mapping[str, Any], now: datetime) -> Topic | None:
    """None where there is none, or none that still counts; `now` is real time."""
    kept = data.get(KEY)
    if not isinstance(kept, Mapping):
        return None
    topic = Topic(**{**kept, "at": datetime.fromisoformat(kept["at"]), "meant": tuple(kept.get("meant", ()))})
    return topic if timedelta(0) <= now - topic.at <= TOPIC_KEPT else None
