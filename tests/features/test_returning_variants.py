"""Two items of one name are told apart where somebody says which goes back."""

from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from bot.shop.models import Line
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.stage import on_stage


async def test_the_colour_stands_beside_the_name(database: Settings, clock: Clock) -> None:
    erika, at = await a_customer(), clock.now() - timedelta(days=3)
    await an_order(
        "1001", customer=erika, lines=(Item("Schal", 1, "10.00"),), parcels=[parcel(scan("delivered", at=at))]
    )
    await Line.all().update(variant="Ziegelrot")
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("1001")
    await anna.taps(plain("de", "return-start-button"))
    anna.reads("Schal (Ziegelrot)")


@pytest.mark.parametrize("locale", LOCALES)
async def test_buttons_of_one_name_differ_by_size_or_else_by_article_number(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    erika, at = await a_customer(), clock.now() - timedelta(days=3)
    shirt = "Langärmeliges Oberhemd aus gebürsteter Baumwolle"
    items = [Item(shirt, 1, "10.00", sku="H-M"), Item(shirt, 1, "10.00", sku="H-L"), Item("Schal", sku="S-1")]
    items.append(Item("Schal", sku="S-2"))
    await an_order("1001", customer=erika, lines=items, parcels=[parcel(scan("delivered", at=at))], ship_country="DE")
    for sku, size in (("H-M", "M / 39"), ("H-L", "L / 42")):
        await Line.filter(sku=sku).update(variant=size)
    anna = await on_stage(database, clock, locale, owns=[erika])
    apart = ("(M / 39)", "(L / 42)", "Schal (S-1)", "Schal (S-2)")
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    anna.can_tap(*apart)
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    await anna.taps(plain(locale, "withdraw-some-button"))
    anna.can_tap(*apart)
