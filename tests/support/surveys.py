"""Surveys for tests: somebody to be asked, and files with what a test wants to be different."""

import tomllib
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.customers.consents import give
from bot.customers.models import Chat, Link
from bot.shipping.events import record_event
from bot.shop.models import Customer, Order, Shipment
from bot.surveys.definitions import SHIPPED
from bot.surveys.models import SurveyPlan
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.postman import NOON

ANNA = 701


def content(shipped: str = "delivery_csat", /, **changed: Any) -> dict[str, Any]:
    """What the shipped file of a survey holds; `throttle={"any_days": 1}` changes that key of the table only."""
    found = deepcopy(tomllib.loads((SHIPPED / f"{shipped}.toml").read_text("utf-8")))
    for name, value in changed.items():
        if isinstance(value, dict) and isinstance(found.get(name), dict):
            found[name] |= value
        else:
            found[name] = value
    return found


def as_toml(values: dict[str, Any]) -> str:
    """A TOML file with these values: numbers, texts, lists and tables of them."""
    plain = [f"{name} = {_value(value)}" for name, value in values.items() if not isinstance(value, dict)]
    return "\n".join([*plain, *_tables(values, "")]) + "\n"


def _tables(values: dict[str, Any], prefix: str) -> list[str]:
    told: list[str] = []
    for name, table in values.items():
        if isinstance(table, dict):
            told.append(f"[{prefix}{name}]")
            told += [f"{key} = {_value(value)}" for key, value in table.items() if not isinstance(value, dict)]
            told += _tables(table, f"{prefix}{name}.")
    return told


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody with an order whose parcel is on its way, linked to a chat that has agreed to surveys."""

    customer: Customer
    order: Order
    shipment: Shipment
    chat_id: int


async def somebody(
    chat_id: int = ANNA,
    *,
    number: str = "1001",
    customer: Customer | None = None,
    locale: str = "de",
    agrees: bool = True,
    **columns: Any,
) -> Asked:
    """An order on its way to somebody; the chat is made and linked unless `customer` is there already."""
    known = customer is not None
    customer = customer or await a_customer()
    columns = {"ship_country": "DE"} | columns
    order = await an_order(number, customer=customer, parcels=[parcel("in_transit")], **columns)
    if not known:
        await Chat.create(id=chat_id, locale=locale, first_name="Anna", created_at=NOON)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=NOON)
    if agrees and not known:
        await agree(chat_id)
    return Asked(customer, order, await Shipment.get(order_id=order.id), chat_id)


async def agree(chat_id: int, purpose: str = "survey") -> None:
    """The consent as two taps give it."""
    proof: dict[str, Any] = {"wording": "Ja", "version": 1, "locale": "de"}
    await give(chat_id, purpose, **proof, request_message_id=1, confirm_message_id=2, now=NOON)


async def arrives(asked: Asked, *, at: datetime = NOON, settings: Settings) -> None:
    """The parcel is delivered, told when it happens."""
    await record_event(asked.shipment.id, scan("delivered", at=at), now=at, settings=settings)


async def plans(survey: str = "delivery_csat") -> list[SurveyPlan]:
    return await SurveyPlan.filter(survey=survey).order_by("id")


async def the_plan(survey: str = "delivery_csat") -> SurveyPlan:
    [plan] = await plans(survey)
    return plan
