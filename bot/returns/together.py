"""Several orders in one parcel: a return for each contract, with its own way, money and end; one label, one arrival.

Whatever concerns the parcel is done to all of them, locked in the order of their ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.returns.cases import refresh_desk
from bot.returns.labels import NewLabel, replace_label, send_label, without_label
from bot.returns.locking import lock_parcel
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.money import NOTHING, Estimate
from bot.returns.moving import tell_sent
from bot.returns.news import update_cards
from bot.returns.parcels import comes_back, share_label
from bot.returns.paths import DECLARED
from bot.returns.policy import Policy
from bot.returns.promised import lock_stock
from bot.returns.receiving import COMES, receive
from bot.returns.requested import Parcel, Requested
from bot.returns.requests import Wish, ask, preview
from bot.returns.sending_back import read_offer
from bot.shop.rows import fetch, locked, moment

MOST_ORDERS = 5
MOST_LISTED, LOOKED_AT = 6, 12
OTHERS = """
SELECT id, number, placed_at FROM shop_order
WHERE customer_id = (SELECT customer_id FROM shop_order WHERE id = ?) AND customer_id IN ? AND NOT is_hidden
  AND id NOT IN ? ORDER BY placed_at DESC, id DESC LIMIT ?"""

LOCK = "SELECT id FROM shop_order WHERE id IN ? ORDER BY id"
SAME = "SELECT sku FROM shop_line WHERE id IN ?"

S = Status


@dataclass(frozen=True, slots=True)
class OtherOrder:
    """One of which something may go back as well; `placed_at` is UTC."""

    id: int
    number: str
    placed_at: datetime


class TooManyOrdersError(CustomerError):
    """More orders than a parcel is for; nothing was done."""

    key = "return-together-most"


@unit_of_work
async def ask_together(
    wishes: Sequence[Wish],
    *,
    customer_ids: Sequence[int],
    chat_id: int | None,
    locale: Locale,
    policy: Policy,
    settings: Settings,
    now: datetime,
) -> list[Requested]:
    """Ask for all of it or for nothing: the errors are those of `ask`, and TooManyOrdersError.

    One parcel is one way back: who bears its cost bears it once. The rules look at the favours in it as one.
    """
    if len({wish.order_id for wish in wishes}) > MOST_ORDERS:
        raise TooManyOrdersError
    here: dict[str, Any] = {"customer_ids": customer_ids, "chat_id": chat_id, "locale": locale}
    here |= {"settings": settings, "now": now}
    await _lock(wishes)
    told = await preview_together(wishes, customer_ids=customer_ids, policy=policy, settings=settings, now=now)
    favours = {wish.order_id: told[wish.order_id].goods for wish in wishes if wish.way not in DECLARED}
    made: list[Requested] = []
    for wish in sorted(wishes, key=lambda wish: wish.order_id):
        beside = sum((worth for order_id, worth in favours.items() if order_id != wish.order_id), NOTHING)
        borne = sum((each.estimate.fee for each in made), NOTHING)
        parcel = Parcel(made[0].id if made else None, beside, borne) if len(wishes) > 1 else None
        made.append(await ask(wish, policy=policy, parcel=parcel, **here))
    if len(made) > 1:
        for each in made[:-1]:  # they were told before the others were there
            await update_cards(each.id, settings=settings, now=now)
            await refresh_desk(each.id, settings=settings, now=now)
    return made


async def _lock(wishes: Sequence[Wish]) -> None:
    """All orders, then all articles, each in their order: two that ask for the same never wait for each other."""
    await fetch(LOCK + locked(), sorted(wish.order_id for wish in wishes))
    pieces = [piece for wish in wishes for piece in wish.pieces]
    again = [piece.line_id for wish in wishes if wish.outcome == "replacement" for piece in wish.pieces]
    same = await fetch(SAME, again)
    skus = {piece.exchange_sku for piece in pieces} | {row["sku"] for row in same}
    await lock_stock([sku for sku in skus if sku])


async def preview_together(
    wishes: Sequence[Wish],
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
) -> dict[int, Estimate]:
    """What each wish would bring, by its order; the errors are those of `ask_together`."""
    found: dict[int, Estimate] = {}
    for wish in sorted(wishes, key=lambda wish: wish.order_id):
        here: dict[str, Any] = {"customer_ids": customer_ids, "policy": policy, "settings": settings, "now": now}
        borne = sum((each.fee for each in found.values()), NOTHING)
        found[wish.order_id] = await preview(wish, borne=borne, **here)
    return found


async def list_others(
    besides: Sequence[int],
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    most: int = MOST_LISTED,
) -> list[OtherOrder]:
    """The same customer's newest orders of which something may go into that parcel, besides those in it."""
    if not besides or len(besides) >= MOST_ORDERS:
        return []
    found: list[OtherOrder] = []
    for row in await fetch(OTHERS, besides[0], list(customer_ids), list(besides), LOOKED_AT):
        here: dict[str, Any] = {"customer_ids": customer_ids, "policy": policy, "settings": settings, "now": now}
        if len(found) < most and (await read_offer(row["id"], **here)).lines:
            found.append(OtherOrder(row["id"], row["number"], moment(row["placed_at"]) or now))
    return found


