"""How far a parcel has come: a pure fold over all its carrier said, in whatever order it arrived.

Events are taken in the order in which they happened, so any permutation and repetition of them ends in the same
state (TRK-06), and a late report of something old changes nothing. The latest word counts, except that:

- `unknown` never replaces anything, and `label_created` replaces nothing but another label (TRK-04).
- Trouble (delayed, attempt_failed, …) is told, but the parcel stays as far as it was.
- Delivered ends the way: only a return leaves it. Lost is left by the next physical scan: the parcel is back.
- On the way back everything is `returning` until `returned`; "delivered" then means delivered to the warehouse
  and is `returned` (TRK-12). Returned and cancelled are the end.
- An event whose code is REOPENED leaves any end: somebody decided that it was none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from bot.shop.statuses import OVERLAYS, RANK, TERMINAL, ShipmentStatus

S = ShipmentStatus

REOPENED = "reopened"
RANK_OF: Mapping[str, int] = {str(status): rank for status, rank in RANK.items()}
ON_THE_WAY_BACK = RANK[S.RETURNING]


@dataclass(frozen=True, slots=True)
class ParcelEvent:
    """One scan or message of a carrier; `code` is the carrier's own, else our status."""

    occurred_at: datetime
    status: str
    code: str = ""
    reason: str | None = None
    text: str | None = None
    place: str = ""

    @property
    def key(self) -> tuple[datetime, str, str]:
        """What makes two reports of one parcel the same event."""
        return self.occurred_at, self.code, self.place


@dataclass(frozen=True, slots=True)
class ParcelState:
    """Where a parcel stands.

    `delivered_at` is when it first reached the customer on this stay; it is kept when the parcel goes back, and
    stays None for one that went back undelivered. `reopened` says that it was lost and turned up again.
    """

    status: str = S.UNKNOWN
    reason: str | None = None
    status_at: datetime | None = None
    rank: int = 0
    delivered_at: datetime | None = None
    reopened: bool = False


START = ParcelState()


def apply(events: Iterable[ParcelEvent]) -> ParcelState:
    """Where a parcel stands after all its events; of those at the same time the most advanced counts last."""
    return reduce(_after, sorted(events, key=_order), START)


def walk(events: Iterable[ParcelEvent]) -> Iterator[tuple[ParcelEvent, ParcelState, ParcelState]]:
    """The way step by step: each event as it happened, where the parcel stood before it and where after."""
    state = START
    for event in sorted(events, key=_order):
        before, state = state, _after(state, event)
        yield event, before, state


def _order(event: ParcelEvent) -> tuple[datetime, int, str, str, str, str]:
    return event.occurred_at, rank_of(event.status), event.code, event.status, event.place, event.reason or ""


def rank_of(status: str) -> int:
    """The rank of a status of its own; trouble has none and counts 0 here."""
    return RANK_OF.get(status, 0)


def _after(state: ParcelState, event: ParcelEvent) -> ParcelState:
    if event.code == REOPENED:
        return _reopened(state, event)
    if _is_ignored(state, event):
        return state
    if event.status in OVERLAYS:
        return replace(state, status=event.status, reason=event.reason, status_at=event.occurred_at)
    return _moved(state, event)


def _is_ignored(state: ParcelState, event: ParcelEvent) -> bool:
    match state.status:
        case S.DELIVERED:
            return event.status not in {S.RETURNING, S.RETURNED}
        case S.LOST:
            return rank_of(event.status) < RANK[S.PICKED_UP] or event.status == S.CANCELLED
        case status if status in TERMINAL:
            return True
    if event.status == S.LABEL_CREATED:
        return state.rank > RANK[S.LABEL_CREATED] or state.status in OVERLAYS
    return event.status == S.UNKNOWN


def _moved(state: ParcelState, event: ParcelEvent) -> ParcelState:
    status = _on_this_way(state, event.status)
    arrived = state.delivered_at or event.occurred_at if status == S.DELIVERED else state.delivered_at
    return ParcelState(
        status=status,
        reason=event.reason,
        status_at=event.occurred_at,
        rank=RANK_OF[status],
        delivered_at=arrived,
        reopened=state.reopened or state.status == S.LOST,
    )


def _on_this_way(state: ParcelState, status: str) -> str:
    if state.rank < ON_THE_WAY_BACK or state.rank == RANK[S.DELIVERED] or status == S.CANCELLED:
        return status
    return S.RETURNED if status in {S.DELIVERED, S.RETURNED} else S.RETURNING


def _reopened(state: ParcelState, event: ParcelEvent) -> ParcelState:
    status = S.IN_TRANSIT if event.status == S.UNKNOWN else event.status
    return ParcelState(status, event.reason, event.occurred_at, RANK_OF.get(status, state.rank), reopened=True)
