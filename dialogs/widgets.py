"""The pieces every screen is made of: texts in the reader's language, a notice, the way back."""

import html as entities
import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Button, Row, Select
from aiogram_dialog.widgets.text import Format, Text

from bot.i18n import Markup, html, lines, plain
from bot.tickets.talks import ask_for_human
from dialogs.shortening import cut, cut_longest
from dialogs.states import TYPING, Home

LONGEST_MESSAGE = 4_096
LONGEST_CAPTION = 1_024
LONGEST_NOTICE = 400
LONGEST_BUTTON = 40
LONGEST_TYPED = 40
LONGEST_COPY = 256
LONGEST_ID = 18

# The tap that the running handler has answered itself; aiogram-dialog would answer it again, without a text.
answered: ContextVar[str | None] = ContextVar("answered", default=None)

TAG = re.compile(r"<[^>]*>")


class T(Text):
    """A message of the locales: `T("order-title", "number")` takes `number` from the getter's data, or the item's.

    `T("orders-title", total="count")` fills the variable `total` from what the getter calls `count`.
    """

    def __init__(self, key: str, *names: str, when: Any = None, **renamed: str) -> None:
        super().__init__(when=when)
        self.key = key
        self.sources = {name: name for name in names} | renamed

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        profile = manager.middleware_data["profile"]
        return html(profile.locale, self.key, tz=profile.tz, **self._values(data))

    def _values(self, data: dict[str, Any]) -> dict[str, Any]:
        source = data.get("item", data)
        return {variable: source[name] for variable, name in self.sources.items()}


class Label(T):
    """The same for a button, where Telegram reads no HTML; foreign words are cut to fit."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        profile = manager.middleware_data["profile"]
        values = self._values(data)
        label = plain(profile.locale, self.key, tz=profile.tz, **values)
        if len(label) > LONGEST_BUTTON:
            values = cut_longest(values, len(label) - LONGEST_BUTTON)
            label = plain(profile.locale, self.key, tz=profile.tz, **values)
        return shorten(label, LONGEST_BUTTON)


class Block(Text):
    """Finished Markup that the getter made of several messages."""

    def __init__(self, name: str, *, when: Any = None) -> None:
        super().__init__(when=when)
        self.name = name

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:  # noqa: ARG002  # aiogram-dialog's signature
        text = data[self.name]
        if not isinstance(text, Markup):
            raise TypeError(f"{self.name} is no Markup; make it with bot.i18n.html")
        return text


class Notice(Text):
    """What led here ("I took it as 1001"), said once above the screen: see `noticing`."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:  # noqa: ARG002  # aiogram-dialog's signature
        notice = started_with(manager).get("notice")
        if not notice or manager.dialog_data.get("noticed"):
            return ""
        manager.dialog_data["noticed"] = True
        profile = manager.middleware_data["profile"]
        return f"{html(profile.locale, notice['key'], **notice['values'])}\n"


def noticing(key: str, /, **values: str | int) -> dict[str, Any]:
    """Start data that let the screen begin with this message."""
    return {"notice": {"key": key, "values": values}}


def started_with(manager: DialogManager) -> dict[str, Any]:
    """The start data of the screen: ids and little more, since all of it must be JSON."""
    data = manager.start_data
    return data if isinstance(data, dict) else {}


