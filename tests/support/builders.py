"""Rows for tests, with sensible defaults: `await an_order("1001", parcels=[parcel("in_transit")])`."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from bot.db import unit_of_work
from bot.returns.models import Return, ReturnItem
from bot.shipping import progress
from bot.shipping.models import TrackingEvent
from bot.shipping.progress import ParcelEvent, ParcelState
from bot.shop.models import Customer, Line, Order, Product, Shipment
from bot.shop.numbers import email_key, normalise_number, phone_key, tracking_key
from bot.shop.states import ParcelStanding, order_standing
from bot.shop.word_index import index_products
from bot.staff.models import StaffMember
from bot.tickets.models import Case, CaseMessage

PLACED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 6)

_running = count(1)


async def a_customer(name: str = "Erika Beispiel", **columns: Any) -> Customer:
    """A customer of the shop with an e-mail address of their own."""
    number = next(_running)
    email = columns.pop("email", f"kunde{number}@example.org")
    phone = columns.pop("phone", None)
    return await Customer.create(
        name=name, email=email, email_key=email_key(email), phone=phone, phone_key=phone_key(phone), **columns
    )


@dataclass(frozen=True, slots=True)
class Item:
    name: str | None = "Kaffeebecher"
    quantity: int = 1
    unit_price: str | None = "19.90"
    sku: str | None = "BECHER"
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel and its scans; where it stands follows from the scans, as in real life."""

    events: tuple[ParcelEvent, ...] = ()
    columns: dict[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> ParcelState:
        return progress.apply(self.events)


def parcel(*scans: str | ParcelEvent, **columns: Any) -> Parcel:
    """A parcel with these scans, six hours apart from the day after PLACED on: `parcel("in_transit", "lost")`."""
    columns = {"carrier": "dhl", "tracking_number": f"0034043{next(_running):013}"} | columns
    return Parcel(tuple(_dated(scan, number) for number, scan in enumerate(scans)), columns)


def scan(status: str, *, at: datetime, **values: Any) -> ParcelEvent:
    """One scan at a time of its own."""
    return ParcelEvent(at, status, **({"code": status} | values))


async def an_order(
    number: str | None = None,
    *,
    customer: Customer | None = None,
    lines: Sequence[Item] = (Item(),),
    parcels: Sequence[Parcel] = (),
    **columns: Any,
) -> Order:
    """An order with its lines and parcels; a customer of its own unless one is given (`customer_id=None`: nobody)."""
    number = number or str(1000 + next(_running))
    if customer is None and "customer_id" not in columns:
        customer = await a_customer()
    if customer:
        columns["customer_id"] = customer.id
    defaults: dict[str, Any] = {"placed_at": PLACED, "status": "paid", "currency": "EUR", "total": _sum(lines)}
    columns = defaults | columns
    standing = order_standing(columns["status"], [_standing(parcel) for parcel in parcels])
    order = await Order.create(
        number=number,
        number_key=normalise_number(number),
        state=standing.state,
        is_open=standing.is_open,
        expected_on=standing.expected_on,
        delivered_at=standing.delivered_at,
        **columns,
    )
    for position, item in enumerate(lines, 1):
        await _add_line(order, position, item)
    for position, each in enumerate(parcels, 1):
        await _add_parcel(order, position, each)
    return order


async def a_product(sku: str = "BECHER", **columns: Any) -> Product:
    defaults: dict[str, Any] = {"name": {"de": "Kaffeebecher"}, "price": Decimal("19.90"), "currency": "EUR"}
    product = await Product.create(sku=sku, **(defaults | columns))
    await _index(sku)
    return product


@unit_of_work
async def _index(sku: str) -> None:
    await index_products([sku])


async def a_colleague(name: str = "Mia", number: int = 0, role: str = "agent") -> StaffMember:
    """Somebody of the staff, with an id of their own."""
    return await StaffMember.create(id=790 + number, role=role, name=name, granted_at=PLACED)


async def a_talked_about_case(order: Order, words: str, number: int = 0) -> int:
    """A case about the order in which everybody has said something, file and note among it; its id."""
    case = await Case.create(
        once=f"talk:{order.id}:{number}",
        customer_id=order.customer_id,
        order_id=order.id,
        cause="human",
        value=order.total,
        currency=order.currency,
        opened_at=PLACED + timedelta(hours=number),
    )
    for author, kind in (("customer", "text"), ("bot", "text"), ("staff", "photo"), ("note", "text")):
        await CaseMessage.create(case_id=case.id, author=author, kind=kind, text=words, staff_id=790, at=PLACED)
    return int(case.id)


async def a_return(order: Order, words: str | None = None, *, status: str = "label_sent", **columns: Any) -> int:
    """Everything of an order on its way back, with what the customer and the staff said; its id."""
    number = next(_running)
    defaults: dict[str, Any] = {"way": "goodwill", "goods": order.total, "currency": order.currency, "locale": "de"}
    defaults["number"] = f"R-{number:05}"
    made = await Return.create(
        customer_id=order.customer_id,
        order_id=order.id,
        status=status,
        created_at=PLACED,
        note=words,
        why=words and words[:255],
        **(defaults | columns),
    )
    for line in await Line.filter(order_id=order.id):
        await ReturnItem.create(request_id=made.id, line_id=line.id, quantity=line.quantity, reason="other")
    return int(made.id)


def _dated(scan: str | ParcelEvent, number: int) -> ParcelEvent:
    if isinstance(scan, ParcelEvent):
        return replace(scan, code=scan.code or scan.status)
    return ParcelEvent(PLACED + timedelta(days=1, hours=6 * number), scan, code=scan)


def _sum(lines: Sequence[Item]) -> Decimal:
    return sum((item.quantity * Decimal(item.unit_price or 0) for item in lines), Decimal())


def _standing(parcel: Parcel) -> ParcelStanding:
    state = parcel.state
    return ParcelStanding(state.status, state.rank, parcel.columns.get("expected_on"), state.delivered_at)


async def _add_line(order: Order, position: int, item: Item) -> None:
    await Line.create(
        order_id=order.id,
        position=position,
        sku=item.sku,
        name=item.name,
        variant=item.variant,
        quantity=item.quantity,
        unit_price=None if item.unit_price is None else Decimal(item.unit_price),
    )


async def _add_parcel(order: Order, position: int, parcel: Parcel) -> None:
    state = parcel.state
    shipment = await Shipment.create(
        order_id=order.id,
        position=position,
        tracking_key=tracking_key(parcel.columns["tracking_number"]),
        status=state.status,
        reason=state.reason,
        status_at=state.status_at,
        rank=state.rank,
        delivered_at=state.delivered_at,
        **parcel.columns,
    )
    for event in parcel.events:
        await TrackingEvent.create(
            shipment_id=shipment.id,
            occurred_at=event.occurred_at,
            code=event.code,
            status=event.status,
            reason=event.reason,
            text=event.text,
            place=event.place,
        )
