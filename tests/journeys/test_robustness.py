"""Whatever happens to buttons, messages and processes: no spinning, no exception to the customer, always a way on."""

import asyncio

import pytest
from pydantic import SecretStr
from redis.exceptions import ConnectionError as RedisConnectionError
from structlog.testing import capture_logs

from bot.callbacks import OpenOrder
from bot.clock import Clock
from bot.config import Settings
from bot.customers.models import Chat
from bot.i18n import plain
from bot.shop.models import Order
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town, open_town
from tests.support.running import free_port
from tests.support.webchat import eventually, png

MENU = plain("de", "menu-where-button")


async def anna_with_an_order(town: Town) -> Person:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    return await town.customer("de", owns=[erika])


async def test_a_restart_loses_nobodys_place(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/orders")
    await anna.taps("1001")
    before = len(anna.messages)
    await town.restart_bot()
    await anna.taps(plain("de", "order-timeline-button"))
    anna.reads("Sendungsverlauf")
    await anna.taps(plain("de", "menu-back-button"))
    anna.reads("Bestellung 1001")
    await anna.taps(plain("de", "menu-back-button"))
    anna.reads("Meine Bestellungen")
    assert len(anna.messages) == before


async def test_a_restart_in_the_middle_of_typing_keeps_the_question(town: Town) -> None:
    await an_order("1001", ship_postal_code="10115")
    anna = await town.customer("de")
    await anna.says("/link")
    await anna.taps(plain("de", "link-order-button"))
    await anna.says("1001")
    await town.restart_bot()
    await anna.says("10115")
    anna.reads("Sind Sie das?")


async def test_a_pinned_message_is_nobodys_word_and_no_screen_is_shown_again(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/orders")
    await anna.visitor.pins(anna.screen["message_id"])
    before = len(anna.seen)
    await anna.says("/link")
    assert len(anna.seen) == before + 1
    await anna.taps(plain("de", "link-order-button"))  # now a screen waits for typing
    await anna.visitor.pins(anna.screen["message_id"])
    before = len(anna.seen)
    await anna.says("1001")
    anna.reads("Postleitzahl")
    assert len(anna.seen) == before + 1


async def test_with_redis_a_restart_and_ten_taps_at_once_do_no_harm_either(
    database: Settings, clock: Clock, redis_url: str
) -> None:
    async with open_town(database, clock, redis_url=SecretStr(redis_url)) as town:
        anna = await anna_with_an_order(town)
        await anna.says("/orders")
        await town.restart_bot()
        message_id, data = anna.data_of("1001")
        answers = await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(10)))
        assert all(answer["answered"] for answer in answers)
        await town.settle()
        await anna.looks()
        anna.reads("Bestellung 1001")
        assert len(anna.seen) == 1


async def test_while_the_storage_of_dialogs_is_gone_the_customer_hears_that_nothing_came_of_it(
    database: Settings, clock: Clock
) -> None:
    nobody = SecretStr(f"redis://127.0.0.1:{free_port()}/0")
    async with open_town(database, clock, redis_url=nobody) as town:
        anna = await town.stranger("de")
        with capture_logs() as logs:
            await anna.says("hallo")
        anna.reads(plain("de", "error-unexpected"))
    [failed] = [entry for entry in logs if entry["event"] == "update failed"]
    assert isinstance(failed["exc_info"], RedisConnectionError), "the cause, not what came of it"


