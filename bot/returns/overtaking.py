"""A withdrawal overtakes a favour for the same goods: asking first costs nobody the right (§ 355 BGB).

Whether the staff have said yes to it or not, and wherever its goods are: what was sent has not to be sent again, and
carrying_on.py lets the withdrawal stand where the favour stood, money_along.py counts what was paid for it. What its
customer may keep gives way last, and has to be sent then.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from tortoise.expressions import F

from bot.config import Settings
from bot.i18n import plain
from bot.returns.alarms import alarm
from bot.returns.calls import instruct_less
from bot.returns.cases import refresh_desk
from bot.returns.favours import Favour, GivesWay, Pieces, give_way
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.money import NOTHING
from bot.returns.money_along import with_money, worth_of_rest
from bot.returns.moving import act, step, tell_step
from bot.returns.news import update_cards
from bot.returns.overtakable import GIVES_WAY, ORDER
from bot.shop.rows import Row, amount, day, fetch, locked

FAVOURS = f"""
SELECT r.id, r.number, r.status, r.follows, r.fee, r.goods, r.keeps, r.late_at, r.label_expires_on
FROM return_request r
WHERE r.order_id = ? AND {GIVES_WAY}
ORDER BY r.id DESC"""  # noqa: S608
ITEMS = "SELECT request_id, line_id, quantity, received, accepted FROM return_item WHERE request_id IN ? ORDER BY id"


async def list_favours(order_id: int, *, for_update: bool = False) -> list[Favour]:
    """In the order in which they give way: what still waits for the staff first, of those the newest; last, what its
    customer may keep."""
    rows = await fetch(FAVOURS + (locked("r") if for_update else ""), order_id)
    items = await fetch(ITEMS, [row["id"] for row in rows]) if rows else []
    rows.sort(key=lambda row: (bool(row["keeps"]), ORDER.index(Status(row["status"]))))
    return [_favour(row, [item for item in items if item["request_id"] == row["id"]]) for row in rows]


async def overtake(order_id: int, wanted: Pieces, left: Pieces, *, settings: Settings, now: datetime) -> list[GivesWay]:
    """Free the pieces that a declaration needs beyond those that are `left`.

    A wish that loses all its pieces is over, another goes on with the rest. To be called with the order locked, in the
    transaction of the declaration.
    """
    found = give_way(await list_favours(order_id, for_update=True), wanted, left)
    found = await with_money(found, settings=settings, now=now)
    for each in found:
        await _give_up(each, settings=settings, now=now)
    return found


async def tell_overtaken(return_id: int, each: GivesWay, *, settings: Settings, now: datetime) -> None:
    """The withdrawal and what it has overtaken name each other, once there is that withdrawal."""
    if each.is_over:
        await Return.filter(id=each.favour.id).update(overtaken_by=return_id)
        await update_cards(each.favour.id, settings=settings, now=now)
        await refresh_desk(each.favour.id, settings=settings, now=now)
    number, row = each.favour.number, await Return.get(id=return_id)
    await alarm(row, "call-overtakes", settings=settings, now=now, again=f":{number}", other=number)


async def _give_up(given: GivesWay, *, settings: Settings, now: datetime) -> None:
    return_id = given.favour.id
    why = plain(settings.default_locale, "call-overtaken")
    here: dict[str, Any] = {"by": Actor.CUSTOMER, "now": now}
    less = {"carried": F("carried") - given.money.given, "carried_topped": F("carried_topped") - given.money.topped}
    if given.is_over:
        await Return.filter(id=return_id).update(**less)
        await step(return_id, Status.CANCELLED, gives_way=True, why=why, **here)
        await tell_step(return_id, Status.CANCELLED, settings=settings, **here)
        return
    money = await worth_of_rest(given, settings=settings, now=now)
    await Return.filter(id=return_id).update(**less)
    row = await Return.get(id=return_id)
    for item in await ReturnItem.filter(request_id=return_id).order_by("id"):
        item.quantity -= given.less.get(item.line_id, 0)
        item.received -= given.came.get(item.line_id, 0)
        item.accepted = None if item.accepted is None else min(item.accepted, item.received)
        await (item.save() if item.quantity else item.delete())
    # Its parcel may bear the cost of the way back elsewhere.
    await Return.filter(id=row.id).update(goods=money.goods, shipping=money.shipping, fee=min(row.fee, money.fee))
    await Return.filter(id=row.id).update(loss=min(row.loss, (await read_sheet(row.id)).worth.amount))
    await act(row, "less", by=Actor.CUSTOMER, settings=settings, now=now, why=why)
    await instruct_less(return_id, settings=settings, now=now)


def _favour(row: Row, items: Sequence[Row]) -> Favour:
    has_label, is_late = row["status"] == Status.LABEL_SENT, row["late_at"] is not None
    holds = {item["line_id"]: _holds(item, is_late=is_late) for item in items}
    return Favour(
        row["id"],
        row["number"],
        holds,
        row["follows"],
        Status(row["status"]),
        {item["line_id"]: min(item["received"], holds[item["line_id"]]) for item in items},
        amount(row["fee"]) or NOTHING,
        (day(row["label_expires_on"]) or date.max) if has_label else None,
        bool(row["keeps"]),
        None if any(_is_refused(item) for item in items) else amount(row["goods"]),
    )


def _is_refused(item: Row) -> bool:
    """Whether not all of it was accepted."""
    return item["accepted"] is not None and item["accepted"] < item["quantity"]


def _holds(item: Row, *, is_late: bool) -> int:
    """Of one that was settled before, and goes on since more has come, what was not accepted is free (held.py)."""
    return int(item["accepted"] if is_late and item["accepted"] is not None else item["quantity"])
