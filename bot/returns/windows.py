"""Until when somebody may withdraw, send back by the shop's goodwill, or claim a defect; pure dates.

Sources: §§ 355, 356 BGB (withdrawal: 14 days from receipt of the last item; without instruction 12 months more),
§§ 187, 188, 193 BGB and Regulation 1182/71 (how days count), § 438 BGB (two years for defects); rules.md 3.6.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.returns.free_days import is_free_day

WITHDRAWAL = timedelta(days=14)
WITHOUT_INSTRUCTION_MONTHS = 12
# § 357 (1) BGB: back within 14 days of the declaration, the goods and the money alike.
CLOCK = timedelta(days=14)
WARRANTY_MONTHS = 24
# Where nobody knows when a parcel arrived: so long after it was handed over it has, for the windows of the shop.
ON_ITS_WAY = timedelta(days=10)
# How a delivery is told of that somebody took in whom the customer has not named.
NEIGHBOUR = "neighbour"
DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Receipt:
    """When the customer had everything: `on` is the day of the last item, None while something is still to come.

    `is_assumed`: nobody told; the day follows from when it was handed over, and rejects nobody. `with_neighbour`: the
    last item was left with somebody whom the customer has not named, so that they may have got it later (§ 356 (2)
    BGB): it ends no right of theirs.
    """

    on: date | None
    is_assumed: bool = False
    with_neighbour: bool = False


@dataclass(frozen=True, slots=True)
class Instruction:
    """Whether the shop told of the right of withdrawal as the law asks; `on` is the day it was made up for."""

    was_given: bool = True
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Periods:
    """How long the rights last; a shop may give more than the law, never less."""

    withdrawal_days: int = WITHDRAWAL.days
    warranty_months: int = WARRANTY_MONTHS


STATUTORY = Periods()


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a parcel of the order tells of its receipt: days of the customer's clock."""

    delivered_on: date | None = None
    handed_over_on: date | None = None
    is_lost: bool = False
    with_neighbour: bool = False


def receipt_of(parcels: tuple[Parcel, ...]) -> Receipt:
    """The day of the last item over all parcels of an order; one that was lost is waited for by nobody."""
    awaited = [parcel for parcel in parcels if not parcel.is_lost]
    if not awaited:
        return Receipt(None)
    days = [parcel.delivered_on or _assumed(parcel) for parcel in awaited]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return Receipt(None)
    handed_on = any(parcel.with_neighbour for parcel in awaited)
    return Receipt(max(known), any(parcel.delivered_on is None for parcel in awaited), handed_on)


def withdrawal_ends(
    receipt: Receipt,
    *,
    regions: tuple[str, ...] = (),
    instruction: Instruction | None = None,
    periods: Periods = STATUTORY,
) -> date | None:
    """The last day on which a declaration can be sent off; None before everything is there: the time has not begun.

    `regions` are those whose free days move the end on, as `free_days.regions_of` tells them: "DE-BE", "FR", "CH-*".
    """
    if receipt.on is None:
        return None
    end = receipt.on + periods.withdrawal_days * DAY
    if instruction is not None and not instruction.was_given:
        latest = add_months(receipt.on, WITHOUT_INSTRUCTION_MONTHS) + WITHDRAWAL
        made_up = instruction.on + WITHDRAWAL if instruction.on else latest
        end = max(end, min(made_up, latest))
    return next_working_day(end, regions)


def goodwill_ends(receipt: Receipt, *, days: int, regions: tuple[str, ...] = ()) -> date | None:
    """The last day of a window that the shop grants on its own, never shorter than what it says."""
    if receipt.on is None or days <= 0:
        return None
    return next_working_day(receipt.on + days * DAY, regions)


def warranty_ends(receipt: Receipt, *, periods: Periods = STATUTORY) -> date | None:
    """The last day on which a defect can be claimed."""
    return None if receipt.on is None else add_months(receipt.on, periods.warranty_months)


def next_working_day(day: date, regions: tuple[str, ...]) -> date:
    """The day itself, or the first after it that is no Saturday, Sunday or holiday in any of the regions."""
    while day.weekday() >= SATURDAY or any(is_free_day(day.isoformat(), region) for region in regions):
        day += DAY
    return day


def add_months(day: date, months: int) -> date:
    """The same day of a later month, its last one where there is no such day (§ 188 (3) BGB)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _assumed(parcel: Parcel) -> date | None:
    return parcel.handed_over_on + ON_ITS_WAY if parcel.handed_over_on else None


def money_due_on(declared_at: datetime | None, tz: ZoneInfo, *, rest_at: datetime | None = None) -> date | None:
    """The last day for the money: the fourteenth after the declaration came in, that day not counted (§ 187 BGB).

    Written words count from when they were written, however much later somebody confirms them (§ 355 (3) BGB). For
    goods that come later than that (`rest_at`) it is the day on which they come (§ 357 (4) BGB).
    """
    if declared_at is None:
        return None
    last = declared_at.astimezone(tz).date() + CLOCK
    return max(last, rest_at.astimezone(tz).date()) if rest_at else last
