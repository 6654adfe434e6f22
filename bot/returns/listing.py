"""Returns for the command line: one with all that is known of it, or a list of them; its keys stay."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.db import document
from bot.errors import NotFoundError
from bot.returns.call_body import told_exchange
from bot.returns.looking import read_sheet, read_sheets
from bot.returns.machine import Status, Step
from bot.returns.sheet import ReturnSheet
from bot.shop.products import localised
from bot.shop.rows import Row, amount, day, fetch, iso
from bot.staff.models import StaffMember

Json = dict[str, Any]

RETURNS = """
SELECT r.*, o.number AS order_number, o.source AS order_source,
  (SELECT count(*) FROM return_photo p WHERE p.request_id = r.id) AS photos
FROM return_request r JOIN shop_order o ON o.id = r.order_id """
ITEMS = """
SELECT i.quantity, i.received, i.accepted, i.given, i.reason, i.exchange_sku, i.exchange_price,
  p.name AS exchange_name, coalesce(i.article, l.sku) AS sku, l.name, l.variant, o.number AS order_number
FROM return_item i JOIN shop_line l ON l.id = i.line_id JOIN shop_order o ON o.id = l.order_id
LEFT JOIN shop_product p ON p.sku = i.exchange_sku WHERE i.request_id = ? ORDER BY i.id"""
STEPS = "SELECT at, status, act, actor, staff_id, why FROM return_step WHERE request_id = ? ORDER BY id"
PAYMENTS = """
SELECT at, kind, amount, currency, tracking, once AS source, staff_id
FROM return_payment WHERE request_id = ? ORDER BY id"""
LAST_SECOND = time(23, 59, 59)
# Money is awaited until it has gone or nobody waits any more.
UNPAID = frozenset(Status) - {
    *(Status.DRAFT, Status.REFUNDED, Status.EXCHANGED, Status.CREDITED, Status.SENT_BACK),
    *(Status.CLOSED, Status.CANCELLED, Status.REJECTED, Status.EXPIRED),
}
FACTS = ("way", "status", "outcome", "source", "external_id", "currency", "why", "note", "locale")
TIMES = ("created_at", "declared_at", "closed_at")


async def find_owner(reference: str) -> int:
    """Whose return that is, by its number (R-7K3F, however it is spelled) or id; NotFoundError."""
    return int((await _find(reference))["customer_id"])


async def describe_return(reference: str, *, tz: ZoneInfo) -> Json:
    """One return: items, steps with who and why, payments, money as text, deadlines, what comes next and whose turn it
    is. `tz` is the shop's, for days. NotFoundError for an unknown one."""
    row = await _find(reference)
    steps, payments = await fetch(STEPS, row["id"]), await fetch(PAYMENTS, row["id"])
    names = await _names({each["staff_id"] for each in (*steps, *payments) if each["staff_id"]})
    label, sheet = document(row["label"]) or {}, await read_sheet(row["id"])
    return _summary(row, sheet, tz) | {
        "sends_itself": bool(row["sends_itself"]),
        "keeps": bool(row["keeps"]),
        "finding": row["finding"],
        "label": {key: label.get(key) for key in ("url", "code", "address")} if label else None,
        "photos": row["photos"],
        "together": [
            {"number": each.number, "order_number": each.order_number, "status": each.status} for each in sheet.beside
        ],
        "declared_with": [{"number": each.number, "status": each.status} for each in sheet.also],
        "overtaken_by": sheet.overtaken_by,
        "follows": sheet.follows,
        "followed_by": list(sheet.followed_by),
        "money": {
            "goods": _text(row["goods"]),
            "shipping": _text(row["shipping"]),
            "fee": _text(row["fee"]),
            "estimate": _text(_estimate(row)),
            "loss": _text(row["loss"]),
            "waived": _text(row["waived"]),
            "paid_on_top": _text(sheet.topped.amount if sheet.topped else Decimal()),
            "due": _text(sheet.due.amount),
            "paid": _text(sheet.paid.amount if sheet.paid else Decimal()),
            "carried": _text(row["carried"]),
            "carried_on_top": _text(row["carried_topped"]),
            "left": _text(sheet.left.amount),
            "payable": _text(sheet.payable.amount),
            "off_bill": _text(sheet.off_bill.amount),
        },
        "exchange": told_exchange(sheet),
        "items": [_item(item, row["locale"]) for item in await fetch(ITEMS, row["id"])],
        "steps": [_timed(step, names) for step in steps],
        "payments": [_timed(payment, names) | {"amount": _text(payment["amount"])} for payment in payments],
    }


