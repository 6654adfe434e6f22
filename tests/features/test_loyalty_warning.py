"""Points that are about to expire are told in time, twice, to who agreed to offers, and several lots at once."""

from datetime import timedelta

from bot.config import Settings
from bot.loyalty.ledger import book, spend
from bot.loyalty.warning import warn_of_expiry
from bot.shop.models import Customer
from tests.support.loyalty import ruled
from tests.support.offers import a_fan
from tests.support.postman import NOON, Postman, drained, statuses

ANNA = 7
DAY = timedelta(days=1)
# Twelve months before points of NOON are over.
LAST = NOON.replace(year=2027)


async def anna(*, agrees: bool = True) -> Customer:
    customer = await a_fan(ANNA, locale="en", agrees=agrees)
    await ruled(validity={"months": 12, "warn_days": [30, 7]})
    return customer


async def earned(customer: Customer, points: int, *, days: int = 0) -> None:
    at = NOON + days * DAY
    assert await book(customer.id, points, kind="survey", source=f"a:{days}", reason="survey", now=at)


async def test_each_lot_is_told_twice_and_those_of_some_days_at_once(database: Settings) -> None:
    customer, postman = await anna(), Postman()
    for days in (0, 1, 20):
        await earned(customer, 10, days=days)

    for day in range(-40, 21):
        await warn_of_expiry(database, now=LAST + day * DAY)
        await drained(database, postman, LAST + day * DAY)

    assert postman.texts_to(ANNA) == [
        "20 of your points are not valid much longer, the first until Thursday, 18 November 2027.",
        "30 of your points are not valid much longer, the first until Thursday, 18 November 2027.",
        "20 of your points are not valid much longer, the first until Thursday, 18 November 2027.",
        "10 of your points are not valid much longer, the first until Wednesday, 8 December 2027.",
    ]


async def test_who_has_not_agreed_is_not_told_and_the_reason_stands(database: Settings) -> None:
    customer, postman = await anna(agrees=False), Postman()
    await earned(customer, 10)

    assert await warn_of_expiry(database, now=LAST - 5 * DAY) == 1
    await drained(database, postman, LAST - 5 * DAY)

    assert postman.texts == []
    assert {each.rpartition(": ")[2] for each in (await statuses()).values()} == {"no_consent"}


async def test_what_was_spent_meanwhile_is_told_to_nobody(database: Settings) -> None:
    customer, postman = await anna(), Postman()
    await earned(customer, 10)
    await earned(customer, 4, days=1)
    await warn_of_expiry(database, now=LAST - 5 * DAY)

    await spend(customer.id, 10, kind="spend", source="b", reason="spend", now=LAST - 5 * DAY)
    await warn_of_expiry(database, now=LAST - 5 * DAY + timedelta(minutes=5))
    await drained(database, postman, LAST - 5 * DAY + timedelta(minutes=6))

    assert postman.texts == ["4 of your points are not valid much longer, the first until Friday, 19 November 2027."]


async def test_nothing_is_told_of_points_without_an_end(database: Settings) -> None:
    customer = await anna()
    await ruled(validity={"months": 0})
    await earned(customer, 10)

    assert await warn_of_expiry(database, now=LAST) == 0
