"""Somebody who wanted another article would rather have the money: the article is free for others again."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.returns.calls import instruct_less
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import MovedOnError, act, find_seen
from bot.returns.rethinkable import may_rethink


@unit_of_work
async def rather_money(return_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime) -> None:
    """MovedOnError where the article is on its way by now; NotFoundError for a foreign return."""
    if not await Return.filter(id=return_id, customer_id__in=list(customer_ids)).exists():
        raise NotFoundError
    row = await find_seen(return_id)
    if not may_rethink(await read_sheet(return_id)):
        raise MovedOnError
    row.outcome, row.even, row.pays_difference = "refund", False, False
    await row.save(update_fields=["outcome", "even", "pays_difference"])
    await ReturnItem.filter(request_id=return_id).update(exchange_sku=None, exchange_price=None)
    await act(row, "money", by=Actor.CUSTOMER, settings=settings, now=now)
    await instruct_less(return_id, settings=settings, now=now)
