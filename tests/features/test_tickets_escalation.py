"""When nobody reacts, or the staff chat is gone, the owners are told in private; once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.outbox.errors import Unreachable
from bot.outbox.models import Push
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, appoint
from bot.tickets.cases import NewCase, open_case
from bot.tickets.escalation import alert_owners
from bot.tickets.reminders import remind_staff
from bot.tickets.taking import take_case
from tests.support.postman import NOON, Postman, drained

STAFF_CHAT, OWNER, SECOND, MIA = -100, 1, 2, 790
EVENING = datetime(2026, 11, 18, 19, 0, tzinfo=UTC)


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await appoint(SECOND, Role.OWNER, name="Chefin", now=NOON)
    await appoint(MIA, Role.AGENT, name="Mia", now=NOON)
    shop = {"staff_chat_id": STAFF_CHAT, "default_locale": "de", "owner_ids": str(OWNER)}
    return database.model_copy(update=shop)


async def a_case(shop: Settings, once: str = "a", now: datetime = NOON) -> int:
    return await open_case(NewCase(cause="human", once=once), settings=shop, now=now)


async def told() -> list[int]:
    return sorted([push.chat_id for push in await Push.filter(chat_id__gt=0)])


async def test_the_owners_hear_of_a_case_that_even_the_reminder_did_not_move(shop: Settings) -> None:
    case_id, postman = await a_case(shop), Postman()
    await drained(shop, postman)
    at = [NOON + timedelta(minutes=minutes) for minutes in (15, 29, 30, 45)]
    assert await remind_staff(shop, now=at[0]) == 1
    assert [await alert_owners(shop, now=moment) for moment in at] == [0, 0, 1, 0]
    await drained(shop, postman, at[2], ticks=2)

    assert await told() == [OWNER, SECOND]
    assert f"Fall {case_id}" in postman.texts_to(OWNER)[0]
    assert "wartet seit 30 Min., und" in postman.texts_to(OWNER)[0]
    assert await AuditEntry.filter(action="escalate", subject=f"case:{case_id}").count() == 1


async def test_who_waited_over_the_weekend_is_told_in_days_and_not_in_thousands_of_minutes(shop: Settings) -> None:
    friday_evening = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
    await a_case(shop, now=friday_evening)

    assert await remind_staff(shop, now=datetime(2026, 11, 23, 8, 15, tzinfo=UTC)) == 1

    reminder = await Push.get(once__endswith=":reminder")
    assert "wartet seit 2 Tagen, und" in reminder.params["text"]


async def test_nobody_is_woken_for_a_case_that_somebody_took_or_that_waits_for_the_morning(shop: Settings) -> None:
    taken, night = await a_case(shop), await a_case(shop, "b", EVENING)
    await take_case(taken, staff_id=MIA, settings=shop, now=NOON)
    for minutes in range(0, 600, 15):
        now = EVENING + timedelta(minutes=minutes)
        assert await remind_staff(shop, now=now) + await alert_owners(shop, now=now) == 0, (night, now)
    assert await told() == []


async def test_a_staff_chat_that_threw_the_bot_out_leads_to_the_owners_at_once_and_at_any_hour(shop: Settings) -> None:
    case_id, postman = await a_case(shop, now=EVENING), Postman()
    postman.says(STAFF_CHAT, Unreachable("kicked"))
    await drained(shop, postman, EVENING)
    assert [await alert_owners(shop, now=EVENING) for _ in range(2)] == [1, 0]
    await drained(shop, postman, EVENING, ticks=2)

    assert await told() == [OWNER, SECOND]
    assert f"Fall {case_id}" in postman.texts_to(SECOND)[0]
    assert "Gruppe des Teams" in postman.texts_to(SECOND)[0]


async def test_without_a_staff_chat_nobody_is_called(shop: Settings) -> None:
    await a_case(shop)
    assert await alert_owners(shop.model_copy(update={"staff_chat_id": None}), now=NOON) == 0
