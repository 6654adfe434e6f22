"""When a parcel is worth a warning, a hold or a case: pure, from its facts and the table of thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from bot.shipping.forecasts import Likeness
from bot.shipping.thresholds import add_working_days, thresholds, working_days
from bot.shop.statuses import NEVER_LATE, NOT_COMING, RANK, ShipmentStatus

if TYPE_CHECKING:
    from bot.tickets.cases import Cause

S = ShipmentStatus

FIRST, SECOND = "no_first_scan_2", "no_first_scan_5"
SILENCE, LATE, LOST, DAMAGED, ACTION = "silence", "late", "lost", "damaged", "action"
# It is not late yet, and probably will be.
PREDICTED = "predicted"

# The reason of the hold while somebody has this trouble.
HOLD_OF: Mapping[str, str] = {LOST: "lost", DAMAGED: "damaged"} | dict.fromkeys(
    (FIRST, SECOND, SILENCE, PREDICTED, LATE, ACTION), "late"
)
# What a human of the shop has to look after.
CASE_OF: "Mapping[str, Cause]" = {LOST: "lost", DAMAGED: "damaged", SECOND: "late", ACTION: "exception"}

# Only the customer can do something about these, and only for a while.
ACTIONABLE = frozenset(
    {
        *("consignee_incorrect_address", "consignee_access_restricted", "consignee_refused"),
        *("consignee_verification_failed", "customs_documentation", "customs_duties_unpaid"),
        *("payment_due", "pickup_missed"),
    }
)
IN_TROUBLE = frozenset({S.DELAYED, S.ON_HOLD, S.EXCEPTION})
TROUBLESOME = IN_TROUBLE | {S.CUSTOMS}
# What is older than this when we first hear of the parcel is history.
OLDEST = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A parcel on its way; `since` is its first report, `heard_at` the last.

    `predicted_at` is the beginning of the day for which it was predicted to be late, if it ever was.
    """

    shipment_id: int
    order_id: int
    customer_id: int
    status: str
    reason: str | None
    rank: int
    status_at: datetime | None
    expected_on: date | None
    carrier: str | None
    country: str | None
    since: datetime
    heard_at: datetime
    predicted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Worry:
    """`cause_at` tells this trouble from the next of its kind; `again_on` is when we write again at the latest.

    `is_told` says that the carrier's own word was a message already; `likeness` is why a delay is predicted.
    """

    kind: str
    cause_at: datetime
    again_on: date | None = None
    is_told: bool = False
    likeness: Likeness | None = None


def worry_of(parcel: Watched, *, now: datetime, tz: tzinfo, abroad: bool) -> Worry | None:
    """The worst there is to say about a parcel; `tz` is where it goes, `abroad` whether it crosses a border."""
    seen = _seen_by_us(parcel, now.astimezone(tz).date(), tz, abroad=abroad)
    return _told_by_carrier(parcel) or seen or _known_delay(parcel)


def is_history(worry: Worry, now: datetime) -> bool:
    """Whether it is too long ago to begin with it now."""
    return now - worry.cause_at > OLDEST


def told_kind(status: str, reason: str | None) -> str | None:
    """The kind of trouble that this word of a carrier is; None where nobody has to do anything."""
    match status:
        case S.LOST:
            return LOST
        case S.DAMAGED:
            return DAMAGED
        case _ if status in TROUBLESOME and reason in ACTIONABLE:
            return ACTION
    return None


def _told_by_carrier(parcel: Watched) -> Worry | None:
    kind = told_kind(parcel.status, parcel.reason)
    return Worry(kind, parcel.status_at or parcel.heard_at, is_told=True) if kind else None


def _seen_by_us(parcel: Watched, today: date, tz: tzinfo, *, abroad: bool) -> Worry | None:
    if parcel.status in NOT_COMING or parcel.status in NEVER_LATE:
        return None
    limits = thresholds(parcel.carrier, parcel.country)
    quiet = limits.silence_abroad if abroad else limits.silence_home
    heard = parcel.heard_at.astimezone(tz).date()
    # One that is scanned is late, not lost: the days count from its last scan or its expected day, whichever is later.
    missing_since = max(parcel.expected_on, heard) if parcel.expected_on else add_working_days(heard, quiet)
    lost_on = add_working_days(missing_since, limits.lost_after)
    if today >= lost_on:
        return Worry(LOST, _start(max(parcel.expected_on or heard, heard), tz))
    if parcel.expected_on and parcel.expected_on < today:
        return Worry(LATE, _start(parcel.expected_on, tz), lost_on)
    if parcel.rank < RANK[S.PICKED_UP] and parcel.status not in IN_TROUBLE:
        return _unscanned(parcel, today, tz, limits.first_scan)
    is_silent = working_days(heard, today, saturdays=not abroad) >= quiet
    return Worry(SILENCE, parcel.heard_at, lost_on) if is_silent and parcel.status not in IN_TROUBLE else None


def _known_delay(parcel: Watched) -> Worry | None:
    at = parcel.status_at or parcel.heard_at
    return Worry(LATE, at, is_told=True) if parcel.status in IN_TROUBLE else None


def _unscanned(parcel: Watched, today: date, tz: tzinfo, days: tuple[int, int]) -> Worry | None:
    labelled = parcel.since.astimezone(tz).date()
    waited, (first, second) = working_days(labelled, today), days
    if waited >= second:
        return Worry(SECOND, parcel.since)
    return Worry(FIRST, parcel.since, add_working_days(labelled, second)) if waited >= first else None


def _start(day: date, tz: tzinfo) -> datetime:
    return datetime.combine(day, time(), tz).astimezone(UTC)
