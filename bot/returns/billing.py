"""What an order cost and what of it went back: by the shop's own refunds, and by returns that it does not show yet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.errors import NotFoundError
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED
from bot.returns.money import NOTHING, Bill, PaidLine
from bot.returns.unreported import Paid, unreported
from bot.shop.rows import Row, amount, fetch, locked, moment
from bot.shop.states import CANCELLED, FAILED, STATE_OF_WORD, plain_word

# What had come in when the customer of a return was told that something is missing: a word such as "cancelled" does
# not say that the rest came after all.
REMEMBERED = """
  (SELECT max(CAST(r.came AS DECIMAL)) FROM return_request r WHERE r.order_id = o.id AND r.unpaid) AS remembered"""
BILLED = f"""
SELECT o.id, o.source, o.status, o.currency, o.total, o.original_total, o.paid_total, o.shipping_total,
  o.discount_total, o.revised_at,{REMEMBERED} FROM shop_order o WHERE o.id = ?"""  # noqa: S608  # our own words
PRICES = "SELECT id, quantity, removed, refunded, unit_price FROM shop_line WHERE order_id = ? ORDER BY position"
REFUNDS = "SELECT amount, shipping, refunded_at AS at FROM shop_refund WHERE order_id = ? AND amount > 0"
# No refund of a platform's ever shows an article, whoever gave it.
OURS = """
SELECT p.amount, p.at, p.kind IN ('refund', 'credit') AS is_money
FROM return_payment p JOIN return_request r ON r.id = p.request_id
WHERE r.order_id = ? AND (p.once LIKE 'staff:%' OR p.kind IN ('exchange', 'replacement'))"""
# What customers have paid on top has come in as well, and stands in the articles that they were given for it.
ON_TOP = """
SELECT s.amount, 1 AS sign FROM return_surcharge s JOIN return_request r ON r.id = s.request_id WHERE r.order_id = ?"""
# What was carried from a wish to a withdrawal comes to nothing, but between the two it is as if nobody had paid it.
CARRIED = """
SELECT carried_topped AS amount, 1 AS sign FROM return_request WHERE order_id = ?
UNION ALL SELECT carried, -1 FROM return_request WHERE order_id = ?"""
# What was given for goods that had been given themselves: up to their worth it only takes the place of the article.
AGAIN = """
SELECT r.id, r.goods, p.amount FROM return_request r LEFT JOIN return_payment p ON p.request_id = r.id
WHERE r.order_id = ? AND r.follows IS NOT NULL
UNION ALL SELECT id, goods, carried FROM return_request WHERE order_id = ? AND follows IS NOT NULL"""
# Cast, since SQLite keeps decimals as text, and '0.0000' > '0'.
SHIPPING_BACK = """
SELECT r.id FROM return_request r WHERE r.order_id = ? AND r.id <> ? AND CAST(r.shipping AS DECIMAL) > 0 AND (
  r.status IN ? OR CAST(r.carried AS DECIMAL) > 0 OR EXISTS (
  SELECT 1 FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('refund', 'credit'))) LIMIT 1"""
# Where a return has brought the delivery, whatever refund of the platform's shows it is that same money.
BROUGHT_BY_US = """
SELECT r.id FROM return_request r WHERE r.order_id = ? AND CAST(r.shipping AS DECIMAL) > 0 AND (
  CAST(r.carried AS DECIMAL) > 0 OR EXISTS (
  SELECT 1 FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('refund', 'credit'))) LIMIT 1"""

# The shop has the order, and not the money; what says less (new, open) may be paid.
UNPAID = frozenset(
    {"pending", "pending_payment", "awaiting_payment", "unpaid", "requires_action", "on_hold", "on_hold_payment"}
)
# The money is only reserved for the shop: it has nothing of it, and nothing of it can be paid back.
RESERVED = "authorized"
# What refunds leave of its total we have reckoned ourselves (connectors/woocommerce.py): before them it is known.
TELLS_THE_WHOLE = frozenset({"woocommerce"})
# An open return that brings the delivery: no other one promises it, too.
PROMISED = sorted(HOLDS_ITEMS - SETTLED - OVER)


@dataclass(frozen=True, slots=True)
class Back:
    """What went back for an order: as the shop tells it, of ours what it does not, and whether delivery was in it.

    `refunds` are those that make up `shop`, `shop_shipping` of them is delivery that no return has brought. `free` is
    what returns of goods that were given may still pay before it counts, by their ids: these goods' worth stands in
    `ours`.
    """

    shop: Decimal
    ours: Decimal
    shipping: bool
    refunds: tuple[Paid, ...] = ()
    shop_shipping: Decimal = NOTHING
    free: Mapping[int, Decimal] = field(default_factory=dict)


async def lock_bill(order_id: int, *, of: int = 0) -> Bill:
    """What an order cost and what of it went back; inside a unit of work nobody else pays for it before that ends.

    `of`: a return whose own promise of the delivery takes nothing from itself.
    """
    return (await read_bill(order_id, lock=locked(), of=of))[0]


async def read_bill(order_id: int, *, lock: str = "", of: int = 0) -> tuple[Bill, Back]:
    """The same for whoever only looks, with all that went back; `lock` is what the SELECT ends with."""
    found = await fetch(BILLED + lock, order_id)
    if not found:
        raise NotFoundError
    back = await what_went_back(order_id, of=of)
    return bill_of(found[0], await fetch(PRICES, order_id), back), back


async def left_of_order(order_id: int, *, for_return: int | None = None) -> Decimal:
    """What has come in and not gone back yet, by the shop's own refunds and by ours that it does not show yet.

    `for_return`: where that takes goods back that were given themselves, their worth, which had gone before, is there.
    """
    bill, back = await read_bill(order_id)
    free = back.free.get(for_return, NOTHING) if for_return else NOTHING
    return max(bill.came - bill.refunded + free, NOTHING)


async def what_went_back(order_id: int, *, of: int = 0) -> Back:
    """The shop's refunds, and what returns have given that it does not show yet; no refund shows an article."""
    told = await fetch(REFUNDS, order_id)
    refunds = _paid_by(told)
    given = await fetch(OURS, order_id)
    money = _paid_by([row for row in given if row["is_money"]])
    articles = sum((each.amount for each in _paid_by([row for row in given if not row["is_money"]])), NOTHING)
    beside = [*await fetch(ON_TOP, order_id), *await fetch(CARRIED, order_id, order_id)]
    on_top = sum((row["sign"] * (amount(row["amount"]) or NOTHING) for row in beside), NOTHING)
    worth, again = await _given_again(order_id)
    return Back(
        shop=sum((each.amount for each in refunds), NOTHING),
        ours=unreported(money, refunds) + articles - on_top - sum(again.values(), NOTHING),
        shipping=bool(await fetch(SHIPPING_BACK, order_id, of, PROMISED)),
        refunds=tuple(refunds),
        shop_shipping=await _shop_shipping(order_id, told),
        free={return_id: goods - again[return_id] for return_id, goods in worth.items()},
    )


