"""What of an order's money each of its returns may have, so that together they promise no more than there is; pure.

What goes back is paid from what has come in. As long as the order is not paid in full, what a return brings goes off
the open bill first, since that is owed for whatever the customer keeps (§ 433 (2) BGB); only what is then paid too
much goes back. So nobody is promised what was never paid, and nobody pays for what has gone back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.returns.paths import DECLARED, Way

NOTHING = Decimal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pot:
    """What there is for the returns of an order: `worth` of what was bought has not gone back yet, in money or in
    articles, and `owed` of it has not been paid; `taken_off` the shop has taken off the bill itself for what went back.
    """

    worth: Decimal
    owed: Decimal = NOTHING
    taken_off: Decimal = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is left to give for a return. `own` of it its customer has paid on top for this alone; `free` of it stands
    in goods that were given and come back; `taken_off` may be what the shop has taken off the bill for it."""

    id: int
    left: Decimal
    own: Decimal = NOTHING
    free: Decimal = NOTHING
    taken_off: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class Share:
    """What a return can be given now: `money`, and `off_bill` what makes the open bill smaller."""

    money: Decimal = NOTHING
    off_bill: Decimal = NOTHING

    @property
    def worth(self) -> Decimal:
        """What another article may be given for."""
        return self.money + self.off_bill


def share_out(pot: Pot, claims: Iterable[Claim]) -> tuple[dict[int, Share], Pot]:
    """The share of each by its id, the first first, and what is left of the pot behind them."""
    worth, owed, taken_off = pot.worth, pot.owed, pot.taken_off
    found: dict[int, Share] = {}
    for claim in claims:
        off = min(claim.taken_off, claim.left, taken_off)
        taken_off -= off
        mine = max(min(claim.left - off, worth + claim.free), NOTHING)
        worth -= max(mine - claim.free, NOTHING)
        set_off = min(max(mine - claim.own, NOTHING), owed)
        owed -= set_off
        found[claim.id] = Share(mine - set_off, set_off + off)
    return found, Pot(worth=worth, owed=owed, taken_off=taken_off)


def rank(way: Way) -> int:
    """A declared withdrawal is served before a claim, and that before a favour: none of them takes from one before."""
    return 0 if way in DECLARED else 1 if way is Way.WARRANTY else 2


def in_turn(returns: Sequence[tuple[Way, int]]) -> list[int]:
    """The ids in the order in which they are served."""
    return [return_id for way, return_id in sorted(returns, key=lambda each: (rank(each[0]), each[1]))]
