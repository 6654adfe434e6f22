"""Bot API methods for text messages: send, edit, delete."""

from __future__ import annotations

from typing import Any

from . import messages
from .calls import Call, Method
from .errors import bad_request
from .markup import inline_keyboard, read_markup
from .state import Chat
from .texts import message_text

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current"
    " content and reply markup of the message"
)


async def send_message(call: Call) -> Json:
    text = message_text(call.args, call.find_user, too_long="message is too long")
    inline, keyboard = read_markup(call.args.get("reply_markup"))
    chat = call.writable_chat()
    content = call.reply(chat) | text | _preview(call) | call.options()
    return call.post(chat, with_markup(content, inline), keyboard=keyboard)


async def edit_message_text(call: Call) -> Json:
    text = message_text(call.args, call.find_user, too_long="MESSAGE_TOO_LONG")
    inline = inline_keyboard(call.args.get("reply_markup"))
    chat, old = message_to_edit(call)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    return change(call, chat, old, with_markup(text | _preview(call), inline))


async def edit_message_reply_markup(call: Call) -> Json:
    inline = inline_keyboard(call.args.get("reply_markup"))
    chat, old = message_to_edit(call)
    return change(call, chat, old, with_markup(content_of(old), inline))


async def delete_message(call: Call) -> bool:
    chat = call.chat()
    message = chat.messages.get(call.args["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if not _is_deletable(call, chat, message):
        raise bad_request("message can't be deleted for everyone")
    messages.delete(call.room, chat, [message["message_id"]])
    return True


async def delete_messages(call: Call) -> bool:
    chat = call.chat()
    wanted = call.args["message_ids"]
    if not 1 <= len(wanted) <= 100:
        raise bad_request("too many message identifiers specified" if wanted else MISSING_IDS)
    found = [chat.messages[message_id] for message_id in wanted if message_id in chat.messages]
    messages.delete(call.room, chat, [m["message_id"] for m in found if _is_deletable(call, chat, m)])
    return True


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
MISSING_IDS = "message identifiers are not specified"


def message_to_edit(call: Call) -> tuple[Chat, Json]:
    """The bot's own message that the call wants to change."""
    if "message_id" not in call.args:
        raise bad_request("message identifier is not specified")
    chat = call.writable_chat()
    message = chat.messages.get(call.args["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if chat.type != "channel" and messages.sender_id(message) != call.bot.id:
        raise bad_request("message can't be edited")
    return chat, message


def change(call: Call, chat: Chat, old: Json, content: Json) -> Json:
    """Edit, unless nothing would change: Telegram refuses that, and so do we."""
    if content_of(old) | _markup_of(old) == content:
        raise bad_request(NOT_MODIFIED)
    return messages.edit(call.room, chat, old, content)


def content_of(message: Json) -> Json:
    """What a message says, without who, when and its keyboard."""
    outside = {*messages.KEPT_BY_EDITS, "edit_date", "reply_markup"}
    return {name: value for name, value in message.items() if name not in outside}


def with_markup(content: Json, inline: Json | None) -> Json:
    return content | {"reply_markup": inline} if inline else content


def _markup_of(message: Json) -> Json:
    return {"reply_markup": message["reply_markup"]} if "reply_markup" in message else {}


def _preview(call: Call) -> Json:
    options = call.args.get("link_preview_options")
    if options is None and call.args.get("disable_web_page_preview"):
        options = {"is_disabled": True}
    return {"link_preview_options": options} if options else {}


def _is_deletable(call: Call, chat: Chat, message: Json) -> bool:
    if call.room.now() - message["date"] > DELETABLE_SECONDS:
        return False
    return chat.type == "private" or chat.bot_is_admin or messages.sender_id(message) == call.bot.id
