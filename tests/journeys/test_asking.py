"""What the shop's people do when asked: complaints, invoices, payments, praise; each reaches them with its order."""

from functools import partial

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.loyalty.coupons import give_code
from bot.support.entries import read_entry, save_entry
from bot.support.knowledge import look_at_once
from bot.surveys.models import Answer
from bot.tickets.models import Case, CaseMessage
from tests.journeys.test_followups import as_read
from tests.journeys.test_intents import words_for
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town, text_of
from tests.support.returns import a_delivered_order
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import png


async def anna_with_orders(shop: Shop, locale: Locale = "de") -> Person:
    """1001 is on its way, 3003 has come."""
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")], payment_method="PayPal")
    await a_delivered_order("3003", customer=erika)
    return await shop.town.customer(locale, owns=[erika])


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_complaint_is_a_case_at_once_and_what_is_written_next_reaches_it(shop: Shop, locale: Locale) -> None:
    anna = await anna_with_orders(shop, locale)
    await anna.says("1001")
    await anna.says(words_for("complaint", locale))
    await eventually(lambda: seen(anna, as_read(plain(locale, "case-heard-complaint"))[:40]))
    case = await Case.get(cause="complaint")
    assert case.chat_id == anna.id
    await case.fetch_related("order")
    assert case.order is not None
    assert (case.order.number, case.order_guessed) == ("1001", False)
    await anna.visitor.says("Der Bote war grob.")
    await eventually(CaseMessage.filter(case_id=case.id, author="customer", text="Der Bote war grob.").exists)
    assert plain("de", "intent-complaint-button") in text_of(await shop.card("Beschwerde"))


async def test_a_complaint_that_names_an_order_is_about_that_one(shop: Shop) -> None:
    anna = await anna_with_orders(shop)
    await anna.says("Beschwerde zu Bestellung 3003")
    await eventually(lambda: seen(anna, "Es tut uns leid"))
    case = await Case.get(cause="complaint").prefetch_related("order")
    assert case.order is not None
    assert case.order.number == "3003"


async def test_who_complains_again_later_is_heard_again(shop: Shop) -> None:
    anna = await anna_with_orders(shop)
    for times in (1, 2):
        await anna.says("Ich möchte mich beschweren")
        await eventually(partial(seen, anna, "Es tut uns leid", times=times))
        await anna.taps(plain("de", "case-end-button"))
        await eventually(partial(seen, anna, "Das Gespräch mit unserem Team ist beendet", times=times))
    assert await Case.filter(cause="complaint", status="closed").count() == 2


@pytest.mark.parametrize("locale", LOCALES)
async def test_an_invoice_is_asked_for_with_the_order_that_was_chosen(shop: Shop, locale: Locale) -> None:
    anna = await anna_with_orders(shop, locale)
    await anna.says(words_for("invoice", locale))
    await anna.taps("3003")
    anna.reads("3003", as_read(plain(locale, "asking-invoice-team")))
    await anna.taps(plain(locale, "asking-invoice-button"))
    await eventually(lambda: seen(anna, as_read(plain(locale, "case-heard"))[:30]))
    case = await Case.get(cause="human").prefetch_related("order")
    assert case.order is not None
    assert case.order.number == "3003"
    assert plain("de", "intent-invoice-button") in text_of(await shop.card("Rechnung"))


async def test_what_was_paid_is_one_tap_from_the_invoice_and_another_order_is_too(shop: Shop) -> None:
    anna = await anna_with_orders(shop)
    await anna.says("Rechnung für 1001")
    anna.reads("1001", "PayPal")
    await anna.taps(plain("de", "asking-others-button"))
    await anna.taps("3003")
    anna.reads("3003", "Die Rechnung schickt der Shop")
    await anna.taps(plain("de", "order-items-button"))
    anna.reads("Kaffeebecher", "3003")


@pytest.mark.parametrize("said", ["tap", "yes"])
async def test_a_payment_is_looked_into_for_the_order_that_was_chosen(shop: Shop, said: str) -> None:
    anna = await anna_with_orders(shop)
    await anna.says(words_for("payment_problem", "de"))
    await anna.taps("1001")
    anna.reads("1001", "PayPal", "keine Karten- oder Kontonummern")
    await (anna.taps(plain("de", "asking-payment_problem-button")) if said == "tap" else anna.says("ja"))
    await eventually(lambda: seen(anna, "Unser Team ist benachrichtigt"))
    case = await Case.get(cause="human").prefetch_related("order")
    assert case.order is not None
    assert case.order.number == "1001"
    assert plain("de", "intent-payment_problem-button") in text_of(await shop.card("Problem mit der Zahlung"))


async def test_a_payment_without_an_order_is_looked_into_as_well(shop: Shop) -> None:
    ben = await shop.town.customer("de")
    await ben.says(words_for("payment_problem", "de"))
    await ben.taps(plain("de", "asking-payment_problem-button"))
    await eventually(lambda: seen(ben, "Unser Team ist benachrichtigt"))
    assert (await Case.get(cause="human")).order_id is None


