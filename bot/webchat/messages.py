"""What can happen to a message, whoever does it: it is posted, edited, deleted, read.

A message is a Bot API Message object that is never changed in place: an edit puts a new object there, so that updates
and events already on their way keep showing what was true when they were made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .state import Bot, Chat, Chatroom, Person

Json = dict[str, Any]


def post_by_bot(
    room: Chatroom, chat: Chat, content: Json, *, keyboard: Json | None = None, silent: bool = False
) -> Json:
    """The bot says something; `keyboard` is a reply keyboard, its removal or a forced reply that comes with it."""
    message = _post(room, chat, chat.bot.as_user(), content)
    if silent:
        chat.silent.add(message["message_id"])
    if keyboard is not None:
        _set_keyboard(chat, keyboard, message["message_id"])
    for user_id in chat.members:
        chat.unread[user_id] = chat.unread.get(user_id, 0) + 1
        log = room.events.of(user_id)
        log.add("new", (chat, message))
        log.touch("chat", (chat.bot.id, chat.id), chat)
    return message


def whisper(room: Chatroom, chat: Chat, receiver: Person, content: Json) -> Json:
    """The bot says something that one member alone sees; it has no message id, and nobody can find it by one."""
    number = next(chat.message_ids)
    told = {"message_id": 0, "ephemeral_message_id": number, "receiver_user": receiver.as_user}
    told |= {"from": chat.bot.as_user(), "chat": chat.as_chat, "date": room.now(), **content}
    own = chat.whispered.setdefault(receiver.id, {})
    own[number] = told
    if len(own) > KEPT_WHISPERS:
        del own[next(iter(own))]
    room.events.of(receiver.id).add("new", (chat, told))
    return told


def post_by_person(room: Chatroom, chat: Chat, person: Person, content: Json) -> Json:
    """A person says something: everybody in the chat sees it, the bot gets an update if it may."""
    message = _post(room, chat, person.as_user, content)
    if chat.keyboard and chat.keyboard.get("force_reply"):
        chat.keyboard = None
    for user_id in chat.members:
        log = room.events.of(user_id)
        log.add("new", (chat, message))
        if user_id != person.id:
            chat.unread[user_id] = chat.unread.get(user_id, 0) + 1
        log.touch("chat", (chat.bot.id, chat.id), chat)
    if is_for_bot(chat, message):
        chat.bot.updates.add(update_kind(chat), message, chat.id)
    chat.started = True
    return message


def pin(room: Chatroom, chat: Chat, old: Json, sender: Json) -> Json:
    """Keep a message on top of the chat, and note that there; the bot hears of the note even when it pinned."""
    chat.pinned.add(old["message_id"])
    shown = {name: value for name, value in old.items() if name != "reply_to_message"}
    return note(room, chat, sender, {"pinned_message": shown})


def note(room: Chatroom, chat: Chat, sender: Json, content: Json) -> Json:
    """What happened in the chat, which everybody sees; the bot hears of it whatever its privacy mode."""
    told = _post(room, chat, sender, content)
    for user_id in chat.members:
        log = room.events.of(user_id)
        log.add("new", (chat, told))
        log.touch("chat", (chat.bot.id, chat.id), chat)
    chat.bot.updates.add(update_kind(chat), told, chat.id)
    return told


def unpin(room: Chatroom, chat: Chat, message_ids: Iterable[int]) -> None:
    """Take messages off the top of the chat."""
    chat.pinned.difference_update(message_ids)
    show_chat(room, chat)


def edit(room: Chatroom, chat: Chat, old: Json, content: Json) -> Json:
    """Put a message with other content in the place of `old`; returns it."""
    kept = {name: old[name] for name in KEPT_BY_EDITS if name in old}
    message = kept | {"edit_date": room.now()} | content
    chat.messages[old["message_id"]] = message
    for user_id in chat.members:
        room.events.of(user_id).add("edited", (chat, message))
    if message["message_id"] in chat.pinned:
        show_chat(room, chat)
    return message


def recount(room: Chatroom, chat: Chat, old: Json, poll: Json) -> Json:
    """Put new figures into a poll, which is no edit: nothing of what was said has changed."""
    message = chat.messages[old["message_id"]] = old | {"poll": poll}
    for user_id in chat.members:
        room.events.of(user_id).add("edited", (chat, message))
    return message


def delete(room: Chatroom, chat: Chat, message_ids: Iterable[int]) -> None:
    """Take messages away for everybody."""
    gone = [message_id for message_id in message_ids if chat.drop(message_id)]
    if not gone:
        return
    if chat.keyboard_message_id in gone:
        chat.keyboard = chat.keyboard_message_id = None
    for user_id in chat.members:
        log = room.events.of(user_id)
        log.add("deleted", (chat, gone))
        if chat.unread.get(user_id):
            _count_unread(chat, user_id)
        log.touch("chat", (chat.bot.id, chat.id), chat)


def read(room: Chatroom, chat: Chat, person: Person, message_id: int) -> int:
    """The person has seen everything up to `message_id`; returns how many messages are left unread."""
    chat.read_up_to[person.id] = max(message_id, chat.read_up_to.get(person.id, 0))
    _count_unread(chat, person.id)
    room.events.of(person.id).touch("chat", (chat.bot.id, chat.id), chat)
    return chat.unread[person.id]


def show_chat(room: Chatroom, chat: Chat) -> None:
    """Tell everybody in the chat that it looks different now (commands, keyboard, blocked)."""
    for user_id in chat.members:
        room.events.of(user_id).touch("chat", (chat.bot.id, chat.id), chat)


def show_bot(room: Chatroom, bot: Bot) -> None:
    for chat in bot.chats.values():
        show_chat(room, chat)


def update_kind(chat: Chat, *, edited: bool = False) -> str:
    """Under which name the bot gets a message of this chat."""
    kind = "channel_post" if chat.type == "channel" else "message"
    return f"edited_{kind}" if edited else kind


def sender_id(message: Json) -> int | None:
    """Who said it; None of a channel's post, which nobody says but the channel."""
    sender: int | None = message.get("from", {}).get("id")
    return sender


