"""What one member of a group alone sees: shown to them, listed for them, and found by nobody by a message id."""

from __future__ import annotations

from typing import Any

import pytest

from bot.webchat.state import Chat
from tests.support.webchat import Json, Visitor, WebChat


@pytest.fixture
async def anna(chat: WebChat) -> Visitor:
    return await chat.visitor("Anna")


@pytest.fixture
async def ben(chat: WebChat) -> Visitor:
    return await chat.visitor("Ben")


@pytest.fixture
def group(chat: WebChat, anna: Visitor, ben: Visitor) -> Chat:
    return chat.room.add_group("Gruppe", [anna.id, ben.id], bot_is_admin=True)


async def whispers(chat: WebChat, group: Chat, receiver: int, **told: Any) -> Json:
    to = {"receiver_user_id": receiver} | told
    return await chat.call("sendMessage", chat_id=group.id, text="Psst", ephemeral_message_parameters=to)


async def test_the_receiver_sees_it_and_the_other_member_does_not(
    chat: WebChat, group: Chat, anna: Visitor, ben: Visitor
) -> None:
    async with anna.listens() as listener:
        sent = (await whispers(chat, group, anna.id))["result"]
        _, _, shown = await listener.next("new")
    assert (sent["message_id"], sent["receiver_user"]["id"]) == (0, anna.id)
    assert (shown["message"]["is_whisper"], shown["message"]["message_id"]) == (True, sent["ephemeral_message_id"])
    await anna.says("Danke", chat_id=group.id)
    assert [message["text"] for message in await anna.reads(chat_id=group.id)] == ["Psst", "Danke"]
    assert [message["text"] for message in await ben.reads(chat_id=group.id)] == ["Danke"]
    told = await chat.call("editMessageText", chat_id=group.id, message_id=sent["ephemeral_message_id"], text="x")
    assert "message to edit not found" in told["description"]


async def test_both_libraries_know_what_came_of_it(bot: Any, group: Chat, anna: Visitor) -> None:
    sent = await bot.send_message(group.id, "Psst", ephemeral_message_parameters={"receiver_user_id": anna.id})
    assert (sent.message_id, sent.receiver_user.id, sent.ephemeral_message_id > 0) == (0, anna.id, True)


async def test_it_is_refused_without_rights_to_strangers_and_elsewhere(
    chat: WebChat, group: Chat, anna: Visitor, ben: Visitor
) -> None:
    fred = await chat.visitor("Fred")
    assert (await whispers(chat, group, fred.id))["description"].endswith("USER_NOT_PARTICIPANT")
    assert "knows no taps" in (await whispers(chat, group, anna.id, callback_query_id="1"))["description"]
    group.bot_is_admin = False
    assert "not enough rights" in (await whispers(chat, group, anna.id))["description"]
    channel = chat.room.add_channel("Kanal", [ben.id])
    assert "not enough rights" in (await whispers(chat, channel, ben.id))["description"]
