"""What will happen in the demo, in order: what a shop or a carrier posts at that moment, or a shop's file brings in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from bot.demo.aftership import tracking_update
from bot.demo.content import SHOP_NAME, Json, list_guest_purchases, list_purchases, list_restocks, product_names
from bot.demo.facts import Opening, Parcel, Purchase, Restock
from bot.demo.shopify import fulfilment_body, order_body

# No seat has this id.
NOBODY = 0


class Posting(NamedTuple):
    """One webhook to deliver."""

    platform: str
    topic: str
    body: Json


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that happens, and the webhooks that tell it.

    `what` is a status of a parcel, or placed, paid, packed, handed_over, cancelled; `position` names the parcel of
    an order in several. What concerns everybody has no seat: `what` is back, `order` names the product, and `lines`
    are of the file that brings it in.
    """

    at: datetime
    seat_id: int
    who: str
    order: str
    what: str
    postings: tuple[Posting, ...]
    position: int | None = None
    lines: tuple[Json, ...] = ()


def tell_story(opening: Opening) -> Sequence[Turn]:
    """All turns from the opening on; the same opening tells the same story, to the byte."""
    turns = [turn for purchase in list_purchases(opening) for turn in _turns(purchase, opening)]
    guests = [turn for purchase in list_guest_purchases(opening) for turn in _turns(purchase, opening)]
    turns += [replace(turn, seat_id=NOBODY) for turn in guests]
    turns += [_back(restock) for restock in list_restocks(opening)]
    return sorted(turns, key=lambda turn: (turn.at, turn.order))


def _back(restock: Restock) -> Turn:
    line = {"type": "product", "sku": restock.sku, "name": dict(product_names(restock.sku)), "stock": restock.stock}
    return Turn(restock.at, NOBODY, SHOP_NAME, restock.sku, "back", (), lines=(line,))


def _turns(purchase: Purchase, opening: Opening) -> Iterator[Turn]:
    yield from _turns_of_order(purchase, opening)
    for parcel in purchase.parcels:
        yield from _turns_of_parcel(purchase, parcel, opening)


def _turns_of_order(purchase: Purchase, opening: Opening) -> Iterator[Turn]:
    if purchase.placed_at > opening.at:
        # Shopify tells an order that is paid at once twice, with the same body.
        topics = ("orders/create",) if purchase.paid_at else ("orders/create", "orders/paid")
        yield _turn_of_order(purchase, "placed", purchase.placed_at, topics, opening)
    if purchase.paid_at:
        yield _turn_of_order(purchase, "paid", purchase.paid_at, ("orders/paid", "orders/updated"), opening)
    if purchase.cancelled_at:
        topics = ("orders/cancelled", "orders/updated")
        yield _turn_of_order(purchase, "cancelled", purchase.cancelled_at, topics, opening)


def _turns_of_parcel(purchase: Purchase, parcel: Parcel, opening: Opening) -> Iterator[Turn]:
    position = parcel.position if len(purchase.parcels) > 1 else None

    def turn(at: datetime, what: str, *postings: Posting) -> Turn:
        return Turn(at, purchase.seat.id, purchase.seat.first_name, purchase.number, what, postings, position)

    if at := parcel.packed_at:
        body = fulfilment_body(purchase, parcel, at, opening.zone)
        yield turn(at, "packed", Posting("shopify", "fulfillments/create", body))
    if at := parcel.handed_over_at:
        body, order = fulfilment_body(purchase, parcel, at, opening.zone), order_body(purchase, at, opening.zone)
        topic = "orders/fulfilled" if order["fulfillment_status"] == "fulfilled" else "orders/partially_fulfilled"
        told = Posting("shopify", "fulfillments/update", body), Posting("shopify", topic, order)
        yield turn(at, "handed_over", *told)
    for scan in parcel.scans:
        if scan.at > opening.at:
            body = tracking_update(purchase, parcel, scan.at, opening.zone)
            yield turn(scan.at, scan.status, Posting("aftership", body["event"], body))


def _turn_of_order(purchase: Purchase, what: str, at: datetime, topics: Sequence[str], opening: Opening) -> Turn:
    body = order_body(purchase, at, opening.zone)
    postings = tuple(Posting("shopify", topic, body) for topic in topics)
    return Turn(at, purchase.seat.id, purchase.seat.first_name, purchase.number, what, postings)
