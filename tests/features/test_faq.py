"""The shop's own questions and answers: brought in, found, kept in versions, live in every process."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.config import LOCALES, Locale, Settings
from bot.errors import OperatorError
from bot.staff.models import AuditEntry
from bot.support.desk import Overlap
from bot.support.entries import Entry, EntryError, as_json, read_entries, read_entry, save_entry
from bot.support.faq_files import bring_in, read_faq
from bot.support.knowledge import current_knowledge, look_at_once
from bot.support.models import FaqEntry
from bot.support.questions import answer
from bot.support.results import DidYouMean, FaqFound, LinkFirst, TopicWanted

AT = datetime(2026, 11, 6, 12, tzinfo=UTC)
TODAY = date(2026, 11, 6)
WRAPPING: dict[str, Any] = {
    "question": {"de": "Verpacken Sie Geschenke?", "en": "Do you wrap gifts?"},
    "phrases": {"de": ["Geschenkpapier"], "fr": ["emballage cadeau"]},
    "answer": {"de": "Ja, für 2 €.", "en": "Yes, for €2."},
}


async def save(key: str, told: dict[str, Any], staff_id: int | None = 7) -> str:
    outcome = await save_entry(key, read_entry(key, told), staff_id=staff_id, now=AT)
    await look_at_once()
    return outcome


async def ask(text: str) -> Any:
    return await answer(text, customer_ids=(), today=TODAY)


@pytest.mark.parametrize("dry_run", [True, False])
async def test_a_file_tells_what_answered_its_ways_to_ask_before(database: Settings, dry_run: bool) -> None:
    entry = {
        "question": {"de": "Gibt es Töpferkurse?"},
        "phrases": {"de": ["wo ist mein Paket"]},
        "answer": {"de": "Nein."},
    }
    content = {"kind": "faq", "entries": {"pottery": entry}}
    brought = await bring_in(content, name="faq.toml", now=AT, dry_run=dry_run)
    assert brought.overlaps == (("pottery", Overlap("wo ist mein Paket", intent="order_status")),)
    if not dry_run:
        assert (await bring_in(content, name="faq.toml", now=AT)).overlaps == ()


async def test_an_entry_answers_at_once_and_until_it_is_switched_off(database: Settings) -> None:
    assert not isinstance((await ask("verpacken sie geschenke")).result, FaqFound)
    await save("wrapping", WRAPPING)
    found = await ask("verpacken sie geschenke")
    assert (found.result, found.intent, found.outcome) == (FaqFound("wrapping"), "faq", "answer")
    await save("wrapping", WRAPPING | {"active": False})
    assert not isinstance((await ask("verpacken sie geschenke")).result, FaqFound)


async def test_what_may_be_meant_is_offered_first(database: Settings) -> None:
    await save("wrapping", WRAPPING)
    found = await ask("meine Mutter hat Geburtstag und ich möchte das Geschenk verpacken lassen")
    assert isinstance(found.result, DidYouMean)
    assert found.result.entries == ("wrapping",)
    assert len(found.result.intents) <= 2


@pytest.mark.parametrize("text", ["ich widerrufe den vertrag", "ich möchte mit einem menschen sprechen"])
async def test_a_withdrawal_and_a_human_go_before_any_entry(database: Settings, text: str) -> None:
    before = await ask(text)
    await save("wrapping", WRAPPING | {"phrases": {"de": [text]}})
    assert await ask(text) == before
    assert not isinstance(before.result, FaqFound)


async def test_an_intent_is_answered_by_the_shop_where_the_bot_can_do_nothing(database: Settings) -> None:
    assert (await ask("welche zahlungsarten gibt es")).result == TopicWanted("payment_methods")
    await save("payment_methods", {"answer": {"de": "Karte und Rechnung."}})
    found = await ask("welche zahlungsarten gibt es")
    assert (found.result, found.intent) == (FaqFound("payment_methods"), "payment_methods")
    assert isinstance((await ask("wie lange dauert die lieferung")).result, LinkFirst)
    await save("delivery_time", {"answer": {"de": "Zwei Tage."}})
    assert (await ask("wie lange dauert die lieferung")).result == FaqFound("delivery_time")


async def test_phrases_of_staff_teach_a_built_in_intent(database: Settings) -> None:
    assert (await ask("zwirbelquux bitte")).outcome == "fallback"
    await save("payment_methods", {"phrases": {"de": ["zwirbelquux"]}})
    assert (await ask("zwirbelquux")).intent == "payment_methods"
    await save("payment_methods", {"phrases": {}})
    assert (await ask("zwirbelquux")).outcome == "fallback"


async def test_every_version_is_kept_with_who_and_when(database: Settings) -> None:
    assert await save("wrapping", WRAPPING) == "new"
    assert await save("wrapping", WRAPPING) == "unchanged"
    assert await save("wrapping", WRAPPING | {"answer": {"de": "Nein."}}, staff_id=8) == "updated"
    rows = await FaqEntry.all().order_by("id").values_list("key", "version", "staff_id")
    assert rows == [("wrapping", 1, 7), ("wrapping", 2, 8)]
    assert await AuditEntry.filter(action="faq", subject="faq:wrapping").count() == 2
    [stored] = await read_entries()
    assert as_json(stored) | {"at": None} == {
        "key": "wrapping",
        "intent": None,
        "version": 2,
        "by": 8,
        "at": None,
        **WRAPPING,
        "answer": {"de": "Nein."},
        "active": True,
    }


async def test_what_another_process_writes_is_known_within_seconds(database: Settings) -> None:
    await current_knowledge()
    entry = read_entry("wrapping", WRAPPING)
    await save_entry("wrapping", entry, staff_id=None, now=AT)
    assert not (await current_knowledge()).entries, "one look every two seconds is enough"
    from bot.support import knowledge

    knowledge._of_database().looked_at -= knowledge.LOOK_EVERY_S
    assert (await current_knowledge()).entries == {"wrapping": entry}


@pytest.mark.parametrize(
    ("locale", "told", "spoken"),
    [
        ("lb", ("de", "fr", "en"), "de"),
        ("lb", ("fr", "en"), "fr"),
        ("de", ("fr", "en"), "fr"),
        ("fr", ("de", "en"), "en"),
        ("en", ("de",), "de"),
        ("lb", ("lb", "de"), "lb"),
    ],
)
def test_an_answer_falls_back_to_what_its_readers_understand(
    locale: Locale, told: tuple[Locale, ...], spoken: Locale
) -> None:
    entry = Entry(answer={each: each for each in LOCALES if each in told})
    assert entry.answer_for(locale) == (spoken, spoken)


async def test_a_file_brings_entries_in_and_the_same_again_changes_nothing(database: Settings) -> None:
    content = {"kind": "faq", "entries": {"wrapping": WRAPPING}, "intents": {"contact": {"answer": {"de": "Hier."}}}}
    tried = await bring_in(content, name="faq.toml", now=AT, dry_run=True)
    assert tried.outcomes == {"wrapping": "new", "contact": "new"}
    assert await FaqEntry.all().count() == 0
    assert (await bring_in(content, name="faq.toml", now=AT)).outcomes == tried.outcomes
    assert set((await bring_in(content, name="faq.toml", now=AT)).outcomes.values()) == {"unchanged"}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ({"entries": {"a b": WRAPPING}}, "entries.a b: a key has up to 32"),
        ({"entries": {"contact": WRAPPING}}, "write [intents.contact]"),
        ({"intents": {"wrapping": WRAPPING}}, "is none of the built-in intents, which are account"),
        ({"intents": {"payment_method": WRAPPING}}, "did you mean payment_methods?"),
        ({"intents": {"cancel_order": {"answer": {"de": "Nein."}}}}, "the bot answers cancel_order itself"),
        ({"entries": {"a": {"question": {"de": "?"}}}}, "entries.a.answer: is missing"),
        ({"entries": {"a": {"answer": {"de": "!"}}}}, "entries.a.question: is missing"),
        ({"entries": {"a": WRAPPING | {"answer": {"xx": "?"}}}}, "entries.a.answer.xx"),
        ({"entries": {"a": WRAPPING | {"colour": 1}}}, "entries.a.colour: is no part of an entry"),
        ({"entries": {"a": 5}}, "entries.a."),
        ({"entry": {}}, "entry: is no part of a FAQ"),
        ({}, "entries: are missing"),
    ],
)
def test_a_faulty_file_says_where_and_why(content: dict[str, Any], fault: str) -> None:
    with pytest.raises(OperatorError, match=r"^faq\.toml: ") as error:
        read_faq({"kind": "faq", **content}, file="faq.toml")
    assert fault in str(error.value)


def test_an_entry_needs_a_question_and_an_answer() -> None:
    with pytest.raises(EntryError):
        read_entry("a", {"question": {"de": "?"}})
