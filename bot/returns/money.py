"""What sending something back brings and costs, to the cent: shares of what was really paid, never more; pure.

Source: § 357 BGB (all payments, the standard delivery among them when the whole contract is withdrawn from; the way
back is the customer's cost only where the shop has said so); rules.md 3.6.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from bot.returns.difference import Difference, difference
from bot.returns.paths import DECLARED, Way
from bot.returns.promises import Claim, Pot, share_out

NOTHING = Decimal()
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
    unit_price: Decimal = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What an order cost: `total` as it was paid, `shipping` its standard delivery, `refunded` what went back since.

    `shipping_is_back`: an earlier return has brought the delivery, too; `shipping_repaid` of it the shop has paid back
    by itself. `is_known`: the shop tells a price of anything.
    `asked` is what the shop asks for by now, None: the total; `taken_off` it has taken off that for what went back,
    without paying it back. `paid` is what has come in, None: all that is asked for; `owed` is what has not. `promised`
    is what returns before this one are to bring, in money or off the bill (promises.py).
    """

    lines: tuple[PaidLine, ...]
    total: Decimal
    currency: str
    shipping: Decimal = NOTHING
    refunded: Decimal = NOTHING
    shipping_is_back: bool = False
    shipping_repaid: Decimal = NOTHING
    is_known: bool = True
    paid: Decimal | None = None
    asked: Decimal | None = None
    taken_off: Decimal = NOTHING
    owed: Decimal = NOTHING
    promised: Decimal = NOTHING

    @property
    def worth(self) -> Decimal:
        """What of all that was bought, paid or not, has not gone back yet."""
        return max(self._asked, self.came) - self.refunded

    @property
    def is_unpaid(self) -> bool:
        """Whether nothing has come in, though something costs."""
        return self.paid is not None and self.paid <= 0 and (self.total > 0 or not self.is_known)

    @property
    def left(self) -> Decimal:
        """What can still go back: of what has come in, what has not gone back yet."""
        return max(self.came - self.refunded, NOTHING)

    @property
    def came(self) -> Decimal:
        """What has come in: more than the total where something was taken out of the order since."""
        return self._asked if self.paid is None else self.paid

    @property
    def over(self) -> Decimal:
        """What came in beyond what is asked for by now."""
        return max(self.came - self._asked, NOTHING)

    @property
    def _asked(self) -> Decimal:
        return self.total if self.asked is None else self.asked


@dataclass(frozen=True, slots=True)
class Estimate:
    """What goes back: `goods` + `shipping` - `fee` - `cut` - `off_bill` = `total`, all at least nothing.

    `cut` went back before or is promised to others; `off_bill` was never paid, so that only the open bill becomes
    smaller; `instead` is what others cost.
    """

    goods: Decimal
    shipping: Decimal
    fee: Decimal
    currency: str
    instead: Decimal | None = None
    pays_difference: bool = False
    off_bill: Decimal = NOTHING
    cut: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """In money."""
        return self.worth - self.off_bill

    @property
    def worth(self) -> Decimal:
        """In money and off the bill."""
        return self.goods + self.shipping - self.fee - self.cut

    @property
    def difference(self) -> Difference | None:
        """What an exchange leaves; None without one."""
        pays = self.pays_difference
        return None if self.instead is None else difference(self.worth, self.instead, self.fee, pays_difference=pays)


def estimate(
    bill: Bill,
    wanted: Mapping[int, int],
    *,
    way: Way,
    before: Mapping[int, int] | None = None,
    undone: Mapping[int, int] | None = None,
    fee: Decimal = NOTHING,
    excluded: Collection[int] = (),
    brought: Decimal | None = None,
) -> Estimate:
    """What sending back `wanted` (pieces by line) brings, after the pieces that went `before`.

    A discount on the order is shared out by value. Over all returns of an order the cents add up to what was paid for
    the goods: where `brought` tells what those `before` bring, what their rounding took or left is made up for. Whoever
    has by now withdrawn from everything (`undone` are pieces withdrawn from before, all of `before`
    unless told) gets the delivery back, too, see `is_whole`. What was not paid goes off the bill (promises.py).
    """
    before = before or {}
    paid = shares(bill)
    goods = sum((_piece_share(paid[line.line_id], line, wanted, before) for line in bill.lines), NOTHING)
    goods += _made_up(bill, paid, before, brought) if goods else NOTHING
    gone = Counter(before if undone is None else undone) + Counter(wanted)
    whole = way in DECLARED and not bill.shipping_is_back and is_whole(bill.lines, gone, excluded)
    shipping = round_money(bill.shipping - bill.shipping_repaid, bill.currency) if whole else NOTHING
    most = max(bill.worth, NOTHING)
    goods = min(goods, most)
    shipping = min(shipping, most - goods)
    charged = NOTHING if way in {Way.CANCEL, Way.WARRANTY} else min(round_money(fee, bill.currency), goods + shipping)
    brings = goods + shipping - charged
    share = share_out(Pot(worth=bill.worth - bill.promised, owed=bill.owed), [Claim(id=0, left=brings)])[0][0]
    cut = brings - share.worth
    return Estimate(goods, shipping, charged, bill.currency, off_bill=share.off_bill, cut=cut)


def is_whole(lines: Sequence[PaidLine], undone: Mapping[int, int], excluded: Collection[int] = ()) -> bool:
    """Whether the withdrawal of these pieces is one from the whole contract, so that the delivery goes back.

    Lines `excluded`, from which the law lets nobody withdraw (§ 312g (2) BGB: made to measure, perishable, a download
    that was provided), take nothing from that: § 357 (1) and (2) BGB and Art. 13 (1) Directive 2011/83/EU give all
    payments back, delivery among them, and name no exception for what stays. They add nothing either: a download by
    itself gives no delivery back of goods that are kept.
    """
    can_go = [line for line in lines if line.line_id not in excluded] or lines
    return bool(can_go) and all(undone.get(line.line_id, 0) >= line.quantity for line in can_go)


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


def _piece_share(paid: Decimal, line: PaidLine, wanted: Mapping[int, int], before: Mapping[int, int]) -> Decimal:
    """The share of the pieces from `before` on: cumulated, so that the cents of all pieces are those of the line."""
    first = min(before.get(line.line_id, 0), line.quantity)
    last = min(first + wanted.get(line.line_id, 0), line.quantity)
    return _up_to(paid, last, line.quantity) - _up_to(paid, first, line.quantity)


def _made_up(bill: Bill, paid: Mapping[int, Decimal], before: Mapping[int, int], brought: Decimal | None) -> Decimal:
    """What those before have had less than their share, or more: no more than rounding makes, a coin a piece.

    Of three pieces for 10.00 the first brings 3.33 and the second 3.34. Where the second goes first and that return
    stays when the other is taken back, the other two bring 6.66 and not 6.67.
    """
    if brought is None:
        return NOTHING
    share = sum(
        (
            _up_to(paid[line.line_id], min(before.get(line.line_id, 0), line.quantity), line.quantity)
            for line in bill.lines
        ),
        NOTHING,
    )
    off = share - brought
    coin = Decimal(1).scaleb(-places_of(bill.currency))
    return off if abs(off) <= coin * sum(before.values()) else NOTHING


def _up_to(paid: Decimal, pieces: int, quantity: int) -> Decimal:
    return (paid * pieces / quantity).quantize(paid, ROUND_HALF_EVEN) if quantity else NOTHING
