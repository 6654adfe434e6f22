"""What customers read about their orders, and that nobody reads another's."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.errors import NotFoundError, OperatorError
from bot.i18n import Money
from bot.shipping.timeline import list_events
from bot.shop.facts import OrderSummary
from bot.shop.models import Order
from bot.shop.orders import find_order, find_own_order, get_order, list_orders, own_order_numbers
from tests.support.builders import PLACED, TODAY, Item, a_customer, an_order, parcel
from tests.support.queries import counted_queries

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)

pytestmark = pytest.mark.usefixtures("database")


async def test_the_card_tells_everything_about_an_order_in_two_queries() -> None:
    lines = [Item(name="Becher", quantity=2, sku="B"), Item(name="Kanne", unit_price="9.5", sku="K", variant="blau")]
    contents = [{"sku": "B", "quantity": 2}, {"sku": "X-9", "quantity": 1}]
    parcels = [parcel("in_transit", expected_on=TOMORROW, contents=contents), parcel("delivered")]
    address: dict[str, Any] = {"ship_name": "Erika Beispiel", "ship_city": "Bonn", "ship_country": "DE"}
    order = await an_order("1001", lines=lines, parcels=parcels, shipping_total=Decimal("4.9"), **address)

    with counted_queries() as queries:
        card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=TODAY)

    assert len(queries) == 2
    assert (card.number, card.state, card.is_open, card.late) == ("1001", "in_transit", True, False)
    assert (card.expected_on, card.delivered_at, card.placed_at) == (TOMORROW, None, PLACED)
    assert (card.total, card.shipping_total) == (Money(Decimal("49.30"), "EUR"), Money(Decimal("4.90"), "EUR"))
    assert card.tax_total is None
    assert [(line.name, line.quantity, line.variant) for line in card.lines] == [
        ("Becher", 2, None),
        ("Kanne", 1, "blau"),
    ]
    assert (card.item_count, card.first_item, card.shop_status) == (3, "Becher", "paid")
    assert card.parcels[0].contents == (("Becher", 2), ("X-9", 1))
    assert [each.status for each in card.parcels] == ["in_transit", "delivered"]
    assert card.parcels[1].delivered_at == PLACED + timedelta(days=1)
    assert card.address
    assert (card.address.city, card.address.street) == ("Bonn", None)


async def test_an_order_of_which_little_is_known_still_has_a_card() -> None:
    order = await an_order("1001", lines=(), total=None, status=None)

    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=TODAY)

    assert (card.total, card.lines, card.parcels, card.address, card.state) == (None, (), (), None, "unknown")


async def test_a_foreign_order_is_not_found_like_one_that_does_not_exist() -> None:
    order = await an_order("1001", parcels=[parcel("in_transit")])
    stranger = await a_customer()

    for order_id, asker in ((order.id, [stranger.id]), (order.id, []), (order.id + 1, [order.customer_id or 0])):
        with pytest.raises(NotFoundError):
            await get_order(order_id, customer_ids=asker, today=TODAY)
        assert await list_events(order_id, customer_ids=asker) == ()
    assert (await list_orders([stranger.id], today=TODAY)).total == 0
    assert await find_own_order("1001", customer_ids=[stranger.id], today=TODAY) is None
    assert await own_order_numbers([stranger.id]) == []


async def test_open_orders_come_first_and_then_the_newest() -> None:
    customer, partner = await a_customer(), await a_customer()
    days = iter(range(9))

    async def placed(number: str, *scans: str, of: object = customer) -> None:
        at = PLACED + timedelta(days=next(days))
        await an_order(number, customer=of, placed_at=at, parcels=[parcel(*scans)])  # type: ignore[arg-type]  # a customer

    await placed("old open", "in_transit")
    await placed("old closed", "delivered")
    await placed("new open", "label_created", of=partner)
    await placed("new closed", "delivered")

    with counted_queries() as queries:
        page = await list_orders([customer.id, partner.id], today=TODAY, limit=3)
    rest = await list_orders([customer.id, partner.id], today=TODAY, offset=3, limit=3)

    assert len(queries) == 2
    assert [order.number for order in page.orders] == ["new open", "old open", "new closed"]
    assert [order.number for order in rest.orders] == ["old closed"]
    assert page.total == rest.total == 4


@pytest.mark.parametrize(
    ("scans", "status", "expected_on", "late"),
    [
        (["in_transit"], "paid", YESTERDAY, True),
        (["in_transit"], "paid", TODAY, False),
        (["in_transit"], "paid", None, False),
        (["delivered"], "paid", YESTERDAY, False),
        (["available_for_pickup"], "paid", YESTERDAY, False),
        (["label_created"], "cancelled", YESTERDAY, False),
    ],
)
async def test_list_and_card_agree_on_what_is_late(
    scans: list[str], status: str, expected_on: date | None, late: bool
) -> None:
    order = await an_order(
        "1001", status=status, parcels=[parcel(*scans, expected_on=expected_on), parcel("cancelled")]
    )
    own = [order.customer_id or 0]

    card = await get_order(order.id, customer_ids=own, today=TODAY)
    [listed] = (await list_orders(own, today=TODAY)).orders

    assert card.late is listed.late is late
    assert {name: getattr(card, name) for name in OrderSummary.__slots__} == {
        name: getattr(listed, name) for name in OrderSummary.__slots__
    }


async def test_an_own_order_is_found_however_its_number_is_spelled() -> None:
    order = await an_order("DE-1001")
    own = [order.customer_id or 0]

    for spelling in ("de-1001", "#DE1001", "Nr. DE 1001", "de 1001"):
        found = await find_own_order(spelling, customer_ids=own, today=TODAY)
        assert found
        assert found.id == order.id
    assert await find_own_order("DE-1002", customer_ids=own, today=TODAY) is None
    assert await own_order_numbers(own) == [(order.id, "DE-1001")]


async def test_the_operator_finds_any_order_and_is_told_when_a_number_is_not_unique() -> None:
    first = await an_order("1001", source="web")
    await an_order("1001", source="till")

    with pytest.raises(OperatorError, match="till, web"):
        await find_order("1001")
    found = await find_order("#1001", source="web")

    assert found
    assert found.id == first.id
    assert await find_order("1002") is None


async def test_the_timeline_tells_the_newest_scan_first_for_all_or_one_parcel() -> None:
    order = await an_order(parcels=[parcel("label_created", "in_transit"), parcel("delivered")])
    own = [order.customer_id or 0]

    with counted_queries() as queries:
        events = await list_events(order.id, customer_ids=own)
    card = await get_order(order.id, customer_ids=own, today=TODAY)
    second = await list_events(order.id, customer_ids=own, shipment_id=card.parcels[1].id)

    assert len(queries) == 1
    assert [event.status for event in events] == ["in_transit", "delivered", "label_created"]
    assert [event.status for event in second] == ["delivered"]
    assert second[0].occurred_at == datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


async def test_a_hundred_orders_are_paged_without_gap_or_repetition() -> None:
    customer = await a_customer()
    for number in range(30):
        await an_order(str(number), customer=customer, lines=())

    pages = [page async for page in _pages(customer.id)]

    assert sorted(order.id for page in pages for order in page) == [
        order.id for order in await Order.all().order_by("id")
    ]


async def _pages(customer_id: int) -> AsyncIterator[tuple[OrderSummary, ...]]:
    offset = 0
    while (page := await list_orders([customer_id], today=TODAY, offset=offset)).orders:
        yield page.orders
        offset += len(page.orders)
