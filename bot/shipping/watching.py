"""Which parcels are watched: heard of live, on their way, of an order that somebody is to hear about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, cast

from bot.config import Settings
from bot.customers.time_zones import zone_of_country, zones_of_country
from bot.shipping.worries import Watched
from bot.shop.rows import day, fetch, moment
from bot.shop.statuses import ShipmentStatus as S

WATCHED = """
SELECT s.id, s.order_id, o.customer_id, s.status, s.reason, s.rank, s.status_at, s.expected_on, s.carrier,
  o.ship_country, w.since,
  (SELECT min(e.occurred_at) FROM shipping_event e WHERE e.shipment_id = s.id) AS first_at,
  (SELECT max(e.occurred_at) FROM shipping_event e WHERE e.shipment_id = s.id) AS last_at
FROM shipping_watch w JOIN shop_shipment s ON s.id = w.shipment_id JOIN shop_order o ON o.id = s.order_id
WHERE o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden AND """
ON_THE_WAY = "s.status NOT IN ? AND s.id > ? ORDER BY s.id LIMIT ?"
# One that the carrier calls lost is not over: it has to be looked for.
ARRIVED = sorted({S.DELIVERED, S.RETURNED, S.CANCELLED})


@dataclass(frozen=True, slots=True)
class Route:
    """The clock of the place a parcel goes to, and whether that is another country than the shop's."""

    tz: tzinfo
    is_abroad: bool


async def read_watched(*, after: int, limit: int) -> Sequence[Watched]:
    """A page of the parcels on their way, those with ids above `after`."""
    return [_watched(row) for row in await fetch(WATCHED + ON_THE_WAY, ARRIVED, after, limit)]


async def read_watched_parcel(shipment_id: int) -> Watched | None:
    """This parcel wherever it stands; None when nobody is to hear of it."""
    rows = await fetch(WATCHED + "s.id = ?", shipment_id)
    return _watched(rows[0]) if rows else None


def route_of(parcel: Watched, settings: Settings) -> Route:
    country = parcel.country or ""
    home = {zone.key for zone in zones_of_country(country)} if country else {settings.shop_time_zone}
    return Route(zone_of_country(country) or settings.time_zone, settings.shop_time_zone not in home)


def _watched(row: dict[str, Any]) -> Watched:
    watched = row["since"]
    return Watched(
        shipment_id=row["id"],
        order_id=row["order_id"],
        customer_id=row["customer_id"],
        status=row["status"],
        reason=row["reason"],
        rank=row["rank"],
        status_at=moment(row["status_at"]),
        expected_on=day(row["expected_on"]),
        carrier=row["carrier"],
        country=row["ship_country"],
        since=_time(row["first_at"] or watched),
        heard_at=_time(row["last_at"] or watched),
    )


def _time(value: Any) -> datetime:
    return cast(datetime, moment(value))
