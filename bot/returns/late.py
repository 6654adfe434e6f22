"""Pieces that come after their return was settled: counted, looked at, and what they bring is given after all.

A withdrawal holds for everything that was declared, however late a part of it comes; the money for that may wait for
the goods (§ 357 (4) BGB) and is due once they are here.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.returns.calls import instruct_step
from bot.returns.cases import take_up_case
from bot.returns.clawback import claw_back
from bot.returns.given import read_goods
from bot.returns.looking import read_sheet
from bot.returns.machine import AFTER_ALL, Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import LONGEST_WHY, MovedOnError, act, find_seen, move
from bot.returns.policies import current_policy
from bot.returns.receiving import TooManyError
from bot.returns.refusing import Refusal, prove_refusal
from bot.returns.settling import left_to_give
from bot.returns.verdicts import NoReasonError

S = Status
BETWEEN = " · "


class TakenElsewhereError(CustomerError):
    """What did not come was free again, and is in another return or was paid back by now; nothing was done."""

    key = "rma-late-taken-alert"


@unit_of_work
async def book_late(
    return_id: int,
    arrived: Mapping[int, int],
    *,
    why: str,
    is_fine: bool = True,
    because: Refusal | None = None,
    staff_id: int,
    settings: Settings,
    now: datetime,
    seen: int | None = None,
) -> Status:
    """So many pieces by line have come after all, and are accepted or (not `is_fine`) not; `why` is kept, and read by
    the customer where they are not.

    Where they bring something, it is to be settled once more. TooManyError for more than was still to come,
    TakenElsewhereError where the pieces are no longer this return's, MovedOnError where it is not over,
    NotRefusableError where pieces of a withdrawal are refused for no reason (`because`) that the law leaves.
    """
    row = await Return.get_or_none(id=return_id)
    free = await _free(row, settings, now) if row else {}
    row = await find_seen(return_id, seen)
    sheet = await read_sheet(return_id)
    if not sheet.outstanding:
        raise MovedOnError
    if not any(map(str.isalpha, why)):
        raise NoReasonError
    if not any(arrived.values()) or not set(arrived) <= set(sheet.outstanding):
        raise TooManyError
    if not is_fine:
        await prove_refusal(row, [line for line, count in arrived.items() if count], because)
    for item in await ReturnItem.filter(request_id=return_id).order_by("id").select_for_update(no_key=True):
        await _add(item, arrived.get(item.line_id, 0), free.get(item.line_id, 0), is_fine=is_fine)
    row.late_at = now
    if not is_fine:
        row.finding = with_earlier(row.finding, why.strip())
    await row.save(update_fields=["late_at", "finding"])
    by_staff: dict[str, Any] = {"by": Actor.STAFF, "staff_id": staff_id, "settings": settings, "now": now}
    by_staff |= {"why": why.strip()[:LONGEST_WHY]}
    await claw_back(return_id, now=now)
    if (await left_to_give(await read_sheet(return_id))).amount and S(row.status) in AFTER_ALL:
        await take_up_case(row, settings=settings, now=now)
        return await move(return_id, S.INSPECTED, news="late", **by_staff)
    await act(row, "late", news="late" if is_fine else "lateback", **by_staff)
    await instruct_step(return_id, S.INSPECTED, by=Actor.STAFF, settings=settings, now=now)
    return S(row.status)


def with_earlier(before: str | None, why: str) -> str:
    """What was found of earlier pieces stays; where it is too long for both, its end goes. The step has all of it."""
    if not before or before == why:
        return why[:LONGEST_WHY]
    room = LONGEST_WHY - len(BETWEEN) - len(why)
    kept = before if len(before) <= room else f"{before[: room - 1]}…"
    return f"{kept}{BETWEEN}{why}" if room > 1 else why[:LONGEST_WHY]


async def _free(row: Return, settings: Settings, now: datetime) -> dict[int, int]:
    """Pieces by line that are in no return (the settled part of this one aside) and were not paid back; the order is
    locked."""
    order = await read_goods(
        row.order_id,
        follows=row.follows,
        customer_ids=[row.customer_id],
        policy=await current_policy(),
        settings=settings,
        now=now,
        for_update=True,
    )
    return {line.id: line.eligibility.left for line in order.lines}


async def _add(item: ReturnItem, more: int, free: int, *, is_fine: bool) -> None:
    """What nobody has checked yet still counts as this return's; of what was checked, only the accepted pieces do."""
    if not 0 <= more <= item.quantity - item.received:
        raise TooManyError
    if item.accepted is not None and is_fine and more > free:
        raise TakenElsewhereError
    item.received += more
    if item.accepted is not None and is_fine:
        item.accepted += more
    await item.save(update_fields=["received", "accepted"])
