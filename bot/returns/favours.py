"""Wishes that a withdrawal takes the place of: which of them, and how many of their pieces; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.returns.carried import NO_MONEY, Carried
from bot.returns.machine import Status
from bot.returns.money import NOTHING
from bot.returns.overtakable import SENT

Pieces = Mapping[int | None, Mapping[int, int]]
"""By the return that has given them (None: as they were bought) and by line."""


@dataclass(frozen=True, slots=True)
class Favour:
    """A wish that a withdrawal may overtake, and its pieces by line, with those that have come; `follows` is the return
    that has given them, `label_until` the last day of its label, None where it has none; `keeps`: nothing of it has to
    come back; `goods` is what they bring, None: not known."""

    id: int
    number: str
    pieces: Mapping[int, int]
    follows: int | None = None
    status: Status = Status.APPROVED
    received: Mapping[int, int] = field(default_factory=dict)
    fee: Decimal = NOTHING
    label_until: date | None = None
    keeps: bool = False
    goods: Decimal | None = None


@dataclass(frozen=True, slots=True)
class GivesWay:
    """What one of them loses, by line, and which of its money goes along; `rest` is what its other pieces bring."""

    favour: Favour
    less: Mapping[int, int]
    money: Carried = NO_MONEY
    rest: Decimal = NOTHING

    @property
    def is_over(self) -> bool:
        """Whether nothing is left of it."""
        return all(self.less.get(line_id, 0) == pieces for line_id, pieces in self.favour.pieces.items())

    @property
    def came(self) -> dict[int, int]:
        """What has come of that: the wish keeps what has come before what has not."""
        kept = {line_id: pieces - self.less.get(line_id, 0) for line_id, pieces in self.favour.pieces.items()}
        return {line_id: max(came - kept.get(line_id, 0), 0) for line_id, came in self.favour.received.items()}

    @property
    def was_sent(self) -> bool:
        """Whether its customer has sent it, all or a part."""
        return self.favour.status in SENT

    @property
    def is_all_sent(self) -> bool:
        """Whether nothing of it has still to be sent."""
        is_all_here = all(self.came.get(line_id, 0) >= pieces for line_id, pieces in self.less.items())
        return self.was_sent and (self.favour.status is not Status.PARTIALLY_RECEIVED or is_all_here)


def give_way(favours: Sequence[Favour], wanted: Pieces, left: Pieces) -> list[GivesWay]:
    """What they lose, where a withdrawal wants more pieces than are `left` beside them; pure."""
    return [
        each
        for goods, pieces in wanted.items()
        for each in _give_way([one for one in favours if one.follows == goods], pieces, left.get(goods, {}))
    ]


def kept_by(favours: Sequence[Favour], overtaken: Sequence[GivesWay]) -> Decimal | None:
    """What those bring of what was bought that go on beside the withdrawal; None where that is not known."""
    given = {each.favour.id: each for each in overtaken}
    brings = [
        given[each.id].rest if each.id in given else each.goods
        for each in favours
        if each.follows is None and not (each.id in given and given[each.id].is_over)
    ]
    known = [each for each in brings if each is not None]
    return sum(known, NOTHING) if len(known) == len(brings) else None


def _give_way(favours: Sequence[Favour], wanted: Mapping[int, int], left: Mapping[int, int]) -> list[GivesWay]:
    missing = {line_id: max(pieces - left.get(line_id, 0), 0) for line_id, pieces in wanted.items()}
    found = []
    for favour in favours:
        less = {line_id: min(missing.get(line_id, 0), pieces) for line_id, pieces in favour.pieces.items()}
        for line_id, pieces in less.items():
            missing[line_id] = missing.get(line_id, 0) - pieces
        if any(less.values()):
            found.append(GivesWay(favour, less))
    return found
