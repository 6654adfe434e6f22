"""What of a wish's money goes over to the withdrawal that takes its place, so that no cent goes twice or is lost; pure.

What went to the customer for it counts as paid for the withdrawal. What they have paid on top for another article goes
back with their other payments, since they do not get that (§ 357 (1) BGB: all payments; rules.md 3.6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal()


@dataclass(frozen=True, slots=True)
class Carried:
    """`given` went to the customer, `topped` came from them on top."""

    given: Decimal = NOTHING
    topped: Decimal = NOTHING

    def __add__(self, other: "Carried") -> "Carried":
        return Carried(self.given + other.given, self.topped + other.topped)

    def __bool__(self) -> bool:
        return bool(self.given or self.topped)


NO_MONEY = Carried()


def carry_over(money: Carried, *, taken: Decimal, rest: Decimal, price: Decimal | None = None) -> Carried:
    """What of the `money` of a wish goes along with pieces that are `taken` out of it, where it goes on with the rest.

    `taken` and `rest` are what these and those bring, `price` is what the other articles cost for the rest, None where
    it is to bring money. What was given stays with the wish as far as its rest brings that, what was paid on top as far
    as its rest costs that; the rest of it goes along.
    """
    aim = rest if price is None else rest - price
    net = money.given - money.topped
    stays = min(max(net, min(aim, NOTHING)), max(aim, NOTHING))
    stays = max(stays, min(net - taken, rest))
    return Carried(given=max(net - stays, NOTHING), topped=max(stays - net, NOTHING))


def deal(carried: Carried, worths: Sequence[Decimal], *, heir: int) -> list[Carried]:
    """Among the parts of a withdrawal that bring `worths`: all to the `heir`, but of what was given no more than it can
    bring, as long as others can."""
    found = [Carried() for _ in worths]
    found[heir] = Carried(min(carried.given, worths[heir] + carried.topped), carried.topped)
    left = carried.given - found[heir].given
    for place, worth in enumerate(worths):
        if place != heir:
            more = min(left, worth)
            found[place] = Carried(more)
            left -= more
    found[heir] += Carried(left)
    return found
