"""What went back of an order, and what is on its way back, as the shop's platform tells it."""

from collections.abc import Sequence

from bot.shop.facts import MoneyBack, RefundFacts, ReturnFacts, money
from bot.shop.rows import Row, amount, fetch, moment

# Both in one query: the kind, its time, and the amount or the status.
BACK = """
SELECT 'refund' AS kind, r.id, r.refunded_at AS at, r.amount, o.currency, NULL AS status
FROM shop_refund r JOIN shop_order o ON o.id = r.order_id
WHERE o.id = ? AND o.customer_id IN ?
UNION ALL
SELECT 'return' AS kind, r.id, r.revised_at AS at, NULL AS amount, o.currency, r.status
FROM shop_return r JOIN shop_order o ON o.id = r.order_id WHERE o.id = ? AND o.customer_id IN ?
ORDER BY 3, 2"""


async def list_money_back(order_id: int, *, customer_ids: Sequence[int]) -> MoneyBack:
    """Refunds and returns of an order; nothing for a missing or foreign one. A refund of nothing is none."""
    owners = tuple(customer_ids)
    rows = await fetch(BACK, order_id, owners, order_id, owners)
    refunds = (_refund(row) for row in rows if row["kind"] == "refund")
    returns = (_return(row) for row in rows if row["kind"] == "return")
    return MoneyBack(tuple(each for each in refunds if each.amount is None or each.amount.amount), tuple(returns))


def _refund(row: Row) -> RefundFacts:
    at = moment(row["at"])
    assert at is not None  # noqa: S101  # the column takes no NULL
    return RefundFacts(at, money(amount(row["amount"]), row["currency"]))


def _return(row: Row) -> ReturnFacts:
    at = moment(row["at"])
    assert at is not None  # noqa: S101  # likewise
    return ReturnFacts(row["status"], at)
