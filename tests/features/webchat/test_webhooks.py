"""A webhook gets every update, with the secret, in order within a chat, again until it takes it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from tests.support.webchat import USERNAME, WebChat, eventually, open_webchat


class Hook:
    """A bot's web server: takes updates, or refuses the first ones with the statuses it was told."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.refuse: list[int] = []
        self.answer: dict[str, Any] | None = None
        self.most_at_once = 0
        self.hold = 0.0
        self.url = ""
        self._at_once = 0

    async def handle(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refuse:
            return web.Response(status=self.refuse.pop(0))
        update = await request.json()
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        await asyncio.sleep(self.hold)
        self._at_once -= 1
        self.taken.append(update)
        return web.json_response(self.answer or {})

    async def has_taken(self, count: int) -> list[dict[str, Any]]:
        async def enough() -> bool:
            return len(self.taken) >= count

        await eventually(enough)
        return self.taken


@pytest.fixture
async def chat() -> AsyncIterator[WebChat]:
    async with open_webchat() as opened:
        opened.room.webhook_pause = 0.01
        yield opened


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_what_waited_and_what_comes_is_delivered_with_the_secret(chat: WebChat, hook: Hook) -> None:
    anna = await chat.customer()
    answer = await chat.call("setWebhook", url=hook.url, secret_token="s-1")
    assert answer == {"ok": True, "result": True, "description": "Webhook was set"}
    await anna.says("a")
    taken = await hook.has_taken(2)
    assert [update["message"]["text"] for update in taken] == ["/start", "a"]
    assert set(hook.secrets) == {"s-1"}
    info = (await chat.call("getWebhookInfo"))["result"]
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)


async def test_a_refused_update_comes_again_and_the_chat_keeps_its_order(chat: WebChat, hook: Hook) -> None:
    hook.refuse = [500, 502]
    await chat.call("setWebhook", url=hook.url)
    anna = await chat.customer()
    for text in ("a", "b"):
        await anna.says(text)
    taken = await hook.has_taken(3)
    assert [update["message"]["text"] for update in taken] == ["/start", "a", "b"]
    info = (await chat.call("getWebhookInfo"))["result"]
    assert info["last_error_message"].startswith("Wrong response from the webhook: 50")


async def test_an_unreachable_webhook_gets_its_updates_later(chat: WebChat, hook: Hook) -> None:
    await chat.call("setWebhook", url="http://127.0.0.1:9/hook")
    await chat.customer()

    async def failing() -> dict[str, Any]:
        info: dict[str, Any] = (await chat.call("getWebhookInfo"))["result"]
        return info if "last_error_message" in info else {}

    info = await eventually(failing)
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)
    await chat.call("setWebhook", url=hook.url)
    assert len(await hook.has_taken(1)) == 1


async def test_chats_do_not_wait_for_each_other_but_connections_are_bounded(chat: WebChat, hook: Hook) -> None:
    hook.hold = 0.05
    people = [await chat.visitor(str(number)) for number in range(6)]
    await chat.call("setWebhook", url=hook.url, max_connections=3)
    await asyncio.gather(*(person.says("x") for person in people))
    await hook.has_taken(6)
    assert hook.most_at_once == 3


async def test_one_chat_is_served_one_update_at_a_time(chat: WebChat, hook: Hook) -> None:
    hook.hold = 0.02
    await chat.call("setWebhook", url=hook.url)
    anna = await chat.visitor()
    for number in range(4):
        await anna.says(str(number))
    taken = await hook.has_taken(4)
    assert [update["message"]["text"] for update in taken] == ["0", "1", "2", "3"]
    assert hook.most_at_once == 1


async def test_a_call_in_the_webhooks_answer_is_carried_out(chat: WebChat, hook: Hook) -> None:
    anna = await chat.visitor()
    hook.answer = {"method": "sendMessage", "chat_id": anna.id, "text": "from the answer"}
    await chat.call("setWebhook", url=hook.url)
    await anna.says("x")
    assert (await anna.waits_for("from the answer"))["from"]["username"] == USERNAME


async def test_polling_and_webhook_exclude_each_other(chat: WebChat, hook: Hook) -> None:
    poll = asyncio.create_task(chat.call("getUpdates", timeout=10))
    await asyncio.sleep(0.1)
    await chat.call("setWebhook", url=hook.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    answer = await chat.call("getUpdates")
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await chat.call("deleteWebhook")
    assert (await chat.call("getUpdates"))["ok"]


async def test_pending_updates_can_be_dropped(chat: WebChat, hook: Hook) -> None:
    anna = await chat.customer()
    await chat.call("setWebhook", url=hook.url, drop_pending_updates=True)
    await anna.says("fresh")
    assert [update["message"]["text"] for update in await hook.has_taken(1)] == ["fresh"]
