"""The shop's own surveys: imported, counted in versions, in the place of those that are shipped."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.db import open_database
from bot.errors import OperatorError
from bot.surveys.definitions import definitions
from bot.surveys.launches import launch
from bot.surveys.models import SurveyDefinition
from main import app
from tests.support.import_files import order, write_lines
from tests.support.postman import NOON
from tests.support.surveys import as_toml, content


async def launched(**changed: Any) -> tuple[str, int]:
    done = await launch(content(**changed), name="own.toml", now=NOON)
    return done.outcome, done.version


@pytest.mark.usefixtures("database")
async def test_the_newest_version_takes_the_place_of_the_shipped_one() -> None:
    assert (await definitions())["delivery_csat"].version == 0

    assert await launched(points=25) == ("updated", 1)
    assert await launched(points=25) == ("unchanged", 1)
    assert await launched(points=30) == ("updated", 2)

    found = await definitions()
    assert (found["delivery_csat"].points, found["delivery_csat"].version) == (30, 2)
    assert set(found) == {"delivery_csat", "nps", "return_csat", "support_csat"}


@pytest.mark.usefixtures("database")
async def test_a_survey_of_another_key_comes_beside_the_shipped_ones() -> None:
    assert await launched(key="our_delivery") == ("new", 1)

    assert "our_delivery" in await definitions()


@pytest.mark.usefixtures("database")
async def test_a_survey_that_is_switched_off_stays_known() -> None:
    await launched(active=False)

    assert not (await definitions())["delivery_csat"].active


@pytest.mark.usefixtures("database")
async def test_a_survey_keeps_what_it_is_asked_after() -> None:
    with pytest.raises(OperatorError, match=r"own.toml: trigger: delivery_csat asks after delivered.*another key"):
        await launched(trigger="return_closed")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Bei { shop }?", "a brace"), ("Bei {shop?", "a brace"), ("Bei shop}?", "a brace"), ("{{shop}}?", "a brace"),
        ("Wie\x00?", "control character"), ("Wie\x07?", "control character"), ("Wie\x85?", "control character"),
    ],
)  # fmt: skip
async def test_what_would_be_shown_as_it_stands_is_refused(text: str, fault: str) -> None:
    with pytest.raises(OperatorError, match=rf"own.toml: de.question: .*{fault}"):
        await launched(de={"question": text})
    assert await launched(de={"question": "Wie war es\nbei {shop}?"})


@pytest.mark.usefixtures("database")
async def test_a_survey_keeps_its_metric() -> None:
    with pytest.raises(OperatorError, match=r"own.toml: metric: delivery_csat is counted as csat.*another key"):
        await launched(metric="ces")

    assert await SurveyDefinition.all().count() == 0


@pytest.fixture
def call(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return lambda *arguments: CliRunner().invoke(app, arguments)


@pytest.mark.usefixtures("tables")
class TestImport:
    def stored(self, settings: Settings) -> int:
        async def count() -> int:
            async with open_database(settings):
                return await SurveyDefinition.all().count()

        return asyncio.run(count())

    def test_a_survey_is_imported_and_told(self, call: Callable[..., Result], tmp_path: Path) -> None:
        (tmp_path / "own.toml").write_text(as_toml(content(points=25)), "utf-8")

        assert call("import", "own.toml").stdout == "survey delivery_csat: updated, version 1\n"
        assert call("import", "own.toml").stdout == "survey delivery_csat: unchanged, version 1\n"

    def test_surveys_and_orders_come_together_and_are_told_as_json(
        self, call: Callable[..., Result], tmp_path: Path
    ) -> None:
        (tmp_path / "off.toml").write_text(as_toml(content("nps", active=False)), "utf-8")
        write_lines(tmp_path / "shop.jsonl", order("1001"))

        told = json.loads(call("import", "shop.jsonl", "off.toml", "--json").stdout)

        assert told["surveys"] == [{"key": "nps", "version": 1, "active": False, "outcome": "updated"}]
        assert told["orders"]["new"] == 1

    def test_one_that_is_wrong_keeps_everything_out(
        self, call: Callable[..., Result], tmp_path: Path, settings: Settings
    ) -> None:
        (tmp_path / "good.toml").write_text(as_toml(content()), "utf-8")
        values = content("nps")
        del values["lb"]
        (tmp_path / "bad.toml").write_text(as_toml(values), "utf-8")

        refused = call("import", "good.toml", "bad.toml").exception

        assert isinstance(refused, OperatorError)
        assert str(refused).startswith("bad.toml: [lb]: the language is missing")
        assert self.stored(settings) == 0

    def test_a_dry_run_writes_nothing(self, call: Callable[..., Result], tmp_path: Path, settings: Settings) -> None:
        (tmp_path / "own.toml").write_text(as_toml(content()), "utf-8")

        outcome = call("import", "own.toml", "--dry-run")

        assert outcome.stdout == "survey delivery_csat: updated, version 1\n"
        assert self.stored(settings) == 0

    def test_a_toml_file_that_is_no_survey_is_refused(self, call: Callable[..., Result], tmp_path: Path) -> None:
        (tmp_path / "other.toml").write_text("name = 'x'\n")

        refused = call("import", "other.toml").exception

        assert str(refused).startswith(
            "other.toml: metric: is missing; a survey says nps, csat or ces; plans for cases"
        )
