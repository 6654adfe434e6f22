"""What sending something back brings and costs, to the cent: shares of what was really paid, never more; pure.

Source: § 357 BGB (all payments, the standard delivery among them when the whole contract is withdrawn from; the way
back is the customer's cost only where the shop has said so); rules.md 3.6.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import combinations

from bot.returns.paths import Way

NOTHING = Decimal()
SKEW = timedelta(minutes=10)
# Of one payment; more would be a coincidence.
MOST_PARTS = 8
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
# Currencies whose smallest coin is not a hundredth (ISO 4217).
WHOLE = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF"}
)
THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})


@dataclass(frozen=True, slots=True)
class PaidLine:
    """An item as it was bought; `unit_price` before any discount on the whole order."""

    line_id: int
    quantity: int
    unit_price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What an order cost: `total` as it was paid, `shipping` its standard delivery, `refunded` what went back since.

    `shipping_is_back`: an earlier return has brought the delivery, too. `is_known`: the shop tells a price of anything.
    `paid` is what has come in, None where that is the total.
    """

    lines: tuple[PaidLine, ...]
    total: Decimal
    currency: str
    shipping: Decimal = NOTHING
    refunded: Decimal = NOTHING
    shipping_is_back: bool = False
    is_known: bool = True
    paid: Decimal | None = None

    @property
    def left(self) -> Decimal:
        """What can still go back: of what has come in, what has not gone back yet."""
        return max(self.came - self.refunded, NOTHING)

    @property
    def came(self) -> Decimal:
        """What has come in."""
        return self.total if self.paid is None else min(self.total, self.paid)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What goes back: `goods` + `shipping` - `fee` = `total`, all at least nothing."""

    goods: Decimal
    shipping: Decimal
    fee: Decimal
    currency: str

    @property
    def total(self) -> Decimal:
        return self.goods + self.shipping - self.fee


def estimate(
    bill: Bill,
    wanted: Mapping[int, int],
    *,
    way: Way,
    before: Mapping[int, int] | None = None,
    fee: Decimal = NOTHING,
    excluded: Collection[int] = (),
) -> Estimate:
    """What sending back `wanted` (pieces by line) brings, after the pieces that went `before`.

    A discount on the order is shared out by value. Over all returns of an order the cents add up to what was paid for
    the goods. Whoever has withdrawn from everything gets the delivery back, too; what can never be withdrawn
    from (lines `excluded`: a download beside the mug) takes nothing from that. Before anything was paid it is what it
    would bring.
    """
    before = before or {}
    paid = shares(bill)
    goods = sum((_piece_share(paid[line.line_id], line, wanted, before) for line in bill.lines), NOTHING)
    sent = [line for line in bill.lines if line.line_id not in excluded]
    whole = all(before.get(line.line_id, 0) + wanted.get(line.line_id, 0) >= line.quantity for line in sent)
    whole = whole and way in {Way.WITHDRAWAL, Way.CANCEL} and not bill.shipping_is_back
    shipping = round_money(bill.shipping, bill.currency) if whole else NOTHING
    left = bill.left if bill.paid else max(bill.total - bill.refunded, NOTHING)
    goods = min(goods, left)
    shipping = min(shipping, left - goods)
    charged = NOTHING if way in {Way.CANCEL, Way.WARRANTY} else min(round_money(fee, bill.currency), goods + shipping)
    return Estimate(goods, shipping, charged, bill.currency)


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


@dataclass(frozen=True, slots=True)
class Paid:
    """Money that went back, and when; None: nobody told."""

    amount: Decimal
    at: datetime | None


def unreported(ours: Sequence[Paid], refunds: Sequence[Paid]) -> Decimal:
    """What of our payments the shop's own refunds do not show yet."""
    return sum((paid.amount for paid in unmatched(ours, refunds)), NOTHING)


