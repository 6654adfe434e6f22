"""`run --role sender`: a process that only sends, without the half that talks (`bench_sending` times its start)."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from bot.config import Settings
from bot.db import open_database
from tests.support.postman import push, statuses
from tests.support.webchat import TOKEN, open_webchat

MAIN = Path(__file__).parents[2] / "main.py"
PATIENCE_S = 60
# Ends as `run` does, but first says what was loaded.
CODE = """
import sys, atexit
sys.argv = ["main.py", "run", "--role", "sender"]
import main
atexit.register(lambda: print("loaded:", *sorted(name for name in sys.modules if sys.modules[name]), file=sys.stderr))
main.main()
"""
# What a sender has no use for, and what half of its start would go into.
NOT_LOADED = (
    *("aiogram", "aiogram_dialog", "handlers", "dialogs", "bot.web", "bot.webchat", "bot.jobs", "bot.connectors.inbox"),
    *("aiohttp.web", "matplotlib", "numpy", "PIL", "rapidfuzz", "karrio", "prometheus_client", "rich"),
)


@pytest.fixture
def sender_environment(environment: dict[str, str]) -> dict[str, str]:
    return environment | {"BOTE_TELEGRAM_TOKEN": TOKEN, "BOTE_LOG_FORMAT": "json", "PYTHONPATH": str(MAIN.parent)}


async def started(environment: dict[str, str], folder: Path) -> asyncio.subprocess.Process:
    """A sender that has said that it is there."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE, cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr
    async with asyncio.timeout(PATIENCE_S):
        while b"sender started" not in (line := await process.stderr.readline()):
            assert line, "it ended at once"
    return process


async def ended(process: asyncio.subprocess.Process) -> str:
    """What it still said after it was told to end."""
    process.send_signal(signal.SIGTERM)
    _, said = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    assert process.returncode == 0
    return said.decode()


async def test_it_sends_what_comes_up_without_loading_what_talks(
    tables: None, settings: Settings, sender_environment: dict[str, str], tmp_path: Path
) -> None:
    async with open_webchat() as chat:
        anna = await chat.customer("Anna")
        process = await started(sender_environment | {"BOTE_TELEGRAM_API_URL": chat.url}, tmp_path)
        async with open_database(settings):
            await push(anna.id, "news")
            await asyncio.wait_for(anna.waits_for("news"), PATIENCE_S)
        said = await ended(process)
        async with open_database(settings):
            assert await statuses() == {"news": "sent"}

    [loaded] = [line.split()[1:] for line in said.splitlines() if line.startswith("loaded:")]
    assert "telegram" in loaded
    assert [name for name in NOT_LOADED if name in loaded] == []
    assert "Warning" not in said


async def test_a_wrong_token_is_one_line(tables: None, sender_environment: dict[str, str], tmp_path: Path) -> None:
    async with open_webchat() as chat:
        wrong = {"BOTE_TELEGRAM_API_URL": chat.url, "BOTE_TELEGRAM_TOKEN": "4200001:not-the-token"}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(MAIN), "run", "--role", "sender"),
            cwd=tmp_path,
            env=sender_environment | wrong,
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await asyncio.wait_for(process.communicate(), PATIENCE_S)

    assert process.returncode == 1
    assert said.decode().splitlines() == [
        "error: telegram: the token is refused (Unauthorized); see BOTE_TELEGRAM_TOKEN"
    ]
