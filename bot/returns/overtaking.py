"""A withdrawal overtakes a favour that still waits for the staff: asking first costs nobody the right (§ 355 BGB)."""

from collections.abc import Mapping
from datetime import datetime

from bot.config import Settings
from bot.returns.alarms import alarm
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import act, move
from bot.returns.paths import DECLARED, Way
from bot.returns.platform_returns import brings, held_by_others


async def overtake(
    order_id: int, wanted: Mapping[int, int], left: Mapping[int, int], *, settings: Settings, now: datetime
) -> list[str]:
    """Free the pieces that a declaration needs beyond those that are `left` (by line), the newest request first.

    A request that loses all its pieces is over, another goes on with the rest. Their numbers; to be called with the
    order locked, in the transaction of the declaration.
    """
    missing = {line_id: pieces - left.get(line_id, 0) for line_id, pieces in wanted.items()}
    ended = []
    waiting = Return.filter(order_id=order_id, status=Status.REQUESTED.value, way__not_in=sorted(DECLARED))
    for row in await waiting.select_for_update(no_key=True).order_by("-id"):
        items = await ReturnItem.filter(request_id=row.id).order_by("id")
        less = {item.id: max(min(missing.get(item.line_id, 0), item.quantity), 0) for item in items}
        if not any(less.values()):
            continue
        for item in items:
            missing[item.line_id] = missing.get(item.line_id, 0) - less[item.id]
        await _give_up(row, items, less, settings=settings, now=now)
        ended.append(row.number)
    return ended


async def tell_overtaken(return_id: int, numbers: list[str], *, settings: Settings, now: datetime) -> None:
    """The case of the withdrawal says which requests it stands for, once there is that case."""
    row = await Return.get(id=return_id)
    for number in numbers:
        await alarm(row, "call-overtakes", settings=settings, now=now, again=f":{number}", other=number)


async def _give_up(
    row: Return, items: list[ReturnItem], less: Mapping[int, int], *, settings: Settings, now: datetime
) -> None:
    if all(less[item.id] == item.quantity for item in items):
        await move(row.id, Status.CANCELLED, by=Actor.CUSTOMER, settings=settings, now=now)
        return
    for item in items:
        item.quantity -= less[item.id]
        await (item.save(update_fields=["quantity"]) if item.quantity else item.delete())
    rest = {item.line_id: item.quantity for item in items if item.quantity}
    money = await brings(row.order_id, rest, await held_by_others(row.order_id, row.id), Way(row.way))
    await Return.filter(id=row.id).update(goods=money.goods, shipping=money.shipping, fee=money.fee)
    await act(row, "less", by=Actor.CUSTOMER, settings=settings, now=now)
