"""Who was won back, of those who were asked after their case was closed: with an interval and in groups."""

import json
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.config import Settings
from bot.db import open_database
from bot.reports.periods import Period
from bot.reports.recovery import recovery, recovery_as_json
from bot.reports.wording import recovery_remark, recovery_sentence
from bot.tickets.models import Case
from main import app

BERLIN = ZoneInfo("Europe/Berlin")
NOVEMBER, OCTOBER = datetime(2026, 11, 10, 12, tzinfo=UTC), datetime(2026, 10, 10, 12, tzinfo=UTC)
LAST_DAYS = Period(date(2026, 11, 1), date(2026, 11, 30))

_running = count(1)


async def cases(yes: int = 0, no: int = 0, silent: int = 0, *, at: datetime = NOVEMBER, **columns: Any) -> None:
    columns = {"cause": "detractor"} | columns
    for solved, number in ((True, yes), (False, no), (None, silent)):
        rows = [
            Case(once=f"c{next(_running)}", solved=solved, **columns, asked_at=at, opened_at=at) for _ in range(number)
        ]
        await Case.bulk_create(rows)


@pytest.mark.usefixtures("database")
async def test_the_share_of_those_who_say_so_with_wilsons_interval() -> None:
    await cases(8, 2, 5)
    await cases(3, cause="lost")
    await Case.create(once="never asked", cause="detractor", opened_at=NOVEMBER)
    told = await recovery(Period(), tz=BERLIN)
    assert (told.asked, told.solved, told.unsolved, told.answered) == (15, 8, 2, 10)
    found = recovery_as_json(told)
    assert (found["score"], round(found["low"], 1), round(found["high"], 1)) == (80.0, 49.0, 94.3)
    assert (found["response_rate"], found["asked"], found["change"]) == (round(10 / 15, 4), 15, None)
    assert found["distribution"] == {"solved": 8, "unsolved": 2}


@pytest.mark.usefixtures("database")
async def test_days_are_the_shops_and_are_compared_with_the_days_before() -> None:
    await cases(50, 50, at=OCTOBER)
    await cases(80, 20)
    await cases(1, at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC))  # December in Berlin
    told = await recovery(LAST_DAYS, tz=BERLIN)
    assert told.answered == 100
    assert told.change is not None
    assert (round(told.change.delta), told.change.significant) == (30, True)
    assert recovery_sentence(told, "en") == (
        "Won back: 80 % (71 to 87 %, n=100), significantly above the 30 days before."
    )


@pytest.mark.usefixtures("database")
async def test_reasons_are_groups_and_a_case_with_two_counts_in_both() -> None:
    await cases(3, 1, reasons=["late"])
    await cases(1, reasons=["late", "courier"])
    await cases(0, 2)
    told = await recovery(Period(), by="reason", tz=BERLIN)
    assert [(group.key, group.estimate.n) for group in told.groups] == [("late", 5), ("courier", 1), ("unknown", 2)]


@pytest.mark.parametrize(
    ("yes", "no", "says"),
    [
        (0, 0, "Won back: no answers yet."),
        (5, 4, "Won back: too few answers for a figure (n=9, from 10 on)."),
        (5, 5, "Won back: 50 % (24 to 76 %, n=10): few answers, so no more than a hint."),
    ],
)
@pytest.mark.usefixtures("database")
async def test_few_answers_are_no_figure_or_no_more_than_a_hint(yes: int, no: int, says: str) -> None:
    await cases(yes, no, 2)
    told = await recovery(Period(), tz=BERLIN)
    assert recovery_sentence(told, "en") == says
    assert recovery_remark(told, "en") == f"Of {yes + no + 2} who were asked whether it is solved, {yes + no} answered."


async def test_the_command_line_tells_it_in_words_and_as_json(
    tables: None, settings: Settings, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(settings):
        await cases(20, 10, reasons=["late"])
        await cases(2, reasons=["courier"])
    monkeypatch.chdir(tmp_path)
    shown, told, wrong = [
        await asyncio_run(environment, *arguments) for arguments in (["--by", "reason"], ["--json"], ["--by", "week"])
    ]
    assert "Won back: 69 % (51 to 82 %, n=32)." in shown
    assert "Too late" in shown
    assert "under 10 answers" in shown
    found = json.loads(told)
    assert (found["metric"], found["n"], found["groups"]) == ("recovery", 32, [])
    assert "--by week is none of reason" in wrong


async def asyncio_run(environment: dict[str, str], *arguments: str) -> str:
    """The command has a loop of its own, so it runs in a thread; what it prints, or what it refuses with."""
    import asyncio

    outcome = await asyncio.to_thread(CliRunner(env=environment).invoke, app, ["report", "recovery", *arguments])
    return outcome.stdout.replace("\u00a0", " ") if outcome.exit_code == 0 else str(outcome.exception)
