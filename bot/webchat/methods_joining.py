"""Bot API methods for letting people into a group or channel: invite links, and requests to join."""

from __future__ import annotations

from typing import Any

from .calls import Call, Method
from .errors import bad_request, forbidden
from .joining import Asked, InviteLink, add_link, enter, link_view, revoke_link
from .state import Chat

Json = dict[str, Any]

NAME_LIMIT = 32
MOST_MEMBERS = 99_999


async def create_chat_invite_link(call: Call) -> Json:
    chat = _managed(call, "chat invite link")
    args = call.args
    name, limit, asks = args.get("name"), args.get("member_limit"), bool(args.get("creates_join_request"))
    if name and len(name) > NAME_LIMIT:
        raise bad_request(f"invite link name must have 0-{NAME_LIMIT} characters")
    if limit is not None and not 1 <= limit <= MOST_MEMBERS:
        raise bad_request("wrong member limit specified")
    if limit is not None and asks:
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    expire_date = args.get("expire_date")
    if expire_date is not None and expire_date <= call.room.now():
        raise bad_request("EXPIRE_DATE_INVALID")
    told: Json = {"name": name, "expire_date": expire_date, "member_limit": limit, "creates_join_request": asks}
    return link_view(add_link(chat, call.bot.as_user(), **told), chat)


async def revoke_chat_invite_link(call: Call) -> Json:
    chat = _managed(call, "chat invite link")
    link: InviteLink | None = chat.links.get(call.args["invite_link"])
    if link is None or link.is_revoked:
        raise bad_request("INVITE_HASH_EXPIRED")
    revoke_link(call.room, link)
    return link_view(link, chat)


async def approve_chat_join_request(call: Call) -> bool:
    chat, asked = _asked(call)
    enter(call.room, chat, asked.person, asked.link, by=call.bot.as_user())
    return True


async def decline_chat_join_request(call: Call) -> bool:
    chat, asked = _asked(call)
    del chat.asked[asked.person.id]
    return True


def _asked(call: Call) -> tuple[Chat, Asked]:
    chat, user_id = _managed(call, "chat join requests"), call.args["user_id"]
    if user_id in chat.members:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    asked: Asked | None = chat.asked.get(user_id)
    if asked is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return chat, asked


def _managed(call: Call, what: str) -> Chat:
    """The chat, if the bot is an administrator of it who may invite."""
    chat = call.chat()
    if chat.type == "private":
        raise bad_request("chat not found")
    if call.bot.id != chat.bot.id:
        raise forbidden("bot is not a member of the supergroup chat")
    if not (chat.bot_is_admin and chat.bot_may_invite):
        raise bad_request(f"not enough rights to manage {what}")
    return chat


METHODS: dict[str, Method] = {
    "createChatInviteLink": create_chat_invite_link,
    "revokeChatInviteLink": revoke_chat_invite_link,
    "approveChatJoinRequest": approve_chat_join_request,
    "declineChatJoinRequest": decline_chat_join_request,
}
