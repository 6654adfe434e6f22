"""What goes back, item by item, and what is wanted instead of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from bot.config import Locale
from bot.db import document
from bot.i18n import Money
from bot.returns.money import NOTHING
from bot.shop.facts import Texts, money
from bot.shop.products import localised
from bot.shop.rows import Row, amount, fetch

PIECES = """
SELECT i.request_id, i.line_id, i.quantity, i.received, i.accepted, i.reason, i.exchange_sku, i.exchange_price, l.name,
  l.variant,
  coalesce(i.article, l.sku) AS sku, i.article IS NOT NULL AND i.article <> coalesce(l.sku, '') AS is_other,
  l.unit_price, own.name AS own_name, r.locale, r.currency, p.name AS other_name, p.price AS other_price,
  p.currency AS other_currency, coalesce(i.given, i.accepted, i.quantity) AS given,
  (SELECT max(g.kind) FROM return_payment g
    WHERE g.request_id = i.request_id AND g.kind IN ('exchange', 'replacement')) AS given_as
FROM return_item i JOIN shop_line l ON l.id = i.line_id JOIN return_request r ON r.id = i.request_id
LEFT JOIN shop_product p ON p.sku = i.exchange_sku LEFT JOIN shop_product own ON own.sku = i.article
WHERE i.request_id IN ? ORDER BY i.id"""


@dataclass(frozen=True, slots=True)
class Instead:
    """Another article, wanted in place of each piece; `price` as it was agreed, else today's, None where the shop does
    not tell it."""

    sku: str
    name: Texts | None
    price: Money | None


@dataclass(frozen=True, slots=True)
class PieceBack:
    """So many of an item that go back; `given` is how many were given for it, as exchange or replacement."""

    line_id: int
    sku: str | None
    name: str
    variant: str | None
    quantity: int
    received: int
    reason: str | None
    instead: Instead | None
    accepted: int | None
    unit_price: Decimal
    given: int = 0
    given_as: str | None = None

    @property
    def counted(self) -> int:
        """What is given something for: what was accepted, or all as long as nobody has checked."""
        return self.quantity if self.accepted is None else min(self.accepted, self.quantity)


async def read_pieces(return_ids: Sequence[int]) -> dict[int, tuple[PieceBack, ...]]:
    """By return, in the order in which they were named."""
    rows = await fetch(PIECES, list(return_ids)) if return_ids else []
    return {each: tuple(_piece(row) for row in rows if row["request_id"] == each) for each in return_ids}


def price_of_others(pieces: Sequence[PieceBack], currency: str) -> Decimal | None:
    """What the other articles cost together, one for each piece that counts; None where that is not known of each."""
    total = NOTHING
    for piece in pieces:
        price = piece.instead.price if piece.instead else None
        if price is None or price.currency != currency:
            return None
        total += price.amount * piece.counted
    return total


def _piece(row: Row) -> PieceBack:
    return PieceBack(
        line_id=row["line_id"],
        sku=row["sku"],
        name=name_of_article(row) or row["sku"] or "?",
        variant=None if row["is_other"] else row["variant"],
        quantity=row["quantity"],
        received=row["received"],
        reason=row["reason"],
        instead=_instead(row),
        accepted=row["accepted"],
        unit_price=amount(row["unit_price"]) or NOTHING,
        given=int(row["given"]) if row["given_as"] else 0,
        given_as=row["given_as"],
    )


def name_of_article(row: Row) -> str | None:
    """As the order has it; of another article that was given for it, its own name."""
    if not row["is_other"]:
        return cast("str | None", row["name"])
    return localised(document(row["own_name"]), cast(Locale, row["locale"]))[0] or None


def _instead(row: Row) -> Instead | None:
    if not row["exchange_sku"]:
        return None
    agreed = money(amount(row["exchange_price"]), row["currency"])
    price = agreed or money(amount(row["other_price"]), row["other_currency"])
    return Instead(row["exchange_sku"], document(row["other_name"]), price)
