"""Money that comes in after its return was asked for, or even ended: what of it is paid too much goes back.

A transfer may cross the withdrawal. The days of the law run from the declaration all the same (§ 357 (1) BGB, rules.md
3.6), so that money which comes after them is due at once. Whoever pays the rest of a bill is owed nothing.
"""

from datetime import datetime

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.billing import RESERVED, UNPAID, read_bill
from bot.returns.cases import refresh_desk, take_up_case
from bot.returns.looking import read_sheet
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED, Actor, Status
from bot.returns.missing import note_missing
from bot.returns.models import Return
from bot.returns.money import NOTHING
from bot.returns.money_text import MONEY
from bot.returns.moving import act, find_seen
from bot.returns.news import update_cards
from bot.returns.sheet import ReturnSheet
from bot.shop.rows import Row, amount, fetch
from bot.shop.states import CANCELLED, FAILED, STATE_OF_WORD, plain_word

S = Status
MISSING = """
SELECT r.id, r.came, o.status, o.paid_total, o.total FROM return_request r JOIN shop_order o ON o.id = r.order_id
WHERE r.unpaid AND r.status IN ? ORDER BY r.id"""
# These words say that nothing has come, or nothing about it.
SILENT = frozenset({CANCELLED, FAILED})

log = structlog.get_logger(__name__)


async def mind_payments(settings: Settings, *, now: datetime) -> int:
    """Look at every order of which something was missing; of how many returns money has come."""
    rows = await fetch(MISSING, sorted(HOLDS_ITEMS))
    return sum([await _mind(row["id"], settings=settings, now=now) for row in rows if _may_have_come(row)])


def _may_have_come(row: Row) -> bool:
    came, paid, total = (amount(row[name]) for name in ("came", "paid_total", "total"))
    word = plain_word(row["status"])
    if paid is None and (word in UNPAID or word == RESERVED or STATE_OF_WORD.get(word) in SILENT):
        return False
    now = total if paid is None else paid
    return now is None or now > (came or NOTHING)


@unit_of_work
async def _mind(return_id: int, *, settings: Settings, now: datetime) -> bool:
    """The same money twice is one; what only pays the rest of the bill is told to nobody."""
    row = await find_seen(return_id)
    bill, _ = await read_bill(row.order_id)
    if not row.unpaid or bill.came <= row.came:
        return False
    await note_missing(row)
    await row.refresh_from_db()
    sheet = await read_sheet(return_id)
    if sheet.payable.amount and (sheet.status in SETTLED | OVER or sheet.outcome in MONEY):
        await _pay_back(row, sheet, settings=settings, now=now)
    else:
        await update_cards(return_id, settings=settings, now=now)
        await refresh_desk(return_id, settings=settings, now=now)
    log.info("return paid later", id=return_id)
    return True


async def _pay_back(row: Return, sheet: ReturnSheet, *, settings: Settings, now: datetime) -> None:
    """What has ended goes on where the money is settled."""
    was_over = sheet.status in SETTLED | OVER
    row.came_at = now
    if was_over:
        row.status, row.closed_at = (S.APPROVED if sheet.needs_no_goods else S.INSPECTED).value, None
    await row.save(update_fields=["came_at", "status", "closed_at"])
    if was_over:
        await take_up_case(row, settings=settings, now=now)
    await row.refresh_from_db()
    await act(row, "came", by=Actor.PLATFORM, settings=settings, now=now, news="came")
    day = f":{now.date()}:{sheet.payable.amount}"
    await alarm(row, "call-came", settings=settings, now=now, again=day, total=sheet.payable)
