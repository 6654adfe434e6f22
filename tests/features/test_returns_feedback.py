"""A return that is closed is asked about once, whoever closed it; one that never happened is not."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.jobs import ask_customers
from bot.outbox.models import Push
from bot.returns.feedback import ask_about_closed
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import move
from bot.shop.platform_models import PlatformReturn
from bot.surveys.invitations import send_due
from bot.surveys.models import SurveyPlan
from tests.support.postman import NOON
from tests.support.surveys import Asked, plans, somebody, the_plan

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def a_return(asked: Asked, status: str = "refunded", **columns: Any) -> Return:
    more: dict[str, Any] = {"way": "withdrawal", "goods": 19, "currency": "EUR", "locale": "de", "created_at": NOON}
    number = f"R-{await Return.all().count()}"
    who = {"customer_id": asked.customer.id, "order_id": asked.order.id, "chat_id": asked.chat_id}
    return await Return.create(number=number, status=status, **(more | who | columns))


async def closes(settings: Settings, row: Return, at: datetime = NOON) -> None:
    await move(row.id, Status.CLOSED, by=Actor.STAFF, settings=settings, now=at, staff_id=790)


async def told_by_the_platform(asked: Asked, name: str = "r1", *, at: datetime = NOON, status: str = "closed") -> None:
    await PlatformReturn.create(order_id=asked.order.id, external_id=name, status=status, items=[], revised_at=at)


async def test_a_return_of_ours_is_asked_about_once_it_is_closed(database: Settings) -> None:
    anna = await somebody()
    row = await a_return(anna)
    assert await ask_about_closed(NOON + HOUR, database) == 0
    await closes(database, row)

    assert [await ask_about_closed(NOON + HOUR, database) for _ in range(2)] == [1, 0]

    plan = await the_plan("return_csat")
    assert (plan.once, plan.order_id, plan.chat_id) == (f"return_csat:return:{row.number}", anna.order.id, anna.chat_id)
    assert NOON + DAY <= plan.due_at < NOON + 2 * DAY
    assert (await send_due(NOON + 2 * DAY, database)).asked == 1
    invitation = await Push.get(purpose="survey")
    assert "Rückgabe zu Ihrer Bestellung 1001" in invitation.params["text"]


async def test_a_return_of_the_platform_is_asked_about_once_it_is_closed(database: Settings) -> None:
    anna = await somebody()
    await told_by_the_platform(anna)
    await told_by_the_platform(anna, "r2", status="approved")

    assert [await ask_about_closed(NOON + HOUR, database) for _ in range(2)] == [1, 0]

    plan = await the_plan("return_csat")
    assert (plan.order_id, plan.customer_id, plan.chat_id) == (anna.order.id, anna.customer.id, None)


@pytest.mark.parametrize("first", ["ours", "theirs"])
async def test_what_both_have_closed_is_asked_about_once(database: Settings, first: str) -> None:
    anna = await somebody()
    row = await a_return(anna, source=anna.order.source, external_id="r1")
    for step in ("ours", "theirs") if first == "ours" else ("theirs", "ours"):
        if step == "ours":
            await closes(database, row)
        else:
            await told_by_the_platform(anna)
        await ask_about_closed(NOON + HOUR, database)

    assert [plan.once for plan in await plans("return_csat")] == [f"return_csat:return:{row.number}"]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.CLOSED}))
async def test_what_goes_on_or_never_happened_is_not_asked_about(database: Settings, status: Status) -> None:
    await a_return(await somebody(), status, closed_at=NOON)

    assert await ask_about_closed(NOON + HOUR, database) == 0


async def test_what_was_closed_long_ago_is_not_asked_about(database: Settings) -> None:
    anna = await somebody()
    await closes(database, await a_return(anna), NOON - 2 * DAY)
    await told_by_the_platform(anna, at=NOON - 2 * DAY)

    assert await ask_about_closed(NOON, database) == 0


@pytest.mark.parametrize("columns", [{"is_test": True}, {"is_hidden": True}])
async def test_hidden_and_test_orders_are_not_asked_about(database: Settings, columns: dict[str, Any]) -> None:
    anna = await somebody(**columns)
    await closes(database, await a_return(anna))
    await told_by_the_platform(anna)

    assert await ask_about_closed(NOON + HOUR, database) == 0


async def test_the_timetable_asks_about_both(database: Settings) -> None:
    anna, now = await somebody(), real_now()
    await closes(database, await a_return(anna), now)

    await ask_customers(database, Clock())

    assert await SurveyPlan.filter(survey="return_csat").count() == 1
