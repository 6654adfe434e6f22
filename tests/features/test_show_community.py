"""What the command line tells of membership: numbers and what waits, and nobody's name."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.community.personal_links import keep_link, order_link
from bot.config import Settings
from bot.db import open_database
from main import app
from tests.support.builders import a_customer
from tests.support.members import GROUP, TITLE, asks, grouped
from tests.support.postman import NOON
from tests.support.referrals import linked

ANNA, BEN = 70_501, 70_502


@pytest.fixture
def arranged(
    tables: None, environment: dict[str, str], settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anna is let in and has a link, Ben waits."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    async def arrange() -> None:
        async with open_database(settings):
            await grouped(settings)
            await linked(ANNA, await a_customer())
            await asks(settings, ANNA)
            await asks(settings, BEN)
            order = await order_link(ANNA, GROUP, now=NOON)
            assert order is not None
            await keep_link(order.id, "https://t.me/+geheim", now=NOON)

    asyncio.run(arrange())


def test_membership_is_told_in_numbers_for_people_and_for_scripts(arranged: None) -> None:
    def call(*arguments: str) -> str:
        done = CliRunner().invoke(app, ["show", "community", *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    told = json.loads(call("--json"))
    assert [(each["status"], each["why"], each["count"]) for each in told["requests"]] == [
        ("approved", "linked", 1),
        ("waiting", "not_linked", 1),
    ]
    [waiting] = told["waiting"]
    assert (waiting["group"], waiting["shown_to_staff"]) == (TITLE, False)
    assert told["links"] == {"open": 1}
    for text in (call(), call("--json")):
        assert TITLE in text
        assert not [secret for secret in (str(ANNA), str(BEN), "geheim") if secret in text]
