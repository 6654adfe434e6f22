"""The demo's channel has a contest that runs, with people in it, and ends by a draw that can be checked."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.community import verify_draw
from bot.community.contest_draws import mind_contests
from bot.community.contest_entries import count_entries
from bot.community.contest_export import describe_draw
from bot.community.contests import list_contests
from bot.config import LOCALES, Settings
from bot.conversations.account import remember_account
from bot.demo.content import list_seats
from bot.demo.contest import run_contest
from bot.demo.room import CHANNEL_ID
from bot.demo.seeding import open_shop
from bot.outbox.models import Push

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def test_a_contest_runs_is_put_up_again_at_a_restart_and_is_drawn(database: Settings) -> None:
    settings = database.model_copy(update={"community_chat_id": CHANNEL_ID, "default_locale": "de"})
    await open_shop(now=MORNING, zone=ZoneInfo("Europe/Berlin"), pages="http://127.0.0.1:8080/demo")
    await remember_account(42, "bote_bot", link_base="https://t.me/bote_bot?start=")

    await run_contest(settings, opened_at=MORNING, now=MORNING)

    [contest] = await list_contests()
    assert (contest.status, contest.locales, await count_entries(contest.id)) == ("open", LOCALES, 3)
    later = MORNING + timedelta(hours=5)
    await run_contest(settings, opened_at=MORNING, now=later)
    assert await Push.filter(chat_id=CHANNEL_ID, status="waiting").count() == 1
    assert await Push.filter(chat_id=CHANNEL_ID, created_at=later).count() == 1
    await mind_contests(settings, now=MORNING + timedelta(days=4))
    told = await describe_draw(contest.id)
    assert (len(told["places"]), list(verify_draw.faults(told))) == (2, [])
    winners = [push.chat_id for push in await Push.filter(purpose="prize")]
    assert {seat.first_name.split()[0] for seat in list_seats() if seat.id in winners} < {"Ben", "Oliver", "Rita"}
    assert len(winners) == 2, "all of them sit there to be told"
