"""What the parcels of an order say against what was declared of it: pieces that come back after all, and pieces that
never get to the customer; pure.

Of no line more can be there (or on its way), stopped and lost together than was bought: whatever is more has been
found, or has left although it was cancelled. And nobody sends back what never came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.returns.lost import NEVER_CAME, lost_pieces
from bot.returns.shipped import Parcels, sent_pieces, take, together
from bot.shop.rows import Row
from bot.shop.statuses import NOT_YET_MOVING, ShipmentStatus

# It has left and does not reach the customer.
ASTRAY = NEVER_CAME | {ShipmentStatus.RETURNING}

Pieces = dict[int, dict[int, int]]
"""By return and line."""


@dataclass(frozen=True, slots=True)
class Declared:
    """Pieces of a line in a return: `stopped` before they left, `lost`, or to come back and `unsent` yet."""

    return_id: int
    line_id: int
    stopped: int = 0
    lost: int = 0
    unsent: int = 0


@dataclass(frozen=True, slots=True)
class Turns:
    """What becomes of them: lost ones are `found`, stopped ones have `left`, others `never` come.

    `doubtful` are returns of which pieces may be in a parcel on its way that does not say what it holds.
    """

    found: Pieces = field(default_factory=dict)
    left: Pieces = field(default_factory=dict)
    never: Pieces = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)


def turns(
    status: str | None,
    lines: Sequence[Row],
    parcels: Parcels,
    declared: Sequence[Declared],
    *,
    paid_back: Mapping[int, int],
    given: Mapping[str, int],
) -> Turns:
    """`declared` in the order in which they turn; `paid_back` are pieces by line that the shop paid for without a
    return, which it does for what got lost first; `given` (by article number) were sent for others that came back.
    `status` is the shop's word for the order."""
    stopped = {line["id"]: sum(each.stopped for each in declared if each.line_id == line["id"]) for line in lines}
    going = [(where, holds) for where, holds in parcels if where != ShipmentStatus.CANCELLED]
    moving = [holds for where, holds in going if where not in NOT_YET_MOVING | ASTRAY]
    there = _there(lines, moving, stopped, given, is_all=len(moving) == len(going))
    lost, sent, may_be_lost = (
        lost_pieces(lines, parcels),
        sent_pieces(status, lines, parcels),
        _may_be_lost(lines, going),
    )
    made = Turns()
    for line in lines:
        id_ = line["id"]
        mine = [each for each in declared if each.line_id == id_]
        in_lost = sum(each.lost for each in mine)
        excess = max(there[id_] + stopped[id_] + in_lost - line["quantity"], 0)
        found = min(excess, max(in_lost - min(may_be_lost[id_], line["quantity"] - there[id_]), 0))
        left = min(excess - found, stopped[id_])
        found = min(excess - left, in_lost)
        _share(found, {each.return_id: each.lost for each in mine}, id_, made.found)
        _share(left, {each.return_id: each.stopped for each in mine}, id_, made.left)
        never = 0 if excess else min(lost[id_], sent[id_]) - paid_back.get(id_, 0) - in_lost
        _share(never, {each.return_id: each.unsent for each in mine}, id_, made.never)
        is_lost = in_lost - found <= lost[id_]
        may_be_there = [each for each in mine if each.stopped or (each.lost and not is_lost)]
        made.doubtful.update(each.return_id for each in may_be_there if not all(moving))
    return made


def _there(
    lines: Sequence[Row],
    moving: Sequence[Mapping[str, int]],
    stopped: Mapping[int, int],
    given: Mapping[str, int],
    *,
    is_all: bool,
) -> dict[int, int]:
    """With the customer or on its way there, for sure. Where all parcels are and one does not say what it holds, that
    is everything but what was stopped; where everything was, the parcels that left all the same hold just that."""
    everything = {line["id"]: line["quantity"] for line in lines}
    if moving and is_all and all(stopped[id_] >= pieces for id_, pieces in everything.items()):
        return everything
    if moving and is_all and not all(moving):
        return {id_: max(pieces - stopped[id_], 0) for id_, pieces in everything.items()}
    named = together(moving)
    named.subtract({sku: min(pieces, named[sku]) for sku, pieces in given.items()})
    return {line["id"]: take(named, line, line["quantity"]) for line in lines}


def _may_be_lost(lines: Sequence[Row], going: Parcels) -> dict[int, int]:
    """At most: whatever lost parcels name, or anything where one does not."""
    lost = [holds for where, holds in going if where in NEVER_CAME]
    named = together(lost)
    return {line["id"]: take(named, line, line["quantity"]) if all(lost) else line["quantity"] for line in lines}


def _share(pieces: int, of: Mapping[int, int], line_id: int, found: Pieces) -> None:
    for return_id, most in of.items():
        taken = min(max(pieces, 0), most)
        pieces -= taken
        if taken:
            found.setdefault(return_id, {})[line_id] = taken
