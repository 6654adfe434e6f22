"""Points expire by lots, whatever their label, each once, and never what was spent before."""

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest

from bot.config import Settings
from bot.loyalty.expiring import MANY, expire_due, lots_of
from bot.loyalty.ledger import NotEnoughPointsError, balance_of, book, spend, statement
from bot.loyalty.models import LoyaltyEntry
from bot.shop.rows import insert_rows
from tests.support.builders import a_customer
from tests.support.loyalty import ruled
from tests.support.postman import NOON

OVER = datetime(2027, 12, 19, 1, tzinfo=NOON.tzinfo)
LATER = NOON + timedelta(days=30)


async def given(customer_id: int, points: int, *, source: str, now: datetime = NOON, kind: str = "survey") -> None:
    assert await book(customer_id, points, kind=kind, source=source, reason=kind, now=now)


async def took(customer_id: int, points: int, source: str, now: datetime) -> bool:
    try:
        return await spend(customer_id, points, kind="spend", source=source, reason="spend", now=now)
    except NotEnoughPointsError:
        return False


async def test_any_label_expires_on_its_day_and_what_was_spent_does_not(database: Settings) -> None:
    await ruled(validity={"months": 12})
    customer = await a_customer()
    await given(customer.id, 10, source="a")
    await given(customer.id, 20, source="b", kind="goodwill")
    await given(customer.id, 40, source="c", now=LATER)
    await took(customer.id, 15, "reward:1", LATER)

    assert await expire_due(now=OVER - timedelta(days=31)) == 0
    assert await expire_due(now=OVER - timedelta(days=29)) == 1
    assert await expire_due(now=OVER - timedelta(days=29)) == 0

    assert (await balance_of([customer.id], now=OVER)).available == 40
    newest = (await statement([customer.id], limit=1))[0]
    assert (newest.points, newest.kind, newest.reason) == (-15, "expire", "expire")


async def test_without_a_validity_nothing_expires(database: Settings) -> None:
    customer = await a_customer()
    await given(customer.id, 10, source="a")

    assert await expire_due(now=NOON + timedelta(days=9_999)) == 0


async def test_rules_that_come_later_change_nothing_that_was_booked(database: Settings) -> None:
    customer = await a_customer()
    await given(customer.id, 10, source="a")
    await ruled(validity={"months": 1})

    assert await expire_due(now=OVER) == 0
    assert (await balance_of([customer.id], now=OVER)).available == 10


async def test_nobody_spends_what_is_over_even_before_the_tick(database: Settings) -> None:
    await ruled(validity={"months": 12})
    customer = await a_customer()
    await given(customer.id, 10, source="a")

    with pytest.raises(NotEnoughPointsError) as refusal:
        await spend(customer.id, 1, kind="spend", source="b", reason="spend", now=OVER)

    assert refusal.value.values == {"available": 0}


async def test_a_hundred_redemptions_of_the_last_points_let_one_through(database: Settings) -> None:
    await ruled(validity={"months": 12})
    customer = await a_customer()
    await given(customer.id, 30, source="old", now=NOON - timedelta(days=400))
    await given(customer.id, 50, source="new")

    spent = await asyncio.gather(*(took(customer.id, 50, f"reward:{number}", NOON) for number in range(100)))

    assert spent.count(True) == 1
    assert (await balance_of([customer.id], now=NOON)).available == 0
    assert await LoyaltyEntry.filter(kind="expire").count() == 1


async def test_expiry_and_redemptions_at_once_add_up(database: Settings) -> None:
    await ruled(validity={"months": 12})
    customer = await a_customer()
    await given(customer.id, 40, source="old", now=NOON - timedelta(days=400))
    await given(customer.id, 35, source="new")

    await asyncio.gather(
        *(expire_due(now=NOON) for _ in range(5)),
        *(took(customer.id, 10, f"reward:{number}", NOON) for number in range(20)),
    )

    assert (await balance_of([customer.id], now=NOON)).available == 5
    [reading] = await lots_of([customer.id], now=NOON)
    assert (reading.points, reading.faults) == (5, ())


class Watched(datetime):
    """A moment that notes in which threads it is compared with others."""

    readers: ClassVar[set[str]] = set()

    def __ge__(self, other: datetime) -> bool:  # type: ignore[override]  # a date is never asked here
        self.readers.add(threading.current_thread().name)
        return super().__ge__(other)

    __hash__ = datetime.__hash__


async def test_others_are_served_while_many_entries_are_read(database: Settings) -> None:
    customer = await a_customer()
    columns = ("customer_id", "points", "kind", "source", "reason", "available_at", "created_at")
    many = [(customer.id, 1, "survey", f"a:{number}", "survey", LATER, NOON) for number in range(MANY + 1)]
    await insert_rows("loyalty_entry", columns, many)

    [read] = await lots_of([customer.id], now=Watched.fromtimestamp(LATER.timestamp(), UTC))

    assert read.points == len(many)
    assert Watched.readers
    assert threading.main_thread().name not in Watched.readers
