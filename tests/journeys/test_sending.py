"""News reach the customer whatever Telegram answers: over HTTP, through python-telegram-bot and the strict server."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from bot.clock import Clock
from bot.config import Settings
from bot.customers.models import Chat
from bot.customers.profile import load_profile
from bot.db import open_database
from bot.errors import OperatorError
from bot.i18n import Markup
from bot.outbox.drain import Terms, drain
from bot.outbox.messages import callback_button, copy_button, link_button, text_message
from bot.outbox.models import Drain, Push
from bot.outbox.queue import current_chat, enqueue
from bot.outbox.receipts import Receipt
from bot.outbox.sender import open_sender
from bot.outbox.service import send_forever
from bot.outbox.tally import Tally
from bot.outbox.transport import AiohttpRequest
from bot.pacing import LATE_S, Pacer
from tests.support.postman import NOON, a_chat, all_settled, let_time_pass, push, row, statuses
from tests.support.sender_process import SenderProcess, sender_orders
from tests.support.webchat import TOKEN, WebChat, open_aiogram, open_webchat

Round = Callable[[], Awaitable[Tally]]


@pytest.fixture
async def chat() -> AsyncIterator[WebChat]:
    async with open_webchat() as opened:
        yield opened


def at(settings: Settings, chat: WebChat, **more: Any) -> Settings:
    """These settings with the web chat as Telegram."""
    return settings.model_copy(
        update={"telegram_token": SecretStr(TOKEN), "telegram_api_url": chat.url, "send_rate": 0} | more
    )


@asynccontextmanager
async def sending(settings: Settings, chat: WebChat, *, read_seconds: float = 5) -> AsyncIterator[Round]:
    """A function that drains once, as the sender does."""
    here = at(settings, chat)
    async with open_sender(here, Pacer(0), make_request=lambda: AiohttpRequest(read_seconds=read_seconds)) as sender:
        yield lambda: drain(lambda: NOON, sender, Terms(here, owner="test"))


async def test_news_arrive_with_their_buttons_and_are_edited_in_place(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    keyboard = [[callback_button("More", "more:1"), link_button("Track", "https://example.org/1")]]
    async with sending(database, chat) as deliver:
        for number, status in enumerate(("packed", "on its way", "delivered")):
            params = text_message(Markup(f"<b>{status}</b>"), keyboard=[*keyboard, [copy_button("Copy", "00340")]])
            await enqueue(anna.id, "sendMessage", params, once=f"{number}", purpose="card", now=NOON, slot="parcel:9")
            await deliver()

    *_, card = await anna.reads()
    assert (card["text"], card["entities"][0]["type"]) == ("delivered", "bold")
    assert [button["text"] for line in card["reply_markup"]["inline_keyboard"] for button in line] == [
        "More",
        "Track",
        "Copy",
    ]
    assert len([message for message in await anna.reads() if message["from"]["is_bot"]]) == 1


async def test_a_card_the_customer_deleted_comes_again(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    async with sending(database, chat) as deliver:
        await push(anna.id, "first", purpose="card", slot="parcel:9")
        await deliver()
        await anna.deletes((await anna.waits_for("first"))["message_id"])
        await push(anna.id, "second", purpose="card", slot="parcel:9")
        await deliver()
        await push(anna.id, "second", purpose="card", slot="parcel:9")  # an edit that changes nothing
        await deliver()

    assert [message["text"] for message in await anna.reads() if message["from"]["is_bot"]] == ["second"]
    assert Counter(await Push.all().values_list("status", flat=True)) == {"sent": 3}


async def test_429_in_the_middle_of_a_drain_delays_one_chat_and_loses_nothing(
    database: Settings, chat: WebChat
) -> None:
    people = [await chat.customer(f"Person {n}") for n in range(12)]
    for person in people:
        await push(person.id, "one")
        await push(person.id, "two")
    await chat.fault(method="sendMessage", error_code=429, retry_after=1, chat_id=people[5].id)
    started = time.monotonic()

    async with sending(database, chat) as deliver:
        tally = await deliver()
        while await Push.filter(status="waiting").exists():
            await asyncio.sleep(0.05)
            tally += await deliver()

    assert time.monotonic() - started >= 1
    assert (tally.floods, (await Drain.get(id=4200001)).floods) == (1, 1)
    for person in people:
        assert [m["text"] for m in await person.reads() if m["from"]["is_bot"]] == ["one", "two"]


async def test_who_stopped_the_bot_is_left_alone_until_they_come_back(database: Settings, chat: WebChat) -> None:
    anna, ben = await chat.customer("Anna"), await chat.customer("Ben")
    for person in (anna, ben):
        await a_chat(person.id, first_name="x")
    await anna.blocks()
    await push(anna.id, "one")
    await push(anna.id, "two")
    await push(ben.id, "three")
    async with sending(database, chat) as deliver:
        await deliver()
        assert await statuses() == {"one": "failed: blocked", "two": "skipped: blocked", "three": "sent"}
        assert (await Chat.get(id=anna.id)).unreachable_because == "blocked"

        await anna.blocks(blocked=False)
        await load_profile(anna.id, language_code="de", first_name="Anna", settings=database)
        await push(anna.id, "welcome back")
        await deliver()

    assert (await anna.waits_for("welcome back"))["text"] == "welcome back"


@pytest.mark.parametrize(
    ("code", "description", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (403, "Forbidden: user is deactivated", "deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user", "cannot_initiate"),
        (403, "Forbidden: bot was kicked from the supergroup chat", "kicked"),
        (403, "Forbidden: bot is not a member of the supergroup chat", "kicked"),
        (400, "Bad Request: chat not found", "not_found"),
        (400, "Bad Request: PEER_ID_INVALID", "not_found"),
    ],
)
async def test_every_permanent_refusal_is_known_by_its_reason(
    database: Settings, chat: WebChat, code: int, description: str, reason: str
) -> None:
    anna = await chat.customer("Anna")
    await a_chat(anna.id)
    await chat.fault(method="sendMessage", error_code=code, description=description)
    await push(anna.id, "news")
    async with sending(database, chat) as deliver:
        await deliver()

    assert await statuses() == {"news": f"failed: {reason}"}
    assert (await Chat.get(id=anna.id)).unreachable_because == reason


async def test_the_staff_group_is_followed_when_it_becomes_a_supergroup(database: Settings, chat: WebChat) -> None:
    boss = await chat.customer("Boss")
    old, new = chat.room.add_group("Staff", [boss.id]), chat.room.add_group("Staff", [boss.id])
    await chat.fault(method="sendMessage", migrate_to_chat_id=new.id, chat_id=old.id)
    await push(old.id, "case 1", purpose="staff")
    await push(old.id, "case 2", purpose="staff")
    async with sending(database, chat) as deliver:
        await deliver()
        await let_time_pass()
        await deliver()
        await push(old.id, "case 3", purpose="staff")
        await deliver()

    assert [message["text"] for message in new.messages.values()] == ["case 1", "case 2", "case 3"]
    assert await current_chat(old.id) == new.id


@pytest.mark.parametrize("code", [500, 502])
async def test_a_fault_of_the_server_is_waited_out(database: Settings, chat: WebChat, code: int) -> None:
    anna = await chat.customer("Anna")
    push_id = await push(anna.id, "news")
    await chat.fault(method="sendMessage", error_code=code, times=2)
    async with sending(database, chat) as deliver:
        for _ in range(3):
            assert (await row(push_id)).status == "waiting"
            await deliver()
            await let_time_pass()

    assert [m["text"] for m in await anna.reads() if m["from"]["is_bot"]] == ["news"]
    assert ((await row(push_id)).attempts, (await row(push_id)).doubtful) == (3, 0)


@pytest.mark.parametrize(
    ("fault", "why", "arrivals"),
    [
        ({"delay": 1.0}, "timed_out", {1, 2}),
        ({"drop": True}, "dropped", {2}),
        ({"drop": "before"}, "dropped", {1}),
    ],
    ids=["too slow an answer", "no answer after acting", "no answer and not acted"],
)
async def test_an_unknown_outcome_is_tried_again_and_counted_as_doubtful(
    database: Settings, chat: WebChat, fault: dict[str, Any], why: str, arrivals: set[int]
) -> None:
    anna = await chat.customer("Anna")
    push_id = await push(anna.id, "news", purpose="milestone")
    await chat.fault(method="sendMessage", **fault)
    async with sending(database, chat, read_seconds=0.3) as deliver:
        tally = await deliver()
        assert await statuses() == {"news": f"waiting: {why}"}
        await let_time_pass()
        tally += await deliver()
        await asyncio.sleep(1 if "delay" in fault else 0)

    assert ((await row(push_id)).doubtful, tally.doubtful, tally.sent) == (1, 1, 1)
    assert len([m for m in await anna.reads() if m["from"]["is_bot"]]) in arrivals


async def test_without_a_server_nothing_is_tried_to_death_and_all_arrives_later(
    database: Settings, chat: WebChat
) -> None:
    anna = await chat.customer("Anna")
    push_id = await push(anna.id, "news")
    async with sending(database.model_copy(), chat) as deliver:
        await chat.server.stop()
        tally = await deliver()

    assert tally.sent == 0
    waiting = await row(push_id)
    assert (waiting.status, waiting.why, waiting.attempts, waiting.doubtful) == ("waiting", "no_connection", 0, 0)


async def test_a_text_that_cannot_be_parsed_fails_with_telegrams_own_words(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    push_id = await enqueue(
        anna.id, "sendMessage", {"text": "<b>x", "parse_mode": "HTML"}, once=None, purpose="answer", now=NOON
    )
    async with sending(database, chat) as deliver:
        await deliver()

    assert push_id is not None
    failed = await row(push_id)
    assert (failed.status, failed.why) == ("failed", "refused")
    assert "can't parse entities" in (failed.detail or "").lower()


async def test_an_unknown_method_fails_alone_and_a_wrong_token_fails_nothing(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    push_id = await enqueue(anna.id, "sendNonsense", {"text": "x"}, once=None, purpose="answer", now=NOON)
    async with sending(database, chat) as deliver:
        await deliver()
    assert push_id is not None
    assert (await row(push_id)).why == "refused"

    await push(anna.id, "news")
    wrong = at(database, chat, telegram_token=SecretStr("4200001:not-the-token"))
    async with open_sender(wrong, Pacer(0)) as sender:
        await drain(lambda: NOON, sender, Terms(wrong, owner="test"))
        with pytest.raises(OperatorError, match="BOTE_TELEGRAM_TOKEN"):
            await sender.check()
    assert (await statuses())["news"] == "waiting: unauthorized"


async def test_a_staff_reply_shows_what_became_of_it(database: Settings, chat: WebChat) -> None:
    boss, anna, ben = await chat.customer("Boss"), await chat.customer("Anna"), await chat.customer("Ben")
    group = chat.room.add_group("Staff", [boss.id])
    await ben.blocks()
    async with sending(database, chat) as deliver:
        for person in (anna, ben):
            card = (await chat.call("sendMessage", chat_id=group.id, text=f"case of {person.id}"))["result"]
            receipt = Receipt(group.id, card["message_id"], "en", text=Markup(f"case of {person.id}"))
            await push(person.id, "our answer", receipt=receipt)
        await deliver()
        await deliver()

    texts = [message["text"] for message in group.messages.values()]
    assert texts == [
        f"case of {anna.id}\n✓ Delivered",
        f"case of {ben.id}\n✗ Not delivered: the bot was stopped in this chat",
    ]


async def test_pushes_and_replies_share_one_budget_and_telegram_never_has_to_say_429(database: Settings) -> None:
    async with open_webchat(flood_control=True) as chat, open_aiogram(chat) as bot:
        people = [await chat.customer(f"Person {n}") for n in range(40)]
        for person in people:
            await push(person.id, "news")
        pacer = Pacer(25)
        here = at(database, chat)

        async def reply() -> None:
            for person in people[:20]:
                await pacer.wait(person.id)
                await bot.send_message(person.id, "reply")

        async with open_sender(here, pacer) as sender:
            terms = Terms(here, owner="test")
            started = time.monotonic()
            tally, _ = await asyncio.gather(drain(lambda: NOON, sender, terms), reply())
            took = time.monotonic() - started

    assert (tally.sent, tally.floods) == (40, 0)
    assert took >= 59 / 25 - LATE_S


async def test_the_service_sends_what_comes_up_and_stops_in_order(database: Settings, chat: WebChat) -> None:
    anna, stop = await chat.customer("Anna"), asyncio.Event()
    service = asyncio.create_task(send_forever(at(database, chat), Clock(), stop))
    for number in range(3):
        await push(anna.id, f"news {number}", now=Clock().now())
        await anna.waits_for(f"news {number}")
    stop.set()
    await asyncio.wait_for(service, 5)

    assert set((await statuses()).values()) == {"sent"}
    assert (await Drain.get(id=4200001)).sent == 3


async def test_a_service_with_a_wrong_token_says_so_at_once(database: Settings, chat: WebChat) -> None:
    wrong = at(database, chat, telegram_token=SecretStr("4200001:not-the-token"))
    with pytest.raises(OperatorError, match="refused"):
        await asyncio.wait_for(send_forever(wrong, Clock(), asyncio.Event()), 5)


@pytest.mark.postgres
async def test_two_processes_on_one_database_send_nothing_twice(tables: None, settings: Settings) -> None:
    async with open_webchat() as chat, open_database(settings):
        people = [await chat.customer(f"Person {n}") for n in range(50)]
        for number in range(400):
            await push(people[number % 50].id, f"{number}")
        orders = sender_orders(settings, api_url=chat.url, token=TOKEN, now=NOON, lease_s=5)
        async with SenderProcess(orders) as one, SenderProcess(orders) as two:
            await all_settled()
            await one.end()
            await two.end()

        arrived = Counter(
            message["text"]
            for each in chat.room.bots[TOKEN].chats.values()
            for message in each.messages.values()
            if message["from"]["is_bot"]
        )
    assert arrived == {str(number): 1 for number in range(400)}
