"""What the command line tells of polls."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.config import Settings
from bot.db import open_database
from main import app
from tests.support.channel import CHANNEL, with_channel
from tests.support.polls import a_poll, an_open_poll, told
from tests.support.postman import Postman


@pytest.fixture
def arranged(
    tables: None, environment: dict[str, str], settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft, and a poll in which two people have chosen three answers."""
    monkeypatch.chdir(tmp_path)
    for name, value in (environment | {"BOTE_COMMUNITY_CHAT_ID": str(CHANNEL)}).items():
        monkeypatch.setenv(name, value)

    async def arrange() -> None:
        async with open_database(settings):
            await an_open_poll(with_channel(settings), Postman(), several=True)
            await told(1, 2, 1)
            await a_poll(question="Später?")

    asyncio.run(arrange())


def test_polls_are_listed_and_one_is_told_for_people_and_for_scripts(arranged: None) -> None:
    def call(*arguments: str) -> str:
        return CliRunner().invoke(app, ["show", *arguments]).stdout

    listed = json.loads(call("polls", "--json"))["polls"]
    assert [(each["id"], each["status"], each["voters"]) for each in listed] == [(2, "draft", 0), (1, "open", 3)]
    assert [each["id"] for each in json.loads(call("polls", "--status", "open", "--json"))["polls"]] == [1]
    one = json.loads(call("poll", "1", "--json"))
    assert one["options"] == [{"text": "Rot", "count": 2}, {"text": "Blau", "count": 1}]
    assert list(one) == [
        *("id", "status", "question", "options", "voters", "several", "members_only", "countries"),
        *("post_at", "posted_at", "deadline", "ended_at", "delivery", "why"),
    ]
    assert "Welche Farbe?" in call("poll", "1")
    assert "Später?" in call("polls")


def test_a_poll_that_there_is_not_and_a_wrong_status_are_said(arranged: None) -> None:
    for arguments in (("poll", "9"), ("polls", "--status", "over")):
        outcome = CliRunner().invoke(app, ["show", *arguments])
        assert (outcome.exit_code != 0, outcome.stdout) == (True, "")
