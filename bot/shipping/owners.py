"""An order changes hands: what waits about it goes to nobody else, and its new customer hears where it stands."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.customers.holds import move_holds
from bot.customers.models import Link
from bot.customers.persons import follow_person
from bot.outbox.foreign import take_back_of_order
from bot.outbox.models import Push
from bot.outbox.overtaken import overtake
from bot.shipping import news
from bot.shipping.confirmations import announce_order
from bot.shipping.events import known_events
from bot.shipping.models import Alert
from bot.shipping.warnings import MERGED
from bot.shop.models import Order, Shipment
from bot.surveys.owners import hand_over_plans


async def hand_over(order_id: int, *, before: int, now: datetime, settings: Settings) -> None:
    """The customer of an order is another than `before`; to be called in the transaction that changed it.

    What is fresh is told to the chats of the new one as if it had just happened, to each chat once.
    """
    await hand_over_silently(order_id, before=before, now=now)
    shipments = await _parcels(order_id)
    await announce_order(order_id, now=now, settings=settings)
    events = await known_events(shipments)
    for shipment_id in shipments:
        await news.announce(shipment_id, events[shipment_id], now=now, settings=settings)


async def hand_over_silently(order_id: int, *, before: int, now: datetime) -> None:
    """The same without a word to anybody, as an import does: what waits for the former customer is taken back.

    Why they were left alone because of its parcels holds for the new one from now on.
    """
    order = await Order.get(id=order_id)
    if order.customer_id is None:
        return
    await follow_person(order.customer_id, now=now)
    await take_back_of_order(order_id, now=now)
    await hand_over_plans(order_id, order.customer_id, now=now)
    shipments = await _parcels(order_id)
    await _take_back_merged(shipments, before, now=now)
    await move_holds(before, order.customer_id, subjects=[f"shipment:{each}" for each in shipments], now=now)


async def _parcels(order_id: int) -> list[int]:
    return [int(shipment.id) for shipment in await Shipment.filter(order_id=order_id).order_by("position")]


async def _take_back_merged(shipments: Sequence[int], before: int, *, now: datetime) -> None:
    """A warning about several parcels names this one, too."""
    told = Alert.filter(shipment_id__in=shipments, told_as__startswith=MERGED)
    names = {str(name) for name in await told.values_list("told_as", flat=True)}
    chats = await Link.filter(customer_id=before).values_list("chat_id", flat=True) if names else []
    once = [f"{name}{end}:chat:{chat_id}" for name in names for end in ("", ":clear") for chat_id in chats]
    waiting = await Push.filter(once__in=once, status="waiting").values_list("id", flat=True) if once else []
    await overtake([int(str(id_)) for id_ in waiting], now=now)
