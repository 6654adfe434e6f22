"""What is given for what goes back is kept with it, piece by piece: it is the customer's, and may go back one day."""

from datetime import datetime
from decimal import Decimal

from bot.errors import CustomerError
from bot.returns.looking import read_sheet
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.pieces import PieceBack
from bot.returns.promised import lock_stock
from bot.returns.sheet import ReturnSheet
from bot.shop.products import find_by_sku
from bot.shop.rows import fetch
from bot.shop.stock import take_from_stock

ARTICLES = ("exchange", "replacement")
LISTED = "SELECT coalesce(sum(quantity), 0) AS pieces FROM shop_line WHERE order_id = ? AND sku = ?"


class NotInStockError(CustomerError):
    """What they would get instead is sold out; nothing was done."""

    key = "rma-not-in-stock-alert"


async def take_stock(kind: str, sheet: ReturnSheet) -> None:
    """Another article, or the same again; where nobody counts, everything can be had.

    Another article that the shop has no more is none; the same again the shop may have without our knowing it.
    """
    if kind not in ARTICLES:
        return
    wanted = [(_sku_of(piece, kind), piece.counted) for piece in sheet.pieces]
    await lock_stock([sku for sku, _ in wanted if sku])
    for sku, pieces in wanted:
        is_known = sku is not None and await find_by_sku(sku) is not None
        is_there = await take_from_stock(sku, pieces) if sku and is_known else kind == "replacement"
        if sku and not is_there:
            raise NotInStockError


async def keep_given(sheet: ReturnSheet, kind: str) -> None:
    """So many pieces as count by now were given; in the transaction of the payment, `sheet` as it was before it."""
    for piece in sheet.pieces:
        listed = await _listed(sheet.order_id, _sku_of(piece, kind))
        await ReturnItem.filter(request_id=sheet.id, line_id=piece.line_id).update(given=piece.counted, listed=listed)


async def note_given(row: Return, *, now: datetime) -> None:
    """The platform has given an article for it; nothing where it lists that among the order's own items."""
    if row.outcome not in ARTICLES or await ReturnPayment.filter(request_id=row.id, kind__in=ARTICLES).exists():
        return
    sheet = await read_sheet(row.id)
    skus = [_sku_of(piece, row.outcome) for piece in sheet.pieces]
    if row.outcome == "exchange" and any([await _listed(row.order_id, sku) for sku in skus]):
        return
    worth: Decimal = sheet.payable.amount + sheet.off_bill.amount
    await ReturnPayment.create(
        request_id=row.id,
        kind=row.outcome,
        amount=worth,
        currency=row.currency,
        once=f"{row.source}:given:{row.external_id}",
        at=now,
    )
    await keep_given(sheet, row.outcome)


def _sku_of(piece: PieceBack, kind: str) -> str | None:
    other = piece.instead.sku if piece.instead else None
    return piece.sku if kind == "replacement" else other


async def _listed(order_id: int, sku: str | None) -> int:
    """How many of it the order lists as bought."""
    return int((await fetch(LISTED, order_id, sku))[0]["pieces"]) if sku else 0
