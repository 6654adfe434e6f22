"""Whatever order and however often a parcel's scans come in, by whichever source, it ends in the same place."""

import copy
import json
import random
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import Clock
from bot.config import Settings
from bot.connectors.inbox import Letter, receive
from bot.connectors.models import DataRequest, InboxBody
from bot.shipping.carriers.aftership import SUBTAGS
from bot.shipping.carriers.easypost import DETAILS, STATUSES
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Product, Refund, Shipment
from bot.shop.platform_models import PlatformReturn
from tests.support.builders import an_order, parcel
from tests.support.inbox import deliver, drain, let_retries_be_due
from tests.support.platforms import (
    aftership_update,
    checkpoint,
    detail,
    easypost_update,
    shopify_fulfilment,
    shopify_order,
    shopify_scan,
    woocommerce_order,
)

# The database of the test is emptied between examples by the examples themselves.
SLOW = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
HOURS = [f"2026-11-20T{hour:02}:00:00Z" for hour in range(4)]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["2026-11-20T10:00:00Z", "EUR", "12.50", "-1e400", "\x00", "9" * 400, "delivered"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
ORDER = shopify_order()
FULFILMENT = shopify_fulfilment(ORDER, "77", "78")
REFUND = {"id": 9, "order_id": ORDER["id"], "created_at": HOURS[0], "transactions": [], "refund_line_items": []}
RETURN = {"id": 5, "status": "open", "order": {"id": ORDER["id"]}, "return_line_items": [{"quantity": 1}]}
PRODUCT = {"id": 1, "title": "Mug", "variants": [{"id": 11, "sku": "MUG", "price": "1.00"}], "images": [{"src": "x"}]}
KNOCKS: list[tuple[str, str, dict[str, Any]]] = [
    ("shopify", "orders/create", shopify_order(fulfillments=[FULFILMENT], refunds=[REFUND])),
    ("shopify", "fulfillments/create", FULFILMENT),
    ("shopify", "fulfillment_events/create", shopify_scan(FULFILMENT, "in_transit", HOURS[0])),
    ("shopify", "refunds/create", REFUND),
    ("shopify", "returns/update", RETURN),
    ("shopify", "products/update", PRODUCT),
    ("shopify", "customers/redact", {"customer": {"id": 1}, "orders_to_redact": [1]}),
    ("woocommerce", "order.created", woocommerce_order(refunds=[{"id": 1, "total": "-1.00"}])),
    ("woocommerce", "product.updated", {"id": 1, "name": "Tea", "images": [{"src": "x"}], "categories": [{}]}),
    ("aftership", "", aftership_update("77", checkpoint("InTransit_001", HOURS[0]))),
    ("easypost", "", easypost_update("77", detail("in_transit", None, HOURS[0]))),
]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
    """What a platform sends, with a few values replaced by anything that JSON can hold."""
    platform, topic, body = draw(st.sampled_from(KNOCKS))
    body = copy.deepcopy(body)
    for _ in range(draw(st.integers(1, 3))):
        place, key = draw(st.sampled_from(list(places(body))))
        place[key] = draw(json_values)
    return platform, topic, body


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key in list(value) if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0):
        yield value, key
        yield from places(value[key])


@st.composite
def bodies(draw: st.DrawFn) -> list[tuple[str, dict[str, Any]]]:
    """Reports of both sources about one parcel, a few scans each, so that times fall together."""
    told: list[tuple[str, dict[str, Any]]] = []
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.sampled_from(HOURS))
        if draw(st.booleans()):
            subtag = draw(st.sampled_from([*SUBTAGS, "Teleported_001"]))
            told.append(("aftership", aftership_update("77", checkpoint(subtag, at))))
        else:
            status, more = draw(st.sampled_from([*STATUSES])), draw(st.sampled_from([*DETAILS, None]))
            told.append(("easypost", easypost_update("77", detail(status, more, at))))
    return told


@SLOW
@given(told=bodies(), chance=st.randoms())
async def test_any_order_of_reports_ends_in_the_same_state(
    database: Settings, told: list[tuple[str, dict[str, Any]]], chance: random.Random
) -> None:
    shuffled = told + chance.choices(told, k=2)
    chance.shuffle(shuffled)

    assert await end_of(database, told) == await end_of(database, shuffled)


@settings(SLOW, max_examples=150)
@given(knock=damaged())
async def test_any_json_is_kept_whatever_is_made_of_it(
    database: Settings, knock: tuple[str, str, dict[str, Any]]
) -> None:
    platform, topic, body = knock
    raw = json.dumps(body).encode()
    await empty()
    await deliver(database, *((each[0], each[1], each[2]) for each in KNOCKS[:2]))
    await InboxBody.all().delete()

    await receive(Letter(platform, topic, raw), now=Clock().now())
    await drain(database)

    row = await InboxBody.get()
    assert row.body == raw
    assert (row.processed_at is None) == (row.error is not None)
    assert expected(row.error), row.error


def expected(error: str | None) -> bool:
    """Errors say what is wrong with the body; anything else is a bug of ours."""
    return (
        error is None
        or re.match(r"[a-z_. ]+: missing, or|no (order|fulfilment|parcel|return) |topic ", error) is not None
    )


async def end_of(database: Settings, told: list[tuple[str, dict[str, Any]]]) -> Any:
    await an_order(parcels=[parcel(tracking_number="77")])
    for platform, body in told:
        await receive(Letter(platform, "", json.dumps(body).encode()), now=Clock().now())
    await drain(database)
    await let_retries_be_due()
    await drain(database)
    shipment, order = await Shipment.get(), await Order.get()
    events = sorted([(each.occurred_at, each.code) for each in await TrackingEvent.all()])
    assert await InboxBody.filter(processed_at=None).count() == 0
    end = (shipment.status, shipment.reason, shipment.status_at, shipment.delivered_at, order.state, events)
    await empty()
    return end


async def empty() -> None:
    models = InboxBody, DataRequest, TrackingEvent, Shipment, Line, Refund, PlatformReturn, Order, Customer, Product
    for model in models:
        await model.all().delete()
