"""The client API: what the page and scripts can do, and what they are told when they cannot."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.webchat import people
from tests.support.webchat import PATIENCE, WebChat, eventually, open_webchat, png


async def updates(chat: WebChat) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = (await chat.call("getUpdates"))["result"]
    return result


async def newest_query(chat: WebChat) -> dict[str, Any]:
    found = [update["callback_query"] for update in await updates(chat) if "callback_query" in update]
    return found[-1] if found else {}


async def send(chat: WebChat, chat_id: int, text: str, *buttons: str) -> int:
    rows = [[{"text": button, "callback_data": button.lower()}] for button in buttons]
    markup = {"inline_keyboard": rows} if rows else None
    answer = await chat.call("sendMessage", chat_id=chat_id, text=text, reply_markup=markup)
    return int(answer["result"]["message_id"])


async def test_users_can_be_added_and_listed(chat: WebChat) -> None:
    added = await chat.ask(
        "POST", "/api/users", {"first_name": "Anna", "id": 77, "language_code": "de", "about": "new"}
    )
    assert added == {"id": 77, "first_name": "Anna", "language_code": "de", "about": "new"}
    assert added in await chat.ask("GET", "/api/users")
    status, answer = await chat.try_ask("POST", "/api/users", {"first_name": "Ben", "id": 77})
    assert (status, "taken" in answer["error"]) == (409, True)
    status, answer = await chat.try_ask("POST", "/api/users", {"first_name": " "})
    assert status == 400


async def test_a_chat_is_there_before_the_first_message(chat: WebChat) -> None:
    anna = await chat.visitor("Anna")
    (found,) = await anna.chats()
    assert (found["id"], found["type"], found["started"], found["last_message"]) == (anna.id, "private", False, None)
    await anna.says("/start")
    assert (await anna.private_chat())["started"] is True


async def test_a_typed_message_reaches_the_bot_with_its_entities(chat: WebChat) -> None:
    anna = await chat.visitor("Anna", language_code="fr", username="anna_demo")
    sent = await anna.says("/start link_abc")
    (update,) = await updates(chat)
    assert update["message"] == sent
    assert sent["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert sent["from"] == {
        "id": anna.id,
        "is_bot": False,
        "first_name": "Anna",
        "username": "anna_demo",
        "language_code": "fr",
    }
    assert (sent["chat"]["type"], sent["chat"]["id"]) == ("private", anna.id)


async def test_a_text_that_is_too_long_or_empty_is_refused_with_a_sentence(chat: WebChat) -> None:
    anna = await chat.customer()
    path = f"/api/chats/{anna.id}/messages"
    status, answer = await chat.try_ask("POST", path, {"user_id": anna.id, "text": "x" * 4097})
    assert (status, answer["error"]) == (400, "The text is too long: 4,096 characters are allowed. Send it in parts.")
    status, _ = await chat.try_ask("POST", path, {"user_id": anna.id, "text": "  "})
    assert status == 400
    status, _ = await chat.try_ask("POST", path, {"user_id": anna.id})
    assert status == 400


async def test_a_reply_carries_what_it_replies_to(chat: WebChat) -> None:
    anna = await chat.customer()
    asked = await send(chat, anna.id, "Which number?")
    reply = await anna.says("1001", reply_to=asked)
    assert reply["reply_to_message"]["text"] == "Which number?"
    assert "reply_to_message" not in (await anna.says("again", reply_to=reply["message_id"]))["reply_to_message"]


async def test_a_contact_is_shared_as_ones_own_or_as_somebody_elses(chat: WebChat) -> None:
    anna = await chat.customer()
    own = await anna.shares_contact("+49301234")
    assert own["contact"] == {"phone_number": "+49301234", "first_name": "Test", "user_id": anna.id}
    other = await anna.shares_contact("+49305678", user_id=999)
    assert [u["message"]["contact"]["user_id"] for u in (await updates(chat))[1:]] == [anna.id, 999]
    assert other["message_id"] > own["message_id"]


async def test_a_file_is_what_the_persons_app_says_it_is(chat: WebChat) -> None:
    anna = await chat.customer()
    for kind in ("voice", "audio", "video", "animation", "video_note"):
        sent = await anna.sends((f"{kind}.bin", b"a sound"), kind=kind)
        assert sent[kind]["duration"] == 1
        assert ("document" in sent) is (kind == "animation")
        again = await chat.call(
            f"send{kind.title().replace('_', '')}", chat_id=anna.id, **{kind: sent[kind]["file_id"]}
        )
        assert again["result"][kind]["file_id"] == sent[kind]["file_id"]
        refused = await chat.call("sendDocument", chat_id=anna.id, document=sent[kind]["file_id"])
        assert "can't use file of type" in refused["description"]
    status, _ = await chat.try_ask("POST", f"/api/chats/{anna.id}/messages", {"user_id": anna.id, "kind": "smell"})
    assert status == 400


async def test_a_caption_below_a_voice_message_can_be_corrected(chat: WebChat) -> None:
    anna = await chat.customer()
    voice = await anna.sends(("a.ogg", b"a sound"), kind="voice")
    sent = await chat.call("sendVoice", chat_id=anna.id, voice=voice["voice"]["file_id"], caption="helo")
    place = {"chat_id": anna.id, "message_id": sent["result"]["message_id"]}
    edited = (await chat.call("editMessageCaption", caption="hello", **place))["result"]
    assert (edited["caption"], edited["voice"]) == ("hello", sent["result"]["voice"])


async def test_pictures_become_photos_albums_share_a_group_and_other_files_are_documents(chat: WebChat) -> None:
    anna = await chat.customer()
    photo = await anna.sends(("a.png", png(8, 9)), caption="broken #1001")
    assert (photo["photo"][0]["height"], photo["caption"]) == (9, "broken #1001")
    album = await anna.sends(("a.png", png(1, 2)), ("b.png", png(2, 1)), caption="both")
    assert len({message["media_group_id"] for message in album}) == 1
    assert ["caption" in message for message in album] == [True, False]
    document = await anna.sends(("ä b.txt", b"hello"))
    assert document["document"]["file_name"] == "ä b.txt"
    async with chat.http.get(chat.url + document["document"]["url"]) as response:
        assert await response.read() == b"hello"
        assert response.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%C3%A4%20b.txt"
        assert response.headers["Content-Security-Policy"].startswith("sandbox")
    path = (await chat.call("getFile", file_id=photo["photo"][0]["file_id"]))["result"]["file_path"]
    assert path.startswith("photos/")


async def test_an_edited_message_reaches_the_bot_and_an_unchanged_one_does_not(chat: WebChat) -> None:
    anna = await chat.customer()
    sent = await anna.says("wo ist 1001")
    edited = await anna.edits(sent["message_id"], "wo ist 1002")
    await anna.edits(sent["message_id"], "wo ist 1002")
    assert [u["edited_message"] for u in await updates(chat) if "edited_message" in u] == [edited]
    assert edited["edit_date"] >= sent["date"]
    theirs = await send(chat, anna.id, "x")
    body = {"user_id": anna.id, "text": "y"}
    assert (await chat.try_ask("PATCH", f"/api/chats/{anna.id}/messages/{theirs}", body))[0] == 403


async def test_a_deleted_message_is_gone_for_both(chat: WebChat) -> None:
    anna = await chat.customer()
    theirs = await send(chat, anna.id, "x")
    await anna.deletes(theirs)
    assert [m["message_id"] for m in await anna.reads() if m["from"]["is_bot"]] == []
    answer = await chat.call("editMessageText", chat_id=anna.id, message_id=theirs, text="y")
    assert answer["description"] == "Bad Request: message to edit not found"


async def test_a_pinned_message_is_noted_in_the_chat_and_the_bot_hears_of_it(chat: WebChat) -> None:
    anna = await chat.customer()
    said = await anna.says("keep this")
    noted = await anna.pins(said["message_id"])
    assert noted["pinned_message"]["text"] == "keep this"
    updates = (await chat.call("getUpdates"))["result"]
    assert updates[-1]["message"]["pinned_message"]["message_id"] == said["message_id"]
    group = chat.room.add_group("Team", [anna.id])
    there = await anna.says("here", chat_id=group.id)
    body = {"user_id": anna.id, "message_id": there["message_id"]}
    status, answer = await chat.try_ask("POST", f"/api/chats/{group.id}/pins", body)
    assert (status, "private chats only" in answer["error"]) == (400, True)


async def test_messages_are_paged_forwards_and_backwards(chat: WebChat) -> None:
    anna = await chat.customer()
    ids = [(await anna.says(str(number)))["message_id"] for number in range(5)]
    path = f"/api/chats/{anna.id}/messages?user_id={anna.id}"

    async def texts(query: str) -> list[str]:
        return [message["text"] for message in await chat.ask("GET", path + query)]

    assert await texts(f"&after={ids[1]}&limit=2") == ["2", "3"]
    assert await texts(f"&before={ids[3]}&limit=2") == ["1", "2"]
    assert await texts("&limit=2") == ["3", "4"]


async def test_a_tap_waits_for_the_answer_and_knows_when_its_button_is_gone(chat: WebChat) -> None:
    anna = await chat.customer()
    message_id = await send(chat, anna.id, "Choose", "Yes", "No")
    tap = asyncio.create_task(anna.taps("No"))
    query = await eventually(lambda: newest_query(chat))
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("no", "Choose", anna.id)
    await chat.call("answerCallbackQuery", callback_query_id=query["id"])
    assert await tap == {"answered": True}
    assert (await chat.call("answerCallbackQuery", callback_query_id=query["id"], text="late"))["ok"]
    await chat.call("editMessageText", chat_id=anna.id, message_id=message_id, text="Done")
    body = {"user_id": anna.id, "message_id": message_id, "callback_data": "no"}
    assert (await chat.try_ask("POST", f"/api/chats/{anna.id}/taps", body))[0] == 404


async def test_an_unanswered_tap_says_so_and_a_late_answer_is_refused(
    chat: WebChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "TAP_SECONDS", 0.05)
    anna = await chat.customer()
    await send(chat, anna.id, "Choose", "Yes")
    assert await anna.taps("Yes") == {"answered": False}
    query = (await updates(chat))[-1]["callback_query"]
    monkeypatch.setattr("bot.webchat.taps.ANSWERABLE_SECONDS", 0.0)
    answer = await chat.call("answerCallbackQuery", callback_query_id=query["id"])
    assert answer["description"].endswith("query is too old and response timeout expired or query ID is invalid")


async def test_unread_counts_the_bots_messages_until_they_are_read(chat: WebChat) -> None:
    anna = await chat.customer()
    ids = [await send(chat, anna.id, str(number)) for number in range(3)]
    assert (await anna.private_chat())["unread"] == 3
    await anna.deletes(ids[2])
    assert (await anna.private_chat())["unread"] == 2
    assert await anna.marks_read(ids[0]) == 1
    assert await anna.marks_read(ids[1]) == 0


async def test_the_keyboard_in_force_goes_with_its_message_or_its_removal(chat: WebChat) -> None:
    anna = await chat.customer()
    keyboard = {"keyboard": [[{"text": "Yes"}]], "one_time_keyboard": True}
    answer = await chat.call("sendMessage", chat_id=anna.id, text="?", reply_markup=keyboard)
    assert "reply_markup" not in answer["result"]
    assert (await anna.private_chat())["reply_keyboard"] == keyboard
    await anna.deletes(answer["result"]["message_id"])
    assert (await anna.private_chat())["reply_keyboard"] is None
    await chat.call("sendMessage", chat_id=anna.id, text="?", reply_markup={"force_reply": True})
    assert (await anna.private_chat())["reply_keyboard"] == {"force_reply": True}
    await anna.says("1001")
    assert (await anna.private_chat())["reply_keyboard"] is None


async def test_who_blocked_the_bot_must_unblock_it_to_write(chat: WebChat) -> None:
    anna = await chat.customer()
    await chat.fault(block=anna.id)
    assert (await anna.private_chat())["blocked"] is True
    body = {"user_id": anna.id, "text": "x"}
    status, answer = await chat.try_ask("POST", f"/api/chats/{anna.id}/messages", body)
    assert (status, answer["error"]) == (409, "You have blocked this bot; unblock it to write to it.")
    await chat.fault(unblock=anna.id)
    await anna.says("back")
    changes = [u["my_chat_member"] for u in await updates(chat) if "my_chat_member" in u]
    assert [c["new_chat_member"]["status"] for c in changes] == ["kicked", "member"]


async def test_strangers_and_unknown_chats_are_refused_with_a_sentence(chat: WebChat) -> None:
    anna = await chat.customer()
    for path in ("/api/chats?user_id=99", "/api/chats", f"/api/chats/55/messages?user_id={anna.id}", "/api/nothing"):
        status, answer = await chat.try_ask("GET", path)
        assert (status, isinstance(answer["error"], str)) == (404, True), path


async def test_a_group_shows_the_bot_commands_replies_and_mentions_only(chat: WebChat) -> None:
    anna, ben = await chat.visitor("Anna"), await chat.visitor("Ben")
    group = chat.room.add_group("Staff", [anna.id, ben.id])
    ours = await send(chat, group.id, "New case")
    await anna.says("hello all", chat_id=group.id)
    await anna.says("/take 5", chat_id=group.id)
    await ben.says("/take@other_bot 5", chat_id=group.id)
    await ben.says("hey @bote_test_bot", chat_id=group.id)
    await ben.says("on it", reply_to=ours, chat_id=group.id)
    assert [u["message"]["text"] for u in await updates(chat)] == ["/take 5", "hey @bote_test_bot", "on it"]
    assert [c["unread"] for c in await anna.chats() if c["id"] == group.id] == [4]
    carl = await chat.visitor("Carl")
    assert [c["id"] for c in await carl.chats()] == [carl.id]


async def test_events_tell_what_happens_as_it_happens(chat: WebChat) -> None:
    anna = await chat.customer()
    async with anna.listens() as events:
        message_id = await send(chat, anna.id, "a", "Yes")
        _, _, new = await events.next("new")
        assert (new["chat_id"], new["message"]["text"]) == (anna.id, "a")
        assert (await events.next("chat"))[2]["unread"] == 1
        await chat.call("sendChatAction", chat_id=anna.id, action="typing")
        assert (await events.next("typing"))[2] == {"chat_id": anna.id, "action": "typing", "name": "Bote"}
        await chat.call("editMessageText", chat_id=anna.id, message_id=message_id, text="b")
        assert (await events.next("edited"))[2]["message"]["text"] == "b"
        await chat.call("deleteMessage", chat_id=anna.id, message_id=message_id)
        assert (await events.next("deleted"))[2]["message_ids"] == [message_id]


async def test_a_page_that_was_away_gets_what_it_missed_once(chat: WebChat) -> None:
    anna = await chat.customer()
    async with anna.listens() as events:
        await send(chat, anna.id, "seen")
        seen, *_ = await events.next("new")
    await send(chat, anna.id, "missed 1")
    await send(chat, anna.id, "missed 2")
    async with anna.listens(last_id=seen) as events:
        await send(chat, anna.id, "live")
        texts = [(await events.next("new", "edited"))[2]["message"]["text"] for _ in range(3)]
    assert texts == ["missed 1", "missed 2", "live"]


async def test_a_page_that_was_away_too_long_starts_anew(chat: WebChat) -> None:
    anna = await chat.customer()
    async with anna.listens() as events:
        await send(chat, anna.id, "seen")
        seen, *_ = await events.next("new")
    for _ in range(1001):
        await send(chat, anna.id, "x")
    for last_id in (seen, 1, seen + 10**9):
        async with anna.listens(last_id=last_id) as events:
            assert (await events.next())[1] == "reset"


async def test_a_restart_ends_the_streams(chat: WebChat) -> None:
    anna = await chat.customer()
    async with anna.listens() as events:
        await chat.fault(restart=True)
        with pytest.raises((ConnectionResetError, aiohttp.ClientError)):
            await events.next()


class DemoClock:
    """A stage whose clock jumps an hour at a time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)

    async def clock(self) -> dict[str, Any]:
        return {"now": self.now.isoformat(), "timezone": "Europe/Berlin", "next": None, "running": False}

    async def advance(self, request: dict[str, Any]) -> dict[str, Any]:
        if request != {"advance": "next"}:
            raise ValueError("This clock only goes to what is next.")
        self.now = self.now.replace(hour=self.now.hour + 1)
        return await self.clock()


