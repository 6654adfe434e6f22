"""What goes on although somebody thought it was over: a cancelled parcel that leaves, a claim declined elsewhere."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.scans import take_report
from bot.customers.models import Chat, Hold
from bot.returns.acts import Act, acts_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Step
from bot.returns.models import Return, ReturnStep
from bot.returns.moving import MovedOnError
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import close, settle
from bot.returns.verdicts import tell_gone
from bot.shipping.carriers.reports import Report, Scan
from bot.shop.models import Customer, Line, Order, Shipment
from bot.tickets.models import Case, CaseMessage
from tests.features.test_privacy_erasure import erased, linked
from tests.support import platform_returns as pr
from tests.support.builders import Item, an_order, parcel
from tests.support.platform_returns import MUG, NOW, a_refund, a_return, told
from tests.support.returns import SOON, a_delivered_order, asked

pytestmark = pytest.mark.usefixtures("database")

MIA = 501


async def cancelled(
    settings: Settings, *, pieces: int = 2, contents: list[dict[str, Any]] | None = None
) -> tuple[Requested, Shipment]:
    """Two mugs that were still in the shop, so many of them cancelled."""
    more = {"contents": contents} if contents else {}
    order = await an_order(
        lines=[Item("Becher", 2, "10.00", "MUG")], parcels=[parcel("label_created", **more)], ship_country="DE"
    )
    line = await Line.get(order_id=order.id)
    made = await asked(order, Piece(line.id, pieces), way=Way.CANCEL, settings=settings)
    return made, await Shipment.get(order_id=order.id)


async def scanned(shipment: Shipment, *statuses: str, settings: Settings) -> None:
    for hours, status in enumerate(statuses, 1):
        at = SOON + timedelta(hours=hours)
        scans = (Scan(at, status, status),)
        await take_report(Report(shipment.tracking_number or "", "dhl", scans), source="dhl", settings=settings, now=at)


def by_mia(settings: Settings, now: datetime = SOON) -> dict[str, Any]:
    return {"staff_id": MIA, "settings": settings, "now": now}


async def said() -> list[str]:
    return [str(each.text) for each in await CaseMessage.filter(author="bot").order_by("id")]


async def test_cancelled_and_yet_it_leaves_the_goods_come_back_and_the_staff_hear(database: Settings) -> None:
    made, shipment = await cancelled(database)
    await scanned(shipment, "picked_up", "in_transit", "delivered", settings=database)
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.status, sheet.step) == (Way.WITHDRAWAL, "approved", Step.SHOP_SENDS_LABEL)
    assert not sheet.needs_no_goods
    assert [f"{made.number} was cancelled" in each for each in await said()] == [True]
    assert await ReturnStep.filter(request_id=made.id, act="gone", actor="carrier").count() == 1


@pytest.mark.parametrize("ends", ["returning", "lost"])
async def test_what_turns_back_or_is_lost_leaves_nothing_to_be_sent_back(database: Settings, ends: str) -> None:
    made, shipment = await cancelled(database)
    await Shipment.filter(id=shipment.id).update(status=ends)
    await Shipment.get(id=shipment.id)
    await scanned(shipment, ends, settings=database)
    assert (await read_sheet(made.id)).way is Way.CANCEL


async def test_a_parcel_with_what_was_not_cancelled_is_as_it_should_be(database: Settings) -> None:
    made, shipment = await cancelled(database, pieces=1, contents=[{"sku": "MUG", "name": "Becher", "quantity": 1}])
    await scanned(shipment, "in_transit", settings=database)
    assert (await read_sheet(made.id)).way is Way.CANCEL
    assert await said() == []


async def test_where_nobody_knows_what_is_in_it_the_staff_are_asked(database: Settings) -> None:
    made, shipment = await cancelled(database, pieces=1)
    await scanned(shipment, "in_transit", "out_for_delivery", settings=database)
    assert (await read_sheet(made.id)).way is Way.CANCEL
    assert len(await said()) == 1
    assert "Please look" in (await said())[0]


@pytest.mark.parametrize("is_closed", [False, True])
async def test_refunded_and_then_it_turns_out_to_have_left(database: Settings, is_closed: bool) -> None:
    """The money is theirs; the goods are owed, and once they are here nothing more is paid."""
    made, _ = await cancelled(database)
    await settle(made.id, "refund", **by_mia(database))
    assert Act.GONE in acts_of(await read_sheet(made.id))
    if is_closed:
        await close(made.id, **by_mia(database))
    await tell_gone(made.id, policy=DEFAULT, **by_mia(database))
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.status, sheet.left.amount) == (Way.WITHDRAWAL, "approved", Decimal())
    assert (await Case.get(once=f"return:{made.id}:cancel")).status == "open"
    assert (await Hold.get(reason="return")).released_at is None
    await receive(made.id, **by_mia(database))
    assert await check(made.id, Finding(), policy=DEFAULT, **by_mia(database)) == "refunded"
    with pytest.raises(MovedOnError):
        await tell_gone(made.id, policy=DEFAULT, **by_mia(database))


async def test_erased_with_an_open_withdrawal_the_case_stays_without_the_person(database: Settings) -> None:
    order, line = await a_delivered_order(quantity=1)
    await Chat.create(id=7, locale="de", first_name="Anna", created_at=SOON)
    await linked(7, await Customer.get(id=order.customer_id))
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await erased(7, database)
    case = await Case.get()
    assert (case.status, case.once, case.customer_id, case.chat_id) == ("open", f"return:{made.id}:return", None, None)
    assert "erased" in (await said())[-1]
    await receive(made.id, **by_mia(database))
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(database))
    assert made.number in str((await Case.get()).facts)
    await settle(made.id, "refund", **by_mia(database))
    assert (await Case.get()).status == "closed"


async def test_erased_with_a_settled_return_leaves_no_case_open(database: Settings) -> None:
    order, line = await a_delivered_order(quantity=1)
    await Chat.create(id=7, locale="de", first_name="Anna", created_at=SOON)
    await linked(7, await Customer.get(id=order.customer_id))
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, **by_mia(database))
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(database))
    await settle(made.id, "refund", **by_mia(database))
    await erased(7, database)
    case = await Case.get()
    assert (case.status, case.once) == ("closed", None)


async def test_the_platform_declines_a_warranty_claim_and_the_staff_decide(database: Settings) -> None:
    order = await pr.an_order(database)
    await Order.filter(id=order.id).update(status="fulfilled")
    days_ago = NOW - timedelta(days=3)
    await Shipment.create(
        order_id=order.id, position=1, status="delivered", rank=90, carrier="dhl", tracking_number="1",
        tracking_key="1", delivered_at=days_ago, status_at=days_ago,
    )  # fmt: skip
    mug = await Line.get(sku="MUG")
    wish = Wish(order_id=order.id, pieces=(Piece(mug.id, 1, "defective"),), way=Way.WARRANTY)
    made = await ask(
        wish,
        customer_ids=[order.customer_id or 0],
        chat_id=7,
        locale="de",
        policy=DEFAULT,
        settings=database,
        now=NOW - timedelta(hours=1),
    )
    await told(database, ("returns/request", a_return((MUG, 1), status="REQUESTED")))
    await told(database, ("returns/decline", a_return((MUG, 1), status="DECLINED")))
    row = await Return.get(id=made.id)
    assert (row.status, row.external_id) == ("requested", "5")
    assert "declined" in (await said())[-1]


async def test_a_favour_that_the_platform_declines_is_rejected(database: Settings) -> None:
    await pr.an_order(database)
    await told(database, ("returns/request", a_return((MUG, 1), status="REQUESTED")))
    await told(database, ("returns/decline", a_return((MUG, 1), status="DECLINED")))
    assert (await Return.get()).status == "rejected"
    assert not await Case.all().exists()


async def test_a_return_of_the_platform_has_a_case_once_something_is_odd(database: Settings) -> None:
    await pr.an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    assert not await Case.all().exists()
    await told(database, ("returns/close", a_return((MUG, 2), status="CLOSED")))
    row, case = await Return.get(), await Case.get()
    assert (case.once, case.customer_id, case.status) == (f"return:{row.id}:return", row.customer_id, "open")
    assert row.number in str(case.facts)
    assert len(await said()) == 1


async def test_too_much_for_a_return_of_the_platform_is_heard_of(database: Settings) -> None:
    await pr.an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("refunds/create", a_refund(9, "70.00", (MUG, 2))))
    assert len(await said()) == 1
