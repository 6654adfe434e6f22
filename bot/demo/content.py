"""The demo shop's content: data files resolved into purchases, with their times and addresses."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

from bot.config import Locale
from bot.demo.facts import Item, Opening, Parcel, Purchase, Reply, Restock, Scan, Seat, Team
from bot.demo.times import resolve_day, resolve_moment

SHOP_NAME = "Bote Demo-Laden"
SHOP = Path(__file__).parent / "shop"
PICTURES = Path(__file__).parent / "pictures"
# In the order in which the page offers them.
SEATS = ("anna", "ben", "emma", "oliver", "chloe", "luc", "rita")
# Customers whom nobody can be.
GUESTS = ("nina",)

Json = dict[str, Any]


def list_seats() -> list[Seat]:
    """Who one can be in the demo."""
    return [_seat(_read(name)) for name in SEATS]


def list_guests() -> list[Seat]:
    """Who buys there without a seat."""
    return [_seat(_read(name)) for name in GUESTS]


def find_team(language: Locale = "de") -> Team:
    """Who answers for the shop, in the language that the staff speak among themselves."""
    told = _read("team")
    return Team(told["id"], told["name"], language, **told[language])


def list_products() -> list[Json]:
    """The products as the data file tells them."""
    products: list[Json] = _read("products")["products"]
    return products


def list_originals() -> list[Json]:
    """Of variants of one product the first alone."""
    return [product for product in list_products() if product.get("family") in {None, product["sku"]}]


def read_policy() -> Json:
    """The shop's rules for returns, as it would import them."""
    return _read("returns")


def list_restocks(opening: Opening) -> list[Restock]:
    """What comes back while the demo runs."""
    back = [(product["sku"], product["back"]) for product in list_products() if "back" in product]
    return [Restock(resolve_moment(told["at"], opening.at, opening.zone), sku, told["stock"]) for sku, told in back]


def list_purchases(opening: Opening) -> list[Purchase]:
    """Every order of every seat, those still to come included."""
    return _purchases_of(SEATS, opening)


def list_guest_purchases(opening: Opening) -> list[Purchase]:
    """The same of those without a seat."""
    return _purchases_of(GUESTS, opening)


def _purchases_of(names: Iterable[str], opening: Opening) -> list[Purchase]:
    return [_purchase(told, _read(name), opening) for name in names for told in _read(name)["orders"]]


def fingerprint() -> str:
    """Tells one story from another: a demo that was opened with another one cannot go on with this one."""
    digest = hashlib.sha256()
    for name in ("products", "past", "offers", "returns", "loyalty", *SEATS, *GUESTS):
        digest.update((SHOP / f"{name}.toml").read_bytes())
    return digest.hexdigest()


def product_names(sku: str) -> Mapping[str, str]:
    """A product's name by language."""
    names: Mapping[str, str] = _products()[sku]["name"]
    return names


@cache
def _read(name: str) -> Json:
    return tomllib.loads((SHOP / f"{name}.toml").read_text("utf-8"))


def _seat(told: Json) -> Seat:
    language = cast(Locale, told["language"])
    reply = Reply(**told["reply"]) if "reply" in told else None
    who = told["id"], told["first_name"], language, told["about"], told["customer"]["external_id"]
    return Seat(*who, agrees=told.get("agrees", False), reply=reply)


def _purchase(told: Json, seat: Json, opening: Opening) -> Purchase:
    return Purchase(
        seat=_seat(seat),
        number=told["number"],
        placed_at=resolve_moment(told["placed"], opening.at, opening.zone),
        status=told.get("status", "processing"),
        payment=told["payment"],
        currency=seat.get("currency", "EUR"),
        shipping=Decimal(told.get("shipping", "0.00")),
        discount=Decimal(told.get("discount", "0.00")),
        items=tuple(_item(line, seat["language"]) for line in told["lines"]),
        parcels=tuple(
            _parcel(parcel, told["number"], position, opening)
            for position, parcel in enumerate(told.get("parcels", []), 1)
        ),
        customer=seat["customer"],
        ship_to=seat["ship_to"],
        paid_at=_moment(told.get("paid"), opening),
        cancelled_at=_moment(told.get("cancelled"), opening),
    )


def _item(line: Json, language: str) -> Item:
    product = _products()[line["sku"]]
    price = line.get("price") or product["price"]
    return Item(line["sku"], product["name"][language], line.get("variant"), line.get("quantity", 1), Decimal(price))


@cache
def _products() -> Mapping[str, Json]:
    return {product["sku"]: product for product in list_products()}


def _parcel(told: Json, number: str, position: int, opening: Opening) -> Parcel:
    tracking_number = f"DEMO{number}-{position}"
    first, last = told.get("window", (None, None))
    contents = told.get("contents")
    return Parcel(
        position=position,
        carrier=told["carrier"],
        tracking_number=tracking_number,
        tracking_url=f"{opening.pages}/parcel?number={tracking_number}",
        expected_on=_day(told.get("expected"), opening),
        window=(_moment(first, opening), _moment(last, opening)),
        contents=tuple((line["sku"], line["quantity"]) for line in contents) if contents else None,
        scans=tuple(_scan(each, opening) for each in (*told.get("scans", ()), *told.get("future", ()))),
        packed_at=_moment(told.get("packed"), opening),
        handed_over_at=_moment(told.get("handed_over"), opening),
    )


def _scan(told: list[Any], opening: Opening) -> Scan:
    when, status, place, text, *rest = told
    more = rest[0] if rest else {}
    at = resolve_moment(when, opening.at, opening.zone)
    expected_on = _day(more.get("expected"), opening)
    return Scan(at, status, place, text, more.get("reason"), expected_on, more.get("signed_by"))


def _moment(told: str | None, opening: Opening) -> datetime | None:
    return resolve_moment(told, opening.at, opening.zone) if told else None


def _day(told: str | None, opening: Opening) -> date | None:
    return resolve_day(told, opening.at, opening.zone) if told else None
