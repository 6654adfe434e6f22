"""RUNNING.md is true: its metrics are exported, its log lines are written, its snippets say what the bot does."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

from bot.commands.run import LANDING_S, Role
from bot.config import Settings, load_settings
from bot.connectors.signatures import PLATFORMS
from bot.conversations.receiving import WEBHOOK_PATH
from bot.web import MAX_BODY
from bot.web.server import SHUTDOWN_S
from bot.web.status import exported
from handlers.polling import DRAIN_S

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "RUNNING.md").read_text()
CODE = "\n".join(file.read_text() for room in ("bot", "handlers") for file in (ROOT / room).rglob("*.py"))
UNITS = re.findall(r"```ini\n(.*?)```", PAGE, re.DOTALL)


async def test_every_metric_named_is_exported(database: Settings) -> None:
    named = set(re.findall(r"\bbote_(?:inbox|outbox|carrier|shop)_\w+", PAGE))
    told = set(re.findall(r"^# TYPE (\w+)", (await exported()).decode(), re.MULTILINE))

    assert named - told == set()
    ours = {name for name in told if name.startswith("bote_") and not name.endswith("_created")}
    assert ours - named == set(), "say in RUNNING.md what it tells, and when to worry"


def test_a_late_service_message_raises_an_alarm() -> None:
    assert "bote_outbox_oldest_service_seconds > 300" in PAGE


def test_every_log_line_named_is_written() -> None:
    [table] = re.findall(r"\| Line \| What happened \|\n\| --- \| --- \|\n((?:\|.*\n)+)", PAGE)
    lines = [name for row in table.splitlines() for name in re.findall(r"`([^`]+)`", row.split("|")[1])]

    assert len(lines) >= 8
    assert [line for line in lines if f'"{line}"' not in CODE] == []


def test_the_units_can_be_read() -> None:
    assert len(UNITS) == 3
    for text in UNITS:
        unit = ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str  # type: ignore[assignment, method-assign]  # systemd tells capitals apart
        unit.read_string(text)
        assert unit.sections()[0] == "Unit"


def test_the_service_stops_no_sooner_than_the_bot_does() -> None:
    [seconds] = re.findall(r"TimeoutStopSec=(\d+)", UNITS[0])

    assert int(seconds) > DRAIN_S + LANDING_S + SHUTDOWN_S


@pytest.mark.parametrize("role", re.findall(r"bote@(\w+)`", PAGE))
def test_every_role_named_is_one(role: str) -> None:
    assert role in set(Role)


def test_the_proxies_let_through_what_the_bot_takes() -> None:
    defaults = load_settings(_env_file=None)
    assert MAX_BODY == 1 << 20
    assert {"max_size 1MiB", "client_max_body_size 1m"} <= set(
        re.findall(r"max_size 1MiB|client_max_body_size 1m", PAGE)
    )
    assert f"{defaults.web_host}:{defaults.web_port}" in PAGE
    assert f"https://bote.example.org{WEBHOOK_PATH}" in PAGE
    for platform in PLATFORMS:
        assert f"https://bote.example.org/webhooks/{platform}" in PAGE
