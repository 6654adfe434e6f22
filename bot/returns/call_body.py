"""What a call to the shop's own system says about an order and its return; amounts are text."""

from decimal import Decimal
from typing import Any

from bot.config import Locale
from bot.db import document
from bot.returns.looking import read_sheet
from bot.returns.money import round_money
from bot.returns.sheet import ReturnSheet
from bot.shop.products import localised
from bot.shop.rows import Row, amount, fetch, moment

RETURN = """
SELECT r.id, r.number, r.external_id, r.source, r.way, r.status, r.outcome, r.goods, r.shipping, r.fee, r.currency,
  r.revision, r.sends_itself, r.keeps, r.lost, r.declared_at, r.waived, p.number AS parcel, before.number AS follows,
  o.number AS order_number, o.source AS order_source, o.external_id AS order_external_id
FROM return_request r JOIN shop_order o ON o.id = r.order_id LEFT JOIN return_request p ON p.id = r.together
LEFT JOIN return_request before ON before.id = r.follows WHERE r.id = ?"""
ITEMS = """
SELECT l.external_id, coalesce(i.article, l.sku) AS sku, i.quantity, i.received, i.accepted, i.reason, i.exchange_sku,
  p.name AS exchange_name, i.exchange_price
FROM return_item i JOIN shop_line l ON l.id = i.line_id
LEFT JOIN shop_product p ON p.sku = i.exchange_sku WHERE i.request_id = ? ORDER BY i.id"""

Json = dict[str, Any]


async def return_row(return_id: int) -> Row:
    """A return and its order as `told_return` wants it."""
    [row] = await fetch(RETURN, return_id)
    return row


def told_order(number: str, source: str, external_id: str | None) -> Json:
    return {"number": number, "source": source, "external_id": external_id}


async def told_return(return_id: int, told: Row, *, locale: Locale) -> Json:
    """`order` and `return` of a body; names are in that language."""
    items = [_item(row, told["currency"], locale) for row in await fetch(ITEMS, return_id)]
    sheet = await read_sheet(return_id)
    return {
        "order": told_order(told["order_number"], told["order_source"], told["order_external_id"]),
        "return": _described(told, items, sheet) | {"exchange": told_exchange(sheet)},
    }


def _item(row: Row, currency: str, locale: Locale) -> Json:
    price, name = amount(row["exchange_price"]), localised(document(row["exchange_name"]), locale)[0]
    return row | {"exchange_name": name or None, "exchange_price": None if price is None else exact(price, currency)}


def told_exchange(sheet: ReturnSheet) -> Json | None:
    """What the other articles cost, what that leaves (`back`, `owed` or `borne`), and what was paid on top."""
    found, price, currency = sheet.difference, sheet.instead, sheet.goods.currency
    if found is None or price is None:
        return None
    topped = sheet.topped.amount if sheet.topped else Decimal()
    money = {"price": price.amount, "back": found.back, "owed": found.owed, "borne": found.borne, "paid_on_top": topped}
    return {name: exact(value, currency) for name, value in money.items()}


def _described(told: Row, items: list[Json], sheet: ReturnSheet) -> Json:
    money = {name: amount(told[name]) or Decimal() for name in ("goods", "shipping", "fee")}
    money |= {"total": sheet.total.amount, "off_bill": sheet.off_bill.amount}
    money["waived"] = amount(told["waived"]) or Decimal()
    declared_at = moment(told["declared_at"])
    return {
        "number": told["number"],
        "external_id": told["external_id"],
        "way": told["way"],
        "status": told["status"],
        "outcome": told["outcome"],
        "sends_itself": bool(told["sends_itself"]),
        "keeps": bool(told["keeps"]),
        "lost": bool(told["lost"]),
        "parcel": told["parcel"],
        "follows": told["follows"],
        "declared_at": declared_at.isoformat(timespec="seconds").replace("+00:00", "Z") if declared_at else None,
        "items": items,
        "estimate": {name: exact(value, told["currency"]) for name, value in money.items()},
        "paid": exact(sheet.paid.amount if sheet.paid else Decimal(), told["currency"]),
        "paid_on_top": exact(sheet.topped.amount if sheet.topped else Decimal(), told["currency"]),
        "currency": told["currency"],
    }


def exact(value: Decimal, currency: str) -> str:
    """Text with the currency's decimals: a JSON number is no exact one."""
    return f"{round_money(value, currency):f}"
