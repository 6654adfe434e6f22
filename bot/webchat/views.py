"""How chats and messages look to the page: Bot API objects with the few extras a messenger needs."""

from __future__ import annotations

from typing import Any

from .events import Event
from .files import KINDS
from .people import may_write
from .state import Bot, Chat, Chatroom, Person

Json = dict[str, Any]

PRIVATE_SCOPES = ("all_private_chats", "default")
GROUP_SCOPES = ("all_group_chats", "default")


def person_view(person: Person) -> Json:
    view: Json = {"id": person.id, "first_name": person.first_name, "language_code": person.language_code}
    for name in ("username", "about", "photo"):
        if value := getattr(person, name):
            view[name] = value
    return view


def chat_view(chat: Chat, person: Person) -> Json:
    """One chat in the person's list: commands and names already in their language."""
    bot = chat.bot
    last, pinned = chat.last_message(), chat.pinned_message()
    view: Json = {
        "id": chat.id,
        "type": chat.type,
        "title": bot.name_in(person.language_code) if chat.type == "private" else chat.title,
        "last_message": message_view(last, person, chat) if last else None,
        "pinned_message": message_view(pinned, person, chat) if pinned else None,
        "may_write": may_write(chat, person),
        "unread": chat.unread.get(person.id, 0),
        "blocked": chat.blocked,
        "bot": _bot_view(bot, person),
        "commands": commands_for(bot, chat, person),
        "reply_keyboard": chat.keyboard,
        "started": chat.started,
    }
    if bot.photo and chat.type == "private":
        view["photo"] = bot.photo
    if chat.type == "channel":
        view["subscribers"] = len(chat.members)
    if button := bot.menu_buttons.get(chat.id) or bot.menu_buttons.get(None):
        view["menu_button"] = button
    return view


def message_view(message: Json, person: Person, chat: Chat) -> Json:
    """The message as it stands, its files with an address this person's page can load.

    `is_silent`, `is_pinned` and `chosen_option_ids` (of a poll, by this person) are no part of a message at Telegram:
    there its own line to the apps tells them.
    """
    if number := message.get("ephemeral_message_id"):  # its place among the others; the page marks it
        return message | {"message_id": number, "is_whisper": True}
    marks = {"is_silent": chat.silent, "is_pinned": chat.pinned} if chat.type == "channel" else {}
    message = message | {mark: True for mark, ids in marks.items() if message["message_id"] in ids}
    if "poll" in message:
        chosen = chat.votes.get(message["message_id"], {}).get(person.id, ())
        return message | {"chosen_option_ids": list(chosen)}
    if "photo" in message:
        return message | {"photo": [_with_url(size, person) for size in message["photo"]]}
    return message | {kind: _with_url(message[kind], person) for kind in KINDS if kind in message}


def commands_for(bot: Bot, chat: Chat, person: Person) -> list[Json]:
    """The narrowest list of commands there is, in the person's language if there is one, as Telegram resolves it."""
    member = f"chat_member:{chat.id}:{person.id}"
    if chat.type == "channel":
        return []
    scopes = (f"chat:{chat.id}", *PRIVATE_SCOPES) if chat.id > 0 else (member, f"chat:{chat.id}", *GROUP_SCOPES)
    for scope in scopes:
        for language in (person.language_code, ""):
            if commands := bot.commands.get((scope, language)):
                return commands
    return []


def event_view(event: Event, room: Chatroom, person: Person) -> Json:
    """The data of one server-sent event."""
    match event.name:
        case "new" | "edited":
            chat, message = event.subject
            return _of(room, chat) | {"message": message_view(message, person, chat)}
        case "deleted":
            chat, message_ids = event.subject
            return _of(room, chat) | {"message_ids": message_ids}
        case "typing":
            chat, action = event.subject
            return _of(room, chat) | {"action": action, "name": chat.bot.name_in(person.language_code)}
        case "chat":
            return chat_view(event.subject, person)
        case _:
            return dict(event.subject)


def _of(room: Chatroom, chat: Chat) -> Json:
    return {"chat_id": chat.id} if len(room.bots) == 1 else {"chat_id": chat.id, "bot_id": chat.bot.id}


def _bot_view(bot: Bot, person: Person) -> Json:
    language = person.language_code
    view = {"id": bot.id, "username": bot.username, "first_name": bot.name_in(language)}
    if description := bot.descriptions.get(language) or bot.descriptions.get(""):
        view["description"] = description
    return view


def _with_url(file: Json, person: Person) -> Json:
    return file | {"url": f"/api/files/{file['file_id']}?user_id={person.id}"}
