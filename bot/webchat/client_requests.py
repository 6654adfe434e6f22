"""Reads what the page and scripts ask for, and says in a sentence what is wrong with it."""

from __future__ import annotations

import json
import re
from typing import Any

from aiohttp import web

from .arguments import whole_json
from .errors import ClientError
from .state import Chat, Chatroom, Person

Json = dict[str, Any]

WHOLE_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)
NUMBER_BITS = 63
LONGEST_TEXT = 100_000


async def read_json(request: web.Request) -> Json:
    """The request's JSON object."""
    try:
        body = whole_json(await request.read() or b"{}")
    except (ValueError, RecursionError):
        raise ClientError(400, "The body is not JSON.") from None
    if not isinstance(body, dict):
        raise ClientError(400, "The body must be a JSON object.")
    return body


def find_person(room: Chatroom, fields: Any) -> Person:
    """The person whose seat is taken: `user_id` in the body or the query."""
    user_id = number(fields, "user_id")
    person = room.persons.get(user_id) if user_id is not None else None
    if person is None:
        raise ClientError(404, "There is no such user: take a user_id from GET /api/users.")
    return person


def find_chat(room: Chatroom, request: web.Request, fields: Any) -> tuple[Person, Chat]:
    """The person and the chat of the path; with several bots `bot_id` says whose chat is meant."""
    person = find_person(room, fields)
    chat_id = number(request.match_info, "chat_id")
    bot_id = number(fields, "bot_id")
    if bot_id is None:
        bot_id = number(request.query, "bot_id")
    for chat in room.chats_of(person):
        if chat.id == chat_id and bot_id in {None, chat.bot.id}:
            return person, chat
    raise ClientError(404, "There is no such chat: take a chat_id from GET /api/chats.")


def number(fields: Any, name: str) -> int | None:
    """A whole number, also as text (forms, queries); None when it is left out."""
    value = fields.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value):
        return int(value)
    if type(value) is not int or value.bit_length() > NUMBER_BITS:
        raise ClientError(400, f"{name} must be a whole number.")
    return value


def needed_number(fields: Any, name: str) -> int:
    value = number(fields, name)
    if value is None:
        raise ClientError(400, f"{name} is missing.")
    return value


def text_of(fields: Any, name: str, default: str | None = None) -> str:
    """A text; raises when it is missing and there is no default."""
    value = fields.get(name, default)
    if not isinstance(value, str):
        raise ClientError(400, f"{name} must be a text.")
    if len(value) > LONGEST_TEXT or "\0" in value:
        raise ClientError(400, f"{name} is too long, or holds what is no character.")
    return value


def flag_of(fields: Any, name: str) -> bool:
    value = fields.get(name)
    if not isinstance(value, bool):
        raise ClientError(400, f"{name} must be true or false.")
    return value


def object_of(fields: Any, name: str) -> Json:
    """An object, in a form as JSON text."""
    value = fields.get(name)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            value = None
    if not isinstance(value, dict):
        raise ClientError(400, f"{name} must be an object.")
    return value
