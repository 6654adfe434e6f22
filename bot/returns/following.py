"""What the shop's platform tells about returns and refunds moves ours, and one that was made there becomes one here.

Everything it has told stands in `shop_return` and `shop_refund`. A return is brought as far as all of that says, never
back: so it ends in the same place in whatever order and however often the bodies come.
"""

from datetime import datetime

from bot.config import Settings
from bot.customers.holds import open_hold
from bot.db import document, unit_of_work
from bot.returns.alarms import alarm
from bot.returns.booking import Moment, book_refunds
from bot.returns.cases import find_case
from bot.returns.clawback import claw_back_refunded
from bot.returns.deciding import may_decline
from bot.returns.freshness import give_way, is_news
from bot.returns.giving import note_given
from bot.returns.machine import OVER, SETTLED, Actor, Status, may_move
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnStep
from bot.returns.moving import move, subject_of
from bot.returns.paths import DECLARED, RIGHTS, Way
from bot.returns.platform_returns import find_or_make, held_by_others
from bot.returns.processed import take_back
from bot.returns.trimming import trim
from bot.shop.models import Line
from bot.shop.rows import Row, fetch, locked, moment
from bot.tickets.reopening import take_up_again

S = Status
ORDER = "SELECT id, source FROM shop_order WHERE id = ?"
TOLD = "SELECT external_id, status, items, revised_at, why FROM shop_return WHERE order_id = ? ORDER BY id"
CALLED_OFF = frozenset({S.REJECTED, S.CANCELLED})
# What settles a return whose customer wanted something else than the money.
BY_OUTCOME = {"exchange": S.EXCHANGED, "replacement": S.EXCHANGED, "credit": S.CREDITED}


@unit_of_work
async def catch_up(order_id: int, *, settings: Settings, now: datetime, made: str | None = None) -> list[str]:
    """Bring the returns of an order to where its platform says they are; `made` is one that may be new here.

    What became of refunds that nobody had booked yet, a line each for whoever looks after the inbox.
    """
    found = await fetch(ORDER + locked(), order_id)
    told = {row["external_id"]: row for row in await fetch(TOLD, order_id)}
    if not found:
        return []
    if not (told or await Return.filter(order_id=order_id).exists()):
        await claw_back_refunded(order_id, now=now)
        return []
    if made is not None and made in told:
        at = moment(told[made]["revised_at"]) or now
        items = document(told[made]["items"]) or []
        is_over = told[made]["status"] in CALLED_OFF
        await find_or_make(order_id, made, items, is_over=is_over, at=at, settings=settings, now=now)
    for row in await Return.filter(order_id=order_id, external_id__in=list(told), overtaken_by__not_isnull=True):
        await _hand_over(row, told[row.external_id or ""])
    here = Moment(settings, now)
    booked = await book_refunds(order_id, here)
    for row in await Return.filter(order_id=order_id, external_id__in=list(told)).order_by("id"):
        await trim(row, document(told[row.external_id]["items"]) or [], settings=settings, now=now)
        await _follow(row, told[row.external_id], here)
        await _take_back(row, told[row.external_id], here)
    await claw_back_refunded(order_id, now=now)
    return booked


async def _hand_over(row: Return, told: Row) -> None:
    """What the platform goes on with although its customer has withdrawn instead is the withdrawal there; what it has
    said before that, or called off since, is the wish."""
    told_at, ended_at = moment(told["revised_at"]), row.closed_at
    if told["status"] in CALLED_OFF or told_at is None or ended_at is None or told_at <= ended_at:
        return
    heir = Return.filter(id=row.overtaken_by, external_id=None, status__not_in=sorted(OVER)).exclude(way=Way.CANCEL)
    if await heir.exists():
        await Return.filter(id=row.id).update(external_id=None)
        await heir.update(source=row.source, external_id=row.external_id)


