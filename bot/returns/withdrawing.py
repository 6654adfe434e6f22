"""The withdrawal in two steps: what it takes with it and what it brings, then the declaration (§§ 355, 356a BGB)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.returns.cases import refresh_desk
from bot.returns.models import Return
from bot.returns.money import NOTHING, Estimate, estimate
from bot.returns.news import announce_new
from bot.returns.overtaking import GivesWay, give_way, list_favours, overtake, tell_overtaken
from bot.returns.paths import Closed, Excluded, Shut, Way
from bot.returns.policy import Policy
from bot.returns.reading import LineBack, OrderBack, read_order
from bot.returns.requested import Requested, together
from bot.returns.requests import NothingLeftError, Piece, Wish, make
from bot.returns.written import end_declaration


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces by line that go one way: what is still in the shop is cancelled, what has left comes back, and what is
    `lost` does not."""

    way: Way
    pieces: Mapping[int, int]
    estimate: Estimate
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What can be withdrawn from an order, and what of it was chosen: pieces by line, and the `parts` that makes.

    `until` is the last day, None while its time has not begun. `shut` are lines without this right, and why.
    `unpaid`: nothing was paid for the order yet. `overtakes` are wishes that it takes the place of.
    """

    order_id: int
    number: str
    lines: tuple[LineBack, ...]
    shut: tuple[tuple[LineBack, Shut], ...]
    chosen: Mapping[int, int]
    parts: tuple[Part, ...]
    until: date | None
    if_sealed: bool
    until_provided: bool
    unpaid: bool
    currency: str
    overtakes: tuple[GivesWay, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything that can be withdrawn from was chosen."""
        return all(self.chosen.get(line.id) == line.eligibility.most(Way.WITHDRAWAL) for line in self.lines)

    @property
    def unshipped(self) -> bool:
        """Whether all that was chosen is still in the shop, so that nothing has to be sent back."""
        return bool(self.parts) and all(part.way is Way.CANCEL for part in self.parts)

    @property
    def lost(self) -> bool:
        """Whether nothing of what was chosen ever came, nor will."""
        return bool(self.parts) and all(part.lost for part in self.parts)

    @property
    def estimate(self) -> Estimate:
        """What all of it brings."""
        return together((part.estimate for part in self.parts), self.currency)


async def read_withdrawal(
    order_id: int,
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    chosen: Mapping[int, int] | None = None,
) -> Withdrawal:
    """The second step of a withdrawal; everything is chosen unless told what. NotFoundError for foreign orders."""
    order = await read_order(
        order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now, overtakes=True
    )
    lines = tuple(line for line in order.lines if line.eligibility.find(Way.WITHDRAWAL))
    kept = {line.id: _within(line, chosen) for line in lines}
    wanted = {line_id: pieces for line_id, pieces in kept.items() if pieces}
    opened = [found for line in lines if (found := line.eligibility.find(Way.WITHDRAWAL))]
    favours = await list_favours(order_id)
    held = sum((Counter(favour.pieces) for favour in favours), Counter[int]())
    free = {line.id: max(line.eligibility.left - held[line.id], 0) for line in order.lines}
    overtakes = give_way(favours, wanted, free)
    kept_by_them = held - sum((Counter(each.less) for each in overtakes), Counter[int]())
    return Withdrawal(
        order_id=order.id,
        number=order.number,
        lines=lines,
        shut=tuple((line, shut) for line in order.lines if (shut := _shut(line))),
        chosen=wanted,
        parts=tuple(_parts(order, wanted, kept_by_them)),
        until=min((each.until for each in opened if each.until), default=None),
        if_sealed=any(each.if_sealed for each in opened),
        until_provided=any(each.until_provided for each in opened),
        unpaid=order.is_unpaid,
        currency=order.bill.currency,
        overtakes=tuple(overtakes),
    )


