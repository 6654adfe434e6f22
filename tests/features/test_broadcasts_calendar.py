"""The communication calendar: one timeline, what comes too close on it, and the commands that print it."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.broadcasts.automatic import switch_on
from bot.broadcasts.calendar import Send, timeline
from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.ical import as_ical
from bot.broadcasts.rules import Status
from bot.broadcasts.running import cancel, schedule, start
from bot.config import Settings
from bot.db import open_database
from main import app
from tests.support.offers import MARKETER, a_campaign, a_fan, rounds
from tests.support.postman import NOON, Postman
from tests.support.queries import counted_queries

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Call = Callable[..., Result]


async def _planned(settings: Settings, after: timedelta, title: str = "Socken", **edits: Any) -> int:
    campaign_id = await a_campaign(title, when_kind="at", send_at=NOON + after, **edits)
    await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)
    return campaign_id


async def test_everything_stands_in_the_order_of_time_with_its_phase(database: Settings) -> None:
    await a_fan(11)
    first, draft = await a_campaign("gestern"), await a_campaign("Entwurf")
    await start(first, by=MARKETER, settings=database, now=NOON - DAY)
    await rounds(database, Postman(), now=NOON - DAY)
    later = await _planned(database, 3 * DAY, "später")
    sooner = await _planned(database, 2 * DAY, "bald")
    template = await a_campaign("Vorlage")
    await switch_on("winback", campaign_id=template, by=MARKETER, settings=database, now=NOON)
    sends = await timeline(settings=database, now=NOON)
    assert [(send.id, send.phase) for send in sends] == [
        (f"campaign:{first}", "past"),
        ("automatic:winback", "scheduled"),
        (f"campaign:{sooner}", "scheduled"),
        (f"campaign:{later}", "scheduled"),
    ]
    assert (await get_campaign(draft)).status is Status.DRAFT
    assert [send.repeats for send in sends] == [None, "daily", None, None]
    assert sends[0].people == 1


async def test_two_sends_within_a_day_conflict_for_those_who_are_in_both(database: Settings) -> None:
    for chat_id, locale in ((11, "de"), (12, "de"), (13, "fr")):
        await a_fan(chat_id, locale=locale)
    everybody = await _planned(database, 2 * DAY)
    french = await _planned(database, 2 * DAY + 5 * HOUR, texts={"fr": "Chaussettes"}, missing="hold")
    alone = await _planned(database, 4 * DAY)
    sends = {send.id: send for send in await timeline(settings=database, now=NOON)}
    [conflict] = sends[f"campaign:{everybody}"].conflicts
    assert (conflict.others, conflict.within, conflict.people) == ((f"campaign:{french}",), "day", 1)
    assert [each.people for each in sends[f"campaign:{french}"].conflicts] == [1]
    assert sends[f"campaign:{alone}"].conflicts == ()


async def test_a_fourth_send_in_a_week_is_one_too_many(database: Settings) -> None:
    await a_fan(11)
    ids = [await _planned(database, number * 36 * HOUR + HOUR) for number in range(4)]
    with counted_queries() as asked:
        sends = {send.id: send for send in await timeline(settings=database, now=NOON)}
    assert len([statement for statement in asked if "AS (SELECT 0 AS place" in statement]) == 1
    assert len([statement for statement in asked if "audience" in statement]) == 1
    [conflict] = sends[f"campaign:{ids[3]}"].conflicts
    assert (conflict.within, conflict.people, len(conflict.others)) == ("week", 1, 3)


async def test_what_is_cancelled_or_posted_in_the_channel_conflicts_with_nothing(database: Settings) -> None:
    await a_fan(11)
    shop = database.model_copy(update={"community_chat_id": -100})
    kept = await _planned(shop, DAY)
    gone = await _planned(shop, DAY)
    await cancel(gone, by=MARKETER, now=NOON)
    await _planned(shop, DAY, kind="channel", texts={"de": "Neu"})
    sends = await timeline(settings=shop, now=NOON)
    assert [each.conflicts for each in sends] == [(), (), ()]
    assert {each.id for each in sends if each.status == "cancelled"} == {f"campaign:{gone}"}
    assert kept != gone


def test_a_calendar_takes_what_is_exported() -> None:
    title = "Rabatt; 20 %, nur heute \\ und " + "ganz lange Wörter über Tüten " * 5
    send = Send("campaign:7", "customers", title, "scheduled", "scheduled", NOON, None, None, repeats="daily")
    text = as_ical([send], now=NOON)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {"UID:campaign-7@bote", "DTSTART:20261118T110000Z", "DTEND:20261118T113000Z", "RRULE:FREQ=DAILY"} <= set(
        lines
    )
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}" in lines


@pytest.fixture
def call(tables: None, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call a command of main.py in this process, on the database of the test."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


@pytest.fixture
def arranged(call: Call, settings: Settings) -> None:
    async def arrange() -> None:
        await a_fan(11)
        campaign_id = await a_campaign()
        await start(campaign_id, by=MARKETER, settings=settings, now=NOON)
        await rounds(settings, Postman())
        await _planned(settings, DAY, "morgen")

    _inside(settings, arrange())


def _inside(settings: Settings, work: Coroutine[Any, Any, None]) -> None:
    async def run() -> None:
        async with open_database(settings):
            await work

    asyncio.run(run())


def _said(outcome: Result) -> str:
    assert outcome.exit_code == 0, outcome.exception
    return outcome.stdout


def test_campaigns_are_listed_for_people_and_for_scripts(call: Call, arranged: None) -> None:
    told = json.loads(call("show", "campaigns", "--json").stdout)["campaigns"]
    assert [(each["id"], each["status"], each["audience"]) for each in told] == [
        (2, "scheduled", None),
        (1, "finished", 1),
    ]
    assert "morgen" in call("show", "campaigns", "--status", "scheduled").stdout
    wrong = call("show", "campaigns", "--status", "over")
    assert (wrong.exit_code != 0, wrong.stdout) == (True, "")


def test_the_calendar_is_printed_and_exported(call: Call, arranged: None, tmp_path: Path) -> None:
    told = json.loads(call("show", "calendar", "--days", "3650", "--json").stdout)["calendar"]
    assert list(told[0]) == [
        *("id", "kind", "title", "phase", "status", "at", "until", "people", "repeats", "conflicts"),
    ]
    assert "morgen" in call("show", "calendar", "--days", "3650").stdout
    assert call("show", "calendar", "--days", "3650", "--ical", "sends.ics").stdout == "sends.ics: 2 sends\n"
    written = (tmp_path / "sends.ics").read_text("utf-8")
    assert written.count("BEGIN:VEVENT") == 2
    assert call("show", "calendar", "--ical", "nowhere/sends.ics").exit_code != 0


def test_what_came_of_a_campaign_is_reported(call: Call, arranged: None) -> None:
    told = json.loads(_said(call("report", "campaign", "1", "--json")))
    assert (told["status"], told["results"]["delivered"], told["results"]["lost"]) == ("finished", 1, 0)
    assert "delivered" in call("report", "campaign", "1").stdout
    unknown = call("report", "campaign", "77")
    assert "campaign 77: not found" in str(unknown.exception or unknown.output)
