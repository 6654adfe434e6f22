"""Scans of a return label move its return: on its way, arrived; the parcel that was sent out stays where it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import F

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.freshness import give_way, is_news
from bot.returns.locking import lock_parcel
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status, may_move
from bot.returns.models import Return, ReturnItem, ReturnStep
from bot.returns.moving import act, find_seen, move
from bot.returns.parcels import comes_back
from bot.returns.paths import DECLARED, Way
from bot.returns.policies import current_policy
from bot.returns.receiving import COMES, receive
from bot.returns.unsaid import told_sent_at
from bot.returns.verdicts import GOES_ON, is_gone
from bot.shipping import progress
from bot.shipping.progress import ParcelEvent, ParcelState
from bot.shop.rows import fetch, moment
from bot.shop.statuses import RANK, ShipmentStatus

S = Status
P = ShipmentStatus
LABEL = """
SELECT CASE WHEN r.status = 'cancelled' THEN coalesce(r.overtaken_by, r.id) ELSE r.id END AS id,
  r.created_at, (SELECT min(s.at) FROM return_step s JOIN return_request o ON o.id = s.request_id
    WHERE o.order_id = r.order_id AND o.label_key = r.label_key AND s.status = 'label_sent') AS sent_at
FROM return_request r WHERE r.label_key = ? ORDER BY r.id DESC LIMIT 1"""
OF_ORDER = "SELECT label_key FROM return_request WHERE order_id = ? AND label_key IS NOT NULL"
OUTSIDE = frozenset({S.DRAFT, S.REQUESTED, S.CANCELLED, S.REJECTED, S.EXPIRED})
# It does not arrive by itself any more, or not with us.
TROUBLE = frozenset({P.LOST, P.DAMAGED, P.RETURNING, P.RETURNED})


@dataclass(frozen=True, slots=True)
class SentLabel:
    """A label that a customer has got: what was scanned before that is of another parcel with its number."""

    return_id: int
    sent_at: datetime


async def find_label(key: str) -> SentLabel | None:
    """The newest label with this normalised tracking number; that of a wish brings the withdrawal that overtook it, and
    was sent when the wish got it."""
    for row in await fetch(LABEL, key):
        sent_at = moment(row["sent_at"]) or moment(row["created_at"])
        return SentLabel(row["id"], sent_at) if sent_at else None
    return None


async def label_keys(order_id: int) -> frozenset[str]:
    """The numbers under which something of this order comes back."""
    return frozenset(row["label_key"] for row in await fetch(OF_ORDER, order_id))


@unit_of_work
async def follow_label(return_id: int, events: Sequence[ParcelEvent], *, settings: Settings, now: datetime) -> None:
    """Bring the return, and all that come in one parcel with it, as far as these scans say, never back; a repetition
    changes nothing. It rings once."""
    parcel = progress.apply(events)
    rows = [await find_seen(each) for each in await lock_parcel(return_id) or [return_id]]
    first = next((row for row in rows if row.status in COMES and comes_back(row)), rows[0])
    # What was taken out of the parcel, or waits for a yes, is not known to be in it.
    inside = [row for row in rows if row.status not in OUTSIDE] or [row for row in rows if row.id == return_id]
    for row in inside:
        await _follow(row, parcel, is_first=row is first, settings=settings, now=now)


async def _follow(row: Return, parcel: ParcelState, *, is_first: bool, settings: Settings, now: datetime) -> None:
    if row.lost and _has_left(parcel) and row.status in GOES_ON:  # whoever sends it has got it
        await is_gone(row, by=Actor.CARRIER, policy=await current_policy(), settings=settings, now=now)
    if parcel.status in TROUBLE and is_first:
        await alarm(row, "call-label-trouble", settings=settings, now=now)
    if parcel.status == P.DELIVERED:
        await _arrive(row, parcel, rings=is_first, settings=settings, now=now)
    elif _has_left(parcel):
        await _leave(row, settings=settings, now=now)
    if _has_left(parcel) and row.status in {S.CANCELLED, S.EXPIRED}:
        await alarm(row, "call-label-late", settings=settings, now=now)


def _has_left(parcel: ParcelState) -> bool:
    return parcel.rank >= RANK[P.PICKED_UP] and parcel.status != P.CANCELLED


async def _leave(row: Return, *, settings: Settings, now: datetime) -> None:
    """Only the card says so: whoever has brought the parcel knows."""
    if may_move(Status(row.status), S.IN_TRANSIT, by=Actor.CARRIER, is_withdrawal=row.way in DECLARED):
        await give_way(row.id, row.customer_id, "in_transit", now=now)
        await move(row.id, S.IN_TRANSIT, by=Actor.CARRIER, settings=settings, now=now)
    elif await told_sent_at(row.id):
        await act(row, "scanned", by=Actor.CARRIER, settings=settings, now=now)


async def _arrive(row: Return, parcel: ParcelState, *, rings: bool, settings: Settings, now: datetime) -> None:
    """Where it was settled or called off before, the goods are there all the same; what was checked then was counted,
    and this may be the rest."""
    if row.status not in COMES or row.keeps or row.way == Way.CANCEL:
        await ReturnItem.filter(request_id=row.id, accepted=None).update(received=F("quantity"))
        if (await read_sheet(row.id)).outstanding and not await _came(row.id):
            await alarm(row, "call-late-rest", settings=settings, now=now)
        return
    rings = rings and is_news(parcel.status_at or now, now)
    await give_way(row.id, row.customer_id, "received" if rings else "in_transit", now=now)
    await receive(row.id, settings=settings, now=now, by=Actor.CARRIER, rings=rings)


async def _came(return_id: int) -> bool:
    """Whether the carrier has brought this parcel before it was checked."""
    steps = ReturnStep.filter(request_id=return_id, actor=Actor.CARRIER.value)
    return await steps.filter(status__in=[S.PARTIALLY_RECEIVED.value, S.RECEIVED.value]).exists()
