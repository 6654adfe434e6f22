"""Health tells the truth; the webhook takes Telegram's updates, nobody else's, and answers when they are done."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.config import VERSION, Settings
from bot.db import connection, open_database
from bot.errors import OperatorError
from bot.web import MAX_BODY, serving
from bot.web.telegram import SECRET_HEADER

SECRET = {SECRET_HEADER: "s3cret"}
UPDATE = {"update_id": 7, "message": {"text": "hallo"}}


class Bot:
    """Answers updates, or fails, or takes its time."""

    def __init__(self) -> None:
        self.answered: list[int] = []
        self.fails = False
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()

    async def feed(self, raw: dict[str, Any]) -> None:
        await self.may_go_on.wait()
        if self.fails:
            raise RuntimeError("handler broke")
        self.answered.append(raw["update_id"])


class Door:
    def __init__(self, base: str, session: aiohttp.ClientSession, bot: Bot) -> None:
        self.base, self.session, self.bot = base, session, bot

    async def post(self, body: Any = None, *, headers: dict[str, str] | None = None, **kwargs: Any) -> int:
        if body is not None:
            kwargs["json"] = body
        headers = SECRET if headers is None else headers
        async with self.session.post(f"{self.base}/webhooks/telegram", headers=headers, **kwargs) as answer:
            return answer.status

    async def health(self) -> tuple[int, dict[str, Any]]:
        async with self.session.get(f"{self.base}/health") as answer:
            return answer.status, await answer.json()


@asynccontextmanager
async def open_door(settings: Settings, *, webhook: bool = True) -> AsyncIterator[Door]:
    bot = Bot()
    listening = settings.model_copy(update={"web_port": 0, "telegram_webhook_secret": SecretStr("s3cret")})
    async with (
        serving(listening, feed_update=bot.feed if webhook else None) as base,
        aiohttp.ClientSession() as session,
    ):
        yield Door(base, session, bot)


@pytest.fixture
async def door(settings: Settings) -> AsyncIterator[Door]:
    async with open_door(settings) as door:
        yield door


async def test_an_update_is_answered_before_the_200(door: Door) -> None:
    door.bot.may_go_on.clear()
    posting = asyncio.create_task(door.post(UPDATE))
    await asyncio.wait([posting], timeout=0.1)
    assert not posting.done()

    door.bot.may_go_on.set()
    assert await posting == 200
    assert door.bot.answered == [7]


async def test_a_handler_that_fails_gets_the_update_again(door: Door) -> None:
    door.bot.fails = True
    assert await door.post(UPDATE) == 500


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "s3cre"}, {SECRET_HEADER: "ß"}])
async def test_nobody_else_may_speak_for_a_customer(door: Door, headers: dict[str, str]) -> None:
    assert await door.post(UPDATE, headers=headers) == 401
    assert door.bot.answered == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[]", b"7", b'{"update_id": "7"}', b"{}"])
async def test_what_is_no_update_is_refused(door: Door, body: bytes) -> None:
    assert await door.post(data=body) == 400


async def test_a_body_over_a_mebibyte_is_refused(door: Door) -> None:
    assert await door.post({"update_id": 1, "pad": "x" * MAX_BODY}) == 413
    assert door.bot.answered == []


async def test_an_update_in_work_is_finished_at_a_stop(settings: Settings) -> None:
    async with open_door(settings) as door:
        door.bot.may_go_on.clear()
        posting = asyncio.create_task(door.post(UPDATE))
        await asyncio.sleep(0.05)
        asyncio.get_running_loop().call_later(0.1, door.bot.may_go_on.set)

    assert door.bot.answered == [7]
    await asyncio.wait([posting])


async def test_a_webhook_without_a_secret_does_not_start(settings: Settings) -> None:
    for secret in (None, SecretStr("")):
        open_to_all = settings.model_copy(update={"telegram_webhook_secret": secret})
        with pytest.raises(OperatorError, match="BOTE_TELEGRAM_WEBHOOK_SECRET"):
            async with serving(open_to_all, feed_update=Bot().feed):
                pass


async def test_without_a_webhook_there_is_no_door_for_updates(settings: Settings) -> None:
    async with open_door(settings, webhook=False) as door:
        assert await door.post(UPDATE) == 404


async def test_a_taken_port_is_told_in_one_line(settings: Settings) -> None:
    async with open_door(settings) as door:
        port = int(door.base.rpartition(":")[2])
        with pytest.raises(OperatorError, match="set BOTE_WEB_PORT"):
            async with serving(settings.model_copy(update={"web_port": port})):
                pass


async def test_health_is_good_when_everything_is(database: Settings) -> None:
    async with open_door(database) as door:
        status, body = await door.health()

    assert status == 200
    assert body == {"status": "ok", "version": VERSION, "database": True, "pending_migrations": []}


async def test_health_names_pending_migrations(bare: Settings) -> None:
    async with open_database(bare), open_door(bare) as door:
        status, body = await door.health()

    assert (status, body["status"], body["pending_migrations"][0]) == (503, "failing", "0001_initial")


async def test_health_is_bad_when_the_database_is_silent(database: Settings) -> None:
    await connection().close()
    await _break_database(database)
    async with open_door(database) as door:
        status, body = await door.health()

    assert (status, body["database"]) == (503, False)


async def _break_database(settings: Settings) -> None:
    client: Any = connection()
    if settings.sqlite_file:
        client.filename = str(settings.sqlite_file.parent)
    else:
        client.port = 1
