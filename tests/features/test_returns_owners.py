"""Whose a return is: it goes with its order, its case too; what was never paid is over with the order."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Hold, Link
from bot.outbox.models import Push
from bot.returns.closing import close_settled
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from bot.returns.owners import hand_over_returns
from bot.returns.paths import Way
from bot.returns.requests import Piece
from bot.returns.settling import record_platform_payment
from bot.returns.wording import Reader, card_text
from bot.shop.models import Line, Order
from bot.tickets.cases import find_talk
from bot.tickets.models import Case
from tests.support.builders import a_customer, an_order, parcel
from tests.support.returns import SOON, a_delivered_order, asked


@pytest.mark.parametrize("way", [Way.WITHDRAWAL, Way.CANCEL])
async def test_a_return_that_goes_to_another_customer_takes_its_case_along(database: Settings, way: Way) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    order, line = await (a_delivered_order() if way is Way.WITHDRAWAL else unsent("processing"))
    await Chat.create(id=7, locale="de", created_at=SOON)
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    made = await asked(order, Piece(line.id, 1), way=way, settings=settings)
    case = await Case.get()
    await Case.filter(id=case.id).update(first_answer_at=SOON)
    assert await find_talk(7) == case.id

    before, after = order.customer_id or 0, await a_customer("Berta")
    await Order.filter(id=order.id).update(customer_id=after.id)
    await hand_over_returns(order.id, before=before, now=SOON, settings=settings)

    case = await Case.get()
    assert (case.customer_id, case.chat_id) == (after.id, None)
    assert await find_talk(7) is None, "whoever had the order before talks about it no more"
    assert {hold.customer_id for hold in await Hold.filter(released_at=None)} == {after.id}
    assert (await Return.get(id=made.id)).customer_id == after.id


async def unsent(status: str) -> tuple[Order, Line]:
    order = await an_order("2001", parcels=[parcel("label_created")], status=status, ship_country="DE")
    return order, await Line.get(order_id=order.id)


async def test_what_was_cancelled_before_it_was_paid_is_over_when_the_shop_has_cancelled_it(database: Settings) -> None:
    order, line = await unsent("on-hold")
    made = await asked(order, Piece(line.id, line.quantity), way=Way.CANCEL, settings=database)
    sheet = await read_sheet(made.id)
    told = card_text(sheet, Reader("de", database.time_zone, "Shop"))
    assert "Bisher ist nichts bezahlt" in told
    assert "Geld zurück spätestens" not in told
    assert await close_settled(database, now=SOON) == 0

    await Order.filter(id=order.id).update(status="cancelled", state="cancelled")
    later = SOON + timedelta(minutes=5)
    assert [await close_settled(database, now=later) for _ in range(2)] == [1, 0]
    row = await Return.get(id=made.id)
    assert (row.status, row.closed_at) == ("closed", later)
    assert (await Hold.get(reason="return")).released_at == later
    assert (await Case.get()).status == "closed"
    assert not await Push.filter(once__contains=":refunded:").exists(), "no money is on its way"


@pytest.mark.parametrize("status", ["processing", "new", None])
async def test_what_may_be_paid_waits_for_its_money(database: Settings, status: str | None) -> None:
    order, line = await unsent(status or "")
    made = await asked(order, Piece(line.id, line.quantity), way=Way.CANCEL, settings=database)
    await Order.filter(id=order.id).update(status="cancelled", state="cancelled")

    assert await close_settled(database, now=SOON) == 0
    assert (await Return.get(id=made.id)).status == "approved"


async def test_money_that_came_after_all_goes_back(database: Settings) -> None:
    order, line = await unsent("pending")
    made = await asked(order, Piece(line.id, line.quantity), way=Way.CANCEL, settings=database)
    await record_platform_payment(made.id, Decimal("1.00"), once="shop:refund:1", settings=database, now=SOON)
    await Order.filter(id=order.id).update(status="cancelled", state="cancelled")

    assert await close_settled(database, now=SOON) == 0
    assert "1,00" in card_text(await read_sheet(made.id), Reader("de", database.time_zone, "Shop"))
