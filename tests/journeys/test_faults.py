"""Telegram stumbles, refuses or goes away during a tap or a question: the customer still gets there."""

import asyncio

import pytest

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import plain
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town, open_town

TIMELINE = plain("de", "order-timeline-button")


async def at_the_card(town: Town) -> Person:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    return anna


async def test_a_tap_waits_out_429(town: Town) -> None:
    anna = await at_the_card(town)
    await town.web.fault(method="editMessageText", error_code=429, retry_after=1)
    assert (await anna.taps(TIMELINE))["answered"]
    anna.reads("Sendungsverlauf")


async def test_a_long_429_is_told_at_once_and_the_button_works_later(town: Town) -> None:
    anna = await at_the_card(town)
    await town.web.fault(method="editMessageText", error_code=429, retry_after=3600)
    answer = await anna.taps(TIMELINE)
    assert answer["text"] == plain("de", "error-busy-alert")
    anna.reads("Bestellung 1001")


@pytest.mark.parametrize("told_in", [1, 3], ids=["their chat", "three chats, so that the whole bot has to be quiet"])
async def test_after_a_long_429_the_next_reply_is_refused_at_once_and_holds_up_nobody(
    database: Settings, clock: Clock, told_in: int
) -> None:
    async with open_town(database, clock, per_second=28) as town:
        anna = await at_the_card(town)
        for chat in range(anna.id, anna.id + told_in):
            town.pacer.pause_chat(chat, 3600)
        for _ in range(3):
            answer = await asyncio.wait_for(anna.taps(TIMELINE), 15)
            assert answer["text"] == plain("de", "error-busy-alert")


@pytest.mark.parametrize("code", [500, 502])
async def test_a_server_error_during_a_tap_is_not_seen(town: Town, code: int) -> None:
    anna = await at_the_card(town)
    await town.web.fault(method="editMessageText", error_code=code, times=2)
    assert (await anna.taps(TIMELINE))["answered"]
    anna.reads("Sendungsverlauf")


@pytest.mark.parametrize("drop", ["before", True])
async def test_a_connection_that_breaks_during_a_tap_is_not_seen(town: Town, drop: object) -> None:
    anna = await at_the_card(town)
    await town.web.fault(method="editMessageText", drop=drop)
    assert (await anna.taps(TIMELINE))["answered"]
    anna.reads("Sendungsverlauf")


async def test_a_lasting_server_error_ends_in_an_apology_with_a_way_on(town: Town) -> None:
    anna = await at_the_card(town)
    await town.web.fault(method="editMessageText", error_code=500, times=3)
    assert (await anna.taps(TIMELINE))["answered"]
    anna.reads("schiefgegangen")
    await anna.taps("Startseite")
    anna.can_tap("1001")


async def test_a_question_is_answered_after_a_broken_connection(town: Town) -> None:
    anna = await at_the_card(town)
    await town.web.fault(method="sendMessage", drop="before")
    await anna.says("wo ist mein paket")
    anna.reads("Bestellung 1001")


async def test_an_unanswered_callback_answer_breaks_nothing(town: Town) -> None:
    anna = await at_the_card(town)
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await town.web.fault(method="answerCallbackQuery", error_code=400, description=old)
    tap = asyncio.create_task(anna.taps_data(*anna.data_of(TIMELINE)))
    await anna.visitor.waits_for("Sendungsverlauf")
    tap.cancel()
    await town.settle()
    await anna.looks()
    anna.reads("Sendungsverlauf")
    anna.does_not_read("schiefgegangen")


async def test_polling_survives_conflict_server_errors_and_broken_connections(town: Town) -> None:
    anna = await at_the_card(town)
    for fault in ({"error_code": 409}, {"error_code": 502}, {"drop": "before"}):
        await town.web.fault(method="getUpdates", **fault)
        await anna.says("/help")
    anna.reads("Was ich kann")


async def test_a_server_that_restarts_is_polled_again(town: Town) -> None:
    anna = await at_the_card(town)
    await town.web.fault(restart=True)
    await anna.says("/help")
    anna.reads("Was ich kann")


async def test_telegrams_own_flood_control_is_never_met(database: Settings, clock: Clock) -> None:
    """Twelve screens as fast as one can tap, with the server counting: the pacer spaces them, nothing is refused."""
    async with open_town(database, clock, flood_control=True, per_second=28) as town:
        anna = await at_the_card(town)
        for _ in range(3):
            await anna.taps(TIMELINE)
            await anna.taps("Zurück")
        anna.reads("Bestellung 1001")
        anna.does_not_read("schiefgegangen")
