"""The people's door: chats, messages, taps and files for the page and for scripts."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any
from urllib.parse import quote

from aiohttp import web

from . import joining, messages, people, polls
from .arguments import read_many_parts
from .client_requests import find_chat, find_person, flag_of, needed_number, number, object_of, read_json, text_of
from .errors import ApiError, ClientError
from .files import KINDS, Kind, Upload
from .state import Chatroom
from .views import chat_view, message_view, person_view

Json = dict[str, Any]

USER_TEXTS = {
    "language_code": re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}"),
    "username": re.compile(r"[A-Za-z][A-Za-z0-9_]{2,31}"),
    "about": re.compile(r"[^\n]{0,200}"),
}
USER_FIELDS = {"first_name", "id", *USER_TEXTS}
PAGE_OF_MESSAGES, MOST_MESSAGES = 100, 1_000
# A file somebody sent must never run as a page of ours.
FILE_HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=86400",
}


class ClientApi:
    """Handlers under /api."""

    def __init__(self, room: Chatroom) -> None:
        self.room = room

    def routes(self) -> list[web.RouteDef]:
        chat = "/api/chats/{chat_id}"
        return [
            web.get("/api/users", self.list_users),
            web.post("/api/users", self.add_user),
            web.get("/api/chats", self.list_chats),
            web.get(f"{chat}/messages", self.list_messages),
            web.post(f"{chat}/messages", self.post_message),
            web.patch(f"{chat}/messages/{{message_id}}", self.edit_message),
            web.delete(f"{chat}/messages/{{message_id}}", self.delete_message),
            web.post(f"{chat}/taps", self.tap),
            web.post(f"{chat}/pins", self.pin),
            web.post(f"{chat}/votes", self.vote),
            web.post(f"{chat}/read", self.read),
            web.post(f"{chat}/block", self.block),
            web.delete(f"{chat}/members", self.leave),
            web.post("/api/joins", self.join),
            web.get("/api/files/{file_id}", self.download),
        ]

    async def list_users(self, _request: web.Request) -> web.Response:
        return web.json_response([person_view(person) for person in self.room.persons.values()])

    async def add_user(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        if unknown := set(fields) - USER_FIELDS:
            raise ClientError(400, f"A user has no {', '.join(sorted(unknown))}.")
        first_name = text_of(fields, "first_name").strip()
        if not 1 <= len(first_name) <= 64:
            raise ClientError(400, "first_name must have 1 to 64 characters.")
        texts = {name: text_of(fields, name) for name in USER_TEXTS if fields.get(name) is not None}
        for name, text in texts.items():
            if not USER_TEXTS[name].fullmatch(text):
                raise ClientError(400, f"{name} is not one: it must match {USER_TEXTS[name].pattern}")
        try:
            person = self.room.add_user(first_name, id=number(fields, "id"), **texts)
        except ValueError:
            raise ClientError(409, "This id is taken or is no user id: choose another or leave it out.") from None
        return web.json_response(person_view(person), status=201)

    async def list_chats(self, request: web.Request) -> web.Response:
        person = find_person(self.room, request.query)
        return web.json_response([chat_view(chat, person) for chat in self.room.chats_of(person)])

    async def list_messages(self, request: web.Request) -> web.Response:
        person, chat = find_chat(self.room, request, request.query)
        after, before = number(request.query, "after"), number(request.query, "before")
        limit = min(max(number(request.query, "limit") or PAGE_OF_MESSAGES, 1), MOST_MESSAGES)
        whispered = chat.whispered.get(person.id, {})  # seen by nobody else
        kept = dict(sorted((chat.messages | whispered).items())) if whispered else chat.messages
        found = _newest_first(kept, after, before)
        chosen = list(found)[::-1][:limit] if after is not None else list(islice(found, limit))[::-1]
        return web.json_response([message_view(message, person, chat) for message in chosen])

    async def post_message(self, request: web.Request) -> web.Response:
        fields, uploads = await _posted(request)
        person, chat = find_chat(self.room, request, fields)
        reply_to = number(fields, "reply_to_message_id")
        if uploads:
            words = fields.get("caption") or fields.get("text") or ""
            sent = people.send_files(self.room, chat, person, uploads, words, reply_to, _kind_of(fields))
        elif fields.get("contact"):
            sent = [people.share_contact(self.room, chat, person, object_of(fields, "contact"), reply_to)]
        else:
            sent = [people.write(self.room, chat, person, text_of(fields, "text"), reply_to)]
        shown = [message_view(message, person, chat) for message in sent]
        return web.json_response(shown[0] if len(shown) == 1 else shown, status=201)

    async def edit_message(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person, chat = find_chat(self.room, request, fields)
        message_id = needed_number(request.match_info, "message_id")
        message = people.edit_text(self.room, chat, person, message_id, text_of(fields, "text"))
        return web.json_response(message_view(message, person, chat))

    async def delete_message(self, request: web.Request) -> web.Response:
        person, chat = find_chat(self.room, request, request.query)
        people.delete_message(self.room, chat, person, needed_number(request.match_info, "message_id"))
        return web.json_response({"ok": True})

    async def tap(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person, chat = find_chat(self.room, request, fields)
        message_id, data = needed_number(fields, "message_id"), text_of(fields, "callback_data")
        return web.json_response(await people.tap(self.room, chat, person, message_id, data))

    async def pin(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person, chat = find_chat(self.room, request, fields)
        noted = people.pin(self.room, chat, person, needed_number(fields, "message_id"))
        return web.json_response(message_view(noted, person, chat), status=201)

    async def vote(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person, chat = find_chat(self.room, request, fields)
        chosen = fields.get("option_ids")
        voted = polls.vote(self.room, chat, person, needed_number(fields, "message_id"), chosen)
        return web.json_response(message_view(voted, person, chat))

    async def read(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person, chat = find_chat(self.room, request, fields)
        unread = messages.read(self.room, chat, person, needed_number(fields, "message_id"))
        return web.json_response({"unread": unread})

    async def block(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person, chat = find_chat(self.room, request, fields)
        people.set_blocked(self.room, chat, person, blocked=flag_of(fields, "blocked"))
        return web.json_response({"blocked": chat.blocked})

    async def join(self, request: web.Request) -> web.Response:
        fields = await read_json(request)
        person = find_person(self.room, fields)
        chat, came = joining.follow_link(self.room, person, text_of(fields, "link"))
        return web.json_response({"status": came, "chat_id": chat.id, "title": chat.title}, status=201)

    async def leave(self, request: web.Request) -> web.Response:
        person, chat = find_chat(self.room, request, request.query)
        joining.leave(self.room, chat, person)
        return web.json_response({"ok": True})

    async def download(self, request: web.Request) -> web.Response:
        find_person(self.room, request.query)
        file = self.room.files.find(request.match_info["file_id"])
        if file is None:
            raise ClientError(404, "The file is gone.")
        headers = dict(FILE_HEADERS)
        if file.kind != "photo":
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name)}"
        shown = file.mime if file.picture or file.kind != "photo" else "application/octet-stream"
        return web.Response(body=file.data, headers=headers | {"Content-Type": shown})


async def _posted(request: web.Request) -> tuple[Json, list[Upload]]:
    """The fields of a JSON or multipart request, and the files that came with it."""
    if request.content_type != "multipart/form-data":
        return await read_json(request), []
    try:
        return await read_many_parts(request)
    except ApiError as error:
        raise ClientError(error.code, "The upload is broken or larger than 50 MB.") from None


def _kind_of(fields: Json) -> Kind | None:
    """What the files are said to be, if anything is said."""
    kind: Kind | None = next((kind for kind in KINDS if kind == fields.get("kind")), None)
    if fields.get("kind") and kind is None:
        raise ClientError(400, f"kind is one of {', '.join(KINDS)}.")
    return kind


def _newest_first(kept: dict[int, Json], after: int | None, before: int | None) -> Any:
    for message_id, message in reversed(kept.items()):
        if after is not None and message_id <= after:
            return
        if before is None or message_id < before:
            yield message
