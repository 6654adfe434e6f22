"""Card, dialog and general answer say the same of a return, whoever asks where."""

import re
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import html, plain
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from bot.returns.rights import with_right
from bot.shop.models import Order
from tests.journeys.test_returning import chooses
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.desk import DEAR, follows
from tests.support.postman import all_settled
from tests.support.staffed import Shop, eventually, seen

BARRED: dict[str, Any] = {"returnable": False, "not_returnable_because": {"de": "Ausverkaufsware"}}


async def arrived(shop: Shop, *lines: Item, locale: Locale = "de") -> tuple[Person, Order]:
    """Anna had it three days ago."""
    owner, at = await a_customer(), shop.town.clock.now() - timedelta(days=3)
    columns: dict[str, Any] = {"lines": lines, "ship_country": "DE", "placed_at": at - timedelta(days=2)}
    order = await an_order("1001", customer=owner, parcels=[parcel(scan("delivered", at=at))], **columns)
    return await shop.town.customer(locale, owns=[owner]), order


def told(locale: Locale, key: str, **values: Any) -> str:
    """As the chat shows it: its spaces break."""
    return re.sub("[\u00a0\u202f]", " ", plain(locale, key, **values))


def text_in(locale: Locale, key: str, **values: Any) -> str:
    """The same of a message, without its markup."""
    return re.sub("[\u00a0\u202f]", " ", re.sub(r"<[^>]*>", "", html(locale, key, **values)))


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_the_shop_bars_may_be_withdrawn_from_on_its_card_and_in_the_dialog(
    shop: Shop, locale: Locale
) -> None:
    await a_product("BECHER-1", **BARRED)
    anna, _ = await arrived(shop, Item("Kaffeebecher", 1, "19.90", sku="BECHER-1"), locale=locale)
    favour = told(locale, "product-no-favour-because", reason="Ausverkaufsware")
    await anna.says("BECHER-1")
    anna.reads(told(locale, "product-withdrawal", days=14), favour, told(locale, "product-defect", months=24))
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    anna.reads("Kaffeebecher", favour)
    anna.does_not_read(told(locale, "return-until-goodwill", day=shop.town.clock.now().date())[:20])


