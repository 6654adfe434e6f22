"""The delivery goes back with the withdrawal from everything that can be withdrawn from, whatever is claimed beside."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.returns.billing import lock_bill
from bot.returns.following import catch_up
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.verdicts import approve
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shop.by_platform import note_refund
from bot.shop.models import Line, Order, Product
from bot.shop.platform_models import PlatformReturn
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON, asked

COST = Decimal("4.90")


def about(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def bought(*skus: str) -> tuple[Order, dict[str | None, Line]]:
    """A mug of 20, a cake of 10 that nobody can withdraw from, a pattern of 9 to be downloaded; delivered for 4.90."""
    for sku, why in (("CAKE", "perishable"), ("PATTERN", "digital")):
        if not await Product.filter(sku=sku).exists():
            await a_product(sku, return_exclusion=why)
    prices = {"MUG": "20.00", "POT": "30.00", "CAKE": "10.00", "PATTERN": "9.00"}
    lines = [Item(sku.title(), 1, prices[sku], sku) for sku in skus]
    sent = [{"sku": sku, "quantity": 1} for sku in skus if sku != "PATTERN"]
    order = await an_order(
        lines=lines,
        parcels=[parcel(scan("delivered", at=DELIVERED), contents=sent)],
        ship_country="DE",
        status="processing",
        placed_at=DELIVERED,
        shipping_total=COST,
        total=sum((Decimal(prices[sku]) for sku in skus), COST),
    )
    return order, {line.sku: line for line in await Line.filter(order_id=order.id)}


async def brings_delivery(order: Order, settings: Settings, *lines: Line) -> bool:
    chosen = {line.id: line.quantity for line in lines}
    offer = await read_withdrawal(order.id, chosen=chosen, **about(order, settings))
    assert dict(offer.chosen) == chosen
    assert offer.estimate.shipping in {0, COST}
    return bool(offer.estimate.shipping)


@pytest.mark.parametrize(("told", "still"), [("4.90", "0"), ("2.00", "2.90"), ("6.00", "0"), (None, "4.90")])
async def test_what_the_shop_has_paid_back_of_the_delivery_does_not_come_again(
    database: Settings, told: str | None, still: str
) -> None:
    """The cake stays, so that its price would have paid for it."""
    order, line = await bought("MUG", "CAKE")
    shipping = Decimal(told) if told else None
    here: dict[str, Any] = {"items": (), "refunded_at": DELIVERED, "shipping": shipping}
    assert await note_refund(order.id, "R1", amount=shipping or Decimal("4.90"), **here)
    assert not await note_refund(order.id, "R1", amount=shipping or Decimal("4.90"), **here)
    made = await withdrawn(order, database, line["MUG"])
    assert (made.goods, made.shipping) == (Decimal("20.00"), Decimal(still))
    await paid_back(made.id, database)
    assert (await read_sheet(made.id)).left.amount == 0


async def test_a_refund_that_shows_what_a_return_has_brought_is_no_second_one(database: Settings) -> None:
    order, line = await bought("MUG", "CAKE")
    made = await withdrawn(order, database, line["MUG"])
    await paid_back(made.id, database)
    here: dict[str, Any] = {"items": [{"sku": "MUG", "quantity": 1}], "refunded_at": SOON}
    await note_refund(order.id, "R1", amount=Decimal("24.90"), shipping=COST, **here)
    bill = await lock_bill(order.id, of=made.id)
    assert (bill.shipping_is_back, bill.shipping_repaid) == (False, Decimal())
    assert (await lock_bill(order.id)).shipping_is_back


async def withdrawn(order: Order, settings: Settings, *lines: Line) -> Return:
    chosen = {line.id: line.quantity for line in lines}
    made = await withdraw(order.id, chosen, chat_id=7, locale="de", **about(order, settings))
    return await Return.get(id=made.id)


async def test_a_download_alone_gives_no_delivery_back_of_goods_that_are_kept(database: Settings) -> None:
    order, line = await bought("CAKE", "PATTERN")
    assert not await brings_delivery(order, database, line["PATTERN"])
    order, line = await bought("MUG", "PATTERN")
    assert not await brings_delivery(order, database, line["PATTERN"])
    assert await brings_delivery(order, database, line["MUG"])


async def test_of_downloads_alone_everything_goes_back(database: Settings) -> None:
    await a_product("PATTERN", return_exclusion="digital")
    order = await an_order(
        lines=[Item("Pattern", 1, "9.00", "PATTERN")],
        status="processing",
        placed_at=DELIVERED,
        shipping_total=COST,
        total=Decimal("13.90"),
    )
    assert await brings_delivery(order, database, *await Line.filter(order_id=order.id))


@pytest.mark.parametrize("claimed", ["CAKE", "POT"])
@pytest.mark.parametrize("stands", ["none", "open", "cancelled", "paid"])
async def test_a_claim_changes_nothing_of_what_a_withdrawal_of_the_rest_gives(
    database: Settings, claimed: str, stands: str
) -> None:
    """Beside a cake that nobody can withdraw from it is one from everything, beside a pot that is kept it is not."""
    order, line = await bought("MUG", claimed)
    if stands != "none":
        claim = await asked(order, Piece(line[claimed].id, 1, "defective"), way=Way.WARRANTY, settings=database)
        if stands == "cancelled":
            await cancel(claim.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
        if stands == "paid":
            await paid_back(claim.id, database)
    is_whole = claimed == "CAKE"
    assert await brings_delivery(order, database, line["MUG"]) is is_whole
    made = await withdrawn(order, database, line["MUG"])
    assert made.shipping == (COST if is_whole else 0)


@pytest.mark.parametrize("claimed", ["CAKE", "POT"])
async def test_a_claim_that_is_made_and_given_up_later_takes_nothing_away(database: Settings, claimed: str) -> None:
    order, line = await bought("MUG", claimed)
    made = await withdrawn(order, database, line["MUG"])
    before = (await read_sheet(made.id)).total
    claim = await asked(order, Piece(line[claimed].id, 1, "defective"), way=Way.WARRANTY, settings=database)
    assert claim.estimate.shipping == 0
    assert (await read_sheet(made.id)).total == before
    await cancel(claim.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    assert (await read_sheet(made.id)).total == before


async def test_the_delivery_goes_with_what_is_withdrawn_from_last(database: Settings) -> None:
    order, line = await bought("MUG", "POT", "CAKE")
    assert (await withdrawn(order, database, line["POT"])).shipping == 0
    assert (await withdrawn(order, database, line["MUG"])).shipping == COST


async def test_a_withdrawal_that_the_platform_keeps_keeps_its_delivery(database: Settings) -> None:
    """Its platform takes another piece back with it, and the cake that stays is none that could go."""
    order, line = await bought("MUG", "POT", "CAKE")
    await withdrawn(order, database, line["POT"])
    made = await withdrawn(order, database, line["MUG"])
    assert made.shipping == COST
    items: list[dict[str, Any]] = [{"sku": "MUG", "quantity": 1}, {"sku": "CAKE", "quantity": 1}]
    await PlatformReturn.create(order_id=order.id, external_id="5", status="approved", items=items, revised_at=SOON)
    await catch_up(order.id, made="5", settings=database, now=SOON)
    sheet = await read_sheet(made.id)
    assert (sheet.goods.amount, sheet.shipping.amount) == (Decimal("30.00"), COST)


async def paid_back(return_id: int, settings: Settings) -> None:
    await approve(return_id, policy=DEFAULT, **by_mia(settings))
    await receive(return_id, **by_mia(settings))
    await check(return_id, Finding(), policy=DEFAULT, **by_mia(settings))
    await settle(return_id, "refund", **by_mia(settings))
