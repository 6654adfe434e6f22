"""Bot API methods that keep a message on top of a chat."""

from __future__ import annotations

from . import messages
from .calls import Call, Method
from .errors import bad_request
from .state import Chat


async def pin_chat_message(call: Call) -> bool:
    chat = _chat(call)
    message = chat.messages.get(call.args["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    if message["message_id"] not in chat.pinned:
        messages.pin(call.room, chat, message, call.bot.as_user())
    return True


async def unpin_chat_message(call: Call) -> bool:
    """Without a message the newest of those that are pinned."""
    chat = _chat(call)
    newest = chat.pinned_message()
    wanted = call.args.get("message_id", newest["message_id"] if newest else None)
    if wanted not in chat.messages:
        raise bad_request("message to unpin not found")
    messages.unpin(call.room, chat, [wanted])
    return True


async def unpin_all_chat_messages(call: Call) -> bool:
    chat = _chat(call)
    messages.unpin(call.room, chat, list(chat.pinned))
    return True


METHODS: dict[str, Method] = {
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}


def _chat(call: Call) -> Chat:
    chat = call.writable_chat()
    if chat.type == "supergroup" and not chat.bot_is_admin:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
