"""Ways into a group of the web chat: links, requests and who hears of them, as strict as Telegram's."""

from __future__ import annotations

from typing import Any

import pytest

from bot.webchat import joining
from bot.webchat.joining import add_link
from bot.webchat.state import Chat
from tests.support.webchat import Json, Visitor, WebChat

KINDS = ["message", "chat_member", "chat_join_request"]


@pytest.fixture
async def anna(chat: WebChat) -> Visitor:
    return await chat.visitor("Anna")


@pytest.fixture
async def group(chat: WebChat) -> Chat:
    mia = await chat.visitor("Mia")
    await chat.call("getUpdates", allowed_updates=KINDS)
    return chat.room.add_group("Gruppe", [mia.id], bot_is_admin=True)


async def made(chat: WebChat, group: Chat, **told: Any) -> Json:
    link: Json = (await chat.call("createChatInviteLink", chat_id=group.id, **told))["result"]
    return link


async def follows(chat: WebChat, who: Visitor, link: Json) -> tuple[int, Any]:
    return await chat.try_ask("POST", "/api/joins", {"user_id": who.id, "link": link["invite_link"]})


async def updates(chat: WebChat, kind: str) -> list[Json]:
    return [each[kind] for each in (await chat.call("getUpdates", offset=0))["result"] if kind in each]


async def test_both_libraries_make_and_revoke_a_link(bot: Any, ptb: Any, group: Chat) -> None:
    link = await bot.create_chat_invite_link(group.id, name="bote-1", member_limit=1)
    assert (link.name, link.member_limit, link.is_revoked, link.creator.is_bot) == ("bote-1", 1, False, True)
    assert (await ptb.revoke_chat_invite_link(group.id, link.invite_link)).is_revoked


async def test_who_follows_a_link_is_in_and_the_bot_hears_by_which(chat: WebChat, group: Chat, anna: Visitor) -> None:
    link = await made(chat, group, name="bote-1")
    assert (await follows(chat, anna, link))[1] == {"status": "joined", "chat_id": group.id, "title": "Gruppe"}
    [change] = await updates(chat, "chat_member")
    assert change["invite_link"]["name"] == "bote-1"
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("left", "member")
    [note] = await updates(chat, "message")
    assert note["new_chat_members"][0]["id"] == anna.id
    assert any(each["id"] == group.id for each in await anna.chats())


async def test_a_link_for_one_lets_in_one_and_again_once_they_have_left(
    chat: WebChat, group: Chat, anna: Visitor
) -> None:
    ben, link = await chat.visitor("Ben"), await made(chat, group, member_limit=1)
    assert (await follows(chat, anna, link))[0] == 201
    assert (await follows(chat, ben, link))[0] == 410
    await chat.ask("DELETE", f"/api/chats/{group.id}/members?user_id={anna.id}")
    assert (await follows(chat, ben, link))[0] == 201
    assert [change["new_chat_member"]["status"] for change in await updates(chat, "chat_member")] == [
        "member",
        "left",
        "member",
    ]


async def test_a_link_that_is_revoked_or_over_lets_nobody_in(chat: WebChat, group: Chat, anna: Visitor) -> None:
    link, now = await made(chat, group), chat.room.now()
    await chat.call("revokeChatInviteLink", chat_id=group.id, invite_link=link["invite_link"])
    assert (await follows(chat, anna, link))[0] == 410
    short = await made(chat, group, expire_date=now + 60)
    chat.room.wall = lambda: now + 60.0
    assert (await follows(chat, anna, short))[0] == 410
    assert (await follows(chat, anna, {"invite_link": "https://t.me/+nothing"}))[0] == 404


