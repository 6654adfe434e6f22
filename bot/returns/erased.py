"""An erased person's open returns go on: what is owed stays owed, and the staff keep the case without the person."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.config import Settings
from bot.returns.alarms import alarm
from bot.returns.cases import find_return, refresh_desk
from bot.returns.machine import OVER, SETTLED
from bot.returns.models import Return
from bot.tickets.models import Case


async def open_returns(case_ids: Sequence[int]) -> dict[int, str]:
    """Of these cases those that are about a return which is not settled, with what makes each the only one."""
    found: dict[int, str] = {}
    for case in await Case.filter(id__in=list(case_ids), closed_at=None, once__startswith="return:").order_by("id"):
        going = Return.filter(id=await find_return(case.id) or 0).exclude(status__in=[*SETTLED, *OVER])
        if case.once and await going.exists():
            found[case.id] = case.once
    return found


async def keep_returns(kept: Mapping[int, str], *, settings: Settings, now: datetime) -> None:
    """Give these cases their return back, with a card that names nobody; to be called in the erasure's transaction."""
    for case_id, once in kept.items():
        await Case.filter(id=case_id).update(once=once)
        return_id = await find_return(case_id)
        row = await Return.get_or_none(id=return_id) if return_id else None
        if row is not None:
            await refresh_desk(row.id, settings=settings, now=now)
            await alarm(row, "call-erased", settings=settings, now=now)
