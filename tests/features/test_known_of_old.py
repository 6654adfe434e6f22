"""What a shop has told nothing of: the customer's own last order says how it was paid and who brought it."""

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from tests.support.builders import a_customer, an_order, parcel
from tests.support.stage import on_stage

PAY: dict[Locale, str] = {
    "de": "welche Zahlungsarten gibt es?",
    "en": "which payment methods do you accept?",
    "fr": "quels moyens de paiement acceptez-vous ?",
    "lb": "wéi eng Bezuelméiglechkeete gëtt et?",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_how_the_last_order_was_paid_is_told_with_the_way_to_a_human(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, payment_method="PayPal")
    staffed = database.model_copy(update={"staff_chat_id": -100})
    anna = await on_stage(staffed, clock, locale, owns=[erika])
    await anna.says(PAY[locale])
    ask = plain(locale, "question-ask-team")
    anna.reads(plain(locale, "question-paid", number="1001", method="PayPal", ask=ask))


async def test_who_brought_the_last_order_is_told(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit", carrier="dhl")])
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("welche Lieferarten gibt es?")
    anna.reads("1001", "DHL", plain("de", "question-ask-shop", shop=database.shop_name))


async def test_of_nothing_known_nothing_is_made_up(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    anna = await on_stage(database, clock, owns=[erika])
    for text in (PAY["de"], "welche Lieferarten gibt es?"):
        await anna.says(text)
        anna.reads("Dazu hat mir der Shop noch nichts gesagt")
