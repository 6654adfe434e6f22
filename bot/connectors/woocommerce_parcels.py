"""Parcels of a WooCommerce order: WooCommerce has none, its shipment tracking plugins note them in the meta data."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.connectors.told import FulfilmentTold, OrderRef
from bot.shipping.carriers.names import carrier_word
from bot.shipping.progress import ParcelEvent
from bot.shop.incoming import IncomingParcel
from bot.shop.numbers import tracking_key
from bot.shop.reading import Json, identifier, members, plain_text, text, web_address
from bot.shop.statuses import ShipmentStatus

# The key of WooCommerce's own Shipment Tracking and of those that follow it.
KEY = "_wc_shipment_tracking_items"
LAST_SECOND = 7_000_000_000


def parse_parcels(body: Json, order: OrderRef, revised_at: datetime | None) -> Iterator[FulfilmentTold]:
    """One handing over for each tracking number that is noted, at the day of its dispatch."""
    for item in _items(body):
        tracking_number = text(item.get("tracking_number"), 128)
        shipped_at = _second(item.get("date_shipped")) or revised_at
        if tracking_number and shipped_at:
            id_ = identifier(item.get("tracking_id")) or tracking_number
            told: dict[str, Any] = {
                "external_id": f"{order.external_id}:{id_}"[:128],
                "tracking_number": tracking_number,
                "tracking_key": tracking_key(tracking_number),
                "carrier": _carrier(item),
                "revised_at": revised_at,
            }
            if address := web_address(item.get("custom_tracking_link")):
                told["tracking_url"] = address
            event = ParcelEvent(shipped_at, ShipmentStatus.LABEL_CREATED, "tracking_item")
            yield FulfilmentTold(order, told["external_id"], (IncomingParcel(told),), event)


def _items(body: Json) -> Iterator[Json]:
    for entry in members(body, "meta_data"):
        if entry.get("key") == KEY:
            yield from members(entry, "value")


def _carrier(item: Json) -> str | None:
    return carrier_word(
        plain_text(item.get("tracking_provider"), 64) or plain_text(item.get("custom_tracking_provider"), 64)
    )


def _second(value: Any) -> datetime | None:
    """A time in seconds since 1970, as the plugins write it."""
    told = text(value, 16)
    seconds = int(told) if told and told.isascii() and told.isdigit() else 0
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < LAST_SECOND else None
