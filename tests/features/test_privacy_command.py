"""`main.py privacy`: a copy of everything, the erasure after a question, requests of platforms, what is forgotten."""

import asyncio
import json
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.connectors.models import DataRequest
from bot.customers.models import Link
from bot.db import open_database
from bot.shop.models import Customer
from bot.staff.models import AuditEntry
from bot.tickets.models import Case, CaseMessage
from main import app
from tests.support.builders import a_customer, an_order
from tests.support.postman import a_chat

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)
MAIL = "erika@example.org"


@pytest.fixture
def shop(settings: Settings, tables: None, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Erika with an order and a chat, in a database that this process has not open."""
    monkeypatch.setenv("BOTE_DATABASE_URL", settings.database_url.get_secret_value())
    asyncio.run(_fill(settings))
    return settings


async def _fill(settings: Settings) -> None:
    async with open_database(settings):
        customer = await a_customer("Erika Beispiel", email=MAIL, external_id="c-1", source="web")
        await an_order("1001", customer=customer, ship_street="Musterweg 1")
        await a_chat(7, first_name="Erika")
        await Link.create(chat_id=7, customer_id=customer.id, proof="order", linked_at=NOW)
        case = await Case.create(cause="human", chat_id=7, opened_at=NOW)
        await CaseMessage.create(case_id=case.id, author="note", text="sehr freundlich", at=NOW)
        ids = {"customer": "c-1", "email": MAIL, "orders": []}
        request: dict[str, Any] = {
            "platform": "shopify",
            "kind": "data_request",
            "digest": "d",
            "ids": ids,
            "answer": {"data": {}},
        }
        await DataRequest.create(**request, received_at=NOW, due_at=NOW, done_at=NOW)


def privacy(*arguments: str, **given: Any) -> Result:
    return CliRunner().invoke(app, ["privacy", *arguments], **given)


async def emails(settings: Settings) -> list[str | None]:
    async with open_database(settings):
        return [customer.email for customer in await Customer.all()]


@pytest.mark.parametrize("who", [MAIL, "c-1", "chat:7"])
def test_a_copy_holds_everything_that_is_known(shop: Settings, who: str) -> None:
    outcome = privacy("export", who, "--json")

    assert outcome.exit_code == 0, outcome.output
    data = json.loads(outcome.output)["data"]
    assert data["customer"]["customer_chat"][0]["first_name"] == "Erika"
    assert data["shop"]["shop_customer"][0]["email"] == MAIL
    assert data["shop"]["shop_order"][0]["ship_street"] == "Musterweg 1"
    assert data["ticket"]["ticket_message"][0]["text"] == "sehr freundlich"


def test_a_copy_goes_into_a_file_that_others_cannot_read(shop: Settings, tmp_path: Path) -> None:
    file = tmp_path / "erika.json"

    outcome = privacy("export", MAIL, str(file))

    assert (outcome.exit_code, outcome.output.strip()) == (0, f"written to {file}")
    assert json.loads(file.read_text())["data"]["shop"]["shop_order"][0]["number"] == "1001"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_flag_the_copy_is_counted_only(shop: Settings) -> None:
    outcome = privacy("export", "customer:1")

    assert "shop_order" in outcome.output
    assert MAIL not in outcome.output.replace("customer:1", "")


def test_nobody_is_erased_without_a_yes(shop: Settings) -> None:
    for arguments in (["--dry-run"], []):
        outcome = privacy("erase", MAIL, *arguments)
        assert "shop_order" in outcome.output

    assert outcome.exit_code == 1
    assert asyncio.run(emails(shop)) == [MAIL]


def test_an_erasure_says_what_went_and_what_stays_and_why(shop: Settings) -> None:
    outcome = privacy("erase", MAIL, "--yes", "--json")

    assert outcome.exit_code == 0, outcome.output
    told = json.loads(outcome.output)
    assert told["deleted"]["customer_chat"] == told["emptied"]["shop_customer"] == told["blocked_orders"] == 1
    assert any(line.startswith("shop_order: ") and "tax" in line for line in told["kept"])
    assert asyncio.run(emails(shop)) == [None]


def test_a_blocked_order_is_shown_for_the_law_alone(shop: Settings) -> None:
    privacy("erase", MAIL, "--yes")

    refused = CliRunner().invoke(app, ["show", "order", "1001"])
    shown = CliRunner().invoke(app, ["show", "order", "1001", "--blocked", "--json"])
    link = CliRunner().invoke(app, ["show", "link", "1001"])

    assert "blocked" in str(refused.exception)
    assert "blocked" in str(link.exception)
    assert json.loads(shown.output)["ship_to"]["street"] == "Musterweg 1"
    assert asyncio.run(looks(shop)) == ["view"]


async def looks(settings: Settings) -> list[str]:
    async with open_database(settings):
        return [entry.action for entry in await AuditEntry.filter(subject="order:1")]


@pytest.mark.parametrize("who", ["chat:8", "customer:99", "nobody@example.org", "1001"])
def test_somebody_unknown_is_named_in_a_line(shop: Settings, who: str) -> None:
    for verb in ("export", "erase"):
        outcome = privacy(verb, who)
        assert outcome.exit_code == 1
        assert "privacy: no" in str(outcome.exception)


def test_requests_of_platforms_are_listed_and_their_copies_printed(shop: Settings) -> None:
    listed = json.loads(privacy("requests", "--json").output)["requests"]

    assert [(each["kind"], each["has_answer"]) for each in listed] == [("data_request", True)]
    assert "data_request" in privacy("requests").output
    assert json.loads(privacy("answer", "1").output) == {"data": {}}
    assert privacy("answer", "2").exit_code == 1


def test_what_is_due_to_be_forgotten_is_listed_with_its_ground(shop: Settings) -> None:
    rules = json.loads(privacy("retention", "--dry-run", "--json").output)["rules"]

    assert {rule["years"] for rule in rules} == {1, 2, 3, 5, 8}
    assert all(rule["ground"] for rule in rules)
    assert privacy("retention").exit_code == 0
