"""The operator sees what waits in the inbox, and processes it again after mending what kept it there."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.db import open_database
from bot.shop.models import Order, Shipment
from tests.support.inbox import deliver
from tests.support.platforms import aftership_update, checkpoint, shopify_order

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tables: None, environment: dict[str, str], tmp_path: Path) -> Run:
    def main(*arguments: str) -> tuple[int, str, str]:
        outcome = subprocess.run(
            [sys.executable, ROOT / "main.py", *arguments],
            env=environment, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        return outcome.returncode, outcome.stdout, outcome.stderr

    return main


@pytest.fixture
def waiting(settings: Settings, run: Run) -> None:
    """A report about a parcel that nobody knows (1), an order without a time (2), and an order processed (3)."""
    assert run("migrate")[0] == 0
    update = aftership_update("77", checkpoint("InTransit_001", "2026-11-20T10:00:00Z"))
    in_database(
        settings,
        deliver_all(settings, ("aftership", "tracking_update", update), ("shopify", "orders/create", {"id": 5}),
                    ("shopify", "orders/create", shopify_order())),
    )  # fmt: skip


def in_database(settings: Settings, work: object) -> object:
    async def opened() -> object:
        async with open_database(settings):
            return await work  # type: ignore[misc]  # any coroutine of this file

    return asyncio.run(opened())


async def deliver_all(settings: Settings, *knocks: tuple[str, str, object]) -> None:
    await deliver(settings, *knocks)


def test_what_waits_is_listed_with_its_error(run: Run, waiting: None) -> None:
    code, out, _ = run("show", "inbox", "--json")

    bodies = json.loads(out)["bodies"]
    assert code == 0
    assert [(each["id"], each["state"], each["error"]) for each in bodies] == [
        (1, "failed", "no parcel with the number 77 (yet)"),
        (2, "failed", "name: missing, or not what it should be"),
    ]
    assert "body" not in bodies[0]
    assert [each["id"] for each in json.loads(run("show", "inbox", "--all", "--json")[1])["bodies"]] == [3, 2, 1]
    assert "no parcel with" in run("show", "inbox")[1]


def test_a_body_is_processed_again_after_it_was_mended(run: Run, waiting: None, settings: Settings) -> None:
    async def mend() -> None:
        order = await Order.get()
        await Shipment.create(order=order, position=9, tracking_number="77", tracking_key="77")

    in_database(settings, mend())
    code, out, _ = run("replay", "1", "--json")

    assert code == 0
    assert json.loads(out) == {
        "replayed": 1,
        "processed": 1,
        "failed": 0,
        "bodies": [{"id": 1, "platform": "aftership", "topic": "tracking_update", "error": None}],
    }
    assert in_database(settings, status_of_parcel()) == "in_transit"


def test_what_still_fails_is_told_and_ends_with_1(run: Run, waiting: None) -> None:
    code, out, error = run("replay", "--failed")

    assert (code, out) == (1, "0 of 2 processed\n")
    assert "name: missing" in error
    assert json.loads(run("replay", "--platform", "shopify", "--json")[1])["replayed"] == 1


def test_replaying_what_was_processed_changes_nothing(run: Run, waiting: None, settings: Settings) -> None:
    before = in_database(settings, facts())

    assert run("replay", "3")[:2] == (0, "1 of 1 processed\n")
    assert in_database(settings, facts()) == before


def test_wrong_arguments_are_told_in_one_line(run: Run, waiting: None) -> None:
    assert run("replay", "1", "--failed")[2].startswith("error: replay: name bodies")
    assert run("replay", "--platform", "etsy")[2].startswith("error: replay: no platform etsy")
    assert run("replay", "99") == (1, "0 of 1 processed\n", "error: body 99: there is no such body\n")


async def status_of_parcel() -> str:
    return (await Shipment.get()).status


async def facts() -> list[object]:
    orders = [(order.number, order.state, order.total, order.revised_at) for order in await Order.all()]
    return [*orders, *[(row.id, row.error) for row in await InboxBody.all().order_by("id")]]
