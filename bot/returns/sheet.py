"""One return as a value that no later change can move: what it brings, what is left of that, and what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.i18n import Money
from bot.returns.label import Label
from bot.returns.machine import AFTER_ALL, CANCELLABLE, OVER, Status, Step, next_step
from bot.returns.money import NOTHING, CheckedPiece, Estimate, due
from bot.returns.paths import DECLARED, Way
from bot.returns.pieces import PieceBack, price_of_others
from bot.returns.windows import money_due_on


@dataclass(frozen=True, slots=True)
class Beside:
    """Another return: in the same parcel, of another order, or of the same declaration."""

    id: int
    number: str
    order_number: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSheet:
    """One return; `total` is what it brings by the estimate, `due` after the check, `paid` what went back already.

    `send_by` is the last day for the parcel; `unpaid`: it was declared before there was money. `finding` is
    what the check found, `loss` what that takes off; `revision` is what a button has to name. `also` is the rest of a
    declaration of which some is cancelled and some comes back, `overtaken_by` the withdrawal that took its place;
    `is_part`: something of the order is not in it. `follows` is the number of the return by which these goods were
    given, `followed_by` are those of what it has given itself.
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
    unpaid: bool
    created_at: datetime
    declared_at: datetime | None
    lost: bool = False
    late_at: datetime | None = None
    follows: str | None = None
    followed_by: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()
    also: tuple[Beside, ...] = ()
    is_part: bool = False
    overtaken_by: str | None = None

    @property
    def total(self) -> Money:
        return Money(self.goods.amount + self.shipping.amount - self.fee.amount, self.goods.currency)

    @property
    def due(self) -> Money:
        """What the accepted pieces bring in all; everything, as long as nobody has checked them."""
        return self._due(self.shipping.amount, self.fee.amount, self.loss.amount)

    @property
    def worth(self) -> Money:
        """What was paid for the accepted pieces alone; no wear takes off more."""
        return self._due(NOTHING, NOTHING, NOTHING)

    @property
    def left(self) -> Money:
        """What of that has not been given yet, in money or in goods."""
        given = self.given.amount if self.given else NOTHING
        return Money(max(self.due.amount - given, NOTHING), self.goods.currency)

    @property
    def given_as(self) -> Status | None:
        """How it ends when everything due was given before the goods came; None while something is left to give."""
        if self.given is None or self.left.amount:
            return None
        return Status.REFUNDED if self.given == self.paid else Status.EXCHANGED

    @property
    def instead(self) -> Money | None:
        """What the other articles of an exchange cost by now; None where none is wanted, or the shop tells no price."""
        price = price_of_others(self.pieces, self.goods.currency) if self.outcome == "exchange" else None
        return None if price is None else Money(price, self.goods.currency)

    @property
    def is_accepted(self) -> bool:
        """Whether the check took any of it, or nobody has checked yet."""
        return any(piece.accepted is None or piece.accepted for piece in self.pieces)

    @property
    def needs_no_goods(self) -> bool:
        """Whether it can be settled as it is: nothing has left the shop, or the customer keeps it."""
        return self.keeps or self.way is Way.CANCEL

    @property
    def outstanding(self) -> dict[int, int]:
        """Pieces by line that were to come and had not when it was settled; none as long as it is not."""
        pieces = self.pieces if self.status in AFTER_ALL and not self.needs_no_goods else ()
        return {piece.line_id: left for piece in pieces if (left := piece.quantity - piece.received) > 0}

    @property
    def is_declared(self) -> bool:
        return self.way in DECLARED

    @property
    def is_open(self) -> bool:
        return self.status not in OVER

    @property
    def may_be_cancelled(self) -> bool:
        """While nothing has left, neither goods nor money nor another article for it."""
        return self.status in CANCELLABLE and self.given is None

    @property
    def step(self) -> Step | None:
        return next_step(self.status, sends_itself=self.sends_itself, keeps=self.needs_no_goods)

    def money_due_on(self, tz: ZoneInfo) -> date | None:
        """The last day for the money after a withdrawal; None where no law names one, or nothing was paid."""
        return None if self.unpaid else money_due_on(self.declared_at, tz, rest_at=self.late_at)

    def _due(self, shipping: Decimal, fee: Decimal, loss: Decimal) -> Money:
        pieces = [CheckedPiece(piece.quantity, piece.unit_price, piece.accepted) for piece in self.pieces]
        currency = self.goods.currency
        return Money(due(Estimate(self.goods.amount, shipping, fee, currency), pieces, loss=loss), currency)