def is_for_bot(chat: Chat, message: Json) -> bool:
    """Whether the bot gets to see a person's message: in a group its privacy mode decides, as at Telegram."""
    if chat.type == "private" or chat.bot_is_admin or chat.bot.reads_all_group_messages:
        return True
    if message.get("reply_to_message", {}).get("from", {}).get("id") == chat.bot.id:
        return True
    text, name = message.get("text") or message.get("caption") or "", f"@{chat.bot.username}".lower()
    command = text.split(maxsplit=1)[0].lower() if text.startswith("/") else ""
    return bool(command and ("@" not in command or command.endswith(name))) or name in text.lower()


KEPT_WHISPERS = 100
KEPT_BY_EDITS = (
    "message_id",
    "from",
    "sender_chat",
    "chat",
    "date",
    "reply_to_message",
    "media_group_id",
    "has_protected_content",
)


def _post(room: Chatroom, chat: Chat, sender: Json, content: Json) -> Json:
    message = {
        "message_id": next(chat.message_ids),
        **({"sender_chat": chat.as_chat} if chat.type == "channel" else {"from": sender}),
        "chat": chat.as_chat,
        "date": room.now(),
        **content,
    }
    chat.keep(message)
    return message


def _set_keyboard(chat: Chat, keyboard: Json, message_id: int) -> None:
    if keyboard.get("remove_keyboard"):
        chat.keyboard = chat.keyboard_message_id = None
    else:
        chat.keyboard, chat.keyboard_message_id = keyboard, message_id


def _count_unread(chat: Chat, user_id: int) -> None:
    seen, unread = chat.read_up_to.get(user_id, 0), 0
    for message_id, message in reversed(chat.messages.items()):
        if message_id <= seen:
            break
        unread += sender_id(message) != user_id
    chat.unread[user_id] = unread
