"""Texts and captions as they reach the chat: parsed, tidied, measured, with every entity in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .detection import detect_entities
from .entities import parse_html, utf16_length
from .errors import bad_request
from .typed_marks import read_marks

Json = dict[str, Any]
FindUser = Callable[[int], Json | None]

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f]")
SURROGATES = re.compile("[\ud800-\udfff]")
MERGED = {"bold", "italic", "underline", "strikethrough", "spoiler"}


def message_text(args: Json, find_user: FindUser, *, too_long: str) -> Json:
    """{"text", "entities"?} of a call that must have a text of 1 to 4,096 UTF-16 units."""
    text, entities = _formatted(args, "text", "entities", find_user)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return {"text": text, "entities": entities} if entities else {"text": text}


def message_caption(args: Json, find_user: FindUser) -> Json:
    """{"caption"?, "caption_entities"?} of a call that may have a caption of up to 1,024 UTF-16 units."""
    text, entities = _formatted(args, "caption", "caption_entities", find_user)
    if utf16_length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    return content | {"caption_entities": entities} if entities else content


def bare_words(text: str, parse_mode: str) -> str:
    """The words alone, where Telegram keeps no formatting but custom emoji: a poll's question and its answers."""
    if SURROGATES.search(text):
        raise bad_request("strings must be encoded in UTF-8")
    return _trim(*_parsed(_clean(text), parse_mode, []))[0]


def typed_text(text: str) -> Json:
    """What a person typed, with formatting, commands and links as Telegram marks them; {} when nothing is left."""
    text, entities = _trim(*read_marks(_clean(text)))
    entities = _tidy([*entities, *detect_entities(text, entities)])
    if not text:
        return {}
    return {"text": text, "entities": entities} if entities else {"text": text}


def as_caption(content: Json) -> Json:
    """The same words below a picture."""
    names = {"text": "caption", "entities": "caption_entities"}
    return {names[name]: value for name, value in content.items()}


def _formatted(args: Json, name: str, entities_name: str, find_user: FindUser) -> tuple[str, list[Json]]:
    text = args.get(name, "")
    if SURROGATES.search(text):
        raise bad_request("strings must be encoded in UTF-8")
    text, entities = _parsed(_clean(text), args.get("parse_mode", ""), args.get(entities_name) or [])
    text, entities = _trim(text, _with_users(entities, find_user))
    return text, _tidy([*entities, *detect_entities(text, entities)])


def _clean(text: str) -> str:
    return CONTROLS.sub(" ", text.replace("\r", "")) if CONTROLS.search(text) else text


def _parsed(text: str, parse_mode: str, given: list[Json]) -> tuple[str, list[Json]]:
    match parse_mode.lower():
        case "html":
            return parse_html(text)
        case "" | "none":
            return text, [dict(entity) for entity in given]
        case "markdown" | "markdownv2":
            raise bad_request('the web chat has no counterpart of "parse_mode" Markdown: use HTML')
        case _:
            raise bad_request("unsupported parse_mode")


def _with_users(entities: list[Json], find_user: FindUser) -> list[Json]:
    kept = []
    for entity in entities:
        user_id = entity.pop("user_id", None)
        if user_id is None:
            kept.append(entity)
        elif user := find_user(user_id):
            kept.append(entity | {"user": user})
    return kept


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram cuts white space at both ends; entities move and shrink with the text."""
    trimmed = text.strip(" \n")
    if len(trimmed) == len(text):
        return text, _clip(entities, 0, utf16_length(text)) if entities else []
    cut = len(text) - len(text.lstrip(" \n"))
    return trimmed, _clip(entities, cut if trimmed else 0, utf16_length(trimmed))


def _clip(entities: list[Json], cut: int, end: int) -> list[Json]:
    clipped = []
    for entity in entities:
        first = max(entity["offset"] - cut, 0)
        last = min(entity["offset"] + entity["length"] - cut, end)
        if first < last:
            clipped.append(entity | {"offset": first, "length": last - first})
    return clipped


def _tidy(entities: list[Json]) -> list[Json]:
    """Sorted; nothing inside code; neighbours of one simple kind made one."""
    tidied: list[Json] = []
    code_end = -1
    for entity in sorted(entities, key=lambda e: (e["offset"], -e["length"], e["type"] not in {"pre", "code"})):
        if entity["offset"] < code_end:
            continue
        if entity["type"] in {"pre", "code"}:
            code_end = entity["offset"] + entity["length"]
        if not _merge(tidied, entity):
            tidied.append(entity)
    return tidied[:ENTITY_LIMIT]


def _merge(tidied: list[Json], entity: Json) -> bool:
    if entity["type"] not in MERGED:
        return False
    for earlier in tidied:
        end = earlier["offset"] + earlier["length"]
        if earlier["type"] == entity["type"] and entity["offset"] <= end:
            earlier["length"] = max(end, entity["offset"] + entity["length"]) - earlier["offset"]
            return True
    return False
