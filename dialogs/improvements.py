"""You said, we did: what customers complain of, and what the staff tell them of it (LOOP-04)."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from bot.broadcasts.causes import CAUSES, WINDOW, Complaints, complaints
from bot.broadcasts.improvements import (
    ImprovementFacts,
    get_improvement,
    list_improvements,
    said_of,
)
from bot.broadcasts.improving import begin_improvement, drop_improvement
from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.errors import CustomerError, NotFoundError
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_states import Improvements, Offer, OfferRun
from dialogs.staff_door import behind_door, reader_of, staff_id_of
from dialogs.widgets import LONGEST_BUTTON, Block, Label, choices, fit, go_back, shorten, toast, visible_length

MOST_CAUSES = 10
SHOWN = 5
# Four of them and what customers said fit into one post.
MOST_WORDS = 800


async def list_getter(reader: Reader, clock: Clock, **_: Any) -> dict[str, Any]:
    now, locale = clock.now(), reader.locale
    found = (await complaints(since=now - WINDOW, until=now))[:MOST_CAUSES]
    told = html(locale, "improvement-list-shown" if found else "improvement-list-none", days=WINDOW.days)
    return {
        "text": lines([html(locale, "improvement-list-title"), told], "\n\n"),
        "causes": [{"id": each.cause, "label": _label(each, locale)} for each in found],
    }


async def cause_getter(dialog_manager: DialogManager, reader: Reader, clock: Clock, **_: Any) -> dict[str, Any]:
    cause, locale, now = _cause(dialog_manager), reader.locale, clock.now()
    named = await complaints(since=now - WINDOW, until=now)
    found = next((each for each in named if each.cause == cause), Complaints(cause, 0, 0, 0))
    done = await list_improvements(cause=cause, limit=SHOWN)
    figures = [
        html(locale, "improvement-named", answers=found.answers, cases=found.cases),
        html(locale, "improvement-unanswered", count=found.unanswered),
    ]
    history = [_done(each, reader) for each in done] or [html(locale, "improvement-none-done")]
    return {
        "text": lines([_head(cause, locale), lines(figures), lines(history)], "\n\n"),
        "done": [{"id": str(each.id), "label": shorten(_done(each, reader), LONGEST_BUTTON)} for each in done],
    }


async def write_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    locale, language = reader.locale, _language(dialog_manager, settings)
    words = _words(dialog_manager)
    asked = html(locale, "improvement-write-ask", language=_name(language, locale), most=MOST_WORDS)
    blocks = [_head(_cause(dialog_manager), locale), asked, html(locale, "improvement-write-others")]
    if language in words:
        blocks.append(Markup(words[language]))
    return {
        "text": fit(blocks, html(locale, "error-cut"), separator="\n\n"),
        "languages": [{"id": each, "label": _sign(each, language, words)} for each in LOCALES],
        "written": bool(words),
    }


async def card_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    locale = reader.locale
    try:
        told = await get_improvement(dialog_manager.dialog_data.get("improvement_id", 0))
    except NotFoundError:
        return {"text": html(locale, "improvement-gone-alert"), "post": False, "letter": False, "kept": False}
    figures = html(locale, "improvement-card", voices=told.voices, people=told.people, told=told.told)
    missing = [
        html(locale, key)
        for key, each in (("improvement-no-channel", told.post), ("improvement-no-voices", told.letter))
        if each is None
    ]
    blocks = [_head(told.cause, locale), figures, *missing, html(locale, "improvement-card-next")]
    return {
        "text": lines(blocks, "\n\n"),
        "post": told.post is not None,
        "letter": told.letter is not None,
        "kept": not any(each and each.started_at for each in (told.post, told.letter)),
    }


def _head(cause: str, locale: Locale) -> Markup:
    return html(locale, "improvement-title", said=said_of(cause, locale))


def _label(each: Complaints, locale: Locale) -> str:
    number = f" · {each.unanswered}" if each.unanswered else " ✓"
    return shorten(said_of(each.cause, locale), LONGEST_BUTTON - len(number)) + number


def _done(each: ImprovementFacts, reader: Reader) -> Markup:
    on = each.created_at.astimezone(reader.tz).date()
    return html(reader.locale, "improvement-done", on=on, people=each.people, told=each.told)


def _sign(each: Locale, chosen: Locale, words: dict[Locale, str]) -> str:
    return f"{'• ' if each == chosen else ''}{each}{' ✓' if each in words else ''}"


def _name(language: Locale, locale: Locale) -> str:
    return plain(locale, f"language-name-{language}")


def _cause(manager: DialogManager) -> str:
    cause = manager.dialog_data.get("cause")
    return cause if cause in CAUSES else CAUSES[0]


def _words(manager: DialogManager) -> dict[Locale, str]:
    written = manager.dialog_data.get("words") or {}
    return {locale: written[locale] for locale in LOCALES if locale in written}


def _language(manager: DialogManager, settings: Settings) -> Locale:
    chosen = manager.dialog_data.get("language")
    return next((each for each in LOCALES if each == chosen), settings.default_locale)


async def on_cause(_: CallbackQuery, __: Any, manager: DialogManager, cause: str) -> None:
    manager.dialog_data.update(cause=cause, words={}, language=None)
    await manager.switch_to(Improvements.cause)


async def on_done(_: CallbackQuery, __: Any, manager: DialogManager, improvement_id: str) -> None:
    manager.dialog_data["improvement_id"] = int(improvement_id)
    await manager.switch_to(Improvements.card)


async def on_language(_: CallbackQuery, __: Any, manager: DialogManager, language: str) -> None:
    manager.dialog_data["language"] = language


async def on_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Kept as it was formatted; what is too long is told, and what stood there before stays."""
    text = message.html_text.strip()
    if (length := visible_length(text)) > MOST_WORDS:
        locale = reader_of(manager).locale
        await message.answer(html(locale, "improvement-too-long", length=length, most=MOST_WORDS))
    elif text:
        language = _language(manager, manager.middleware_data["settings"])
        manager.dialog_data["words"] = _words(manager) | {language: text}


