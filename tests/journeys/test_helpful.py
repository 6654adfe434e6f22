""" "Helpful?" below what the bot answered in words, whoever wrote them; not below a screen that goes on."""

from datetime import timedelta

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.reports.periods import Period
from bot.reports.questions import questions
from bot.support.models import Question
from bot.support.results import Intent
from tests.journeys.test_followups import TOMORROW
from tests.journeys.test_intents import words_for
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person
from tests.support.staffed import Shop


async def known(shop: Shop, locale: Locale = "de") -> Person:
    erika = await a_customer()
    day = (shop.town.clock.now() + timedelta(days=3)).date()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit", expected_on=day)])
    return await shop.town.customer(locale, owns=[erika])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("intent", ["contact", "return_policy", "coupon", "delivery_time"])
async def test_a_statement_asks_whether_it_has_helped(shop: Shop, locale: Locale, intent: Intent) -> None:
    anna = await known(shop, locale)
    await anna.says(TOMORROW[locale] if intent == "delivery_time" else words_for(intent, locale))
    yes, no = plain(locale, "faq-helpful-button"), plain(locale, "faq-not-helpful-button")
    for label, helpful in ((yes, True), (yes, True), (no, False)):
        answer = await anna.taps(label)
        assert answer["text"] == plain(locale, f"faq-helpful-{'yes' if helpful else 'no'}-toast")
        assert (await Question.get()).helpful is helpful
        anna.can_tap(f"• {label}")


@pytest.mark.parametrize("intent", ["order_status", "refund_status", "invoice", "product_info", "account", "greeting"])
async def test_a_screen_that_goes_on_does_not(shop: Shop, intent: Intent) -> None:
    anna = await known(shop)
    await anna.says(words_for(intent, "de"))
    assert not any("👍" in label for label in anna.buttons)


async def test_neither_does_the_same_screen_where_nobody_has_asked(shop: Shop) -> None:
    anna = await known(shop)
    await anna.says("/points")
    await anna.says("/start")
    await anna.taps("1001")
    assert not any("👍" in label for label in anna.buttons)


async def test_the_report_counts_them(shop: Shop) -> None:
    anna = await known(shop)
    for label in ("👍", "👎"):
        await anna.says(words_for("contact", "de"))
        await anna.taps(label)
    told = await questions(Period(), tz=shop.town.settings.time_zone)
    assert (told.helpful, told.unhelpful) == (1, 1)
