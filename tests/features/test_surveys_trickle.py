"""A survey that asks at most so many a day: the others wait for the next one, whoever else asks at the same time."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.surveys import invitations
from bot.surveys.followups import follow_up
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import SurveyDay
from tests.support.postman import NOON
from tests.support.surveys import arrives, content, plans, somebody

DAY = timedelta(days=1)
# A Friday noon in Berlin, when everything about deliveries of Wednesday noon is due.
THEN = NOON + 2 * DAY
MIDNIGHT = datetime(2026, 11, 20, 23, tzinfo=UTC)  # of Berlin
SATURDAY = MIDNIGHT + timedelta(hours=8)


@pytest.fixture
async def shop(database: Settings) -> Settings:
    """A shop that asks three people a day about deliveries, and nothing else."""
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    await launch(content(daily_limit=3), name="own.toml", now=NOON)
    return database


async def delivered(settings: Settings, number: int) -> None:
    for chat_id in range(800, 800 + number):
        await arrives(await somebody(chat_id, number=str(chat_id)), settings=settings)


async def became() -> Counter[tuple[str, str | None]]:
    return Counter((plan.status, plan.why) for plan in await plans())


async def test_who_is_one_too_many_waits_for_the_next_day_of_the_shop(shop: Settings) -> None:
    await delivered(shop, 5)

    first = await send_due(THEN, shop)
    again = await send_due(THEN + timedelta(hours=3), shop)

    assert (first.asked, first.later, again.judged) == (3, 2, 0)
    waiting = [plan for plan in await plans() if plan.status == "planned"]
    assert [(plan.why, plan.due_at) for plan in waiting] == [("daily_limit", MIDNIGHT)] * 2

    assert (await send_due(MIDNIGHT, shop)).later == 2  # at night
    assert (await send_due(SATURDAY, shop)).asked == 2
    assert [row.asked for row in await SurveyDay.all().order_by("day")] == [3, 2]


async def test_who_waits_is_asked_before_who_comes_later_and_nobody_twice(shop: Settings) -> None:
    await delivered(shop, 8)

    for hour in range(24 * 4):
        await send_due(THEN + timedelta(hours=hour), shop)

    asked = sorted(plan.invited_at.date().isoformat() for plan in await plans() if plan.invited_at)
    assert Counter(asked) == {"2026-11-20": 3, "2026-11-21": 3, "2026-11-22": 2}
    assert await Push.filter(purpose="survey").count() == 8


async def test_who_would_wait_too_long_is_not_asked_and_it_is_told_why(shop: Settings) -> None:
    await launch(content(daily_limit=3, latest_days=2.25), name="own.toml", now=NOON)
    await delivered(shop, 4)

    await send_due(THEN, shop)

    assert await became() == {("invited", None): 3, ("withheld", "daily_limit"): 1}


async def test_rounds_at_once_ask_no_more_than_the_limit(shop: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitations, "AT_ONCE", 2)  # so that each of them has pages to judge
    await launch(content(daily_limit=4), name="own.toml", now=NOON)
    await launch(content("delivery_csat", key="second", daily_limit=2), name="second.toml", now=NOON)
    await delivered(shop, 15)

    rounds = await asyncio.gather(*(send_due(THEN, shop) for _ in range(8)))

    asked = Counter(plan.survey for plan in [*await plans(), *await plans("second")] if plan.status == "invited")
    assert sum(each.asked for each in rounds) == asked.total() == await Push.filter(purpose="survey").count()
    assert asked == {"delivery_csat": 4, "second": 2}


async def test_a_reminder_is_no_new_invitation(shop: Settings) -> None:
    await delivered(shop, 3)
    await send_due(THEN, shop)
    await Push.filter(purpose="survey").update(status="sent", settled_at=THEN)

    await follow_up(THEN + 3 * DAY + timedelta(hours=21), shop)

    assert await Push.filter(once__endswith=":reminder").count() == 3
    assert [row.asked for row in await SurveyDay.all()] == [3]


async def test_without_a_limit_nothing_is_counted(shop: Settings) -> None:
    await launch(content(), name="own.toml", now=NOON)
    await delivered(shop, 5)

    assert (await send_due(THEN, shop)).asked == 5
    assert await SurveyDay.all().count() == 0
