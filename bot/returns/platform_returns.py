"""A return that was made at the shop's platform: found again, taken for one of ours that it keeps, or made here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import structlog

from bot.config import LOCALES, Locale, Settings
from bot.customers.holds import open_hold
from bot.returns.billing import lock_bill
from bot.returns.held import sofar_but
from bot.returns.machine import HOLDS_ITEMS, OVER, Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.money import Estimate, estimate
from bot.returns.moving import act, find_seen, step, subject_of
from bot.returns.news import update_cards
from bot.returns.numbers import free_number
from bot.returns.paths import Way
from bot.returns.policies import fee_of_order
from bot.returns.reasons import DEFECTS, read_reason
from bot.shop.rows import Row, fetch

S = Status
OWNER = """
SELECT o.source, o.customer_id, c.locale FROM shop_order o JOIN shop_customer c ON c.id = o.customer_id
WHERE o.id = ? AND NOT o.is_test AND NOT o.is_hidden"""
LINES = "SELECT id, sku, external_id, quantity FROM shop_line WHERE order_id = ? ORDER BY position"
HELD = """
SELECT i.line_id, sum(i.quantity) AS pieces FROM return_item i JOIN return_request r ON r.id = i.request_id
JOIN shop_line l ON l.id = i.line_id WHERE l.order_id = ? AND r.follows IS NULL AND r.status IN ? GROUP BY i.line_id"""
HELD_BY_OTHERS = HELD.replace("GROUP BY", "AND r.id <> ? GROUP BY")

log = structlog.get_logger(__name__)


async def find_or_make(
    order_id: int,
    external_id: str,
    items: Sequence[Row],
    *,
    is_over: bool,
    at: datetime,
    settings: Settings,
    now: datetime,
) -> None:
    """To be called with the order locked. Nothing is made of items that nobody here knows, nor for nobody.

    One that is called off there (`is_over`) is none of ours: who knows for which reason it was made and dropped.
    """
    owners = await fetch(OWNER, order_id)
    if not owners or await Return.filter(source=owners[0]["source"], external_id=external_id).exists():
        return
    lines = await fetch(LINES, order_id)
    wanted, reasons = pieces_of(items, lines)
    if not wanted:
        return
    held = {row["line_id"]: int(row["pieces"]) for row in await fetch(HELD, order_id, sorted(HOLDS_ITEMS))}
    ours = None if is_over else await _ours(order_id, wanted, held, lines)
    if ours:
        await Return.filter(id=ours.id).update(source=owners[0]["source"], external_id=external_id)
        log.info("return known to the platform", id=ours.id)
        await _add_rest(ours, wanted, held, lines, settings=settings, now=now)
        return
    left = {line["id"]: line["quantity"] - held.get(line["id"], 0) for line in lines}
    free = Counter({line_id: min(pieces, left[line_id]) for line_id, pieces in wanted.items()})
    if +free:
        await _make(order_id, external_id, owners[0], +free, reasons, held, at=at, settings=settings, now=now)


def pieces_of(items: Sequence[Row], lines: Sequence[Row]) -> tuple[Counter[int], dict[int, str | None]]:
    """Pieces and reason by line, without those taken out; of two lines that fit the first that has some is meant."""
    wanted, reasons = Counter[int](), dict[int, str | None]()
    for item in items:
        more = int(item.get("quantity") or 0) - sum(item.get("out", {}).values())
        for line in (line for line in lines if is_item(item, line)):
            taken = min(more, line["quantity"] - wanted[line["id"]])
            if taken > 0:
                wanted[line["id"]] += taken
                reasons[line["id"]] = read_reason(item.get("reason"))
                more -= taken
    return wanted, reasons


def is_item(item: Mapping[str, object], line: Row) -> bool:
    """Whether the platform means this line: by its own id of it, else by the article number."""
    if item.get("line") and line["external_id"]:
        return bool(item["line"] == line["external_id"])
    return item.get("sku") is not None and bool(item["sku"] == line["sku"])


async def _ours(order_id: int, wanted: Counter[int], held: Mapping[int, int], lines: Sequence[Row]) -> Return | None:
    """The one that the shop has entered there for us: of the same pieces, else one whose pieces are all among these,
    else of pieces of which no more are left; what was cancelled before it left only where nothing else comes back."""
    bought = {line["id"]: line["quantity"] for line in lines}
    are_left = all(bought[line_id] - held.get(line_id, 0) >= pieces for line_id, pieces in wanted.items())
    candidates = await Return.filter(
        order_id=order_id, external_id=None, follows=None, status__not_in=[S.DRAFT, *OVER]
    ).order_by("id")
    for is_cancelled in (False, True):
        rows = [row for row in candidates if (row.way == Way.CANCEL) is is_cancelled]
        if found := await _fits(rows, wanted, are_left=are_left):
            return found
    return None


async def _fits(rows: Sequence[Return], wanted: Counter[int], *, are_left: bool) -> Return | None:
    within, overlapping = None, None
    for row in rows:
        pieces = {item.line_id: item.quantity for item in await ReturnItem.filter(request_id=row.id)}
        if pieces == wanted:
            return row
        if within is None and all(wanted[line_id] == count for line_id, count in pieces.items()):
            within = row
        if overlapping is None and pieces.keys() & wanted.keys():
            overlapping = row
    return within or (None if are_left else overlapping)


async def _add_rest(
    row: Return,
    wanted: Counter[int],
    held: Mapping[int, int],
    lines: Sequence[Row],
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """What the shop takes back there beside it belongs to it here as well, so that nobody sends it back twice."""
    mine = {item.line_id: item for item in await ReturnItem.filter(request_id=row.id)}
    left = {line["id"]: line["quantity"] - held.get(line["id"], 0) for line in lines}
    more = {
        line_id: min(count - (mine[line_id].quantity if line_id in mine else 0), left[line_id])
        for line_id, count in wanted.items()
    }
    more = {line_id: count for line_id, count in more.items() if count > 0}
    if not more:
        return
    for line_id, count in more.items():
        if line_id in mine:
            mine[line_id].quantity += count
            await mine[line_id].save(update_fields=["quantity"])
        else:
            await ReturnItem.create(request_id=row.id, line_id=line_id, quantity=count)
    pieces = {item.line_id: item.quantity for item in await ReturnItem.filter(request_id=row.id)}
    money = await brings(row.order_id, pieces, await held_by_others(row.order_id, row.id), Way(row.way), of=row.id)
    await Return.filter(id=row.id).update(goods=money.goods, shipping=money.shipping, fee=money.fee)
    await act(await find_seen(row.id), "more", by=Actor.PLATFORM, settings=settings, now=now)


async def _make(
    order_id: int,
    external_id: str,
    owner: Row,
    pieces: Mapping[int, int],
    reasons: Mapping[int, str | None],
    held: Mapping[int, int],
    *,
    at: datetime,
    settings: Settings,
    now: datetime,
) -> None:
    """A favour of the shop or, for a defect, its warranty: that it was a withdrawal, nobody tells us."""
    way = Way.WARRANTY if DEFECTS.intersection(filter(None, reasons.values())) else Way.GOODWILL
    money = await brings(order_id, pieces, held, way)
    made = await Return.create(
        number=await free_number(),
        customer_id=owner["customer_id"],
        order_id=order_id,
        source=owner["source"],
        external_id=external_id,
        way=way.value,
        status=S.DRAFT.value,
        goods=money.goods,
        shipping=money.shipping,
        fee=money.fee,
        currency=money.currency,
        locale=_locale(owner["locale"], settings),
        created_at=at,
    )
    await ReturnItem.bulk_create(
        ReturnItem(request_id=made.id, line_id=line_id, quantity=count, reason=reasons.get(line_id))
        for line_id, count in pieces.items()
    )
    await step(made.id, S.REQUESTED, by=Actor.PLATFORM, now=at)
    await open_hold(owner["customer_id"], reason="return", subject=subject_of(made.id), now=now)
    await update_cards(made.id, settings=settings, now=now)
    log.info("return made at the platform", id=made.id)


async def held_by_others(order_id: int, return_id: int) -> dict[int, int]:
    """Pieces by line that other returns hold."""
    rows = await fetch(HELD_BY_OTHERS, order_id, sorted(HOLDS_ITEMS), return_id)
    return {row["line_id"]: int(row["pieces"]) for row in rows}


async def brings(
    order_id: int, pieces: Mapping[int, int], held: Mapping[int, int], way: Way, *, of: int = 0
) -> Estimate:
    """As if nothing had gone back for it yet: its refund may have come before it. `of` is the return it is about."""
    bill = await lock_bill(order_id, of=of)
    fee = await fee_of_order(order_id, way)
    sofar = await sofar_but(order_id, of, held)
    return estimate(replace(bill, refunded=Decimal()), pieces, way=way, fee=fee, **sofar)


def _locale(told: str | None, settings: Settings) -> Locale:
    return next((locale for locale in LOCALES if locale == told), settings.default_locale)
