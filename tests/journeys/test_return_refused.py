"""Staff who would not accept something of a withdrawal say which reason of the law it is, or take off a loss."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import Return, ReturnItem
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.desk import follows, taps
from tests.support.staffed import Shop, eventually, seen

CREAM = Item("Creme", 2, "20.00", sku="CREME")


async def withdraws(shop: Shop, locale: Locale = "de") -> Person:
    """Anna withdraws from two jars, and they have come back."""
    at = shop.town.clock.now() - timedelta(days=2)
    owner = await a_customer()
    columns: dict[str, Any] = {"ship_country": "DE", "placed_at": at - timedelta(days=2), "customer": owner}
    await an_order("1001", lines=(CREAM,), parcels=[parcel(scan("delivered", at=at))], **columns)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    await taps(shop, "rma-here-button")
    return anna


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_reason_comes_before_the_words(shop: Shop, locale: Locale) -> None:
    await a_product("CREME", return_exclusion="sealed_hygiene")
    anna = await withdraws(shop)
    mia = await follows(shop, "Etwas stimmt nicht", locale)
    await mia.taps("Creme")
    await mia.taps(plain(locale, "rma-checked-button"))
    mia.can_tap(plain(locale, "rma-loss-button"))
    await mia.says("kaputt")
    mia.reads(plain(locale, "rma-tap-please"))
    await mia.taps(plain(locale, "rma-refusal-seal-button"))
    await mia.says("Das Siegel war ab")
    await eventually(lambda: seen(anna, "Das Siegel war ab"))
    assert ((await Return.get()).status, (await ReturnItem.get()).accepted) == ("inspected", 1)


async def test_without_a_seal_there_is_the_loss_instead_and_a_way_back(shop: Shop) -> None:
    await a_product("CREME")
    anna = await withdraws(shop)
    mia = await follows(shop, "Etwas stimmt nicht")
    await mia.taps("Creme")
    await mia.taps(plain("de", "rma-checked-button"))
    mia.reads("Ein Widerruf lässt sich nicht ablehnen")
    assert plain("de", "rma-refusal-seal-button") not in mia.buttons
    await mia.taps(plain("de", "menu-back-button"))
    mia.reads("1 nicht in Ordnung")
    await mia.taps(plain("de", "rma-checked-button"))
    await mia.taps(plain("de", "rma-loss-button"))
    await mia.says("5,00")
    mia.does_not_read("1 nicht in Ordnung")
    await mia.taps(plain("de", "rma-checked-button"))
    await mia.says("Ein Deckel ist zerkratzt")
    await eventually(lambda: seen(anna, "Ein Deckel ist zerkratzt"))
    assert ((await Return.get()).loss, (await ReturnItem.get()).accepted) == (Decimal(5), 2)