async def test_a_button_of_a_screen_long_gone_opens_the_menu(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("1001")
    message_id, data = anna.data_of(plain("de", "order-timeline-button"))
    await anna.says("/help")
    await town.web.call("editMessageReplyMarkup", chat_id=anna.id, message_id=message_id, reply_markup=_keyboard(data))
    answer = await anna.taps("old", message_id=message_id)
    assert answer["answered"]
    assert answer["text"] == plain("de", "error-stale-alert")
    anna.can_tap(MENU)


async def test_a_button_is_answered_when_all_dialog_state_is_lost(town: Town) -> None:
    from bot.conversations.models import DialogState

    anna = await anna_with_an_order(town)
    await anna.says("1001")
    await DialogState.all().delete()
    answer = await anna.taps(plain("de", "order-timeline-button"))
    assert answer["answered"]
    anna.can_tap(MENU)


@pytest.mark.parametrize("kept", ["stack", "context"])
async def test_a_process_killed_between_two_writes_leaves_a_chat_that_works(town: Town, kept: str) -> None:
    from bot.conversations.models import DialogState

    anna = await anna_with_an_order(town)
    await anna.says("1001")
    await DialogState.exclude(key__contains=f"aiogd:{kept}").delete()
    await anna.says("/start")
    anna.can_tap(MENU)
    await anna.taps(MENU)
    anna.reads("Bestellung 1001")


async def test_ten_taps_at_once_open_one_screen(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    message_id, data = anna.data_of("Meine Bestellungen")
    answers = await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(10)))
    assert all(answer["answered"] for answer in answers)
    await town.settle()
    await anna.looks()
    anna.reads("Meine Bestellungen")
    assert len(anna.seen) == 1


async def test_ten_taps_at_once_unlink_once_and_confirm_quietly(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/account")
    await anna.taps(plain("de", "account-unlink-button"))
    message_id, data = anna.data_of(plain("de", "account-unlink-confirm-button"))
    answers = await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(10)))
    assert all(answer["answered"] for answer in answers)
    await town.settle()
    await anna.looks()
    anna.reads(plain("de", "account-none").split("<")[0][:20])


