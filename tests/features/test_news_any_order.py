"""A parcel's events in any order, as often as you like: the same state, and the same messages leave."""

import os
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.models import Chat, Hold, Link
from bot.outbox.models import Push
from bot.shipping.events import record_event
from bot.shipping.models import Alert, ExpectedDay, TrackingEvent, Watch
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Customer, Line, Order, Shipment
from bot.shop.statuses import ShipmentStatus
from bot.staff.models import AuditEntry
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer, an_order, parcel

NOW = datetime(2026, 11, 18, 11, tzinfo=UTC)  # a Wednesday, noon in Berlin
STATUSES = sorted(set(ShipmentStatus) - {ShipmentStatus.UNKNOWN})
REASONS = [
    None,
    None,
    "weather_delay",
    "consignee_not_home",
    "consignee_incorrect_address",
    "customs_cleared",
    "problem_resolved",
    "neighbour",
]
TABLES = (
    *(Push, Alert, Watch, Hold, CaseMessage, Case, AuditEntry, ExpectedDay, TrackingEvent),
    *(Link, Chat, Shipment, Line, Order, Customer),
)


@st.composite
def ways(draw: st.DrawFn) -> list[ParcelEvent]:
    """Up to six scans within the last hours, some of them at the same minute or the same place."""
    scans = st.tuples(
        st.sampled_from(STATUSES), st.integers(0, 5), st.sampled_from(["", "Bonn", "Köln"]), st.sampled_from(REASONS)
    )
    told = st.lists(scans, min_size=2, max_size=6, unique_by=lambda each: each[:3])
    return [
        ParcelEvent(NOW - timedelta(hours=3) + timedelta(minutes=20 * slot), status, status, reason, None, place)
        for status, slot, place, reason in draw(told)
    ]


EXAMPLES = 20 if os.environ.get("BOTE_TEST_DATABASE_URL") else 60


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=ways(), data=st.data())
async def test_any_permutation_and_repetition_ends_in_the_same_state_and_the_same_pushes(
    database: Settings, way: list[ParcelEvent], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(way), max_size=4))
    shuffled = data.draw(st.permutations(way + again))

    assert await end_of(database, way) == await end_of(database, shuffled)


async def end_of(database: Settings, told: list[ParcelEvent]) -> dict[str, Any]:
    """Where everything stands after these events, told in this order to two chats; nothing was sent meanwhile."""
    for model in TABLES:
        await model.all().delete()
    customer = await a_customer(email="anna@example.org")
    order = await an_order(
        "1001",
        customer=customer,
        ship_country="DE",
        parcels=[parcel(tracking_number="77", expected_on=date(2026, 11, 20))],
    )
    for chat_id, locale in ((701, "de"), (702, "fr")):
        await Chat.create(id=chat_id, locale=locale, created_at=NOW)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=NOW)
    shipment = await Shipment.get(order_id=order.id)
    for event in told:
        await record_event(shipment.id, event, now=NOW, settings=database)
    now, whole = await Shipment.get(id=shipment.id), await Order.get(id=order.id)
    return {
        "parcel": (now.status, now.reason, now.status_at, now.rank, now.delivered_at),
        "order": (whole.state, whole.is_open, whole.delivered_at),
        "events": {(each.occurred_at, each.code, each.place) for each in await TrackingEvent.all()},
        "pushes": {_push(push, shipment.id) for push in await Push.filter(status="waiting")},
        "alerts": {(alert.kind, alert.cause_at) for alert in await Alert.filter(closed_at=None)},
        "holds": {hold.reason for hold in await Hold.filter(released_at=None)},
        "cases": {case.cause for case in await Case.filter(status="open")},
    }


def _push(push: Push, shipment_id: int) -> tuple[Any, ...]:
    """A push by what it is and all that it says, whatever the ids of this run are."""
    once = (push.once or "").replace(f"shipment:{shipment_id}:", "")
    return push.chat_id, push.purpose, once, push.params["text"]


async def test_a_hold_overtaken_by_a_loss_of_the_same_minute_leaves_one_case(database: Settings) -> None:
    at = NOW - timedelta(hours=3)
    lost = ParcelEvent(at, ShipmentStatus.LOST, ShipmentStatus.LOST, None, None, "")
    held = ParcelEvent(at, ShipmentStatus.ON_HOLD, ShipmentStatus.ON_HOLD, "consignee_incorrect_address", None, "")

    first = await end_of(database, [lost, held])

    assert first == await end_of(database, [held, lost])
    assert first["cases"] == {"lost"}
