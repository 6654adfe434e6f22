"""Nobody is promised, or paid, what was never paid: neither for a complaint nor by several returns of an order."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.shopify_orders import parse_order
from bot.customers.models import Chat, Link
from bot.db import unit_of_work
from bot.outbox.models import Push
from bot.returns.acts import Task, tasks_of
from bot.returns.booking import Moment, book_refunds
from bot.returns.desk import desk_text, label_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return, ReturnPayment, ShopCall
from bot.returns.money import Estimate
from bot.returns.money_text import estimate_lines
from bot.returns.moving import MovedOnError, cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask, preview
from bot.returns.settling import settle
from bot.returns.verdicts import approve, approve_without_return
from bot.returns.wording import Reader, card_text
from bot.shop.incoming import IncomingOrder
from bot.shop.intake import save_orders
from bot.shop.models import Line, Order, Product, Refund
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked

ON_ACCOUNT: dict[str, Any] = {"paid_total": Decimal(0), "status": "fulfilled", "total": Decimal(30)}
STRICT = Policy(approves_up_to=Decimal(0))


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def wished(
    order: Order, line: Line, settings: Settings, *, way: Way, outcome: str = "refund", quantity: int = 3
) -> Requested:
    sku = "TASSE" if outcome == "exchange" else None
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, quantity, "defective", sku),), way=way, outcome=outcome)
    by: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}
    return await ask(wish, chat_id=7, locale="de", **by)


async def checked(made: Requested, settings: Settings, finding: Finding | None = None) -> None:
    if made.status is Status.REQUESTED:
        await approve(made.id, policy=DEFAULT, **by_mia(settings))
    await receive(made.id, **by_mia(settings))
    await check(made.id, finding or Finding(), policy=DEFAULT, **by_mia(settings))


async def card(return_id: int, settings: Settings) -> str:
    return str(card_text(await read_sheet(return_id), Reader("de", settings.time_zone, "Laden")))


async def desk(return_id: int, settings: Settings) -> str:
    return str(desk_text(await read_sheet(return_id), [], Reader("de", settings.time_zone, "Laden")))


@pytest.mark.parametrize("way", [Way.WARRANTY, Way.GOODWILL])
async def test_for_what_nobody_has_paid_a_complaint_promises_and_pays_nothing(database: Settings, way: Way) -> None:
    order, line = await a_delivered_order(**ON_ACCOUNT)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 3, "defective"),), way=way)
    by: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": database, "now": SOON}
    assert (await preview(wish, **by)).total == 0
    made = await wished(order, line, database, way=way)
    assert made.estimate.total == 0
    assert "Bisher ist nichts bezahlt" in await card(made.id, database)
    assert "30,00" not in await card(made.id, database)

    await checked(made, database)
    assert "nichts zu erstatten" in await desk(made.id, database)
    sheet = await read_sheet(made.id)
    assert (sheet.payable.amount, sheet.off_bill.amount) == (Decimal(0), Decimal(30))
    assert label_of(Task.SETTLE, sheet, "de") == "✅ Ohne Erstattung schließen"
    settled = await settle(made.id, "refund", **by_mia(database))
    assert (settled.amount, settled.status) == (Decimal(0), Status.CLOSED)
    assert not await ReturnPayment.all().exists()
    told = await card(made.id, database)
    assert "Diese Artikel müssen Sie nicht mehr bezahlen" in told
    assert "An Sie gezahlt" not in told


async def test_the_customer_hears_that_it_is_done_and_the_bill_smaller_and_the_shop_is_told(database: Settings) -> None:
    callback = {"shop_callback_url": "https://shop.example.org/bote", "shop_callback_secret": "x" * 32}
    shop = Settings(**database.model_dump() | callback)
    order, line = await a_delivered_order(**ON_ACCOUNT)
    await Chat.create(id=7, locale="de", first_name="Anna", created_at=DELIVERED)
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=DELIVERED)
    made = await wished(order, line, shop, way=Way.WARRANTY)
    await checked(made, shop)
    await settle(made.id, "refund", **by_mia(shop))
    rung = [push.params["text"] for push in await Push.filter(chat_id=7) if "offbill" in str(push.once)]
    assert ["✅ Ihre Rückgabe ist erledigt" in text for text in rung] == [True], rung
    assert "Diese Artikel müssen Sie nicht mehr bezahlen" in rung[0]
    closed = await ShopCall.get(topic="return.closed")
    told = closed.body["return"]["estimate"]
    assert (told["total"], told["off_bill"]) == ("0.00", "30.00")


async def test_where_less_than_all_is_accepted_the_bill_shrinks_by_just_that(database: Settings) -> None:
    order, line = await a_delivered_order(**ON_ACCOUNT)
    made = await wished(order, line, database, way=Way.GOODWILL)
    await checked(made, database, Finding({line.id: 2}, why="Einer ist zerbrochen"))
    assert "Ihre offene Rechnung wird um <b>20,00" in await card(made.id, database)
    assert (await settle(made.id, "refund", **by_mia(database))).amount == 0


async def test_of_what_was_paid_in_part_only_what_is_too_much_for_the_rest_goes_back(database: Settings) -> None:
    order, line = await a_delivered_order(**ON_ACCOUNT | {"paid_total": Decimal("12.50")})
    one = await wished(order, line, database, way=Way.WARRANTY, quantity=1)
    assert one.estimate.total == 0
    await approve(one.id, policy=DEFAULT, **by_mia(database))
    assert "Ihre offene Rechnung wird um <b>10,00" in await card(one.id, database)
    rest = await wished(order, line, database, way=Way.WARRANTY, quantity=2)
    assert rest.estimate.total == Decimal("12.50")
    await checked(rest, database)
    assert "Sie bekommen zurück: <b>12,50" in await card(rest.id, database)
    assert "Abgezogen: 7,50" in await card(rest.id, database)
    assert (await settle(rest.id, "refund", **by_mia(database))).amount == Decimal("12.50")
    assert (await Return.get(id=rest.id)).status == Status.REFUNDED
    await receive(one.id, **by_mia(database))
    await check(one.id, Finding(), policy=DEFAULT, **by_mia(database))
    assert (await settle(one.id, "refund", **by_mia(database))).amount == 0
    assert sum([each.amount for each in await ReturnPayment.all()]) == Decimal("12.50")


@pytest.mark.parametrize("outcome", ["replacement", "exchange"])
@pytest.mark.parametrize("early", [True, False])
async def test_what_was_bought_on_account_is_replaced_and_exchanged_before_it_is_paid(
    database: Settings, outcome: str, early: bool
) -> None:
    await a_product("BECHER", stock=9)
    await a_product("TASSE", stock=9, price=Decimal("8.00"), currency="EUR")
    order, line = await a_delivered_order(**ON_ACCOUNT)
    await Line.filter(id=line.id).update(sku="BECHER")
    way = Way.WARRANTY if outcome == "replacement" else Way.GOODWILL
    made = await wished(order, line, database, way=way, outcome=outcome, quantity=1)
    if early and made.status is Status.REQUESTED:
        await approve(made.id, policy=DEFAULT, **by_mia(database))
    if not early:
        await checked(made, database)
    sheet = await read_sheet(made.id)
    assert Task.SETTLE in tasks_of(sheet)
    assert label_of(Task.SETTLE, sheet, "de") == "📦 Artikel schicken …"
    given = await settle(made.id, outcome, **by_mia(database))
    assert given.amount == (Decimal(10) if outcome == "replacement" else Decimal(8))
    if early:
        await receive(made.id, **by_mia(database))
        await check(made.id, Finding(), policy=DEFAULT, **by_mia(database))
    assert (await Return.get(id=made.id)).status == Status.EXCHANGED
    assert (await Product.get(sku="BECHER" if outcome == "replacement" else "TASSE")).stock == 8
    with pytest.raises(MovedOnError):
        await settle(made.id, "refund", **by_mia(database))


async def test_what_took_its_place_brings_nothing_either_before_it_is_paid_and_all_of_it_after(
    database: Settings,
) -> None:
    order, line = await a_delivered_order(**ON_ACCOUNT)
    made = await wished(order, line, database, way=Way.WARRANTY, outcome="replacement", quantity=3)
    await checked(made, database)
    await settle(made.id, "replacement", **by_mia(database))
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 3, "defective"),), way=Way.WARRANTY, follows=made.id)
    by: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": database, "now": SOON}
    assert (await preview(wish, **by)).total == 0
    again = await ask(wish, chat_id=7, locale="de", **by)
    assert (await read_sheet(again.id)).payable.amount == 0
    await Order.filter(id=order.id).update(paid_total=None)
    assert (await read_sheet(again.id)).payable.amount == Decimal(30)


async def test_two_declarations_promise_no_more_than_was_paid_and_has_not_gone_back(database: Settings) -> None:
    """The shop has paid 5 of 30 back as an apology."""
    order, line = await a_delivered_order(total=Decimal(30))
    await Refund.create(order_id=order.id, external_id="9", amount=Decimal(5), refunded_at=DELIVERED)
    one = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database)
    two = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    assert (one.estimate.total, two.estimate.total) == (Decimal(20), Decimal(5))
    sheets = [await read_sheet(each.id) for each in (one, two)]
    assert [sheet.payable.amount for sheet in sheets] == [Decimal(20), Decimal(5)]
    await cancel(one.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    assert (await read_sheet(two.id)).payable.amount == Decimal(10)


async def test_a_refund_that_comes_between_takes_from_the_last_and_the_sum_stays_within_it(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    made = [await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database) for _ in range(3)]
    await Refund.create(order_id=order.id, external_id="9", amount=Decimal("12.50"), refunded_at=DELIVERED)
    await book_refunds(order.id, Moment(database, SOON))
    sheets = [await read_sheet(each.id) for each in made]
    assert [sheet.payable.amount for sheet in sheets] == [Decimal(10), Decimal("7.50"), 0]
    paid = []
    for each in made:
        await checked(each, database)
        paid.append((await settle(each.id, "refund", **by_mia(database))).amount)
    assert paid == [Decimal(10), Decimal("7.50"), 0]
    assert {row.status for row in await Return.all()} == {Status.REFUNDED}


async def test_a_claim_takes_nothing_from_what_a_withdrawal_is_promised(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await Refund.create(order_id=order.id, external_id="9", amount=Decimal(15), refunded_at=DELIVERED)
    claim = await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=database)
    assert claim.estimate.total == Decimal(10)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    assert made.estimate.total == Decimal(10)
    assert (await read_sheet(claim.id)).payable.amount == Decimal(5)


async def test_what_need_not_come_back_and_was_never_paid_is_closed_without_money(database: Settings) -> None:
    order, line = await a_delivered_order(**ON_ACCOUNT)
    made = await wished(order, line, database, way=Way.WARRANTY)
    await approve_without_return(made.id, **by_mia(database))
    assert (await settle(made.id, "refund", **by_mia(database))).status is Status.CLOSED


@pytest.mark.parametrize(("fulfilled", "status"), [(None, "authorized"), ("fulfilled", "fulfilled")])
def test_what_shopify_has_only_authorised_was_not_paid(fulfilled: str | None, status: str) -> None:
    body = {
        "id": 7,
        "name": "#1001",
        "created_at": "2026-11-02T09:30:00Z",
        "currency": "EUR",
        "total_price": "59.90",
        "financial_status": "authorized",
        "fulfillment_status": fulfilled,
    }
    told = parse_order(body, "x").order.told
    assert (told["paid_total"], told["status"]) == (0, status)


async def test_what_is_only_reserved_is_let_go_and_said_so(database: Settings) -> None:
    order = await an_order(lines=[Item("Becher", 1, "20.00")], parcels=[parcel("label_created")], status="authorized")
    line = await Line.get(order_id=order.id)
    made = await asked(order, Piece(line.id, 1), way=Way.CANCEL, settings=database)
    assert made.estimate.total == 0
    assert "Ihr Geld ist bisher nur reserviert, abgebucht ist nichts" in await card(made.id, database)
    assert "Autorisierung aufheben statt erstatten" in await desk(made.id, database)
    assert order.state == "label_created"
    nothing = Estimate(Decimal(), Decimal(), Decimal(), "EUR")
    told = estimate_lines(nothing, "refund", "de", is_unpaid=True, is_reserved=True)
    assert "reserviert" in str(told)


async def test_a_sum_of_before_does_not_outlive_the_word_that_all_is_paid(database: Settings) -> None:
    told = {
        "external_id": "7",
        "number": "1001",
        "number_key": "1001",
        "placed_at": DELIVERED,
        "currency": "EUR",
        "total": Decimal(30),
    }
    for status, more, paid in (
        ("pending", {"paid_total": Decimal(0)}, Decimal(0)),
        ("on_hold", {}, Decimal(0)),
        ("paid", {}, None),
        ("fulfilled", {}, None),
        ("paid", {"paid_total": Decimal(20)}, Decimal(20)),
    ):
        await keep(IncomingOrder("", "7", "1001", told | {"status": status} | more, fingerprint=f"{status}{more}"))
        assert (await Order.get()).paid_total == paid


@unit_of_work
async def keep(order: IncomingOrder) -> None:
    await save_orders([order])


async def test_a_parcel_of_two_declarations_is_within_it_as_well(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Becher", 1, "20.00", "MUG"), Item("Kanne", 1, "10.00", "POT")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        total=Decimal(30),
        paid_total=Decimal("25.00"),
    )
    lines = await Line.filter(order_id=order.id).order_by("position")
    made = [await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database) for line in lines]
    sheets = [await read_sheet(each.id) for each in made]
    assert sum(sheet.payable.amount for sheet in sheets) == Decimal("25.00")
    assert [sheet.promised for sheet in sheets] == [sheet.payable for sheet in sheets]
