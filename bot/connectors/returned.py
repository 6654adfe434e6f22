"""What a platform tells of returns by its own ids: where they stand, what was taken out of them, their labels."""

from datetime import datetime

from bot.config import Settings
from bot.connectors.told import LabelTold, ReturnProcessed, ReturnTold, ReturnTrimmed
from bot.connectors.waiting import WaitingError, for_return, release
from bot.returns.following import catch_up
from bot.returns.labels import NewLabel
from bot.returns.platform_labels import take_label
from bot.returns.policies import current_policy
from bot.shop.by_platform import find_return, mark_items, note_return
from bot.shop.rows import Row


async def take_return(
    told: ReturnTold, order_id: int | None, *, received_at: datetime, settings: Settings, now: datetime
) -> list[str]:
    """`order_id` None: the body names no order, so it goes on with a return that is known; WaitingError until then."""
    if order_id is None:
        order_id = (await _known(told.source, told.external_id))["order_id"]
    is_new = await note_return(
        order_id,
        told.external_id,
        status=told.status,
        items=told.items,
        revised_at=told.revised_at or received_at,
        is_timed=told.revised_at is not None,
        reopens=told.reopens,
        why=told.why,
    )
    became = await catch_up(order_id, made=told.external_id, settings=settings, now=now)
    if is_new:
        await release([for_return(told.source, told.external_id)])
    return became


async def take_trimmed(told: ReturnTrimmed, *, digest: str, settings: Settings, now: datetime) -> None:
    """The same body once more takes nothing more out."""
    known = await _known(told.source, told.external_id)
    if await mark_items(known["id"], told.removed, under="out", once=digest):
        await catch_up(known["order_id"], settings=settings, now=now)


async def take_processed(told: ReturnProcessed, *, digest: str, settings: Settings, now: datetime) -> None:
    """The same body once more takes nothing more back."""
    known = await _known(told.source, told.external_id)
    if await mark_items(known["id"], told.taken, under="done", once=digest):
        await catch_up(known["order_id"], settings=settings, now=now)


async def take_label_told(told: LabelTold, *, settings: Settings, now: datetime) -> None:
    await _known(told.source, told.external_id)
    label = NewLabel(told.url, None, told.tracking_number, carrier=told.carrier)
    policy = await current_policy()
    await take_label(told.source, told.external_id, label, policy=policy, settings=settings, now=now)


async def _known(source: str, external_id: str) -> Row:
    found = await find_return(source, external_id)
    if found is None:
        raise WaitingError(for_return(source, external_id))
    return found
