"""Something from another order in the same parcel, by taps: looked at together, sent at once, told one by one."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.models import Return, ReturnItem
from bot.shop.models import Order
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen

MUG, TEA = Item("Kaffeebecher", 2, "19.90"), Item("Teekanne", 1, "24.50")


async def two_orders(shop: Shop, locale: Locale = "de") -> tuple[Person, Order, Order]:
    """One that came lately, one of three weeks before."""
    owner = await a_customer()
    orders: list[Order] = []
    for number, line, days in (("1001", MUG, 3), ("1002", TEA, 20)):
        at = shop.town.clock.now() - timedelta(days=days)
        columns: dict[str, Any] = {"lines": (line,), "ship_country": "DE", "placed_at": at - timedelta(days=2)}
        orders.append(await an_order(number, customer=owner, parcels=[parcel(scan("delivered", at=at))], **columns))
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    return anna, orders[0], orders[1]


async def answers(anna: Person, locale: Locale, *, item: str | None = None, reason: str = "unwanted") -> None:
    """From the items to the summary; the only piece is chosen already."""
    if item:
        await anna.taps(item)
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, f"return-why-{reason}"))
    await anna.taps(plain(locale, "return-want-refund"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_two_orders_go_back_in_one_parcel(shop: Shop, locale: Locale) -> None:
    anna, new, old = await two_orders(shop, locale)
    await anna.taps(plain(locale, "return-start-button"))
    await answers(anna, locale, item="Kaffeebecher")
    await anna.taps(plain(locale, "return-more-button"))
    await anna.taps(old.number)
    await answers(anna, locale)
    anna.reads("1001", "1002", "Kaffeebecher", "Teekanne", "44")
    await anna.taps(plain(locale, "withdraw-confirm-button"))

    rows = await Return.all().order_by("id")
    assert [(row.order_id, row.way, row.goods) for row in rows] == [
        (new.id, "withdrawal", Decimal("19.90")),
        (old.id, "goodwill", Decimal("24.50")),
    ]
    assert {row.together for row in rows} == {rows[0].id}
    beside = plain(locale, "return-beside", number=rows[1].number, order="1002")
    await eventually(lambda: seen(anna, beside))
    await eventually(lambda: seen(anna, rows[1].number, times=2))
    assert await Push.filter(once__contains=":receipt:").count() == 1


async def test_what_was_added_can_be_taken_out_again(shop: Shop) -> None:
    anna, new, old = await two_orders(shop)
    await anna.taps(plain("de", "return-start-button"))
    await answers(anna, "de", item="Kaffeebecher")
    await anna.taps(plain("de", "return-more-button"))
    await anna.taps(old.number)
    await answers(anna, "de")
    await anna.taps(plain("de", "return-more-out-button", number=old.number))
    anna.reads("Kaffeebecher", "19,90")
    await anna.taps(plain("de", "withdraw-confirm-button"))
    row = await Return.get()
    assert (row.order_id, row.together, await ReturnItem.all().count()) == (new.id, None, 1)


async def test_whose_other_orders_cannot_go_back_is_offered_none(shop: Shop) -> None:
    anna, _, old = await two_orders(shop)
    await Order.filter(id=old.id).update(state="cancelled")
    await anna.taps(plain("de", "return-start-button"))
    await answers(anna, "de", item="Kaffeebecher")
    assert plain("de", "return-more-button") not in anna.buttons
