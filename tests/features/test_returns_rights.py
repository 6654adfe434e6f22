"""Whoever is declined a favour keeps the right to withdraw, and hears of it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.requests import Piece
from bot.returns.right import Right
from bot.returns.rights import with_right
from bot.returns.verdicts import decline
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order, asked

STRICT = Policy(approves_up_to=Decimal())
MIA: dict[str, Any] = {"staff_id": 501}


async def declined(settings: Settings, *, way: Way = Way.GOODWILL) -> int:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1, "style"), way=way, settings=settings, policy=STRICT)
    return made.id


async def test_it_is_told_before_and_after_somebody_says_no(database: Settings) -> None:
    return_id = await declined(database)
    here: dict[str, Any] = {"settings": database, "now": SOON}  # the 18th is a holiday somewhere in Germany
    assert (await with_right(await read_sheet(return_id), **here)).right == Right(date(2026, 11, 19))
    await decline(return_id, "worn", **MIA, **here)
    assert (await with_right(await read_sheet(return_id), **here)).right == Right(date(2026, 11, 19))


async def test_nothing_is_promised_once_the_time_is_over(database: Settings) -> None:
    return_id = await declined(database)
    late = SOON + timedelta(days=15)
    await decline(return_id, "worn", settings=database, now=late, **MIA)
    assert (await with_right(await read_sheet(return_id), settings=database, now=late)).right is None


async def test_nor_where_the_law_gives_no_such_right(database: Settings) -> None:
    await a_product("KAFFEEBECHER", return_exclusion="made_to_measure")
    order, line = await a_delivered_order()
    await line.filter(id=line.id).update(sku="KAFFEEBECHER")
    made = await asked(order, Piece(line.id, 1, "style"), way=Way.GOODWILL, settings=database, policy=STRICT)
    assert (await with_right(await read_sheet(made.id), settings=database, now=SOON)).right is None
