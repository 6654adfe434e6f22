"""In whatever order pieces go back, and come free again: what all returns of an order bring is what was paid for it."""

import os
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bot.config import Settings
from bot.returns.models import Return
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.platform_returns import find_or_make
from bot.returns.requests import Piece
from bot.shop.models import Line, Order
from tests.support.returns import SOON, a_delivered_order, asked

D = Decimal


async def brings(order: Order, line: Line, settings: Settings, pieces: int) -> tuple[int, Decimal]:
    made = await asked(order, Piece(line.id, pieces, "unwanted"), way=Way.WITHDRAWAL, settings=settings)
    return made.id, made.estimate.goods


async def taken_back(order: Order, return_id: int, settings: Settings) -> None:
    await cancel(return_id, customer_ids=[order.customer_id or 0], settings=settings, now=SOON)


async def test_the_cent_of_a_piece_that_goes_after_one_that_was_taken_back_is_not_paid_twice(
    database: Settings,
) -> None:
    """3.33, 3.34 and 3.33: the second stays while the first comes free, so that the last two are not the first two."""
    order, line = await a_delivered_order(total=D("10.00"))
    first, _ = await brings(order, line, database, 1)
    _, second = await brings(order, line, database, 1)
    await taken_back(order, first, database)
    _, rest = await brings(order, line, database, 2)
    assert (second, rest) == (D("3.34"), D("6.66"))


async def test_nor_is_it_where_the_platform_makes_the_return_of_the_last_two(database: Settings) -> None:
    order, line = await a_delivered_order(total=D("10.00"))
    first, _ = await brings(order, line, database, 1)
    _, second = await brings(order, line, database, 1)
    await taken_back(order, first, database)
    items = [{"sku": line.sku, "quantity": 2}]
    await find_or_make(order.id, "R5", items, is_over=False, at=SOON, settings=database, now=SOON)
    assert (second, (await Return.get(external_id="R5")).goods) == (D("3.34"), D("6.66"))


@examples(
    max_examples=6 if os.environ.get("BOTE_TEST_DATABASE_URL") else 20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    total=st.integers(100, 9999),
    in_all=st.integers(2, 6),
    steps=st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=6),
)
async def test_whatever_is_taken_back_meanwhile_all_returns_bring_what_was_paid(
    database: Settings, total: int, in_all: int, steps: list[tuple[int, bool]]
) -> None:
    """Each step withdraws from some pieces; now and then the oldest that stands is taken back after it."""
    order, line = await a_delivered_order(quantity=in_all, total=D(total) / 100)
    standing: list[tuple[int, int]] = []
    for wanted, gives_up in [*steps, (in_all, False)]:
        left = in_all - sum(pieces for _, pieces in standing)
        if left:
            made, _ = await brings(order, line, database, min(wanted, left))
            standing.append((made, min(wanted, left)))
        if gives_up and len(standing) > 1:
            await taken_back(order, standing.pop(0)[0], database)
    rows = await Return.filter(id__in=[made for made, _ in standing])
    assert sum(pieces for _, pieces in standing) == in_all
    assert sum((row.goods for row in rows), D(0)) == D(total) / 100
    coin = D("0.01") * in_all
    for made, pieces in standing:
        share = next(row.goods for row in rows if row.id == made)
        assert abs(share - D(total) / 100 * pieces / in_all) <= coin, "nobody bears more than what rounding makes"
