"""A withdrawal of what was paid for in part, or on top: nothing is refused, and no cent goes twice or is lost."""

import os
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.config import Settings
from bot.returns.billing import left_of_order
from bot.returns.desk_money import desk_money
from bot.returns.doors import doors_of, withdrawable
from bot.returns.listing import describe_return
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnPayment, ShopCall
from bot.returns.money_text import money_lines
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import TooMuchError, settle
from bot.returns.surcharge import record_difference
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.returns.wording import Reader
from bot.shop.models import Line, Order, Product, Refund
from bot.shop.orders import get_order
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order

D = Decimal
LATER = SOON + timedelta(hours=1)
PAYING = Policy(pays_difference=True, exchange_within=100)
WITH_DELIVERY: dict[str, Any] = {"total": D("34.90"), "shipping_total": D("4.90")}
CALLED = {"shop_callback_url": "https://x.example", "shop_callback_secret": SecretStr("s" * 32)}
READER = Reader("de", ZoneInfo("Europe/Berlin"), "Shop")


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


def reading(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": PAYING, "settings": settings, "now": LATER}


async def a_wish(
    settings: Settings, *, pieces: int = 3, outcome: str = "refund", stands: str = "approved", **columns: Any
) -> tuple[Order, Line, Requested]:
    """Of three mugs for 10 each so many go back by the shop's goodwill; a jug in exchange costs 18."""
    await a_product("KRUG", name={"de": "Krug"}, price=D("18.00"), currency="EUR")
    order, line = await a_delivered_order(**columns)
    sku = "KRUG" if outcome == "exchange" else None
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, pieces, "unwanted", sku),), way=Way.GOODWILL, outcome=outcome)
    made = await ask(wish, chat_id=7, locale="de", **reading(order, settings) | {"now": SOON})
    if stands == "in_transit":
        await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=settings, now=SOON)
    if stands in {"received", "inspected"}:
        await receive(made.id, **by_mia(settings))
    if stands == "inspected":
        await check(made.id, Finding(), policy=PAYING, **by_mia(settings))
    return order, line, made


async def an_exchange(settings: Settings, *, pieces: int = 1, **columns: Any) -> tuple[Order, Line, Requested]:
    """For jugs: checked, and what these cost more is paid."""
    order, line, made = await a_wish(settings, pieces=pieces, outcome="exchange", stands="inspected", **columns)
    await record_difference(made.id, "bar", **by_mia(settings))
    return order, line, made


async def offered(order: Order, settings: Settings, some: dict[int, int] | None = None) -> Withdrawal:
    return await read_withdrawal(order.id, chosen=some, **reading(order, settings))


async def withdrawn(order: Order, settings: Settings, some: dict[int, int] | None = None) -> list[Requested]:
    seen = await offered(order, settings, some)
    made = await withdraw(order.id, seen.choice, chat_id=7, locale="de", **reading(order, settings))
    parts = [made, *made.beside]
    assert [each.estimate for each in parts] == [part.estimate for part in seen.parts]
    sheets = [await read_sheet(each.id) for each in parts]
    assert sum(sheet.given.amount for sheet in sheets if sheet.given) == seen.money.given
    assert sum(sheet.topped.amount for sheet in sheets if sheet.topped) == seen.money.topped
    return parts


async def paid_out(made: Requested, settings: Settings, *, comes: bool = True) -> Decimal:
    """What the staff pay once it was checked."""
    if comes and (await read_sheet(made.id)).status is not Status.RECEIVED:
        await receive(made.id, **by_mia(settings))
    await check(made.id, Finding(), policy=PAYING, **by_mia(settings))
    if (await read_sheet(made.id)).status is not Status.INSPECTED:
        return D(0)
    return (await settle(made.id, "refund", **by_mia(settings))).amount


