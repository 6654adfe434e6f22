"""What news are about: a parcel within its order, and whether anybody is to hear of it at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.config import Locale
from bot.errors import NotFoundError
from bot.i18n import Markup, html, lines
from bot.shipping.progress import ParcelEvent
from bot.shipping.withdrawn import Withdrawn, withdrawn_lines, withdrawn_of
from bot.shop.facts import OrderCard, ParcelFacts
from bot.shop.orders import get_order
from bot.shop.rows import fetch
from bot.shop.statuses import ShipmentStatus

OWNER = """
SELECT o.id, o.customer_id FROM shop_order o JOIN shop_shipment s ON s.order_id = o.id
WHERE s.id = ? AND o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden"""
OWNER_OF_ORDER = """
SELECT o.id, o.customer_id FROM shop_order o
WHERE o.id = ? AND o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden"""

MOST_ITEMS = 3
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose order it is."""

    order_id: int
    customer_id: int


@dataclass(frozen=True, slots=True)
class Subject:
    """A parcel, its order, where the parcel was seen last, and how much of it was `withdrawn` from."""

    order: OrderCard
    parcel: ParcelFacts
    place: str = ""
    withdrawn: Withdrawn = Withdrawn.NOTHING

    @property
    def siblings(self) -> Sequence[int]:
        """The parcels of the order that are still meant, by id: one that was cancelled and sent anew counts once."""
        return [each.id for each in self.order.parcels if each.status != ShipmentStatus.CANCELLED]

    @property
    def is_split(self) -> bool:
        return len(self.siblings) > 1

    @property
    def contents(self) -> Sequence[tuple[str, int]]:
        """What is in the parcel, as far as the shop says; the only parcel of an order holds all of it."""
        if self.parcel.contents or self.is_split:
            return self.parcel.contents
        return [(line.name or line.sku or "?", line.quantity) for line in self.order.lines]


async def find_owner(shipment_id: int) -> Owner | None:
    """Who may hear of a parcel; nobody of test orders, hidden ones and those without a customer."""
    rows = await fetch(OWNER, shipment_id)
    return Owner(rows[0]["id"], rows[0]["customer_id"]) if rows else None


async def find_owner_of_order(order_id: int) -> Owner | None:
    rows = await fetch(OWNER_OF_ORDER, order_id)
    return Owner(rows[0]["id"], rows[0]["customer_id"]) if rows else None


async def read_subject(owner: Owner, shipment_id: int, *, today: date, events: Iterable[ParcelEvent] = ()) -> Subject:
    """The parcel as it stands now; NotFoundError when it has gone."""
    order = await get_order(owner.order_id, customer_ids=[owner.customer_id], today=today)
    parcel = next((parcel for parcel in order.parcels if parcel.id == shipment_id), None)
    if parcel is None:
        raise NotFoundError
    found = Subject(order, parcel, _last_place(events))
    lines = await withdrawn_lines(order.id)
    return replace(found, withdrawn=withdrawn_of(lines, parcel.contents, is_only=not found.is_split))


def contents_line(subject: Subject, locale: Locale) -> Markup:
    """What is in the parcel in a line, empty where the shop does not say."""
    pieces = [
        html(locale, "order-content", quantity=quantity, name=_shortened(name)) for name, quantity in subject.contents
    ]
    more = Markup("…") if len(pieces) > MOST_ITEMS else Markup()
    return lines([*pieces[:MOST_ITEMS], more], ", ")


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _last_place(events: Iterable[ParcelEvent]) -> str:
    seen = [event for event in events if event.place]
    return max(seen, key=lambda event: (event.occurred_at, event.code, event.place)).place if seen else ""
