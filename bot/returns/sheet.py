"""One return as a value that no later change can move: what it brings, what is left of that, and what comes next."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.i18n import Money
from bot.returns.beside import Beside
from bot.returns.checked import CheckedPiece, due
from bot.returns.difference import Difference, difference
from bot.returns.label import Label
from bot.returns.machine import AFTER_ALL, CANCELLABLE, OVER, SETTLED, Status, Step, next_step
from bot.returns.money import NOTHING, Estimate
from bot.returns.paths import DECLARED, Way
from bot.returns.pieces import PieceBack, price_of_others
from bot.returns.promises import Share
from bot.returns.right import Right
from bot.returns.whereabouts import NOWHERE_ELSE, Whereabouts
from bot.returns.windows import money_due_on

# Nobody waits for more of it.
COUNTED = frozenset({Status.RECEIVED, Status.INSPECTED, *AFTER_ALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSheet:
    """One return; `total` is what it brings in money by the estimate, `due` what it is worth after the check, `paid`
    what went back already, with what went for a wish that it takes the place of; so are `given` and `topped`.

    `send_by` is the last day for the parcel. `finding` is what the check found, `loss` what that takes off, `late_why`
    what the staff said of the last pieces that came after it; `revision` is what a button has to name. `also` is the
    rest of the same declaration, `overtaken_by` the withdrawal that took its place; `is_part`: something of the order
    is not in it. `follows` is the number of the return by which these goods were given, `followed_by` are those of what
    it has given itself. `waived` is what the shop let them off the fee, `topped` what they have paid on top; an
    exchange that `is_even` counts for what was paid. `tracking` is the number of the parcel with what was given
    (`is_sold_out`: it is not there now), `label_number` that of the label, `away` are pieces of a withdrawal that the
    customer has not got to send.
    """

    id: int
    number: str
    way: Way
    status: Status
    outcome: str
    order_id: int
    order_number: str
    customer_id: int
    pieces: tuple[PieceBack, ...]
    goods: Money
    shipping: Money
    fee: Money
    paid: Money | None
    given: Money | None
    why: str | None
    note: str | None
    revision: int
    sends_itself: bool
    keeps: bool
    loss: Money
    finding: str | None
    photo_asked_at: datetime | None
    label: Label | None
    photos: int
    send_by: date | None
    created_at: datetime
    declared_at: datetime | None
    lost: bool = False
    lost_at: datetime | None = None
    late_at: datetime | None = None
    late_why: str | None = None
    follows: str | None = None
    followed_by: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()
    also: tuple[Beside, ...] = ()
    is_part: bool = False
    overtaken_by: str | None = None
    waived: Money | None = None
    topped: Money | None = None
    is_even: bool = False
    pays_difference: bool = False
    away: Whereabouts = NOWHERE_ELSE
    right: Right | None = None
    tracking: str | None = None
    is_sold_out: bool = False
    label_number: str | None = None
    share: Share | None = None
    unpaid: bool = False
    is_reserved: bool = False
    is_credit: bool = False
    came_at: datetime | None = None

    @property
    def total(self) -> Money:
        missing = self.left.amount - self.payable.amount
        return Money(self.goods.amount + self.shipping.amount - self.fee.amount - missing, self.goods.currency)

    @property
    def due(self) -> Money:
        """What the accepted pieces bring in all; everything, as long as nobody has checked them."""
        return self._due(self.shipping.amount, self.fee.amount, self.loss.amount)

    @property
    def back(self) -> Money:
        """The same with what they have paid on top, which goes back where no other article is given."""
        return Money(self.due.amount + (self.topped.amount if self.topped else NOTHING), self.goods.currency)

    @property
    def worth(self) -> Money:
        """What was paid for the accepted pieces alone; no wear takes off more."""
        return self._due(NOTHING, NOTHING, NOTHING)

    @property
    def left(self) -> Money:
        """What of that, and of what they have paid on top, has not been given yet, in money or in goods."""
        return Money(max(self._rest, NOTHING), self.goods.currency)

    @property
    def payable(self) -> Money:
        """What of that can be paid now: of what has come in, beside what others of the order may have (promises.py)."""
        return self.left if self.share is None else Money(self.share.money, self.goods.currency)

    @property
    def off_bill(self) -> Money:
        """What of that was never paid, so that only the open bill becomes smaller."""
        return Money(NOTHING if self.share is None else self.share.off_bill, self.goods.currency)

    @property
    def promised(self) -> Money:
        """What they get in money, together with what has gone already."""
        given = self.given.amount if self.given else NOTHING
        return Money(min(self.back.amount, given + self.payable.amount), self.goods.currency)

    @property
    def given_as(self) -> Status | None:
        """How it ends when everything due was given before the goods came; None while something is left to give."""
        if self.given is None or self.payable.amount:
            return None
        return Status.REFUNDED if self.given == self.paid else Status.EXCHANGED

    @property
    def instead(self) -> Money | None:
        """What the other articles of an exchange cost; None where none is wanted, or the shop tells no price."""
        price = price_of_others(self.pieces, self.goods.currency) if self.outcome == "exchange" else None
        if price is not None and self.is_even:
            return self.worth
        return None if price is None else Money(price, self.goods.currency)

    @property
    def difference(self) -> Difference | None:
        """What the exchange leaves, of the accepted pieces once they are checked; None without one."""
        if self.instead is None:
            return None
        pays = self.pays_difference
        return difference(self.due.amount, self.instead.amount, self.fee.amount, pays_difference=pays)

    @property
    def has_article(self) -> bool:
        """Whether another article, or the same again, has gone out for it."""
        return self.given != self.paid

    @property
    def is_topped(self) -> bool:
        """Whether the customer has paid on top."""
        return self.back.amount > self.due.amount

    @property
    def owes(self) -> Money | None:
        """What the customer has to pay yet before the other article leaves."""
        if self.instead is None or not self.pays_difference or self.has_article or self.status in SETTLED | OVER:
            return None
        missing = self.instead.amount - self._rest
        return Money(missing, self.goods.currency) if missing > 0 else None

    @property
    def is_checked(self) -> bool:
        """Whether nobody has to look at goods any more before it is settled."""
        return self.status is Status.INSPECTED or (self.status is Status.APPROVED and self.needs_no_goods)

    @property
    def is_accepted(self) -> bool:
        """Whether the check took any of it, or nobody has checked yet."""
        return any(piece.accepted is None or piece.accepted for piece in self.pieces)

    @property
    def needs_no_goods(self) -> bool:
        """Whether it can be settled as it is: nothing has left the shop, or the customer keeps it."""
        return self.keeps or self.way is Way.CANCEL

    @property
    def is_away(self) -> bool:
        """Whether nothing of what is to come back is with the customer: it is still on its way, or comes by itself."""
        return 0 < self.away.coming + self.away.back == sum(piece.quantity for piece in self.pieces)

    @property
    def outstanding(self) -> dict[int, int]:
        """Pieces by line that were to come and had not when it was settled; none as long as it is not."""
        pieces = self.pieces if self.status in AFTER_ALL and not self.needs_no_goods else ()
        return {piece.line_id: left for piece in pieces if (left := piece.quantity - piece.received) > 0}

    @property
    def missing(self) -> dict[int, int]:
        """Pieces by line that were not with what has come, once nobody waits for them and somebody has counted."""
        is_counted = self.status in COUNTED and any(piece.received for piece in self.pieces)
        pieces = self.pieces if is_counted and not self.needs_no_goods else ()
        return {piece.line_id: left for piece in pieces if (left := piece.quantity - piece.received) > 0}

    @property
    def brought(self) -> Money:
        """What can be paid for what has come, as long as the rest is awaited; all that is payable otherwise."""
        if self.status is not Status.PARTIALLY_RECEIVED:
            return self.payable
        came = tuple(replace(piece, accepted=piece.received) for piece in self.pieces)
        here = replace(self, pieces=came, status=Status.INSPECTED).left
        return Money(min(here.amount, self.payable.amount), here.currency)

    @property
    def is_declared(self) -> bool:
        return self.way in DECLARED

    @property
    def is_open(self) -> bool:
        return self.status not in OVER

    @property
    def may_be_cancelled(self) -> bool:
        """While nothing has left, neither goods nor money, whoever paid it, nor another article for it."""
        return self.status in CANCELLABLE and self.given is None and not self.is_topped

    @property
    def step(self) -> Step | None:
        """What comes next; where the goods are away, a carrier has them first."""
        if self.is_away:
            return Step.CARRIER_BRINGS
        if self.owes and self.is_checked:
            return Step.CUSTOMER_PAYS
        return next_step(self.status, sends_itself=self.sends_itself, keeps=self.needs_no_goods)

    def money_due_on(self, tz: ZoneInfo) -> date | None:
        """The last day for the money after a withdrawal; None where no law names one, or nothing was paid."""
        return None if self.unpaid else money_due_on(self.declared_at, tz, rest_at=self.late_at)

    @property
    def _rest(self) -> Decimal:
        return self.back.amount - (self.given.amount if self.given else NOTHING)

    def _due(self, shipping: Decimal, fee: Decimal, loss: Decimal) -> Money:
        pieces = [CheckedPiece(piece.quantity, piece.unit_price, piece.accepted) for piece in self.pieces]
        currency = self.goods.currency
        return Money(due(Estimate(self.goods.amount, shipping, fee, currency), pieces, loss=loss), currency)
