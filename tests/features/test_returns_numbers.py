"""What a return is called: short, and nobody else's."""

from bot.config import Settings
from bot.returns.numbers import free_number
from bot.returns.paths import Way
from bot.returns.requests import Piece
from tests.support.returns import a_delivered_order, asked


async def test_a_number_that_another_return_has_is_drawn_again(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.WITHDRAWAL, settings=database)

    drawn = iter((made.number, made.number, "R-FREE2"))
    assert await free_number(drawn.__next__) == "R-FREE2"
