"""A return as its customer sees it: what goes back and why, where it stands, what it brings and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from bot.db import document
from bot.errors import NotFoundError
from bot.i18n import Money
from bot.returns.label import Label, read_label
from bot.returns.machine import CANCELLABLE, OVER, Status, Step, next_step
from bot.returns.money import NOTHING, CheckedPiece, Estimate, due
from bot.returns.paths import DECLARED, Way
from bot.returns.pieces import PieceBack, price_of_others, read_pieces
from bot.returns.windows import money_due_on
from bot.shop.rows import Row, amount, day, fetch, moment

MOST_LISTED = 20

SHEETS = """
SELECT r.id, r.number, r.way, r.status, r.outcome, r.order_id, r.customer_id, r.goods, r.shipping, r.fee, r.currency,
  r.why, r.note, r.revision, r.sends_itself, r.keeps, r.loss, r.finding, r.unpaid,
  r.photo_asked_at, r.label, r.label_expires_on, r.send_by, r.created_at, r.declared_at, r.closed_at, r.together,
  r.declared_with, EXISTS (
    SELECT 1 FROM shop_line l WHERE l.order_id = r.order_id AND l.quantity > l.refunded + coalesce((
    SELECT i.quantity FROM return_item i WHERE i.request_id = r.id AND i.line_id = l.id), 0)) AS is_part,
  (SELECT w.number FROM return_request w WHERE w.id = r.overtaken_by) AS overtaken_by,
  o.number AS order_number,
  (SELECT count(*) FROM return_photo p WHERE p.request_id = r.id) AS photos,
  (SELECT sum(p.amount) FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('refund', 'credit')) AS paid,
  (SELECT sum(p.amount) FROM return_payment p WHERE p.request_id = r.id) AS given
FROM return_request r JOIN shop_order o ON o.id = r.order_id """
OF_ORDER = SHEETS + "WHERE r.order_id = ? AND r.customer_id IN ? AND r.status <> 'draft' ORDER BY r.id DESC"
OF_CUSTOMERS = SHEETS + "WHERE r.customer_id IN ? AND r.status <> 'draft' ORDER BY r.id DESC LIMIT ?"
ONE = SHEETS + "WHERE r.id = ?"
BESIDE = """
SELECT r.id, r.together, r.declared_with, r.number, r.status, o.number AS order_number FROM return_request r
JOIN shop_order o ON o.id = r.order_id WHERE """
IN_PARCEL = BESIDE + "r.together IN ? ORDER BY r.id"
DECLARED_WITH = BESIDE + "r.declared_with IN ? ORDER BY r.id"
SEVERAL = SHEETS + "WHERE r.id IN ?"


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
    `is_part`: something of the order is not in it.
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
        return None if self.unpaid else money_due_on(self.declared_at, tz)

    def _due(self, shipping: Decimal, fee: Decimal, loss: Decimal) -> Money:
        pieces = [CheckedPiece(piece.quantity, piece.unit_price, piece.accepted) for piece in self.pieces]
        currency = self.goods.currency
        return Money(due(Estimate(self.goods.amount, shipping, fee, currency), pieces, loss=loss), currency)


async def read_sheet(return_id: int, *, customer_ids: Sequence[int] | None = None) -> ReturnSheet:
    """The return; NotFoundError when there is none, or when it is of none of these customers."""
    rows = await fetch(ONE, return_id)
    if not rows or (customer_ids is not None and rows[0]["customer_id"] not in customer_ids):
        raise NotFoundError
    return (await _sheets(rows))[0]


async def read_sheets(return_ids: Sequence[int]) -> dict[int, ReturnSheet]:
    """Those that there are, by id."""
    return {sheet.id: sheet for sheet in await _sheets(await fetch(SEVERAL, list(return_ids)))}


async def list_returns(customer_ids: Sequence[int]) -> list[ReturnSheet]:
    """Everything that these customers send or have sent back, newest first."""
    return await _sheets(await fetch(OF_CUSTOMERS, tuple(customer_ids), MOST_LISTED))


async def returns_of(order_id: int, *, customer_ids: Sequence[int]) -> list[ReturnSheet]:
    """What goes or went back of an order, newest first."""
    return await _sheets(await fetch(OF_ORDER, order_id, tuple(customer_ids)))


async def _sheets(rows: Sequence[Row]) -> list[ReturnSheet]:
    pieces = await read_pieces([row["id"] for row in rows])
    parcels, declarations = (sorted({row[by] for row in rows if row[by]}) for by in ("together", "declared_with"))
    beside = await fetch(IN_PARCEL, parcels) if parcels else []
    also = await fetch(DECLARED_WITH, declarations) if declarations else []
    return [_sheet(row, pieces[row["id"]], beside, also) for row in rows]


def _sheet(row: Row, pieces: tuple[PieceBack, ...], parcels: Sequence[Row], also: Sequence[Row]) -> ReturnSheet:
    currency, created_at = row["currency"], moment(row["created_at"])
    assert created_at is not None  # noqa: S101  # the column takes no NULL
    paid, given = amount(row["paid"]), amount(row["given"])
    return ReturnSheet(
        id=row["id"],
        number=row["number"],
        way=Way(row["way"]),
        status=Status(row["status"]),
        outcome=row["outcome"],
        order_id=row["order_id"],
        order_number=row["order_number"],
        customer_id=row["customer_id"],
        pieces=pieces,
        goods=_money(row["goods"], currency),
        shipping=_money(row["shipping"], currency),
        fee=_money(row["fee"], currency),
        paid=Money(paid, currency) if paid is not None else None,
        given=Money(given, currency) if given is not None else None,
        why=row["why"],
        note=row["note"],
        revision=row["revision"],
        sends_itself=bool(row["sends_itself"]),
        keeps=bool(row["keeps"]),
        loss=_money(row["loss"], currency),
        finding=row["finding"],
        photo_asked_at=moment(row["photo_asked_at"]),
        label=read_label(document(row["label"]), day(row["label_expires_on"])),
        photos=int(row["photos"]),
        send_by=day(row["send_by"]),
        unpaid=bool(row["unpaid"]),
        created_at=created_at,
        declared_at=moment(row["declared_at"]),
        beside=_others(row, parcels, by="together"),
        also=_others(row, also, by="declared_with"),
        is_part=bool(row["is_part"]),
        overtaken_by=row["overtaken_by"],
    )


def _others(row: Row, found: Sequence[Row], *, by: str) -> tuple[Beside, ...]:
    return tuple(
        Beside(each["id"], each["number"], each["order_number"], Status(each["status"]))
        for each in found
        if each[by] == row[by] and each["id"] != row["id"]
    )


def _money(value: Any, currency: str) -> Money:
    return Money(amount(value) or Decimal(), currency)
