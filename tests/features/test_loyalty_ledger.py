"""The points ledger: each source once, the balance is the sum, and nobody spends what is not there."""

import asyncio
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.loyalty.ledger import Balance, NotEnoughPointsError, balance_of, book, spend, statement
from bot.loyalty.models import LoyaltyAccount, LoyaltyEntry
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON

LATER = NOON + timedelta(days=14)


async def earned(customer_id: int, points: int, source: str = "survey:plan:1") -> None:
    assert await book(customer_id, points, kind="survey", source=source, reason="survey", now=NOON)


async def took(customer_id: int, points: int, source: str) -> bool:
    try:
        return await spend(customer_id, points, kind="spend", source=source, reason="spend", now=NOON)
    except NotEnoughPointsError:
        return False


@pytest.mark.usefixtures("database")
async def test_the_same_source_is_booked_once_whatever_else_is_different() -> None:
    customer = await a_customer()

    await earned(customer.id, 10)
    again = await book(customer.id, 99, kind="goodwill", source="survey:plan:1", reason="goodwill", now=LATER)

    assert not again
    assert await balance_of([customer.id], now=NOON) == Balance(10, 0, None)


@pytest.mark.usefixtures("database")
async def test_points_are_pending_until_the_return_window_ends_and_cannot_be_spent_before() -> None:
    customer = await a_customer()
    await book(customer.id, 10, kind="survey", source="a", reason="survey", now=NOON, available_at=LATER)

    assert await balance_of([customer.id], now=NOON) == Balance(0, 10, LATER)
    with pytest.raises(NotEnoughPointsError) as refusal:
        await spend(customer.id, 1, kind="spend", source="b", reason="spend", now=NOON)
    assert refusal.value.values == {"available": 0}

    assert await balance_of([customer.id], now=LATER) == Balance(10, 0, None)
    assert await spend(customer.id, 10, kind="spend", source="b", reason="spend", now=LATER)
    assert await balance_of([customer.id], now=LATER) == Balance(0, 0, None)


@pytest.mark.usefixtures("database")
async def test_what_was_spent_counts_at_once_even_for_a_clock_that_is_behind() -> None:
    customer = await a_customer()
    await earned(customer.id, 10)
    await spend(customer.id, 10, kind="spend", source="b", reason="spend", now=LATER)

    assert (await balance_of([customer.id], now=NOON)).available == 0
    with pytest.raises(NotEnoughPointsError):
        await spend(customer.id, 1, kind="spend", source="c", reason="spend", now=NOON)


@pytest.mark.usefixtures("database")
async def test_a_refused_spend_leaves_nothing_behind() -> None:
    customer = await a_customer()
    await earned(customer.id, 5)

    with pytest.raises(NotEnoughPointsError):
        await spend(customer.id, 6, kind="spend", source="b", reason="spend", now=NOON)

    assert await LoyaltyEntry.all().count() == 1


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("points", [0, -5])
async def test_nothing_and_less_is_neither_booked_nor_spent(points: int) -> None:
    customer = await a_customer()
    for verb in (book, spend):
        with pytest.raises(ValueError, match="above zero"):
            await verb(customer.id, points, kind="survey", source="a", reason="survey", now=NOON)


@pytest.mark.usefixtures("database")
async def test_a_person_who_is_several_customers_has_one_balance_and_one_statement() -> None:
    one, two, other = [await a_customer() for _ in range(3)]
    order = await an_order("1001", customer=one)
    await book(
        *(one.id, 10),
        kind="survey",
        source="a",
        reason="survey",
        now=NOON,
        order_id=order.id,
        values={"number": "1001"},
    )
    await earned(two.id, 5, "b")
    await earned(other.id, 100, "c")

    assert (await balance_of([one.id, two.id], now=NOON)).available == 15
    newest, oldest = await statement([one.id, two.id], limit=10)
    assert (newest.points, oldest.points, oldest.order_id) == (5, 10, order.id)
    assert oldest.details == {"number": "1001"}
    assert await statement([], limit=10) == ()
    assert await balance_of([], now=NOON) == Balance(0, 0, None)


async def test_a_hundred_bookings_of_one_source_at_once_are_one(database: Settings) -> None:
    customer = await a_customer()

    booked = await asyncio.gather(
        *(book(customer.id, 10, kind="survey", source="a", reason="survey", now=NOON) for _ in range(100))
    )

    assert booked.count(True) == 1
    assert (await balance_of([customer.id], now=NOON)).available == 10


async def test_a_hundred_bookings_of_different_sources_at_once_all_count(database: Settings) -> None:
    customer = await a_customer()

    await asyncio.gather(*(earned(customer.id, 3, f"source:{number}") for number in range(100)))

    assert (await balance_of([customer.id], now=NOON)).available == 300


async def test_a_hundred_spends_at_once_never_go_below_zero(database: Settings) -> None:
    customer = await a_customer()
    await earned(customer.id, 50)

    spent = await asyncio.gather(*(took(customer.id, 7, f"spend:{number}") for number in range(100)))

    assert spent.count(True) == 7
    assert (await balance_of([customer.id], now=NOON)).available == 1
    assert await LoyaltyAccount.all().count() == 1


async def test_a_hundred_spends_of_one_source_at_once_are_one(database: Settings) -> None:
    customer = await a_customer()
    await earned(customer.id, 50)

    spent = await asyncio.gather(*(took(customer.id, 7, "reward:1") for _ in range(100)))

    assert spent.count(True) == 1
    assert (await balance_of([customer.id], now=NOON)).available == 43


async def test_bookings_and_spends_at_once_add_up(database: Settings) -> None:
    customer = await a_customer()
    await earned(customer.id, 20, "start")

    verbs = [earned(customer.id, 1, f"in:{number}") for number in range(50)]
    results = await asyncio.gather(*verbs, *(took(customer.id, 2, f"out:{number}") for number in range(50)))

    gone = results[50:].count(True)
    assert (await balance_of([customer.id], now=NOON)).available == 70 - 2 * gone >= 0
