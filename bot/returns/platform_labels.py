"""A label that the shop's platform has given to a return: sent to its customer, and followed by its number."""

from datetime import datetime
from typing import Any

import structlog
from tortoise.expressions import Q

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.labels import NewLabel
from bot.returns.locking import lock_parcel
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnStep
from bot.returns.moving import act, find_seen, step
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.receiving import COMES
from bot.returns.together import send_one_label
from bot.shop.numbers import tracking_key

S = Status

log = structlog.get_logger(__name__)


@unit_of_work
async def take_label(
    source: str, external_id: str, label: NewLabel, *, policy: Policy, settings: Settings, now: datetime
) -> None:
    """A page to print goes to the customer, and replaces one that came from the platform before, never one of the
    staff's. A number alone is only followed. Nothing where there is no such return here, or nothing comes back."""
    found = await Return.get_or_none(source=source, external_id=external_id)
    if found:
        await lock_parcel(found.id)
    heir = found.overtaken_by if found and found.status == S.CANCELLED else None
    row = await find_seen(heir or found.id) if found else None
    if row is None or row.status not in {S.REQUESTED, *COMES} or row.keeps or row.way == Way.CANCEL:
        return
    here: dict[str, Any] = {"by": Actor.PLATFORM, "settings": settings, "now": now}
    if label.url and row.status in {S.REQUESTED, S.APPROVED}:
        if row.status == S.REQUESTED:  # it has no label before it is approved there: that word is on its way
            await step(row.id, S.APPROVED, by=Actor.PLATFORM, now=now)
        await send_one_label(row.id, label, policy=policy, **here)
        return
    await _follow_number(row, label)
    if row.status == S.LABEL_SENT and await _is_replaced(row, label):
        await Return.filter(id=row.id).update(label=label.as_kept())
        await act(row, "label", news="label_sent", **here)


async def _follow_number(row: Return, label: NewLabel) -> None:
    key = tracking_key(label.tracking_number) if label.tracking_number else None
    if key and key != row.label_key and (row.label_key is None or await _is_of_platform(row)):
        await Return.filter(id=row.id).update(label_key=key, label_carrier=label.carrier)
        log.info("return followed by number", id=row.id)


async def _is_replaced(row: Return, label: NewLabel) -> bool:
    return bool(label.url) and row.label != label.as_kept() and await _is_of_platform(row)


async def _is_of_platform(row: Return) -> bool:
    sent = ReturnStep.filter(Q(act=None) | Q(act="label"), request_id=row.id, status=S.LABEL_SENT.value)
    return not await sent.exclude(actor=Actor.PLATFORM.value).exists()
