"""What is typed beside something else: a number and an address, another order, an answer of the shop's own."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.customers.models import Link
from bot.i18n import plain
from bot.support.entries import read_entry, save_entry
from bot.support.knowledge import look_at_once
from bot.tickets.models import Case
from tests.support.builders import a_customer, an_order, parcel
from tests.support.returns import a_delivered_order
from tests.support.stage import on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
MAIL = "erika@example.org"
BOTH: dict[Locale, str] = {
    "de": f"Meine Bestellung 1001, meine E-Mail ist {MAIL}",
    "en": f"order 1001, my e-mail is {MAIL}",
    "fr": f"commande n° 1001, {MAIL}",
    "lb": f"meng Bestellung 1001, meng E-Mail ass {MAIL}",
}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - datetime.now(UTC))


@pytest.mark.parametrize("locale", LOCALES)
async def test_number_and_address_in_one_message_link_the_purchase(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    erika = await a_customer(email=MAIL)
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await on_stage(database, clock, locale)
    await anna.says(BOTH[locale])
    anna.reads(plain(locale, "link-offer").splitlines()[0])
    await anna.taps(plain(locale, "link-confirm-button"))
    assert await Link.filter(chat_id=anna.id, customer_id=erika.id).exists()
    await anna.says(BOTH[locale])
    anna.reads("1001", plain(locale, "state-in_transit"))


async def test_a_wrong_pair_is_answered_like_an_unknown_one(database: Settings, clock: Clock) -> None:
    await an_order("1001", customer=await a_customer(email=MAIL))
    told = []
    for place, text in enumerate(("1001 ben@example.org", f"9999 {MAIL}")):
        anna = await on_stage(database, clock, name=f"Anna {place}")
        await anna.says(text)
        anna.reads(plain("de", "link-not-found"))
        told.append((anna.text, anna.buttons))
    assert told[0] == told[1]


@pytest.mark.parametrize("typed", ["1003", "die 1003 bitte"])
async def test_another_order_named_where_a_return_waits_for_words_is_that_order(
    database: Settings, clock: Clock, typed: str
) -> None:
    erika = await a_customer()
    for number in ("1002", "1003"):
        await a_delivered_order(number, customer=erika)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("ich möchte 1002 zurückgeben")
    for label in ("Kaffeebecher", plain("de", "withdraw-chosen-button"), plain("de", "return-why-other")):
        await anna.taps(label)
    anna.reads(plain("de", "return-details-words").splitlines()[0])
    await anna.says("1002")
    anna.reads("„1002“")
    await anna.says(typed)
    anna.reads("1003", plain("de", "withdraw-pieces-ask"))
    await anna.says("1002")
    anna.reads("1002", plain("de", "withdraw-pieces-ask"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_cancel_with_a_number_opens_that_order_also_in_a_form(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    erika = await a_customer()
    await a_delivered_order("1002", customer=erika)
    await an_order("1003", customer=erika)
    anna = await on_stage(database, clock, locale, owns=[erika])
    cancel = {"de": "stornieren 1003", "en": "cancel 1003", "fr": "annuler 1003", "lb": "1003 annuléieren"}[locale]
    await anna.says(cancel)
    anna.reads("1003")
    anna.can_tap(plain(locale, "change-cancel-button"))
    returning = {"de": "ich möchte 1002 zurückgeben", "en": "return 1002", "fr": "retourner 1002"}
    await anna.says(returning.get(locale, "1002 zréckginn"))
    for label in ("Kaffeebecher", plain(locale, "withdraw-chosen-button"), plain(locale, "return-why-other")):
        await anna.taps(label)
    await anna.says(cancel)
    anna.can_tap(plain(locale, "change-cancel-button"))


async def test_the_day_of_an_order_that_was_chosen_asks_whether_it_has_helped(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    for number in ("1001", "1002"):
        await an_order(
            number, customer=erika, parcels=[parcel("in_transit", expected_on=(NOON + timedelta(days=2)).date())]
        )
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("wann kommt meine Lieferung?")
    anna.cannot_tap(plain("de", "faq-helpful-button"))
    await anna.taps("1001")
    anna.can_tap(plain("de", "faq-helpful-button"))


@pytest.mark.parametrize(
    ("intent", "text", "key"),
    [
        ("payment_problem", "meine Zahlung wurde abgelehnt", "asking-payment_problem"),
        ("feedback", "ich möchte eine Bewertung schreiben", "asking-feedback"),
    ],
)
async def test_the_shops_own_words_stand_above_what_the_bot_does(
    database: Settings, clock: Clock, intent: str, text: str, key: str
) -> None:
    told = {"answer": {"de": "Das schreibt der Shop selbst."}}
    await save_entry(intent, read_entry(intent, told), staff_id=7, now=NOON)
    await look_at_once()
    anna = await on_stage(database, clock)
    await anna.says(text)
    assert "Das schreibt der Shop selbst." in (anna.messages[-2].text or "")
    anna.reads(plain("de", key))


async def test_a_complaint_reaches_the_staff_whatever_the_shop_says_about_it(database: Settings, clock: Clock) -> None:
    told = {"answer": {"de": "Das tut uns leid."}}
    await save_entry("complaint", read_entry("complaint", told), staff_id=7, now=NOON)
    await look_at_once()
    anna = await on_stage(database.model_copy(update={"staff_chat_id": -100}), clock)
    await anna.says("ich möchte mich beschweren")
    assert "Das tut uns leid." in (anna.messages[-1].text or "")
    assert await Case.filter(cause="complaint").exists()