async def _follow(row: Return, told: Row, here: Moment) -> None:
    """To the status that the platform tells, as far as the way there is open."""
    rings = is_news(moment(told["revised_at"]) or here.now, here.now)
    match told["status"]:
        case S.APPROVED:
            await (_reopen(row, here) if row.status == S.CANCELLED else _bring(row, S.APPROVED, here, rings=rings))
        case S.REJECTED if row.status != S.REJECTED and not await _decline(row, told["why"], here, rings=rings):
            await alarm(row, "call-platform-declined", settings=here.settings, now=here.now)
        case S.CANCELLED if row.way in RIGHTS or await ReturnPayment.filter(request_id=row.id).exists():
            if row.status != S.CANCELLED:
                await alarm(row, "call-platform-cancelled", settings=here.settings, now=here.now)
        case S.CANCELLED:
            await _bring(row, S.CANCELLED, here, rings=rings)
        case S.CLOSED:
            await _close(row, here, rings=rings)


async def _take_back(row: Return, told: Row, here: Moment) -> None:
    rings = is_news(moment(told["revised_at"]) or here.now, here.now)
    await take_back(row, document(told["items"]) or [], rings=rings, settings=here.settings, now=here.now)


async def _decline(row: Return, why: str | None, here: Moment, *, rings: bool) -> bool:
    """A right of the law is declined by nobody, whoever tells it."""
    is_favour = may_decline(Way(row.way), S(row.status))
    return is_favour and await _bring(row, S.REJECTED, here, rings=rings, why=why)


async def _reopen(row: Return, here: Moment) -> None:
    """What the platform had called off itself goes on where its pieces are still free; else the staff hear of it."""
    last = await ReturnStep.filter(request_id=row.id, status=S.CANCELLED.value).order_by("-id").first()
    if last is None or last.actor != Actor.PLATFORM:
        return
    held, bought = await held_by_others(row.order_id, row.id), {line.id: line.quantity for line in await _lines(row)}
    items = await ReturnItem.filter(request_id=row.id)
    if any(item.quantity > bought[item.line_id] - held.get(item.line_id, 0) for item in items):
        await alarm(row, "call-platform-reopened", settings=here.settings, now=here.now)
        return
    await open_hold(row.customer_id, reason="return", subject=subject_of(row.id), now=here.now)
    if (case := await find_case(row.id)) is not None:
        await take_up_again(case, owner_id=case.owner_id, settings=here.settings, now=here.now)
    await move(row.id, S.APPROVED, by=Actor.PLATFORM, settings=here.settings, now=here.now)


async def _lines(row: Return) -> list[Line]:
    return await Line.filter(order_id=row.order_id)


async def _close(row: Return, here: Moment, *, rings: bool) -> None:
    """Closed there is closed here once it is settled: by what was paid, or by what the customer wanted instead.

    Whatever is closed there was approved before. What was called off here, or overtaken, stays so.
    """
    if row.status == S.CANCELLED:
        await _reopen(row, here)
        await row.refresh_from_db()
    if row.status == S.CANCELLED:
        return
    await _bring(row, S.APPROVED, here, rings=rings)
    if row.status not in SETTLED | OVER:
        is_paid = row.carried > 0 or await ReturnPayment.filter(request_id=row.id).exists()
        target = BY_OUTCOME.get(row.outcome) or (S.REFUNDED if is_paid else None)
        if target is None:
            await alarm(row, "call-platform-unpaid", settings=here.settings, now=here.now)
            return
        if await _bring(row, target, here, rings=rings) and target is S.EXCHANGED:
            await note_given(row, now=here.now)
    await _bring(row, S.CLOSED, here, rings=False)


async def _bring(row: Return, after: Status, here: Moment, *, rings: bool, why: str | None = None) -> bool:
    """Whether it is there now because of this."""
    await row.refresh_from_db()
    before = Status(row.status)
    if before is after or not may_move(before, after, by=Actor.PLATFORM, is_withdrawal=row.way in DECLARED):
        return False
    if rings:
        await give_way(row.id, row.customer_id, after.value, now=here.now)
    news = None if rings else ""
    await move(row.id, after, by=Actor.PLATFORM, why=why, settings=here.settings, now=here.now, news=news)
    await row.refresh_from_db()
    return True
