"""What people are told about pushes, what is forgotten about them, and what the metrics see."""

import asyncio
import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.db import open_database
from bot.errors import OperatorError
from bot.outbox.errors import Later, Refused
from bot.outbox.listing import failed_pushes, outbox_figures, own_pushes, pushes, queue_state
from bot.outbox.models import Push
from bot.outbox.reasons import Why
from bot.outbox.receipts import Receipt
from bot.outbox.retention import TEXTS_KEPT, forget_texts
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, Postman, a_chat, drained, push

MAIN = Path(__file__).parents[2] / "main.py"
KEYS = (
    *("id", "status", "purpose", "about", "why", "reason", "chat_id", "customer_id", "order_number", "method", "text"),
    *("detail", "created_at", "due_at", "expires_at", "settled_at", "attempts", "doubtful", "message_id"),
)


async def test_every_push_tells_how_it_stands_and_why(database: Settings) -> None:
    order = await an_order("1001")
    await push(1, "sent", purpose="milestone", order_id=order.id)
    await push(2, "waits", due_at=NOON + timedelta(days=1))
    await push(3, "no", purpose="survey")
    await push(4, "refused")
    await drained(database, Postman().says(4, Refused("Bad Request: text")))

    listed = await pushes()

    assert [tuple(each) for each in listed] == [KEYS] * 4
    told = {each["text"]: (each["status"], each["why"], each["reason"]) for each in listed}
    assert told == {
        "refused": ("failed", "refused", "Telegram does not accept this message"),
        "no": ("skipped", "no_consent", "there is no consent to this kind of message"),
        "waits": ("waiting", None, None),
        "sent": ("sent", None, None),
    }
    assert (listed[-1]["order_number"], listed[-1]["about"], listed[-1]["settled_at"]) == (
        "1001",
        "news of a parcel",
        NOON.isoformat(),
    )


async def test_pushes_are_found_by_the_customer_however_named(database: Settings) -> None:
    customer = await a_customer(external_id="gid-77", email="Erika@Example.org")
    await a_chat(5)
    await Link.create(chat_id=5, customer_id=customer.id, proof="link", linked_at=NOON)
    await push(5, "by chat")
    await push(6, "by customer", customer_id=customer.id)
    await push(7, "foreign", customer_id=(await a_customer()).id)

    for name in (str(customer.id), "gid-77", "erika@example.org"):
        assert [each["text"] for each in await pushes(customer=name)] == ["by customer", "by chat"], name
    with pytest.raises(OperatorError, match="not found"):
        await pushes(customer="nobody@example.org")
    assert [each["text"] for each in await pushes(status="waiting", limit=1)] == ["foreign"]


async def test_a_customer_sees_their_own_part_in_their_language(database: Settings) -> None:
    await push(1, "shipped", purpose="milestone")
    await push(1, "survey", purpose="survey")
    await push(1, "card", purpose="card", slot="parcel:9")
    await push(1, "card 2", purpose="card", slot="parcel:9")
    await push(2, "foreign")
    await drained(database, Postman())

    own = await own_pushes(1, locale="de")

    assert [(each.about, each.status, each.reason) for each in own] == [
        ("eine Frage nach Ihrer Zufriedenheit", "skipped", "es gibt keine Einwilligung in solche Nachrichten"),
        ("Neues von einem Paket", "sent", None),
    ]


async def test_given_up_pushes_are_there_for_whoever_tells_the_staff(database: Settings) -> None:
    first = await push(1, "one")
    second = await push(2, "two")
    await drained(database, Postman().says(1, Refused("no")).says(2, Refused("no")))

    assert [each.id for each in await failed_pushes()] == [first, second]
    assert [each.id for each in await failed_pushes(after=first)] == [second]


async def test_texts_are_forgotten_in_time_and_what_remains_is_when_and_why(database: Settings) -> None:
    kept_text = {"text": "personal"}
    await push(1, "personal", purpose="milestone", once="shipment:9:shipped", receipt=Receipt(-1, 1, "en"))
    await push(2, "personal", purpose="survey")
    await push(3, "personal", due_at=NOON + timedelta(days=400))
    await drained(database, Postman())

    assert await forget_texts(NOON + TEXTS_KEPT) == 0
    assert await forget_texts(NOON + TEXTS_KEPT + timedelta(seconds=1)) == 3  # the receipt's own text among them
    assert await forget_texts(NOON + TEXTS_KEPT + timedelta(seconds=1)) == 0

    rows = {each.chat_id: each for each in await Push.all()}
    assert (rows[1].params, rows[1].receipt, rows[1].once) == ({}, None, "shipment:9:shipped")
    assert (rows[1].status, rows[1].settled_at, rows[1].message_id) == ("sent", NOON, 1)
    assert (rows[2].params, rows[2].why) == ({}, Why.NO_CONSENT)
    assert rows[3].params == kept_text
    assert [each["text"] for each in await pushes(status="sent")] == [None, None]


