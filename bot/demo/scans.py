"""Scans still to come: which is next, letting it happen, and keeping the clock's place."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.demo.models import DemoScan, DemoWorld
from bot.shipping.events import record_event
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Shipment

THE_ONE = 1


@dataclass(frozen=True, slots=True)
class DueScan:
    """A scan to come and the parcel it is of; `parcels` is how many the order has."""

    id: int
    shipment_id: int
    order: str
    position: int
    parcels: int
    event: ParcelEvent
    expected_on: date | None

    @property
    def due_at(self) -> datetime:
        return self.event.occurred_at

    @property
    def status(self) -> str:
        return self.event.status


async def find_next_scan(*, until: datetime | None = None) -> DueScan | None:
    """The scan that happens first, of those due up to `until`."""
    waiting = DemoScan.all() if until is None else DemoScan.filter(due_at__lte=until)
    scan = await waiting.order_by("due_at", "id").select_related("shipment__order").first()
    if scan is None:
        return None
    shipment = scan.shipment
    parcels = await Shipment.filter(order_id=shipment.order_id).count()
    event = ParcelEvent(scan.due_at, scan.status, scan.status, scan.reason, scan.text, scan.place)
    return DueScan(
        scan.id, scan.shipment_id, shipment.order.number, shipment.position, parcels, event, scan.expected_on
    )


@unit_of_work
async def let_happen(scan: DueScan, *, now: datetime, ahead_s: int, settings: Settings) -> None:
    """The scan reaches the shop as one of a carrier would, and can not happen again."""
    if await DemoScan.filter(id=scan.id).delete():
        await record_event(scan.shipment_id, scan.event, expected_on=scan.expected_on, now=now, settings=settings)
    await keep_place(ahead_s)


@unit_of_work
async def keep_place(ahead_s: int) -> None:
    """A demo that is started again goes on where its clock stood."""
    await DemoWorld.filter(id=THE_ONE).update(ahead_s=ahead_s)


async def find_place() -> int:
    """How many seconds the shop's clock is ahead of the real one."""
    world = await DemoWorld.get_or_none(id=THE_ONE)
    return world.ahead_s if world else 0
