"""A return as its customer sees it: what goes back and why, where it stands, what it brings and by when."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.db import document
from bot.errors import NotFoundError
from bot.i18n import Money
from bot.returns import shares
from bot.returns.away import away_of
from bot.returns.beside import Beside
from bot.returns.label import read_label
from bot.returns.machine import HOLDS_ITEMS, Status
from bot.returns.paths import Way
from bot.returns.pieces import PieceBack, read_pieces
from bot.returns.reading import OrderBack
from bot.returns.sheet import ReturnSheet
from bot.returns.whereabouts import NOWHERE_ELSE
from bot.shop.rows import Row, amount, day, fetch, moment

MOST_LISTED = 20

SHEETS = """
SELECT r.id, r.number, r.way, r.status, r.outcome, r.order_id, r.customer_id, r.goods, r.shipping, r.fee, r.currency,
  r.why, r.note, r.revision, r.sends_itself, r.keeps, r.loss, r.finding, r.came_at,
  r.waived, r.pays_difference, r.even, r.label_key, r.carried, r.carried_topped,
  r.photo_asked_at, r.label, r.label_expires_on, r.send_by, r.created_at, r.declared_at, r.closed_at, r.together,
  r.declared_with, EXISTS (
    SELECT 1 FROM shop_line l LEFT JOIN return_item i ON i.request_id = r.id AND i.line_id = l.id
    WHERE l.order_id = r.order_id
      AND l.quantity > l.refunded + CASE WHEN i.quantity > l.removed THEN i.quantity - l.removed ELSE 0 END) AS is_part,
  (SELECT w.number FROM return_request w WHERE w.id = r.overtaken_by) AS overtaken_by,
  r.lost, r.lost_at, r.late_at, o.number AS order_number,
  (SELECT s.why FROM return_step s WHERE s.request_id = r.id AND s.act = 'late' ORDER BY s.id DESC LIMIT 1) AS late_why,
  (SELECT b.number FROM return_request b WHERE b.id = r.follows) AS follows,
  (SELECT count(*) FROM return_photo p WHERE p.request_id = r.id) AS photos,
  (SELECT sum(p.amount) FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('refund', 'credit')) AS paid,
  (SELECT count(*) FROM return_payment p WHERE p.request_id = r.id AND p.kind = 'refund') AS refunds,
  (SELECT sum(p.amount) FROM return_payment p WHERE p.request_id = r.id) AS given,
  (SELECT max(p.tracking) FROM return_payment p WHERE p.request_id = r.id) AS tracking,
  (SELECT sum(s.amount) FROM return_surcharge s WHERE s.request_id = r.id) AS topped,
  (SELECT s.act FROM return_step s WHERE s.request_id = r.id AND s.act IN ('sold_out', 'stocked')
    ORDER BY s.id DESC LIMIT 1) AS stocked
FROM return_request r JOIN shop_order o ON o.id = r.order_id """
OF_ORDER = SHEETS + "WHERE r.order_id = ? AND r.customer_id IN ? AND r.status <> 'draft' ORDER BY r.id DESC"
OF_CUSTOMERS = SHEETS + "WHERE r.customer_id IN ? AND r.status <> 'draft' ORDER BY r.id DESC LIMIT ?"
ONE = SHEETS + "WHERE r.id = ?"
BESIDE = """
SELECT r.id, r.together, r.declared_with, r.number, r.status, o.number AS order_number,
  CASE WHEN r.status IN ('approved', 'label_sent') AND NOT r.keeps THEN r.send_by END AS send_by FROM return_request r
