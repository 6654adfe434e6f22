"""What a row asks of the Bot API, written once: texts with buttons, and what an edit of them looks like."""

from collections.abc import Sequence
from typing import Any

from bot.i18n import Markup

Button = dict[str, Any]
Keyboard = Sequence[Sequence[Button]]

# What editMessageText takes of a sendMessage.
EDITABLE = frozenset({"text", "parse_mode", "entities", "link_preview_options", "reply_markup"})


def text_message(text: Markup, *, keyboard: Keyboard = (), silent: bool = False) -> dict[str, Any]:
    """Parameters of sendMessage; `silent` rings no phone."""
    params: dict[str, Any] = {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    if keyboard:
        params["reply_markup"] = {"inline_keyboard": [list(row) for row in keyboard]}
    if silent:
        params["disable_notification"] = True
    return params


def callback_button(text: str, data: str) -> Button:
    """A button that we answer; `data` is at most 64 bytes and valid for ever."""
    return {"text": text, "callback_data": data}


def link_button(text: str, url: str) -> Button:
    return {"text": text, "url": url}


def copy_button(text: str, copied: str) -> Button:
    """A button that copies, a tracking number for instance (at most 256 characters)."""
    return {"text": text, "copy_text": {"text": copied}}


def edit_of(params: dict[str, Any], message_id: int) -> dict[str, Any]:
    """Parameters of editMessageText that turn a message into what these of sendMessage would have made.

    Without buttons the edit takes away those of before.
    """
    kept = {name: value for name, value in params.items() if name in EDITABLE}
    return {"reply_markup": {"inline_keyboard": []}} | kept | {"message_id": message_id}
