"""Points become a coupon: once a tap, at the price that was shown, by whichever customer of a person has them."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.errors import OperatorError
from bot.loyalty.coupons import codes_of, give_code, issue, new_code
from bot.loyalty.ledger import NotEnoughPointsError, balance_of, book, statement
from bot.loyalty.redeeming import redeem
from bot.loyalty.reward_file import KIND, read_rewards
from bot.loyalty.reward_listing import describe_rewards
from bot.loyalty.rewards import RewardGoneError, count_bought, current_rewards, exchange, offer
from bot.loyalty.worth import Article, Basket, Terms
from tests.support.builders import a_customer
from tests.support.postman import NOON

TEA = Basket("EUR", (Article("TEA-1", 1, Decimal("45.00")),))
FIVE = {"points": 100, "amount": "5.00", "minimum": "30.00", "days": 60}
TEN = {"points": 150, "percent": 10, "category": "Tea"}


async def offered(**rewards: dict[str, Any]) -> tuple[str, int]:
    content = {"kind": KIND, "currency": "EUR", "rewards": rewards}
    done = await offer(content, name="rewards.toml", now=NOON)
    return done.outcome, done.version


async def a_person_with(*points: int) -> list[int]:
    ids = [(await a_customer()).id for _ in points]
    for customer_id, number in zip(ids, points, strict=True):
        if number:
            source = f"start:{customer_id}"
            await book(customer_id, number, kind="survey", source=source, reason="survey", now=NOON)
    return ids


async def left(ids: list[int]) -> int:
    return (await balance_of(ids, now=NOON)).available


async def test_a_shop_without_a_file_offers_nothing_and_the_newest_file_holds(database: Settings) -> None:
    assert await current_rewards() == ()

    assert await offered(ten=TEN, five=FIVE) == ("new", 1)
    assert await offered(ten=TEN, five=FIVE) == ("unchanged", 1)
    assert [reward.key for reward in await current_rewards()] == ["five", "ten"]
    assert await offered(five=FIVE) == ("updated", 2)
    [five] = await current_rewards()
    assert (five.points, five.lasts) == (100, timedelta(days=60))
    assert five.terms == Terms("EUR", amount=Decimal("5.00"), minimum=Decimal("30.00"))


async def test_points_become_a_coupon_of_its_terms(database: Settings) -> None:
    await offered(five=FIVE)
    ids = await a_person_with(130)

    code = await exchange(ids, "five", points=100, serial=0, now=NOON)

    [coupon] = await codes_of(ids, limit=5)
    assert (coupon.code, coupon.expires_at, coupon.reason) == (code, NOON + timedelta(days=60), "reward")
    assert coupon.terms == Terms("EUR", amount=Decimal("5.00"), minimum=Decimal("30.00"))
    assert await left(ids) == 30
    assert (await statement(ids, limit=1))[0].details == {"code": code}
    assert await count_bought(ids) == 1


async def test_coupons_are_counted_by_the_reward_they_were_given_for(database: Settings) -> None:
    await offered(five=FIVE, ten=TEN)
    ids = await a_person_with(650)
    codes = [await exchange(ids, "five", points=100, serial=serial, now=NOON) for serial in range(3)]
    await exchange(ids, "ten", points=150, serial=9, now=NOON)
    await redeem(codes[0], TEA, order="A-1", email=None, now=NOON)
    terms = Terms("EUR", amount=Decimal("3.00"))
    common: dict[str, Any] = {"expires_at": NOON + timedelta(days=9), "now": NOON}
    await issue(ids[0], new_code(), terms, source="old", reason="reward", **common)
    await issue(ids[0], new_code(), terms, source="case", reason="goodwill", **common)
    await give_code(ids[0], "OWN-CODE", source="own", reason="goodwill", now=NOON)
    await offered(five=FIVE)

    later = NOON + timedelta(days=60)
    told = await describe_rewards(now=later)

    names = ("key", "reason", "offered", "issued", "open", "redeemed", "expired")
    assert [tuple(each[name] for name in names) for each in told] == [
        ("five", "reward", True, 3, 0, 1, 2),
        (None, "reward", False, 1, 0, 0, 1),
        ("ten", "reward", False, 1, 1, 0, 0),
        (None, "goodwill", False, 1, 0, 0, 1),
    ]
    assert (told[0]["points"], told[0]["worth"], told[0]["minimum"]) == (100, "5.00 EUR", "30.00 EUR")


async def test_a_second_tap_takes_nothing_and_shows_the_same_code(database: Settings) -> None:
    await offered(five=FIVE)
    ids = await a_person_with(60, 300)

    codes = await asyncio.gather(*(exchange(ids, "five", points=100, serial=0, now=NOON) for _ in range(10)))

    assert len(set(codes)) == 1
    assert await left(ids) == 260


async def test_too_few_points_leave_everything_as_it_was(database: Settings) -> None:
    await offered(five=FIVE)
    ids = await a_person_with(60, 39)

    with pytest.raises(NotEnoughPointsError) as refusal:
        await exchange(ids, "five", points=100, serial=0, now=NOON)

    assert refusal.value.values == {"available": 99}
    assert (await left(ids), await codes_of(ids, limit=5)) == (99, ())


async def test_a_person_who_is_several_customers_pays_from_all(database: Settings) -> None:
    await offered(five=FIVE)
    ids = await a_person_with(60, 0, 70)

    await exchange(ids, "five", points=100, serial=0, now=NOON)

    assert await left(ids) == 30


@pytest.mark.parametrize(("points", "paid"), [((250,), 2), ((130, 120), 2), ((60, 50), 1)])
async def test_of_a_hundred_exchanges_at_once_only_those_that_are_paid_bring_a_coupon(
    database: Settings, points: tuple[int, ...], paid: int
) -> None:
    await offered(five=FIVE)
    ids = await a_person_with(*points)

    done = await asyncio.gather(
        *(exchange(ids, "five", points=100, serial=number, now=NOON) for number in range(100)), return_exceptions=True
    )

    assert sum(isinstance(each, str) for each in done) == paid
    assert all(isinstance(each, str | NotEnoughPointsError) for each in done)
    assert (await left(ids), await count_bought(ids)) == (sum(points) - 100 * paid, paid)


@pytest.mark.parametrize(("key", "points"), [("five", 99), ("gone", 100), ("", 0)])
async def test_what_is_not_offered_as_it_was_shown_is_not_exchanged(database: Settings, key: str, points: int) -> None:
    await offered(five=FIVE)
    ids = await a_person_with(200)

    with pytest.raises(RewardGoneError):
        await exchange(ids, key, points=points, serial=0, now=NOON)
    with pytest.raises(RewardGoneError):
        await exchange([], "five", points=100, serial=0, now=NOON)

    assert await left(ids) == 200


@pytest.mark.parametrize(
    ("reward", "told"),
    [
        ({"points": 10}, "either amount"),
        ({"points": 10, "amount": "5.00", "percent": 5}, "either amount"),
        ({"points": 10, "amount": "0.00"}, "is nothing"),
        ({"points": 10, "amount": "five"}, "is no amount of money"),
        ({"points": 10, "amount": 5}, "mend it"),
        ({"points": 0, "percent": 5}, "points"),
        ({"percent": 5}, "points: is missing"),
        ({"points": 10, "percent": 101}, "percent"),
        ({"points": 10, "percent": 5, "product": "A", "category": "B"}, "product or for a category"),
        ({"points": 10, "percent": 5, "gift": "x"}, "is no key of a reward"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(reward: dict[str, Any], told: str) -> None:
    with pytest.raises(OperatorError, match=told):
        read_rewards({"kind": KIND, "currency": "EUR", "rewards": {"a": reward}}, file="rewards.toml")
