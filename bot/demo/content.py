"""The demo shop's content: data files resolved into lines of the import, and the scans still to come."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.demo.times import resolve_day, resolve_moment

SHOP = Path(__file__).parent / "shop"
PICTURES = Path(__file__).parent / "pictures"
SOURCE = "demo"
# In the order in which the page offers them.
SEATS = ("anna", "ben", "emma", "oliver", "chloe", "luc")
CENT = Decimal("0.01")
TAX_RATES = {"DE": 19, "AT": 20, "IE": 23, "GB": 20, "FR": 20, "LU": 17}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody the visitor can be; `customer` is the external id of their purchases."""

    id: int
    first_name: str
    language: Locale
    about: str
    customer: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan of the parcel at `position` of an order, with the new expected day it brings."""

    order: str
    position: int
    at: datetime
    status: str
    place: str
    text: str
    reason: str | None = None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What relative times and addresses in the data files are relative to."""

    at: datetime
    zone: ZoneInfo
    pages: str


def list_seats() -> list[Seat]:
    """Who one can be in the demo."""
    return [_seat(_read(name)) for name in SEATS]


def import_lines(opening: Opening) -> Iterator[Json]:
    """Products and orders, as lines of an import file."""
    for product in _read("products")["products"]:
        yield _product_line(product, opening)
    for name in SEATS:
        yield from (_order_line(order, _read(name), opening) for order in _read(name)["orders"])


def future_scans(opening: Opening) -> list[Scan]:
    """What will happen to the parcels, the next first."""
    scans = [
        _scan(told, order["number"], position, opening)
        for name in SEATS
        for order in _read(name)["orders"]
        for position, parcel in enumerate(order.get("parcels", []), 1)
        for told in parcel.get("future", [])
    ]
    return sorted(scans, key=lambda scan: scan.at)


def product_names(sku: str) -> Mapping[str, str]:
    """A product's name by language."""
    names: Mapping[str, str] = _products()[sku]["name"]
    return names


@cache
def _read(name: str) -> Json:
    return tomllib.loads((SHOP / f"{name}.toml").read_text("utf-8"))


def _seat(told: Json) -> Seat:
    language = cast(Locale, told["language"])
    return Seat(told["id"], told["first_name"], language, told["about"], told["customer"]["external_id"])


def _product_line(product: Json, opening: Opening) -> Json:
    return {
        "type": "product",
        "sku": product["sku"],
        "name": product["name"],
        "description": product["description"],
        "category": product["category"],
        "price": product["price"],
        "currency": "EUR",
        "stock": product.get("stock"),
        "facts": product["facts"],
        "images": [str(PICTURES / product["picture"])],
        "manual_url": f"{opening.pages}/manual/{product['manual']}" if "manual" in product else None,
        "returnable": product.get("returnable", True),
        "not_returnable_because": product.get("not_returnable_because"),
    }


def _order_line(order: Json, seat: Json, opening: Opening) -> Json:
    lines = [_line(line, seat["language"]) for line in order["lines"]]
    return {
        "type": "order",
        "number": order["number"],
        "external_id": f"demo-{order['number']}",
        "source": SOURCE,
        "placed_at": _iso(order["placed"], opening),
        "status": order["status"],
        "currency": seat.get("currency", "EUR"),
        **_totals(order, lines, seat["ship_to"]["country"]),
        "payment_method": order["payment"],
        "customer": seat["customer"] | {"locale": seat["language"]},
        "ship_to": seat["ship_to"],
        "lines": lines,
        "shipments": [
            _shipment(parcel, order["number"], position, opening)
            for position, parcel in enumerate(order.get("parcels", []), 1)
        ],
    }


def _line(line: Json, language: str) -> Json:
    product = _products()[line["sku"]]
    return {
        "sku": line["sku"],
        "name": product["name"][language],
        "variant": line.get("variant"),
        "quantity": line.get("quantity", 1),
        "unit_price": line.get("price", product["price"]),
    }


@cache
def _products() -> Mapping[str, Json]:
    return {product["sku"]: product for product in _read("products")["products"]}


def _totals(order: Json, lines: list[Json], country: str) -> Json:
    """Sums that add up; the tax is part of the total, as European prices are."""
    shipping, discount = Decimal(order.get("shipping", "0.00")), Decimal(order.get("discount", "0.00"))
    goods = sum((Decimal(line["unit_price"]) * line["quantity"] for line in lines), Decimal())
    total = goods + shipping - discount
    tax = total * TAX_RATES[country] / (100 + TAX_RATES[country])
    return {
        "total": str(total),
        "shipping_total": str(shipping),
        "discount_total": str(discount),
        "tax_total": str(tax.quantize(CENT)),
    }


def _shipment(parcel: Json, number: str, position: int, opening: Opening) -> Json:
    tracking_number = f"DEMO{number}-{position}"
    scans = [_scan(told, number, position, opening) for told in parcel["scans"]]
    expected = [scan.expected_on.isoformat() for scan in scans if scan.expected_on]
    first, last = parcel.get("window", (None, None))
    return {
        "carrier": parcel["carrier"],
        "tracking_number": tracking_number,
        "tracking_url": f"{opening.pages}/parcel?number={tracking_number}",
        "expected_on": expected[-1] if expected else _day(parcel.get("expected"), opening),
        "expected_from": _iso(first, opening),
        "expected_until": _iso(last, opening),
        "lines": parcel.get("contents"),
        "events": [_event(scan) for scan in scans],
    }


def _scan(told: list[Any], number: str, position: int, opening: Opening) -> Scan:
    when, status, place, text, *rest = told
    more = rest[0] if rest else {}
    return Scan(
        order=number,
        position=position,
        at=resolve_moment(when, opening.at, opening.zone),
        status=status,
        place=place,
        text=text,
        reason=more.get("reason"),
        expected_on=resolve_day(more["expected"], opening.at, opening.zone) if "expected" in more else None,
    )


def _event(scan: Scan) -> Json:
    told = {"occurred_at": scan.at.isoformat(), "status": scan.status, "reason": scan.reason}
    return told | {"text": scan.text, "place": scan.place}


def _iso(told: str | None, opening: Opening) -> str | None:
    return resolve_moment(told, opening.at, opening.zone).isoformat() if told else None


def _day(told: str | None, opening: Opening) -> str | None:
    return resolve_day(told, opening.at, opening.zone).isoformat() if told else None
