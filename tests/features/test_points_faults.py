"""`show faults` and `doctor --accept-points`: accounts that are wrong, and who has explained them."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.db import open_database
from bot.loyalty.checking import check_accounts
from bot.loyalty.ledger import book
from bot.loyalty.models import LoyaltyEntry
from bot.staff.roles import Role, appoint
from main import app
from tests.support.builders import a_customer
from tests.support.postman import NOON

MIA = 791


@pytest.fixture
def wrong(
    tables: None, environment: dict[str, str], settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> int:
    """A customer whose points were changed after a night on which all was well."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    async def arrange() -> int:
        async with open_database(settings):
            await appoint(MIA, Role.AGENT, name="Mia", now=NOON)
            customer = await a_customer()
            await book(customer.id, 30, kind="survey", source="a", reason="survey", now=NOON - timedelta(days=1))
            await check_accounts(settings, now=NOON)
            await LoyaltyEntry.all().update(points=90)
            await check_accounts(settings, now=NOON + timedelta(days=1))
            return int(customer.id)

    return asyncio.run(arrange())


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def accept(customer_id: int, by: int, why: str) -> Result:
    return call("doctor", "--accept-points", str(customer_id), "--by", str(by), "--why", why)


def test_what_is_wrong_is_listed_and_accepted_by_somebody_of_the_staff_with_a_reason(wrong: int) -> None:
    [fault] = json.loads(call("show", "faults", "--json").stdout)["faults"]
    assert (fault["customer"], "now there are 90" in fault["fault"]) == (wrong, True)
    for refused in (
        accept(wrong, 5, "just so"),
        accept(wrong, MIA, " "),
        accept(wrong + 1, MIA, "just so"),
        call("doctor", "--accept-points", str(wrong), "--why", "just so"),
    ):
        assert (refused.exit_code != 0, refused.stdout) == (True, "")

    accepted = accept(wrong, MIA, "mended by hand")

    assert "now there are 90" in accepted.stdout
    assert accepted.exit_code == 0
    assert "No account is wrong." in call("show", "faults").stdout
