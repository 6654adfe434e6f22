"""Somebody who invites, and others who come by their link and buy."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.customers.models import Link
from bot.customers.profile import ensure_chat
from bot.loyalty.inviting import Arrival, arrive, get_code
from bot.loyalty.referral_models import Referral
from bot.returns.referring import mind_referrals
from bot.shipping.events import record_event
from bot.shop.models import Customer, Order, Shipment
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.loyalty import ruled
from tests.support.postman import NOON

TERMS: dict[str, Any] = {"inviter": 100, "invited": 50, "minimum": "30.00", "days": 60, "per_day": 3, "per_month": 10}
# Withdrawal is over after 14 days, the shop's own window after 30: all of what arrives at noon counts from then on.
OVER = timedelta(days=31)


async def switched_on(**terms: Any) -> None:
    await ruled(referral=TERMS | terms)


async def linked(chat_id: int, *customers: Customer, at: datetime = NOON) -> None:
    """The chat sees these customers' purchases."""
    await ensure_chat(chat_id, now=at)
    for customer in customers:
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=at)


async def an_inviter(chat_id: int = 500, **columns: Any) -> tuple[Customer, str]:
    """A customer of old with a link; the code of it."""
    customer = await a_customer("Ina Inviter", **columns)
    await an_order(customer=customer, ship_street="Am Markt 1", ship_postal_code="10115", ship_country="DE")
    await linked(chat_id, customer, at=NOON - timedelta(days=9))
    return customer, await get_code([customer.id], now=NOON - timedelta(days=8))


async def came(chat_id: int, code: str, *, at: datetime = NOON - timedelta(days=3)) -> Arrival:
    await ensure_chat(chat_id, now=at)
    return await arrive(chat_id, code, now=at)


async def bought(customer: Customer, *, at: datetime = NOON - timedelta(days=2), **columns: Any) -> Order:
    """An order of 40 euros of goods that is on its way."""
    defaults: dict[str, Any] = {
        "total": Decimal("40.00"),
        "ship_country": "DE",
        "ship_street": "Weg 9",
        "ship_postal_code": "80331",
        "lines": [Item(unit_price="20.00"), Item(unit_price="20.00", sku="TASSE")],
    }
    return await an_order(customer=customer, parcels=[parcel("in_transit")], placed_at=at, **(defaults | columns))


async def arrives(order: Order, settings: Settings, *, at: datetime = NOON) -> None:
    """Its carrier tells that it was delivered."""
    shipment = await Shipment.get(order_id=order.id)
    await record_event(shipment.id, scan("delivered", at=at - timedelta(hours=1)), now=at, settings=settings)


async def a_friend(chat_id: int, code: str, settings: Settings, **columns: Any) -> tuple[Customer, Order]:
    """Somebody who came by the link, has bought, linked the purchase and got it."""
    await came(chat_id, code)
    friend = await a_customer("Fred Friend", **columns)
    order = await bought(friend)
    await linked(chat_id, friend)
    await arrives(order, settings)
    return friend, order


async def judged(settings: Settings, *, now: datetime = NOON) -> list[tuple[str, str | None]]:
    """What became of all invitations, in the order in which they came."""
    await mind_referrals(settings, now=now)
    return [(each.status, each.why) for each in await Referral.all().order_by("id")]