@unit_of_work
async def withdraw(
    order_id: int,
    chosen: Mapping[int, int],
    *,
    customer_ids: Sequence[int],
    chat_id: int,
    locale: Locale,
    policy: Policy,
    settings: Settings,
    now: datetime,
    declared_at: datetime | None = None,
) -> Requested:
    """Declare it: it takes effect at once, and nobody reviews it.

    What has not left the shop by now is cancelled, whatever the screen said; the rest comes back, as a return of its
    own beside it. A wish of which nothing was sent yet gives way to it. The errors are those of `ask`.
    """
    at = declared_at or now
    reading = partial(read_order, order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=at)
    order = await reading(for_update=True)  # no parcel of it moves before this ends
    left = {line.id: line.eligibility.left for line in order.lines}
    overtaken = await overtake(order_id, chosen, left, settings=settings, now=now)
    parts = _split(await reading(), chosen)
    if not parts:
        raise NothingLeftError
    made: list[Requested] = []
    for way, pieces, lost in parts:
        wish = Wish(order_id=order_id, pieces=tuple(Piece(*each) for each in pieces.items()), way=way, lost=lost)
        made.append(
            await make(
                wish,
                customer_ids=customer_ids,
                chat_id=chat_id,
                locale=locale,
                policy=policy,
                settings=settings,
                now=now,
                declared_at=declared_at,
                along=_sum(made) if made else None,
            )
        )
        if len(parts) > 1:
            await Return.filter(id=made[0].id).update(declared_with=made[0].id)
    if len(made) > 1:  # the staff were told of it before the other was there
        await refresh_desk(made[0].id, settings=settings, now=now)
    await end_declaration(chat_id, order_id, settings=settings, now=now)
    await announce_new(made[0].id, settings=settings, now=now)
    await tell_overtaken(made[-1].id, overtaken, settings=settings, now=now)
    return replace(made[0], beside=tuple(made[1:]))


def _sum(made: Sequence[Requested]) -> Requested:
    """The first, bringing what all of them do."""
    return replace(made[0], estimate=together((each.estimate for each in made), made[0].estimate.currency))


def excluded_because(shut: Shut) -> Excluded | None:
    """The reason of the law, where it is one."""
    return shut.excluded if shut.why is Closed.EXCLUDED else None


def _within(line: LineBack, chosen: Mapping[int, int] | None) -> int:
    left = line.eligibility.most(Way.WITHDRAWAL)
    return left if chosen is None else max(0, min(chosen.get(line.id, 0), left))


def _shut(line: LineBack) -> Shut | None:
    return next((each for each in line.eligibility.shut if each.way is Way.WITHDRAWAL), None)


def _split(order: OrderBack, wanted: Mapping[int, int]) -> list[tuple[Way, dict[int, int], bool]]:
    """What is cancelled, what is lost and what comes back; of a line of which only some were chosen, those that are
    easier."""
    rest = dict(wanted)
    found = []
    unshipped = {line.id: line.eligibility.unshipped for line in order.lines}
    lost = {line.id: line.eligibility.lost for line in order.lines}
    for way, most, is_lost in ((Way.CANCEL, unshipped, False), (Way.WITHDRAWAL, lost, True)):
        taken = {line_id: min(pieces, most.get(line_id, 0)) for line_id, pieces in rest.items()}
        rest = {line_id: pieces - taken[line_id] for line_id, pieces in rest.items()}
        found.append((way, taken, is_lost))
    found.append((Way.WITHDRAWAL, rest, False))
    told = [(way, {line_id: count for line_id, count in pieces.items() if count}, lost) for way, pieces, lost in found]
    return [each for each in told if each[1]]


def _parts(order: OrderBack, wanted: Mapping[int, int], held: Mapping[int, int]) -> list[Part]:
    """What each brings, one after the other: so the delivery comes back once, and no cent twice.

    `held` are pieces by line of wishes that go on beside it.
    """
    found: list[Part] = []
    for way, pieces, lost in _split(order, wanted):
        before = Counter(order.before) + Counter(held)
        for part in found:
            before.update(part.pieces)
        paid = sum((part.estimate.total for part in found), NOTHING)
        bill = replace(order.bill, refunded=order.bill.refunded + paid)
        fee = NOTHING if lost else order.terms.fee_of(way, order.country)
        money = estimate(bill, pieces, way=way, before=before, fee=fee, excluded=order.excluded)
        found.append(Part(way, pieces, money, lost))
    return found
