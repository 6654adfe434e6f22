"""`show return` and `show returns`: all that is known of a return, with keys that scripts may rely on."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requests import Piece
from bot.shop.models import Customer
from bot.staff.models import AuditEntry, StaffMember
from main import app
from tests.support.returns import SOON, a_delivered_order, asked, inside

WIDTH = 80
MIA = 4711
Call = Callable[..., Result]


@pytest.fixture
def call(tables: None, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner(env=environment).invoke(app, ["show", *arguments])


def a_way_home(settings: Settings) -> str:
    """A return that was asked for, approved by Mia, labelled, received and paid; its number."""

    async def arrange() -> str:
        await StaffMember.create(id=MIA, role="agent", name="Mia", granted_at=SOON)
        order, line = await a_delivered_order()
        strict = Policy(approves_up_to=DEFAULT.fee)
        piece = Piece(line.id, 2, "unwanted")
        made = await asked(order, piece, way=Way.GOODWILL, settings=settings, policy=strict)
        by_mia: dict[str, Any] = {"by": Actor.STAFF, "staff_id": MIA, "settings": settings, "now": SOON}
        await move(made.id, Status.APPROVED, why="a good customer", **by_mia)
        await send_label(made.id, NewLabel(code="L1"), policy=DEFAULT, **by_mia)
        await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=settings, now=SOON)
        await move(made.id, Status.RECEIVED, **by_mia)
        await ReturnItem.filter(request_id=made.id).update(received=2)
        await ReturnPayment.create(
            request_id=made.id, kind="refund", amount="20", currency="EUR", once="staff:1:0", staff_id=MIA, at=SOON
        )
        return made.number

    number: str = inside(settings, arrange)
    return number


def test_a_return_tells_items_steps_money_deadlines_and_whose_turn_it_is(call: Call, settings: Settings) -> None:
    number = a_way_home(settings)

    found = json.loads(call("return", number, "--json").stdout)

    assert {key: found[key] for key in ("number", "status", "way", "next_step", "next_by", "currency")} == {
        "number": number, "status": "received", "way": "goodwill",
        "next_step": "shop_checks", "next_by": "shop", "currency": "EUR",
    }  # fmt: skip
    assert found["money"] == {
        "goods": "20.00",
        "shipping": "0.00",
        "fee": "0.00",
        "estimate": "20.00",
        "loss": "0.00",
        "waived": "0.00",
        "paid_on_top": "0.00",
        "due": "20.00",
        "paid": "20.00",
        "carried": "0.00",
        "carried_on_top": "0.00",
        "left": "0.00",
        "payable": "0.00",
        "off_bill": "0.00",
    }
    [item] = found["items"]
    assert (item["quantity"], item["received"], item["accepted"], item["reason"]) == (2, 2, None, "unwanted")
    assert [(step["status"], step["actor"], step["staff"], step["why"]) for step in found["steps"]] == [
        ("requested", "customer", None, None),
        ("approved", "staff", "Mia", "a good customer"),
        ("label_sent", "staff", "Mia", None),
        ("in_transit", "carrier", None, None),
        ("received", "staff", "Mia", None),
    ]
    [payment] = found["payments"]
    assert (payment["amount"], payment["kind"], payment["staff_id"]) == ("20.00", "refund", MIA)
    assert found["label_expires_on"] == (SOON + timedelta(days=28)).date().isoformat()
    for spelled in (number.lower(), number.removeprefix("R-"), str(found["id"])):
        assert json.loads(call("return", spelled, "--json").stdout) == found


def test_a_withdrawal_tells_until_when_goods_and_money_have_to_go(call: Call, settings: Settings) -> None:
    async def arrange() -> str:
        order, line = await a_delivered_order()
        policy = Policy(label_by_shop=False)
        return (await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=settings, policy=policy)).number

    found = json.loads(call("return", inside(settings, arrange), "--json").stdout)

    assert found["send_by"] == "2026-11-23", "the fourteenth day is a Saturday (§ 193 BGB)"
    assert found["money_due_at"] == "2026-11-21T23:59:59+01:00"
    assert found["label"] == {"url": None, "code": None, "address": []}


def test_people_read_tables(call: Call, settings: Settings) -> None:
    number = a_way_home(settings)

    shown = call("return", number).stdout

    assert f"Return {number}" in shown
    assert "a good customer" in shown
    assert "Mia" in shown
    listed = call("returns").stdout
    assert "number   order" in listed.splitlines()[1]  # a table, on 80 columns
    assert max(map(len, listed.splitlines())) <= WIDTH
    assert f"{number}" in listed
    assert "20.00 EUR" in listed


def test_a_list_can_be_of_one_status_and_its_rows_have_the_keys_of_one(call: Call, settings: Settings) -> None:
    number = a_way_home(settings)

    [row] = json.loads(call("returns", "--status", "received", "--json").stdout)["returns"]
    one = json.loads(call("return", number, "--json").stdout)
    assert {key: one[key] for key in row if key in one} == {key: row[key] for key in row if key in one}
    assert (row["estimate"], row["due"], row["paid"]) == ("20.00", "20.00", "20.00")
    assert json.loads(call("returns", "--status", "closed", "--json").stdout) == {"returns": []}
    assert "No returns" in call("returns", "--status", "closed").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["return", "R-NOPE"], "return R-NOPE: not found"),
        (["return", "99999999999999999999"], "return 99999999999999999999: not found"),
        (["returns", "--status", "gone"], "returns: 'gone' is no status; there are draft, requested"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(call: Call, arguments: list[str], told: str) -> None:
    outcome = call(*arguments)
    assert outcome.exit_code != 0
    assert str(outcome.exception).startswith(told)


def test_what_was_erased_is_shown_to_the_law_alone_and_the_look_is_kept(call: Call, settings: Settings) -> None:
    number = a_way_home(settings)

    async def erase() -> None:
        owner = (await Return.get(number=number)).customer_id
        await Customer.filter(id=owner).update(erased_at=SOON)

    inside(settings, erase)

    assert "blocked, its customer was erased" in str(call("return", number).exception)
    assert json.loads(call("return", number, "--blocked", "--json").stdout)["number"] == number

    async def looks() -> int:
        return await AuditEntry.filter(action="view").count()

    assert inside(settings, looks) == 1
