"""The withdrawal in two steps: what it takes with it and what it brings, then the declaration (§§ 355, 356a BGB)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.returns.arriving import note_stuck
from bot.returns.carried import NO_MONEY, Carried
from bot.returns.carrying_on import carry_on, put_together
from bot.returns.cases import refresh_desk
from bot.returns.contract import Contract, read_contract
from bot.returns.favours import GivesWay, give_way, kept_by
from bot.returns.first_words import declared_since
from bot.returns.line import LineBack
from bot.returns.looking import behind_others
from bot.returns.models import Return
from bot.returns.money import Estimate
from bot.returns.money_along import counted, dealt, with_money, without_money
from bot.returns.news import announce_new
from bot.returns.overtaking import list_favours, overtake, tell_overtaken
from bot.returns.parts import Choice, Chosen, Cut, Part, away_of, borne, choice_of, cut, heirs_of, price
from bot.returns.paths import Closed, Excluded, Shut, Way
from bot.returns.picked import pieces_in, wanted_of
from bot.returns.policy import Policy
from bot.returns.requested import Before, Requested, together
from bot.returns.requests import NothingLeftError, Piece, Wish, make
from bot.returns.whereabouts import NOWHERE_ELSE, Whereabouts
from bot.returns.written import end_declaration
from bot.shipping.events import retell_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What can be withdrawn from an order, and what of it was chosen (`chosen`: of what was bought, by line, `given`:
    of what was given for it), with the `parts` that makes.

    `until` is the last day, None while its time has not begun. `shut` are lines without this right, and why.
    `unpaid`: nothing was paid for the order yet. `overtakes` are wishes that it takes the place of, `leaves` are the
    numbers of those by which the customer keeps something yet. Of what was chosen,
    `away` is on its way to the customer, or back by itself; `postage` is who pays for what they send (policy.py).
    `money` went either way for these wishes, and counts for it.
    """

    order_id: int
    number: str
    lines: tuple[LineBack, ...]
    shut: tuple[tuple[LineBack, Shut], ...]
    chosen: Mapping[int, int]
    given: Mapping[int, Mapping[int, int]]
    parts: tuple[Part, ...]
    until: date | None
    until_provided: bool
    unpaid: bool
    is_reserved: bool
    currency: str
    overtakes: tuple[GivesWay, ...] = ()
    leaves: tuple[str, ...] = ()
    money: Carried = NO_MONEY
    away: Whereabouts = NOWHERE_ELSE
    postage: str = "free"

    @property
    def choice(self) -> Choice:
        return Choice(self.chosen, self.given)

    @property
    def is_any(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.chosen or self.given)

    @property
    def is_whole(self) -> bool:
        """Whether everything that can be withdrawn from was chosen."""
        return all(self.choice.of(line) == line.eligibility.most(Way.WITHDRAWAL) for line in self.lines)

    @property
    def unshipped(self) -> bool:
        """Whether all that was chosen is still in the shop, so that nothing has to be sent back."""
        return bool(self.parts) and all(part.way is Way.CANCEL for part in self.parts)

    @property
    def if_sealed(self) -> bool:
        """Whether a seal has to be whole: of what was chosen and has left the shop, or was given."""
        sent = {(part.follows, line_id) for part in self.parts if part.comes_back for line_id in part.pieces}
        lines = (line for line in self.lines if (line.follows, line.id) in sent)
        return any(found.if_sealed for line in lines if (found := line.eligibility.find(Way.WITHDRAWAL)))

    @property
    def lost(self) -> bool:
        """Whether nothing of what was chosen ever came, nor will."""
        return bool(self.parts) and all(part.lost for part in self.parts)

    @property
    def sent(self) -> bool:
        """Whether all that was chosen is on its way back, or here, already."""
        return bool(self.parts) and all(part.is_sent for part in self.parts)

    @property
    def is_away(self) -> bool:
        """Whether nothing of what comes back is with the customer."""
        back = [sum(part.pieces.values()) for part in self.parts if part.comes_back]
        return 0 < self.away.coming + self.away.back == sum(back)

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
    chosen: Chosen | None = None,
) -> Withdrawal:
    """The second step of a withdrawal. NotFoundError for foreign orders.

    Unless told what, everything is chosen but what the customer may keep beside it: that only who says so sends back.
    """
    contract = await read_contract(
        order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now, overtakes=True
    )
    bought = await behind_others(contract.bought, Way.WITHDRAWAL)
    lines, order = contract.withdrawable, contract.bought
    favours = await list_favours(order_id)
    wanted = wanted_of(lines, chosen, pieces_in(each for each in favours if each.keeps))
    held = pieces_in(favours)
    free = {
        goods: {line_id: max(left - held[goods][line_id], 0) for line_id, left in pieces.items()}
        for goods, pieces in contract.left.items()
    }
    overtakes = await with_money(give_way(favours, wanted, free), settings=settings, now=now)
    for each in overtakes:
        held[each.favour.follows].subtract(each.less)
    cuts = cut(contract, wanted, overtakes)
    parts = price(
        without_money(replace(contract, bought=bought), overtakes), cuts, held, kept=kept_by(favours, overtakes)
    )
    ends = {each.favour.number for each in overtakes if each.is_over}
    opened = [found for line in lines if (found := line.eligibility.find(Way.WITHDRAWAL))]
    return Withdrawal(
        order_id=order.id,
        number=order.number,
        lines=lines,
        shut=contract.shut,
        chosen=wanted[None],
        given={goods: pieces for goods, pieces in wanted.items() if goods is not None and pieces},
        parts=tuple(parts),
        money=sum(dealt(overtakes, parts), NO_MONEY),
        until=min((each.until for each in opened if each.until), default=None),
        until_provided=any(each.until_provided for each in opened),
        unpaid=order.is_unpaid,
        is_reserved=order.is_reserved,
        currency=order.bill.currency,
        away=away_of(contract, cuts),
        overtakes=tuple(overtakes),
        leaves=tuple(each.number for each in favours if each.keeps and each.number not in ends),
    )


