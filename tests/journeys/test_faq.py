"""Questions of the shop's own in the chat: answered in the reader's language, offered, rated, made out of a group."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.callbacks import Helpful
from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.staff.models import AuditEntry
from bot.support.entries import read_entry, save_entry
from bot.support.knowledge import look_at_once
from bot.support.models import FaqEntry, Question
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person
from tests.support.staffed import Shop

AT = datetime(2026, 11, 6, 12, tzinfo=UTC)
ASKED: dict[Locale, str] = {
    "de": "Verpacken Sie Geschenke?",
    "en": "Do you wrap gifts?",
    "fr": "Emballez-vous les cadeaux ?",
    "lb": "Packt Dir Cadeauen an?",
}
NEARLY: dict[Locale, str] = {
    "de": "verpackt ihr geschenke",
    "en": "do you wrap gifts please",
    "fr": "emballez vous des cadeaux",
    "lb": "packt dir och cadeauen an",
}
PERHAPS = "meine Mutter hat Geburtstag und ich möchte das Geschenk verpacken lassen"
WRAPPING: dict[str, Any] = {"question": dict(ASKED), "answer": {each: f"2 € ({each})" for each in LOCALES}}
PAYMENT: dict[Locale, str] = {
    "de": "Welche Zahlungsarten gibt es?",
    "en": "Which payment methods do you accept?",
    "fr": "Quels moyens de paiement acceptez-vous ?",
    "lb": "Wéi kann ech bezuelen?",
}
NONSENSE = "blorb quux zwirbel"


async def known(shop: Shop, locale: Locale = "de") -> Person:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    return await shop.town.customer(locale, owns=[erika])


async def mia_of(shop: Shop) -> Person:
    mia = Person(shop.town, shop.mia)
    await mia.says("/language")
    await mia.taps("Deutsch")
    return mia


async def bring(key: str, told: dict[str, Any]) -> None:
    await save_entry(key, read_entry(key, told), staff_id=None, now=AT)
    await look_at_once()


def told(locale: Locale, key: str) -> str:
    return plain(locale, key).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_question_of_the_shop_is_answered_in_each_language(shop: Shop, locale: Locale) -> None:
    await bring("wrapping", WRAPPING)
    anna = await known(shop, locale)
    await anna.says(NEARLY[locale])
    anna.reads(ASKED[locale].replace("\u00a0", " "), f"2 € ({locale})")
    anna.can_tap(plain(locale, "faq-helpful-button"), plain(locale, "menu-home-button"))
    [row] = await Question.all()
    assert (row.outcome, row.intent, row.faq) == ("answer", "faq", "wrapping")


async def test_an_answer_says_which_language_it_is_in(shop: Shop) -> None:
    await bring("wrapping", WRAPPING | {"answer": {"de": "Ja, für 2 €.", "en": "Yes, for €2."}})
    luc = await known(shop, "lb")
    await luc.says(NEARLY["lb"])
    luc.reads("Ja, für 2 €.", "hei steet se op Deutsch")


async def test_the_last_tap_on_helpful_counts_and_twice_is_once(shop: Shop) -> None:
    await bring("wrapping", WRAPPING)
    anna = await known(shop)
    await anna.says(NEARLY["de"])
    for label, helpful in (("👍", True), ("👍", True), ("👎", False)):
        await anna.taps(label)
        assert (await Question.get()).helpful is helpful
        anna.can_tap(f"• {label}")
    shown = anna.screen["message_id"]
    await shop.town.restart_bot()
    await anna.taps("👍", message_id=shown)
    assert (await Question.get()).helpful is True
    ben = await known(shop)
    await ben.says(NEARLY["de"])
    assert Helpful(asked=2, yes=True).pack() in str(ben.screen)


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_may_be_meant_is_offered_and_a_tap_answers(shop: Shop, locale: Locale) -> None:
    await bring("wrapping", WRAPPING)
    anna = await known(shop, locale)
    await anna.says(PERHAPS)
    anna.reads(told(locale, "question-meant"))
    await anna.taps(ASKED[locale][:20])
    anna.reads(f"2 € ({locale})")
    [row] = await Question.all()
    assert (row.outcome, row.tapped) == ("did_you_mean", "faq:wrapping")


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_is_not_switched_on_says_so_until_the_shop_answers_it(shop: Shop, locale: Locale) -> None:
    anna = await known(shop, locale)
    await anna.says(PAYMENT[locale])
    topic = plain(locale, "intent-payment_methods-button")
    anna.reads(plain(locale, "question-untold-team", topic=topic).replace("\u00a0", " "))
    anna.can_tap(plain(locale, "case-human-button"))
    await bring("payment_methods", {"answer": {each: f"Visa ({each})" for each in LOCALES}})
    await anna.says(PAYMENT[locale])
    anna.reads(plain(locale, "intent-payment_methods-button"), f"Visa ({locale})")


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_second_miss_in_a_row_leads_to_a_human(shop: Shop, locale: Locale) -> None:
    anna = await known(shop, locale)
    await anna.says(NONSENSE)
    anna.reads(told(locale, "question-not-understood"))
    await anna.says(NONSENSE)
    anna.reads(told(locale, "question-missed-again"))
    await anna.taps(plain(locale, "case-human-button"))
    await shop.card()


async def test_staff_make_an_entry_out_of_a_group_and_the_next_customer_is_answered_at_once(shop: Shop) -> None:
    anna, mia = await known(shop), await mia_of(shop)
    for text in (NEARLY["de"], "könnt ihr geschenke verpacken", NEARLY["de"]):
        await Question.create(
            chat_id=anna.id,
            text=text,
            locale="de",
            intent="unknown",
            outcome="fallback",
            asked_at=shop.town.clock.now(),
        )
    await mia.says("/questions")
    mia.reads("Fragen ohne Antwort", "3", "„verpackt ihr geschenke“")
    await mia.taps("verpackt ihr geschenke")
    mia.reads("Schreiben Sie die Antwort auf Deutsch", "verpackt ihr geschenke")
    await mia.says("Ja, für 2 € je Geschenk.")
    mia.reads("verpackt ihr geschenke", "Noch nicht gespeichert", "könnt ihr geschenke verpacken", "Ja, für 2 €")
    await mia.taps("Speichern")
    mia.does_not_read("Noch nicht gespeichert")

    await anna.says("könnt ihr geschenke verpacken")
    anna.reads("Ja, für 2 € je Geschenk.")
    await mia.says("/questions")
    mia.does_not_read("verpackt")
    [entry] = await FaqEntry.all()
    assert (entry.version, entry.staff_id) == (1, mia.id)
    assert await AuditEntry.filter(staff_id=mia.id, action="faq").count() == 1
    assert await AuditEntry.filter(staff_id=mia.id, subject="report:questions").exists()


async def test_staff_write_change_and_switch_off_an_entry_and_see_what_overlaps(shop: Shop) -> None:
    anna, mia = await known(shop), await mia_of(shop)
    await mia.says("/questions")
    mia.reads("gibt es eine Antwort")
    await mia.taps("Eigene Antworten")
    await mia.taps("Neu")
    await mia.says("Wo ist mein Paket?")
    await mia.says("Schauen Sie in die Mail.")
    mia.reads("„Wo ist mein Paket?“ wird heute beantwortet mit: Wo ist meine Bestellung?")
    await mia.taps("Frage")
    await mia.says("Gibt es einen Katalog?")
    await mia.taps("Frageweisen")
    await mia.says("Katalog auf Papier\n• Prospekt bestellen")
    await mia.taps("EN")
    await mia.taps("Antwort")
    await mia.says("Yes, ask us.")
    await mia.taps("Speichern")
    mia.can_tap("• EN ✓", "DE ✓")
    mia.does_not_read("Wo ist mein Paket")

    await anna.says("katalog auf papier")
    anna.reads("Gibt es einen Katalog?", "Schauen Sie in die Mail.")
    await mia.taps("Abschalten")
    mia.reads("Abgeschaltet")
    await anna.says("katalog auf papier")
    anna.does_not_read("Schauen Sie in die Mail.")
    assert await FaqEntry.filter(staff_id=mia.id).count() == 2


async def test_staff_teach_a_built_in_question_a_phrase_and_an_answer(shop: Shop) -> None:
    anna, mia = await known(shop), await mia_of(shop)
    await mia.says("/questions")
    await mia.taps("Eigene Antworten")
    await mia.taps("Eingebaute Fragen")
    await mia.taps("Zahlungsarten")
    await mia.taps("Frageweisen")
    await mia.says("zwirbelquux")
    await mia.taps("💬 Antwort")
    await mia.says("Karte oder Rechnung.")
    await mia.taps("Speichern")
    await anna.says("zwirbelquux")
    anna.reads("Zahlungsarten", "Karte oder Rechnung.")


async def test_nobody_else_sees_what_is_asked(shop: Shop) -> None:
    anna = await known(shop)
    await anna.says("/questions")
    anna.does_not_read("ohne Antwort")
    assert await AuditEntry.filter(subject="report:questions").count() == 0
