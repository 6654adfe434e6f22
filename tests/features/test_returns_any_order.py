"""In whatever order and however often the platform's bodies and a label's scans come: the same return and news."""

import random
import re
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.customers.models import Chat, Hold, Link
from bot.outbox.models import Push
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Refund, Shipment
from bot.shop.platform_models import PlatformReturn
from bot.tickets.models import Case, CaseMessage
from tests.support.inbox import Knock, drain, let_retries_be_due
from tests.support.inbox import deliver as deliver_in_turn
from tests.support.platforms import aftership_update, checkpoint, detail, easypost_update
from tests.support.returns import DELIVERED, a_delivered_order, asked

# The database of the test is emptied between examples by the examples themselves.
SLOW = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SENT = DELIVERED + timedelta(days=2)
NOW = SENT + timedelta(days=2, hours=6)
ORDER, LINE, ANNA = 9001, 11, 7
NUMBER = re.compile(r"R-\w{5}")

CHAINS = (
    (("request", "REQUESTED"), ("approve", "OPEN"), ("close", "CLOSED")),
    (("approve", "OPEN"), ("close", "CLOSED")),
    (("approve", "OPEN"),),
    (),
)
CALLED_OFF = (
    (("request", "REQUESTED"), ("decline", "DECLINED")),
    (("request", "REQUESTED"), ("approve", "OPEN"), ("cancel", "CANCELED")),
)
REFUNDS = ((), ("20.00",), ("12.00", "8.00"), ("5.00",), ("5.00", "7.00"))
SCANS = (
    ("aftership", "", aftership_update("22", checkpoint("InfoReceived_001", (SENT + timedelta(hours=1)).isoformat()))),
    ("aftership", "", aftership_update("22", checkpoint("InTransit_002", (SENT + timedelta(hours=44)).isoformat()))),
    ("easypost", "", easypost_update("22", detail("in_transit", None, (SENT + timedelta(hours=46)).isoformat()))),
    ("aftership", "", aftership_update("22", checkpoint("Delivered_001", (SENT + timedelta(hours=50)).isoformat()))),
)


def a_return(event: str, status: str) -> Knock:
    item = {"id": 1, "quantity": 2, "return_reason": "OTHER", "fulfillment_line_item": {"line_item": {"id": LINE}}}
    body = {"id": 5, "status": status, "order": {"id": ORDER}, "return_line_items": [item]}
    return "shopify", f"returns/{event}", body


def a_refund(id_: int, amount: str) -> Knock:
    body = {
        "id": id_,
        "order_id": ORDER,
        "created_at": (SENT + timedelta(hours=48)).isoformat(),
        "refund_line_items": [{"quantity": 1, "line_item_id": LINE, "line_item": {"sku": "BECHER"}}],
        "transactions": [{"kind": "refund", "status": "success", "amount": amount}],
    }
    return "shopify", "refunds/create", body


@st.composite
def lives(draw: st.DrawFn) -> tuple[bool, list[Knock]]:
    """Whether the return is ours, with a label, and what is told of it; some of that never arrives.

    One of ours is not called off there before anybody has heard of it: that is taken for another one.
    """
    is_ours = draw(st.booleans())
    is_called_off = not is_ours and draw(st.booleans())
    chain = draw(st.sampled_from(CALLED_OFF if is_called_off else CHAINS))
    told = [a_return(*each) for each in chain]
    if is_ours:
        told += draw(st.lists(st.sampled_from(SCANS), unique_by=id))
    if not is_called_off:
        told += [a_refund(id_, amount) for id_, amount in enumerate(draw(st.sampled_from(REFUNDS)), 1)]
    kept = [each for each in told if draw(st.integers(0, 5))]
    return is_ours, kept


@SLOW
@given(life=lives(), chance=st.randoms())
async def test_any_order_ends_in_the_same_return_and_the_same_news(
    database: Settings, life: tuple[bool, list[Knock]], chance: random.Random
) -> None:
    is_ours, told = life
    shuffled = told + (chance.choices(told, k=2) if told else [])
    chance.shuffle(shuffled)

    assert await end_of(database, told, is_ours=is_ours) == await end_of(database, shuffled, is_ours=is_ours)


async def end_of(database: Settings, told: list[Knock], *, is_ours: bool) -> Any:
    await begin(database, is_ours=is_ours)
    await deliver_in_turn(database, *told, now=NOW)
    await let_retries_be_due()
    await drain(database, now=NOW)
    assert [row.error for row in await InboxBody.filter(processed_at=None)] == []
    rows = await Return.all().values("status", "way", "source", "external_id", "goods", "label_key")
    items = await ReturnItem.all().values("quantity", "received", "accepted")
    paid = await ReturnPayment.all().order_by("once").values("once", "amount", "kind")
    held = await Hold.all().values("reason", "released_at")
    outbound = await TrackingEvent.all().count(), (await Shipment.get()).status
    end = (rows, items, paid, held, outbound, await news())
    await empty()
    return end


async def news() -> tuple[list[str], list[str]]:
    """What rings, by its kind, and what the card says, without the number that chance has given."""
    pushes = await Push.filter(chat_id=ANNA, settled_at=None)
    kinds = [str(push.once).split(":")[2].partition("-")[0] for push in pushes if push.once]
    cards = [NUMBER.sub("R-", push.params["text"]) for push in pushes if push.slot]
    return sorted(kinds), cards


async def begin(database: Settings, *, is_ours: bool) -> None:
    order, line = await a_delivered_order("1001", quantity=2, source="shopify", external_id=str(ORDER))
    await Line.filter(id=line.id).update(external_id=str(LINE))
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=DELIVERED)
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=DELIVERED)
    if is_ours:
        made = await asked(order, Piece(line.id, 2), way=Way.GOODWILL, settings=database, now=SENT)
        label = NewLabel(code="X", tracking_number="22")
        await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, settings=database, now=SENT)


async def empty() -> None:
    models = InboxBody, Push, CaseMessage, Case, Hold, ReturnPayment, ReturnItem, Return, PlatformReturn, Refund
    for model in (*models, TrackingEvent, Shipment, Line, Order, Link, Chat, Customer):
        await model.all().delete()
