"""The withdrawal in two steps: what it takes with it and what it brings, then the declaration (§§ 355, 356a BGB)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.returns.money import Estimate, estimate
from bot.returns.overtaking import overtake, tell_overtaken
from bot.returns.paths import Closed, Excluded, Shut, Way
from bot.returns.policy import Policy
from bot.returns.reading import LineBack, OrderBack, read_order
from bot.returns.requests import Piece, Requested, WayClosedError, Wish, ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What can be withdrawn from an order, and what of it was chosen: pieces by line.

    `until` is the last day, None while its time has not begun. `shut` are lines without this right, and why.
    `unshipped`: all that was chosen is still in the shop, so that nothing has to be sent back;
    `unpaid`: nothing was paid for the order yet.
    """

    order_id: int
    number: str
    lines: tuple[LineBack, ...]
    shut: tuple[tuple[LineBack, Shut], ...]
    chosen: Mapping[int, int]
    until: date | None
    if_sealed: bool
    until_provided: bool
    unshipped: bool
    unpaid: bool
    estimate: Estimate

    @property
    def is_whole(self) -> bool:
        """Whether everything that can be withdrawn from was chosen."""
        return all(self.chosen.get(line.id) == line.eligibility.left for line in self.lines)


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
    way = _way(lines, wanted)
    opened = [found for line in lines if (found := line.eligibility.find(Way.WITHDRAWAL))]
    return Withdrawal(
        order_id=order.id,
        number=order.number,
        lines=lines,
        shut=tuple((line, shut) for line in order.lines if (shut := _shut(line))),
        chosen=wanted,
        until=min((each.until for each in opened if each.until), default=None),
        if_sealed=any(each.if_sealed for each in opened),
        until_provided=any(each.until_provided for each in opened),
        unshipped=way is Way.CANCEL,
        unpaid=order.is_unpaid,
        estimate=_estimate(order, wanted, way),
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

    What has not left the shop is a cancellation; should a parcel leave in this very moment, it is a withdrawal all the
    same. A request that still waits for the staff gives way to it. The errors are those of `ask`.
    """
    overtaken = await _overtake(
        order_id, chosen, customer_ids=customer_ids, policy=policy, settings=settings, now=now, at=declared_at or now
    )
    seen = await read_withdrawal(
        order_id,
        customer_ids=customer_ids,
        policy=policy,
        settings=settings,
        now=declared_at or now,
        chosen=chosen,
    )
    wish = Wish(
        order_id=order_id,
        pieces=tuple(Piece(line_id, quantity) for line_id, quantity in chosen.items()),
        way=Way.CANCEL if seen.unshipped else Way.WITHDRAWAL,
    )
    declare = partial(
        ask,
        customer_ids=customer_ids,
        chat_id=chat_id,
        locale=locale,
        policy=policy,
        settings=settings,
        now=now,
        declared_at=declared_at,
    )
    try:
        made = await declare(wish)
    except WayClosedError:
        if wish.way is Way.WITHDRAWAL:
            raise
        made = await declare(replace(wish, way=Way.WITHDRAWAL))
    await tell_overtaken(made.id, overtaken, settings=settings, now=now)
    return made


def excluded_because(shut: Shut) -> Excluded | None:
    """The reason of the law, where it is one."""
    return shut.excluded if shut.why is Closed.EXCLUDED else None


async def _overtake(
    order_id: int,
    chosen: Mapping[int, int],
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    at: datetime,
) -> list[str]:
    order = await read_order(
        order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=at, for_update=True
    )
    left = {line.id: line.eligibility.left for line in order.lines}
    return await overtake(order_id, chosen, left, settings=settings, now=now)


def _within(line: LineBack, chosen: Mapping[int, int] | None) -> int:
    left = line.eligibility.left
    return left if chosen is None else max(0, min(chosen.get(line.id, 0), left))


def _way(lines: Sequence[LineBack], wanted: Mapping[int, int]) -> Way:
    taken = [line for line in lines if line.id in wanted]
    return Way.CANCEL if taken and all(line.eligibility.find(Way.CANCEL) for line in taken) else Way.WITHDRAWAL


def _shut(line: LineBack) -> Shut | None:
    return next((each for each in line.eligibility.shut if each.way is Way.WITHDRAWAL), None)


def _estimate(order: OrderBack, wanted: Mapping[int, int], way: Way) -> Estimate:
    fee = order.terms.fee_of(way, order.country)
    return estimate(order.bill, wanted, way=way, before=order.before, fee=fee, excluded=order.excluded)