@unit_of_work
async def withdraw(
    order_id: int,
    chosen: Chosen,
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
    own beside it. Wishes for these pieces give way to it, and it goes on where they stood. `declared_at`: when they
    wrote it; the first words that they wrote count. The errors are those of `ask`.
    """
    who: dict[str, Any] = {"customer_ids": customer_ids, "policy": policy, "settings": settings}
    declared_at = await declared_since(order_id, declared_at, chat_id=chat_id, **who)
    reading = partial(read_contract, order_id, now=declared_at or now, **who)
    contract = await reading(for_update=True)  # no parcel of it moves before this ends
    wanted = choice_of(chosen).pieces
    overtaken = await overtake(order_id, wanted, contract.left, settings=settings, now=now)
    contract = await reading()
    cuts = cut(contract, wanted, overtaken)
    if not cuts:
        raise NothingLeftError
    counts = await counted(contract, cuts, overtaken)
    made: list[Requested] = []
    declaring: Callable[..., Awaitable[Requested]] = partial(
        make, chat_id=chat_id, locale=locale, now=now, declared_at=declared_at, **who
    )
    for each in cuts:
        made.append(await declaring(_wish(order_id, each), along=_before(contract, cuts, made, counts)))
        if len(cuts) > 1:
            await Return.filter(id=made[0].id).update(declared_with=made[0].id)
    await put_together([one.id for each, one in zip(cuts, made, strict=True) if each.comes_back])
    heirs = [(made[place].id, given) for place, given in heirs_of(overtaken, cuts)]
    await carry_on(heirs, settings=settings, now=now)
    for one in made[:-1]:  # the staff were told of it before the others were there
        await refresh_desk(one.id, settings=settings, now=now)
    await end_declaration(chat_id, order_id, settings=settings, now=now)
    await retell_order(order_id, settings=settings, now=now)
    for one in made:
        await note_stuck(one.id, settings=settings, now=now)
    await announce_new(made[0].id, settings=settings, now=now)
    for return_id, given in heirs:
        await tell_overtaken(return_id, given, settings=settings, now=now)
    return replace(made[0], beside=tuple(made[1:]))


def excluded_because(shut: Shut) -> Excluded | None:
    """The reason of the law, where it is one."""
    return shut.excluded if shut.why is Closed.EXCLUDED else None


def _wish(order_id: int, each: Cut) -> Wish:
    pieces = tuple(Piece(*piece) for piece in each.pieces.items())
    return Wish(order_id=order_id, pieces=pieces, way=each.way, lost=each.lost, follows=each.follows)


def _before(contract: Contract, cuts: Sequence[Cut], made: Sequence[Requested], counts: Sequence[Carried]) -> Before:
    """What these have made by now, for the next of them."""
    each = cuts[len(made)]
    done = [(before, one.estimate) for before, one in zip(cuts, made, strict=False)]
    first = made[0].id if made else None
    return Before(first, borne(contract.goods[each.follows], each, done), counts[len(made)])
