"""What a customer still gets for what goes back, and what they got lately, with its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.i18n import Money
from bot.returns.looking import list_returns
from bot.returns.money_saying import is_told
from bot.returns.money_text import UNPAID
from bot.returns.sheet import ReturnSheet
from bot.shop.rows import Row, amount, fetch, moment

# So long what was paid is told; a bank takes no longer to show it.
TOLD_FOR = timedelta(days=60)
MOST_PAID = 5

# Payments for returns, and refunds that the platform tells of orders from which nothing went back here.
PAID = """
SELECT r.number AS return_number, o.number AS order_number, p.amount, p.currency, p.at
FROM return_payment p JOIN return_request r ON r.id = p.request_id JOIN shop_order o ON o.id = r.order_id
WHERE r.customer_id IN ? AND p.kind IN ('refund', 'credit') AND p.at >= ?
UNION ALL
SELECT NULL, o.number, f.amount, o.currency, f.refunded_at FROM shop_refund f JOIN shop_order o ON o.id = f.order_id
WHERE o.customer_id IN ? AND NOT o.is_hidden AND f.refunded_at >= ? AND CAST(f.amount AS NUMERIC) > 0
  AND NOT EXISTS (SELECT 1 FROM return_request r WHERE r.order_id = o.id AND r.status <> 'draft')
ORDER BY 5 DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Paid:
    """Money that went out; `return_number` is None where only the shop's platform told of it."""

    return_number: str | None
    order_number: str
    total: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class MoneyBack:
    """`waiting` are open returns for which something is still to be given, or nothing was paid; `paid` what went out;
    the newest first."""

    waiting: tuple[ReturnSheet, ...]
    paid: tuple[Paid, ...]


async def list_money(customer_ids: Sequence[int], *, now: datetime, return_id: int | None = None) -> MoneyBack:
    """Of one return, if it is told which and it is theirs; else of all."""
    sheets = [sheet for sheet in await list_returns(customer_ids) if return_id in {None, sheet.id}]
    rows = await fetch(PAID, tuple(customer_ids), now - TOLD_FOR, tuple(customer_ids), now - TOLD_FOR, MOST_PAID)
    numbers = {sheet.number for sheet in sheets}
    paid = [_paid(row) for row in rows if return_id is None or row["return_number"] in numbers]
    return MoneyBack(tuple(sheet for sheet in sheets if _is_awaited(sheet)), tuple(paid))


def _is_awaited(sheet: ReturnSheet) -> bool:
    return sheet.is_open and sheet.status in UNPAID and is_told(sheet)


def _paid(row: Row) -> Paid:
    total, at = amount(row["amount"]), moment(row["at"])
    assert total is not None  # noqa: S101  # the columns take no NULL, and no refund of nothing is read
    assert at is not None  # noqa: S101  # likewise
    return Paid(row["return_number"], row["order_number"], Money(total, row["currency"]), at)
