"""Which parcels are watched: heard of live, on their way, of an order that somebody is to hear about."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from bot.config import Settings
from bot.shipping.learning import read_outlook
from bot.shipping.predicting import predicted_worry
from bot.shipping.replay import Outlook
from bot.shipping.routes import lane_of, route_to
from bot.shipping.worries import Watched, Worry, worry_of
from bot.shop.rows import day, fetch, moment
from bot.shop.statuses import RANK
from bot.shop.statuses import ShipmentStatus as S

# A letter without a number is scanned by nobody: that it was not says nothing.
SCANNABLE = f"(s.tracking_number IS NOT NULL OR s.rank >= {RANK[S.PICKED_UP]})"
WATCHED = f"""
SELECT s.id, s.order_id, o.customer_id, s.status, s.reason, s.rank, s.status_at, s.expected_on, s.carrier,
  o.ship_country, w.since,
  (SELECT min(e.occurred_at) FROM shipping_event e WHERE e.shipment_id = s.id) AS first_at,
  (SELECT max(e.occurred_at) FROM shipping_event e WHERE e.shipment_id = s.id) AS last_at,
  (SELECT min(a.cause_at) FROM shipping_alert a WHERE a.shipment_id = s.id AND a.kind = 'predicted') AS predicted_at
FROM shipping_watch w JOIN shop_shipment s ON s.id = w.shipment_id JOIN shop_order o ON o.id = s.order_id
WHERE o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden AND {SCANNABLE} AND """  # noqa: S608  # our own words
ON_THE_WAY = "s.status NOT IN ? AND o.customer_id IN ? ORDER BY o.customer_id, s.id"
WAITING = f"""
SELECT DISTINCT o.customer_id FROM shipping_watch w JOIN shop_shipment s ON s.id = w.shipment_id
JOIN shop_order o ON o.id = s.order_id WHERE o.customer_id IS NOT NULL AND s.status NOT IN ? AND {SCANNABLE}
ORDER BY o.customer_id"""  # noqa: S608  # likewise
# One that the carrier calls lost is not over: it has to be looked for.
ARRIVED = sorted({S.DELIVERED, S.RETURNED, S.CANCELLED})


async def customers_waiting() -> list[int]:
    """Everybody who has a watched parcel on its way."""
    return [row["customer_id"] for row in await fetch(WAITING, ARRIVED)]


async def read_watched(customer_ids: Sequence[int]) -> Sequence[Sequence[Watched]]:
    """The parcels on their way to these customers: a list of parcels each."""
    rows = await fetch(WATCHED + ON_THE_WAY, ARRIVED, tuple(customer_ids))
    return [list(parcels) for _, parcels in groupby(map(_watched, rows), key=lambda parcel: parcel.customer_id)]


async def read_watched_parcel(shipment_id: int) -> Watched | None:
    """This parcel wherever it stands; None when nobody is to hear of it."""
    rows = await fetch(WATCHED + "s.id = ?", shipment_id)
    return _watched(rows[0]) if rows else None


def worry_about(parcel: Watched, now: datetime, settings: Settings, outlook: Outlook | None = None) -> Worry | None:
    """The worst there is to say about a parcel at this moment, by the clock of the place it goes to.

    Without `outlook` nothing is predicted.
    """
    route = route_to(parcel.country, settings)
    worry = worry_of(parcel, now=now, tz=route.tz, abroad=route.is_abroad)
    if worry or outlook is None:
        return worry
    return predicted_worry(parcel, outlook, now=now, tz=route.tz, is_abroad=route.is_abroad)


async def worry_now(parcel: Watched, now: datetime, settings: Settings) -> Worry | None:
    """The same, asking for what was learnt only if a delay of this parcel was predicted before."""
    outlook = await read_outlook(lane_of(parcel.carrier, None)[0]) if parcel.predicted_at else None
    return worry_about(parcel, now, settings, outlook)


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
        predicted_at=moment(row["predicted_at"]),
    )


def _time(value: Any) -> datetime:
    return cast(datetime, moment(value))