@pytest.mark.parametrize("stands", ["approved", "in_transit", "inspected"])
async def test_what_was_refunded_in_part_can_be_withdrawn_from_and_only_the_rest_is_paid(
    database: Settings, stands: str
) -> None:
    order, _line, favour = await a_wish(database, stands=stands, **WITH_DELIVERY)
    await settle(favour.id, "refund", amount=D("12.34"), **by_mia(database))
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (await doors_of(card, settings=database, now=SOON)).withdraw
    assert await withdrawable([order.id], **reading(order, database)) == [order.id]
    offer = await offered(order, database)
    assert (offer.estimate.total, offer.money.given) == (D("34.90"), D("12.34"))

    [made] = await withdrawn(order, database)
    ended, sheet = await read_sheet(favour.id), await read_sheet(made.id)
    assert (ended.status, ended.overtaken_by, ended.paid) == (Status.CANCELLED, made.number, None)
    assert sheet.paid is not None
    assert (sheet.due.amount, sheet.paid.amount, sheet.payable.amount) == (D("34.90"), D("12.34"), D("22.56"))
    told = money_lines(sheet, "de", shop="Shop")
    assert "Sie bekommen zurück: <b>34,90\N{NO-BREAK SPACE}€</b>" in told
    assert "An Sie gezahlt: <b>12,34\N{NO-BREAK SPACE}€</b>" in told
    assert await left_of_order(order.id) == D("22.56")
    if stands != "inspected":  # that is looked at anew
        with pytest.raises(TooMuchError):
            await settle(made.id, "refund", amount=D("22.57"), **by_mia(database))
    assert await paid_out(made, database) == D("22.56")
    assert await left_of_order(order.id) == 0
    assert sum([each.amount for each in await ReturnPayment.all()], D(0)) == D("34.90")


async def test_what_was_paid_on_top_goes_back_with_the_refund_and_everybody_reads_so(database: Settings) -> None:
    settings = database.model_copy(update=CALLED)
    order, _line, wish = await an_exchange(settings, pieces=3, **WITH_DELIVERY)
    offer = await offered(order, settings)
    assert (offer.estimate.total, offer.money.topped) == (D("34.90"), D("24.00"))

    [made] = await withdrawn(order, settings)
    ended, sheet = await read_sheet(wish.id), await read_sheet(made.id)
    assert (ended.status, ended.is_topped) == (Status.CANCELLED, False)
    assert (sheet.status, sheet.outcome, sheet.payable.amount) == (Status.RECEIVED, "refund", D("58.90"))
    told = money_lines(sheet, "de", shop="Shop")
    assert "Sie bekommen zurück: <b>58,90\N{NO-BREAK SPACE}€</b>" in told
    assert "24,00\N{NO-BREAK SPACE}€, die Sie für einen anderen Artikel dazugezahlt haben" in told
    desk = "\n".join(desk_money(sheet, READER))
    assert "58,90\N{NO-BREAK SPACE}€" in desk
    assert "Dazugezahlt: 24,00\N{NO-BREAK SPACE}€" in desk
    shown = await describe_return(made.number, tz=settings.time_zone)
    money = {name: shown["money"][name] for name in ("due", "paid_on_top", "carried_on_top", "payable")}
    assert money == {"due": "34.90", "paid_on_top": "24.00", "carried_on_top": "24.00", "payable": "58.90"}
    assert (await describe_return(wish.number, tz=settings.time_zone))["money"]["paid_on_top"] == "0.00"

    assert await paid_out(made, settings) == D("58.90")
    call = await ShopCall.get(topic="return.refund")
    assert call.body["payment"] == {"amount": "58.90", "currency": "EUR"}
    assert (call.body["return"]["paid"], call.body["return"]["paid_on_top"]) == ("58.90", "24.00")
    first = await ShopCall.get(subject=f"return:{made.id}", topic="return.approved")
    assert (first.body["return"]["paid"], first.body["return"]["paid_on_top"]) == ("0.00", "24.00")
    assert await left_of_order(order.id) == 0


async def test_of_several_the_rest_keeps_what_it_needs(database: Settings) -> None:
    order, line, wish = await an_exchange(database, pieces=3)
    [made] = await withdrawn(order, database, {line.id: 1})
    rest, sheet = await read_sheet(wish.id), await read_sheet(made.id)
    assert rest.topped is not None
    assert (rest.status, rest.topped.amount, rest.owes) == (Status.INSPECTED, D("16.00"), None)
    assert sheet.payable.amount == D("18.00")
    assert (await settle(wish.id, "exchange", **by_mia(database))).amount == D("36.00")
    assert await paid_out(made, database) == D("18.00")
    assert await left_of_order(order.id) == 0


