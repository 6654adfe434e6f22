"""The command line: errors are one line, traces are kept aside, and no secret gets into either or into a log."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345"
LOG_EVERYTHING = f"""
import logging, sys
sys.path.insert(0, {str(ROOT)!r})
import structlog
from main import configure_logging
configure_logging(json=sys.argv[1] == "json", level="info")
log = structlog.get_logger("bot.web")
log.info("order_shown", order_id=7)
log.debug("not_shown")
what_anna_wrote = "my parcel is lost"
try:
    raise ValueError("bad answer from https://x.example/bot{TOKEN}/getMe")
except ValueError:
    log.exception("failed", url="postgres://bote:hunter2@db/bote")
logging.getLogger("aiogram").warning("retry %s", "/bot{TOKEN}/sendMessage")
logging.getLogger("tortoise.db_client").info("INSERT of a name")
logging.getLogger("aiogram.event").info("a message text")
"""


def run_main(*arguments: str, env: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


def test_an_operators_error_is_one_line(environment: dict[str, str], tmp_path: Path) -> None:
    outcome = run_main("migrate", env=environment | {"BOTE_WEB_PORT": "many"}, cwd=tmp_path)

    assert outcome.returncode == 1
    assert outcome.stderr.startswith("error: configuration: BOTE_WEB_PORT: ")
    assert len(outcome.stderr.splitlines()) == 1
    assert outcome.stdout == ""


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("dance", "no such command 'dance' (see `main.py --help`)"),
        ("show ordr 1001", "no such command 'ordr'. Did you mean 'order'? (see `main.py show --help`)"),
        ("migrate --faster", "no such option: --faster (see `main.py migrate --help`)"),
        ("show order", "missing argument 'NUMBER' (see `main.py show order --help`)"),
        ("import", "import: name at least one FILE, or - for standard input (--schema shows what goes in)"),
        ("replay 3 --failed", "replay: name bodies, or choose them with --failed and --platform, not both"),
    ],
)
def test_a_wrong_use_is_one_line_and_exit_code_two(
    wrong: str, told: str, environment: dict[str, str], tmp_path: Path
) -> None:
    outcome = run_main(*wrong.split(), env=environment, cwd=tmp_path)

    assert outcome.returncode == 2
    assert outcome.stderr == f"error: {told}\n"
    assert outcome.stdout == ""


def test_a_long_complaint_about_a_value_is_still_one_line(environment: dict[str, str], tmp_path: Path) -> None:
    outcome = run_main("run", "--role", "boss", env=environment | {"COLUMNS": "40"}, cwd=tmp_path)

    assert outcome.returncode == 2
    [line] = outcome.stderr.splitlines()
    assert "'conversation', 'jobs', 'web', 'sender'" in line


def test_nothing_asked_is_answered_with_the_help(environment: dict[str, str], tmp_path: Path) -> None:
    for words in ([], ["show"]):
        outcome = run_main(*words, env=environment, cwd=tmp_path)

        assert outcome.returncode == 2
        assert "Usage:" in outcome.stdout
        assert outcome.stderr == ""


def test_an_unexpected_error_keeps_its_trace_aside(environment: dict[str, str], tmp_path: Path) -> None:
    _break_something(tmp_path)
    broken = environment | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    outcome = run_main("migrate", env=broken, cwd=tmp_path)

    [line] = outcome.stderr.splitlines()
    assert outcome.returncode == 1
    assert line.startswith("error: unexpected RuntimeError; the trace is in ")
    [trace] = tmp_path.glob("*.trace")
    assert str(trace) in line
    assert "Traceback" in trace.read_text()
    assert TOKEN not in trace.read_text() + line
    assert trace.stat().st_mode & 0o077 == 0


def test_debug_shows_the_trace(environment: dict[str, str], tmp_path: Path) -> None:
    _break_something(tmp_path)
    outcome = run_main("--debug", "migrate", env=environment | {"PYTHONPATH": str(tmp_path)}, cwd=tmp_path)

    assert outcome.returncode == 1
    assert "Traceback" in outcome.stderr
    assert TOKEN not in outcome.stderr


def _break_something(folder: Path) -> None:
    """A library that cannot be loaded, and says so with a secret in its words."""
    (folder / "filelock.py").write_text(f"raise RuntimeError('broken at {TOKEN}')")


@pytest.fixture(params=["json", "console"])
def logged(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    command = [sys.executable, "-c", LOG_EVERYTHING, request.param]
    outcome = subprocess.run(command, cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, check=True)
    assert outcome.stdout == ""
    return outcome.stderr


def test_a_log_tells_facts_and_no_secrets(logged: str) -> None:
    assert "order_shown" in logged
    assert "not_shown" not in logged
    assert "retry" in logged
    assert TOKEN not in logged
    assert "hunter2" not in logged


def test_libraries_do_not_log_what_people_write(logged: str) -> None:
    assert "INSERT of a name" not in logged
    assert "a message text" not in logged


def test_a_trace_does_not_print_what_variables_hold(logged: str) -> None:
    assert "bad answer from" in logged
    assert "my parcel is lost" not in logged


@pytest.mark.parametrize("logged", ["json"], indirect=True)
def test_machines_get_one_object_a_line(logged: str) -> None:
    lines = [json.loads(line) for line in logged.splitlines()]

    assert [line["event"] for line in lines] == ["order_shown", "failed", "retry /bot<token>/sendMessage"]
    assert lines[0].items() >= {"order_id": 7, "level": "info", "logger": "bot.web"}.items()
    assert "Traceback" in lines[1]["exception"]
