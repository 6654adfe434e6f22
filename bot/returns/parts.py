"""What one withdrawal is made up of: pieces that go one way each, and what that brings, one after the other; pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.returns.contract import Contract
from bot.returns.favours import GivesWay, Pieces
from bot.returns.given import bring_delivery
from bot.returns.line import LineBack
from bot.returns.money import NOTHING, Estimate, estimate, is_whole
from bot.returns.paths import Way
from bot.returns.reading import OrderBack
from bot.returns.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Choice:
    """Pieces by line of what was `bought`, and of what was `given`, by the return that has given it."""

    bought: Mapping[int, int]
    given: Mapping[int, Mapping[int, int]]

    @property
    def pieces(self) -> dict[int | None, Mapping[int, int]]:
        found: dict[int | None, Mapping[int, int]] = {None: self.bought}
        return found | dict(self.given)

    def of(self, line: LineBack) -> int:
        return self.pieces.get(line.follows, {}).get(line.id, 0)


Chosen = Mapping[int, int] | Choice
"""Whoever names lines alone means what was bought."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces by line that go one way: what is still in the shop is cancelled, what has left comes back, and what is
    `lost` does not. `follows` is the return that has given them, None: they are as they were bought. `instead` is the
    wish with which they were sent already."""

    way: Way
    pieces: Mapping[int, int]
    lost: bool = False
    follows: int | None = None
    instead: GivesWay | None = None

    @property
    def comes_back(self) -> bool:
        """Whether its customer has to send it, all in one parcel."""
        return self.way is Way.WITHDRAWAL and not self.lost and self.instead is None

    @property
    def is_sent(self) -> bool:
        """Whether nothing of it has to be sent any more."""
        return self.instead is not None and self.instead.is_all_sent


@dataclass(frozen=True, slots=True)
class Part(Cut):
    """The same with what it brings."""

    estimate: Estimate = field(kw_only=True)


def choice_of(chosen: Chosen) -> Choice:
    return chosen if isinstance(chosen, Choice) else Choice(chosen, {})


def cut(contract: Contract, wanted: Pieces, overtaken: Sequence[GivesWay]) -> list[Cut]:
    """What is cancelled, what is lost, what comes back and what was sent with a wish already; of a line of which only
    some were chosen, those that are easier. What was given comes after what was bought."""
    found = []
    for follows, order in contract.goods.items():
        sent = [each for each in overtaken if each.was_sent and each.favour.follows == follows]
        rest = dict(Counter(wanted.get(follows, {})) - sum((Counter(each.less) for each in sent), Counter[int]()))
        unshipped = {line.id: line.eligibility.unshipped for line in order.lines}
        lost = {line.id: line.eligibility.lost for line in order.lines}
        for way, most, is_lost in ((Way.CANCEL, unshipped, False), (Way.WITHDRAWAL, lost, True)):
            taken = {line_id: min(pieces, most.get(line_id, 0)) for line_id, pieces in rest.items()}
            rest = {line_id: pieces - taken[line_id] for line_id, pieces in rest.items()}
            found.append(Cut(way, _some(taken), is_lost, follows))
        found.append(Cut(Way.WITHDRAWAL, _some(rest), follows=follows))
        found += [Cut(Way.WITHDRAWAL, _some(each.less), follows=follows, instead=each) for each in sent]
    return [each for each in found if each.pieces]


def away_of(contract: Contract, cuts: Sequence[Cut]) -> Whereabouts:
    """Of all that comes back."""
    lines = {(line.follows, line.id): line for line in contract.lines}
    coming = back = 0
    for each in cuts:
        for line_id, count in each.pieces.items() if each.comes_back else ():
            line = lines[each.follows, line_id]
            of_line = line.away.of(count, line.eligibility.sent)
            coming, back = coming + of_line.coming, back + of_line.back
    order = contract.bought
    going = sum(max(line.away.coming - order.before.get(line.id, 0), 0) for line in order.lines)
    return Whereabouts(coming, back, max(going - coming, 0) if coming else 0)


def heirs_of(overtaken: Sequence[GivesWay], cuts: Sequence[Cut]) -> list[tuple[int, GivesWay]]:
    """By its place among the cuts, which of them stands where each of these wishes stood."""
    found = []
    for each in overtaken:
        sent = [place for place, one in enumerate(cuts) if one.instead is each]
        back = [place for place, one in enumerate(cuts) if one.follows == each.favour.follows and one.instead is None]
        found.append(((sent or back or [len(cuts) - 1])[-1], each))
    return found


def price(contract: Contract, cuts: Sequence[Cut], held: Pieces, *, kept: Decimal | None = NOTHING) -> list[Part]:
    """What each brings, as they are made: so the delivery comes back once, and no cent twice.

    `held` are pieces of wishes that go on beside it; `kept` is what they bring of what was bought, None: not known.
    """
    found: list[Part] = []
    for each in cuts:
        order, bought = contract.goods[each.follows], contract.bought.bill
        if each.follows is not None and _is_last(contract, each, found, held):
            order = bring_delivery(order, bought)
        mine = [part for part in found if part.follows == each.follows]
        gone = sum((Counter(part.pieces) for part in mine), Counter[int]())
        promised = sum((part.estimate.worth for part in mine), order.bill.promised)
        owed = bought.owed - sum((part.estimate.off_bill for part in found), NOTHING)
        money = estimate(
            replace(order.bill, promised=promised, owed=owed),
            each.pieces,
            way=each.way,
            before=Counter(order.before) + Counter(held.get(each.follows, {})) + gone,
            undone=Counter(order.undone) + gone,
            fee=_fee(order, each, found),
            excluded=order.excluded,
            brought=_brought(order, kept, mine),
        )
        found.append(Part(each.way, each.pieces, each.lost, each.follows, each.instead, estimate=money))
    return found


def _brought(order: OrderBack, kept: Decimal | None, before: Sequence[Part]) -> Decimal | None:
    if order.brought is None or kept is None:
        return None
    return order.brought + kept + sum((part.estimate.goods for part in before), NOTHING)


def borne(order: OrderBack, each: Cut, before: Sequence[tuple[Cut, Estimate]]) -> Decimal:
    """What of the cost of the way back is not this one's: all that comes back comes in one parcel, and what was sent
    before bears no more than was said of it then."""
    if each.instead is not None:
        return max(order.terms.fee_of(each.way, order.country) - each.instead.favour.fee, NOTHING)
    return sum((money.fee for one, money in before if one.instead is None), NOTHING)


def _fee(order: OrderBack, each: Cut, before: Sequence[Part]) -> Decimal:
    not_its_own = borne(order, each, [(part, part.estimate) for part in before])
    return NOTHING if each.lost else max(order.terms.fee_of(each.way, order.country) - not_its_own, NOTHING)


def _is_last(contract: Contract, each: Cut, before: Sequence[Part], held: Pieces) -> bool:
    """Whether nothing of the contract stands any more with what is left of these goods, and its delivery is not back
    yet."""
    bought, order = contract.bought, contract.goods[each.follows]
    if bought.bill.shipping_is_back or any(part.estimate.shipping for part in before):
        return False
    undone = sum((Counter(part.pieces) for part in before), Counter(bought.undone))
    undone += Counter({line.id: line.eligibility.left for line in order.lines})
    undone.subtract(held.get(each.follows, {}))
    return is_whole(bought.bill.lines, undone, bought.excluded)


def _some(pieces: Mapping[int, int]) -> dict[int, int]:
    return {line_id: count for line_id, count in pieces.items() if count}
