"""In a group the bot says nothing personal: it points to the private chat, and only when addressed."""

import asyncio

import pytest

from bot.community.restraint import PAUSE
from bot.config import LOCALES, Locale
from bot.customers.models import Chat
from bot.i18n import plain
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town
from tests.support.webchat import TOKEN, Json


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


async def test_who_asks_the_bot_by_name_in_any_group_is_answered_in_private(town: Town) -> None:
    anna, group = await in_a_group(town)
    me = (await town.web.call("getMe"))["result"]["username"]
    await anna.visitor.says(f"@{me} wo ist mein Paket 1001?", chat_id=group)
    note = await _reply_in(anna, group)
    assert note["text"] == plain("de", "question-group-written")
    await anna.looks()
    anna.can_tap("1001")


async def test_who_asks_the_bot_something_else_in_a_group_gets_the_pointer(town: Town) -> None:
    anna, group = await in_a_group(town)
    me = (await town.web.call("getMe"))["result"]["username"]
    await anna.visitor.says(f"@{me} erzähl einen Witz", chat_id=group)
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


async def of_the_shop(town: Town, locale: Locale = "de", *, starts: bool = True) -> tuple[Person, int]:
    """Anna with her order in the group of the shop's customers, where the bot reads everything."""
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer(locale, owns=[erika])
    if starts:
        await anna.says("/start")
    group = town.web.room.add_group("Kundenrunde", [anna.id], bot_is_admin=True)
    town.settings.community_group_id = group.id
    return anna, group.id


WHERE = {
    "de": "Wo ist mein Paket?",
    "en": "Where is my parcel?",
    "fr": "Où est mon colis ?",
    "lb": "Wou ass mäi Pak?",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_where_is_my_parcel_is_answered_in_private_and_the_group_reads_nothing_of_it(
    town: Town, locale: Locale
) -> None:
    anna, group = await of_the_shop(town, locale)
    mia = await town.web.visitor("Mia")
    town.web.room.bots[TOKEN].chats[group].members[mia.id] = town.web.room.persons[mia.id]
    await anna.visitor.says(WHERE[locale], chat_id=group)
    note = await _reply_in(anna, group)
    assert (note["text"], note["is_whisper"]) == (plain(locale, "question-group-written"), True)
    assert "reply_markup" not in note
    assert [each["text"] for each in await mia.reads(chat_id=group)] == [WHERE[locale]], "others see no answer at all"
    await anna.looks()
    anna.reads("Kundenrunde")
    anna.can_tap("1001")
    await anna.taps("1001")
    anna.reads("1001")


async def test_the_same_person_is_answered_once_in_hours_unless_they_call_the_bot(town: Town) -> None:
    anna, group = await of_the_shop(town)
    me = (await town.web.call("getMe"))["result"]["username"]
    for text in (WHERE["de"], WHERE["de"], f"@{me} wo ist mein Paket?"):
        await anna.visitor.says(text, chat_id=group)
    await _replies(anna, group, 2)
    await town.settle()
    assert len(await _replies(anna, group, 2)) == 2
    town.clock.advance(PAUSE)
    await anna.visitor.says(WHERE["de"], chat_id=group)
    await _replies(anna, group, 3)


async def test_who_has_not_started_the_bot_is_shown_the_way_and_nothing_of_them_is_noted(town: Town) -> None:
    _, group = await of_the_shop(town)
    fred = await town.stranger("de", name="Fred")
    town.web.room.bots[TOKEN].chats[group].members[fred.id] = town.web.room.persons[fred.id]
    await fred.visitor.says(WHERE["de"], chat_id=group)
    pointer = await _reply_in(fred, group)
    assert pointer["reply_markup"]["inline_keyboard"][0][0]["url"].endswith("?start=group")
    await fred.looks()
    assert not fred.seen
    assert not await Chat.filter(id=fred.id).exists()


async def test_who_cannot_be_written_to_is_shown_the_way(town: Town) -> None:
    anna, group = await of_the_shop(town, starts=False)
    await anna.visitor.says(WHERE["de"], chat_id=group)
    pointer = await _reply_in(anna, group)
    assert pointer["text"] == plain("de", "question-group")


async def test_chatter_replies_and_other_groups_are_left_alone(town: Town) -> None:
    anna, group = await of_the_shop(town)
    other = town.web.room.add_group("Nachbarn", [anna.id], bot_is_admin=True).id
    said = await anna.visitor.says("Mein Paket ist heute endlich angekommen, super!", chat_id=group)
    await anna.visitor.says(WHERE["de"], chat_id=group, reply_to=said["message_id"])
    await anna.visitor.says(WHERE["de"], chat_id=other)
    await anna.visitor.says("/help", chat_id=group)
    pointer = await _reply_in(anna, group)
    assert pointer["reply_to_message"]["text"] == "/help"
    assert len(await _replies(anna, group, 1)) == 1
    assert await _replies(anna, other, 0) == []


async def _replies(person: Person, group: int, count: int) -> list[Json]:
    """What the bot has said there, once it is so much."""
    async with asyncio.timeout(10):
        while True:
            said = [each for each in await person.visitor.reads(chat_id=group) if each["from"]["is_bot"]]
            if len(said) >= count:
                return said
            await asyncio.sleep(0.02)
