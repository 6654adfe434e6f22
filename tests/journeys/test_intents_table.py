"""Where each of the 32 things people ask for leads to, by what they own: not linked, with one order, with several."""

import re
from collections.abc import Sequence

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.support.results import INTENTS, Intent
from bot.tickets.models import Case
from dialogs.widgets import TAG
from tests.journeys.test_intents import customers, words_for
from tests.support.builders import a_product
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen

OWNING = ("not linked", "one order", "several orders")
# What is read, as keys of the locales: not linked, with one order, with several; one for all where it is the same.
ALL = tuple[str, str, str]
OF_ORDERS: ALL = ("question-link-first", "order-title", "orders-choose")
TO_RETURN: ALL = ("question-link-first", "order-title", "return-which")
TO_CHANGE: ALL = ("question-link-first", "change-gone", "orders-choose")
LED_TO: dict[Intent, str | ALL] = {
    "order_status": OF_ORDERS,
    "delivery_time": ("question-link-first", "question-arrives-unknown", "orders-choose"),
    "delivery_options": ("question-untold-team", "question-brought", "question-brought"),
    "cancel_order": TO_CHANGE,
    "change_order": TO_CHANGE,
    "change_address": TO_CHANGE,
    "return_item": TO_RETURN,
    "damaged_item": TO_RETURN,
    "wrong_item": TO_RETURN,
    "withdrawal": ("link-intro", "withdraw-title", "withdraw-which"),
    "refund_status": ("question-link-first", "money-none", "money-none"),
    "return_policy": ("returns-title", "term-title", "returns-title"),
    "parcel_missing": ("question-link-first", "order-missing-coming", "orders-choose"),
    "complaint": "case-heard-complaint",
    "invoice": ("question-link-first", "asking-invoice", "orders-choose"),
    "payment_methods": "question-untold-team",
    "payment_problem": ("asking-payment_problem", "asking-payment_problem", "orders-choose"),
    "product_info": "product-list",
    "place_order": "question-order-shop",
    "account": "account-title",
    "loyalty_points": ("question-link-first", "points-title", "points-title"),
    "coupon": ("codes-unlinked", "codes-none", "codes-none"),
    "referral": "question-off-team",
    "community": "question-off-team",
    "feedback": "asking-feedback",
    "newsletter": "consent-title",
    "human": "case-heard",
    "contact": "contact-title",
    "privacy": "privacy-title",
    "language": "language-choose",
    "greeting": "menu-home",
    "thanks": "question-welcome",
}
# What a tap on an order of several leads to, and which one is tapped.
AFTER_THE_CHOICE: dict[Intent, tuple[str, str]] = {
    "order_status": ("1001", "order-title"),
    "delivery_time": ("1001", "question-arrives-unknown"),
    "cancel_order": ("1001", "change-gone"),
    "change_order": ("1001", "change-gone"),
    "change_address": ("2002", "change-gone"),
    "return_item": ("3003", "withdraw-pieces-ask"),
    "damaged_item": ("3003", "withdraw-pieces-ask"),
    "wrong_item": ("3003", "withdraw-pieces-ask"),
    "withdrawal": ("1001", "withdraw-title"),
    "parcel_missing": ("3003", "order-missing-arrived"),
    "invoice": ("3003", "asking-invoice"),
    "payment_problem": ("3003", "asking-payment_problem"),
}
# The bot is silent afterwards: a human answers.
HANDED_OVER = ("complaint", "human")


def test_the_table_names_every_intent() -> None:
    assert set(LED_TO) == set(INTENTS)


@pytest.mark.parametrize("owning", OWNING)
@pytest.mark.parametrize("locale", LOCALES)
async def test_each_intent_leads_to_where_it_is_done(shop: Shop, locale: Locale, owning: str) -> None:
    await a_product("KANNE", name={"de": "Teekanne", "en": "Teapot", "fr": "Théière", "lb": "Téikan"})
    owns = await customers(owning)
    faults: list[str] = []
    for place, intent in enumerate(INTENTS):
        anna = await shop.town.customer(locale, owns=owns, name=f"Anna {place}")
        led_to = LED_TO[intent]
        key = led_to if isinstance(led_to, str) else led_to[OWNING.index(owning)]
        await anna.says(words_for(intent, locale))
        faults += await _not_read(anna, intent, key, locale)
        if owning == "several orders" and intent in AFTER_THE_CHOICE:
            number, key = AFTER_THE_CHOICE[intent]
            await anna.taps(number)
            faults += await _not_read(anna, intent, key, locale, and_also=[number] if "arrives" not in key else [])
    assert not faults, "\n\n".join(faults)
    expected = len(HANDED_OVER)
    assert await Case.filter(cause__in=HANDED_OVER).count() == expected


async def _not_read(
    anna: Person, intent: Intent, key: str, locale: Locale, *, and_also: Sequence[str] = ()
) -> list[str]:
    """What is missing on the screen, told so that it can be mended."""
    wanted = [*_told(key, intent, locale), *and_also]
    if intent in HANDED_OVER:
        await eventually(lambda: seen(anna, wanted[0]))
    text = anna.text
    missing = [each for each in wanted if each not in text]
    if "{" in text or not anna.buttons:
        missing.append("a text without holes, and a way on")
    return [f"{intent}: {missing} not in:\n{text}\n{anna.buttons}"] if missing else []


def _told(key: str, intent: Intent, locale: Locale) -> list[str]:
    """What every version of a text has in common: the longest part that holds no value, of its first line."""
    unknown = dict.fromkeys(("number", "name", "carrier", "ask"), "\x00")
    values = {"topic": plain(locale, f"intent-{intent}-button"), "shop": "Laden"} | unknown
    first = TAG.sub("", plain(locale, key, **values)).split("\n")[0]
    return [re.sub("[\u00a0\u202f]", " ", max(first.split("\x00"), key=len)).strip()]
