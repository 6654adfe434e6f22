"""What a draft of a contest says: title, prize and terms in each language, until when, and how many win."""

from datetime import UTC, timedelta
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row

from bot.community.contests import MOST, MOST_WINNERS, PARTS, arrange, write
from bot.config import LOCALES, Locale, Settings
from bot.i18n import escape, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.contest_about import contest_id_of, look, tried
from dialogs.offer_moments import read_moment
from dialogs.offer_states import ContestText
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import Block, Label, T, choices, go_back


async def write_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    contest, (language, part) = await look(dialog_manager), _chosen(dialog_manager)
    told = contest.texts.get(language, {}) if contest else {}
    name = plain(reader.locale, f"language-name-{language}")
    asked = html(reader.locale, f"contest-write-{part}", language=name, most=MOST[part])
    return {
        "text": lines([asked, escape(told.get(part, ""))], "\n\n"),
        "languages": [
            {"id": each, "label": f"{'• ' if each == language else ''}{each.upper()}{_mark(contest, each)}"}
            for each in LOCALES
        ],
        "parts": [
            {
                "id": each,
                "label": f"{'• ' if each == part else ''}{plain(reader.locale, f'contest-part-{each}-button')}",
            }
            for each in PARTS
        ],
        "written": bool(told.get(part)),
    }


async def when_getter(settings: Settings, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    day = dialog_manager.middleware_data["clock"].now().astimezone(settings.time_zone) + timedelta(days=7)
    return {"zone": settings.shop_time_zone, "example": f"{day:%d.%m.%Y} 18:00", "most": MOST_WINNERS}


async def on_language(_: CallbackQuery, __: Any, manager: DialogManager, language: str) -> None:
    manager.dialog_data["language"] = language


async def on_part(_: CallbackQuery, __: Any, manager: DialogManager, part: str) -> None:
    manager.dialog_data["part"] = part


async def on_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """What is too long is told, and what stood there before stays; the next part is asked for at once."""
    text, (language, part) = (message.text or "").strip(), _chosen(manager)
    if len(text) > MOST[part]:
        locale = reader_of(manager).locale
        await message.answer(html(locale, "contest-too-long", length=len(text), most=MOST[part]))
    elif await tried(manager, message, write(contest_id_of(manager), language, part, text)):
        manager.dialog_data["part"] = PARTS[min(PARTS.index(part) + 1, len(PARTS) - 1)]


async def on_remove(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await tried(manager, callback, write(contest_id_of(manager), *_chosen(manager), ""))


async def on_deadline(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """By the shop's clock; what is no moment, or is past, is asked for again."""
    settings, now = manager.middleware_data["settings"], manager.middleware_data["clock"].now()
    written = read_moment(message.text or "", today=now.astimezone(settings.time_zone).date())
    deadline = written.replace(tzinfo=settings.time_zone).astimezone(UTC) if written else None
    if deadline is None or deadline <= now:
        key = "offer-time-past" if deadline else "offer-time-unread"
        await message.answer(html(reader_of(manager).locale, key))
    elif await tried(manager, message, arrange(contest_id_of(manager), deadline=deadline)):
        await go_back(manager)


async def on_winners(message: Message, _: MessageInput, manager: DialogManager) -> None:
    typed = (message.text or "").strip()
    number = int(typed) if typed.isdecimal() and len(typed) <= len(str(MOST_WINNERS)) else 0
    if not 1 <= number <= MOST_WINNERS:
        await message.answer(html(reader_of(manager).locale, "contest-winners-unread", most=MOST_WINNERS))
    elif await tried(manager, message, arrange(contest_id_of(manager), winners=number)):
        await go_back(manager)


def _chosen(manager: DialogManager) -> tuple[Locale, str]:
    """The language and the part that are being written."""
    language, part = manager.dialog_data.get("language"), manager.dialog_data.get("part")
    locale = next((each for each in LOCALES if each == language), reader_of(manager).locale)
    return locale, part if part in PARTS else PARTS[1]


def _mark(contest: Any, locale: Locale) -> str:
    if contest is None:
        return ""
    return " ✓" if locale in contest.locales else " …" if locale in contest.halves else ""


def _back(widget_id: str) -> Button:
    return Button(Label("menu-back-button"), id=widget_id, on_click=lambda _, __, manager: go_back(manager))


write_window = Window(
    Block("text"),
    MessageInput(on_text, content_types=[ContentType.TEXT]),
    Row(choices("contest_language", "languages", on_language)),
    Row(choices("contest_part", "parts", on_part)),
    Button(Label("contest-remove-button"), id="contest_remove", on_click=on_remove, when="written"),
    _back("contest_text_back"),
    state=ContestText.write,
    getter=write_getter,
)

deadline_window = Window(
    T("contest-deadline-ask", "zone", "example"),
    MessageInput(on_deadline, content_types=[ContentType.TEXT]),
    _back("contest_deadline_back"),
    state=ContestText.deadline,
    getter=when_getter,
)

winners_window = Window(
    T("contest-winners-ask", "most"),
    MessageInput(on_winners, content_types=[ContentType.TEXT]),
    _back("contest_winners_back"),
    state=ContestText.winners,
    getter=when_getter,
)


def build() -> Dialog:
    return behind_door(write_window, deadline_window, winners_window, right=Right.MARKET)
