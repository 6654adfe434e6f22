"""`main.py report` as the operator and their scripts call it."""

import asyncio
import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.db import open_database
from bot.errors import WrongUseError
from bot.shipping.models import Forecast
from main import app
from tests.support.answers import a_plan, an_answer, given
from tests.support.builders import a_customer, an_order

ROOT = Path(__file__).parents[2]
Call = Callable[..., Result]


@pytest.fixture
def call(tables: None, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call a command of main.py in this process, on the database of the test."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return lambda *arguments: CliRunner().invoke(app, ["report", *arguments])


@pytest.fixture
def arranged(call: Call, settings: Settings) -> None:
    async def arrange() -> None:
        order = await an_order(ship_country="LU")
        await given("nps", {10: 50, 7: 30, 3: 12}, order_id=order.id)
        await given("nps", {3: 8}, comment="=cmd", locale="de")
        await given("csat", {5: 7}, at=datetime(2026, 10, 1, tzinfo=UTC))

    _inside(settings, arrange())


def _inside(settings: Settings, work: Coroutine[Any, Any, None]) -> None:
    async def run() -> None:
        async with open_database(settings):
            await work

    asyncio.run(run())


def said(outcome: Result) -> str:
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout.replace("\u00a0", " ")


@pytest.mark.usefixtures("arranged")
class TestFigures:
    def test_json_has_the_figures_of_the_period_and_of_each_group(self, call: Call) -> None:
        found = json.loads(said(call("nps", "--from", "2026-11-01", "--to", "2026-11-30", "--by", "country", "--json")))

        groups = found.pop("groups")
        distribution = found.pop("distribution")
        assert found == {
            "metric": "nps", "n": 100, "score": 30.0, "low": 14.05, "high": 44.2, "response_rate": None, "change": None,
        }  # fmt: skip
        assert {score: n for score, n in distribution.items() if n} == {"3": 20, "7": 30, "10": 50}
        assert [(group["key"], group["n"]) for group in groups] == [("LU", 92), ("unknown", 8)]
        assert set(groups[0]) == {"key", "n", "score", "low", "high"}
        assert groups[1]["score"] == -100, "JSON always carries figures"

    def test_people_read_the_sentence_first_and_no_figure_of_few_answers(self, call: Call) -> None:
        shown = said(call("nps", "--by", "country"))

        assert shown.splitlines()[0] == "NPS 30 (14 to 44, n=100)."
        assert "Of these answers 100 are imported from before." in shown
        assert "not known (unknown)   8         under 10 answers" in shown
        assert "-100" not in shown

    def test_few_answers_alone_are_no_figure_either(self, call: Call) -> None:
        assert said(call("csat")).startswith("CSAT: too few answers for a figure (n=7, from 10 on).\n")

    def test_with_a_first_day_alone_it_lasts_until_today(self, call: Call) -> None:
        assert said(call("csat", "--from", "2026-01-01")).startswith("CSAT: too few answers")
        assert json.loads(said(call("csat", "--from", "2026-01-01", "--json")))["n"] == 7

    def test_nobody_asked_is_an_answer_too(self, call: Call) -> None:
        assert said(call("ces")) == "CES: no answers yet.\n", "and no table of zeros"
        assert json.loads(said(call("ces", "--json")))["score"] is None


class TestAnswers:
    @pytest.mark.usefixtures("arranged")
    def test_csv_is_for_spreadsheets(self, call: Call) -> None:
        rows = list(csv.DictReader(io.StringIO(said(call("answers", "--csv", "--metric", "nps")), newline="")))

        assert len(rows) == 100
        assert {row["comment"] for row in rows} == {"", "'=cmd"}

    @pytest.mark.usefixtures("arranged")
    def test_comments_are_listed_as_they_were_written(self, call: Call) -> None:
        assert "nps 3" in said(call("answers"))
        assert "=cmd" in said(call("answers"))

    def test_without_comments_it_says_so(self, call: Call) -> None:
        assert said(call("answers")) == "No comments.\n"


class TestFunnel:
    def test_stages_and_reasons(self, call: Call, settings: Settings) -> None:
        async def arrange() -> None:
            anna = await a_customer()
            plan = await a_plan(anna)
            await an_answer(9, plan_id=plan.id)
            await a_plan(anna)
            await a_plan(anna, status="withheld", push=None, why="no_consent")

        _inside(settings, arrange())

        told = json.loads(said(call("funnel", "--json")))
        assert (told["planned"], told["delivered"], told["tapped"]) == (3, 2, 1)
        assert (told["withheld"], told["response_rate"]) == ({"no_consent": 1}, 0.5)
        assert "withheld" in said(call("funnel", "--metric", "nps"))
        assert json.loads(said(call("nps", "--json")))["response_rate"] == 0.5
        assert "50% of 2 delivered invitations were answered." in said(call("nps"))


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nps", "--from", "2026-02-30"], "report: '2026-02-30' is no day; write it as 2026-11-30"),
        (["nps", "--from", "2026-11-02", "--to", "2026-11-01"], "report: 2026-11-02 is after 2026-11-01"),
        (["csat", "--by", "moon"], "report: --by moon is none of week, month, quarter, carrier"),
        (["answers", "--metric", "x"], "report: --metric x is none of nps, csat, ces"),
    ],
)
def test_a_wrong_call_is_one_line(call: Call, arguments: list[str], line: str) -> None:
    outcome = call(*arguments)

    assert isinstance(outcome.exception, WrongUseError), "exit code 2"
    assert str(outcome.exception).startswith(line)


def test_a_wrong_call_is_one_line_on_stderr(environment: dict[str, str], tables: None, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, ROOT / "main.py", "report", "nps", "--from", "soon"],
        env=environment, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "error: report: 'soon' is no day; write it as 2026-11-30\n"


def test_predictions_are_told_with_how_well_they_would_have_done(call: Call, settings: Settings) -> None:
    assert "Nothing learnt yet" in said(call("predictions"))
    lane: dict[str, Any] = {
        "carrier": "dhl",
        "stages": {},
        "learned": 900,
        "computed_at": datetime(2026, 11, 20, 8, tzinfo=UTC),
    }

    async def arrange() -> None:
        await Forecast.create(country="DE", judged=300, late=60, warned=40, hits=36, is_on=True, **lane)
        await Forecast.create(country="", judged=400, late=90, warned=50, hits=39, is_on=False, **lane)

    _inside(settings, arrange())

    table = " ".join(said(call("predictions")).split())
    assert "dhl anywhere 900 400 90 50 39 78% 43% off: not precise enough" in table
    assert "dhl DE 900 300 60 40 36 90% 60% on" in table
    assert "Learnt at 2026-11-20T08:00:00+00:00." in table
    told = json.loads(said(call("predictions", "--json")))
    assert [lane["precision"] for lane in told["lanes"]] == [0.78, 0.9]
    assert json.loads(said(call("predictions", "--now", "--json"))) == {"computed_at": None, "lanes": []}
