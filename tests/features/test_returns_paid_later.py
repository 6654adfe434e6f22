"""Money that arrives after the declaration goes back, whatever has become of the return, by the days of the law."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.connectors.woocommerce import parse
from bot.customers.models import Chat, Hold, Link
from bot.errors import CustomerError
from bot.outbox.models import Push
from bot.returns.acts import Task, tasks_of
from bot.returns.cases import find_case
from bot.returns.closing import close_settled
from bot.returns.looking import read_sheet
from bot.returns.machine import Status, Step
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnStep
from bot.returns.paid_later import mind_payments
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.refund_clock import mind_clocks
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.wording import Reader, card_text
from bot.shop.models import Line, Order, Refund, Shipment
from bot.tickets.models import Case, CaseClock, CaseMessage
from tests.support.builders import an_order, parcel
from tests.support.platforms import woocommerce_order
from tests.support.returns import SOON, a_delivered_order, asked

TRANSFER: dict[str, Any] = {"status": "pending", "total": Decimal(30)}
SUM = Decimal(30)


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def withdrawn(settings: Settings, *, pieces: int = 3, **columns: Any) -> tuple[Order, Line, Requested]:
    """Of an order of 30 that waits for a transfer; its customer has a chat."""
    order, line = await a_delivered_order(**TRANSFER | columns)
    await Chat.create(id=7, locale="de", first_name="Anna", created_at=SOON)
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    return order, line, await asked(order, Piece(line.id, pieces), way=Way.WITHDRAWAL, settings=settings)


async def ended(made: Requested, settings: Settings) -> Status:
    await receive(made.id, **by_mia(settings))
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(settings))
    return (await settle(made.id, "refund", **by_mia(settings))).status


async def pays(order: Order, settings: Settings, *, now: Any = SOON, **columns: Any) -> int:
    await Order.filter(id=order.id).update(**columns)
    return await mind_payments(settings, now=now)


async def rung() -> list[str]:
    pushes = await Push.filter(chat_id=7, slot=None).order_by("id")
    return [push.params["text"].split("\n")[0] for push in pushes if "came" in str(push.once)]


async def card(return_id: int, settings: Settings) -> str:
    return str(card_text(await read_sheet(return_id), Reader("de", settings.time_zone, "Laden")))


CAME = "<b>💶 Ihre Zahlung ist doch noch angekommen</b>"


async def test_a_transfer_that_crosses_the_withdrawal_is_promised_back_by_the_days_of_the_declaration(
    database: Settings,
) -> None:
    order, _, made = await withdrawn(database)
    assert (await read_sheet(made.id)).money_due_on(database.time_zone) is None
    assert await pays(order, database) == 0
    later = SOON + timedelta(days=2)
    assert await pays(order, database, now=later, status="processing") == 1
    assert await pays(order, database, now=later) == 0

    sheet = await read_sheet(made.id)
    assert (sheet.unpaid, sheet.payable.amount, sheet.status) == (False, SUM, Status.APPROVED)
    assert sheet.money_due_on(database.time_zone) == SOON.date() + timedelta(days=14)
    assert "Sie bekommen zurück: <b>30,00" in await card(made.id, database)
    assert await rung() == [CAME]
    assert (await ended(made, database), await ReturnPayment.all().count()) == (Status.REFUNDED, 1)


async def test_what_was_closed_as_unpaid_goes_on_when_the_money_comes(database: Settings) -> None:
    shop = database.model_copy(update={"staff_chat_id": -100})
    order, _, made = await withdrawn(shop)
    assert await ended(made, shop) is Status.CLOSED
    assert (await Hold.get(subject=f"return:{made.id}")).released_at is not None
    later = SOON + timedelta(days=20)
    assert await pays(order, shop, now=later, status="processing") == 1

    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.step, sheet.payable.amount) == (Status.INSPECTED, Step.SHOP_SETTLES, SUM)
    assert Task.SETTLE in tasks_of(sheet)
    case = await find_case(made.id)
    assert case
    assert case.status == "open"
    words = [each.text or "" for each in await CaseMessage.filter(case_id=case.id)]
    assert any("Money has come in" in text for text in words)
    assert await rung() == [CAME]
    assert (await Hold.get(subject=f"return:{made.id}")).released_at is None
    # Its days are over by then, so that no day is promised that has gone, and the staff's clock is red.
    assert "unverzüglich" in await card(made.id, shop)
    assert await mind_clocks(shop, now=later) == 1
    assert (await settle(made.id, "refund", **by_mia(shop) | {"now": later})).amount == SUM
    assert (await Return.get(id=made.id)).status == Status.REFUNDED
    assert await pays(order, shop, now=later) == 0


async def test_an_order_that_was_cancelled_and_closed_is_paid_back_when_it_is_paid_after_all(
    database: Settings,
) -> None:
    order = await an_order(parcels=[parcel("label_created")], status="on_hold")
    line = await Line.get(order_id=order.id)
    made = await asked(order, Piece(line.id, 1), way=Way.CANCEL, settings=database)
    await Order.filter(id=order.id).update(status="cancelled", state="cancelled")
    assert await mind_payments(database, now=SOON) == 0, "the word says nothing of money"
    assert await close_settled(database, now=SOON) == 1
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.unpaid) == (Status.CLOSED, True)
    assert "Bisher ist nichts bezahlt" in await card(made.id, database)

    assert await pays(order, database, paid_total=order.total) == 1
    sheet = await read_sheet(made.id)
    assert (sheet.status, tasks_of(sheet), sheet.payable) == (Status.APPROVED, (Task.SETTLE,), sheet.total)
    assert (await settle(made.id, "refund", **by_mia(database))).status is Status.REFUNDED


async def test_a_payment_that_is_there_before_the_cancellation_is_not_closed_over(database: Settings) -> None:
    order = await an_order(parcels=[parcel("label_created")], status="on_hold")
    line = await Line.get(order_id=order.id)
    made = await asked(order, Piece(line.id, 1), way=Way.CANCEL, settings=database)
    await pays(order, database, status="processing")
    await Order.filter(id=order.id).update(status="cancelled", state="cancelled")
    assert await close_settled(database, now=SOON) == 0
    assert (await read_sheet(made.id)).payable.amount == order.total


@pytest.mark.parametrize("is_over", [True, False])
@pytest.mark.parametrize("bill", ["as it was", "made smaller"])
async def test_whoever_pays_for_what_they_keep_is_owed_nothing(database: Settings, is_over: bool, bill: str) -> None:
    """Two of three mugs went back and off the bill; the third is paid."""
    order, line, made = await withdrawn(database, pieces=2)
    if is_over:
        assert await ended(made, database) is Status.CLOSED
    paid: dict[str, Any] = {"paid_total": Decimal(10)}
    if bill == "made smaller":
        await Line.filter(id=line.id).update(refunded=2)
        paid = {"paid_total": None, "total": Decimal(10), "original_total": Decimal(30)}
    assert await pays(order, database, status="paid", **paid) == 1
    sheet = await read_sheet(made.id)
    assert (sheet.payable.amount, len(await rung())) == (Decimal(0), 0)
    assert sheet.status is (Status.CLOSED if is_over else Status.APPROVED)
    assert "Ihre offene Rechnung wird um <b>20,00" in await card(made.id, database)
    claim = await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=database)
    assert (await read_sheet(claim.id)).payable.amount == Decimal(10)


async def test_the_rest_of_what_was_paid_in_part_goes_back_too(database: Settings) -> None:
    order, _, made = await withdrawn(database, status="partially_paid", paid_total=Decimal("12.50"))
    assert await ended(made, database) is Status.REFUNDED
    assert (await ReturnPayment.get()).amount == Decimal("12.50")
    assert await pays(order, database, paid_total=Decimal(20)) == 1
    assert (await read_sheet(made.id)).payable.amount == Decimal("7.50")
    assert await pays(order, database, paid_total=None, status="paid") == 1
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.payable.amount) == (Status.INSPECTED, Decimal("17.50"))
    assert await settle(made.id, "refund", **by_mia(database))
    assert sum([each.amount for each in await ReturnPayment.all()]) == SUM


async def test_what_is_taken_after_it_was_reserved_goes_back(database: Settings) -> None:
    order, _, made = await withdrawn(database, status="authorized")
    assert "reserviert" in await card(made.id, database)
    assert await pays(order, database, status="processing") == 1
    assert (await read_sheet(made.id)).payable.amount == SUM


@pytest.mark.parametrize(
    ("status", "date_paid", "paid"),
    [
        ("on-hold", None, Decimal(0)),
        ("cancelled", None, Decimal(0)),
        ("cancelled", "2026-11-20T10:00:00", None),
        ("processing", None, None),
        ("completed", "2026-11-20T10:00:00", None),
    ],
)
def test_woocommerce_notes_when_an_order_was_paid(status: str, date_paid: str | None, paid: Decimal | None) -> None:
    body = woocommerce_order(status=status, date_paid_gmt=date_paid)
    [fact] = parse("order.updated", body, fingerprint="x", locale="de")
    assert fact.order.told["paid_total"] == paid  # type: ignore[union-attr]  # it is an order


EVERYTHING = (
    *(Push, Hold, CaseMessage, CaseClock, Case, ReturnPayment, ReturnStep, ReturnItem, Return, Refund),
    *(Shipment, Line, Order),
)
STEPS = st.lists(st.tuples(st.sampled_from(["pay", "ask", "end", "shop"]), st.integers(1, 14)), max_size=9)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
async def test_in_whatever_order_money_and_goods_come_nobody_gets_more_than_was_paid_nor_less_than_is_too_much(
    database: Settings, steps: list[tuple[str, int]]
) -> None:
    order, line = await an_empty_shop()
    for what, many in steps:
        if what == "pay":
            came = (await Order.get(id=order.id)).paid_total or Decimal()
            await pays(order, database, paid_total=min(came + Decimal(many) * 2, SUM))
        elif what == "shop":
            back = min(Decimal(many) / 4, await left(order))
            if back > 0:
                count = await Refund.all().count()
                await Refund.create(order_id=order.id, external_id=f"r{count}", amount=back, refunded_at=SOON)
        elif what == "ask":
            try:
                way = Way.WITHDRAWAL if many % 3 else Way.GOODWILL
                await asked(order, Piece(line.id, 1), way=way, settings=database)
            except CustomerError:
                continue
        else:
            for row in await Return.filter(status__in=["approved", "inspected"]).order_by("id").limit(1):
                await to_its_end(row.id, database)
        await everything_holds(order)
    await pays(order, database, paid_total=SUM)
    for row in await Return.filter(status__not_in=["refunded"]).order_by("id"):
        await to_its_end(row.id, database)
    await everything_holds(order)
    worth = Decimal(10) * await ReturnItem.all().count()
    paid = sum([each.amount for each in await ReturnPayment.all()], Decimal())
    compensated = sum([each.amount or Decimal() for each in await Refund.all()], Decimal())
    assert paid == min(worth, SUM - compensated), "what was paid too much has gone back in the end"


async def an_empty_shop() -> tuple[Order, Line]:
    for model in EVERYTHING:
        await model.all().delete()
    return await a_delivered_order(total=SUM, paid_total=Decimal(0), status="partially_paid")


async def left(order: Order) -> Decimal:
    came = (await Order.get(id=order.id)).paid_total or Decimal()
    told = sum([each.amount or Decimal() for each in await Refund.all()], Decimal())
    return came - told - sum([each.amount for each in await ReturnPayment.all()], Decimal())


async def to_its_end(return_id: int, database: Settings) -> None:
    row = await Return.get(id=return_id)
    if row.status == Status.APPROVED:
        await receive(return_id, **by_mia(database))
        await check(return_id, Finding(), policy=DEFAULT, **by_mia(database))
    if (await Return.get(id=return_id)).status == Status.INSPECTED:
        await settle(return_id, "refund", **by_mia(database))


async def everything_holds(order: Order) -> None:
    there = await left(order)
    assert there >= 0, "more went back than came"
    sheets = [await read_sheet(row.id) for row in await Return.all()]
    assert sum([sheet.payable.amount for sheet in sheets], Decimal()) <= there, "more is promised than there is"
    for sheet in sheets:
        assert sheet.payable.amount + sheet.off_bill.amount <= sheet.left.amount
        assert not (sheet.status is Status.CLOSED and sheet.payable.amount), "nobody sees that it is to be paid"