@pytest.mark.parametrize("locale", LOCALES)
async def test_praise_is_kept_for_the_staff_and_holds_nobody_up(shop: Shop, locale: Locale) -> None:
    anna = await anna_with_orders(shop, locale)
    await anna.says(words_for("feedback", locale))
    await anna.taps(plain(locale, "asking-feedback-button"))
    await anna.says("Mehr Farben, bitte <b>!")
    anna.reads(as_read(plain(locale, "asking-kept")).split("\n")[0])
    case = await Case.get(cause="feedback")
    assert await CaseMessage.filter(case_id=case.id, author="customer", text="Mehr Farben, bitte <b>!").exists()
    assert "Mehr Farben" in text_of(await shop.card("Anregung"))
    await anna.says("1001")
    anna.reads("1001")


@pytest.mark.parametrize("locale", LOCALES)
async def test_pictures_and_words_go_into_the_feedback_box_as_one(shop: Shop, locale: Locale) -> None:
    shop.town.settings.community_chat_id = shop.town.web.room.add_channel("Laden", ()).id
    anna = await anna_with_orders(shop, locale)
    await anna.says(words_for("community", locale))
    await anna.taps(plain(locale, "community-feedback-button"))
    await anna.taps(plain(locale, "asking-feedback-button"))
    await anna.visitor.sends(("vorn.png", png()), ("hinten.png", png(50, 50)))
    await eventually(lambda: seen(anna, as_read(plain(locale, "asking-picture")).split("\n")[0]))
    await anna.says("So kam der Karton an.")
    anna.reads(as_read(plain(locale, "asking-kept")).split("\n")[0])
    case = await Case.get(cause="feedback")
    told = CaseMessage.filter(case_id=case.id, author="customer").order_by("id")
    assert [each.kind for each in await told] == ["photo", "photo", "text"]


async def test_a_delivery_is_rated_where_feedback_is_asked_about(shop: Shop) -> None:
    anna = await anna_with_orders(shop)
    await anna.says(words_for("feedback", "de"))
    await anna.taps(plain("de", "asking-rate-button", number="3003"))
    await anna.taps(plain("de", "survey-face-5-button"))
    assert await Answer.filter(score=5, chat_id=anna.id).exists()


async def test_a_human_and_a_withdrawal_are_heard_where_a_suggestion_is_written(shop: Shop) -> None:
    anna = await anna_with_orders(shop)
    await anna.says(words_for("feedback", "de"))
    await anna.taps(plain("de", "asking-feedback-button"))
    await anna.says("ich widerrufe 3003")
    anna.reads("Widerruf", "Ihre Worte sind trotzdem mit Datum und Uhrzeit festgehalten")
    assert not await Case.filter(cause="feedback").exists()
    await anna.says(words_for("feedback", "de"))
    await anna.taps(plain("de", "asking-feedback-button"))
    await anna.says("ich will einen Menschen sprechen")
    await eventually(lambda: seen(anna, "Unser Team ist benachrichtigt"))
    assert not await Case.filter(cause="feedback").exists()


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_parcel_told_as_delivered_is_looked_for_together(shop: Shop, locale: Locale) -> None:
    anna = await anna_with_orders(shop, locale)
    await anna.says(words_for("parcel_missing", locale))
    await anna.taps("3003")
    await anna.taps(plain(locale, "missing-button"))
    anna.reads(as_read(plain(locale, "missing-ask-neighbour")))
    await anna.taps(plain(locale, "missing-nowhere-button"))
    case = await Case.get(cause="missing").prefetch_related("order")
    assert case.order is not None
    assert case.order.number == "3003"


async def test_ones_own_code_goes_before_what_the_shop_says_of_codes(shop: Shop) -> None:
    erika = await a_customer()
    anna = await shop.town.customer("de", owns=[erika])
    answer = {"answer": {"de": "Codes gibt es im Newsletter."}}
    await save_entry("coupon", read_entry("coupon", answer), staff_id=None, now=shop.town.clock.now())
    await look_at_once()
    await anna.says(words_for("coupon", "de"))
    anna.reads("Codes gibt es im Newsletter.")
    await give_code(erika.id, "DANKE-5", source="test:1", reason="goodwill", now=shop.town.clock.now())
    await anna.says(words_for("coupon", "de"))
    anna.reads("DANKE-5", "im Shop an der Kasse")


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_is_not_switched_on_is_asked_of_a_human_by_yes(shop: Shop, locale: Locale) -> None:
    anna = await shop.town.customer(locale)
    await anna.says(words_for("referral", locale))
    topic = plain(locale, "intent-referral-button")
    anna.reads(as_read(plain(locale, "question-off-team", topic=topic)))
    await anna.says({"de": "ja", "en": "yes", "fr": "oui", "lb": "jo"}[locale])
    await eventually(Case.filter(cause="human").exists)


@pytest.mark.parametrize("locale", LOCALES)
async def test_where_nobody_answers_in_the_chat_the_address_is_told(town: Town, locale: Locale) -> None:
    town.settings.shop_contact, town.settings.shop_url = "hilfe@example.org", "https://shop.example.org"
    anna = await town.customer(locale, owns=[await a_customer()])
    for intent in ("payment_problem", "feedback", "complaint", "referral", "contact"):
        await anna.says(words_for(intent, locale))
        anna.reads("hilfe@example.org")
    await anna.says(words_for("place_order", locale))
    anna.reads("https://shop.example.org")