async def on_its_way(shop: Shop, status: str = "out_for_delivery", locale: Locale = "de") -> Person:
    owner, now = await a_customer(), shop.town.clock.now()
    columns: dict[str, Any] = {"ship_country": "DE", "placed_at": now - timedelta(days=2), "customer": owner}
    sent = [parcel(status)] if status != "processing" else []
    await an_order("1001", lines=[Item("Kaffeebecher", 1, "19.90")], parcels=sent, status="processing", **columns)
    return await shop.town.customer(locale, owns=[owner])


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_complaint_about_what_has_not_come_yet_says_so_and_leads_to_what_can_be_done(
    shop: Shop, locale: Locale
) -> None:
    anna = await on_its_way(shop, locale=locale)
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    assert plain(locale, "withdraw-chosen-button") not in anna.buttons
    anna.can_tap(
        plain(locale, "withdraw-button"), plain(locale, "return-here-button"), plain(locale, "order-card-button")
    )
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(told(locale, "withdraw-coming"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    anna.has_read(told(locale, "return-next-coming"))
    assert told(locale, "return-next-approved", shop="Laden") not in str(anna.messages)


async def test_whoever_has_it_already_goes_on_and_what_is_still_in_the_shop_is_cancelled(shop: Shop) -> None:
    anna = await on_its_way(shop)
    await anna.says("falscher Artikel in 1001")
    anna.reads("noch nicht bei Ihnen", "Kaffeebecher: noch unterwegs zu Ihnen")
    await anna.taps("Es ist schon da")
    await anna.taps("Weiter")
    await anna.taps("Falscher Artikel")
    anna.reads("Zeigen Sie uns, was los ist")
    await anna.says("/start")
    await an_order("1002", customer_id=(await Order.get()).customer_id, status="processing")
    await anna.says("1002 ist der falsche Artikel")
    anna.reads("Das ist noch nicht verschickt")
    anna.can_tap("Ändern oder stornieren", "Vertrag widerrufen")


@pytest.mark.parametrize("locale", LOCALES)
async def test_an_order_that_was_withdrawn_from_is_waited_for_by_nobody(shop: Shop, locale: Locale) -> None:
    anna = await on_its_way(shop, "processing", locale)
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    await all_settled()
    await anna.says("1001")
    anna.does_not_read(told(locale, "state-processing"), told(locale, "order-no-parcel"))
    day = shop.town.clock.now().astimezone(ZoneInfo("Europe/Berlin")).date()
    assert text_in(locale, "order-declared-stopped-all", day=day) in anna.text
    await anna.says("/start")
    anna.does_not_read(text_in(locale, "menu-home-open", open=1))
    await anna.taps(plain(locale, "menu-orders-button"))
    anna.can_tap(plain(locale, "orders-entry-withdrawn"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_is_declined_a_favour_reads_that_they_may_still_withdraw(shop: Shop, locale: Locale) -> None:
    shop.town.settings.default_locale = locale
    anna, _ = await arrived(shop, DEAR, locale=locale)
    await anna.says("1001")
    for key in ("return-start-button", "withdraw-chosen-button", "return-why-style", "return-want-credit"):
        await anna.taps(plain(locale, key))
    await anna.taps(plain(locale, "return-send-button"))
    mia = await follows(shop, plain(locale, "rma-decline-button"), locale)
    until = (await with_right(await read_sheet((await Return.get()).id), **now_of(shop))).right
    assert until is not None
    mia.reads(text_in(locale, "rma-right-until", day=until.until))
    await mia.says("Benutzt")
    await eventually(lambda: seen(anna, "Benutzt"))
    anna.has_read(text_in(locale, "return-still-withdraw-until", day=until.until))
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(told(locale, "withdraw-ask"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    assert await Return.filter(way="withdrawal", status="approved").count() == 1


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_waits_for_a_favour_reads_until_when_they_may_withdraw_instead(shop: Shop, locale: Locale) -> None:
    anna, _ = await arrived(shop, DEAR, locale=locale)
    await anna.says("1001")
    for key in ("return-start-button", "withdraw-chosen-button", "return-why-style", "return-want-credit"):
        await anna.taps(plain(locale, key))
    await anna.taps(plain(locale, "return-send-button"))
    favour = await Return.get()
    assert (favour.way, favour.status) == ("goodwill", "requested")
    right = (await with_right(await read_sheet(favour.id), **now_of(shop))).right
    assert right is not None
    await eventually(lambda: seen(anna, text_in(locale, "return-still-withdraw-until", day=right.until)))
    await anna.taps(plain(locale, "return-open-button"))
    await anna.taps(plain(locale, "withdraw-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    assert await Return.filter(way="withdrawal", status="approved").count() == 1
    assert (await Return.get(id=favour.id)).status == "cancelled"


def now_of(shop: Shop) -> dict[str, Any]:
    return {"settings": shop.town.settings, "now": shop.town.clock.now()}


async def test_who_wants_to_cancel_what_has_left_finds_the_withdrawal_there(shop: Shop) -> None:
    anna = await on_its_way(shop)
    await anna.says("1001 stornieren")
    anna.reads("Es ist schon unterwegs")
    await anna.taps("Vertrag widerrufen")
    await anna.taps("Widerruf bestätigen")
    await anna.says("1001 stornieren")
    anna.does_not_read("Es ist schon unterwegs")


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_the_law_excludes_is_not_said_to_be_over(shop: Shop, locale: Locale) -> None:
    await a_product("CHOC", return_exclusion="perishable", returnable=False)
    anna, _ = await arrived(shop, Item("Pralinen", 2, "8.00", "CHOC"), locale=locale)
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    law = told(locale, "withdraw-law-perishable")
    anna.reads(law)
    await anna.taps("Pralinen")
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    anna.reads(law)
    anna.does_not_read(text_in(locale, "return-why-only-defects").splitlines()[1][:20])


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_wants_the_money_for_a_defect_reads_that_they_may_withdraw(shop: Shop, locale: Locale) -> None:
    anna, _ = await arrived(shop, Item("Kaffeebecher", 2, "8.00", "MUG"), locale=locale)
    await anna.says("1001")
    await chooses(anna, locale, "defective", "refund")
    anna.reads("💡")
    await anna.taps(plain(locale, "menu-back-button"))
    await anna.taps(plain(locale, "return-want-credit"))
    anna.does_not_read("💡")
