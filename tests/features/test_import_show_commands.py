"""`import` and `show` as the operator calls them, alone and beside a running bot."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from benchmarks.shop_files import write_orders
from bot.clock import real_now
from bot.commands.migrate import ensure_schema
from bot.config import Settings, load_settings
from bot.conversations.models import BotAccount
from bot.customers.linking import preview_token
from bot.db import open_database
from bot.demo.models import DemoWorld
from bot.shop.models import Order
from main import app
from tests.support.builders import a_product
from tests.support.import_files import FULL_ORDER, event, order, write_lines

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file as `main.py migrate` leaves it; a copy is faster than migrating for each test."""
    file = tmp_path_factory.mktemp("migrated") / "shop.sqlite3"
    asyncio.run(ensure_schema(load_settings(_env_file=None, database_url=SecretStr(f"sqlite://{file}"))))
    return file


@pytest.fixture
def migrated(bare: Settings, migrated_file: Path) -> Settings:
    """An empty database that is up to date, not open in this process."""
    if bare.sqlite_file:
        shutil.copyfile(migrated_file, bare.sqlite_file)
    else:
        asyncio.run(ensure_schema(bare))
    return bare


@pytest.fixture
def call(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call a command of main.py in this process, on the database of the test."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return call


def inside(settings: Settings, work: Callable[[], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with open_database(settings):
            return await work()

    return asyncio.run(run())


@pytest.mark.usefixtures("migrated")
class TestImport:
    def test_it_tells_what_came_of_the_lines_and_what_is_odd(self, call: Callable[..., Result], tmp_path: Path) -> None:
        write_lines(tmp_path / "shop.jsonl", FULL_ORDER, order("1002"))

        outcome = call("import", "shop.jsonl")

        assert outcome.exit_code == 0
        assert outcome.stdout.splitlines()[1].split() == ["orders", "2", "0", "0"]
        assert "Orders without a total: 1\n  shop.jsonl:2: 1002\n" in outcome.stderr

    def test_a_bad_line_is_told_on_stderr_and_by_the_exit_code(
        self, call: Callable[..., Result], tmp_path: Path, settings: Settings
    ) -> None:
        write_lines(tmp_path / "shop.jsonl", order("1001"), order("1002", total="x"))

        outcome = call("import", "shop.jsonl", "--json")

        assert outcome.exit_code == 1
        assert outcome.stderr == 'shop.jsonl:2: total: must be an amount such as "49.90"\n'
        assert json.loads(outcome.stdout)["orders"]["new"] == 1
        assert inside(settings, lambda: Order.all().count()) == 1

    def test_a_dry_run_writes_nothing(self, call: Callable[..., Result], tmp_path: Path, settings: Settings) -> None:
        write_lines(tmp_path / "shop.jsonl", order("1001"))

        outcome = call("import", "shop.jsonl", "--dry-run", "--json")

        assert json.loads(outcome.stdout)["orders"]["new"] == 1
        assert inside(settings, lambda: Order.all().count()) == 0

    def test_the_schema_needs_no_file_and_no_database(self, call: Callable[..., Result]) -> None:
        assert json.loads(call("import", "--schema").stdout)["title"] == "One line of a Bote import file"

    @pytest.mark.parametrize(
        ("arguments", "told"), [([], "name at least one FILE"), (["nowhere.jsonl"], "cannot read nowhere.jsonl")]
    )
    def test_without_something_to_read_it_says_so(
        self, call: Callable[..., Result], arguments: list[str], told: str
    ) -> None:
        assert told in str(call("import", *arguments).exception)


@pytest.mark.sqlite
class TestOnAFreshMachine:
    def test_the_first_import_creates_the_database(
        self, call: Callable[..., Result], tmp_path: Path, settings: Settings
    ) -> None:
        write_lines(tmp_path / "shop.jsonl", order("1001"))

        assert call("import", "shop.jsonl").exit_code == 0
        assert inside(settings, lambda: Order.all().count()) == 1

    def test_a_dry_run_creates_no_database(
        self, call: Callable[..., Result], tmp_path: Path, settings: Settings
    ) -> None:
        write_lines(tmp_path / "shop.jsonl", order("1001"))

        assert call("import", "shop.jsonl", "--dry-run").exit_code == 0
        assert settings.sqlite_file
        assert not settings.sqlite_file.exists()

    def test_show_says_how_to_begin(self, call: Callable[..., Result]) -> None:
        assert "does not exist yet" in str(call("show", "order", "1001").exception)

    def test_a_file_without_tables_is_told_in_a_line(self, call: Callable[..., Result], settings: Settings) -> None:
        assert settings.sqlite_file
        settings.sqlite_file.touch()

        assert "main.py migrate" in str(call("show", "order", "1001").exception)


@pytest.mark.usefixtures("migrated")
class TestShow:
    def test_an_order_is_shown_as_json_with_money_as_text_and_times_in_utc(
        self, call: Callable[..., Result], tmp_path: Path
    ) -> None:
        told = {
            "total": 44.9,
            "placed_at": "2026-11-02T10:30:00+01:00",
            "shipments": [{"events": [event("delivered")]}],
        }
        write_lines(tmp_path / "shop.jsonl", FULL_ORDER | told)
        call("import", "shop.jsonl")

        shown = json.loads(call("show", "order", "#1001", "--json").stdout)

        follows = {"status", "late", "expected_on", "delivered_at", "shop_status"}
        by_platform = {"original_total", "refunds", "returns"}
        assert FULL_ORDER.keys() | follows | by_platform == shown.keys()
        assert (shown["total"], shown["placed_at"]) == ("44.90", "2026-11-02T09:30:00Z")
        assert (shown["status"], shown["shop_status"]) == ("delivered", "paid")
        assert (shown["late"], shown["delivered_at"]) == (False, "2026-11-04T06:15:00Z")

    def test_what_show_prints_can_be_imported_again(self, call: Callable[..., Result], tmp_path: Path) -> None:
        write_lines(tmp_path / "shop.jsonl", FULL_ORDER)
        call("import", "shop.jsonl")
        first = json.loads(call("show", "order", "1001", "--json").stdout)
        (tmp_path / "again.jsonl").write_text(json.dumps(first | {"status": first["shop_status"]}))

        outcome = call("import", "again.jsonl", "--json")

        assert json.loads(outcome.stdout)["orders"] == {"new": 0, "updated": 0, "unchanged": 1}
        assert json.loads(call("show", "order", "1001", "--json").stdout) == first

    def test_an_order_is_shown_to_people(self, call: Callable[..., Result], tmp_path: Path) -> None:
        write_lines(tmp_path / "shop.jsonl", FULL_ORDER | {"payment_method": "[red]card"})
        call("import", "shop.jsonl")

        shown = call("show", "order", "1001").stdout

        for part in ("in_transit", "44.70", "Erika Beispiel", "Becher", "JJD 0001", "Sortiert", "[red]card"):
            assert part in shown

    def test_an_order_that_is_not_there_is_told_in_a_line(self, call: Callable[..., Result]) -> None:
        assert str(call("show", "order", "4711").exception) == "order 4711: not found"
        assert str(call("show", "link", "4711").exception) == "order 4711: not found"

    def test_a_number_of_two_sources_asks_for_the_source(self, call: Callable[..., Result], tmp_path: Path) -> None:
        write_lines(tmp_path / "shop.jsonl", order(source="web"), order(source="till", status="pending"))
        call("import", "shop.jsonl")

        assert "--source" in str(call("show", "order", "1001").exception)
        assert json.loads(call("show", "order", "1001", "--source", "till", "--json").stdout)["status"] == "pending"

    def test_in_a_demo_late_is_late_by_the_clock_of_the_demo(
        self, call: Callable[..., Result], tmp_path: Path, settings: Settings
    ) -> None:
        next_year = (real_now() + timedelta(days=365)).date().isoformat()
        write_lines(tmp_path / "shop.jsonl", order(shipments=[{"expected_on": next_year}]))
        call("import", "shop.jsonl")
        assert json.loads(call("show", "order", "1001", "--json").stdout)["late"] is False

        two_years = 2 * 366 * 86_400
        inside(settings, lambda: DemoWorld.create(id=1, opened_at=real_now(), pages="", ahead_s=two_years))

        assert json.loads(call("show", "order", "1001", "--json").stdout)["late"] is True

    def test_a_product_is_shown(self, call: Callable[..., Result], settings: Settings) -> None:
        inside(settings, lambda: a_product("BECHER", stock=3))

        shown = json.loads(call("show", "product", "BECHER", "--json").stdout)

        assert (shown["price"], shown["stock"], shown["name"]) == ("19.90", 3, {"de": "Kaffeebecher"})
        assert "Kaffeebecher" in call("show", "product", "BECHER").stdout
        assert "not found" in str(call("show", "product", "KANNE").exception)

    def test_a_link_opens_the_bot_with_a_token_of_the_order(
        self, call: Callable[..., Result], tmp_path: Path, settings: Settings
    ) -> None:
        write_lines(tmp_path / "shop.jsonl", FULL_ORDER)
        call("import", "shop.jsonl")
        bare = call("show", "link", "1001")
        base = "https://t.me/bote_bot?start="
        inside(settings, lambda: BotAccount.create(id=1, username="bote_bot", link_base=base))

        link = call("show", "link", "1001").stdout.strip()

        assert "not known before its first `run`" in bare.stderr
        assert bare.stdout.strip() not in link
        assert link.startswith(base)
        assert inside(settings, lambda: preview_token(link.removeprefix(base), now=real_now()))


@pytest.mark.usefixtures("migrated")
def test_an_import_and_fifty_shows_work_beside_a_busy_bot(
    call: Callable[..., Result], environment: dict[str, str], tmp_path: Path, settings: Settings
) -> None:
    write_orders(tmp_path / "first.jsonl", 1)
    call("import", "first.jsonl")
    write_orders(tmp_path / "shop.jsonl", 5_000)

    with _running([sys.executable, "-m", "tests.support.busy_bot"], environment, ROOT) as bot:
        assert bot.stdout
        assert bot.stdout.readline() == "ready\n"
        with _running(
            [sys.executable, str(ROOT / "main.py"), "import", "shop.jsonl", "--json"], environment, tmp_path
        ) as run:
            shows = [call("show", "order", "100000", "--json") for _ in range(50)]
            summary, faults = run.communicate()
        report, complaints = bot.communicate()

    assert (run.returncode, faults) == (0, "")
    assert json.loads(summary)["orders"] == {"new": 4_999, "updated": 0, "unchanged": 1}
    assert {show.exit_code for show in shows} == {0}
    assert (bot.returncode, complaints) == (0, "")
    assert json.loads(report)["units"] > 0


@contextmanager
def _running(command: list[str], environment: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    surroundings = environment | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": os.environ.get("PYTHONUNBUFFERED", "")}
    with subprocess.Popen(command, env=surroundings, cwd=folder, text=True, **pipes) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
