"""The bots' door: /bot<token>/<method> in, Telegram's JSON out, faults and flood control on the way."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from . import (
    methods_chat,
    methods_joining,
    methods_media,
    methods_messages,
    methods_pins,
    methods_polls,
    methods_profile,
    methods_updates,
)
from .arguments import read_arguments
from .calls import Call
from .checks import check
from .errors import ApiError, ConnectionCut
from .faults import Fault
from .files import Upload
from .flood import FloodControl, is_counted
from .state import Bot, Chatroom

Json = dict[str, Any]

METHODS = {
    **methods_chat.METHODS,
    **methods_joining.METHODS,
    **methods_media.METHODS,
    **methods_messages.METHODS,
    **methods_pins.METHODS,
    **methods_polls.METHODS,
    **methods_profile.METHODS,
    **methods_updates.METHODS,
}
SPELLED = {name.lower(): name for name in METHODS}
COUNTED = frozenset(name for name in METHODS if is_counted(name))
NOTES = {"setWebhook": "Webhook was set", "deleteWebhook": "Webhook was deleted"}


class BotApi:
    """Answers the calls of bots."""

    def __init__(self, room: Chatroom, flood: FloodControl | None) -> None:
        self.room = room
        self.flood = flood
        room.reply = self.carry_out_reply

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call by HTTP; the HTTP status is the error code."""
        try:
            bot = self._bot(request)
            method = SPELLED.get(request.match_info["method"].lower())
            if method is None:
                raise ApiError(404, "Not Found: method not found")
            params, uploads = await read_arguments(request)
            result = await self._suffer(bot, method, params, uploads)
        except ApiError as error:
            return error_response(error)
        answer = {"ok": True, "result": result} | ({"description": NOTES[method]} if method in NOTES else {})
        return _json_response(json.dumps(answer), 200)

    async def download(self, request: web.Request) -> web.Response:
        """GET /file/bot<token>/<path>."""
        try:
            self._bot(request)
        except ApiError as error:
            return error_response(error)
        file = self.room.files.find_path(request.match_info["path"])
        if file is None:
            return error_response(ApiError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def carry_out_reply(self, bot: Bot, params: Json, uploads: dict[str, Upload]) -> None:
        """Carry out the call in a webhook's answer. Nobody learns how it went, as at Telegram."""
        method = SPELLED.get(str(params.pop("method")).lower())
        if method is not None:
            try:
                await self._suffer(bot, method, params, uploads)
            except (ApiError, ConnectionCut):
                return

    def _bot(self, request: web.Request) -> Bot:
        bot = self.room.bots.get(request.match_info["token"])
        if bot is None:
            raise ApiError(401, "Unauthorized")
        return bot

    async def _suffer(self, bot: Bot, method: str, params: Json, uploads: dict[str, Upload]) -> Any:
        """Carry out a call after the fault it has to suffer, if one was asked for."""
        fault = self._fault(method, params) if self.room.faults.pending else None
        if fault is None:
            return await self._carry_out(bot, method, params, uploads)
        await asyncio.sleep(fault.delay)
        if fault.drop == "before":
            raise ConnectionCut
        if refusal := fault.refusal():
            raise refusal
        result = await self._carry_out(bot, method, params, uploads)
        if fault.drop:
            raise ConnectionCut
        return result

    def _fault(self, method: str, params: Json) -> Fault | None:
        chat_id = str(params.get("chat_id", ""))
        return self.room.faults.take(method, int(chat_id) if chat_id.lstrip("-").isdecimal() else chat_id)

    async def _carry_out(self, bot: Bot, method: str, params: Json, uploads: dict[str, Upload]) -> Any:
        args = check(method, params, uploads)
        flood = self.flood if method in COUNTED else None
        return await METHODS[method](Call(self.room, bot, args, uploads, flood))


async def not_found(_request: web.Request) -> web.Response:
    return error_response(ApiError(404, "Not Found"))


def error_response(error: ApiError) -> web.Response:
    answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {}
    if error.retry_after is not None:
        answer["parameters"] = {"retry_after": error.retry_after}
        headers["Retry-After"] = str(error.retry_after)
    if error.migrate_to_chat_id is not None:
        answer["parameters"] = {"migrate_to_chat_id": error.migrate_to_chat_id}
    return _json_response(json.dumps(answer), error.code, headers)


def cut(request: web.BaseRequest) -> web.Response:
    """Close the connection; the response that is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _json_response(text: str, status: int, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(body=text.encode(), status=status, headers=headers, content_type="application/json")
