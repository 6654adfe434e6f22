"""The queue of what waits: in its orders, in the staff chat, and on the command line."""

import asyncio
import json
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.db import open_database
from bot.staff.models import StaffMember
from bot.tickets.cases import NewCase, close_case, open_case, open_human_case
from bot.tickets.queue import describe_cases, list_queue, queue_text
from bot.tickets.taking import take_case
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, a_chat

MAIN = Path(__file__).parents[2] / "main.py"
ANNA, MIA = 100, 790
KEYS = (
    *("id", "cause", "status", "opened_at", "age_hours", "value", "currency", "owner_id", "owner", "order_number"),
    *("contact_due_at", "contacted_at", "resolve_due_at", "overdue", "solved"),
)


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": -100, "default_locale": "de", "shop_name": "Laden"})


async def some_cases(settings: Settings) -> dict[str, int]:
    """A cheap late parcel, a dear one, an old one, a lost one, and somebody who wants a human."""
    erika = await a_customer()
    await a_chat(ANNA, first_name="Anna", locale="de")
    await Link.create(chat_id=ANNA, customer_id=erika.id, proof="order", linked_at=NOON)
    cheap, dear = [await an_order(number, total=Decimal(total)) for number, total in (("11", 5), ("22", 500))]
    opened = {
        "cheap": NewCase(cause="late", once="a", order_id=cheap.id),
        "dear": NewCase(cause="late", once="b", order_id=dear.id),
        "lost": NewCase(cause="lost", once="c"),
    }
    ids = {name: await open_case(new, settings=settings, now=NOON) for name, new in opened.items()}
    old = NewCase(cause="late", once="d")
    ids["old"] = await open_case(old, settings=settings, now=NOON - timedelta(days=3))
    ids["human"] = await open_human_case(ANNA, order_id=None, locale="de", settings=settings, now=NOON)
    return ids


async def test_the_queue_is_by_cause_then_age_then_value(shop: Settings) -> None:
    ids = await some_cases(shop)
    queue = await list_queue(NOON)

    assert [each.id for each in queue] == [ids[name] for name in ("human", "lost", "old", "dear", "cheap")]
    text = queue_text(queue, shop)
    assert "5 Fälle" in text
    assert "500,00" in text.replace("\u00a0", " ")
    assert "Nichts wartet" in queue_text([], shop)


async def test_the_queue_can_be_by_age_or_by_value_alone(shop: Settings) -> None:
    ids = await some_cases(shop)

    assert (await list_queue(NOON, by="age"))[0].id == ids["old"]
    assert [each.id for each in await list_queue(NOON, by="value")][:2] == [ids["dear"], ids["cheap"]]


async def test_a_case_of_tomorrow_is_no_younger_than_new(shop: Settings) -> None:
    """The demo's clock may stand back after a fresh start."""
    await open_case(NewCase(cause="late", once="a"), settings=shop, now=NOON + timedelta(days=1))
    assert [each.age for each in await list_queue(NOON)] == [timedelta()]


async def test_the_command_line_lists_cases_with_stable_keys(
    tables: None, settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    async with open_database(settings):
        ids = await some_cases(settings)
        await StaffMember.create(id=MIA, role="agent", name="Mia", granted_at=NOON)
        await take_case(ids["dear"], staff_id=MIA, settings=settings, now=NOON)
        await close_case(ids["lost"], because="recovered", settings=settings, now=NOON)
        assert [each["id"] for each in await describe_cases(NOON, limit=2)] == [ids["human"], ids["old"]]

    told = json.loads(await shown("--json", environment=environment, folder=tmp_path))["cases"]
    late = json.loads(await shown("--cause", "late", "--json", environment=environment, folder=tmp_path))["cases"]
    every = json.loads(await shown("--all", "--json", environment=environment, folder=tmp_path))["cases"]
    table = await shown(environment=environment, folder=tmp_path)

    assert [tuple(each) for each in told] == [KEYS] * 4
    dear = next(each for each in told if each["id"] == ids["dear"])
    assert (dear["value"], dear["currency"], dear["owner"], dear["order_number"]) == ("500.00", "EUR", "Mia", "22")
    assert {each["cause"] for each in late} == {"late"}
    assert [each["id"] for each in every if each["status"] == "closed"] == [ids["lost"]]
    assert "human" in table


async def shown(*options: str, environment: dict[str, str], folder: Path) -> str:
    """What `show cases` prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(MAIN), "show", "cases", *options),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    return " ".join(printed.decode().split())
