"""The shop's return policy: imported as a whole or not at all, in versions, and what holds is what everybody gets."""

import json
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.returns.looking import read_sheet
from bot.returns.machine import Step
from bot.returns.paths import Way
from bot.returns.policies import KIND, adopt, current_policy
from bot.returns.policy import DEFAULT
from bot.returns.reading import read_order
from bot.returns.requests import Piece, Wish, ask
from bot.returns.wording import Reader, next_line
from main import app
from tests.support.returns import DELIVERED, SOON, a_delivered_order

FILE = f"""
kind = "{KIND}"
[goodwill]
days = 60
countries = {{ FR = 90 }}
[cost]
customer_pays = true
fee = "4.90"
[approval]
up_to = "99.50"
"""


@pytest.fixture
def call(tables: None, environment: dict[str, str], tmp_path: Path) -> Callable[..., Result]:
    def run(*arguments: str) -> Result:
        return CliRunner(env=environment).invoke(app, arguments)

    return run


async def holds(**tables: dict[str, Any]) -> tuple[str, int]:
    done = await adopt({"kind": KIND} | tables, name="returns.toml", now=SOON)
    return done.outcome, done.version


async def test_the_newest_version_holds_and_the_defaults_before_any(database: Settings) -> None:
    assert await current_policy() == DEFAULT

    assert await holds(goodwill={"days": 60}) == ("new", 1)
    assert await holds(goodwill={"days": 60}) == ("unchanged", 1)
    assert await holds(goodwill={"days": 45}) == ("updated", 2)

    policy = await current_policy()
    assert (policy.goodwill_days, policy.version) == (45, 2)


async def test_a_shop_that_gives_more_than_the_law_gives_it_to_everybody(database: Settings) -> None:
    await holds(withdrawal={"days": 30}, warranty={"months": 36})
    order, _ = await a_delivered_order()
    [line] = (
        await read_order(
            order.id,
            customer_ids=[order.customer_id or 0],
            policy=await current_policy(),
            settings=database,
            now=SOON,
        )
    ).lines
    until = {found.way: found.until for found in line.eligibility.open}
    assert until[Way.WITHDRAWAL] == (DELIVERED + timedelta(days=30)).date()
    assert until[Way.WARRANTY] == DELIVERED.date().replace(year=2029)


async def test_without_labels_of_the_shop_the_customer_sends_it_to_its_address(database: Settings) -> None:
    await holds(label={"by_shop": False}, address={"lines": ["Shop <Lager>", "Musterweg 1"]})
    order, line = await a_delivered_order()
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.WITHDRAWAL)
    made = await ask(
        wish,
        customer_ids=[order.customer_id or 0],
        chat_id=7,
        locale="de",
        policy=await current_policy(),
        settings=database,
        now=SOON,
    )
    await holds(label={"by_shop": False}, address={"lines": ["Elsewhere"]})

    sheet = await read_sheet(made.id)
    assert (sheet.sends_itself, sheet.step) == (True, Step.CUSTOMER_SENDS)
    told = next_line(sheet, Reader("en", database.time_zone, "Shop"))
    assert "Shop &lt;Lager&gt;\nMusterweg 1" in told


class TestOnTheCommandLine:
    def test_it_is_imported_shown_and_unchanged_the_second_time(
        self, call: Callable[..., Result], tmp_path: Path
    ) -> None:
        file = tmp_path / "returns.toml"
        file.write_text(FILE, "utf-8")

        assert "none imported: these are the defaults" in call("show", "policy").stdout
        assert call("import", str(file)).stdout == "return policy: new, version 1\n"
        told = json.loads(call("import", str(file), "--json").stdout)
        assert told["return_policies"] == [{"version": 1, "outcome": "unchanged"}]

        shown = json.loads(call("show", "policy", "--json").stdout)
        assert {key: shown[key] for key in ("version", "goodwill_days", "goodwill_by_country", "fee")} == {
            "version": 1, "goodwill_days": 60, "goodwill_by_country": {"FR": 90}, "fee": "4.90",
        }  # fmt: skip
        assert (shown["withdrawal_days"], Decimal(shown["approves_up_to"])) == (14, Decimal("99.50"))

    def test_a_bad_file_is_told_by_key_and_changes_nothing(self, call: Callable[..., Result], tmp_path: Path) -> None:
        good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
        good.write_text(FILE, "utf-8")
        bad.write_text(f'kind = "{KIND}"\n[withdrawal]\ndays = 7\n[goodwil]\ndays = 3\n', "utf-8")

        refused = call("import", str(good), str(bad))
        assert refused.exit_code != 0
        assert str(refused.exception) == (
            f"{bad}: withdrawal.days: the law gives 14 days (§ 355 BGB); a shop may give more, not less; mend it; "
            f"{bad}: goodwil: is no key of a return policy; take it out (README lists all there are)"
        )
        assert json.loads(call("show", "policy", "--json").stdout)["version"] == 0

    def test_a_dry_run_checks_and_keeps_nothing(self, call: Callable[..., Result], tmp_path: Path) -> None:
        file = tmp_path / "returns.toml"
        file.write_text(FILE, "utf-8")

        assert call("import", str(file), "--dry-run").stdout == "return policy: new, version 1\n"
        assert json.loads(call("show", "policy", "--json").stdout)["version"] == 0
