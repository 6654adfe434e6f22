"""To which returns a refund goes that names its items: by line and quantity, the oldest declaration first; pure.

A return of just these pieces gets all of it. Else the pieces are dealt out, and each return gets what its pieces bring;
what is more fills up these, then the others that wait, and the last of these gets the rest: the parts are always the
refund, to the cent.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.returns.money import NOTHING, round_money


@dataclass(frozen=True, slots=True)
class Claim:
    """A return that waits for money: its pieces by line, what a piece of each cost, and what is `left` to be paid."""

    id: int
    pieces: Mapping[int, int]
    left: Decimal
    prices: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """What of a refund is for a return."""

    id: int
    amount: Decimal


def share(paid: Decimal, pieces: Mapping[int, int], claims: Sequence[Claim], currency: str) -> list[Share]:
    """`pieces` are those that the refund names, by line; `claims` come in the order in which they are served."""
    wanted = +Counter(pieces)
    exact = next((claim for claim in claims if +Counter(claim.pieces) == wanted), None)
    dealt = [(exact, dict(wanted))] if exact else _deal(wanted, claims)
    return _pay(paid, [(claim, _worth(claim, mine, currency)) for claim, mine in dealt], claims)


def _deal(wanted: Mapping[int, int], claims: Sequence[Claim]) -> list[tuple[Claim, dict[int, int]]]:
    rest, found = dict(wanted), list[tuple[Claim, dict[int, int]]]()
    for claim in claims:
        mine = {line: min(rest.get(line, 0), most) for line, most in claim.pieces.items()}
        rest = {line: count - mine.get(line, 0) for line, count in rest.items()}
        if any(mine.values()):
            found.append((claim, mine))
    return found


def _worth(claim: Claim, mine: Mapping[int, int], currency: str) -> Decimal:
    """What these pieces of it bring of what is left."""
    if all(mine.get(line, 0) >= count for line, count in claim.pieces.items()):
        return claim.left
    is_priced = any(claim.prices.values())
    value = {line: claim.prices.get(line, NOTHING) if is_priced else Decimal(1) for line in claim.pieces}
    whole = sum((value[line] * count for line, count in claim.pieces.items()), NOTHING)
    part = sum((value[line] * count for line, count in mine.items()), NOTHING)
    return round_money(claim.left * part / whole, currency) if whole else claim.left


def _pay(paid: Decimal, dealt: Sequence[tuple[Claim, Decimal]], claims: Sequence[Claim]) -> list[Share]:
    amounts, rest = dict[int, Decimal](), paid if dealt else NOTHING
    expected, full = [(claim.id, worth) for claim, worth in dealt], [(claim.id, claim.left) for claim, _ in dealt]
    for most in (expected, full, [(claim.id, claim.left) for claim in claims]):
        for id_, up_to in most:
            more = max(min(rest, up_to - amounts.get(id_, NOTHING)), NOTHING)
            amounts[id_] = amounts.get(id_, NOTHING) + more
            rest -= more
    if dealt and rest:
        amounts[dealt[-1][0].id] += rest
    return [Share(id_, amount) for id_, amount in amounts.items() if amount]
