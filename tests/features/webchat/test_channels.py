"""A channel in the web chat: as strict as Telegram's, for the bot that posts and for whoever follows it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.webchat.state import Chat
from tests.support.webchat import WebChat, png

VIDEO = ("clip.mp4", b"not really a film")


@pytest.fixture
async def reader(chat: WebChat) -> Any:
    return await chat.customer("Anna Beispiel")


@pytest.fixture
async def owner(chat: WebChat) -> Any:
    return await chat.customer("Team Beispiel")


@pytest.fixture
def channel(chat: WebChat, reader: Any, owner: Any) -> Chat:
    return chat.room.add_channel("Beispiel-Laden", [reader.id], owners=[owner.id])


async def _post(chat: WebChat, channel: Chat, text: str = "Neu", **params: Any) -> Any:
    return (await chat.call("sendMessage", chat_id=channel.id, text=text, **params))["result"]


async def test_a_post_is_said_by_the_channel_and_everybody_reads_it(chat: WebChat, channel: Chat, reader: Any) -> None:
    post = await _post(chat, channel)
    shown = {"id": channel.id, "title": "Beispiel-Laden", "type": "channel"}
    assert (post["chat"], post["sender_chat"], "from" in post) == (shown, shown, False)
    [read] = await reader.reads(chat_id=channel.id)
    assert read["text"] == "Neu"
    listed = next(each for each in await reader.chats() if each["id"] == channel.id)
    assert (listed["type"], listed["unread"], listed["subscribers"], listed["may_write"]) == ("channel", 1, 2, False)


async def test_both_libraries_read_a_post(chat: WebChat, bot: Any, ptb: Any, channel: Chat) -> None:
    post = await bot.send_message(channel.id, "Neu")
    assert (post.from_user, post.sender_chat.type) == (None, "channel")
    assert (await ptb.send_message(channel.id, "Noch eins")).sender_chat.id == channel.id


async def test_who_follows_a_channel_cannot_write_in_it_or_change_it(chat: WebChat, channel: Chat, reader: Any) -> None:
    post = await _post(chat, channel)
    path = f"/api/chats/{channel.id}/messages"
    assert (await chat.try_ask("POST", path, {"user_id": reader.id, "text": "Hallo"}))[0] == 403
    edit = {"user_id": reader.id, "text": "anders"}
    assert (await chat.try_ask("PATCH", f"{path}/{post['message_id']}", edit))[0] == 403
    gone = await chat.try_ask("DELETE", f"{path}/{post['message_id']}?user_id={reader.id}")
    assert gone[0] == 403
    assert [message["text"] for message in await reader.reads(chat_id=channel.id)] == ["Neu"]


async def test_the_bot_hears_of_what_the_owner_posts_and_corrects(chat: WebChat, channel: Chat, owner: Any) -> None:
    written = await owner.says("Von Hand", chat_id=channel.id)
    body = {"user_id": owner.id, "text": "Von Hand, berichtigt"}
    await chat.ask("PATCH", f"/api/chats/{channel.id}/messages/{written['message_id']}", body)
    updates = (await chat.call("getUpdates"))["result"][-2:]
    assert [next(name for name in each if name != "update_id") for each in updates] == [
        "channel_post",
        "edited_channel_post",
    ]
    assert (updates[0]["channel_post"]["text"], "from" in updates[0]["channel_post"]) == ("Von Hand", False)


async def test_a_bot_that_is_no_administrator_is_not_in_the_channel(chat: WebChat, channel: Chat) -> None:
    channel.bot_is_admin = False
    for method, params in (("sendMessage", {"text": "Neu"}), ("getChat", {}), ("pinChatMessage", {"message_id": 1})):
        answer = await chat.call(method, chat_id=channel.id, **params)
        assert answer["error_code"] == 403
        assert answer["description"] == "Forbidden: bot is not a member of the channel chat"


async def test_an_administrator_without_the_right_to_post_is_told_so(chat: WebChat, channel: Chat) -> None:
    channel.bot_may_post = False
    refused = await chat.call("sendMessage", chat_id=channel.id, text="Neu")
    assert refused["description"] == "Bad Request: need administrator rights in the channel chat"
    me = (await chat.call("getMe"))["result"]["id"]
    standing = (await chat.call("getChatMember", chat_id=channel.id, user_id=me))["result"]
    assert (standing["status"], standing["can_post_messages"]) == ("administrator", False)


async def test_both_libraries_read_who_may_what_in_a_channel(
    chat: WebChat, bot: Any, ptb: Any, channel: Chat, reader: Any, owner: Any
) -> None:
    assert (await bot.get_chat_member(channel.id, bot.id)).can_post_messages
    assert (await ptb.get_chat_member(channel.id, owner.id)).status == "creator"
    assert (await ptb.get_chat_member(channel.id, reader.id)).status == "member"
    other = await chat.customer("Jemand")
    assert (await bot.get_chat_member(channel.id, other.id)).status == "left"


async def test_a_pinned_post_stays_on_top_and_the_channel_notes_it(chat: WebChat, channel: Chat, reader: Any) -> None:
    first, second = await _post(chat, channel, "eins"), await _post(chat, channel, "zwei")
    for post in (first, second, second):
        assert (await chat.call("pinChatMessage", chat_id=channel.id, message_id=post["message_id"]))["result"]
    notes = [each for each in await reader.reads(chat_id=channel.id) if "pinned_message" in each]
    assert [note["pinned_message"]["text"] for note in notes] == ["eins", "zwei"]
    update = (await chat.call("getUpdates"))["result"][-1]
    assert update["channel_post"]["pinned_message"]["text"] == "zwei"
    assert (await chat.call("getChat", chat_id=channel.id))["result"]["pinned_message"]["text"] == "zwei"

    await chat.call("unpinChatMessage", chat_id=channel.id)
    listed = next(each for each in await reader.chats() if each["id"] == channel.id)
    assert listed["pinned_message"]["text"] == "eins"
    await chat.call("unpinAllChatMessages", chat_id=channel.id)
    assert "pinned_message" not in (await chat.call("getChat", chat_id=channel.id))["result"]


@pytest.mark.parametrize("method", ["pinChatMessage", "unpinChatMessage"])
async def test_what_is_not_there_cannot_be_pinned_or_unpinned(chat: WebChat, channel: Chat, method: str) -> None:
    refused = await chat.call(method, chat_id=channel.id, message_id=77)
    word = method.removesuffix("ChatMessage")
    assert refused["description"] == f"Bad Request: message to {word} not found"


async def test_a_deleted_post_is_pinned_no_more(chat: WebChat, channel: Chat, reader: Any) -> None:
    post = await _post(chat, channel)
    await chat.call("pinChatMessage", chat_id=channel.id, message_id=post["message_id"])
    await chat.call("deleteMessage", chat_id=channel.id, message_id=post["message_id"])
    assert "pinned_message" not in (await chat.call("getChat", chat_id=channel.id))["result"]


async def test_an_edit_shows_in_the_post_and_in_what_is_pinned(chat: WebChat, channel: Chat, reader: Any) -> None:
    post = await _post(chat, channel)
    await chat.call("pinChatMessage", chat_id=channel.id, message_id=post["message_id"])
    edited = await chat.call("editMessageText", chat_id=channel.id, message_id=post["message_id"], text="Vorbei")
    assert (edited["result"]["sender_chat"]["id"], "from" in edited["result"]) == (channel.id, False)
    listed = next(each for each in await reader.chats() if each["id"] == channel.id)
    assert listed["pinned_message"]["text"] == "Vorbei"


async def test_a_quiet_post_is_marked_for_the_page_alone(chat: WebChat, channel: Chat, reader: Any) -> None:
    quiet, loud = await _post(chat, channel, "leise", disable_notification=True), await _post(chat, channel, "laut")
    assert "is_silent" not in quiet
    read = {message["message_id"]: message for message in await reader.reads(chat_id=channel.id)}
    assert read[quiet["message_id"]]["is_silent"]
    assert "is_silent" not in read[loud["message_id"]]


async def test_a_channel_has_no_reply_keyboard(chat: WebChat, channel: Chat) -> None:
    refused = await chat.call(
        "sendMessage", chat_id=channel.id, text="Neu", reply_markup={"keyboard": [[{"text": "Ja"}]]}
    )
    assert refused["description"] == "Bad Request: inline keyboard expected"


async def test_a_tap_below_a_post_tells_who_tapped(chat: WebChat, channel: Chat, reader: Any) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Mehr", "callback_data": "more"}]]}
    post = await _post(chat, channel, reply_markup=keyboard)
    tapping = chat.room.taps.make(channel, chat.room.persons[reader.id], post, "more")
    update = (await chat.call("getUpdates"))["result"][-1]["callback_query"]
    assert (update["id"], update["from"]["id"]) == (tapping.id, reader.id)
    assert (update["message"]["chat"]["type"], "from" in update["message"]) == ("channel", False)


async def test_an_album_mixes_photos_and_videos_and_nothing_else(chat: WebChat, channel: Chat, reader: Any) -> None:
    photo = (await reader.sends(("a.png", png())))["photo"][0]["file_id"]
    video = (await reader.sends(VIDEO, kind="video"))["video"]["file_id"]
    media = [{"type": "photo", "media": photo}, {"type": "video", "media": video, "caption": "Beides"}]
    album = (await chat.call("sendMediaGroup", chat_id=channel.id, media=media))["result"]
    assert [sorted({"photo", "video"} & post.keys()) for post in album] == [["photo"], ["video"]]
    assert len({post["media_group_id"] for post in album}) == 1
    paper = (await reader.sends(("a.txt", b"text")))["document"]["file_id"]
    mixed = [media[0], {"type": "document", "media": paper}]
    refused = await chat.call("sendMediaGroup", chat_id=channel.id, media=mixed)
    assert refused["description"] == "Bad Request: document can't be mixed with other media types"


async def test_who_does_not_follow_a_channel_does_not_see_it(chat: WebChat, channel: Chat) -> None:
    other = await chat.customer("Jemand")
    assert [each["id"] for each in await other.chats()] == [other.id]
    answer = await chat.try_ask("GET", f"/api/chats/{channel.id}/messages?user_id={other.id}")
    assert answer[0] == 404
