"""What was withdrawn from on its way has come to its customer all the same: now it is theirs to send back.

Until then they are asked to leave the parcel alone; the days for sending begin when they have it (§ 357 (1) BGB).
"""

from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import plain
from bot.returns.away import away_of
from bot.returns.cases import find_case, refresh_desk
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnStep
from bot.returns.moving import act, find_seen
from bot.returns.news import update_cards
from bot.returns.paths import Way
from bot.returns.send_by import await_parcel
from bot.shipping.attending import is_withdrawn
from bot.shipping.worries import ACTIONABLE, TROUBLESOME
from bot.shop.rows import fetch
from bot.tickets.cases import add_to_case

ARRIVED = "arrived"
STUCK = """
SELECT id, reason FROM shop_shipment WHERE order_id = ? AND status IN ? AND reason IN ? ORDER BY id"""
WAITING = {"way": Way.WITHDRAWAL.value, "status": Status.APPROVED.value, "keeps": False}


async def mind_arrival(order_id: int, *, settings: Settings, now: datetime) -> None:
    """To be called when a parcel of the order was scanned; the same scans once more change nothing."""
    for row in await Return.filter(order_id=order_id, **WAITING).order_by("id"):
        await note_stuck(row.id, settings=settings, now=now)
        await _mind(row.id, settings=settings, now=now)


@unit_of_work
async def note_stuck(return_id: int, *, settings: Settings, now: datetime) -> None:
    """A parcel that was refused, or cannot be handed over, is a line of its return, and no case of its own
    (attending.py): nothing of it is to be delivered any more."""
    row, sheet = await find_seen(return_id), await read_sheet(return_id)
    case = await find_case(return_id) if sheet.is_away else None
    if case is None:
        return
    locale = settings.default_locale
    for parcel in await fetch(STUCK, row.order_id, sorted(TROUBLESOME), sorted(ACTIONABLE)):
        if not await is_withdrawn(parcel["id"], now):
            continue
        reason = plain(locale, f"reason-{parcel['reason']}")
        words = plain(locale, "call-parcel-stuck", number=row.number, reason=reason)
        await add_to_case(case.id, words, settings=settings, now=now)


@unit_of_work
async def _mind(return_id: int, *, settings: Settings, now: datetime) -> None:
    row = await find_seen(return_id)
    if row.status != Status.APPROVED or not await _was_coming(row):
        return
    sheet = await read_sheet(return_id)
    has_come = not sheet.away.coming and not sheet.is_away
    if has_come and not await ReturnStep.filter(request_id=return_id, act=ARRIVED).exists():
        await await_parcel(return_id, settings=settings, now=now)
        await row.refresh_from_db()
        await act(row, ARRIVED, by=Actor.CARRIER, settings=settings, now=now, news=ARRIVED)
        return
    await update_cards(return_id, settings=settings, now=now)
    await refresh_desk(return_id, settings=settings, now=now)


async def _was_coming(row: Return) -> bool:
    """When they declared it."""
    sheet = await read_sheet(row.id)
    columns = {"id": row.id, "order_id": row.order_id, "way": row.way, "status": row.status}
    columns |= {"keeps": row.keeps, "follows": row.follows}
    found = await away_of([columns], {row.id: sheet.pieces}, at=row.declared_at or row.created_at)
    return bool(found.get(row.id) and found[row.id].coming)
