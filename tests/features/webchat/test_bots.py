"""Both libraries talk to the web chat as to Telegram and get their own exceptions for its refusals."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    ForceReply,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import Conflict, NetworkError, RetryAfter

from tests.support.messages import keyboard, picture
from tests.support.webchat import WebChat, open_aiogram, open_ptb, png


async def test_a_message_a_tap_and_an_edit_go_through_aiogram(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer("Anna", language_code="de")
    (first,) = await bot.get_updates()
    assert (first.message.text, first.message.from_user.language_code) == ("/start", "de")
    sent = await bot.send_message(
        anna.id, "<b>Hello</b>", reply_markup=keyboard({"text": "More", "callback_data": "m"})
    )
    tap = asyncio.create_task(anna.taps("More"))
    (update,) = await bot.get_updates(offset=first.update_id + 1, timeout=5)
    assert update.callback_query.message.message_id == sent.message_id
    await update.callback_query.answer("Here you are", show_alert=True)
    assert await tap == {"answered": True, "text": "Here you are", "show_alert": True}
    await sent.edit_text("Done")
    *_, last = await anna.reads()
    assert (last["text"], "reply_markup" in last) == ("Done", False)


async def test_every_method_and_object_aiogram_sends_is_taken(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer("Anna")
    me = await bot.get_me()
    assert (me.username, (await bot.get_chat(anna.id)).first_name) == ("bote_test_bot", "Anna")
    sent = await bot.send_message(
        anna.id,
        "Look",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        disable_notification=False,
        protect_content=True,
        reply_markup=keyboard(
            {"text": "A", "url": "https://shop.example.org/a"},
            {"text": "B", "copy_text": CopyTextButton(text="1001")},
            {"text": "C", "callback_data": "c", "style": "danger"},
        ),
    )
    assert sent.has_protected_content
    answer = await bot.send_message(anna.id, "Re", reply_parameters=ReplyParameters(message_id=sent.message_id))
    assert answer.reply_to_message.message_id == sent.message_id
    await bot.send_chat_action(anna.id, "typing")
    await bot.send_message(anna.id, "1", reply_markup=ForceReply(input_field_placeholder="Number"))
    ask = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Contact", request_contact=True)]], resize_keyboard=True)
    await bot.send_message(anna.id, "2", reply_markup=ask)
    assert (await anna.private_chat())["reply_keyboard"]["keyboard"][0][0]["request_contact"] is True
    await bot.send_message(anna.id, "3", reply_markup=ReplyKeyboardRemove())
    assert (await anna.private_chat())["reply_keyboard"] is None
    photo = await bot.send_photo(anna.id, picture(), caption="<i>c</i>", show_caption_above_media=True)
    assert (photo.photo[-1].width, photo.caption_entities[0].type) == (40, "italic")
    await photo.edit_caption(caption="new")
    media = InputMediaDocument(media=BufferedInputFile(b"%PDF-1.4", "manual.pdf"), caption="m")
    changed = await bot.edit_message_media(media, chat_id=anna.id, message_id=photo.message_id)
    assert changed.document.file_name == "manual.pdf"
    await bot.send_document(anna.id, changed.document.file_id, caption="again")
    await bot.edit_message_reply_markup(
        chat_id=anna.id, message_id=changed.message_id, reply_markup=keyboard({"text": "x", "callback_data": "x"})
    )
    assert await bot.delete_message(anna.id, changed.message_id)
    assert await bot.delete_messages(anna.id, [answer.message_id, sent.message_id])


async def test_defaults_of_both_libraries_are_taken(chat: WebChat) -> None:
    import telegram.ext
    from aiogram.client.default import DefaultBotProperties

    anna = await chat.customer("Anna")
    async with open_aiogram(chat) as bot:
        bot.default = DefaultBotProperties(
            parse_mode="HTML",
            link_preview_is_disabled=True,
            protect_content=True,
            allow_sending_without_reply=True,
            show_caption_above_media=True,
        )
        lost = ReplyParameters(message_id=1)
        sent = await bot.send_message(anna.id, "https://shop.example.org", reply_parameters=lost)
        assert (sent.link_preview_options.is_disabled, sent.reply_to_message) == (True, None)
        assert (await sent.edit_text("new")).link_preview_options.is_disabled
        assert (await bot.send_photo(anna.id, picture(), caption="c")).show_caption_above_media
    async with open_ptb(chat) as ptb:
        ptb._defaults = telegram.ext.Defaults(
            parse_mode="HTML",
            disable_notification=True,
            link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
            protect_content=True,
            allow_sending_without_reply=True,
        )
        answer = await ptb.send_message(anna.id, "x", reply_to_message_id=1)
        assert (answer.has_protected_content, answer.reply_to_message) == (True, None)
        assert len(await ptb.send_media_group(anna.id, [telegram.InputMediaPhoto(png()) for _ in range(2)])) == 2


async def test_what_a_bot_tells_about_itself_is_kept_per_language_and_scope(chat: WebChat, bot: Any) -> None:
    anna, ben = await chat.customer("Anna", language_code="de"), await chat.customer("Ben", language_code="fr")
    await bot.set_my_commands([BotCommand(command="help", description="Help")])
    german = [BotCommand(command="hilfe", description="Hilfe")]
    await bot.set_my_commands(german, scope=BotCommandScopeAllPrivateChats(), language_code="de")
    assert [(await p.private_chat())["commands"][0]["command"] for p in (anna, ben)] == ["hilfe", "help"]
    own = [BotCommand(command="own", description="Only here")]
    await bot.set_my_commands(own, scope=BotCommandScopeChat(chat_id=anna.id))
    assert (await anna.private_chat())["commands"][0]["command"] == "own"
    await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=anna.id))
    kept = await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats(), language_code="de")
    assert [(command.command, command.description) for command in kept] == [("hilfe", "Hilfe")]
    await bot.set_my_description("Beschreibung", language_code="de")
    await bot.set_my_short_description("short")
    await bot.set_my_name("Bote DE", language_code="de")
    assert (await bot.get_my_description(language_code="de")).description == "Beschreibung"
    assert (await bot.get_my_short_description(language_code="de")).short_description == "short"
    assert [(await bot.get_my_name(language_code=code)).name for code in ("de", "fr")] == ["Bote DE", "Bote"]
    assert ((await anna.private_chat())["title"], (await ben.private_chat())["title"]) == ("Bote DE", "Bote")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button(chat_id=anna.id)).type == "commands"


async def test_an_album_arrives_as_one_and_its_files_can_be_downloaded(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer("Anna")
    media = [InputMediaPhoto(media=picture(10 + i, 10), caption="first" if not i else None) for i in range(3)]
    album = await bot.send_media_group(anna.id, media)
    assert len({message.media_group_id for message in album}) == 1
    file = await bot.get_file(album[2].photo[-1].file_id)
    assert (await bot.download_file(file.file_path)).read() == png(12, 10)
    shown = (await anna.reads())[-1]["photo"][0]
    async with chat.http.get(chat.url + shown["url"]) as response:
        assert (response.content_type, await response.read()) == ("image/png", png(12, 10))


@pytest.mark.filterwarnings("ignore:Please use 'Bot.")  # the project sends everything by do_api_request
async def test_a_message_an_upload_and_a_download_go_through_ptb(chat: WebChat, ptb: Any) -> None:
    import telegram

    await ptb.initialize()
    anna = await chat.customer("Anna")
    markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("More", callback_data="m")]])
    sent = await ptb.send_message(anna.id, "<b>Hi</b>", reply_markup=markup, disable_notification=False)
    assert sent.entities[0].type == "bold"
    await ptb.edit_message_text("Bye", anna.id, sent.message_id, disable_web_page_preview=True)
    reply = await ptb.send_document(anna.id, b"text", filename="a.txt", reply_to_message_id=sent.message_id)
    assert reply.reply_to_message.text == "Bye"
    file = await ptb.get_file(reply.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"text"
    photos = [telegram.InputMediaPhoto(png(20, 20)), telegram.InputMediaPhoto(png(21, 20), caption="c")]
    assert len(await ptb.send_media_group(anna.id, photos)) == 2
    await ptb.set_my_commands([telegram.BotCommand("help", "Help")], language_code="de")
    assert (await ptb.get_updates(timeout=0))[0].message.text == "/start"
    raw = await ptb.do_api_request("sendMessage", api_kwargs={"chat_id": anna.id, "text": "raw", "parse_mode": "HTML"})
    assert raw["text"] == "raw"


async def test_the_second_consumer_ends_the_first_ones_poll(chat: WebChat, bot: Any, ptb: Any) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.2)
    second = asyncio.create_task(ptb.get_updates(timeout=10))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await first
    third = asyncio.create_task(bot.get_updates(timeout=10))
    with pytest.raises(Conflict):
        await second
    await chat.customer()
    assert len(await third) == 1


async def test_updates_are_kept_until_confirmed_and_a_negative_offset_skips_old_ones(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer()
    for text in ("a", "b", "c"):
        await anna.says(text)
    texts = [update.message.text for update in await bot.get_updates()]
    assert texts == ["/start", "a", "b", "c"]
    assert len(await bot.get_updates(limit=2)) == 2
    (last,) = await bot.get_updates(offset=-1)
    assert last.message.text == "c"
    assert await bot.get_updates(offset=last.update_id + 1) == []


async def test_allowed_updates_are_remembered(chat: WebChat, bot: Any) -> None:
    anna = await chat.visitor()
    await bot.get_updates(allowed_updates=["edited_message"])
    message = await anna.says("a")
    await anna.edits(message["message_id"], "b")
    (update,) = await bot.get_updates()
    assert update.edited_message.text == "b"


async def test_faults_hit_the_calls_they_are_asked_for(chat: WebChat, bot: Any, ptb: Any) -> None:
    anna = await chat.customer()
    await chat.fault(method="sendMessage", error_code=500, times=2)
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await bot.send_message(anna.id, "x")
    assert await bot.send_message(anna.id, "x")
    await chat.fault(method="sendMessage", error_code=429, retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        await ptb.send_message(anna.id, "x")
    assert caught.value._retry_after.total_seconds() == 7
    await chat.fault(method="sendMessage", error_code=429, retry_after=3, chat_id=anna.id)
    with pytest.raises(TelegramRetryAfter, match="retry after 3"):
        await bot.send_message(anna.id, "x")
    await chat.fault(method="getMe", error_code=404)
    with pytest.raises(TelegramNotFound):
        await bot.get_me()


async def test_a_dropped_connection_leaves_the_bot_in_doubt(chat: WebChat, bot: Any, ptb: Any) -> None:
    anna = await chat.customer()
    await chat.fault(method="sendMessage", drop="before")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "not done")
    await chat.fault(method="sendMessage", drop=True)
    with pytest.raises(NetworkError):
        await ptb.send_message(anna.id, "done")
    assert [message["text"] for message in await anna.reads()] == ["/start", "done"]


async def test_a_restart_breaks_polls_and_keeps_the_state(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer()
    poll = asyncio.create_task(bot.get_updates(offset=2**31 - 1, timeout=10))
    await asyncio.sleep(0.2)
    await chat.fault(restart=True)
    with pytest.raises(TelegramNetworkError):
        await poll
    assert (await bot.send_message(anna.id, "still here")).text == "still here"