@unit_of_work
async def send_one_label(
    return_id: int, label: NewLabel, *, by: Actor, settings: Settings, now: datetime, **given: Any
) -> Status:
    """The label of one is that of all in its parcel that wait for one; it rings once. `given` is for send_label."""
    await lock_parcel(return_id)
    status = await send_label(return_id, label, by=by, settings=settings, now=now, **given)
    await share_label(return_id, by=by, settings=settings, now=now, staff_id=given.get("staff_id"))
    return status


@unit_of_work
async def replace_one_label(return_id: int, label: NewLabel, *, seen: int | None = None, **given: Any) -> None:
    """That of all in its parcel that have one; it rings once. `given` is for replace_label."""
    ids = await lock_parcel(return_id)
    await replace_label(return_id, label, seen=seen, **given)
    for row in await Return.filter(id__in=ids, status=S.LABEL_SENT.value).exclude(id=return_id).order_by("id"):
        await replace_label(row.id, label, rings=False, **given)


@unit_of_work
async def without_one_label(return_id: int, *, seen: int | None = None, **given: Any) -> None:
    """All in the parcel go without a label of the shop; it rings once. `given` is for without_label."""
    ids = await lock_parcel(return_id)
    await without_label(return_id, seen=seen, **given)
    for row in await Return.filter(id__in=ids, status=S.APPROVED.value, sends_itself=False).order_by("id"):
        if comes_back(row):
            await without_label(row.id, rings=False, **given)


@unit_of_work
async def tell_parcel_sent(return_id: int, *, customer_ids: Sequence[int], **given: Any) -> Status:
    """The customer has handed it in with everything that was to be in it; `given` is for tell_sent."""
    ids = await lock_parcel(return_id)
    status = await tell_sent(return_id, customer_ids=customer_ids, **given)
    waiting = Return.filter(id__in=ids, status__in=[S.APPROVED.value, S.LABEL_SENT.value]).order_by("id")
    for row in await waiting:
        if comes_back(row) and (row.status == S.LABEL_SENT or row.sends_itself):
            await tell_sent(row.id, customer_ids=customer_ids, **given)
    return status


@unit_of_work
async def receive_parcel(return_id: int, *, seen: int | None = None, **given: Any) -> Status:
    """The parcel is here with everything that was to be in it; it rings once. `given` is for receive."""
    ids = await lock_parcel(return_id)
    status = await receive(return_id, seen=seen, **given)
    for row in await Return.filter(id__in=ids, status__in=list(COMES)).order_by("id"):
        if comes_back(row):
            await receive(row.id, **given | {"rings": False})
    return status
