"""What somebody wants to send back and what they want for it: whether that may be, and what it brings and costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from bot.errors import CustomerError, NotFoundError
from bot.returns.line import LineBack
from bot.returns.money import NOTHING, Estimate, estimate
from bot.returns.paths import Open, Way
from bot.returns.photos import Photo
from bot.returns.reading import OrderBack
from bot.returns.sending_back import worth_of
from bot.returns.swaps import Swap
from bot.returns.wanted import Agreed, Wanted, agree, check_again


class NothingLeftError(CustomerError):
    """Somebody else of the household was faster, or it is in another return."""

    key = "return-nothing-left"


class WayClosedError(CustomerError):
    """That way was open when the screen was drawn, and is not any more."""

    key = "return-way-closed"


@dataclass(frozen=True, slots=True)
class Piece:
    """So many of a line, and why they go back; `exchange_sku` is what is wanted instead, and `exchange_price` what a
    piece of that cost when they read it."""

    line_id: int
    quantity: int
    reason: str | None = None
    exchange_sku: str | None = None
    exchange_price: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to send back, by which way and for what; `follows` is the return that has given it;
    `lost`: it never came, so that nothing of it comes back."""

    order_id: int
    pieces: tuple[Piece, ...]
    way: Way
    outcome: str = "refund"
    note: str | None = None
    photos: tuple[Photo, ...] = ()
    follows: int | None = None
    lost: bool = False

    @property
    def wanted(self) -> Mapping[int, int]:
        return {piece.line_id: piece.quantity for piece in self.pieces}


def ways_of_wish(wish: Wish, order: OrderBack) -> list[Open]:
    """The ways that the wish takes, one a piece; an error where one is closed or fewer are left."""
    lines = {line.id: line for line in order.lines}
    if not wish.pieces or len(wish.wanted) < len(wish.pieces):
        raise NothingLeftError
    return [_way_of(piece, lines.get(piece.line_id), wish) for piece in wish.pieces]


async def agree_on(wish: Wish, order: OrderBack) -> Agreed:
    """What other articles cost; the errors are those of `wanted`. To be had is also looked for the same again."""
    own = {line.id: line.sku for line in order.lines}
    if wish.outcome == "replacement":
        await check_again((own.get(piece.line_id), piece.quantity) for piece in wish.pieces)
    if wish.outcome != "exchange":
        return Agreed()
    wanted = [
        Wanted(own.get(each.line_id), each.exchange_sku, each.quantity, each.exchange_price) for each in wish.pieces
    ]
    return await agree(wanted, worth=worth_of(order.bill, wish.wanted), policy=order.terms)


def money_of(wish: Wish, order: OrderBack, agreed: Agreed, *, borne: Decimal = NOTHING) -> Estimate:
    """What it brings and costs: `borne` of the way back by others in the parcel."""
    fee = NOTHING if wish.lost else max(order.terms.fee_of(wish.way, order.country) - borne, NOTHING)
    sofar: dict[str, Any] = {"before": order.before, "undone": order.undone, "excluded": order.excluded}
    sofar["brought"] = order.brought
    money = estimate(order.bill, wish.wanted, way=wish.way, fee=fee, **sofar)
    instead = agreed.instead(((piece.exchange_sku, piece.quantity) for piece in wish.pieces), money.goods)
    return replace(money, instead=instead, pays_difference=instead is not None and order.terms.pays_difference)


def money_with(swap: Swap, wish: Wish, order: OrderBack) -> Estimate:
    """The same if this article were chosen for each piece."""
    sku = swap.product.sku
    pieces = tuple(replace(piece, exchange_sku=sku) for piece in wish.pieces)
    agreed = Agreed({sku: swap.price.amount}, swap.is_even)
    return money_of(replace(wish, outcome="exchange", pieces=pieces), order, agreed)


def _way_of(piece: Piece, line: LineBack | None, wish: Wish) -> Open:
    if line is None:
        raise NotFoundError
    if not 1 <= piece.quantity <= line.eligibility.left:
        raise NothingLeftError
    found = line.eligibility.find(wish.way)
    most = line.eligibility.lost if wish.lost else line.eligibility.most(wish.way)
    if found is None or piece.quantity > most:
        raise WayClosedError
    return found
