"""Points for reviews: the same whatever the stars, once a product, pending like others, and gone with the review."""

import asyncio
from datetime import timedelta

import pytest

from bot.community.review_desk import decide
from bot.community.review_points import TAKEN_BACK_WITHIN, find_reward
from bot.community.reviews import rate, remove
from bot.config import Settings
from bot.loyalty.checking import check_accounts, describe_checks
from bot.loyalty.ledger import balance_of, statement
from tests.support.loyalty import ruled
from tests.support.returns import DELIVERED, SOON
from tests.support.reviews import CHAT, a_buyer, a_mug, a_review, version_of

STAFF = 77


@pytest.fixture(autouse=True)
async def _ruled(database: Settings) -> None:
    await ruled(earning={"per_review": 5})


async def points_of(customer_id: int) -> tuple[int, int]:
    balance = await balance_of([customer_id], now=SOON)
    return balance.available, balance.pending


@pytest.mark.parametrize("stars", [1, 2, 3, 4, 5])
async def test_every_review_earns_the_same_pending_while_the_goods_can_go_back(database: Settings, stars: int) -> None:
    erika, _ = await a_buyer()

    await a_review(erika, stars, settings=database)
    await a_review(erika, 6 - stars, "Und Worte", settings=database)

    assert await points_of(erika.id) == (0, 5)
    later = DELIVERED + timedelta(days=database.points_pending_days)
    assert (await balance_of([erika.id], now=later)).available == 5
    [entry] = await statement([erika.id], limit=9)
    assert (entry.kind, entry.reason, entry.details) == ("review", "review", {"product": "Becher <1>"})


async def test_without_a_rule_there_are_none(database: Settings) -> None:
    await ruled(earning={"per_euro": "1"})
    erika, _ = await a_buyer()

    review = await a_review(erika, 5, settings=database)
    await remove(review.product_id, customer_ids=[erika.id], now=SOON)

    assert await statement([erika.id], limit=9) == ()


async def test_who_deletes_soon_gives_them_back_and_who_rates_again_has_them_again_once(database: Settings) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    for _ in range(3):
        await a_review(erika, 1, settings=database)
        assert await points_of(erika.id) == (0, 5)
        assert await remove(mug.id, customer_ids=[erika.id], now=SOON)
        assert not await remove(mug.id, customer_ids=[erika.id], now=SOON)
        assert await points_of(erika.id) == (0, 0)
    assert await find_reward(erika.id, mug.id, now=SOON) is None

    await check_accounts(database, now=SOON + timedelta(days=1))
    told = await describe_checks(most=3)
    assert (told.accounts, told.faulty) == (1, 0)


async def test_who_deletes_later_keeps_them(database: Settings) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    await a_review(erika, 4, settings=database)
    later = SOON + TAKEN_BACK_WITHIN

    await remove(mug.id, customer_ids=[erika.id], now=later)

    assert (await balance_of([erika.id], now=later)).available == 5


async def test_what_is_no_experience_earns_nothing_until_it_is_found_to_be_one(database: Settings) -> None:
    erika, _ = await a_buyer()
    review = await a_review(erika, 5, "Wie das andere", settings=database)

    await decide(review.id, await version_of(review), "fake", staff_id=STAFF, settings=database, now=SOON)
    assert await points_of(erika.id) == (0, 0)
    await a_review(erika, 5, "Nein, wirklich", settings=database)
    assert await points_of(erika.id) == (0, 0)
    await decide(review.id, await version_of(review), None, staff_id=STAFF, settings=database, now=SOON)

    assert await points_of(erika.id) == (0, 5)
    reasons = [entry.reason for entry in await statement([erika.id], limit=9)]
    assert sorted(reasons) == ["review", "review_again", "review_fake"]


async def test_who_deletes_what_was_no_experience_and_rates_anew_gets_nothing_back(database: Settings) -> None:
    erika, _ = await a_buyer()
    review = await a_review(erika, 5, "Wie das andere", settings=database)
    await decide(review.id, await version_of(review), "fake", staff_id=STAFF, settings=database, now=SOON)

    await remove(review.product_id, customer_ids=[erika.id], now=SOON)
    await a_review(erika, 5, settings=database)

    assert await points_of(erika.id) == (0, 0)


@pytest.mark.parametrize("why", ["insult", "private"])
async def test_declined_words_keep_their_points(database: Settings, why: str) -> None:
    erika, _ = await a_buyer()
    review = await a_review(erika, 1, "Mist", settings=database)

    await decide(review.id, await version_of(review), why, staff_id=STAFF, settings=database, now=SOON)  # type: ignore[arg-type]  # one of them

    assert await points_of(erika.id) == (0, 5)


async def test_twenty_taps_at_once_are_one_booking(database: Settings) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    who = [erika.id]

    async def taps(stars: int) -> None:
        await rate(mug.id, stars, chat_id=CHAT, customer_ids=who, locale="de", settings=database, now=SOON)

    await asyncio.gather(*(taps(1 + number % 5) for number in range(20)))

    assert await points_of(erika.id) == (0, 5)
