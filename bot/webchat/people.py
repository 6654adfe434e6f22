"""What a person can do in a chat: write, send files, share a contact, change their mind, tap, block the bot."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

from . import messages
from .calls import without_reply
from .entities import utf16_length
from .errors import ClientError
from .files import Kind, Upload
from .images import read_picture
from .markup import has_button
from .media import PHOTO_BYTES
from .state import Chat, Chatroom, Person
from .texts import CAPTION_LIMIT, TEXT_LIMIT, as_caption, typed_text

Json = dict[str, Any]

TAP_SECONDS = 10.0
ALBUM_LIMIT = 10


def write(room: Chatroom, chat: Chat, person: Person, text: str, reply_to: int | None = None) -> Json:
    """The person sends a text of 1 to 4,096 characters."""
    content = _text(text, TEXT_LIMIT)
    if not content:
        raise ClientError(400, "A message needs some text.")
    return _post(room, chat, person, _reply(chat, reply_to) | content)


def share_contact(room: Chatroom, chat: Chat, person: Person, contact: Json, reply_to: int | None = None) -> Json:
    """The person shares a contact: their own, if its `user_id` is theirs, or somebody else's."""
    phone, name = contact.get("phone_number"), contact.get("first_name")
    if not isinstance(phone, str) or not phone or not isinstance(name, str) or not name:
        raise ClientError(400, "A contact needs a phone_number and a first_name.")
    shown: Json = {"phone_number": phone, "first_name": name}
    if type(contact.get("user_id")) is int:
        shown["user_id"] = contact["user_id"]
    return _post(room, chat, person, _reply(chat, reply_to) | {"contact": shown})


def send_files(
    room: Chatroom,
    chat: Chat,
    person: Person,
    uploads: list[Upload],
    caption: str,
    reply_to: int | None = None,
    kind: Kind | None = None,
) -> list[Json]:
    """The person sends files: pictures as photos, films as videos, several as an album, the caption on the first.

    `kind` is what their app says they are: a voice message looks like any other sound.
    """
    if len(uploads) > ALBUM_LIMIT:
        raise ClientError(400, f"At most {ALBUM_LIMIT} files can be sent at once.")
    if any(not upload.data for upload in uploads):
        raise ClientError(400, "An empty file cannot be sent.")
    kinds = [kind or _kind(upload) for upload in uploads]
    if "document" in kinds:  # an album mixes photos with videos and with nothing else
        kinds = ["document"] * len(uploads)
    album = {"media_group_id": str(secrets.randbelow(10**17))} if len(uploads) > 1 else {}
    words = as_caption(_text(caption, CAPTION_LIMIT))
    reply = _reply(chat, reply_to)
    sent = []
    for upload, each in zip(uploads, kinds, strict=True):
        file = room.files.add(upload, each)
        sent.append(_post(room, chat, person, reply | album | file.as_content() | words))
        words = {}
    return sent


def edit_text(room: Chatroom, chat: Chat, person: Person, message_id: int, text: str) -> Json:
    """The person corrects a text of their own; the bot gets an edited_message."""
    old = _own(chat, person, message_id)
    if "text" not in old:
        raise ClientError(400, "Only a text message can be edited.")
    content = _text(text, TEXT_LIMIT)
    if not content:
        raise ClientError(400, "A message needs some text; delete it instead.")
    if all(old.get(name) == content.get(name) for name in ("text", "entities")):
        return old
    message = messages.edit(room, chat, old, content)
    if messages.is_for_bot(chat, message):
        chat.bot.updates.add(messages.update_kind(chat, edited=True), message, chat.id)
    return message


def delete_message(room: Chatroom, chat: Chat, person: Person, message_id: int) -> None:
    """Gone on both sides: in a private chat any message, in a group the person's own."""
    if chat.type != "private":
        _own(chat, person, message_id)
    messages.delete(room, chat, [_message(chat, message_id)["message_id"]])


def pin(room: Chatroom, chat: Chat, person: Person, message_id: int) -> Json:
    """The person pins a message; Telegram notes that in the chat, and the bot hears of it as of any message."""
    if chat.type != "private":
        raise ClientError(400, "Here messages can be pinned in private chats only.")
    _may_write(chat, person)
    return messages.pin(room, chat, _message(chat, message_id), person.as_user)


async def tap(room: Chatroom, chat: Chat, person: Person, message_id: int, data: str) -> Json:
    """The person taps an inline button; the callback's answer, or {"answered": False} after 10 s."""
    message = _message(chat, message_id)
    if not has_button(message, data):
        raise ClientError(404, "The message has no such button any more.")
    _is_not_blocked(chat)
    waiting = room.taps.make(chat, person, message, data)
    try:
        async with asyncio.timeout(TAP_SECONDS):
            return (await waiting.future).as_json()
    except TimeoutError:
        return {"answered": False}


def set_blocked(room: Chatroom, chat: Chat, person: Person, *, blocked: bool) -> None:
    """The person blocks or unblocks the bot, which is told so."""
    if chat.type != "private":
        raise ClientError(400, "A bot can be blocked in its private chat only.")
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    member = {"user": chat.bot.as_user(), "status": "member"}
    banned = {"user": chat.bot.as_user(), "status": "kicked", "until_date": 0}
    old, new = (member, banned) if blocked else (banned, member)
    change = {"chat": chat.as_chat, "from": person.as_user, "date": room.now()}
    change |= {"old_chat_member": old, "new_chat_member": new}
    chat.bot.updates.add("my_chat_member", change, chat.id)
    messages.show_chat(room, chat)


def may_write(chat: Chat, person: Person) -> bool:
    """Whether the chat takes messages of theirs: in a channel its owners post, and everybody else reads."""
    return chat.type != "channel" or person.id in chat.owners


def _post(room: Chatroom, chat: Chat, person: Person, content: Json) -> Json:
    _may_write(chat, person)
    return messages.post_by_person(room, chat, person, content)


def _may_write(chat: Chat, person: Person) -> None:
    _is_not_blocked(chat)
    if not may_write(chat, person):
        raise ClientError(403, "In this channel its owners alone may write.")


def _is_not_blocked(chat: Chat) -> None:
    if chat.blocked:
        raise ClientError(409, "You have blocked this bot; unblock it to write to it.")


def _text(text: str, limit: int) -> Json:
    if utf16_length(text) > limit:
        raise ClientError(400, f"The text is too long: {limit:,} characters are allowed. Send it in parts.")
    return typed_text(text)


def _reply(chat: Chat, message_id: int | None) -> Json:
    if message_id is None:
        return {}
    return {"reply_to_message": without_reply(_message(chat, message_id))}


def _message(chat: Chat, message_id: int) -> Json:
    message = chat.messages.get(message_id)
    if message is None:
        raise ClientError(404, "The message is gone.")
    return message


def _own(chat: Chat, person: Person, message_id: int) -> Json:
    message = _message(chat, message_id)
    is_own = person.id in chat.owners if chat.type == "channel" else messages.sender_id(message) == person.id
    if not is_own:
        raise ClientError(403, "Only your own messages can be changed.")
    return message


def _kind(upload: Upload) -> Kind:
    if upload.mime.startswith("video/"):
        return "video"
    return "photo" if len(upload.data) <= PHOTO_BYTES and read_picture(upload.data) is not None else "document"