JOIN shop_order o ON o.id = r.order_id WHERE """
IN_PARCEL = BESIDE + "r.together IN ? ORDER BY r.id"
DECLARED_WITH = BESIDE + "r.declared_with IN ? ORDER BY r.id"
AFTER = "SELECT follows, number FROM return_request WHERE follows IN ? AND status <> 'draft' ORDER BY id"
SEVERAL = SHEETS + "WHERE r.id IN ?"


async def read_sheet(return_id: int, *, customer_ids: Sequence[int] | None = None) -> ReturnSheet:
    """The return; NotFoundError when there is none, or when it is of none of these customers."""
    rows = await fetch(ONE, return_id)
    if not rows or (customer_ids is not None and rows[0]["customer_id"] not in customer_ids):
        raise NotFoundError
    return (await _sheets(rows))[0]


async def behind_others(order: OrderBack, way: Way) -> OrderBack:
    """The order as it is for one more return of this way: what others were promised before is not there for it."""
    return await shares.behind_others(order, way, _read)


async def read_sheets(return_ids: Sequence[int]) -> dict[int, ReturnSheet]:
    """Those that there are, by id."""
    return {sheet.id: sheet for sheet in await _sheets(await fetch(SEVERAL, list(return_ids)))}


async def list_returns(customer_ids: Sequence[int]) -> list[ReturnSheet]:
    """Everything that these customers send or have sent back, newest first."""
    return await _sheets(await fetch(OF_CUSTOMERS, tuple(customer_ids), MOST_LISTED))


async def returns_of(order_id: int, *, customer_ids: Sequence[int]) -> list[ReturnSheet]:
    """What goes or went back of an order, newest first."""
    return await _sheets(await fetch(OF_ORDER, order_id, tuple(customer_ids)))


async def returns_holding(order_id: int, lines: Collection[int], *, customer_ids: Sequence[int]) -> list[ReturnSheet]:
    """The returns in which items of these lines are, newest first; no line, no question to the database."""
    sheets = await returns_of(order_id, customer_ids=customer_ids) if lines else []
    return [sheet for sheet in sheets if sheet.status in HOLDS_ITEMS and _has(sheet, lines)]


def numbers_with(sheets: Sequence[ReturnSheet], line_id: int) -> list[str]:
    """The numbers of those that hold something of this line."""
    return [sheet.number for sheet in sheets if _has(sheet, [line_id])]


def _has(sheet: ReturnSheet, lines: Collection[int]) -> bool:
    return any(piece.line_id in lines for piece in sheet.pieces)


async def _sheets(rows: Sequence[Row]) -> list[ReturnSheet]:
    return await shares.with_shares(await _alone(rows), _read)


async def _read(return_ids: list[int]) -> list[ReturnSheet]:
    return await _alone(await fetch(SEVERAL, return_ids))


async def _alone(rows: Sequence[Row]) -> list[ReturnSheet]:
    """Without what others of their orders may have."""
    pieces = await read_pieces([row["id"] for row in rows])
    parcels, declarations = (sorted({row[by] for row in rows if row[by]}) for by in ("together", "declared_with"))
    beside = await fetch(IN_PARCEL, parcels) if parcels else []
    also = await fetch(DECLARED_WITH, declarations) if declarations else []
    after = await fetch(AFTER, [row["id"] for row in rows]) if rows else []
    away = await away_of(rows, pieces)
    return [
        replace(
            _sheet(row, pieces[row["id"]], beside, also),
            away=away.get(row["id"], NOWHERE_ELSE),
            followed_by=tuple(each["number"] for each in after if each["follows"] == row["id"]),
        )
        for row in rows
    ]


def _sheet(row: Row, pieces: tuple[PieceBack, ...], parcels: Sequence[Row], also: Sequence[Row]) -> ReturnSheet:
    currency, created_at = row["currency"], moment(row["created_at"])
    assert created_at is not None  # noqa: S101  # the column takes no NULL
    paid, given = _counted(row["paid"], row["carried"]), _counted(row["given"], row["carried"])
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
        is_credit=paid is not None and not row["refunds"] and not amount(row["carried"]),
        why=row["why"],
        note=row["note"],
        revision=row["revision"],
        sends_itself=bool(row["sends_itself"]),
        keeps=bool(row["keeps"]),
        loss=_money(row["loss"], currency),
        finding=row["finding"],
        photo_asked_at=moment(row["photo_asked_at"]),
        # Of no use to somebody who has nothing to send.
        label=None if row["keeps"] else read_label(document(row["label"]), day(row["label_expires_on"])),
        label_number=None if row["keeps"] else row["label_key"],
        photos=int(row["photos"]),
        send_by=day(row["send_by"]),
        created_at=created_at,
        declared_at=moment(row["declared_at"]),
        lost=bool(row["lost"]),
        lost_at=moment(row["lost_at"]),
        late_at=moment(row["late_at"]),
        came_at=moment(row["came_at"]),
        late_why=row["late_why"],
        follows=row["follows"],
        beside=_others(row, parcels, by="together"),
        also=_others(row, also, by="declared_with"),
        is_part=bool(row["is_part"]),
        overtaken_by=row["overtaken_by"],
        waived=_money(row["waived"], currency),
        topped=Money(_counted(row["topped"], row["carried_topped"]) or Decimal(), currency),
        is_even=bool(row["even"]),
        tracking=row["tracking"],
        is_sold_out=row["stocked"] == "sold_out",
        pays_difference=bool(row["pays_difference"]),
    )


def _others(row: Row, found: Sequence[Row], *, by: str) -> tuple[Beside, ...]:
    return tuple(
        Beside(each["id"], each["number"], each["order_number"], Status(each["status"]), day(each["send_by"]))
        for each in found
        if each[by] == row[by] and each["id"] != row["id"]
    )


def _counted(own: Any, carried: Any) -> Decimal | None:
    """With what was paid for a wish that it takes the place of, or without what counts for the withdrawal instead."""
    found, more = amount(own), amount(carried)
    return ((found or Decimal()) + more) or None if more else found


def _money(value: Any, currency: str) -> Money:
    return Money(amount(value) or Decimal(), currency)