def unmatched(ours: Sequence[Paid], refunds: Sequence[Paid]) -> list[Paid]:
    """Our payments without refunds of the shop's that carry them out: one of the same amount, or a few that come to it
    (a part to a gift card, a part to a card), and not before them.

    One that is older, or of another amount, is money of its own.
    """
    known = sorted(refunds, key=_moment)
    left = []
    for paid in sorted(ours, key=_moment):
        found = next((each for each in known if each.amount == paid.amount and _moment(each) >= _since(paid)), None)
        if found is None:
            left.append(paid)
        else:
            known.remove(found)
    return [paid for paid in left if not _take_parts(paid, known)]


def _take_parts(paid: Paid, known: list[Paid]) -> bool:
    """Take those out of `known` that come to this payment together; False, and none, where none do."""
    small = [each for each in known if 0 < each.amount < paid.amount and _moment(each) >= _since(paid)][:MOST_PARTS]
    for count in range(2, len(small) + 1):
        for parts in combinations(small, count):
            if sum((each.amount for each in parts), NOTHING) == paid.amount:
                for each in parts:
                    known.remove(each)
                return True
    return False


def _moment(paid: Paid) -> datetime:
    return paid.at or LATEST


def _since(paid: Paid) -> datetime:
    """Two clocks are never the same."""
    return paid.at - SKEW if paid.at else EARLIEST


def shares(bill: Bill) -> dict[int, Decimal]:
    """What was really paid for each line: the goods' part of the total, shared out by value without losing a cent.

    Where no line tells a price, a piece is worth as much as any other.
    """
    goods = max(bill.total - bill.shipping, NOTHING)
    is_priced = any(line.unit_price for line in bill.lines)
    values = [(line.unit_price if is_priced else 1) * line.quantity for line in bill.lines]
    worth = sum(values, NOTHING)
    found: dict[int, Decimal] = {}
    value_so_far, shared = NOTHING, NOTHING
    for line, value in zip(bill.lines, values, strict=True):
        value_so_far += value
        up_to_here = round_money(goods * value_so_far / worth, bill.currency) if worth else NOTHING
        found[line.line_id] = up_to_here - shared
        shared = up_to_here
    return found


def round_money(amount: Decimal, currency: str) -> Decimal:
    """To the currency's smallest coin."""
    return amount.quantize(Decimal(1).scaleb(-places_of(currency)), ROUND_HALF_EVEN)


def places_of(currency: str) -> int:
    """How many decimals the currency has."""
    return 0 if currency in WHOLE else 3 if currency in THOUSANDTHS else 2


def clawback(points: int, *, paid: Decimal, returned: Sequence[Decimal]) -> int:
    """How many of the points that an order earned go back by now for what was returned of it (LOY-03), in all.

    Pro rata of what was paid, rounded in the customer's favour; a whole return takes all.
    """
    gone = sum(returned, NOTHING)
    if paid <= 0 or gone <= 0:
        return 0
    return points if gone >= paid else int(points * gone / paid)


def _worth_share(pieces: Sequence[CheckedPiece]) -> Decimal:
    worth = sum((piece.unit_price * piece.quantity for piece in pieces), NOTHING)
    if worth:
        return sum((piece.unit_price * piece.counted for piece in pieces), NOTHING) / worth
    return Decimal(sum(piece.counted for piece in pieces)) / sum(piece.quantity for piece in pieces)


def _piece_share(paid: Decimal, line: PaidLine, wanted: Mapping[int, int], before: Mapping[int, int]) -> Decimal:
    """The share of the pieces from `before` on: cumulated, so that the cents of all pieces are those of the line."""
    first = min(before.get(line.line_id, 0), line.quantity)
    last = min(first + wanted.get(line.line_id, 0), line.quantity)
    return _up_to(paid, last, line.quantity) - _up_to(paid, first, line.quantity)


def _up_to(paid: Decimal, pieces: int, quantity: int) -> Decimal:
    return (paid * pieces / quantity).quantize(paid, ROUND_HALF_EVEN) if quantity else NOTHING
