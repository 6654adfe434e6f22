"""The shop's own questions and answers: what one is, checked when read, kept in versions, the newest of which holds."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.config import LOCALES, Locale
from bot.db import document, unit_of_work
from bot.i18n import FALLBACKS
from bot.shop.rows import fetch, iso
from bot.staff.audit import record
from bot.support.models import FaqEntry
from bot.support.results import INTENTS, Intent

# A key goes into the data of a button.
KEY = r"^[a-z0-9][a-z0-9_-]{0,31}$"
LONGEST_QUESTION, LONGEST_PHRASE, LONGEST_ANSWER, MOST_PHRASES = 120, 200, 2_000, 60
MOST_FAULTS = 5
NEWEST = """SELECT f.key, f.version, f.document, f.staff_id, f.at FROM support_faq f
 WHERE f.version = (SELECT max(o.version) FROM support_faq o WHERE o.key = f.key) ORDER BY f.key"""
LATEST_OF_KEY = "SELECT version, document FROM support_faq WHERE key = ? ORDER BY version DESC LIMIT 1"

# Intents that an answer of the shop's own may answer; the others do something, or show what only the bot knows.
ANSWERABLE: frozenset[Intent] = frozenset(
    {
        "delivery_options",
        "delivery_time",
        "return_policy",
        "complaint",
        "payment_methods",
        "payment_problem",
        "coupon",
        "referral",
        "community",
        "feedback",
        "contact",
    }
)


def _one_line(text: str) -> str:
    return " ".join(text.split())


Question = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION),
    AfterValidator(_one_line),
]
Phrase = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_PHRASE), AfterValidator(_one_line)
]
Reply = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_ANSWER)]


class Entry(BaseModel):
    """One question with its answer; each of the three by language, in any of the four."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: dict[Locale, Question] = {}
    phrases: dict[Locale, Annotated[list[Phrase], Field(max_length=MOST_PHRASES)]] = {}
    answer: dict[Locale, Reply] = {}
    active: bool = True

    def answer_for(self, locale: Locale) -> tuple[Locale, str] | None:
        """The answer in this language, else in the next that its readers understand, with the language it is in."""
        return _spoken(self.answer, locale)

    def title_for(self, locale: Locale) -> str | None:
        found = _spoken(self.question, locale)
        return found[1] if found else None

    def ways(self) -> list[tuple[Locale, str]]:
        """Every way to ask, the question itself first."""
        asked = [*self.question.items()]
        asked += [(locale, text) for locale, texts in self.phrases.items() for text in texts]
        return list(dict.fromkeys(asked))


class EntryError(ValueError):
    """What is wrong with an entry, one fault an item of `args`."""


def as_intent(key: str) -> Intent | None:
    """The built-in intent that a key adds to; None for an entry of its own."""
    return next((intent for intent in INTENTS if intent == key), None)


def read_entry(key: str, told: Mapping[str, Any]) -> Entry:
    """EntryError names each place and what is wrong with it."""
    try:
        entry = Entry.model_validate(dict(told))
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, each['loc']))}: {_said(each['type'], each['msg'])}" for each in error.errors()]
        raise EntryError(*faults[:MOST_FAULTS]) from None
    intent = as_intent(key)
    if intent is None and not entry.answer:
        raise EntryError("answer: is missing; give one in de, en, fr or lb")
    if intent is None and not entry.question:
        raise EntryError("question: is missing; give it in de, en, fr or lb")
    if intent and entry.answer and intent not in ANSWERABLE:
        raise EntryError(f"answer: the bot answers {intent} itself; only phrases can be added to it")
    return entry


class Stored(BaseModel):
    """The version of an entry that holds, with who wrote it and when (None: from a file)."""

    model_config = ConfigDict(frozen=True)

    key: str
    version: int
    entry: Entry
    staff_id: int | None
    at: datetime


async def read_entries() -> list[Stored]:
    """Every key with its newest version; one that this version of Bote cannot read is left out."""
    found = []
    for row in await fetch(NEWEST):
        try:
            entry = read_entry(row["key"], document(row["document"]))
        except EntryError:
            continue
        told = {"key": row["key"], "version": row["version"], "staff_id": row["staff_id"], "at": row["at"]}
        found.append(Stored(entry=entry, **told))
    return found


@unit_of_work
async def save_entry(
    key: str, entry: Entry, *, staff_id: int | None, now: datetime
) -> Literal["new", "updated", "unchanged"]:
    """The next version of this key, on record; the same again changes nothing."""
    newest = next(iter(await fetch(LATEST_OF_KEY, key)), None)
    content = as_document(entry)
    if newest and document(newest["document"]) == content:
        return "unchanged"
    version = (newest["version"] if newest else 0) + 1
    await FaqEntry.create(key=key, version=version, document=content, staff_id=staff_id, at=now)
    await record(staff_id, "faq", f"faq:{key}", now=now, detail={"version": version, "active": entry.active})
    return "updated" if newest else "new"


def as_document(entry: Entry) -> dict[str, Any]:
    """As it is stored, and told to scripts: languages in their usual order, those without words left out."""
    told = entry.model_dump()
    for part in ("question", "phrases", "answer"):
        told[part] = {locale: told[part][locale] for locale in LOCALES if told[part].get(locale)}
    return told


def as_json(stored: Stored) -> dict[str, Any]:
    """The keys of `show faq --json`."""
    return {
        "key": stored.key,
        "intent": as_intent(stored.key),
        "version": stored.version,
        "by": stored.staff_id,
        "at": iso(stored.at),
        **as_document(stored.entry),
    }


def _spoken(told: Mapping[Locale, str], locale: Locale) -> tuple[Locale, str] | None:
    return next(((each, told[each]) for each in (*FALLBACKS[locale], *LOCALES) if told.get(each)), None)


def _said(kind: str, message: str) -> str:
    return "is no part of an entry; take it out" if kind == "extra_forbidden" else message
