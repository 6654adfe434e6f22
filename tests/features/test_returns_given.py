"""What goes out before the goods, or without them: once, articles as well as money, and always with a way on."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Hold
from bot.errors import CustomerError
from bot.i18n import Money
from bot.outbox.models import Push
from bot.returns.acts import Act, acts_of, kinds_of, tasks_of
from bot.returns.giving import NotInStockError
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import ReturnPayment, ReturnStep
from bot.returns.moving import MovedOnError, cancel, move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.sending_back import outcomes_for
from bot.returns.settling import NothingDueError, TooMuchError, close, record_platform_payment, settle
from bot.returns.sheet import ReturnSheet
from bot.returns.swaps import list_swaps
from bot.returns.verdicts import approve, approve_without_return
from bot.returns.wanted import SoldOutError
from bot.shop.models import Line, Order, Product, Refund
from bot.tickets.models import Case
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order

EVERY_KIND = ("exchange", "replacement", "refund", "credit")


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def wished(
    order: Order, line: Line, settings: Settings, *, way: Way = Way.GOODWILL, outcome: str = "exchange"
) -> Requested:
    """One mug of 10.00, for a cup where it is exchanged."""
    sku = "TASSE" if outcome == "exchange" else None
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "style", sku),), way=way, outcome=outcome)
    owner = [order.customer_id or 0]
    return await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=settings, now=SOON)


async def test_an_article_before_the_goods_is_given_once_and_no_money_on_top(database: Settings) -> None:
    await a_product("TASSE", stock=5, price=Decimal("10.00"))
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, database)
    await settle(made.id, "exchange", **by_mia(database))

    for kind in EVERY_KIND:
        with pytest.raises(CustomerError):
            await settle(made.id, kind, **by_mia(database))
    sheet = await read_sheet(made.id)
    assert (sheet.may_be_cancelled, "exchange" in kinds_of(sheet)) == (False, False)
    with pytest.raises(MovedOnError):
        await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    await receive(made.id, **by_mia(database))
    assert await check(made.id, Finding(), policy=DEFAULT, **by_mia(database)) is Status.EXCHANGED
    assert [payment.kind for payment in await ReturnPayment.all()] == ["exchange"]


async def test_after_the_money_no_article_goes_out_too(database: Settings) -> None:
    await a_product("TASSE", stock=5, price=Decimal("10.00"), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30))
    whole, part = await wished(order, line, database), await wished(order, line, database)
    await settle(whole.id, "refund", **by_mia(database))
    with pytest.raises(NothingDueError):
        await settle(whole.id, "exchange", **by_mia(database))
    await settle(part.id, "refund", amount=Decimal("1.00"), **by_mia(database))
    with pytest.raises(TooMuchError):
        await settle(part.id, "exchange", **by_mia(database))


async def test_a_refund_of_the_shop_is_never_taken_for_an_article_of_ours(database: Settings) -> None:
    await a_product("TASSE", stock=5, price=Decimal("10.00"))
    order, line = await a_delivered_order(total=Decimal(30))
    exchanged = await wished(order, line, database)
    money = [await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund") for _ in range(2)]
    await settle(exchanged.id, "exchange", **by_mia(database))
    await Refund.create(order_id=order.id, external_id="17", amount=Decimal("10.00"), refunded_at=SOON)

    paid: dict[str, Any] = {"once": "shopify:refund:17", "settings": database, "now": SOON}
    assert await record_platform_payment(money[0].id, Decimal("10.00"), **paid)
    given = [payment.amount for payment in await ReturnPayment.all()]
    given.append((await settle(money[1].id, "refund", **by_mia(database))).amount)
    assert sum(given, Decimal()) == Decimal("30.00")
    assert await left_of(money) == [Decimal("0.00")] * 2


@pytest.mark.parametrize(
    ("way", "kind", "after"),
    [(Way.WITHDRAWAL, "refund", Status.REFUNDED), (Way.GOODWILL, "exchange", Status.EXCHANGED)],
)
async def test_who_has_got_everything_and_may_keep_it_is_done(
    database: Settings, way: Way, kind: str, after: Status
) -> None:
    await a_product("TASSE", stock=5, price=Decimal("10.00"))
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, database, way=way, outcome=kind)
    await settle(made.id, kind, **by_mia(database))
    await approve_without_return(made.id, **by_mia(database))

    sheet = await read_sheet(made.id)
    assert (sheet.status, acts_of(sheet), tasks_of(sheet)) == (after, (Act.CLOSE,), ())
    steps = await ReturnStep.filter(request_id=made.id).order_by("id")
    assert [(step.status, step.act) for step in steps[-2:]] == [("approved", "keep"), (after.value, None)]
    await close(made.id, **by_mia(database))
    assert not await Hold.filter(reason="return", released_at=None).exists()


async def test_who_may_keep_it_and_has_got_a_part_gets_the_rest(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, database, way=Way.WITHDRAWAL, outcome="refund")
    await settle(made.id, "refund", amount=Decimal("4.00"), **by_mia(database))
    await approve_without_return(made.id, **by_mia(database))
    rest = await settle(made.id, "refund", **by_mia(database))
    assert (rest.amount, rest.status) == (Decimal("6.00"), Status.REFUNDED)


async def test_the_last_one_in_stock_is_promised_once_and_what_was_sent_is_gone(database: Settings) -> None:
    await a_product("BECHER", category="becher", stock=9)
    await a_product("TASSE", category="becher", stock=2, price=Decimal("5.00"), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30))
    offered = partial(list_swaps, ["BECHER"], worth=Money(Decimal("10.00"), "EUR"), pieces=1, policy=DEFAULT)
    assert [each.product.sku for each in await offered()] == ["TASSE"]
    first, second = [await wished(order, line, database) for _ in range(2)]
    with pytest.raises(SoldOutError):
        await wished(order, line, database)
    assert await offered() == []
    await cancel(second.id, customer_ids=[order.customer_id or 0], **at_once(database))
    assert (await settle(first.id, "exchange", **by_mia(database))).amount == Decimal("5.00")

    assert (await Product.get(sku="TASSE")).stock == 1, "it has gone out"
    assert await wished(order, line, database)
    with pytest.raises(SoldOutError):
        await wished(order, line, database)


async def test_the_same_again_is_promised_and_taken_from_the_stock_like_any_other_article(database: Settings) -> None:
    await a_product("BECHER", stock=1)
    order, line = await a_delivered_order(total=Decimal(30))
    await Line.filter(id=line.id).update(sku="BECHER")
    made = await wished(order, line, database, way=Way.WARRANTY, outcome="replacement")
    with pytest.raises(SoldOutError):
        await wished(order, line, database, way=Way.WARRANTY, outcome="replacement")
    assert "replacement" not in await outcomes_for("defective", frozenset({Way.WARRANTY}), ["BECHER"], has_other=True)

    await approve(made.id, policy=DEFAULT, **by_mia(database))
    await settle(made.id, "replacement", **by_mia(database))
    assert (await Product.get(sku="BECHER")).stock == 0


async def test_what_the_shop_does_not_sell_any_more_or_does_not_count_stands_in_nobodys_way(database: Settings) -> None:
    await a_product("TASSE", stock=None, price=Decimal("5.00"), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30))
    await Line.filter(id=line.id).update(sku="GONE")
    await wished(order, line, database, way=Way.WARRANTY, outcome="replacement")
    exchanged = await wished(order, line, database)
    await settle(exchanged.id, "exchange", **by_mia(database))
    assert (await Product.get(sku="TASSE")).stock is None


def at_once(settings: Settings) -> dict[str, Any]:
    return {"settings": settings, "now": SOON}


async def left_of(returns: list[Requested]) -> list[Decimal]:
    sheets: list[ReturnSheet] = [await read_sheet(each.id) for each in returns]
    return [sheet.left.amount for sheet in sheets]


async def test_on_the_ordinary_way_the_staff_have_one_message_which_changes(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, settings, way=Way.WITHDRAWAL, outcome="refund")
    await send_label(made.id, NewLabel(code="L"), by=Actor.STAFF, policy=DEFAULT, **by_mia(settings))
    await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=settings, now=SOON)
    await receive(made.id, **by_mia(settings))
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(settings))
    await settle(made.id, "refund", **by_mia(settings))
    await close(made.id, **by_mia(settings))

    assert {push.slot for push in await Push.filter(chat_id=-100)} == {f"case:{(await Case.get()).id}"}


async def test_an_article_that_the_shop_has_no_more_is_given_to_nobody(database: Settings) -> None:
    await a_product("BECHER", category="becher", stock=9)
    await a_product("TASSE", category="becher", stock=1, price=Decimal("5.00"), currency="EUR")
    order, line = await a_delivered_order(total=Decimal(30))
    made = await wished(order, line, database)
    await Product.filter(sku="TASSE").delete()
    with pytest.raises(NotInStockError):
        await settle(made.id, "exchange", **by_mia(database))
    assert (await settle(made.id, "refund", **by_mia(database))).amount == Decimal("10.00")
