"""The shop's return policy: imported as a whole or not at all, in versions, and what holds is what everybody gets."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.returns.doors import doors_of
from bot.returns.labels import NoAddressError, without_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Step
from bot.returns.paths import Way
from bot.returns.policies import adopt, current_policy
from bot.returns.policy import DEFAULT, Policy
from bot.returns.policy_file import KIND
from bot.returns.policy_models import ReturnPolicy
from bot.returns.reading import read_order
from bot.returns.receiving import Finding, NotReducibleError, check, receive
from bot.returns.requests import Piece, Wish, ask, preview
from bot.returns.wording import Reader, next_line
from bot.shop.models import Line, Order
from bot.shop.orders import get_order
from main import app
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked

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


async def test_nobody_is_told_to_send_it_where_no_address_is_known(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    here: dict[str, Any] = {"staff_id": 501, "settings": database, "now": SOON}
    with pytest.raises(NoAddressError):
        await without_label(made.id, policy=DEFAULT, **here)
    assert not (await read_sheet(made.id)).sends_itself
    await without_label(made.id, policy=Policy(address=("Shop",)), **here)
    assert (await read_sheet(made.id)).step is Step.CUSTOMER_SENDS


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


PAYING = {"cost": {"customer_pays": True, "fee": "4.90", "countries": {"DE": "5.50"}}}


async def placed(order: Order, at: datetime) -> None:
    await Order.filter(id=order.id).update(placed_at=at)


async def told(order: Order, line: Line, settings: Settings, *, now: datetime = SOON) -> dict[str, Any]:
    """How long each way is open for the item, and what a withdrawal of all of it costs."""
    owner = [order.customer_id or 0]
    given: dict[str, Any] = {"customer_ids": owner, "policy": await current_policy(), "settings": settings, "now": now}
    seen = await read_order(order.id, **given)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, line.quantity),), way=Way.WITHDRAWAL)
    until = {found.way: found.until for found in seen.lines[0].eligibility.open}
    return until | {"fee": (await preview(wish, **given)).fee}


async def test_a_worse_version_does_not_hold_for_what_was_ordered_before_it(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30), ship_postal_code="10115")
    await adopt({"kind": KIND, "withdrawal": {"days": 30}, "goodwill": {"days": 61}}, name="1", now=DELIVERED)
    await adopt({"kind": KIND, "goodwill": {"days": 20}} | PAYING, name="2", now=DELIVERED + timedelta(days=2))
    then, later = DELIVERED + timedelta(days=1), DELIVERED + timedelta(days=2, hours=1)

    await placed(order, then)
    kept = await told(order, line, database)
    await placed(order, later)
    new = await told(order, line, database)

    delivered = DELIVERED.date()
    assert (kept[Way.WITHDRAWAL], kept[Way.GOODWILL]) == (delivered + timedelta(30), delivered + timedelta(61))
    assert (new[Way.WITHDRAWAL], new[Way.GOODWILL]) == (delivered + timedelta(14), delivered + timedelta(20))
    assert (kept["fee"], new["fee"]) == (0, Decimal("5.50"))


async def test_a_better_version_holds_for_everybody(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await adopt({"kind": KIND, "goodwill": {"days": 5}} | PAYING, name="1", now=DELIVERED - timedelta(days=90))
    await placed(order, DELIVERED - timedelta(days=3))
    await adopt({"kind": KIND, "goodwill": {"days": 47}}, name="2", now=DELIVERED)
    seen = await told(order, line, database)
    assert (seen[Way.GOODWILL], seen["fee"]) == ((DELIVERED + timedelta(47)).date(), 0)


async def test_the_first_file_may_say_since_when_its_terms_hold_and_no_later_one_reaches_back(
    database: Settings,
) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await placed(order, DELIVERED - timedelta(days=30))
    first = {"kind": KIND, "valid_from": "2026-01-01", "goodwill": {"days": 20}}
    await adopt(first | PAYING, name="1", now=DELIVERED)
    seen = await told(order, line, database)
    assert (seen[Way.GOODWILL], seen["fee"]) == ((DELIVERED + timedelta(20)).date(), Decimal("5.50"))

    await adopt(first | {"goodwill": {"days": 1}}, name="2", now=DELIVERED + timedelta(days=1))
    assert (await told(order, line, database))[Way.GOODWILL] == (DELIVERED + timedelta(20)).date()
    await ReturnPolicy.all().delete()
    await adopt({"kind": KIND, "goodwill": {"days": 1}}, name="1", now=DELIVERED)
    assert (await told(order, line, database))[Way.GOODWILL] == (DELIVERED + timedelta(30)).date()  # the defaults


async def test_who_was_never_told_of_the_right_keeps_it_when_the_shop_mends_that(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await placed(order, DELIVERED - timedelta(days=3))
    untold = {"kind": KIND, "instruction": {"given": False}}
    await adopt(untold, name="1", now=DELIVERED + timedelta(days=90))
    for days, days_of_goodwill in ((100, 10), (101, 11)):
        mended = {"kind": KIND, "goodwill": {"days": days_of_goodwill}} | PAYING
        await adopt(mended, name="2", now=DELIVERED + timedelta(days=days))

    late = DELIVERED + timedelta(days=200)
    seen = await told(order, line, database, now=late)
    assert (Way.WITHDRAWAL in seen, seen["fee"]) == (True, 0)
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=late.date())
    assert (await doors_of(card, settings=database, now=late)).withdraw
    await placed(order, DELIVERED + timedelta(days=100, hours=1))
    assert not (await doors_of(card, settings=database, now=late)).withdraw


async def test_the_card_of_an_order_and_the_check_know_the_terms_of_its_day(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await adopt({"kind": KIND, "withdrawal": {"days": 40}}, name="1", now=DELIVERED - timedelta(days=9))
    await placed(order, DELIVERED - timedelta(days=8))
    await adopt({"kind": KIND, "goodwill": {"days": 0}, "instruction": {"given": False}}, name="2", now=DELIVERED)
    await adopt({"kind": KIND, "goodwill": {"days": 0}}, name="3", now=DELIVERED)
    owner, late = [order.customer_id or 0], DELIVERED + timedelta(days=20)
    card = await get_order(order.id, customer_ids=owner, today=late.date())
    assert (await doors_of(card, settings=database, now=late)).withdraw
    await placed(order, DELIVERED + timedelta(seconds=1))
    assert not (await doors_of(card, settings=database, now=late)).withdraw

    untold = {"kind": KIND, "instruction": {"given": False}}
    await adopt(untold, name="4", now=DELIVERED + timedelta(days=1))
    await placed(order, DELIVERED + timedelta(days=2))
    await adopt({"kind": KIND}, name="5", now=DELIVERED + timedelta(days=3))
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, settings=database, now=SOON, staff_id=501)
    worn = Finding({}, Decimal(1), "Kratzer")
    with pytest.raises(NotReducibleError):
        await check(made.id, worn, policy=await current_policy(), settings=database, now=SOON, staff_id=501)


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
            f"{bad}: goodwil: is no key of a return policy; take it out (MANUAL.md lists all there are)"
        )
        assert json.loads(call("show", "policy", "--json").stdout)["version"] == 0

    def test_a_dry_run_checks_and_keeps_nothing(self, call: Callable[..., Result], tmp_path: Path) -> None:
        file = tmp_path / "returns.toml"
        file.write_text(FILE, "utf-8")

        assert call("import", str(file), "--dry-run").stdout == "return policy: new, version 1\n"
        assert json.loads(call("show", "policy", "--json").stdout)["version"] == 0
