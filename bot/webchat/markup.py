"""Reply markup as Telegram takes it: inline keyboards, reply keyboards, their removal, forced replies."""

from __future__ import annotations

import re
from typing import Any

from .entities import utf16_length
from .errors import bad_request

Json = dict[str, Any]

BUTTON_LIMIT = 100
DATA_LIMIT = 64  # bytes
COPY_LIMIT = 256
PLACEHOLDER_LIMIT = 64
STYLES = {"danger", "success", "primary"}
ACTIONS = {"callback_data", "url", "copy_text", "disabled"}
WEB_HOST = re.compile(r"(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?(?:[/?#]|\Z)")


def read_markup(markup: Json | None) -> tuple[Json | None, Json | None]:
    """(inline keyboard, anything else), each None when there is none. An empty keyboard is none, as at Telegram."""
    if not markup:
        return None, None
    if "inline_keyboard" in markup:
        rows = [row for row in markup["inline_keyboard"] if row]
        _check_inline(rows)
        return ({"inline_keyboard": rows} if rows else None), None
    placeholder = markup.get("input_field_placeholder", "")
    if utf16_length(placeholder) > PLACEHOLDER_LIMIT:
        raise bad_request("input field placeholder is too long")
    for row in markup.get("keyboard", []):
        for button in row:
            _check_text_and_style(button, "keyboard")
    if "keyboard" in markup and not any(markup["keyboard"]):
        return None, None
    return None, markup


def inline_keyboard(markup: Json | None) -> Json | None:
    """The inline keyboard of an edit, the only markup an edited message can have."""
    return read_markup(markup)[0]


def has_button(message: Json, callback_data: str) -> bool:
    """Whether a tap on the message can send this data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == callback_data for row in rows for button in row)


def _check_inline(rows: list[list[Json]]) -> None:
    if sum(len(row) for row in rows) > BUTTON_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_text_and_style(button, "inline keyboard")
            _check_action(button)


def _check_text_and_style(button: Json, where: str) -> None:
    if not button["text"].strip():
        raise bad_request(f"{where} button text must be non-empty")
    if button.get("style", "primary") not in STYLES:
        raise bad_request(f"can't parse {where} button: invalid button style specified")


def _check_action(button: Json) -> None:
    actions = ACTIONS & button.keys()
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is allowed")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= utf16_length(button["copy_text"]["text"]) <= COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button:
        _check_url(button["url"])


def _check_url(url: str) -> None:
    scheme, separator, rest = url.partition("://")
    problem = None
    if not separator or scheme.lower() not in {"http", "https", "tg"}:
        problem = "Unsupported URL protocol"
    elif scheme.lower() != "tg":
        host = WEB_HOST.match(rest)
        if host is None or "." not in host[1] or " " in url:
            problem = "Wrong HTTP URL"
    if problem:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {problem}")
