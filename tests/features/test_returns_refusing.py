"""The check of a withdrawal refuses only what the law leaves to refuse; favours and claims are looked at freely."""

from typing import Any

import pytest

from bot.config import Settings
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.refusing import NotRefusableError, Refusal, refusals
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.verdicts import approve
from bot.shop.models import Line
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order, asked


async def here_again(settings: Settings, way: Way, *, exclusion: str | None = None) -> tuple[Requested, Line]:
    """Two pieces of one item have come back."""
    order, line = await a_delivered_order()
    await a_product("CREAM", return_exclusion=exclusion)
    await Line.filter(id=line.id).update(sku="CREAM")
    made = await asked(order, Piece(line.id, 2, "defective"), way=way, settings=settings)
    given = by_mia(settings)
    if made.status is Status.REQUESTED:
        await approve(made.id, policy=DEFAULT, **given)
    await receive(made.id, **given)
    return made, line


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


@pytest.mark.parametrize("because", [None, Refusal.SEAL])
async def test_what_is_used_or_broken_is_no_reason_to_refuse_a_withdrawal(
    database: Settings, because: Refusal | None
) -> None:
    made, line = await here_again(database, Way.WITHDRAWAL)
    before = await read_sheet(made.id)
    finding = Finding({line.id: 1}, why="It is scratched", because=because)
    with pytest.raises(NotRefusableError):
        await check(made.id, finding, policy=DEFAULT, **by_mia(database))
    assert await read_sheet(made.id) == before, "nothing was done"


async def test_a_broken_seal_is_one_where_the_law_says_so(database: Settings) -> None:
    made, line = await here_again(database, Way.WITHDRAWAL, exclusion="sealed_hygiene")
    assert await refusals(made.id, [line.id]) == (Refusal.OTHER, Refusal.SEAL)
    finding = Finding({line.id: 0}, why="The seal is broken", because=Refusal.SEAL)
    assert await check(made.id, finding, policy=DEFAULT, **by_mia(database)) is Status.INSPECTED
    assert (await read_sheet(made.id)).left.amount == 0


async def test_what_is_not_the_shops_article_is_one_always(database: Settings) -> None:
    made, line = await here_again(database, Way.WITHDRAWAL)
    finding = Finding({line.id: 1}, why="One is somebody else's", because=Refusal.OTHER)
    assert await check(made.id, finding, policy=DEFAULT, **by_mia(database)) is Status.INSPECTED


@pytest.mark.parametrize("way", [Way.GOODWILL, Way.WARRANTY])
async def test_favours_and_claims_are_refused_in_words_alone(database: Settings, way: Way) -> None:
    made, line = await here_again(database, way)
    finding = Finding({line.id: 1}, why="It works")
    assert await check(made.id, finding, policy=DEFAULT, **by_mia(database)) is Status.INSPECTED
