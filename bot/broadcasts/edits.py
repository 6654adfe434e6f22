"""What may be changed in a campaign, and the columns that it becomes."""

import json
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any, TypedDict, cast

from bot.broadcasts.buttons import Button
from bot.broadcasts.rules import MOST_TITLE
from bot.broadcasts.segments import Segment, checked
from bot.config import Locale

NUMBERED = re.compile(r" \(\d{1,4}\)$")


class Edits(TypedDict, total=False):
    """What may be changed in a draft; what is left out stays as it is. `texts` replace those of their languages,
    and an empty one is taken out. `missing` languages: "ask" (nobody has said yet), "fallback" or "hold"."""

    title: str
    segment: Segment
    texts: Mapping[Locale, str]
    when_kind: str
    send_at: datetime | None
    local_on: date | None
    local_at: str | None
    expires_at: datetime | None
    missing: str
    silent: bool
    pin: bool
    labelled: bool
    never_twice: bool
    reduction: Mapping[str, Any] | None
    media: list[dict[str, str]]
    buttons: list[Button]
    progress_chat_id: int | None


def title_of(title: str) -> str:
    """The title as it is kept: one line, no longer than its column."""
    return " ".join(title.split())[:MOST_TITLE]


def copy_title(title: str, taken: Collection[str]) -> str:
    """`Socks (2)`, or the next number that no other campaign has; of a copy's copy it is `Socks (3)`."""
    base = NUMBERED.sub("", title) or title
    numbers = (f" ({number})" for number in count(2))
    return next(told for end in numbers if (told := base[: MOST_TITLE - len(end)] + end) not in taken)


def columns_of(edits: Edits) -> dict[str, Any]:
    """The columns that edits change, as they are stored; texts have a table of their own."""
    columns = dict(cast(dict[str, Any], edits))
    if "title" in columns:
        columns["title"] = title_of(columns["title"])
    if "segment" in columns:
        columns["segment"] = checked(columns["segment"]).as_json()
    if "buttons" in columns:
        columns["buttons"] = [button.as_json() for button in columns["buttons"]]
    stored = {"segment", "buttons", "media", "reduction"}
    return {name: _stored(value) if name in stored else value for name, value in columns.items()}


def _stored(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
