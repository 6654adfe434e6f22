"""A withdrawal overtakes a favour of which nothing was sent yet: asking first costs nobody the right (§ 355 BGB).

Whether the staff have said yes to it or not; what is on its way, has been paid for or need not come back goes on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config import Settings
from bot.i18n import plain
from bot.returns.alarms import alarm
from bot.returns.calls import instruct_less
from bot.returns.cases import refresh_desk
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import act, move
from bot.returns.news import update_cards
from bot.returns.paths import Way
from bot.returns.platform_returns import brings, held_by_others
from bot.shop.rows import Row, fetch, locked

# What has cost the staff the least, first.
UNSENT = (Status.REQUESTED, Status.APPROVED, Status.LABEL_SENT)
FAVOURS = """
SELECT r.id, r.number, r.status FROM return_request r WHERE r.order_id = ? AND r.status IN ? AND NOT r.keeps
AND r.follows IS NULL
AND r.way IN ('warranty', 'goodwill') AND NOT EXISTS (SELECT 1 FROM return_payment m WHERE m.request_id = r.id)
ORDER BY r.id DESC"""
ITEMS = "SELECT request_id, line_id, quantity FROM return_item WHERE request_id IN ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Favour:
    """A wish that a withdrawal may overtake, and its pieces by line."""

    id: int
    number: str
    pieces: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class GivesWay:
    """What one of them loses, by line."""

    favour: Favour
    less: Mapping[int, int]

    @property
    def is_over(self) -> bool:
        """Whether nothing is left of it."""
        return all(self.less.get(line_id, 0) == pieces for line_id, pieces in self.favour.pieces.items())


async def list_favours(order_id: int, *, for_update: bool = False) -> list[Favour]:
    """In the order in which they give way: what still waits for the staff first, of those the newest."""
    rows = await fetch(FAVOURS + (locked("r") if for_update else ""), order_id, [each.value for each in UNSENT])
    items = await fetch(ITEMS, [row["id"] for row in rows]) if rows else []
    rows.sort(key=lambda row: UNSENT.index(Status(row["status"])))
    return [Favour(row["id"], row["number"], _pieces(row, items)) for row in rows]


def give_way(favours: Sequence[Favour], wanted: Mapping[int, int], left: Mapping[int, int]) -> list[GivesWay]:
    """What they lose, where a withdrawal wants more pieces than are `left` beside them (by line); pure."""
    missing = {line_id: max(pieces - left.get(line_id, 0), 0) for line_id, pieces in wanted.items()}
    found = []
    for favour in favours:
        less = {line_id: min(missing.get(line_id, 0), pieces) for line_id, pieces in favour.pieces.items()}
        for line_id, pieces in less.items():
            missing[line_id] = missing.get(line_id, 0) - pieces
        if any(less.values()):
            found.append(GivesWay(favour, less))
    return found


async def overtake(
    order_id: int, wanted: Mapping[int, int], left: Mapping[int, int], *, settings: Settings, now: datetime
) -> list[GivesWay]:
    """Free the pieces that a declaration needs beyond those that are `left` (by line).

    A wish that loses all its pieces is over, another goes on with the rest. To be called with the order locked, in the
    transaction of the declaration.
    """
    found = give_way(await list_favours(order_id, for_update=True), wanted, left)
    for each in found:
        await _give_up(each, settings=settings, now=now)
    return found


async def tell_overtaken(return_id: int, overtaken: Sequence[GivesWay], *, settings: Settings, now: datetime) -> None:
    """The withdrawal and what it has overtaken name each other, once there is that withdrawal."""
    row = await Return.get(id=return_id)
    for each in overtaken:
        if each.is_over:
            await Return.filter(id=each.favour.id).update(overtaken_by=return_id)
            await update_cards(each.favour.id, settings=settings, now=now)
            await refresh_desk(each.favour.id, settings=settings, now=now)
        number = each.favour.number
        await alarm(row, "call-overtakes", settings=settings, now=now, again=f":{number}", other=number)


async def _give_up(given: GivesWay, *, settings: Settings, now: datetime) -> None:
    return_id = given.favour.id
    why = plain(settings.default_locale, "call-overtaken")
    if given.is_over:
        await move(return_id, Status.CANCELLED, by=Actor.CUSTOMER, settings=settings, now=now, why=why)
        return
    row = await Return.get(id=return_id)
    for item in await ReturnItem.filter(request_id=return_id).order_by("id"):
        item.quantity -= given.less.get(item.line_id, 0)
        await (item.save(update_fields=["quantity"]) if item.quantity else item.delete())
    rest = {item.line_id: item.quantity for item in await ReturnItem.filter(request_id=return_id)}
    money = await brings(row.order_id, rest, await held_by_others(row.order_id, row.id), Way(row.way))
    # Its parcel may bear the cost of the way back elsewhere.
    await Return.filter(id=row.id).update(goods=money.goods, shipping=money.shipping, fee=min(row.fee, money.fee))
    await act(row, "less", by=Actor.CUSTOMER, settings=settings, now=now, why=why)
    await instruct_less(return_id, settings=settings, now=now)


def _pieces(row: Row, items: Sequence[Row]) -> dict[int, int]:
    return {item["line_id"]: item["quantity"] for item in items if item["request_id"] == row["id"]}
