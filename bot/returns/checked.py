"""What a return brings once it was checked: shares of what it was to bring; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.returns.money import NOTHING, Estimate, round_money


@dataclass(frozen=True, slots=True)
class CheckedPiece:
    """So many of an item that were to come back, and how many of them were accepted; None: nobody has checked yet."""

    quantity: int
    unit_price: Decimal
    accepted: int | None = None

    @property
    def counted(self) -> int:
        return self.quantity if self.accepted is None else min(self.accepted, self.quantity)


def due(estimated: Estimate, pieces: Sequence[CheckedPiece], *, loss: Decimal = NOTHING) -> Decimal:
    """What a return brings after its check: the accepted pieces' share of the goods, delivery, less fee and loss.

    Whoever has nothing accepted gets and bears nothing.
    """
    counted = sum(piece.counted for piece in pieces)
    if counted == 0:
        return NOTHING
    goods = estimated.goods
    if any(piece.counted < piece.quantity for piece in pieces):
        goods = round_money(goods * _worth_share(pieces), estimated.currency)
    return max(goods + estimated.shipping - estimated.fee - loss, NOTHING)


def share_of(goods: Decimal, pieces: Sequence[tuple[int, int, Decimal]], currency: str) -> Decimal:
    """What some of the pieces that bring `goods` do: (how many of how many, at which price) a line.

    Where no line tells a price, a piece is worth as much as any other.
    """
    is_priced = any(price for _, _, price in pieces)
    values = [(count, of, price if is_priced else Decimal(1)) for count, of, price in pieces]
    whole = sum((of * price for _, of, price in values), NOTHING)
    part = sum((count * price for count, _, price in values), NOTHING)
    return round_money(goods * part / whole, currency) if whole else NOTHING


def _worth_share(pieces: Sequence[CheckedPiece]) -> Decimal:
    worth = sum((piece.unit_price * piece.quantity for piece in pieces), NOTHING)
    if worth:
        return sum((piece.unit_price * piece.counted for piece in pieces), NOTHING) / worth
    return Decimal(sum(piece.counted for piece in pieces)) / sum(piece.quantity for piece in pieces)
