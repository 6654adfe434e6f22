"""The right to withdraw that is left beside a favour: who is declined that still has it, and is told so at once."""

from dataclasses import replace
from datetime import date, datetime

from bot.config import Settings
from bot.errors import NotFoundError
from bot.returns.machine import Status
from bot.returns.paths import Open, Way
from bot.returns.policies import current_policy
from bot.returns.reading import read_order
from bot.returns.right import Right
from bot.returns.sheet import ReturnSheet


async def with_right(sheet: ReturnSheet, *, settings: Settings, now: datetime) -> ReturnSheet:
    """A favour that was declined, or may be, with what its customer can do all the same; others as they are."""
    is_asked = sheet.way is Way.GOODWILL and sheet.follows is None
    if not is_asked or sheet.status not in {Status.REQUESTED, Status.REJECTED}:
        return sheet
    return replace(sheet, right=await _right(sheet, settings, now))


async def _right(sheet: ReturnSheet, settings: Settings, now: datetime) -> Right | None:
    """Of the items that it is about; the soonest day where they differ."""
    try:
        order = await read_order(
            sheet.order_id,
            customer_ids=[sheet.customer_id],
            policy=await current_policy(),
            settings=settings,
            now=now,
            overtakes=True,
        )
    except NotFoundError:  # the order is nobody's any more
        return None
    wanted = {piece.line_id for piece in sheet.pieces}
    found = [line.eligibility.find(Way.WITHDRAWAL) for line in order.lines if line.id in wanted]
    opened = [each for each in found if each is not None]
    return Right(min(filter(None, map(_last_day, opened)), default=None)) if opened else None


def _last_day(found: Open) -> date | None:
    return None if found.is_doubtful else found.until
