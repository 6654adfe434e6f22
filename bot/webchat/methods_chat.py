"""Bot API methods around a chat: look at it, show that somebody types, answer a tap."""

from __future__ import annotations

import re
from typing import Any

from .calls import Call, Method, without_reply
from .errors import bad_request
from .state import Chat
from .taps import TapAnswer

Json = dict[str, Any]

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
ANSWER_LIMIT = 200
RIGHTS = ("can_manage_chat", "can_delete_messages", "can_invite_users")
NO_RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_video_chats", "can_restrict_members", "can_promote_members"),
    *("can_change_info", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages"),
)


async def get_me(call: Call) -> Json:
    bot = call.bot
    return bot.as_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": bot.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_chat(call: Call) -> Json:
    chat = call.chat()
    full = chat.as_chat | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    if chat.type == "private":
        return full | ({"active_usernames": [full["username"]]} if "username" in full else {})
    pinned = chat.pinned_message()
    full |= {"pinned_message": without_reply(pinned)} if pinned else {}
    if chat.type == "channel":
        return full
    return full | {"permissions": {"can_send_messages": True}, "has_visible_history": True}


async def get_chat_member(call: Call) -> Json:
    chat, user_id = call.chat(), call.args["user_id"]
    if user_id == call.bot.id:
        return {"user": call.bot.as_user()} | _standing_of_bot(chat)
    person = call.room.persons.get(user_id)
    if person is None:
        raise bad_request("user not found")
    if user_id in chat.owners:
        return {"user": person.as_user, "status": "creator", "is_anonymous": False}
    return {"user": person.as_user, "status": "member" if user_id in chat.members else "left"}


async def send_chat_action(call: Call) -> bool:
    action = call.args["action"].lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = call.writable_chat()
    for user_id in chat.members if chat.type != "channel" else ():
        call.room.events.of(user_id).typing((chat, action))
    return True


async def answer_callback_query(call: Call) -> bool:
    tap = call.room.taps.find(call.args["callback_query_id"], call.bot)
    if tap is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = call.args.get("text")
    if text and len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.args.get("url")
    if url and not re.match(rf"https?://t\.me/{re.escape(call.bot.username)}\?start=", url, re.IGNORECASE):
        raise bad_request("URL_INVALID")
    tap.answer(TapAnswer(text=text, show_alert=bool(call.args.get("show_alert")), url=url))
    return True


def _standing_of_bot(chat: Chat) -> Json:
    if not chat.bot_is_admin:
        return {"status": "member"}
    may = chat.bot_may_post if chat.type == "channel" else True
    rights = dict.fromkeys(RIGHTS, True) | dict.fromkeys(NO_RIGHTS, False) | {"can_invite_users": chat.bot_may_invite}
    own = {"can_post_messages": may, "can_edit_messages": may} if chat.type == "channel" else {"can_pin_messages": True}
    return {"status": "administrator"} | rights | own


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
}
NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
