""" "Tell me when it is back": asked for with a tap, told once, taken back by the same button."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.outbox.drain import Terms, drain
from bot.outbox.sender import Sender, open_sender
from bot.pacing import Pacer
from bot.shop.models import Product
from bot.support.models import StockWish
from bot.support.stock_news import tell_of_stock
from tests.support.builders import a_product
from tests.support.chat import Town

A_WEDNESDAY = datetime(2030, 11, 20, 11, 0, tzinfo=UTC)
NAMES = {"de": "Teekanne", "en": "Teapot", "fr": "Théière", "lb": "Téikan"}


@pytest.fixture
async def sender(town: Town) -> AsyncIterator[Sender]:
    town.clock.advance(A_WEDNESDAY - town.clock.now())
    async with open_sender(town.settings, Pacer(0)) as sender:
        await sender.check()
        yield sender


async def news(town: Town, sender: Sender) -> int:
    """Let the tick come that looks at what is back, and the messages arrive."""
    told = await tell_of_stock(town.settings, now=town.clock.now())
    await drain(town.clock.now, sender, Terms(town.settings, owner="test"))
    return told


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_asked_is_told_once_and_the_wish_is_used_up(town: Town, sender: Sender, locale: Locale) -> None:
    product = await a_product("POT-1", name=NAMES, stock=0)
    anna = await town.customer(locale)
    await anna.says("POT-1")
    anna.reads(plain(locale, "product-sold-out"))
    toast = await anna.taps(plain(locale, "product-wish-button"))
    assert toast["text"] == plain(locale, "product-wished-toast")
    anna.can_tap(plain(locale, "product-unwish-button"))
    assert await news(town, sender) == 0

    await Product.filter(id=product.id).update(stock=5)
    assert await news(town, sender) == 1
    await anna.looks()
    anna.reads(plain(locale, "product-back", name=NAMES[locale]).replace("<b>", "").replace("</b>", ""))
    await anna.taps(plain(locale, "product-open-button"))
    anna.reads("POT-1", plain(locale, "product-in-stock"))
    assert await news(town, sender) == 0
    town.clock.advance(timedelta(hours=2))
    assert (await news(town, sender), await StockWish.all().count()) == (0, 0)


async def test_the_same_button_takes_it_back_and_the_account_lists_what_one_waits_for(
    town: Town, sender: Sender
) -> None:
    product = await a_product("POT-1", name=NAMES, stock=0)
    anna = await town.customer("de")
    await anna.says("POT-1")
    await anna.taps(plain("de", "product-wish-button"))
    await anna.says("/account")
    await anna.taps(plain("de", "account-wishes-button"))
    await anna.taps("Teekanne")
    await anna.taps(plain("de", "product-unwish-button"))
    await anna.taps("Zurück")
    anna.reads("Sie warten auf kein Produkt")
    await Product.filter(id=product.id).update(stock=5)
    assert await news(town, sender) == 0
