"""Objects of an import file, as the rooms of the house want to be told them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Any

from bot.shipping import progress
from bot.shipping.events import state_columns, unrepeated
from bot.shipping.progress import ParcelEvent
from bot.shop.incoming import IncomingCustomer, IncomingLine, IncomingOrder, IncomingParcel, IncomingProduct
from bot.shop.intake import MONEY, SHIP_TO
from bot.shop.numbers import normalise_number, tracking_key
from bot.shop.parcels import STATE
from bot.shop.reading import web_address
from bot.shop.states import expected_day
from bot.shop.statuses import canonical
from bot.surveys.history import PastAnswer

Object = Mapping[str, Any]

# As the column writes it: SQLite keeps amounts as text.
EXACT = Decimal("0.0001")


def incoming_order(
    order: Object, fingerprint: str, *, tz: tzinfo
) -> tuple[IncomingOrder, list[tuple[ParcelEvent, ...]]]:
    """The order, and the events of each of its parcels."""
    shipments = order.get("shipments") or ()
    events = [_events(shipment) for shipment in shipments]
    address = order.get("ship_to") or {}
    incoming = IncomingOrder(
        source=order.get("source") or "",
        external_id=order.get("external_id") or None,
        number=order["number"],
        told=_order_columns(order),
        customer=_customer(order.get("customer"), address.get("country")),
        lines=tuple(map(_line, order["lines"] or ())) if "lines" in order else None,
        parcels=tuple(_parcel(each, told, tz) for each, told in zip(shipments, events, strict=True)),
        fingerprint=fingerprint,
    )
    return incoming, events


def incoming_product(product: Object) -> IncomingProduct:
    told = {key: value for key, value in product.items() if key not in {"type", "sku"}}
    if "price" in told:
        told["price"] = _exact(told["price"])
    if "returnable" in told:
        told["returnable"] = told["returnable"] is not False
    if "manual_url" in told:
        told["manual_url"] = web_address(told["manual_url"])
    return IncomingProduct(product["sku"], told)


def past_answer(answer: Object) -> PastAnswer:
    """The answer; the importing run numbers equal ones."""
    return PastAnswer(
        survey=answer["survey"],
        score=answer["score"],
        answered_at=aware(answer["answered_at"]),
        order_number=answer.get("order") or None,
        source=answer.get("source") or None,
        comment=answer.get("comment") or None,
        locale=answer.get("locale") or None,
    )


def aware(at: datetime) -> datetime:
    """A time without offset is taken for UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _order_columns(order: Object) -> dict[str, Any]:
    """Only what is told: a key that is there says something even when it is null."""
    columns: dict[str, Any] = {
        "number": order["number"],
        "number_key": normalise_number(order["number"]),
        "placed_at": aware(order["placed_at"]),
        "currency": order["currency"],
    }
    if external_id := order.get("external_id"):
        columns["external_id"] = external_id
    columns |= {key: order[key] or None for key in ("status", "payment_method") if key in order}
    columns |= {key: _exact(order[key]) for key in MONEY if key in order}
    if "ship_to" in order:
        address = order["ship_to"] or {}
        columns |= {column: address.get(column.removeprefix("ship_")) or None for column in SHIP_TO}
    return columns


def _exact(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.quantize(EXACT)


def _customer(customer: Object | None, country: str | None) -> IncomingCustomer | None:
    """None as well for a customer of whom nothing is told."""
    told = {key: value for key, value in (customer or {}).items() if value}
    return IncomingCustomer(**told, country=country) if told else None


def _line(line: Object) -> IncomingLine:
    quantity = line.get("quantity")
    return IncomingLine(
        line.get("sku") or None,
        line.get("name") or None,
        line.get("variant") or None,
        1 if quantity is None else quantity,
        _exact(line.get("unit_price")),
        provided=line.get("provided"),
    )


def _parcel(shipment: Object, events: Iterable[ParcelEvent], tz: tzinfo) -> IncomingParcel:
    state = dict(zip(STATE, state_columns(progress.apply(events)), strict=True))
    return IncomingParcel(_parcel_columns(shipment, tz), state)


def _parcel_columns(shipment: Object, tz: tzinfo) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if "carrier" in shipment:
        columns["carrier"] = shipment["carrier"] or None
    if number := shipment.get("tracking_number"):
        columns |= {"tracking_number": number, "tracking_key": tracking_key(number)}
    if "tracking_url" in shipment:
        columns["tracking_url"] = web_address(shipment["tracking_url"])
    if "lines" in shipment:
        columns["contents"] = _contents(shipment["lines"])
    columns |= {key: _aware_or_none(shipment[key]) for key in ("expected_from", "expected_until") if key in shipment}
    if "expected_on" in shipment or "expected_until" in shipment:
        columns["expected_on"] = expected_day(shipment.get("expected_on"), columns.get("expected_until"), tz)
    return columns


def _contents(lines: Iterable[Object] | None) -> list[dict[str, Any]] | None:
    return [{"sku": line["sku"], "quantity": _count(line)} for line in lines] if lines else None


def _count(line: Object) -> int:
    quantity = line.get("quantity")
    return 1 if quantity is None else quantity


def _aware_or_none(at: datetime | None) -> datetime | None:
    return None if at is None else aware(at)


def _events(shipment: Object) -> tuple[ParcelEvent, ...]:
    return unrepeated(map(_event, shipment.get("events") or ()))


def _event(event: Object) -> ParcelEvent:
    word = event.get("status") or ""
    status = canonical(word)
    code = event.get("code") or word or str(status)
    return ParcelEvent(
        aware(event["occurred_at"]),
        str(status),
        code,
        event.get("reason") or None,
        event.get("text") or None,
        event.get("place") or "",
    )