async def test_the_metrics_see_the_queue_and_the_oldest_service_message(database: Settings) -> None:
    await push(1, "urgent", now=NOON - timedelta(minutes=7))
    await push(2, "milestone", purpose="milestone", now=NOON - timedelta(minutes=3))
    await push(3, "later", purpose="milestone", due_at=NOON + timedelta(hours=1))
    await push(4, "survey", purpose="survey")
    before = await queue_state(NOON)
    await drained(database, Postman().says(1, Later(5)))
    after = await queue_state(NOON)

    assert (before.waiting, before.oldest_service_s) == ({0: 1, 1: 2, 3: 1}, 420.0)
    assert (after.waiting, after.sent, after.floods) == ({0: 1, 1: 1}, 1, 1)
    figures = {name: value for name, (_, value) in (await outbox_figures(NOON)).items()}
    assert figures == {
        "bote_outbox_waiting_service": 2,
        "bote_outbox_waiting_other": 0,
        "bote_outbox_oldest_service_seconds": 420,
        "bote_outbox_sent": 1,
        "bote_outbox_failed": 0,
        "bote_outbox_429": 1,
        "bote_outbox_doubtful": 0,
    }


async def test_show_pushes_prints_a_table_or_json_with_stable_keys(
    tables: None, settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    async with open_database(settings):
        await push(1, "<b>sent</b>", purpose="milestone", customer_id=(await a_customer(external_id="77")).id)
        await push(2, "no", purpose="survey")
        await drained(settings, Postman())

    told = json.loads(await shown("--json", environment=environment, folder=tmp_path))
    own = json.loads(await shown("--customer", "77", "--json", environment=environment, folder=tmp_path))
    table = await shown("--status", "skipped", environment=environment, folder=tmp_path)

    assert [tuple(each) for each in told["pushes"]] == [KEYS] * 2
    assert [each["text"] for each in own["pushes"]] == ["<b>sent</b>"]
    assert "there is no consent" in table
    assert "milestone" not in table


async def test_a_table_of_pushes_is_read_on_eighty_columns_with_times_of_the_shop_to_the_minute(
    tables: None, settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    async with open_database(settings):
        await push(-1_001_234_567_890, "no", purpose="survey", now=NOON + timedelta(microseconds=135_937))
        await drained(settings, Postman(), NOON + timedelta(minutes=1))

    wide = environment | {"COLUMNS": "80"}
    _, table = await run("show", "pushes", environment=wide, folder=tmp_path)
    heading, *lines = [" ".join(line.split()) for line in table.splitlines()[1:]]
    _, narrow = await run("show", "pushes", environment=environment | {"COLUMNS": "40"}, folder=tmp_path)

    assert heading == "id when purpose order chat status"
    assert lines[0].startswith("1 2026-11-18 12:01 survey -1001234567890 skipped")
    assert all(len(line) <= 80 for line in table.splitlines())
    assert "when     2026-11-18 12:01" in narrow
    assert await run("show", "pushes", "--status", "sent", environment=wide, folder=tmp_path) == (0, "No pushes.\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("pushes --customer nobody", 1, "error: customer nobody: not found"),
        ("surveys --customer nobody", 1, "error: customer nobody: not found"),
        ("pushes --status lost", 2, "error: pushes: 'lost' is no status; there are waiting, sent"),
        ("surveys --status lost", 2, "error: surveys: 'lost' is no status; there are planned"),
        ("cases --cause lots", 2, "error: cases: 'lots' is no cause; there are human"),
    ],
)
async def test_whom_or_what_nobody_knows_is_told_in_one_line(
    words: str, code: int, told: str, tables: None, environment: dict[str, str], tmp_path: Path
) -> None:
    ended, printed = await run("show", *words.split(), environment=environment, folder=tmp_path)

    assert (ended, len(printed.splitlines())) == (code, 1)
    assert printed.startswith(told)


async def run(*words: str, environment: dict[str, str], folder: Path) -> tuple[int | None, str]:
    """Exit code and everything that is printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(MAIN), *words),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode, printed.decode()


async def shown(*options: str, environment: dict[str, str], folder: Path) -> str:
    """What `show pushes` prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(MAIN), "show", "pushes", *options),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    return " ".join(printed.decode().split())
