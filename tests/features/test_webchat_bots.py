"""Both libraries talk to the web chat as to Telegram and get their own exceptions for its refusals."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from tests.support.webchat import TOKEN, WebChat, open_aiogram, open_ptb, open_webchat, png

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as"
    " a current content and reply markup of the message"
)


def keyboard(*buttons: dict[str, Any]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(**button)] for button in buttons])


def picture(width: int = 40, height: int = 30) -> BufferedInputFile:
    return BufferedInputFile(png(width, height), "picture.png")


@pytest.fixture
async def chat() -> AsyncIterator[WebChat]:
    async with open_webchat() as opened:
        yield opened


@pytest.fixture
async def bot(chat: WebChat) -> AsyncIterator[Any]:
    async with open_aiogram(chat) as opened:
        yield opened


@pytest.fixture
async def ptb(chat: WebChat) -> AsyncIterator[Any]:
    async with open_ptb(chat) as opened:
        yield opened


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


BUTTONS = {"text": "B"}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "😀" * 2049}, "message is too long"),
    ("sendMessage", {"text": " \n "}, "message text is empty"),
    ("sendMessage", {"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ("sendMessage", {"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
    ("sendMessage", {"text": "x", "chat_id": 99}, "chat not found"),
    ("sendMessage", {"text": "x", "chat_id": "@nobody"}, "chat not found"),
    ("sendMessage", {"text": "x", "txet": "y"}, 'unknown parameter "txet" of method sendMessage'),
    (
        "sendMessage",
        {"text": "x", "disable_notification": "maybe"},
        'field "disable_notification" must be of type Boolean',
    ),
    ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
    ("sendMessage", {"text": "x", "reply_markup": [BUTTONS | {"callback_data": "x" * 65}]}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": [BUTTONS | {"callback_data": "ä" * 33}]}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": [BUTTONS | {"callback_data": ""}]}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": [BUTTONS | {"callback_data": "x"}] * 101}, "REPLY_MARKUP_TOO_LONG"),
    ("sendMessage", {"text": "x", "reply_markup": [BUTTONS | {"copy_text": {"text": ""}}]}, "BUTTON_COPY_TEXT_INVALID"),
    (
        "sendMessage",
        {"text": "x", "reply_markup": [BUTTONS]},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": [BUTTONS | {"url": "ftp://a.example.org"}]},
        "inline keyboard button URL 'ftp://a.example.org' is invalid: Unsupported URL protocol",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": [BUTTONS | {"data": "x"}]},
        'unknown field "data" of InlineKeyboardButton in inline_keyboard',
    ),
    ("editMessageText", {"text": "x", "message_id": 1}, "message to edit not found"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"text": "x" * 4097, "message_id": 1}, "MESSAGE_TOO_LONG"),
    ("deleteMessage", {"message_id": 1}, "message to delete not found"),
    ("sendPhoto", {}, "there is no photo in the request"),
    ("sendPhoto", {"photo": "AgACnothing"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"photo": "x", "caption": "x" * 1025}, "message caption is too long"),
    ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}]}, "too few messages to send as an album"),
    ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}] * 11}, "too many messages to send as an album"),
    ("getFile", {"file_id": "nothing"}, "invalid file_id"),
    ("sendChatAction", {"action": "dance"}, "wrong parameter action in request"),
    ("setMyCommands", {"commands": [{"command": "Help", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("setWebhook", {"url": "http://shop.example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    (
        "setWebhook",
        {"url": "https://shop.example.org/hook", "secret_token": "with space"},
        "secret token contains unallowed characters",
    ),
]


@pytest.mark.parametrize(("method", "params", "complaint"), REFUSED, ids=[f"{m}: {c[:40]}" for m, _, c in REFUSED])
async def test_a_refusal_has_telegrams_words(
    chat: WebChat, method: str, params: dict[str, Any], complaint: str
) -> None:
    anna = await chat.customer()
    if isinstance(params.get("reply_markup"), list):
        params = params | {"reply_markup": {"inline_keyboard": [[button] for button in params["reply_markup"]]}}
    without_chat = {"getFile", "answerCallbackQuery", "setMyCommands", "setWebhook"}
    target = {} if method in without_chat else {"chat_id": anna.id}
    answer = await chat.call(method, **(target | params))
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {complaint}"}


async def test_both_libraries_raise_bad_request_for_a_400(chat: WebChat, bot: Any, ptb: Any) -> None:
    anna = await chat.customer()
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(anna.id, "x" * 4097)
    with pytest.raises(BadRequest, match="Message is too long"):
        await ptb.send_message(anna.id, "x" * 4097)
    with pytest.raises(TelegramBadRequest, match="can't parse entities: Unsupported start tag"):
        await bot.send_message(anna.id, "a < b")
    with pytest.raises(BadRequest, match="Can't parse entities: unsupported start tag"):
        await ptb.send_message(anna.id, "a < b")


async def test_an_edit_that_changes_nothing_is_refused(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer()
    markup = keyboard({"text": "A", "callback_data": "a"})
    sent = await bot.send_message(anna.id, "<b>x</b> ", reply_markup=markup)
    with pytest.raises(TelegramBadRequest, match="message is not modified") as caught:
        await sent.edit_text("<b>x</b>", reply_markup=markup)
    assert caught.value.message == NOT_MODIFIED
    assert (await sent.edit_text("x", reply_markup=markup)).entities is None
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(chat_id=anna.id, message_id=sent.message_id, reply_markup=markup)


async def test_an_edit_of_the_wrong_kind_of_message_is_refused(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer()
    photo, text = await bot.send_photo(anna.id, picture()), await bot.send_message(anna.id, "x")
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("y", chat_id=anna.id, message_id=photo.message_id)
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await bot.edit_message_caption(caption="y", chat_id=anna.id, message_id=text.message_id)
    hers = await anna.says("mine")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("y", chat_id=anna.id, message_id=hers["message_id"])


async def test_a_photo_must_be_one_and_not_too_big(chat: WebChat, bot: Any) -> None:
    anna = await chat.customer()
    for data, complaint in (
        (b"GIF8", "IMAGE_PROCESS_FAILED"),
        (png() + bytes(10 * 1024 * 1024), "is too big for a photo; the maximum size is 10485760 bytes"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
    ):
        with pytest.raises(TelegramBadRequest, match=complaint):
            await bot.send_photo(anna.id, BufferedInputFile(data, "x.png"))
    document = await bot.send_document(anna.id, BufferedInputFile(png(), "x.png"))
    with pytest.raises(TelegramBadRequest, match="can't use file of type Document as Photo"):
        await bot.send_photo(anna.id, document.document.file_id)


async def test_who_never_wrote_or_blocked_the_bot_cannot_be_written_to(chat: WebChat, bot: Any, ptb: Any) -> None:
    stranger, anna = await chat.visitor(), await chat.customer()
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "x")
    await anna.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "x")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(anna.id, "x")
    assert [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member] == ["kicked"]
    await anna.blocks(blocked=False)
    assert (await bot.send_message(anna.id, "x")).text == "x"


async def test_a_wrong_token_is_unauthorized_and_a_wrong_method_not_found(chat: WebChat) -> None:
    async with open_aiogram(chat, "77:wrong") as stranger:
        with pytest.raises(TelegramUnauthorizedError, match="Unauthorized"):
            await stranger.get_me()
    async with open_ptb(chat, "77:wrong") as ptb_stranger:
        with pytest.raises(InvalidToken):
            await ptb_stranger.get_me()
    assert await chat.call("getMoon") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    assert (await chat.call("GETME"))["ok"]
    async with chat.http.get(f"{chat.url}/bot{TOKEN}") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")


async def test_parameters_may_come_by_query_form_and_json(chat: WebChat) -> None:
    anna = await chat.customer()
    url = f"{chat.url}/bot{TOKEN}/sendMessage"
    async with chat.http.get(url, params={"chat_id": anna.id, "text": "query"}) as response:
        assert (await response.json())["result"]["text"] == "query"
    async with chat.http.post(url, params={"chat_id": anna.id}, data={"text": "form"}) as response:
        assert (await response.json())["result"]["text"] == "form"
    async with chat.http.post(url, data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400


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