async def test_a_request_waits_for_an_answer_and_only_once(chat: WebChat, group: Chat, anna: Visitor) -> None:
    link = await made(chat, group, creates_join_request=True)
    assert (await follows(chat, anna, link))[1]["status"] == "asked"
    await follows(chat, anna, link)
    [request] = await updates(chat, "chat_join_request")
    assert (request["user_chat_id"], request["from"]["id"], request["chat"]["id"]) == (anna.id, anna.id, group.id)
    assert request["invite_link"]["pending_join_request_count"] == 1
    assert anna.id not in group.members
    who: Json = {"chat_id": group.id, "user_id": anna.id}
    assert (await chat.call("approveChatJoinRequest", **who))["result"] is True
    [change] = await updates(chat, "chat_member")
    assert change["via_join_request"] is True
    again = await chat.call("approveChatJoinRequest", **who)
    assert "USER_ALREADY_PARTICIPANT" in again["description"]


async def test_a_declined_request_is_gone(chat: WebChat, group: Chat, anna: Visitor) -> None:
    await follows(chat, anna, await made(chat, group, creates_join_request=True))
    who: Json = {"chat_id": group.id, "user_id": anna.id}
    assert (await chat.call("declineChatJoinRequest", **who))["result"] is True
    assert "HIDE_REQUESTER_MISSING" in (await chat.call("approveChatJoinRequest", **who))["description"]


async def test_who_asks_can_be_written_to_for_five_minutes_and_until_the_answer(
    chat: WebChat, group: Chat, anna: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Json = {"chat_id": anna.id, "text": "Guten Tag"}
    assert (await chat.call("sendMessage", **told))["error_code"] == 403
    await follows(chat, anna, await made(chat, group, creates_join_request=True))
    assert (await chat.call("sendMessage", **told))["ok"]
    with monkeypatch.context() as later:
        later.setattr(joining, "CONTACT_SECONDS", 0.0)
        assert (await chat.call("sendMessage", **told))["error_code"] == 403
    await chat.call("declineChatJoinRequest", chat_id=group.id, user_id=anna.id)
    assert (await chat.call("sendMessage", **told))["error_code"] == 403


REFUSED = [
    ("createChatInviteLink", {"name": "x" * 33}, "0-32"),
    ("createChatInviteLink", {"member_limit": 0}, "wrong member limit"),
    ("createChatInviteLink", {"member_limit": 100_000}, "wrong member limit"),
    ("createChatInviteLink", {"member_limit": 1, "creates_join_request": True}, "requiring administrator approval"),
    ("createChatInviteLink", {"expire_date": 1}, "EXPIRE_DATE_INVALID"),
    ("revokeChatInviteLink", {"invite_link": "https://t.me/+no"}, "INVITE_HASH_EXPIRED"),
    ("approveChatJoinRequest", {"user_id": 5}, "HIDE_REQUESTER_MISSING"),
]


@pytest.mark.parametrize(("method", "told", "why"), REFUSED)
async def test_what_telegram_refuses_is_refused(
    chat: WebChat, group: Chat, method: str, told: dict[str, Any], why: str
) -> None:
    assert why in (await chat.call(method, chat_id=group.id, **told))["description"]


async def test_without_the_right_to_invite_a_bot_lets_nobody_in_and_hears_of_nobody(
    chat: WebChat, group: Chat, anna: Visitor
) -> None:
    group.bot_may_invite = False
    refused = await chat.call("createChatInviteLink", chat_id=group.id)
    assert "not enough rights" in refused["description"]
    link = add_link(group, {"id": 1}, creates_join_request=True)
    await follows(chat, anna, {"invite_link": link.address})
    assert await updates(chat, "chat_join_request") == []
    me = (await chat.call("getMe"))["result"]["id"]
    assert (await chat.call("getChatMember", chat_id=group.id, user_id=me))["result"]["can_invite_users"] is False


async def test_joins_are_told_only_to_bots_that_ask_for_them(chat: WebChat, anna: Visitor) -> None:
    group = chat.room.add_group("Gruppe", [], bot_is_admin=True)
    await follows(chat, anna, await made(chat, group))
    assert await updates(chat, "chat_member") == []
