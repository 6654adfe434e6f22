"""Somebody unhappy hears from us within a day and is helped within two: warned at three quarters, then the owners."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.db import close_database, connection, in_dialect, is_sqlite, open_database
from bot.outbox.models import Push
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, appoint
from bot.tickets.cases import NewCase, open_case, resolve_case
from bot.tickets.clock import missed, note_contact
from bot.tickets.deadlines import DUE, mind_deadlines
from bot.tickets.hours import is_open
from bot.tickets.messages import Written
from bot.tickets.models import Case, CaseClock
from bot.tickets.queue import describe_cases
from bot.tickets.reopening import reopen_case
from bot.tickets.replies import reply
from bot.tickets.resolutions import Resolution
from bot.tickets.taking import take_case
from tests.support.postman import NOON, Postman, a_chat, drained

STAFF_CHAT, ANNA, OWNER, MIA, ZOE = -100, 701, 1, 790, 791
ALWAYS = "Mo-Su 00:00-24:00"


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, locale="de", first_name="Anna")
    await appoint(MIA, Role.AGENT, name="Mia", now=NOON)
    await appoint(ZOE, Role.AGENT, name="Zoe", now=NOON)
    shop = {"staff_chat_id": STAFF_CHAT, "default_locale": "de", "owner_ids": str(OWNER), "business_hours": ALWAYS}
    return database.model_copy(update=shop)


def after(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


async def unhappy(shop: Settings, once: str = "survey:1", *, now: datetime = NOON) -> int:
    return await open_case(NewCase(cause="detractor", once=once, chat_id=ANNA, locale="de"), settings=shop, now=now)


async def minded(shop: Settings, hours: Sequence[float]) -> list[int]:
    return [await mind_deadlines(shop, now=after(each)) for each in hours]


async def told(staff_id: int) -> list[str]:
    pushes = await Push.filter(chat_id=staff_id).order_by("id")
    return [push.params["text"] for push in pushes]


async def test_nobody_takes_it_so_it_is_given_away_then_the_owners_hear_each_once(shop: Settings) -> None:
    await take_case(await unhappy(shop, "survey:2"), staff_id=MIA, settings=shop, now=NOON)
    await CaseClock.all().delete()  # of the case that keeps Mia busy
    case_id = await unhappy(shop)

    assert await minded(shop, [17.9, 18, 18.1, 23.9]) == [0, 1, 0, 0]
    assert (await Case.get(id=case_id)).owner_id == ZOE, "she has less to do"
    [assigned] = await told(ZOE)
    assert f"Fall {case_id}" in assigned
    assert "19.11.2026, 12:00" in assigned
    assert await AuditEntry.filter(action="assign", subject=f"case:{case_id}").count() == 1

    assert await minded(shop, [24, 24.1]) == [1, 0]
    assert len(await told(OWNER)) == 1
    assert "noch niemand" in (await told(OWNER))[0]
    assert len(await told(ZOE)) == 2

    assert await minded(shop, [36, 47.9, 48, 60]) == [1, 0, 1, 0]
    assert (len(await told(ZOE)), len(await told(OWNER)), len(await told(MIA))) == (4, 2, 0)
    assert await AuditEntry.filter(action="escalate", subject=f"case:{case_id}").count() == 2


async def test_whoever_took_it_is_warned_and_an_answer_ends_the_first_half(shop: Settings) -> None:
    case_id = await unhappy(shop)
    await take_case(case_id, staff_id=MIA, settings=shop, now=after(1))
    assert await minded(shop, [18]) == [1]
    assert len(await told(MIA)) == 1

    await reply(case_id, Written("text", "Das tut uns leid", 5), staff_id=MIA, settings=shop, now=after(20))
    assert await minded(shop, [24, 30]) == [0, 0]
    assert await told(OWNER) == []
    assert await minded(shop, [36]) == [1]
    await resolve_case(case_id, Resolution("late", "refunded"), staff_id=MIA, settings=shop, now=after(40))
    assert await minded(shop, [48, 100]) == [0, 0]
    clock = await CaseClock.get(case_id=case_id)
    assert missed(clock, closed_at=after(40), now=after(100)) == ()


async def test_opened_again_the_clock_starts_anew(shop: Settings) -> None:
    case_id = await unhappy(shop)
    await minded(shop, [18, 24, 36, 48])
    before = len(await told(OWNER))
    await resolve_case(case_id, Resolution("late", "refunded"), staff_id=MIA, settings=shop, now=after(50))
    assert await reopen_case(case_id, staff_id=MIA, settings=shop, now=after(60))

    assert await minded(shop, [77.9, 78, 84]) == [0, 1, 1]
    assert len(await told(OWNER)) == before + 1


async def test_without_anybody_who_answers_the_staff_chat_is_warned(shop: Settings) -> None:
    nobody = shop.model_copy(update={"owner_ids": None})
    for staff_id in (MIA, ZOE):
        await appoint(staff_id, Role.MARKETER, name="x", now=NOON)
    case_id = await unhappy(nobody)
    await drained(nobody, Postman(), after(1), ticks=2)
    assert await minded(nobody, [18]) == [1]
    postman = Postman()
    await drained(nobody, postman, after(18), ticks=2)
    [warning] = [call for call in postman.calls if "reply_parameters" in call.params]
    assert warning.chat_id == STAFF_CHAT
    assert f"Fall {case_id}" in warning.text


async def test_only_the_unhappy_have_a_clock(shop: Settings) -> None:
    await open_case(NewCase(cause="lost", once="parcel"), settings=shop, now=NOON)
    assert await CaseClock.all().count() == 0
    assert await minded(shop, [500]) == [0]


async def test_days_off_do_not_count_and_nobody_is_called_while_nobody_is_there(shop: Settings) -> None:
    weekdays = shop.model_copy(update={"business_hours": "Mo-Fr 09:00-17:00"})
    friday = datetime(2026, 11, 20, 15, tzinfo=UTC)
    case_id = await unhappy(weekdays, now=friday)
    clock = await CaseClock.get(case_id=case_id)
    assert clock.contact_due_at == datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert clock.resolve_due_at == datetime(2026, 11, 24, 15, tzinfo=UTC)
    saturday = [friday + timedelta(hours=hours) for hours in range(2, 65)]
    assert sum([await mind_deadlines(weekdays, now=at) for at in saturday]) == 0
    assert await mind_deadlines(weekdays, now=datetime(2026, 11, 23, 9, tzinfo=UTC)) == 1


@pytest.mark.parametrize("hour", [3, 7, 9, 15, 16, 21])
async def test_somebody_is_warned_and_given_it_before_it_is_late_whenever_it_was_opened(
    shop: Settings, hour: int
) -> None:
    weekdays = shop.model_copy(update={"business_hours": "Mo-Fr 09:00-17:00"})
    opened = datetime(2026, 11, 17, hour, 5, tzinfo=UTC)
    case_id = await unhappy(weekdays, now=opened)
    clock = await CaseClock.get(case_id=case_id)
    for minutes in range(0, 3 * 24 * 60, 30):
        await mind_deadlines(weekdays, now=opened + timedelta(minutes=minutes))

    case, given = await Case.get(id=case_id), await AuditEntry.get(action="assign")
    assert (case.owner_id, given.at < clock.contact_due_at) == (MIA, True)
    for warned_at in (clock.contact_warn_at, clock.resolve_warn_at):
        assert is_open(warned_at, weekdays)
    assert await AuditEntry.filter(action="escalate").count() == 2
    assert sorted(text[0] for text in await told(MIA)) == ["⏰", "👉", "🚨", "🚨"]


async def test_what_became_nobodys_is_given_to_somebody_when_it_is_late(shop: Settings) -> None:
    case_id = await unhappy(shop)
    await minded(shop, [18])
    await Case.filter(id=case_id).update(owner_id=None)

    await minded(shop, [24])

    assert (await Case.get(id=case_id)).owner_id is not None
    owners = await told(OWNER)
    assert "noch niemand" in owners[0]
    [*_, late] = await told(MIA)
    assert "ist jetzt Ihrer" in late


async def test_two_processes_and_a_restart_tell_it_once(shop: Settings) -> None:
    for number in range(5):
        await unhappy(shop, f"survey:{number}")
    counts = await asyncio.gather(*(mind_deadlines(shop, now=after(18)) for _ in range(4)))
    assert sum(counts) == 5
    assert len(await told(MIA)) + len(await told(ZOE)) == 5
    await close_database()
    async with open_database(shop):
        assert await mind_deadlines(shop, now=after(18.5)) == 0
        assert await mind_deadlines(shop, now=after(24)) == 5


async def test_the_tick_reads_what_is_due_by_its_index(shop: Settings) -> None:
    await Case.bulk_create([Case(cause="detractor", once=f"old:{number}", opened_at=NOON) for number in range(3_000)])
    names = ("started_at", "contact_warn_at", "contact_due_at", "resolve_warn_at", "resolve_due_at")
    ids = await Case.all().values_list("id", flat=True)
    await CaseClock.bulk_create([CaseClock(case_id=each, **dict.fromkeys(names, NOON)) for each in ids])
    await unhappy(shop)
    await connection().execute_query("ANALYZE")
    explain = "EXPLAIN QUERY PLAN " if is_sqlite() else "EXPLAIN "
    plan = str(await connection().execute_query_dict(explain + in_dialect(DUE), [after(18), 50]))
    assert "ix_clock_alarm" in plan


async def test_the_queue_of_the_command_line_tells_due_times_and_what_was_missed(shop: Settings) -> None:
    case_id = await unhappy(shop)
    await open_case(NewCase(cause="lost", once="parcel"), settings=shop, now=NOON)
    found = {each["id"]: each for each in await describe_cases(after(25))}
    mine, other = found.pop(case_id), next(iter(found.values()))
    assert (mine["contact_due_at"], mine["resolve_due_at"]) == (after(24).isoformat(), after(48).isoformat())
    assert (mine["contacted_at"], mine["overdue"]) == (None, ["contact"])
    assert (other["contact_due_at"], other["overdue"]) == (None, [])

    await note_contact(case_id, now=after(26))
    [mine] = await describe_cases(after(49), cause="detractor")
    assert (mine["contacted_at"], mine["overdue"]) == (after(26).isoformat(), ["contact", "resolve"])
