"""The shop's own questions and answers, written by the staff in private: seen, made, changed, switched off."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from bot.config import LOCALES
from bot.i18n import html, plain
from bot.staff.roles import Right
from bot.support.desk import find_overlaps, new_key, read_ways, save_by_staff
from bot.support.entries import LONGEST_ANSWER, LONGEST_QUESTION, Entry, as_document, as_intent, read_entries
from bot.support.knowledge import look_at_once
from bot.support.results import INTENTS
from bot.tickets.wording import Reader
from dialogs.faq_draft import (
    begin,
    draft_of,
    draft_text,
    intent_of,
    is_complete,
    key_of,
    language_of,
    may_answer,
    title_of,
    write,
)
from dialogs.staff_door import behind_door, reader_of, staff_footer, staff_id_of
from dialogs.states import FaqDesk
from dialogs.widgets import LONGEST_BUTTON, Block, Label, T, choices, fit, go_back, shorten, toast

# Telegram takes a hundred buttons.
MOST_LISTED = 80


async def list_getter(reader: Reader, **_: Any) -> dict[str, Any]:
    own = [each for each in await read_entries() if as_intent(each.key) is None]
    return {
        "text": html(reader.locale, "faqdesk-list", count=len(own)),
        "entries": [
            {"id": each.key, "label": _label(title_of(each.key, each.entry, reader.locale), on=each.entry.active)}
            for each in own[:MOST_LISTED]
        ],
    }


async def intents_getter(reader: Reader, **_: Any) -> dict[str, Any]:
    """Those that the shop has added to are marked."""
    added = {each.key for each in await read_entries() if each.entry.active}
    labels = {intent: plain(reader.locale, f"intent-{intent}-button") for intent in INTENTS}
    return {
        "intents": [
            {"id": intent, "label": f"✓ {label}" if intent in added else label} for intent, label in labels.items()
        ]
    }


async def card_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    entry, key, knowledge = draft_of(dialog_manager), key_of(dialog_manager), await look_at_once()
    intent, language = intent_of(dialog_manager), language_of(dialog_manager, reader)
    blocks = draft_text(dialog_manager, reader, find_overlaps(key, entry, knowledge), knowledge)
    dirty = bool(dialog_manager.dialog_data.get("dirty"))
    return {
        "text": fit(blocks, html(reader.locale, "error-cut"), separator="\n\n"),
        "languages": [{"id": each, "label": _language_label(each, entry, chosen=each == language)} for each in LOCALES],
        "own": intent is None,
        "answerable": may_answer(intent),
        "savable": dirty and is_complete(key, entry),
        "on": key is not None and entry.active,
        "off": key is not None and not entry.active,
    }


async def words_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """For the three screens that wait for words: in which language, and what stands there so far."""
    entry, language = draft_of(dialog_manager), language_of(dialog_manager, reader)
    return {
        "language": plain(reader.locale, f"language-name-{language}"),
        "question": entry.question.get(language) or "…",
        "so_far": shorten("; ".join(entry.phrases.get(language, [])), 600) or "…",
        "too_long": bool(dialog_manager.dialog_data.get("too_long")),
        "longest": LONGEST_ANSWER,
    }


async def on_start(_: Any, manager: DialogManager) -> None:
    begin(manager)


async def on_entry(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    """The version that holds is the draft; a key that is gone, or never was, an empty one."""
    stored = next((each.entry for each in await read_entries() if each.key == key), None)
    if stored is None and as_intent(key) is None:
        return
    manager.dialog_data.update(key=key, draft=as_document(stored or Entry()), dirty=False, language=None)
    await manager.switch_to(FaqDesk.card)


async def on_new(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.update(key=None, draft={}, dirty=True, language=None)
    await manager.switch_to(FaqDesk.question)


async def on_language(_: CallbackQuery, __: Any, manager: DialogManager, language: str) -> None:
    manager.dialog_data["language"] = language


async def on_question(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if words := shorten(message.text or "", LONGEST_QUESTION):
        write(manager, language_of(manager, reader_of(manager)), "question", words)
    await manager.switch_to(FaqDesk.card if draft_of(manager).answer else FaqDesk.answer)


async def on_phrases(message: Message, _: MessageInput, manager: DialogManager) -> None:
    write(manager, language_of(manager, reader_of(manager)), "phrases", read_ways(message.text or ""))
    await manager.switch_to(FaqDesk.card)


async def on_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    words = (message.text or "").strip()
    manager.dialog_data["too_long"] = len(words) > LONGEST_ANSWER
    if words and len(words) <= LONGEST_ANSWER:
        write(manager, language_of(manager, reader_of(manager)), "answer", words)
        await manager.switch_to(FaqDesk.card)


async def on_save(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _save(callback, manager, draft_of(manager))


async def on_switch(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    entry = draft_of(manager)
    await _save(callback, manager, entry.model_copy(update={"active": not entry.active}))


async def _save(callback: CallbackQuery, manager: DialogManager, entry: Entry) -> None:
    locale, key = reader_of(manager).locale, key_of(manager)
    if not is_complete(key, entry):
        await toast(callback, plain(locale, "faqdesk-incomplete-alert"), alert=True)
        return
    if key is None:
        taken = {each.key for each in await read_entries()}
        key = new_key(next(iter(entry.question.values())), taken)
    await save_by_staff(key, entry, staff_id=staff_id_of(manager), now=manager.middleware_data["clock"].now())
    manager.dialog_data.update(key=key, draft=as_document(entry), dirty=False)
    await toast(callback, plain(locale, "faqdesk-saved-toast" if entry.active else "faqdesk-off-toast"))


def _label(title: str, *, on: bool) -> str:
    return shorten(title if on else f"⏸ {title}", LONGEST_BUTTON)


def _language_label(language: str, entry: Entry, *, chosen: bool) -> str:
    """Which is being written in, and which have an answer."""
    return f"{'• ' if chosen else ''}{language.upper()}{' ✓' if language in entry.answer else ''}"


list_window = Window(
    Block("text"),
    Column(choices("entry", "entries", on_entry)),
    Row(
        Button(Label("faqdesk-new-button"), id="new", on_click=on_new),
        SwitchTo(Label("faqdesk-intents-button"), id="to_intents", state=FaqDesk.intents),
    ),
    staff_footer("faq"),
    state=FaqDesk.list,
    getter=list_getter,
)

intents_window = Window(
    T("faqdesk-intents"),
    Group(choices("intent", "intents", on_entry), width=2),
    SwitchTo(Label("menu-back-button"), id="intents_back", state=FaqDesk.list),
    state=FaqDesk.intents,
    getter=intents_getter,
)

card_window = Window(
    Block("text"),
    Row(choices("language", "languages", on_language)),
    Row(
        SwitchTo(Label("faqdesk-question-button"), id="to_question", state=FaqDesk.question, when="own"),
        SwitchTo(Label("faqdesk-phrases-button"), id="to_phrases", state=FaqDesk.phrases),
        SwitchTo(Label("faqdesk-answer-button"), id="to_answer", state=FaqDesk.answer, when="answerable"),
    ),
    Button(Label("faqdesk-save-button"), id="save", on_click=on_save, when="savable"),
    Button(Label("faqdesk-off-button"), id="off", on_click=on_switch, when="on"),
    Button(Label("faqdesk-on-button"), id="on", on_click=on_switch, when="off"),
    Row(
        SwitchTo(Label("faqdesk-entries-button"), id="to_list", state=FaqDesk.list),
        Button(Label("menu-back-button"), id="card_back", on_click=lambda _, __, manager: go_back(manager)),
    ),
    state=FaqDesk.card,
    getter=card_getter,
)


def _words_window(part: str, state: Any, on_words: Any, *values: str) -> Window:
    return Window(
        T("faqdesk-too-long", "longest", when="too_long"),
        T(f"faqdesk-{part}-ask", *values),
        MessageInput(on_words, content_types=[ContentType.TEXT]),
        SwitchTo(Label("menu-back-button"), id=f"{part}_back", state=FaqDesk.card),
        state=state,
        getter=words_getter,
    )


def build() -> Dialog:
    return behind_door(
        list_window,
        intents_window,
        card_window,
        _words_window("question", FaqDesk.question, on_question, "language"),
        _words_window("phrases", FaqDesk.phrases, on_phrases, "language", "so_far"),
        _words_window("answer", FaqDesk.answer, on_answer, "language", "question"),
        right=Right.ANSWER,
        on_start=on_start,
    )
