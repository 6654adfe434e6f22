"""What was said before somebody asked for a human: kept for a day, whatever restarts, of that chat alone."""

from datetime import timedelta

from bot.config import Settings
from bot.tickets.models import ChatTurn
from bot.tickets.turns import (
    LONGEST_TURN,
    TURNS_KEPT,
    TURNS_SHOWN,
    Turn,
    clip,
    forget_turns,
    recent_turns,
    remember_turns,
)
from tests.support.postman import NOON

ASKED, TOLD = Turn("customer", "wo ist 1001?"), Turn("bot", "unterwegs")


async def test_the_last_words_are_kept_in_their_order_and_only_the_last(database: Settings) -> None:
    for number in range(10):
        await remember_turns(7, [Turn("customer", f"frage {number}"), Turn("bot", f"antwort {number}")], now=NOON)
    await remember_turns(8, [Turn("customer", "von jemand anderem")], now=NOON)

    turns = await recent_turns(7, now=NOON)

    assert len(turns) == TURNS_SHOWN
    assert [turn.text for turn in turns[-2:]] == ["frage 9", "antwort 9"]


async def test_a_screen_shown_and_then_tapped_is_said_once(database: Settings) -> None:
    await remember_turns(7, [ASKED, TOLD], now=NOON)
    await remember_turns(7, [TOLD, Turn("customer", "[Mensch]")], now=NOON)

    assert await recent_turns(7, now=NOON) == (ASKED, TOLD, Turn("customer", "[Mensch]"))


async def test_long_words_are_cut_and_old_ones_forgotten(database: Settings) -> None:
    await remember_turns(7, [Turn("customer", "x" * 5_000)], now=NOON)
    await remember_turns(7, [], now=NOON)
    tomorrow = NOON + TURNS_KEPT

    assert [len(turn.text) for turn in await recent_turns(7, now=NOON)] == [LONGEST_TURN]
    assert clip("The grinder came broken", 20) == "The grinder came…"
    assert clip("The grinder came broken", 23) == "The grinder came broken"
    assert await recent_turns(7, now=tomorrow) == ()
    assert await forget_turns(tomorrow - timedelta(seconds=1)) == 0
    assert await forget_turns(tomorrow) == 1
    assert await ChatTurn.all().count() == 0


async def test_the_words_of_one_chat_can_be_forgotten_at_once(database: Settings) -> None:
    await remember_turns(7, [ASKED], now=NOON)
    await remember_turns(8, [ASKED], now=NOON)

    assert await forget_turns(NOON, chat_id=7) == 1
    assert await recent_turns(7, now=NOON) == ()
    assert await recent_turns(8, now=NOON) == (ASKED,)
