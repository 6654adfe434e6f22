"""What was given for something that went back is the customer's: it may go back itself, once, for what it was given."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.errors import NotFoundError
from bot.loyalty.ledger import balance_of, book_purchase
from bot.returns.billing import left_of_order
from bot.returns.booking import Moment, book_refunds
from bot.returns.doors import doors_of
from bot.returns.following import catch_up
from bot.returns.given import list_given
from bot.returns.listing import describe_return
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return, ReturnItem, ReturnPayment, ShopCall
from bot.returns.moving import MovedOnError
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import NothingLeftError, Piece, Wish, ask
from bot.returns.settling import NothingDueError, close, settle
from bot.returns.verdicts import approve
from bot.shop.models import Line, Order, Product, Refund, Shipment
from bot.shop.orders import get_order
from bot.shop.platform_models import PlatformReturn
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order

LATER = SOON + timedelta(days=90)


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def wished(
    order: Order,
    line: Line,
    settings: Settings,
    *,
    quantity: int = 1,
    way: Way = Way.GOODWILL,
    outcome: str = "exchange",
    follows: int | None = None,
    now: Any = SOON,
) -> Requested:
    sku = "TASSE" if outcome == "exchange" else None
    wish = Wish(
        order_id=order.id,
        pieces=(Piece(line.id, quantity, "defective", sku),),
        way=way,
        outcome=outcome,
        follows=follows,
    )
    owner = [order.customer_id or 0]
    return await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=settings, now=now)


async def to_the_end(made: Requested, kind: str, settings: Settings) -> Status:
    if made.status is Status.REQUESTED:
        await approve(made.id, policy=DEFAULT, **by_mia(settings))
    await receive(made.id, **by_mia(settings))
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(settings))
    status = (await settle(made.id, kind, **by_mia(settings))).status
    return status if status is not Status.INSPECTED else (await settle(made.id, "refund", **by_mia(settings))).status


async def an_exchange(
    settings: Settings, *, price: str = "10.00", quantity: int = 1, **columns: Any
) -> tuple[Order, Line, Requested]:
    """Of three mugs for 10 each, so many are cups by now."""
    await a_product("TASSE", name={"de": "Tasse", "en": "Cup"}, stock=9, price=Decimal(price), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30), **columns)
    made = await wished(order, line, settings, quantity=quantity)
    assert await to_the_end(made, "exchange", settings) is Status.EXCHANGED
    return order, line, made


async def goods(order: Order, settings: Settings, now: Any = SOON) -> Any:
    owner = [order.customer_id or 0]
    found = await list_given(order.id, customer_ids=owner, policy=DEFAULT, settings=settings, now=now)
    return found[-1].order if found else None


async def test_a_cup_that_was_given_for_a_mug_is_returned_and_its_worth_is_paid(database: Settings) -> None:
    order, line, first = await an_exchange(database)
    assert await left_of_order(order.id) == 20
    second = await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id)
    assert second.estimate.goods == 10

    assert await to_the_end(second, "refund", database) is Status.REFUNDED
    assert await left_of_order(order.id) == 20
    payments = await ReturnPayment.all().order_by("id")
    assert [(each.kind, each.amount) for each in payments] == [("exchange", Decimal(10)), ("refund", Decimal(10))]
    with pytest.raises(NothingLeftError):
        await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id)
    owner = [order.customer_id or 0]
    with pytest.raises(NothingLeftError):
        await ask(
            Wish(order_id=order.id, pieces=(Piece(line.id, 3),), way=Way.WITHDRAWAL),
            customer_ids=owner,
            chat_id=7,
            locale="de",
            policy=DEFAULT,
            settings=database,
            now=SOON,
        )


async def test_it_is_worth_what_it_was_given_for_where_money_went_with_it(database: Settings) -> None:
    order, line, first = await an_exchange(database, price="4.00")
    assert (await ReturnPayment.get(request_id=first.id, kind="exchange")).amount == 4
    second = await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund", follows=first.id)
    assert (second.estimate.goods, second.status) == (Decimal(4), Status.APPROVED)


async def test_of_two_that_were_given_each_brings_its_part(database: Settings) -> None:
    order, line, first = await an_exchange(database, price="3.33", quantity=2)
    one = await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund", follows=first.id)
    other = await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund", follows=first.id)
    assert one.estimate.goods + other.estimate.goods == Decimal("6.66")


async def test_a_replacement_is_claimed_again_and_again_and_then_paid_back(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    chain = [await wished(order, line, database, way=Way.WARRANTY, outcome="replacement")]
    assert await to_the_end(chain[0], "replacement", database) is Status.EXCHANGED
    for _ in range(2):
        chain.append(await wished(order, line, database, way=Way.WARRANTY, outcome="replacement", follows=chain[-1].id))
        assert await to_the_end(chain[-1], "replacement", database) is Status.EXCHANGED
    last = await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=chain[-1].id)
    assert await to_the_end(last, "refund", database) is Status.REFUNDED
    assert await left_of_order(order.id) == 20
    sheet = await read_sheet(chain[1].id)
    assert (sheet.follows, sheet.followed_by) == (chain[0].number, (chain[2].number,))
    told = await describe_return(last.number, tz=database.time_zone)
    assert (told["follows"], told["followed_by"]) == (chain[2].number, [])


async def test_a_claim_is_open_two_years_after_the_cup_came_though_the_mugs_own_have_ended(database: Settings) -> None:
    order, line, first = await an_exchange(database)
    sent = [{"sku": "TASSE", "quantity": 1}]
    await Shipment.create(order_id=order.id, position=2, status="delivered", delivered_at=LATER, contents=sent)
    in_time = LATER + timedelta(days=700)
    opened = (await goods(order, database, in_time)).lines[0].eligibility
    assert opened.find(Way.WARRANTY).until == LATER.date().replace(year=LATER.year + 2)
    assert opened.find(Way.WITHDRAWAL) is None
    day = LATER + timedelta(days=14)
    assert (await goods(order, database, day)).lines[0].eligibility.find(Way.WITHDRAWAL).until == day.date()
    made = await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id, now=in_time)
    assert made.status is Status.REQUESTED


async def test_what_was_given_before_its_goods_came_counts_once_these_are_here(database: Settings) -> None:
    await a_product("TASSE", stock=9, price=Decimal(10), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, database)
    await settle(made.id, "exchange", **by_mia(database))
    with pytest.raises(NotFoundError):
        await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=made.id)
    await receive(made.id, **by_mia(database))
    assert await check(made.id, Finding(), policy=DEFAULT, **by_mia(database)) is Status.EXCHANGED
    assert await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=made.id)


async def test_what_was_exchanged_before_the_pieces_were_kept_can_go_back_too(database: Settings) -> None:
    order, line, first = await an_exchange(database)
    await ReturnItem.all().update(given=None, listed=None)
    assert await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id)


async def test_nobody_else_can_send_it_back(database: Settings) -> None:
    _order, _line, first = await an_exchange(database)
    stranger, theirs = await a_delivered_order(total=Decimal(30))
    with pytest.raises(NotFoundError):
        await wished(stranger, theirs, database, way=Way.WARRANTY, outcome="refund", follows=first.id)


async def test_a_platform_that_lists_what_it_has_given_takes_it_back_as_one_of_its_items(database: Settings) -> None:
    order, line, first = await an_exchange(database)
    await Line.create(order_id=order.id, position=9, sku="TASSE", name="Tasse", quantity=1, unit_price=Decimal(0))
    with pytest.raises((NotFoundError, NothingLeftError)):
        await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id)


async def test_the_refund_that_the_platform_tells_for_it_is_booked_and_takes_nothing_from_the_rest(
    database: Settings,
) -> None:
    order, line, first = await an_exchange(database)
    second = await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id)
    await approve(second.id, policy=DEFAULT, **by_mia(database))
    await Refund.create(
        order_id=order.id,
        external_id="r1",
        amount=Decimal(10),
        refunded_at=SOON,
        items=[{"sku": "TASSE", "quantity": 1}],
    )
    await book_refunds(order.id, Moment(database, SOON))
    assert (await read_sheet(second.id)).left.amount == 0
    assert await left_of_order(order.id) == 20
    with pytest.raises(MovedOnError):
        await settle(second.id, "refund", **by_mia(database))


async def test_the_order_refunded_as_a_whole_leaves_nothing_for_the_cup(database: Settings) -> None:
    order, line, first = await an_exchange(database)
    second = await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=first.id)
    await approve(second.id, policy=DEFAULT, **by_mia(database))
    await Refund.create(order_id=order.id, external_id="r1", amount=Decimal(30), refunded_at=SOON)
    assert await left_of_order(order.id, for_return=second.id) == 0
    with pytest.raises(NothingDueError):
        await settle(second.id, "refund", **by_mia(database))


async def test_an_exchange_that_the_platform_has_closed_gives_the_article_as_well(database: Settings) -> None:
    await a_product("TASSE", stock=9, price=Decimal(10), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, database)
    await Return.filter(id=made.id).update(external_id="p1", source=order.source)
    await PlatformReturn.create(order_id=order.id, external_id="p1", status="closed", items=[], revised_at=SOON)
    await catch_up(order.id, settings=database, now=SOON)
    assert (await Return.get(id=made.id)).status == Status.CLOSED
    assert await wished(order, line, database, way=Way.WARRANTY, outcome="refund", follows=made.id)


async def test_points_go_once_with_the_money_and_not_with_the_exchange(database: Settings) -> None:
    order, line, first = await an_exchange(database, price="4.00", quantity=1)
    assert order.customer_id is not None
    await book_purchase(
        *(order.customer_id, 30),
        order_id=order.id, number=order.number, rate=Decimal(1), available_at=SOON, now=SOON,
    )  # fmt: skip
    second = await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund", follows=first.id)
    await to_the_end(second, "refund", database)
    assert (await balance_of([order.customer_id], now=SOON)).available == 20


async def test_the_delivery_goes_back_with_the_last_that_is_left_of_an_order(database: Settings) -> None:
    await a_product("TASSE", stock=9, price=Decimal(10), currency="EUR")
    order, line = await a_delivered_order(total=Decimal("14.90"), shipping_total=Decimal("4.90"), quantity=1)
    first = await wished(order, line, database)
    await to_the_end(first, "exchange", database)
    second = await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund", follows=first.id)
    assert (second.estimate.goods, second.estimate.shipping) == (Decimal(10), Decimal("4.90"))
    assert await to_the_end(second, "refund", database) is Status.REFUNDED
    assert await left_of_order(order.id) == 0


async def test_the_order_card_offers_it_when_nothing_that_was_bought_is_left(database: Settings) -> None:
    order, _line, first = await an_exchange(database, quantity=3)
    await close(first.id, **by_mia(database))
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    doors = await doors_of(card, settings=database, now=SOON)
    assert (doors.send_back, [each.number for each in doors.given]) == (True, [first.number])
    assert [(piece.name, piece.eligibility.left) for piece in doors.given[0].standing] == [("Tasse", 3)]


async def test_the_shop_is_told_which_article_it_is_and_what_it_follows(database: Settings) -> None:
    secret = SecretStr("a-secret-that-is-long-enough-for-it")
    shop = database.model_copy(
        update={"shop_callback_url": "https://shop.example.org/bote", "shop_callback_secret": secret}
    )
    order, line, first = await an_exchange(shop)
    second = await wished(order, line, shop, way=Way.WITHDRAWAL, outcome="refund", follows=first.id)
    call = await ShopCall.get(topic="return.approved", subject=f"return:{second.id}")
    assert call.body["return"]["follows"] == first.number
    assert [(item["sku"], item["quantity"]) for item in call.body["return"]["items"]] == [("TASSE", 1)]


async def test_the_same_again_for_a_cup_is_taken_from_the_cups(database: Settings) -> None:
    order, line, first = await an_exchange(database)
    stock = (await Product.get(sku="TASSE")).stock
    second = await wished(order, line, database, way=Way.WARRANTY, outcome="replacement", follows=first.id)
    await to_the_end(second, "replacement", database)
    assert (await Product.get(sku="TASSE")).stock == (stock or 0) - 1
    assert (await goods(order, database)).lines[0].sku == "TASSE"
