"""Flood control refuses what Telegram would refuse, for as long as Telegram would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from telegram.error import RetryAfter

from bot.webchat.flood import FloodControl, is_counted
from tests.support.webchat import open_aiogram, open_ptb, open_webchat

BOT, GROUP = 1, -1000


@dataclass(slots=True)
class Stopwatch:
    """Monotonic seconds that a test moves."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def flood(watch: Stopwatch) -> FloodControl:
    return FloodControl(watch)


def test_a_private_chat_takes_a_burst_of_three_and_then_one_a_second(flood: FloodControl, watch: Stopwatch) -> None:
    assert [flood.admit(BOT, 5) for _ in range(4)] == [None, None, None, 1]
    watch.seconds = 1.0
    assert [flood.admit(BOT, 5) for _ in range(2)] == [None, 1]
    watch.seconds = 60.0
    assert [flood.admit(BOT, 5) for _ in range(4)] == [None, None, None, 1]


def test_a_pause_holds_until_it_is_over_and_refused_calls_do_not_prolong_it(
    flood: FloodControl, watch: Stopwatch
) -> None:
    for _ in range(4):
        flood.admit(BOT, 5)
    for watch.seconds in (0.2, 0.5, 0.99):
        assert flood.admit(BOT, 5) == 1
    watch.seconds = 1.0
    assert flood.admit(BOT, 5) is None


def test_one_second_apart_is_never_too_fast(flood: FloodControl, watch: Stopwatch) -> None:
    for second in range(500):
        watch.seconds = float(second)
        assert flood.admit(BOT, 5) is None


def test_a_group_takes_twenty_in_any_sixty_seconds(flood: FloodControl, watch: Stopwatch) -> None:
    for call in range(20):
        watch.seconds = call * 2.0
        assert flood.admit(BOT, GROUP) is None
    watch.seconds = 40.0
    assert flood.admit(BOT, GROUP) == 20
    watch.seconds = 59.0
    assert flood.admit(BOT, GROUP) == 1
    watch.seconds = 60.0
    assert [flood.admit(BOT, GROUP) for _ in range(2)] == [None, 2]


def test_a_bot_takes_thirty_in_any_second_over_all_chats(flood: FloodControl, watch: Stopwatch) -> None:
    assert [flood.admit(BOT, chat) for chat in range(1, 31)] == [None] * 30
    assert flood.admit(BOT, 31) == 1
    assert flood.admit(2, 31) is None
    watch.seconds = 0.9
    assert flood.admit(BOT, 32) == 1
    watch.seconds = 1.0
    assert flood.admit(BOT, 32) is None


def test_one_chats_pause_does_not_stop_another(flood: FloodControl) -> None:
    for _ in range(4):
        flood.admit(BOT, 5)
    assert flood.admit(BOT, 6) is None


def test_what_is_counted() -> None:
    counted = ["sendMessage", "sendMediaGroup", "editMessageText", "copyMessage", "forwardMessage"]
    free = ["answerCallbackQuery", "deleteMessage", "sendChatAction", "getMe", "getUpdates"]
    assert [is_counted(name) for name in (*counted, *free)] == [True] * 5 + [False] * 5


async def test_the_fourth_message_in_a_second_is_refused_to_both_libraries(watch: Stopwatch) -> None:
    async with (
        open_webchat(flood_control=FloodControl(watch)) as chat,
        open_aiogram(chat) as bot,
        open_ptb(chat) as ptb,
    ):
        anna = await chat.customer()
        sent = await bot.send_message(anna.id, "1")
        await sent.edit_text("2")
        await ptb.send_message(anna.id, "3")
        with pytest.raises(TelegramRetryAfter) as caught:
            await bot.send_message(anna.id, "4")
        assert caught.value.retry_after == 1
        assert caught.value.message.endswith("Too Many Requests: retry after 1")
        with pytest.raises(RetryAfter):
            await ptb.send_message(anna.id, "5")
        await bot.send_chat_action(anna.id, "typing")
        await bot.delete_message(anna.id, sent.message_id)
        watch.seconds = 1.0
        assert await bot.send_message(anna.id, "6")


async def test_a_call_that_telegram_cannot_understand_costs_nothing(watch: Stopwatch) -> None:
    async with open_webchat(flood_control=FloodControl(watch)) as chat:
        anna = await chat.customer()
        answers: list[Any] = [await chat.call("sendMessage", chat_id=anna.id, text="") for _ in range(9)]
        assert {answer["error_code"] for answer in answers} == {400}
        assert (await chat.call("sendMessage", chat_id=anna.id, text="x"))["ok"]
