"""An entry while somebody of the staff writes it: kept with the screen, and told in a few lines."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.config import LOCALES, Locale
from bot.i18n import Markup, html, lines, plain
from bot.support.desk import Overlap
from bot.support.entries import ANSWERABLE, Entry, as_intent
from bot.support.knowledge import Knowledge
from bot.support.results import Intent
from bot.tickets.wording import Reader
from dialogs.widgets import shorten, started_with

LONGEST_SHOWN, WAYS_SHOWN, OVERLAPS_SHOWN = 600, 12, 5


def begin(manager: DialogManager) -> None:
    """What the screen was opened with becomes the draft."""
    data = started_with(manager)
    draft, language = data.get("draft"), data.get("language")
    if isinstance(draft, dict):
        manager.dialog_data.update(draft=draft, dirty=True)
    manager.dialog_data["language"] = next((each for each in LOCALES if each == language), None)


def key_of(manager: DialogManager) -> str | None:
    """None for an entry that was never saved."""
    key = manager.dialog_data.get("key")
    return key if isinstance(key, str) else None


def intent_of(manager: DialogManager) -> Intent | None:
    key = key_of(manager)
    return as_intent(key) if key else None


def draft_of(manager: DialogManager) -> Entry:
    """As far as it is written."""
    return Entry.model_validate(manager.dialog_data.get("draft") or {})


def language_of(manager: DialogManager, reader: Reader) -> Locale:
    """The one that is being written in; at first the writer's own."""
    chosen = manager.dialog_data.get("language")
    return next((each for each in LOCALES if each == chosen), reader.locale)


def write(manager: DialogManager, language: Locale, part: str, value: str | list[str]) -> None:
    """Put words of one language into the draft."""
    draft: dict[str, Any] = draft_of(manager).model_dump()
    draft[part][language] = value
    manager.dialog_data.update(draft=draft, dirty=True)


def is_complete(key: str | None, entry: Entry) -> bool:
    """Whether it can be saved: an intent needs nothing, an entry a question and an answer."""
    return bool(key and as_intent(key)) or bool(entry.question and entry.answer)


def may_answer(intent: Intent | None) -> bool:
    """Whether an answer of the shop's own is possible: to its own questions always."""
    return intent is None or intent in ANSWERABLE


def title_of(key: str, entry: Entry, locale: Locale) -> str:
    return entry.title_for(locale) or (plain(locale, f"intent-{key}-button") if as_intent(key) else key)


def draft_text(manager: DialogManager, reader: Reader, overlaps: list[Overlap], knowledge: Knowledge) -> list[Markup]:
    """The entry in the language that is chosen, what it is answered with today, and what is still missing."""
    locale, entry, key = reader.locale, draft_of(manager), key_of(manager)
    language = language_of(manager, reader)
    named = plain(locale, f"language-name-{language}")
    title = title_of(key, entry, language) if key else entry.title_for(language)
    ways = [*entry.phrases.get(language, [])]
    shown = "; ".join(ways[:WAYS_SHOWN]) + (" …" if len(ways) > WAYS_SHOWN else "")
    answer = entry.answer.get(language)
    head = lines(
        [
            html(locale, "faqdesk-title", title=title or "…"),
            Markup() if entry.active else html(locale, "faqdesk-off"),
            html(locale, "faqdesk-unsaved") if manager.dialog_data.get("dirty") else Markup(),
        ]
    )
    body = lines(
        [
            html(locale, "faqdesk-ways", language=named, ways=shown) if shown else Markup(),
            html(locale, "faqdesk-answer", language=named, answer=shorten(answer, LONGEST_SHOWN))
            if answer
            else Markup(),
            html(locale, "faqdesk-no-answer", language=named)
            if not answer and may_answer(intent_of(manager))
            else Markup(),
        ]
    )
    return [head, body, *(_overlap(each, knowledge, locale) for each in overlaps[:OVERLAPS_SHOWN])]


def _overlap(each: Overlap, knowledge: Knowledge, locale: Locale) -> Markup:
    known = knowledge.entries.get(each.entry) if each.entry else None
    by = title_of(each.entry, known, locale) if each.entry and known else plain(locale, f"intent-{each.intent}-button")
    return html(locale, "faqdesk-overlap", phrase=each.phrase, by=by)
