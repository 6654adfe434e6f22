"""Polls in the web chat: sent, voted in, counted and closed as Telegram does it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.webchat.state import Chat
from tests.support.webchat import Visitor, WebChat

Json = dict[str, Any]
OPTIONS = [{"text": "Rot"}, {"text": "Blau"}]


@pytest.fixture
async def anna(chat: WebChat) -> Visitor:
    return await chat.customer("Anna Beispiel")


@pytest.fixture
async def tom(chat: WebChat) -> Visitor:
    return await chat.customer("Tom Beispiel")


@pytest.fixture
def channel(chat: WebChat, anna: Visitor, tom: Visitor) -> Chat:
    return chat.room.add_channel("Beispiel-Laden", [anna.id, tom.id])


async def a_poll(chat: WebChat, channel: Chat, **params: Any) -> Json:
    given: Any = {"chat_id": channel.id, "question": "Welche Farbe?", "options": OPTIONS} | params
    message: Json = (await chat.call("sendPoll", **given))["result"]
    return message


async def votes(chat: WebChat, who: Visitor, channel: Chat, poll: Json, *options: int) -> tuple[int, Any]:
    body = {"user_id": who.id, "message_id": poll["message_id"], "option_ids": list(options)}
    return await chat.try_ask("POST", f"/api/chats/{channel.id}/votes", body)


async def heard(chat: WebChat, kind: str) -> list[Json]:
    updates = (await chat.call("getUpdates"))["result"]
    return [each[kind] for each in updates if kind in each]


def counts(poll: Json) -> list[int]:
    return [option["voter_count"] for option in poll["options"]]


async def test_everybody_votes_once_changes_their_mind_and_takes_it_back(
    chat: WebChat, channel: Chat, anna: Visitor, tom: Visitor
) -> None:
    poll = await a_poll(chat, channel)
    for who, *options in ((anna, 0), (tom, 0), (tom, 0), (tom, 1), (anna,)):
        assert (await votes(chat, who, channel, poll, *options))[0] == 200

    told = await heard(chat, "poll")
    assert [(counts(each), each["total_voter_count"]) for each in told] == [
        ([1, 0], 1), ([2, 0], 2), ([1, 1], 2), ([0, 1], 1),
    ]  # fmt: skip
    assert await heard(chat, "poll_answer") == []
    [read] = await tom.reads(chat_id=channel.id)
    assert (read["chosen_option_ids"], "edit_date" in read) == ([1], False)


async def test_people_are_counted_once_and_answers_each_where_several_may_be_chosen(
    chat: WebChat, channel: Chat, anna: Visitor, tom: Visitor
) -> None:
    one, several = await a_poll(chat, channel), await a_poll(chat, channel, allows_multiple_answers=True)
    assert (await votes(chat, anna, channel, one, 0, 1))[0] == 400
    _, voted = await votes(chat, anna, channel, several, 0, 1)
    assert (counts(voted["poll"]), voted["poll"]["total_voter_count"]) == ([1, 1], 1)
    assert (await votes(chat, anna, channel, several, 2))[0] == 400


async def test_a_closed_poll_takes_no_vote_and_the_bot_hears_how_it_ended(
    chat: WebChat, channel: Chat, anna: Visitor
) -> None:
    poll = await a_poll(chat, channel)
    await votes(chat, anna, channel, poll, 1)
    where = {"chat_id": channel.id, "message_id": poll["message_id"]}
    ended = (await chat.call("stopPoll", **where))["result"]
    assert (ended["is_closed"], counts(ended)) == (True, [0, 1])
    assert (await heard(chat, "poll"))[-1] == ended
    assert (await votes(chat, anna, channel, poll, 0))[0] == 409
    again = await chat.call("stopPoll", **where)
    assert again["description"] == "Bad Request: poll has already been closed"
    nowhere = await chat.call("stopPoll", chat_id=channel.id, message_id=1)
    assert nowhere["description"] == "Bad Request: message with poll to stop not found"


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"is_anonymous": False}, "non-anonymous polls can't be sent to channel chats"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": OPTIONS * 7}, "poll can't have more than 12 options"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"options": [{"text": " "}]}, "poll options must be non-empty"),
        ({"options": ["Rot"]}, "InputPollOption must be an Object in options"),
        ({"country_codes": ["Luxemburg"]}, "country_codes must be at most 12 two-letter country codes"),
        ({"type": "quiz"}, 'the web chat has no counterpart of "type" quiz'),
        ({"open_period": 60}, 'the web chat has no counterpart of "open_period"'),
    ],
)
async def test_what_telegram_refuses_is_refused(chat: WebChat, channel: Chat, params: Json, said: str) -> None:
    given: Any = {"chat_id": channel.id, "question": "Welche?", "options": OPTIONS} | params
    assert (await chat.call("sendPoll", **given))["description"] == f"Bad Request: {said}"


async def test_who_may_vote_can_be_said_in_channels_only(chat: WebChat, channel: Chat, anna: Visitor) -> None:
    poll = (await a_poll(chat, channel, members_only=True, country_codes=["LU", "DE"]))["poll"]
    assert (poll["members_only"], poll["country_codes"]) == (True, ["LU", "DE"])
    for params in ({"members_only": True}, {"country_codes": ["LU"]}):
        refused = await chat.call("sendPoll", chat_id=anna.id, question="Welche?", options=OPTIONS, **params)
        assert "channel chats only" in refused["description"]


async def test_in_a_private_chat_a_poll_may_tell_who_has_voted(chat: WebChat, anna: Visitor) -> None:
    private = chat.room.private_chat(chat.room.first_bot(), chat.room.persons[anna.id])
    poll = await a_poll(chat, private, is_anonymous=False)
    await votes(chat, anna, private, poll, 1)
    [answer] = await heard(chat, "poll_answer")
    assert (answer["user"]["id"], answer["option_ids"], answer["option_persistent_ids"]) == (anna.id, [1], ["1"])


async def test_both_libraries_send_and_read_a_poll(chat: WebChat, bot: Any, ptb: Any, channel: Chat) -> None:
    from aiogram.types import InputPollOption

    sent = await bot.send_poll(channel.id, "Welche?", [InputPollOption(text="Rot"), InputPollOption(text="Blau")])
    assert [each.text for each in sent.poll.options] == ["Rot", "Blau"]
    assert (await bot.stop_poll(channel.id, sent.message_id)).is_closed
    given = {"chat_id": channel.id, "question": "Welche?", "options": OPTIONS}
    assert (await ptb.do_api_request("sendPoll", api_kwargs=given))["poll"]["question"] == "Welche?"
