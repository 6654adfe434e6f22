"""Whether somebody who wanted another article may still take the money instead; pure."""

from bot.returns.machine import OVER, SETTLED
from bot.returns.paths import Way
from bot.returns.sheet import ReturnSheet


def may_rethink(sheet: ReturnSheet) -> bool:
    """As long as the article has not gone out and nothing was paid for it; about a defect the staff decide."""
    is_waiting = sheet.outcome == "exchange" and sheet.status not in SETTLED | OVER
    return is_waiting and sheet.way is not Way.WARRANTY and not sheet.has_article and not sheet.is_topped
