"""What has become of a wish, and what else there is in its parcel."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.returns.carried import NO_MONEY, Carried
from bot.returns.machine import Status
from bot.returns.money import NOTHING, Estimate


@dataclass(frozen=True, slots=True)
class Parcel:
    """What several returns come in: `first` is the first of them, None if that is just made; `beside` is what the
    favours in it bring besides this one, `borne` what the others bear of the way back already."""

    first: int | None
    beside: Decimal
    borne: Decimal


@dataclass(frozen=True, slots=True)
class Before:
    """What the same declaration has made before: the `first` of it, and what of the way back is `borne`, or not to be
    paid at all; `money` was paid for a wish and counts for this."""

    first: int | None
    borne: Decimal
    money: Carried = NO_MONEY


@dataclass(frozen=True, slots=True)
class Requested:
    """The return as it stands after the wish: `why` is the reason for which the staff look at it first.

    `beside` are others that the same declaration has made: of what is cancelled, and of what comes back.
    """

    id: int
    number: str
    status: Status
    estimate: Estimate
    why: str | None = None
    beside: tuple["Requested", ...] = ()

    @property
    def numbers(self) -> str:
        return ", ".join(each.number for each in (self, *self.beside))


def together(each: Iterable[Estimate], currency: str) -> Estimate:
    """What several bring."""
    parts = list(each)
    return Estimate(
        goods=sum((part.goods for part in parts), NOTHING),
        shipping=sum((part.shipping for part in parts), NOTHING),
        fee=sum((part.fee for part in parts), NOTHING),
        currency=currency,
        off_bill=sum((part.off_bill for part in parts), NOTHING),
        cut=sum((part.cut for part in parts), NOTHING),
    )
