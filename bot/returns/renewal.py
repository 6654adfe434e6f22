"""What begins anew for goods that were given in exchange or as a replacement, and what goes on; pure.

Another article that was chosen here, out of sight, is treated as bought at a distance once more: withdrawal, favours
and warranty run from its own receipt. No law asks for that withdrawal where the shop exchanges as a favour (it changes
the contract that there is); it is granted because its reason is the same: nobody could look at the goods before
(recital 37 and Art. 9 Directive 2011/83/EU).

The same article again, for a defect, performs the contract that there is (§ 439 (1) BGB, Art. 14 Directive (EU)
2019/771): nothing new can be withdrawn from, and the days of the purchase go on. Its defects can be claimed for two
years from its own receipt: whoever replaces acknowledges the claim, and its time begins anew (§ 212 (1) no. 1 BGB;
BGH, 5.10.2005, VIII ZR 16/05). That is never less than what is left of the first two years, nor than the two months of
§ 475e (4) BGB.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.db import document
from bot.returns.paths import Closed, Eligibility, Item, Open, Shut, Way, ways_back
from bot.returns.windows import (
    NEIGHBOUR,
    ON_ITS_WAY,
    STATUTORY,
    WITHDRAWAL,
    WITHOUT_INSTRUCTION_MONTHS,
    Instruction,
    Periods,
    Receipt,
    add_months,
)
from bot.shop.rows import Row, moment
from bot.shop.statuses import ShipmentStatus

NOT_COMING = frozenset({ShipmentStatus.LOST, ShipmentStatus.RETURNED, ShipmentStatus.CANCELLED, ShipmentStatus.EXPIRED})


@dataclass(frozen=True, slots=True)
class Clocks:
    """From which receipt each way back counts."""

    withdrawal: Receipt
    goodwill: Receipt
    warranty: Receipt

    @classmethod
    def of(cls, receipt: Receipt) -> "Clocks":
        """Goods as they were bought."""
        return cls(receipt, receipt, receipt)


def renewed(before: Clocks, kind: str, arrival: Receipt, *, renews_goodwill: bool = True) -> Clocks:
    """The clocks of what was given at `arrival` in place of goods with the clocks `before`; `kind` is exchange or
    replacement. `renews_goodwill`: the shop's own window begins anew with an exchange."""
    if kind == "exchange":
        return Clocks(arrival, arrival if renews_goodwill else before.goodwill, arrival)
    return Clocks(before.withdrawal, before.goodwill, _later(before.warranty, arrival))


def arrival_of(
    given_on: date, delivered: tuple[date, ...], *, is_awaited: bool, assumed: date, with_neighbour: bool = False
) -> Receipt:
    """When what was given on a day was there: as its parcels tell (`is_awaited`: one of them is still to come), else
    by the day that may be assumed, which rejects nobody."""
    if is_awaited:
        return Receipt(None)
    known = [day for day in delivered if day >= given_on]
    return (
        Receipt(max(known), with_neighbour=with_neighbour)
        if known
        else Receipt(max(assumed, given_on), is_assumed=True)
    )


def ways_of_given(
    item: Item,
    clocks: Clocks,
    *,
    today: date,
    regions: tuple[str, ...] = (),
    instruction: Instruction | None = None,
    periods: Periods = STATUTORY,
) -> Eligibility:
    """What is open for a piece that was given; each way by its own clock.

    A withdrawal whose first day nobody knows ends with the longest time that the law has for any (§ 356 (3) BGB).
    """
    judged: list[Open | Shut] = []
    for receipt, ways in (
        (clocks.withdrawal, {Way.CANCEL, Way.WITHDRAWAL}),
        (clocks.warranty, {Way.WARRANTY}),
        (clocks.goodwill, {Way.GOODWILL}),
    ):
        found = ways_back(item, receipt=receipt, today=today, regions=regions, instruction=instruction, periods=periods)
        judged += [each for each in found.open if each.way in ways]
        judged += [each for each in found.shut if each.way in ways]
    judged = [_bounded(each, clocks.withdrawal, today) for each in judged]
    opened = tuple(each for each in judged if isinstance(each, Open))
    return Eligibility(item.line_id, item.left, opened, tuple(each for each in judged if isinstance(each, Shut)))


def arrival_by(rows: Sequence[Row], parcels: Sequence[Row], tz: ZoneInfo) -> Receipt:
    """By the parcels of the order that name it and had not come before it was given."""
    given_at, skus = moment(rows[0]["at"]), {row["sku"] for row in rows if row["sku"]}
    assert given_at is not None  # noqa: S101  # the column takes no NULL
    named = [parcel for parcel in parcels if _names(parcel, skus)]
    came = [(at, parcel) for parcel in named if (at := moment(parcel["delivered_at"])) and at >= given_at]
    with_neighbour = any(each["status"] == ShipmentStatus.DELIVERED and each["reason"] == NEIGHBOUR for _, each in came)
    awaited = any(parcel["delivered_at"] is None and parcel["status"] not in NOT_COMING for parcel in named)
    given_on = given_at.astimezone(tz).date()
    days = tuple(at.astimezone(tz).date() for at, _ in came)
    assumed = given_on + ON_ITS_WAY
    return arrival_of(given_on, days, is_awaited=awaited, assumed=assumed, with_neighbour=with_neighbour)


def _bounded(judged: Open | Shut, receipt: Receipt, today: date) -> Open | Shut:
    if not isinstance(judged, Open) or judged.way is not Way.WITHDRAWAL or not judged.is_doubtful or not receipt.on:
        return judged
    latest = add_months(receipt.on, WITHOUT_INSTRUCTION_MONTHS) + WITHDRAWAL
    return judged if today <= latest else Shut(Way.WITHDRAWAL, Closed.OVER, latest)


def _later(one: Receipt, other: Receipt) -> Receipt:
    """That of which the time ends last; one that has not begun ends after all others."""
    if one.on is None or other.on is None:
        return one if one.on is None else other
    return max(one, other, key=lambda receipt: receipt.on or date.min)


def _names(parcel: Row, skus: set[str]) -> bool:
    return any(item.get("sku") in skus for item in document(parcel["contents"]) or ())