async def on_prepare(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    given, words = manager.middleware_data, _words(manager)
    if not words:
        return
    manager.dialog_data["improvement_id"] = await begin_improvement(
        _cause(manager),
        words,
        author_id=staff_id_of(manager),
        settings=given["settings"],
        now=given["clock"].now(),
        progress_chat_id=given["profile"].chat_id,
    )
    manager.dialog_data["words"] = {}
    await manager.switch_to(Improvements.card)


async def on_open(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A draft to be written, or how far it is."""
    told = await _current(callback, manager)
    campaign = told and (told.post if button.widget_id == "to_post" else told.letter)
    if campaign:
        state = Offer.card if campaign.is_writable else OfferRun.card
        await manager.start(state, {"campaign_id": campaign.id})


async def on_drop(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    told = await _current(callback, manager)
    if told is None:
        return
    try:
        now = manager.middleware_data["clock"].now()
        await drop_improvement(told.id, by=staff_id_of(manager), now=now)
    except CustomerError as refusal:
        await toast(callback, plain(reader_of(manager).locale, refusal.key, **refusal.values), alert=True)
        return
    await manager.switch_to(Improvements.cause)


async def _current(callback: CallbackQuery, manager: DialogManager) -> ImprovementFacts | None:
    try:
        return await get_improvement(manager.dialog_data.get("improvement_id", 0))
    except NotFoundError:
        await toast(callback, plain(reader_of(manager).locale, "improvement-gone-alert"), alert=True)
        return None


list_window = Window(
    Block("text"),
    Column(choices("cause", "causes", on_cause)),
    Button(Label("menu-back-button"), id="improvements_back", on_click=lambda _, __, manager: go_back(manager)),
    state=Improvements.list,
    getter=list_getter,
)

cause_window = Window(
    Block("text"),
    SwitchTo(Label("improvement-write-button"), id="to_write", state=Improvements.write),
    Column(choices("done", "done", on_done)),
    SwitchTo(Label("menu-back-button"), id="cause_back", state=Improvements.list),
    state=Improvements.cause,
    getter=cause_getter,
)

write_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    Row(choices("language", "languages", on_language)),
    Button(Label("improvement-prepare-button"), id="prepare", on_click=on_prepare, when="written"),
    SwitchTo(Label("menu-back-button"), id="write_back", state=Improvements.cause),
    state=Improvements.write,
    getter=write_getter,
)

card_window = Window(
    Block("text"),
    Button(Label("improvement-post-button"), id="to_post", on_click=on_open, when="post"),
    Button(Label("improvement-letter-button"), id="to_letter", on_click=on_open, when="letter"),
    Button(Label("improvement-drop-button"), id="drop", on_click=on_drop, when="kept"),
    SwitchTo(Label("menu-back-button"), id="card_back", state=Improvements.cause),
    state=Improvements.card,
    getter=card_getter,
)


def build() -> Dialog:
    return behind_door(list_window, cause_window, write_window, card_window, right=Right.MARKET)
