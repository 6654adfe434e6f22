"""What is true of the money of an open return: whether any comes, what comes instead, and whether it is late; pure."""

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from bot.returns.difference import NOTHING
from bot.returns.machine import Status
from bot.returns.money_text import MONEY
from bot.returns.sheet import ReturnSheet

Saying = Literal["asked", "unpaid", "pays", "exchange", "replacement", "credit", "rest", "refund", "late"]

S = Status
# Somebody has the goods, or can prove that they have left the customer (refund_clock.py tells the staff by the same).
UNDER_WAY = frozenset({S.IN_TRANSIT, S.PARTIALLY_RECEIVED, S.RECEIVED, S.INSPECTED})


def money_saying(sheet: ReturnSheet, tz: ZoneInfo, *, today: date) -> Saying:
    """`rest` is what an exchange leaves for the customer, `late` a refund whose last day is over.

    Whatever is undecided promises nothing, whichever wish it is.
    """
    if sheet.status is S.REQUESTED:
        return "asked"
    if sheet.outcome == "replacement":
        return "replacement"
    if sheet.outcome == "exchange" and not sheet.has_article:
        return _of_exchange(sheet)
    if not sheet.payable.amount:
        return "unpaid"
    if sheet.outcome == "credit":
        return "credit"
    return "late" if is_overdue(sheet, tz, today=today) else "refund"


def is_overdue(sheet: ReturnSheet, tz: ZoneInfo, *, today: date) -> bool:
    """Whether the law's last day for the money is over, and nothing is left that the shop may wait for."""
    last = sheet.money_due_on(tz)
    is_waited_for = sheet.status in UNDER_WAY or (sheet.status is S.APPROVED and sheet.needs_no_goods)
    return bool(is_waited_for and sheet.payable.amount and last and last < today)


def is_told(sheet: ReturnSheet) -> bool:
    """Whether who asks for their money is told of it: something is still to be given, or nothing was ever paid."""
    return bool(sheet.payable.amount) or (sheet.outcome in MONEY and sheet.unpaid and not sheet.given)


def _of_exchange(sheet: ReturnSheet) -> Saying:
    if sheet.owes:
        return "pays"
    back = sheet.difference.back if sheet.difference else NOTHING
    return "rest" if back > sheet.off_bill.amount else "exchange"
