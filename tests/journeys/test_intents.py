"""Each of the 32 things people ask for opens a screen with a way on, in each language, linked or not."""

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.shop.models import Customer
from bot.support.matching import match
from bot.support.phrases import read_phrases
from bot.support.results import INTENTS, Intent
from tests.support.builders import a_customer, a_product, an_order, parcel
from tests.support.chat import Town
from tests.support.returns import a_delivered_order
from tests.support.staffed import Shop

# So many messages one after the other nobody takes for a flood.
BEFORE_A_FLOOD = 8


@pytest.mark.parametrize(
    ("locale", "orders"),
    [
        *((locale, orders) for locale in LOCALES for orders in ("not linked", "no order", "one order")),
        ("de", "several orders"),
    ],
)
async def test_whatever_is_asked_for_there_is_a_way_on(town: Town, locale: Locale, orders: str) -> None:
    await a_product("KANNE", name={"de": "Teekanne"})
    owns = await customers(orders)
    for place, intent in enumerate(INTENTS):
        if place % BEFORE_A_FLOOD == 0:
            anna = await town.customer(locale, owns=owns, name=f"Anna {place}")
        await anna.says(words_for(intent, locale))
        anna.has_a_way_on()
        anna.does_not_read("question-", "{")


def words_for(intent: Intent, locale: Locale) -> str:
    """The first phrase that is understood as just that."""
    ways = (phrase.text for phrase in read_phrases() if (phrase.intent, phrase.locale) == (intent, locale))
    return next(text for text in ways if match(text).is_plainly(intent) and match(text).verdict == "answer")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("words", ["qqn", "mensch bitte", "real person pls", "ech wëll mat engem Mënsch schwätzen"])
async def test_a_human_is_heard_where_a_form_waits(shop: Shop, locale: Locale, words: str) -> None:
    anna = await shop.town.customer(locale)
    await anna.says("/link")
    await anna.taps(plain(locale, "link-order-button"))
    await anna.says(f"parler à {words}" if words == "qqn" else words)
    case = await shop.card()
    assert case


async def customers(orders: str) -> list[Customer]:
    if orders == "not linked":
        return []
    erika = await a_customer()
    if orders != "no order":
        await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    if orders == "several orders":
        await an_order("2002", customer=erika, parcels=[parcel("out_for_delivery")])
        await a_delivered_order("3003", customer=erika)
    return [erika]
