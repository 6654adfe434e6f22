"""Which payments of ours the refunds that the shop's platform tells do not show yet; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import combinations

NOTHING = Decimal()
SKEW = timedelta(minutes=10)
# Of one payment; more would be a coincidence.
MOST_PARTS = 8
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Paid:
    """Money that went back, and when; None: nobody told."""

    amount: Decimal
    at: datetime | None


def unreported(ours: Sequence[Paid], refunds: Sequence[Paid]) -> Decimal:
    """What of our payments the shop's own refunds do not show yet."""
    return sum((paid.amount for paid in unmatched(ours, refunds)), NOTHING)


def unmatched(ours: Sequence[Paid], refunds: Sequence[Paid]) -> list[Paid]:
    """Our payments without refunds of the shop's that carry them out: one of the same amount, or a few that come to it
    (a part to a gift card, a part to a card), and not before them.

    One that is older, or of another amount, is money of its own.
    """
    known = sorted(refunds, key=_moment)
    left = []
    for paid in sorted(ours, key=_moment):
        found = next((each for each in known if each.amount == paid.amount and _moment(each) >= _since(paid)), None)
        if found is None:
            left.append(paid)
        else:
            known.remove(found)
    return [paid for paid in left if not _take_parts(paid, known)]


def _take_parts(paid: Paid, known: list[Paid]) -> bool:
    """Take those out of `known` that come to this payment together; False, and none, where none do."""
    small = [each for each in known if 0 < each.amount < paid.amount and _moment(each) >= _since(paid)][:MOST_PARTS]
    for count in range(2, len(small) + 1):
        for parts in combinations(small, count):
            if sum((each.amount for each in parts), NOTHING) == paid.amount:
                for each in parts:
                    known.remove(each)
                return True
    return False


def _moment(paid: Paid) -> datetime:
    return paid.at or LATEST


def _since(paid: Paid) -> datetime:
    """Two clocks are never the same."""
    return paid.at - SKEW if paid.at else EARLIEST