def as_id(text: str) -> int:
    """An id out of callback data, which comes from the client: what cannot be one is 0, which nothing has."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_ID else 0


async def toast(callback: CallbackQuery, text: str, *, alert: bool = False) -> None:
    """Answer a tap with a few words that pass; an alert waits to be read."""
    await callback.answer(text, show_alert=alert)
    answered.set(callback.id)


def choices(widget_id: str, items: str, on_click: Any) -> Select[str]:
    """A button an item, each with its `id` and `label`."""
    return Select(
        Format("{item[label]}"),
        id=widget_id,
        item_id_getter=lambda each: each["id"],
        items=items,
        on_click=on_click,
    )


def numbered(widget_id: str, items: str, on_click: Any) -> Select[int]:
    """The same, where the `id` is a number."""
    return Select(
        Format("{item[label]}"),
        id=widget_id,
        item_id_getter=lambda each: each["id"],
        items=items,
        type_factory=as_id,
        on_click=on_click,
    )


def page_buttons(widget_id: str) -> Select[int]:
    """Buttons that turn to a page by its number, so that a double tap turns once; `page_turn` makes their data."""
    return Select(
        Format("{item[label]}"),
        id=widget_id,
        item_id_getter=lambda turn: turn["page"],
        items="turns",
        type_factory=as_id,
        on_click=_on_turn,
    )


def page_turn(page: int, label: str) -> dict[str, Any]:
    return {"page": page, "label": label}


async def _on_turn(_: CallbackQuery, __: Any, manager: DialogManager, page: int) -> None:
    manager.dialog_data["page"] = page


def current_page(manager: DialogManager) -> int:
    """Counted from 0."""
    page = manager.dialog_data.get("page", 0)
    return page if isinstance(page, int) else 0


def footer(screen: str) -> Row:
    """Back, home and a human, under every screen but home; `screen` keeps the ids apart within a dialog."""
    return Row(
        Button(Label("menu-back-button"), id=f"{screen}_back", on_click=_on_back),
        Button(Label("menu-home-button"), id=f"{screen}_home", on_click=_on_home),
        human_button(screen),
    )


def human_button(screen: str) -> Button:
    """Asks for somebody of the staff; not there while nobody can be reached in the chat."""
    return Button(Label("case-human-button"), id=f"{screen}_human", on_click=_on_human, when=_is_staffed)


def _is_staffed(_: dict[str, Any], __: Any, manager: DialogManager) -> bool:
    return manager.middleware_data["settings"].staff_chat_id is not None


async def _on_human(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The answer comes as a message of its own; the screen stays."""
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    order_id = started_with(manager).get("order_id")
    await ask_for_human(
        given["profile"].chat_id,
        order_id=order_id if isinstance(order_id, int) else None,
        locale=given["profile"].locale,
        settings=given["settings"],
        now=given["clock"].now(),
    )
    await leave_form(manager)


async def leave_form(manager: DialogManager) -> None:
    """What somebody writes after asking for a human is for the human, not for the form that was open."""
    if is_typing(manager):
        await manager.reset_stack()


def is_typing(manager: DialogManager) -> bool:
    """Whether the screen that is open has asked for words."""
    return manager.has_context() and manager.current_context().state in TYPING


async def _on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_back(manager)


async def _on_home(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_home(manager)


async def go_back(manager: DialogManager) -> None:
    """To the screen below; a screen that a typed question opened has none, so home."""
    if len(manager.current_stack().intents) > 1:
        await manager.done()
    else:
        await go_home(manager)


async def go_home(manager: DialogManager, data: Mapping[str, Any] | None = None) -> None:
    await manager.start(Home.menu, dict(data or {}), mode=StartMode.RESET_STACK)


def fit(blocks: Iterable[Markup], cut: Markup, *, limit: int = LONGEST_MESSAGE, separator: str = "\n") -> Markup:
    """As many whole blocks as Telegram takes; what is left out is marked with `cut`, and no tag is torn."""
    kept: list[Markup] = []
    room = limit - visible_length(cut) - len(separator)
    for block in filter(None, blocks):
        room -= visible_length(block) + len(separator)
        if room < 0:
            return lines([*kept, cut], separator)
        kept.append(block)
    return lines(kept, separator)


def visible_length(text: str) -> int:
    """What Telegram counts: UTF-16 units after its HTML is read."""
    return len(entities.unescape(TAG.sub("", text)).encode("utf-16-le")) // 2


def shorten(text: str, longest: int) -> str:
    """One line of foreign text, cut where it is too long for its place; before a quotation that would stay open."""
    return cut(text, longest)
