"""A draw whose process dies: the next one draws the same winners, and each of them is told once."""

from collections import Counter
from signal import SIGKILL

import pytest

from bot.community.contest_draws import mind_contests
from bot.community.contest_export import list_places
from bot.community.contest_models import Contest, ContestEntry
from bot.community.drawing import numbered, places
from bot.config import Settings
from bot.outbox.models import Push
from tests.support.contests import LASTS, an_open_contest, entered
from tests.support.dying_draw import dies_drawing
from tests.support.postman import NOON, Postman, drained

OVER = NOON + LASTS
WINNERS = 3


@pytest.mark.parametrize("looks", [1, 6])
async def test_who_dies_between_draw_and_telling_leaves_both_to_the_next(database: Settings, looks: int) -> None:
    contest_id = await an_open_contest(database, winners=WINNERS)
    await entered(contest_id, *range(500, 520), settings=database)
    before = await Push.all().count()
    row = await Contest.get(id=contest_id)
    tickets = numbered([each.ticket for each in await ContestEntry.filter(contest_id=contest_id)])

    assert await dies_drawing(database, contest_id, looks=looks, now=OVER) == -SIGKILL
    assert (await Contest.get(id=contest_id)).status == "open"
    assert await Push.all().count() == before, "nobody is told of a draw that there is not"

    postman = Postman()
    for _ in range(2):
        await mind_contests(database, now=OVER)
        await drained(database, postman, OVER)
    won = await list_places(contest_id)
    drawn = [ticket for _, ticket in zip(range(WINNERS), places(bytes.fromhex(row.seed or ""), tickets), strict=False)]
    assert [each.entry.ticket for each in won] == drawn
    told = Counter(call.chat_id for call in postman.calls if 500 <= call.chat_id < 520)
    assert told == Counter(each.entry.chat_id for each in won)
