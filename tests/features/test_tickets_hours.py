"""Somebody reacts within fifteen minutes of business hours, or is reminded; outside them a time is promised."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.tickets.cases import NewCase, open_case, open_human_case
from bot.tickets.hours import after_working, after_working_days, is_open, next_opening
from bot.tickets.reminders import remind_staff, tell_when
from bot.tickets.taking import take_case
from tests.support.postman import NOON, Postman, a_chat, drained

MINUTES_15 = timedelta(minutes=15)
BERLIN_NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """In Berlin's winter."""
    return datetime(2026, month, day, hour - 1, minute, tzinfo=UTC)


def shop_open(settings: Settings, hours: str = "Mo-Fr 09:00-17:00", region: str | None = "DE-BE") -> Settings:
    return settings.model_copy(update={"business_hours": hours, "business_holidays": region, "staff_chat_id": -100})


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(18, 12), at(18, 12)),
        (at(18, 8, 59), at(18, 9)),
        (at(18, 17), at(19, 9)),
        (at(20, 18), at(23, 9)),  # Friday evening to Monday
        (at(24, 18, month=12), at(28, 9, month=12)),  # Christmas, then a weekend
    ],
)
def test_the_next_opening_knows_evenings_weekends_and_holidays(
    settings: Settings, moment: datetime, opens: datetime
) -> None:
    assert next_opening(moment, shop_open(settings)) == opens
    assert is_open(moment, shop_open(settings)) == (moment == opens)


@pytest.mark.parametrize(
    ("region", "day", "month"),
    [("DE", 3, 10), ("LU", 23, 6), ("FR", 14, 7), ("DE-BY", 6, 1), ("LU", 9, 5), ("FR", 11, 11)],
)
def test_the_holidays_of_three_countries_are_free_there_and_not_everywhere(
    settings: Settings, region: str, day: int, month: int
) -> None:
    noon = datetime(2026, month, day, 10, tzinfo=UTC)
    always = shop_open(settings, "Mo-Su 00:00-24:00", region)
    assert not is_open(noon, always)
    assert is_open(noon, always.model_copy(update={"business_holidays": "JP"}))


def test_hours_may_have_parts_and_reach_midnight(settings: Settings) -> None:
    shop = shop_open(settings, "Mo-Fr 09:00-12:00, Mo-Fr 13:00-17:00, Sa-Su 10:00-24:00")
    assert next_opening(at(18, 12), shop) == at(18, 13)
    assert is_open(at(21, 23, 59), shop)
    assert not is_open(at(23, 8), shop)


def test_minutes_of_business_are_counted_across_the_night(settings: Settings) -> None:
    shop = shop_open(settings)
    assert after_working(at(18, 16, 50), MINUTES_15, shop) == at(19, 9, 5)
    assert after_working(at(18, 3), MINUTES_15, shop) == at(18, 9, 15)


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        (at(18, 12), at(19, 12)),
        (at(19, 20), at(20, 20)),
        (at(20, 16), at(23, 16)),  # Friday to Monday
        (at(21, 12), datetime(2026, 11, 23, 23, tzinfo=UTC)),  # a Saturday begins to count on Monday
        (at(23, 12, month=12), at(24, 12, month=12)),
        (at(24, 12, month=12), at(28, 12, month=12)),  # Christmas, then a weekend
    ],
)
def test_a_day_is_twenty_four_hours_of_days_on_which_somebody_is_there(
    settings: Settings, opened: datetime, due: datetime
) -> None:
    assert after_working_days(opened, timedelta(hours=24), shop_open(settings)) == due


def test_a_day_across_the_change_of_the_clock_is_twenty_four_hours(settings: Settings) -> None:
    always = shop_open(settings, "Mo-Su 00:00-24:00", None)
    saturday = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert after_working_days(saturday, timedelta(hours=24), always) == saturday + timedelta(hours=24)


async def test_whoever_is_not_answered_in_fifteen_minutes_is_brought_back_to_mind_once(database: Settings) -> None:
    shop, opened = shop_open(database), at(18, 16, 50)
    case_id = await open_case(NewCase(cause="human", once="a"), settings=shop, now=opened)
    taken = await open_case(NewCase(cause="late", once="b"), settings=shop, now=opened)
    await take_case(taken, staff_id=1, settings=shop, now=opened)

    reminded = [
        await remind_staff(shop, now=now) for now in (at(18, 16, 59), at(18, 17, 30), at(19, 9, 4), at(19, 9, 5))
    ]
    assert reminded == [0, 0, 0, 1]
    assert await remind_staff(shop, now=at(19, 12)) == 0
    assert await Push.filter(once=f"case:{case_id}:reminder").count() == 1


@pytest.mark.parametrize(
    ("now", "told"), [(NOON, "antwortet Ihnen hier"), (at(20, 18), "Ab Montag, 23. November, 09:00 Uhr")]
)
async def test_the_customer_is_told_when(database: Settings, now: datetime, told: str) -> None:
    shop, postman = shop_open(database), Postman()
    await a_chat(7, locale="de", time_zone="Europe/Berlin")
    case_id = await open_human_case(7, order_id=None, locale="de", settings=shop, now=now)
    for _ in range(2):
        await tell_when(case_id, settings=shop, now=now)
    await drained(shop, postman, now)

    [text] = postman.texts_to(7)
    assert told in text
