"""Wishes to hear of a product that is back: first come first told, as many as there are pieces, and not at night."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.config import Settings
from bot.customers.models import Chat
from bot.outbox.models import Push
from bot.shop.models import Product
from bot.support.models import StockWish
from bot.support.stock_news import FRESH, tell_of_stock
from bot.support.stock_wishes import LASTS, MOST_WISHES, own_wishes, take_back, wish
from tests.support.builders import a_product
from tests.support.postman import NOON, Postman, drained

HOUR, NIGHT = timedelta(hours=1), NOON + timedelta(hours=12)


async def a_pot(stock: int | None = 0, *chats: int) -> int:
    """A teapot that these chats wait for, in this order."""
    product = await a_product("POT", name={"de": "Teekanne"}, stock=stock)
    for place, chat in enumerate(chats):
        await Chat.create(id=chat, locale="de", first_name="Anna", time_zone="Europe/Berlin", created_at=NOON)
        await wish(chat, product.id, now=NOON + timedelta(seconds=place))
    return int(product.id)


async def restocked(product_id: int, pieces: int | None) -> None:
    await Product.filter(id=product_id).update(stock=pieces)


async def heard(settings: Settings, now: datetime) -> list[int]:
    """The chats that a tick and a round of the sender reach."""
    postman = Postman()
    await tell_of_stock(settings, now=now)
    await drained(settings, postman, now=now)
    return [call.chat_id for call in postman.calls]


async def test_as_many_are_told_as_there_are_pieces_and_the_next_an_hour_later(database: Settings) -> None:
    pot = await a_pot(0, 9, 7, 8, 5)
    assert await heard(database, NOON) == []
    await restocked(pot, 2)
    assert sorted(await heard(database, NOON)) == [7, 9]
    assert await heard(database, NOON + HOUR / 2) == []
    assert sorted(await heard(database, NOON + 2 * HOUR)) == [5, 8]
    assert await heard(database, NOON + 4 * HOUR) == []
    assert await StockWish.all().count() == 0


async def test_where_nobody_counts_all_are_told(database: Settings) -> None:
    pot = await a_pot(0, *range(1, 12))
    await restocked(pot, None)
    assert len(await heard(database, NOON)) == 11


async def test_two_ticks_at_once_tell_nobody_twice(database: Settings) -> None:
    pot = await a_pot(0, *range(1, 9))
    await restocked(pot, 3)
    told = await asyncio.gather(*(tell_of_stock(database, now=NOON) for _ in range(4)))
    assert sum(told) == 3
    assert sorted([push.chat_id for push in await Push.all()]) == [1, 2, 3]


async def test_at_night_it_waits_and_is_taken_back_when_the_product_has_gone_by_the_morning(
    database: Settings,
) -> None:
    pot = await a_pot(0, 7, 8)
    await restocked(pot, 1)
    assert await heard(database, NIGHT) == []
    assert await Push.filter(status="waiting").count() == 1
    await restocked(pot, 0)
    assert await heard(database, NIGHT + HOUR) == []
    assert await Push.filter(status="waiting").count() == 0
    assert await heard(database, NIGHT + 12 * HOUR) == []
    await restocked(pot, 1)
    assert await heard(database, NIGHT + 13 * HOUR) == [7]


async def test_what_came_too_late_is_told_when_it_can_be(database: Settings) -> None:
    pot = await a_pot(0, 7)
    await restocked(pot, 1)
    await tell_of_stock(database, now=NOON)
    await drained(database, Postman(), now=NOON + FRESH)
    later = NOON + FRESH + HOUR
    assert (await heard(database, later), await Push.filter(status="skipped").count()) == ([7], 1)


async def test_a_wish_taken_back_is_told_nothing_even_when_the_message_waits(database: Settings) -> None:
    pot = await a_pot(0, 7)
    await restocked(pot, 1)
    await tell_of_stock(database, now=NIGHT)
    await take_back(7, pot, now=NIGHT)
    assert await heard(database, NIGHT + 12 * HOUR) == []
    assert await own_wishes(7) == []


async def test_who_has_blocked_the_bot_holds_up_nobody(database: Settings) -> None:
    pot = await a_pot(0, 7, 8)
    await Chat.filter(id=7).update(unreachable_because="blocked")
    await restocked(pot, 1)
    await heard(database, NOON)
    assert await heard(database, NOON + HOUR / 60) == [8]


@pytest.mark.parametrize("is_gone", [True, False])
async def test_a_wish_that_cannot_be_fulfilled_ends_with_a_word_once(database: Settings, *, is_gone: bool) -> None:
    pot = await a_pot(0, 7)
    if is_gone:
        await Product.filter(id=pot).update(is_listed=False)
    later = NOON if is_gone else NOON + LASTS + timedelta(days=1)
    while later.weekday() > 4:
        later += timedelta(days=1)
    assert [await heard(database, later), await heard(database, later)] == [[7], []]
    assert await StockWish.all().count() == 0


async def test_a_second_wish_after_the_news_is_a_new_message_and_wishes_have_a_limit(database: Settings) -> None:
    pot = await a_pot(0, 7)
    await restocked(pot, 1)
    assert await heard(database, NOON) == [7]
    await heard(database, NOON)
    await restocked(pot, 0)
    assert await wish(7, pot, now=NOON + HOUR)
    await restocked(pot, 1)
    assert await heard(database, NOON + 2 * HOUR) == [7]
    assert await Push.filter(method="sendMessage", status="sent").count() == 2

    for number in range(MOST_WISHES):
        other = await a_product(f"X-{number}", stock=0)
        assert await wish(7, other.id, now=NOON)
    assert not await wish(7, (await a_product("ONE-MORE", stock=0)).id, now=NOON)
