"""Ways into a group or channel: invite links, requests that an administrator answers, coming in and leaving."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Any, Literal

from . import messages
from .errors import ClientError
from .state import Bot, Chat, Chatroom, Person

Json = dict[str, Any]

# How long a bot may write to somebody who asks to join, without having been started.
CONTACT_SECONDS = 300.0


@dataclass(slots=True)
class InviteLink:
    """An address that lets people in, or lets them ask. `members` came by it and are still there."""

    address: str
    creator: Json
    name: str | None = None
    expire_date: int | None = None
    member_limit: int | None = None
    creates_join_request: bool = False
    is_revoked: bool = False
    members: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that waits; `at` is monotonic."""

    person: Person
    link: InviteLink
    at: float


def add_link(
    chat: Chat,
    creator: Json,
    *,
    name: str | None = None,
    expire_date: int | None = None,
    member_limit: int | None = None,
    creates_join_request: bool = False,
) -> InviteLink:
    """A new link into the chat, of one of its administrators."""
    address = f"https://t.me/+{secrets.token_urlsafe(12)}"
    link = InviteLink(address, creator, name, expire_date, member_limit, creates_join_request)
    chat.links[address] = link
    return link


def revoke_link(room: Chatroom, link: InviteLink) -> None:
    """It leads nowhere from now on."""
    link.is_revoked, link.expire_date = True, room.now()


def follow_link(room: Chatroom, person: Person, address: str) -> tuple[Chat, Literal["joined", "asked"]]:
    """The person opens a link: they are in, or have asked to be let in."""
    chat, link = _find(room, address)
    if person.id in chat.members:
        return chat, "joined"
    is_full = link.member_limit is not None and len(link.members) >= link.member_limit
    is_over = link.expire_date is not None and link.expire_date <= room.now()
    if link.is_revoked or is_over or is_full:
        raise ClientError(410, "This link has expired.")
    if not link.creates_join_request:
        enter(room, chat, person, link, by=person.as_user)
        return chat, "joined"
    if person.id not in chat.asked:
        chat.asked[person.id] = Asked(person, link, time.monotonic())
        _tell_of_request(room, chat, person, link)
    return chat, "asked"


def enter(room: Chatroom, chat: Chat, person: Person, link: InviteLink, *, by: Json) -> None:
    """They are a member: everybody sees it, the bot hears it."""
    is_let_in = chat.asked.pop(person.id, None) is not None
    chat.members[person.id] = person
    link.members.add(person.id)
    told = {"invite_link": link_view(link, chat)} | ({"via_join_request": True} if is_let_in else {})
    _tell_of_member(room, chat, person, by, ("left", "member"), told)
    if chat.type != "channel":
        messages.note(room, chat, person.as_user, {"new_chat_members": [person.as_user]})
    messages.show_chat(room, chat)


def leave(room: Chatroom, chat: Chat, person: Person) -> None:
    """They are a member no more; the place on their link is free again."""
    if chat.type == "private":
        raise ClientError(400, "A private chat cannot be left.")
    del chat.members[person.id]
    for link in chat.links.values():
        link.members.discard(person.id)
    _tell_of_member(room, chat, person, person.as_user, ("member", "left"), {})
    if chat.type != "channel":
        messages.note(room, chat, person.as_user, {"left_chat_member": person.as_user})


def may_write_to(bot: Bot, user_id: int) -> bool:
    """Whether somebody who has not started the bot asks to join and may be answered."""
    asked = (chat.asked.get(user_id) for chat in bot.chats.values())
    return any(each is not None and time.monotonic() - each.at < CONTACT_SECONDS for each in asked)


def link_view(link: InviteLink, chat: Chat) -> Json:
    """A ChatInviteLink."""
    view: Json = {
        "invite_link": link.address,
        "creator": link.creator,
        "creates_join_request": link.creates_join_request,
        "is_primary": False,
        "is_revoked": link.is_revoked,
    }
    optional = {"name": link.name, "expire_date": link.expire_date, "member_limit": link.member_limit}
    view |= {name: value for name, value in optional.items() if value is not None}
    waiting = sum(each.link is link for each in chat.asked.values())
    return view | ({"pending_join_request_count": waiting} if waiting else {})


def _find(room: Chatroom, address: str) -> tuple[Chat, InviteLink]:
    for bot in room.bots.values():
        for chat in bot.chats.values():
            if address in chat.links:
                return chat, chat.links[address]
    raise ClientError(404, "There is no such invite link.")


def _tell_of_request(room: Chatroom, chat: Chat, person: Person, link: InviteLink) -> None:
    """Administrators with the right to invite are told; of bots' chats that is the one bot."""
    if not (chat.bot_is_admin and chat.bot_may_invite):
        return
    request = {"chat": chat.as_chat, "from": person.as_user, "user_chat_id": person.id, "date": room.now()}
    request |= {"bio": person.about} if person.about else {}
    chat.bot.updates.add("chat_join_request", request | {"invite_link": link_view(link, chat)}, chat.id)


def _tell_of_member(
    room: Chatroom, chat: Chat, person: Person, by: Json, standings: tuple[str, str], told: Json
) -> None:
    """Only administrators hear of it, and only those who have asked for this kind of update."""
    if not chat.bot_is_admin:
        return
    old, new = ({"user": person.as_user, "status": status} for status in standings)
    change = {"chat": chat.as_chat, "from": by, "date": room.now(), "old_chat_member": old, "new_chat_member": new}
    chat.bot.updates.add("chat_member", change | told, chat.id)