async def list_returns(*, tz: ZoneInfo, status: str | None = None, limit: int = 100) -> list[Json]:
    """Newest first, with the keys that one of them has, too; those that were never sent are nobody's business."""
    of_status = "WHERE r.status = ? " if status else "WHERE r.status <> 'draft' "
    rows = await fetch(f"{RETURNS}{of_status}ORDER BY r.id DESC LIMIT ?", *([status] if status else []), limit)
    sheets = await read_sheets([row["id"] for row in rows])
    return [
        _summary(row, sheets[row["id"]], tz)
        | {"estimate": _text(_estimate(row)), "due": _text(sheets[row["id"]].due.amount)}
        | {"paid": _text(paid.amount if (paid := sheets[row["id"]].paid) else Decimal())}
        for row in rows
    ]


async def _find(reference: str) -> Row:
    word = reference.strip().upper()
    number = word if word.startswith("R-") else f"R-{word}"
    found = await fetch(RETURNS + "WHERE upper(r.number) = ?", number)
    if not found and word.isdecimal() and len(word) < len(str(2**63)):
        found = await fetch(RETURNS + "WHERE r.id = ?", int(word))
    if not found:
        raise NotFoundError
    return found[0]


def _item(row: Row, locale: Locale) -> Json:
    price, name = row["exchange_price"], localised(document(row["exchange_name"]), locale)[0]
    return dict(row) | {"exchange_price": None if price is None else _text(price), "exchange_name": name or None}


def _summary(row: Row, sheet: ReturnSheet, tz: ZoneInfo) -> Json:
    status, step = Status(row["status"]), sheet.step
    money_due = sheet.money_due_on(tz) if status in UNPAID else None
    return {
        "id": row["id"],
        "number": row["number"],
        "order_number": row["order_number"],
        "customer_id": row["customer_id"],
        **{name: row[name] for name in FACTS},
        "next_step": step,
        "next_by": step.partition("_")[0] if step else None,
        **{name: iso(row[name]) for name in TIMES},
        "send_by": _day(_send_by(row, step)),
        "label_expires_on": _day(day(row["label_expires_on"])),
        "money_due_at": datetime.combine(money_due, LAST_SECOND, tz).isoformat() if money_due else None,
    }


def _send_by(row: Row, step: Step | None) -> date | None:
    """The last day for the parcel, where it is the customer's turn."""
    return day(row["send_by"]) or day(row["label_expires_on"]) if step is Step.CUSTOMER_SENDS else None


def _estimate(row: Row) -> Decimal:
    goods, shipping, fee = (amount(row[name]) or Decimal() for name in ("goods", "shipping", "fee"))
    return goods + shipping - fee


def _timed(row: Row, names: dict[int, str]) -> Json:
    return dict(row) | {"at": iso(row["at"]), "staff": names.get(row["staff_id"] or 0)}


async def _names(staff_ids: set[int]) -> dict[int, str]:
    return {each.id: each.name for each in await StaffMember.filter(id__in=list(staff_ids)) if each.name}


def _text(value: Any) -> str:
    """Money with two decimals at least, as text: no script rounds it by accident."""
    return str(amount(value) or Decimal("0.00"))


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