async def test_a_message_deleted_under_the_tap_is_written_again(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("1001")
    message_id, data = anna.data_of(plain("de", "order-timeline-button"))
    await town.web.fault(method="editMessageText", delay=0.3)
    tap = asyncio.create_task(anna.taps_data(message_id, data))
    await asyncio.sleep(0.1)
    await anna.visitor.deletes(message_id)
    assert (await tap)["answered"]
    await town.settle()
    await anna.looks()
    anna.reads("Sendungsverlauf")
    anna.has_a_way_on()


async def test_who_blocked_the_bot_is_noted_and_welcome_back(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    await anna.visitor.blocks()
    await eventually(lambda: _is_blocked(anna, True))
    await anna.visitor.blocks(blocked=False)
    await eventually(lambda: _is_blocked(anna, False))
    await anna.says("1001")
    anna.reads("Bestellung 1001")


async def test_being_blocked_while_answering_is_no_error_and_is_noted(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    await town.web.fault(method="sendMessage", error_code=403, description="Forbidden: bot was blocked by the user")
    await anna.visitor.says("1001")
    await eventually(lambda: _is_blocked(anna, True))
    await anna.says("1001")
    anna.reads("Bestellung 1001")


async def _is_blocked(person: Person, blocked: bool) -> bool:
    chat = await Chat.get(id=person.id)
    return (chat.unreachable_at is not None) == blocked


async def test_an_edited_question_is_answered_as_a_new_one(town: Town) -> None:
    anna = await anna_with_an_order(town)
    mine = await anna.visitor.says("wie ist das wetter")
    await anna.sees_after(mine)
    anna.reads("nicht verstanden")
    seen = anna.screen["message_id"]
    await anna.visitor.edits(mine["message_id"], "wo ist 1001")
    await anna.sees_after({"message_id": seen})
    anna.reads("Bestellung 1001")


async def test_a_picture_is_answered_with_what_can_be_read(town: Town) -> None:
    anna = await town.customer("de")
    await anna.sends_file("parcel.png", png())
    anna.reads("Ich kann nur Text lesen")
    anna.has_a_way_on()


async def test_an_album_is_answered_once(town: Town) -> None:
    anna = await town.customer("de")
    album = await anna.visitor.sends(*((f"{number}.png", png()) for number in range(3)))
    await anna.sees_after(album[-1])
    assert len(anna.seen) == 1


async def test_a_button_of_a_pushed_message_opens_the_card_as_a_new_message(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    order = await Order.get(number="1001")
    data = OpenOrder(order_id=order.id).pack()
    sent = await town.web.call("sendMessage", chat_id=anna.id, text="news", reply_markup=_keyboard(data))
    for number in (3, 4):
        assert (await anna.taps_data(sent["result"]["message_id"], data))["answered"]
        await town.settle()
        await anna.looks()
        anna.reads("Bestellung 1001")
        assert len(anna.seen) == number


async def test_a_tap_that_waited_too_long_for_its_answer_is_carried_out_all_the_same(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    data = OpenOrder(order_id=(await Order.get(number="1001")).id).pack()
    sent = await town.web.call("sendMessage", chat_id=anna.id, text="news", reply_markup=_keyboard(data))
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await town.web.fault(method="answerCallbackQuery", error_code=400, description=late)
    tapping = asyncio.create_task(anna.taps_data(sent["result"]["message_id"], data))
    await town.settle()
    await eventually(lambda: _card_is_there(anna))
    tapping.cancel()


async def _card_is_there(anna: Person) -> bool:
    await anna.looks()
    return any("Bestellung 1001" in message.get("text", "") for message in anna.seen)


async def test_a_picture_where_a_number_is_asked_for_repeats_the_question(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("/link")
    await anna.taps(plain("de", "link-order-button"))
    await anna.sends_file("parcel.png", png())
    anna.reads("Bestellnummer")


@pytest.mark.parametrize("data", ["nonsense", "order:", "order:x", "order:99999999999999999999", "link:", "menu"])
async def test_made_up_button_data_is_answered_with_a_way_on(town: Town, data: str) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    sent = await town.web.call("sendMessage", chat_id=anna.id, text="x", reply_markup=_keyboard(data))
    answer = await anna.taps_data(sent["result"]["message_id"], data)
    assert answer["answered"]
    await town.settle()
    await anna.looks()
    anna.has_a_way_on()
    anna.does_not_read("schiefgegangen")


async def test_made_up_data_of_a_screen_is_answered_with_a_way_on(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("/orders")
    message_id, data = anna.data_of("1001")
    intent = data.split("\x1d")[0]
    for invented in ("orders:notanumber", "turn:-5", "turn:999999", "nothere", "orders:99999999999999999999"):
        forged = f"{intent}\x1d{invented}"
        await town.web.call(
            "editMessageReplyMarkup", chat_id=anna.id, message_id=message_id, reply_markup=_keyboard(forged)
        )
        answer = await anna.taps_data(message_id, forged)
        assert answer["answered"], invented
        await town.settle()
        await anna.looks()
        anna.has_a_way_on()
        await anna.says("/orders")
        message_id, data = anna.data_of("1001")
        intent = data.split("\x1d")[0]


async def test_a_text_of_4096_characters_is_answered(town: Town) -> None:
    anna = await anna_with_an_order(town)
    await anna.says("🦆" * 2048)
    anna.reads("nicht verstanden")
    await anna.says("#" + "1" * 4095)
    anna.has_a_way_on()
    await anna.says("1001 " * 819)
    anna.reads("Bestellung 1001")


@pytest.mark.parametrize("text", ["<b>", "&amp;", "/unknown", "/start@other_bot", "🦆", "''", "%s {0}"])
async def test_odd_texts_are_answered(town: Town, text: str) -> None:
    anna = await town.customer("de")
    await anna.says(text)
    anna.has_a_way_on()
    anna.does_not_read("schiefgegangen")


async def test_every_command_opens_its_screen(town: Town) -> None:
    anna = await anna_with_an_order(town)
    for command in (await anna.visitor.private_chat())["commands"]:
        await anna.says(f"/{command['command']}")
        anna.has_a_way_on()
        anna.does_not_read("nicht verstanden")


async def test_going_round_and_round_never_ends(town: Town) -> None:
    """Screens lie on one another at most five deep, so nobody reaches the library's limit of a hundred."""
    anna = await anna_with_an_order(town)
    await anna.says("/start")
    for _ in range(4):
        await anna.taps("Meine Bestellungen")
        await anna.taps("1001")
        await anna.taps(plain("de", "order-timeline-button"))
        await anna.taps("Startseite")
    anna.can_tap(MENU)
    from bot.conversations.models import DialogState

    assert await DialogState.filter(key__contains="aiogd:context").count() == 1


def _keyboard(data: str) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "old", "callback_data": data}]]}