async def _shop_shipping(order_id: int, refunds: Sequence[Row]) -> Decimal:
    back = sum((amount(row["shipping"]) or NOTHING for row in refunds), NOTHING)
    return NOTHING if not back or await fetch(BROUGHT_BY_US, order_id) else back


async def _given_again(order_id: int) -> tuple[dict[int, Decimal], dict[int, Decimal]]:
    """By return of goods that had been given: what these are worth, and how much of that was given for them by now."""
    worth, paid = dict[int, Decimal](), defaultdict[int, Decimal](Decimal)
    for row in await fetch(AGAIN, order_id, order_id):
        worth[row["id"]] = amount(row["goods"]) or NOTHING
        paid[row["id"]] += amount(row["amount"]) or NOTHING
    return worth, {return_id: min(paid[return_id], goods) for return_id, goods in worth.items()}


def _paid_by(rows: Sequence[Row]) -> list[Paid]:
    return [Paid(amount(row["amount"]) or NOTHING, moment(row["at"])) for row in rows]


def bill_of(order: Row, lines: Sequence[Row], back: Back) -> Bill:
    """What was paid; where the shop does not tell the total, the sum of what it tells."""
    paid = tuple(PaidLine(line["id"], line["quantity"], amount(line["unit_price"]) or NOTHING) for line in lines)
    shipping = amount(order["shipping_total"]) or NOTHING
    discount = amount(order["discount_total"]) or NOTHING
    worth = sum((line.quantity * line.unit_price for line in paid), NOTHING)
    listed = max(worth + shipping - discount, NOTHING)
    whole = _whole(order, back)
    is_edited = any(line["removed"] for line in lines)
    off = _taken_off(order, whole) if any(line["removed"] or line["refunded"] for line in lines) else NOTHING
    total = listed if whole is None else _of_these(whole, order, listed) if is_edited else whole + off
    asked = total if is_edited else total - off
    came = _received(order, whole if is_edited else None)
    return Bill(
        lines=paid,
        total=total,
        currency=order["currency"],
        shipping=shipping,
        refunded=back.shop + back.ours,
        shipping_is_back=back.shipping,
        shipping_repaid=min(back.shop_shipping, shipping),
        is_known=whole is not None or any(line["unit_price"] is not None for line in lines),
        paid=came,
        asked=asked,
        taken_off=off,
        owed=NOTHING if came is None else max(asked - came, NOTHING),
    )


def _received(order: Row, whole: Decimal | None) -> Decimal | None:
    """What has come in, as the shop tells it, else by its own word for the order; None where that is all of it.

    `whole`: what it cost at its dearest, where something was taken out of it since.
    """
    told, word = amount(order["paid_total"]), plain_word(order["status"])
    if told is not None:
        return told
    if word in UNPAID or word == RESERVED:
        return NOTHING
    remembered = amount(order["remembered"]) if STATE_OF_WORD.get(word) in {CANCELLED, FAILED} else None
    return whole if remembered is None else remembered


def _of_these(whole: Decimal, order: Row, listed: Decimal) -> Decimal:
    """What the items cost that are still in the order: with what went back for them, without what went back for those
    that are not, as comes nearer to what they are `listed` at."""
    today = amount(order["total"])
    return whole if today is None else min(whole, today, key=lambda cost: abs(cost - listed))


def _taken_off(order: Row, whole: Decimal | None) -> Decimal:
    """What of the price is no longer asked for and did not go back either, since nobody had paid it."""
    original = amount(order["original_total"])
    return NOTHING if whole is None or original is None else max(original - whole, NOTHING)


def _whole(order: Row, back: Back) -> Decimal | None:
    """What was paid in all; a platform that tells the total of today (Shopify) has taken the refunds off already.

    Those that came after it has told the order last are not in that total yet.
    """
    total, original = amount(order["total"]), amount(order["original_total"])
    if total is None or original is None:
        return total
    if order["source"] in TELLS_THE_WHOLE:
        return original
    told_at = moment(order["revised_at"])
    known = [each.amount for each in back.refunds if told_at is None or each.at is None or each.at <= told_at]
    taken_off = (total + refunded for refunded in (back.shop, sum(known, NOTHING)))
    return next((paid for paid in taken_off if paid <= original), total)
