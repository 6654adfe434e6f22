"""In a group the bot says nothing personal: it points to the private chat, and only when addressed."""

import asyncio

import pytest

from bot.i18n import plain
from tests.support.builders import a_customer, an_order
from tests.support.chat import Person, Town
from tests.support.webchat import Json


async def in_a_group(town: Town) -> tuple[Person, int]:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    anna = await town.customer("de", owns=[erika])
    await anna.says("/start")
    return anna, town.web.room.add_group("Nachbarn", [anna.id]).id


@pytest.mark.parametrize("command", ["/start", "/orders", "/help", "/start abc"])
async def test_a_command_in_a_group_gets_a_pointer_and_no_order(town: Town, command: str) -> None:
    anna, group = await in_a_group(town)
    await anna.visitor.says(command, chat_id=group)
    pointer = await _reply_in(anna, group)
    assert "privaten Chat" in pointer["text"]
    assert "1001" not in pointer["text"]
    [[button]] = pointer["reply_markup"]["inline_keyboard"]
    assert button["text"] == plain("de", "question-group-button")
    assert button["url"].endswith("?start=group")


async def test_who_asks_the_bot_by_name_in_a_group_gets_the_pointer_and_no_order(town: Town) -> None:
    anna, group = await in_a_group(town)
    me = (await town.web.call("getMe"))["result"]["username"]
    await anna.visitor.says(f"@{me} wo ist mein Paket 1001?", chat_id=group)
    pointer = await _reply_in(anna, group)
    assert "privaten Chat" in pointer["text"]
    assert "1001" not in pointer["text"]


async def test_talk_among_people_is_left_alone(town: Town) -> None:
    anna, group = await in_a_group(town)
    sent = await town.web.call("sendMessage", chat_id=group, text="hello")
    await anna.visitor.says("wo ist 1001", chat_id=group, reply_to=sent["result"]["message_id"])
    await anna.visitor.says("/help", chat_id=group)
    pointer = await _reply_in(anna, group)
    assert pointer["reply_to_message"]["text"] == "/help"
    ours = [message for message in await anna.visitor.reads(chat_id=group) if message["from"]["is_bot"]]
    assert len(ours) == 2


async def test_the_way_from_the_group_ends_at_home(town: Town) -> None:
    anna, _ = await in_a_group(town)
    await anna.says("/start group")
    anna.can_tap("1001")


async def _reply_in(person: Person, group: int) -> Json:
    async with asyncio.timeout(5):
        while True:
            for message in await person.visitor.reads(chat_id=group):
                if message["from"]["is_bot"] and "reply_to_message" in message:
                    return message
            await asyncio.sleep(0.02)
