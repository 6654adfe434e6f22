"""`main.py run` as a process of its own: it says what keeps it from starting, and stops without losing an update."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

import main
from bot.clock import real_now
from bot.commands import Wiring
from bot.commands.migrate import ensure_schema
from bot.commands.run import Role, run
from bot.config import Settings
from bot.conversations.account import find_link_base
from bot.db import open_database
from bot.demo.mark import mark
from bot.errors import OperatorError
from bot.i18n import plain
from tests.support.builders import a_customer, an_order
from tests.support.running import START_S, free_port, running
from tests.support.webchat import TOKEN, Visitor, WebChat, open_webchat

ANSWERS_S = 60  # the machine may be busy
AT_ONCE = 50


@pytest.fixture
async def web() -> AsyncIterator[WebChat]:
    async with open_webchat() as web:
        yield web


@pytest.fixture
async def telegram(web: WebChat, environment: dict[str, str], bare: Settings) -> dict[str, str]:
    """The environment of a migrated database, in which the web chat is Telegram and every port is free."""
    await ensure_schema(bare)
    return environment | {
        "BOTE_TELEGRAM_TOKEN": TOKEN,
        "BOTE_TELEGRAM_API_URL": web.url,
        "BOTE_WEB_PORT": str(free_port()),
        "BOTE_SEND_RATE": "0",
        "BOTE_LOG_FORMAT": "json",
    }


@pytest.fixture
def ours(web: WebChat, telegram: dict[str, str], bare: Settings) -> Settings:
    """The same as settings, for starts in this process."""
    changed = {"telegram_token": SecretStr(TOKEN), "telegram_api_url": web.url, "web_port": 0}
    return bare.model_copy(update=changed)


async def refused(settings: Settings, role: Role = Role.ALL) -> str:
    """What a start in this process is refused with."""
    wiring = Wiring(open_conversation=main.open_conversation, rehearse=main.rehearse)
    with pytest.raises(OperatorError) as error:
        await asyncio.wait_for(run(settings, role, wiring), START_S)
    assert "\n" not in str(error.value)
    return str(error.value)


async def crowd(web: WebChat) -> list[Visitor]:
    return [await web.visitor(f"Person {number}", language_code="en") for number in range(AT_ONCE)]


async def answers(people: list[Visitor]) -> Counter[int]:
    """How many people have how many messages of the bot."""
    seen = [await person.reads() for person in people]
    return Counter(sum(message["from"]["is_bot"] for message in messages) for messages in seen)


async def all_have(people: list[Visitor], count: int) -> None:
    async with asyncio.timeout(ANSWERS_S):
        while (await answers(people))[count] < len(people):  # noqa: ASYNC110  # another process answers
            await asyncio.sleep(0.1)


async def test_sigterm_amid_fifty_handlers_loses_nothing_and_doubles_nothing(
    web: WebChat, telegram: dict[str, str], tmp_path: Path
) -> None:
    people = await crowd(web)
    async with running(telegram, tmp_path) as bot:
        await web.fault(method="sendMessage", delay=1.5, times=AT_ONCE)
        await asyncio.gather(*(person.says("/help") for person in people))
        await _all_fetched(web)
        assert (await answers(people))[0] == AT_ONCE
        bot.terminate()
        await asyncio.gather(*(person.says("/privacy") for person in people[:5]))
        assert await bot.ended() == 0
    assert await answers(people) == {1: AT_ONCE}
    async with running(telegram, tmp_path) as bot:
        await asyncio.gather(*(person.says("/privacy") for person in people[5:]))
        await all_have(people, 2)
        bot.terminate()
        assert await bot.ended() == 0
    assert await answers(people) == {2: AT_ONCE}


async def _all_fetched(web: WebChat) -> None:
    """Until every send of the bot waits at the server's door."""
    async with asyncio.timeout(ANSWERS_S):
        while await web.ask("GET", "/api/faults"):  # noqa: ASYNC110  # another process calls
            await asyncio.sleep(0.02)


