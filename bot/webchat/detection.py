"""Finds what Telegram marks by itself in any text: commands, links, mentions, hashtags, e-mail addresses."""

from __future__ import annotations

import re
from typing import Any

from .entities import utf16_length

Json = dict[str, Any]

DOMAINS = "com|org|net|eu|de|at|ch|fr|lu|be|nl|it|es|uk|io|me|info|shop|app|dev|example"
MARKED = re.compile(
    r"(?P<url>(?:https?://|tg://)[^\s<>\"]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:"
    + DOMAINS
    + r")\b(?![@.\w-])(?:[/?#][^\s<>\"]*)?)"
    r"|(?P<email>(?<![\w.])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,})"
    r"|(?P<bot_command>(?<![\w/<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[a-z][a-z0-9_]{2,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d_])\w{1,256})",
    re.IGNORECASE | re.ASCII,
)
HINTS = re.compile(r"[/@#.]")


def detect_entities(text: str, taken: list[Json]) -> list[Json]:
    """Entities found in the text; nothing inside code, links or mentions that are `taken` already."""
    if HINTS.search(text) is None:
        return []
    closed = [(e["offset"], e["offset"] + e["length"]) for e in taken if e["type"] in CLOSED]
    found = [_entity(text, match) for match in MARKED.finditer(text)]
    return [entity for entity in found if not any(_overlaps(entity, begin, end) for begin, end in closed)]


CLOSED = {"code", "pre", "text_link", "text_mention", "custom_emoji"}


def _entity(text: str, match: re.Match[str]) -> Json:
    plain = match[0].rstrip(".,;:!?)\"'") if match.lastgroup == "url" else match[0]
    return {
        "type": match.lastgroup,
        "offset": utf16_length(text[: match.start()]),
        "length": utf16_length(plain),
    }


def _overlaps(entity: Json, begin: int, end: int) -> bool:
    return bool(entity["offset"] < end and begin < entity["offset"] + entity["length"])
