"""Every refusal reaches both libraries as their own exception, in Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BufferedInputFile,
)
from telegram.error import BadRequest, Forbidden, InvalidToken

from tests.support.messages import keyboard, picture
from tests.support.webchat import TOKEN, WebChat, open_aiogram, open_ptb, png

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as"
    " a current content and reply markup of the message"
)


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
    ("sendVoice", {}, "there is no voice in the request"),
    ("sendVideoNote", {"video_note": "nothing"}, "wrong file identifier/HTTP URL specified"),
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
