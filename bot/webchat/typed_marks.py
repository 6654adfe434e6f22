"""Formatting as people type it in Telegram's apps: **bold**, __italic__, ~~struck~~, ||hidden||, `code`."""

from __future__ import annotations

import re
from typing import Any

from .entities import utf16_length

Json = dict[str, Any]

KINDS = {"**": "bold", "__": "italic", "~~": "strikethrough", "||": "spoiler", "`": "code"}
# Inside a word or an address a mark is a part of it.
TOKEN = re.compile(r"(?P<code>(?<![\w`])`[^`\n]*[^`\s][^`\n]*`(?![\w`]))|(?P<mark>\*\*|__|~~|\|\|)")
OPENS_AFTER = re.compile(r"(?:\A|[^\w/*_~|])\Z")
WORD = re.compile(r"[\w/]")


def read_marks(text: str) -> tuple[str, list[Json]]:
    """The text without the marks that belong together, and what they make of it; what has no counterpart stays."""
    pairs = _pairs(text)
    starts, ends = dict(pairs), {end: start for start, end in pairs}
    plain, entities, opened, offset, at = list[str](), list[Json](), dict[int, int](), 0, 0
    for place, mark in sorted((place, _mark_at(text, place)) for place in (*starts, *ends)):
        plain.append(text[at:place])
        offset += utf16_length(text[at:place])
        at = place + len(mark)
        if place in starts:
            opened[place] = offset
        else:
            begun = opened[ends[place]]
            entities.append({"type": KINDS[mark], "offset": begun, "length": offset - begun})
    return "".join([*plain, text[at:]]), entities


def _mark_at(text: str, place: int) -> str:
    return "`" if text[place] == "`" else text[place : place + 2]


def _pairs(text: str) -> list[tuple[int, int]]:
    """Where marks that belong together begin; those that cross others belong to none."""
    pairs, waiting = list[tuple[int, int]](), list[int]()
    for found in TOKEN.finditer(text):
        place, mark = found.start(), found["mark"]
        if mark is None:
            pairs.append((place, found.end() - 1))
            continue
        begun = next((each for each in reversed(waiting) if text.startswith(mark, each)), None)
        if begun is not None and _may_end(text, begun, place):
            pairs.append((begun, place))
            del waiting[waiting.index(begun) :]
        elif _may_begin(text, place):
            waiting.append(place)
    return pairs


def _may_begin(text: str, place: int) -> bool:
    """After nothing, a space or another mark, and right before what it marks."""
    following = text[place + 2 : place + 3]
    before = re.sub(r"(?:\*\*|__|~~|\|\|)+\Z", "", text[max(place - 8, 0) : place])
    return bool(following.strip()) and OPENS_AFTER.search(before) is not None


def _may_end(text: str, begun: int, place: int) -> bool:
    inside = text[begun + 2 : place]
    return bool(inside.strip()) and inside == inside.rstrip() and not WORD.match(text, place + 2)
