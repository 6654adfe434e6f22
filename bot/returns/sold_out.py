"""What was promised for something that goes back and is sold out since: the customer and the staff hear of it at once.

A promise is kept here alone (promised.py); the shop's own checkout knows nothing of it and may sell the last piece.
Whoever asked first is served first. Where it is there again before anything else was agreed, the card says so.
"""

from collections import Counter
from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor
from bot.returns.models import ReturnStep
from bot.returns.moving import act, find_seen
from bot.returns.promised import PROMISING
from bot.shop.rows import fetch

SOLD_OUT, STOCKED = "sold_out", "stocked"
# In the order in which they were promised; where nobody counts, everything can be had.
WANTED = """
SELECT r.id, p.sku, p.stock, sum(i.quantity) AS pieces FROM return_request r
JOIN return_item i ON i.request_id = r.id JOIN shop_line l ON l.id = i.line_id
JOIN shop_product p ON p.sku = CASE WHEN r.outcome = 'exchange' THEN i.exchange_sku ELSE coalesce(i.article, l.sku) END
WHERE r.status IN ? AND r.outcome IN ('exchange', 'replacement') AND p.stock IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM return_payment m WHERE m.request_id = r.id AND m.kind IN ('exchange', 'replacement'))
GROUP BY r.id, r.created_at, p.sku, p.stock ORDER BY r.created_at, r.id"""


async def mind_sold_out(settings: Settings, *, now: datetime) -> int:
    """How many returns have changed: their article is sold out, or there again."""
    promised, short = Counter[str](), dict[int, bool]()
    for row in await fetch(WANTED, sorted(PROMISING)):
        promised[row["sku"]] += int(row["pieces"])
        short[row["id"]] = short.get(row["id"], False) or promised[row["sku"]] > row["stock"]
    told = await ReturnStep.filter(request_id__in=list(short), act__in=[SOLD_OUT, STOCKED]).order_by("id")
    known = {step.request_id: step.act == SOLD_OUT for step in told}
    changed = [each for each, is_short in short.items() if is_short != known.get(each, False)]
    return sum([await _tell(each, is_short=short[each], settings=settings, now=now) for each in changed])


@unit_of_work
async def _tell(return_id: int, *, is_short: bool, settings: Settings, now: datetime) -> bool:
    """It rings for the customer once, however often the stock changes; False where somebody was faster."""
    row = await find_seen(return_id)
    sheet = await read_sheet(return_id)
    if sheet.is_sold_out == is_short or row.status not in PROMISING or sheet.has_article:
        return False
    first = not await ReturnStep.filter(request_id=return_id, act=SOLD_OUT).exists()
    done, news = (SOLD_OUT, SOLD_OUT if first else None) if is_short else (STOCKED, None)
    await act(row, done, by=Actor.CLOCK, settings=settings, now=now, news=news)
    if is_short and first:
        await alarm(row, "call-sold-out", settings=settings, now=now)
    return True
