"""What the shop's checkout does with a coupon: look at it, redeem it for one order, give it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, cast

from bot.db import unit_of_work
from bot.loyalty.coupons import TERMS, State, state_of, terms_of
from bot.loyalty.worth import Article, Basket, Terms, Unfit, discount
from bot.shop.rows import change, fetch, locked, moment

BY_CODE = f"""
SELECT id, customer_id, code, {TERMS}, expires_at, redeemed_at, redeemed_for FROM loyalty_coupon
WHERE code_key = ? AND currency IS NOT NULL"""  # noqa: S608  # names from our own code
# A person may be several customers, who have met in a chat.
MAILBOXES = """
SELECT email_key FROM shop_customer WHERE email_key IS NOT NULL AND (id = ? OR id IN (
  SELECT other.customer_id FROM customer_link own JOIN customer_link other ON other.chat_id = own.chat_id
  WHERE own.customer_id = ?))"""
CATEGORIES = "SELECT sku, category FROM shop_product WHERE sku IN ?"
REDEEM = "UPDATE loyalty_coupon SET redeemed_at = ?, redeemed_for = ? WHERE id = ? AND redeemed_at IS NULL RETURNING id"
RELEASE = """
UPDATE loyalty_coupon SET redeemed_at = NULL, redeemed_for = NULL
WHERE id = ? AND redeemed_for = ? RETURNING id"""

# unknown: no coupon of ours, or of somebody else: who asks learns no more. not_redeemed: not for that order.
Why = Literal["unknown", "redeemed", "expired", "not_redeemed"] | Unfit


@dataclass(frozen=True, slots=True)
class Redeemable:
    """A coupon as the checkout is told of it; `off` is what the basket becomes cheaper by."""

    id: int
    code: str
    state: State
    terms: Terms
    expires_at: datetime
    off: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not; with the coupon where there is one that may be told of."""

    why: Why
    coupon: Redeemable | None = None


async def look_at(code: str, basket: Basket, *, email: str | None, now: datetime) -> Redeemable | Refused:
    """What the coupon would be worth; nothing changes."""
    return await _judge(next(iter(await fetch(BY_CODE, code.upper())), None), basket, email, now)


@unit_of_work
async def redeem(code: str, basket: Basket, *, order: str, email: str | None, now: datetime) -> Redeemable | Refused:
    """Redeem it for the order; of several at once, one does."""
    row = next(iter(await fetch(BY_CODE + locked(), code.upper())), None)
    found = await _judge(row, basket, email, now)
    if isinstance(found, Refused):
        return found
    if not await change(REDEEM, now, order, found.id):
        return Refused("redeemed", replace(found, state="redeemed", off=None))
    return replace(found, state="redeemed")


@unit_of_work
async def release(code: str, *, order: str, now: datetime) -> Redeemable | Refused:
    """Give it back, to be used until it expires; only the order that has redeemed it can."""
    row = next(iter(await fetch(BY_CODE + locked(), code.upper())), None)
    if row is None:
        return Refused("unknown")
    if not await change(RELEASE, row["id"], order):
        return Refused("not_redeemed", _coupon(row, now))
    return _coupon(row | {"redeemed_at": None}, now)


async def _judge(row: dict[str, Any] | None, basket: Basket, email: str | None, now: datetime) -> Redeemable | Refused:
    if row is None or not await _is_theirs(row["customer_id"], email):
        return Refused("unknown")
    coupon = _coupon(row, now)
    if coupon.state != "open":
        return Refused(coupon.state, coupon)
    off = discount(coupon.terms, await _with_categories(basket))
    return replace(coupon, off=off) if isinstance(off, Decimal) else Refused(off, coupon)


async def _is_theirs(customer_id: int, email_key: str | None) -> bool:
    """Judged where the checkout tells an address and we know one."""
    if email_key is None:
        return True
    known = {row["email_key"] for row in await fetch(MAILBOXES, customer_id, customer_id)}
    return not known or email_key in known


async def _with_categories(basket: Basket) -> Basket:
    skus: Sequence[str] = sorted({article.sku for article in basket.articles})
    known = {row["sku"]: row["category"] for row in await fetch(CATEGORIES, list(skus))}
    return Basket(basket.currency, tuple(_in_category(article, known) for article in basket.articles))


def _in_category(article: Article, known: dict[str, str | None]) -> Article:
    return replace(article, category=known.get(article.sku))


def _coupon(row: dict[str, Any], now: datetime) -> Redeemable:
    expires_at, terms = cast(datetime, moment(row["expires_at"])), cast(Terms, terms_of(row))
    state = state_of(expires_at, moment(row["redeemed_at"]), now)
    return Redeemable(row["id"], row["code"], state, terms, expires_at)
