"""A withdrawal goes on where the favour stood that it has overtaken: with its label, its parcel, and what has come.

Whoever has printed a label, handed in a parcel or sent the goods need not do so again; the scans of that label are the
withdrawal's.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.returns.favours import GivesWay
from bot.returns.machine import MAY_BRING, Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep
from bot.returns.moving import step
from bot.returns.parcels import SHARED, comes_back, share_label
from bot.returns.receiving import receive
from bot.returns.send_by import await_parcel

S = Status
HERE = frozenset({S.PARTIALLY_RECEIVED, S.RECEIVED, S.INSPECTED})


async def put_together(return_ids: Sequence[int]) -> None:
    """What comes back of one order by one declaration comes in one parcel."""
    if len(return_ids) > 1:
        await Return.filter(id__in=list(return_ids)).update(together=return_ids[0])


async def carry_on(heirs: Sequence[tuple[int, GivesWay]], *, settings: Settings, now: datetime) -> None:
    """Each withdrawal (by its id) stands where the wish stood of which it has taken the pieces; of several labels one
    is enough. In the transaction of the declaration."""
    for return_id, given in heirs:
        if given.was_sent:
            await _stand(return_id, given, settings=settings, now=now)
    today = now.astimezone(settings.time_zone).date()
    for return_id, given in heirs:
        if given.favour.label_until and given.favour.label_until >= today:
            await _keep_label(return_id, given, settings=settings, now=now)
            return


async def _stand(return_id: int, given: GivesWay, *, settings: Settings, now: datetime) -> None:
    await _share_parcel(return_id, given)
    for item in await ReturnItem.filter(request_id=return_id):
        item.received = given.came.get(item.line_id, 0)
        await item.save(update_fields=["received"])
    # The check is done anew, by the law of the withdrawal, and begins with what was seen.
    seen = await Return.get(id=given.favour.id)
    await Return.filter(id=return_id).update(finding=seen.finding)
    after = _status(given)
    by, staff_id = await _brought_by(given.favour.id, after)
    await step(return_id, after, by=by, staff_id=staff_id, now=now)
    await await_parcel(return_id, settings=settings, now=now)
    if given.favour.status is S.PARTIALLY_RECEIVED and not given.is_over:
        await _is_here(given.favour.id, settings=settings, now=now)


async def _keep_label(return_id: int, given: GivesWay, *, settings: Settings, now: datetime) -> None:
    row = await Return.get(id=return_id)
    if row.status != S.APPROVED or not comes_back(row):
        return
    await _share_parcel(return_id, given)
    by, staff_id = await _brought_by(given.favour.id, S.LABEL_SENT)
    await step(return_id, S.LABEL_SENT, by=by, staff_id=staff_id, now=now)
    # The label was there when they declared it: nothing begins anew because it is confirmed later.
    await await_parcel(return_id, settings=settings, now=now, could_send_at=row.declared_at)
    await share_label(return_id, by=by, staff_id=staff_id, settings=settings, now=now)


async def _share_parcel(return_id: int, given: GivesWay) -> None:
    """One label for both; where something is left of the wish, or others came with it, one parcel."""
    favour, mine = await Return.get(id=given.favour.id), await Return.get(id=return_id)
    columns = {column: getattr(favour, column) for column in SHARED} | {"sends_itself": favour.sends_itself}
    await Return.filter(id=return_id).update(**columns)
    first = favour.together or (None if given.is_over else favour.id)
    if first is None:
        return
    beside = Return.filter(together=mine.together) if mine.together else Return.filter(id=return_id)
    await beside.update(together=first)
    await Return.filter(id=favour.id).update(together=first)


def _status(given: GivesWay) -> Status:
    """Whatever the check has found: goods that are withdrawn from are looked at as such."""
    if given.favour.status not in HERE:
        return S.IN_TRANSIT
    if given.favour.status is not S.PARTIALLY_RECEIVED or given.is_all_sent:
        return S.RECEIVED
    return S.PARTIALLY_RECEIVED if any(given.came.values()) else S.IN_TRANSIT


async def _brought_by(favour_id: int, after: Status) -> tuple[Actor, int | None]:
    """Whoever has brought the wish there, or as near to that as somebody has."""
    steps = ReturnStep.filter(request_id=favour_id, act=None, actor__in=[each.value for each in MAY_BRING[after]])
    exact = await steps.filter(status=after.value).order_by("-id").first()
    found = exact or await steps.exclude(status=S.CANCELLED.value).order_by("-id").first()
    return (Actor(found.actor), found.staff_id) if found else (Actor.STAFF, None)


async def _is_here(favour_id: int, *, settings: Settings, now: datetime) -> None:
    """What is left of the wish may have come by now."""
    items = await ReturnItem.filter(request_id=favour_id)
    if all(item.received == item.quantity for item in items):
        by, staff_id = await _brought_by(favour_id, S.RECEIVED)
        await receive(favour_id, {}, by=by, staff_id=staff_id, rings=False, settings=settings, now=now)