async def test_a_part_payment_stays_with_the_rest_as_far_as_that_brings_it(database: Settings) -> None:
    order, line, favour = await a_wish(database)
    await settle(favour.id, "refund", amount=D("25.00"), **by_mia(database))
    [made] = await withdrawn(order, database, {line.id: 1})
    rest, sheet = await read_sheet(favour.id), await read_sheet(made.id)
    assert (rest.paid, rest.payable.amount) == (rest.due, D(0))
    assert sheet.payable.amount == D("5.00")
    assert await paid_out(made, database) == D("5.00")
    await receive(favour.id, **by_mia(database))
    assert await check(favour.id, Finding(), policy=PAYING, **by_mia(database)) is Status.REFUNDED
    assert await left_of_order(order.id) == 0


async def test_what_was_paid_in_advance_brings_the_delivery_yet(database: Settings) -> None:
    order, _line, favour = await a_wish(database, **WITH_DELIVERY)
    await settle(favour.id, "refund", **by_mia(database))
    [made] = await withdrawn(order, database)
    assert await paid_out(made, database) == D("4.90")
    assert (await read_sheet(made.id)).status is Status.REFUNDED
    assert await left_of_order(order.id) == 0


async def test_a_refund_of_the_shops_platform_counts_as_well(database: Settings) -> None:
    """That it was made for the wish, the shop tells by itself, and once."""
    order, _line, favour = await a_wish(database, **WITH_DELIVERY)
    payment = await settle(favour.id, "refund", amount=D("10.00"), **by_mia(database))
    await Refund.create(order_id=order.id, external_id="1", refunded_at=LATER, amount=payment.amount, items=[])
    [made] = await withdrawn(order, database)
    assert (await read_sheet(made.id)).payable.amount == D("24.90")
    assert await paid_out(made, database) == D("24.90")


async def test_whoever_withdraws_the_rest_later_is_owed_it_to_the_cent(database: Settings) -> None:
    """Two steps: what went over once goes over again with what is left of the wish."""
    order, line, favour = await a_wish(database, **WITH_DELIVERY)
    await settle(favour.id, "refund", amount=D("25.00"), **by_mia(database))
    first = await withdrawn(order, database, {line.id: 1})
    rest = await withdrawn(order, database)
    assert (await read_sheet(favour.id)).status is Status.CANCELLED
    row = await Return.get(id=favour.id)
    assert (row.carried, row.carried_topped) == (D("-25.00"), D(0))
    assert sum([await paid_out(made, database) for made in (*first, *rest)]) == D("9.90")
    assert await left_of_order(order.id) == 0


@examples(
    max_examples=8 if os.environ.get("BOTE_TEST_DATABASE_URL") else 30,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    cents=st.integers(1, 2500),
    total=st.integers(1000, 3000),
    pieces=st.integers(1, 3),
    taken=st.integers(1, 3),
    early=st.integers(0, 3500),
    swaps=st.booleans(),
)
async def test_what_went_and_what_goes_is_what_was_paid_to_the_cent(
    database: Settings, cents: int, total: int, pieces: int, taken: int, early: int, swaps: bool
) -> None:
    """Whatever was paid in part or on top, however many pieces are withdrawn from, and then those that are left."""
    await Product.filter(sku="KRUG").delete()
    outcome = "exchange" if swaps else "refund"
    order, line, wish = await a_wish(database, pieces=pieces, outcome=outcome, stands="inspected", total=D(total) / 100)
    await Product.filter(sku="KRUG").update(price=D(cents) / 100)
    due = (await read_sheet(wish.id)).payable.amount
    amount = min(D(early) / 100, due - D("0.01"))
    if amount > 0:
        await settle(wish.id, "refund", amount=amount, **by_mia(database))
    if (await read_sheet(wish.id)).owes:
        await record_difference(wish.id, "bar", **by_mia(database))
    came = (await read_sheet(wish.id)).topped
    made = await withdrawn(order, database, {line.id: taken})
    made += await withdrawn(order, database) if (await offered(order, database)).is_any else []
    assert (await read_sheet(wish.id)).status is Status.CANCELLED
    later = [await paid_out(each, database) for each in made]
    assert came is not None
    assert sum(later, max(amount, D(0))) == D(total) / 100 + came.amount
    assert all(each >= 0 and each == each.quantize(D("0.01")) for each in later)
    assert await left_of_order(order.id) == 0
