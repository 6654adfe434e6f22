"""The objects of an import file: which keys they have and what each may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Required

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, WithJsonSchema, with_config

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from bot.connectors.files_values import read_amount, read_day, read_optional_time, read_time

MOST_OF_ONE = 1_000_000


def text(longest: int, *, shortest: int = 0) -> Any:
    return StringConstraints(strip_whitespace=True, min_length=shortest, max_length=longest)


def _in_schema(**keywords: Any) -> WithJsonSchema:
    return WithJsonSchema(keywords)


Time = Annotated[datetime, BeforeValidator(read_time), _in_schema(type="string", format="date-time")]
OptionalTime = Annotated[
    datetime | None, BeforeValidator(read_optional_time), _in_schema(type=["string", "null"], format="date-time")
]
Day = Annotated[date | None, BeforeValidator(read_day), _in_schema(type=["string", "null"], format="date")]
Amount = Annotated[
    Decimal | None,
    BeforeValidator(read_amount),
    _in_schema(type=["string", "number", "null"], examples=["49.90"]),
]
Word = Annotated[str, text(64)] | None
Name = Annotated[str, text(256)] | None
Sku = Annotated[str, text(128)] | None
Address = Annotated[str, text(2048)] | None
Currency = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{3}$")]
Country = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^([A-Za-z]{2})?$")] | None
Count = Annotated[int, Field(ge=0, le=MOST_OF_ONE)] | None
# Why the law knows no withdrawal, § 312g (2) BGB; bot/returns/paths.py says what each means.
Exclusion = (
    Literal["made_to_measure", "perishable", "sealed_hygiene", "mixed"]
    | Literal["sealed_media", "newspaper", "digital", "dated_service"]
    | None
)
LocaleCode = Annotated[str, text(16)] | None
Texts = Annotated[dict[Annotated[str, text(16, shortest=2)], str], Field(min_length=1)]

strictly = with_config(ConfigDict(strict=True))


@strictly
class CustomerObject(TypedDict, total=False):
    external_id: Sku
    email: Annotated[str, text(320)] | None
    phone: Word
    name: Name
    locale: LocaleCode


@strictly
class AddressObject(TypedDict, total=False):
    name: Name
    street: Name
    postal_code: Annotated[str, text(32)] | None
    city: Annotated[str, text(128)] | None
    country: Country


@strictly
class LineObject(TypedDict, total=False):
    sku: Sku
    name: Annotated[str, text(512)] | None
    variant: Name
    quantity: Count
    unit_price: Amount
    provided: bool | None


@strictly
class ContentObject(TypedDict, total=False):
    sku: Required[Annotated[str, text(128, shortest=1)]]
    quantity: Count


@strictly
class EventObject(TypedDict, total=False):
    occurred_at: Required[Time]
    status: Word
    code: Word
    reason: Word
    text: Annotated[str, text(1024)] | None
    place: Name


@strictly
class ShipmentObject(TypedDict, total=False):
    carrier: Word
    tracking_number: Sku
    tracking_url: Address
    expected_on: Day
    expected_from: OptionalTime
    expected_until: OptionalTime
    lines: list[ContentObject] | None
    events: list[EventObject] | None


@strictly
class OrderObject(TypedDict, total=False):
    type: Required[Literal["order"]]
    number: Required[Annotated[str, text(64, shortest=1)]]
    external_id: Sku
    source: Word
    placed_at: Required[Time]
    status: Word
    currency: Required[Currency]
    total: Amount
    shipping_total: Amount
    discount_total: Amount
    tax_total: Amount
    paid_total: Amount
    payment_method: Annotated[str, text(128)] | None
    customer: CustomerObject | None
    ship_to: AddressObject | None
    lines: list[LineObject] | None
    shipments: list[ShipmentObject] | None


@strictly
class ProductObject(TypedDict, total=False):
    type: Required[Literal["product"]]
    sku: Required[Annotated[str, text(128, shortest=1)]]
    name: Required[Texts]
    description: Texts | None
    category: Annotated[str, text(128)] | None
    family: Annotated[str, text(128)] | None
    price: Amount
    currency: Currency | None
    stock: Annotated[int, Field(ge=-MOST_OF_ONE, le=1_000_000_000)] | None
    facts: dict[str, str | Texts] | None
    images: list[Annotated[str, text(2048)]] | None
    manual_url: Address
    returnable: bool | None
    not_returnable_because: str | Texts | None
    return_exclusion: Exclusion


@strictly
class AnswerObject(TypedDict, total=False):
    type: Required[Literal["answer"]]
    survey: Required[Literal["nps", "csat", "ces"]]
    order: Annotated[str, text(64)] | None
    source: Word
    score: Required[Annotated[int, Field(ge=0, le=10)]]
    comment: Annotated[str, text(10_000)] | None
    locale: LocaleCode
    answered_at: Required[Time]


OBJECTS: Mapping[str, TypeAdapter[Any]] = {
    "order": TypeAdapter(OrderObject),
    "product": TypeAdapter(ProductObject),
    "answer": TypeAdapter(AnswerObject),
}
# Least and highest score of each survey.
SCORES = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys an object may have, and the shapes of the objects inside it."""

    keys: frozenset[str]
    inner: Mapping[str, "Shape"]


def shape_of(kind: str) -> Shape:
    """The shape of an order, a product or an answer."""
    return SHAPES[kind]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one line of an import file."""
    inputs = [(name, "validation", adapter) for name, adapter in OBJECTS.items()]
    references, definitions = TypeAdapter.json_schemas(inputs)  # type: ignore[arg-type]  # names for keys are fine
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a Bote import file",
        "oneOf": list(references.values()),
        **definitions,
    }


def _shape(schema: Any, **inner: Shape) -> Shape:
    return Shape(frozenset(schema.__annotations__), inner)


_SHIPMENT = _shape(ShipmentObject, lines=_shape(ContentObject), events=_shape(EventObject))
SHAPES: Mapping[str, Shape] = {
    "order": _shape(
        OrderObject,
        customer=_shape(CustomerObject),
        ship_to=_shape(AddressObject),
        lines=_shape(LineObject),
        shipments=_SHIPMENT,
    ),
    "product": _shape(ProductObject),
    "answer": _shape(AnswerObject),
}