async def test_the_stages_clock_can_be_moved_and_everybody_sees_it() -> None:
    async with open_webchat(stage=DemoClock()) as chat:
        anna = await chat.visitor()
        async with anna.listens() as events:
            assert (await chat.ask("GET", "/api/clock"))["now"].startswith("2026-11-21T12")
            moved = await chat.ask("POST", "/api/clock", {"advance": "next"})
            assert moved["now"].startswith("2026-11-21T13")
            assert (await events.next("clock"))[2] == moved
        status, answer = await chat.try_ask("POST", "/api/clock", {"advance": "never"})
        assert (status, answer["error"]) == (400, "This clock only goes to what is next.")


async def test_without_a_stage_there_is_no_clock(chat: WebChat) -> None:
    assert (await chat.try_ask("GET", "/api/clock"))[0] == 404


async def test_faults_are_listed_cleared_and_checked(chat: WebChat) -> None:
    await chat.fault(method="sendmessage", error_code=500, times=2)
    pending = await chat.ask("GET", "/api/faults")
    assert pending == [{"method": "sendMessage", "times": 2, "error_code": 500}]
    await chat.fault(clear=True)
    assert await chat.ask("GET", "/api/faults") == []
    wrong: list[dict[str, Any]] = [{"method": "getMoon", "error_code": 500}, {"method": "getMe"}, {"metod": "getMe"}]
    for order in wrong:
        assert (await chat.try_ask("POST", "/api/faults", order))[0] == 400


async def test_a_delay_holds_a_call_back(chat: WebChat) -> None:
    await chat.fault(method="getMe", delay=0.15)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    assert (await chat.call("getMe"))["ok"]
    assert 0.15 <= loop.time() - begun < PATIENCE