async def test_killed_outright_the_next_start_answers_what_was_not_confirmed(
    web: WebChat, telegram: dict[str, str], tmp_path: Path
) -> None:
    person = await web.visitor("Anna", language_code="en")
    async with running(telegram, tmp_path) as bot:
        await person.says("/help")
        await person.waits_for("•")
        bot.process.kill()
        await bot.process.wait()
    await person.says("/privacy")
    async with running(telegram, tmp_path):
        await all_have([person], 2)
    assert await answers([person]) == {2: 1}


async def test_a_webhook_answers_each_update_once_and_stops_in_order(
    web: WebChat, telegram: dict[str, str], tmp_path: Path
) -> None:
    hook = {
        "BOTE_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{telegram['BOTE_WEB_PORT']}/webhooks/telegram",
        "BOTE_TELEGRAM_WEBHOOK_SECRET": "a-long-secret",
    }
    people = await crowd(web)
    async with running(telegram | hook, tmp_path, "--role", "conversation") as bot:
        await asyncio.gather(*(person.says("/help") for person in people))
        await all_have(people, 1)
        bot.terminate()
        assert await bot.ended() == 0
    assert await answers(people) == {1: AT_ONCE}


async def test_a_customer_is_answered_by_the_process(
    web: WebChat, telegram: dict[str, str], tmp_path: Path, settings: Settings
) -> None:
    async with open_database(settings):
        await an_order("1001", customer=await a_customer(email="erika@example.org"))
    anna = await web.visitor("Anna", language_code="de")
    async with running(telegram, tmp_path):
        await anna.says("/link")
        await anna.waits_for("Einkauf verknüpfen")
        await anna.taps(plain("de", "link-order-button"))
        await anna.says("1001")
        await anna.waits_for("E-Mail-Adresse")
        await anna.says("erika@example.org")
        await anna.waits_for("Sind Sie das?")
        await anna.taps(plain("de", "link-confirm-button"))
        await anna.says("wo ist 1001")
        await anna.waits_for("Kaffeebecher")


async def test_a_second_process_is_refused_and_the_first_is_named_for_deep_links(
    web: WebChat, telegram: dict[str, str], tmp_path: Path, ours: Settings
) -> None:
    """On SQLite by the lock of the file; on PostgreSQL only a second conversation, as long as there is no Redis."""
    async with running(telegram, tmp_path):
        said = await refused(ours, Role.CONVERSATION)
        async with open_database(ours, read_only=True):
            assert await find_link_base() == f"{web.url}/?start="
    assert "in use" in said if ours.sqlite_file else "BOTE_REDIS_URL" in said


async def test_what_keeps_it_from_starting_is_said_in_one_line(ours: Settings) -> None:
    cases: dict[str, dict[str, object]] = {
        "BOTE_TELEGRAM_TOKEN": {"telegram_token": None},
        "no bot token": {"telegram_token": SecretStr("nonsense")},
        "BOTE_TELEGRAM_WEBHOOK_SECRET": {"telegram_webhook_url": "https://bot.example.org/webhooks/telegram"},
        "refused": {"telegram_token": SecretStr("1:wrong")},
        "does not answer": {"telegram_api_url": f"http://127.0.0.1:{free_port()}"},
    }
    for words, changed in cases.items():
        assert words in await refused(ours.model_copy(update=changed))


async def test_a_demo_database_is_not_for_real_people(ours: Settings) -> None:
    async with open_database(ours):
        await mark(real_now(), pages="http://127.0.0.1:8080")
    assert "demo" in await refused(ours)


async def test_a_database_that_is_not_up_to_date_is_refused(bare: Settings) -> None:
    assert "main.py migrate" in await refused(bare.model_copy(update={"telegram_token": SecretStr(TOKEN)}))


async def test_an_unknown_role_is_a_usage_error() -> None:
    result = CliRunner().invoke(main.app, ["run", "--role", "nobody"])
    assert result.exit_code == 2
    assert "conversation" in result.stderr
