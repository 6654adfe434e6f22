"""The doctor sets Telegram's webhook, looks whether it took, and never one that lets strangers in."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.clock import real_now
from bot.commands.bot_api import bot_api
from bot.commands.findings import Finding
from bot.commands.webhook import delete_webhook, judge_webhook, set_webhook
from bot.config import Settings, load_settings
from bot.conversations.receiving import ALLOWED_UPDATES
from bot.errors import OperatorError
from bot.web import serving
from tests.features.test_command_line import run_main
from tests.support.webchat import TOKEN, WebChat, eventually, open_webchat

SECRET = "a-long-secret"


@pytest.fixture
async def telegram() -> AsyncIterator[WebChat]:
    async with open_webchat() as chat:
        yield chat


@pytest.fixture
def ours(settings: Settings, telegram: WebChat) -> Settings:
    """Settings with a token, a secret and no webhook address yet."""
    return settings.model_copy(
        update={
            "telegram_token": SecretStr(TOKEN),
            "telegram_api_url": telegram.url,
            "telegram_webhook_secret": SecretStr(SECRET),
            "web_port": 0,
        }
    )


def _by_check(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.check: finding for finding in findings}


async def _info(telegram: WebChat) -> dict[str, object]:
    result: dict[str, object] = (await telegram.call("getWebhookInfo"))["result"]
    return result


async def test_it_is_set_as_the_bot_itself_would_set_it(ours: Settings, telegram: WebChat, tables: None) -> None:
    updates = []

    async def feed(update: dict[str, object]) -> None:
        updates.append(update)

    async with serving(ours, feed_update=feed, processing=False) as url:
        here = ours.model_copy(update={"telegram_webhook_url": f"{url}/webhooks/telegram"})
        found = _by_check(await set_webhook(here, f"{url}/webhooks/telegram"))
        assert found.keys() == {"webhook", "address"}
        assert {finding.level for finding in found.values()} == {"ok"}

        await telegram.customer("Mia")
        info = await _info(telegram)
        assert (info["url"], info["max_connections"]) == (f"{url}/webhooks/telegram", 100)
        assert set(ALLOWED_UPDATES) == set(info["allowed_updates"])  # type: ignore[call-overload]  # a list of names
        await delete_webhook(here)

    assert len(updates) == 1, "it came through the door that asks for the secret"


async def test_what_is_still_to_do_is_told(ours: Settings, telegram: WebChat) -> None:
    found = _by_check(await set_webhook(ours, "http://127.0.0.1:1/hook"))

    assert found["webhook"].message == "set to http://127.0.0.1:1/hook, 0 updates wait"
    assert "does not answer from here" in found["address"].message
    assert found["configuration"].message == (
        "set BOTE_TELEGRAM_WEBHOOK_URL=http://127.0.0.1:1/hook, else `run` goes back to long polling"
    )


async def test_telegrams_last_error_is_told_and_worries_for_an_hour(ours: Settings, telegram: WebChat) -> None:
    dead = "http://127.0.0.1:1/hook"
    await telegram.customer("Mia")
    await set_webhook(ours, dead)
    here = ours.model_copy(update={"telegram_webhook_url": dead})

    async with bot_api(here) as ask:

        async def worried() -> Finding | None:
            found = await judge_webhook(here, ask, now=real_now())
            return found if found.level == "warn" else None

        found: Finding | None = await eventually(worried)
        assert found
        assert re.match(r"webhook, 1 updates wait; Telegram's last error, 20\d\d-.* UTC: .+", found.message)
        assert (await judge_webhook(here, ask, now=real_now() + timedelta(hours=2))).level == "ok"


@pytest.mark.parametrize(
    "url",
    ["http://bote.example.org/webhooks/telegram", "bote.example.org", "https://", "ftp://127.0.0.1/x", "https://["],
)
async def test_no_address_that_others_could_read_along(ours: Settings, telegram: WebChat, url: str) -> None:
    with pytest.raises(OperatorError, match="must begin with https://"):
        await set_webhook(ours, url)

    assert (await _info(telegram))["url"] == ""


@pytest.mark.parametrize("secret", [None, SecretStr("")])
async def test_no_webhook_without_a_secret(ours: Settings, telegram: WebChat, secret: SecretStr | None) -> None:
    with pytest.raises(OperatorError, match="BOTE_TELEGRAM_WEBHOOK_SECRET, else anybody can write to it"):
        await set_webhook(ours.model_copy(update={"telegram_webhook_secret": secret}), "https://bote.example.org/x")

    assert (await _info(telegram))["url"] == ""


def test_a_secret_that_telegram_would_not_take() -> None:
    with pytest.raises(OperatorError, match="BOTE_TELEGRAM_WEBHOOK_SECRET: Telegram takes up to 256 of"):
        load_settings(_env_file=None, telegram_webhook_secret="größer")


async def test_a_refusal_is_told_in_telegrams_words(ours: Settings, telegram: WebChat) -> None:
    await telegram.fault(
        method="setWebhook", error_code=400, description="Bad Request: bad webhook: IP address 10.0.0.1 is reserved"
    )
    [found] = await set_webhook(ours, "https://bote.example.org/webhooks/telegram")

    assert found.level == "fail"
    assert "bad webhook" in found.message


async def test_it_is_taken_away_again(ours: Settings, telegram: WebChat) -> None:
    await set_webhook(ours, "http://127.0.0.1:1/hook")
    await telegram.customer("Mia")
    [found] = await delete_webhook(ours)

    assert found == Finding("webhook", "ok", "deleted; 1 updates wait")
    assert (await _info(telegram))["url"] == ""


async def test_one_that_comes_back_is_told(ours: Settings, telegram: WebChat) -> None:
    found = _by_check(await delete_webhook(ours.model_copy(update={"telegram_webhook_url": "https://x.example/y"})))

    assert "`run` sets it again" in found["configuration"].message


async def test_the_command_does_it(environment: dict[str, str], telegram: WebChat, tmp_path: Path) -> None:
    ours = environment | {
        "BOTE_TELEGRAM_TOKEN": TOKEN, "BOTE_TELEGRAM_API_URL": telegram.url, "BOTE_TELEGRAM_WEBHOOK_SECRET": SECRET,
    }  # fmt: skip

    async def doctor(*words: str, env: dict[str, str] = ours) -> tuple[int, str, str]:
        done = await asyncio.to_thread(run_main, "doctor", *words, env=env, cwd=tmp_path)
        assert SECRET not in done.stdout + done.stderr
        return done.returncode, done.stdout, done.stderr

    code, told, _ = await doctor("--set-webhook", "http://127.0.0.1:1/hook", "--json")
    assert code == 0
    assert json.loads(told)[0]["level"] == "ok"
    code, told, _ = await doctor("--delete-webhook")
    assert (code, told) == (0, "ok    webhook        deleted; 0 updates wait\n")
    assert (await doctor("--delete-webhook", "--set-webhook", "https://x.example"))[0] == 2
    code, _, complaint = await doctor("--set-webhook", "https://x.example", env=environment)
    assert (code, len(complaint.splitlines())) == (1, 1)
