"""Reads the parameters of a call out of a request or a webhook's answer: query, form, multipart, JSON."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

from .errors import ApiError, bad_request
from .files import Upload

Json = dict[str, Any]

HALF_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
BODY_BYTES = 51 * 1024 * 1024
TOO_LARGE = "Request Entity Too Large"


async def read_arguments(request: web.BaseRequest) -> tuple[Json, dict[str, Upload]]:
    """(parameters as they came, uploads by part name); query and body are put together, as at Telegram."""
    params: Json = dict(parse_qsl(request.query_string, keep_blank_values=True)) if request.query_string else {}
    if not request.body_exists:
        return params, {}
    if (request.content_length or 0) > BODY_BYTES:
        raise ApiError(413, TOO_LARGE)
    if request.content_type == "multipart/form-data":
        fields, uploads = await read_parts(request)
        return params | fields, uploads
    return params | parse_body(request.content_type, await request.read()), {}


def parse_body(content_type: str, body: bytes) -> Json:
    """The parameters in a form or a JSON object; anything else has none."""
    try:
        if content_type == "application/x-www-form-urlencoded":
            return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=1000))
        if content_type == "application/json" and body:
            value = whole_json(body)
            return value if isinstance(value, dict) else _not_an_object()
    except (ValueError, RecursionError):
        raise bad_request("can't parse the request's body") from None
    return {}


def whole_json(body: bytes) -> Any:
    """What the JSON says; raises ValueError also for half of a character pair, which no answer could repeat."""
    value = json.loads(body)
    if HALF_ESCAPE.search(body):
        json.dumps(value, ensure_ascii=False).encode()
    return value


async def read_parts(message: web.BaseRequest | aiohttp.ClientResponse) -> tuple[Json, dict[str, Upload]]:
    """The fields and files of a multipart body; a file's part has a file name."""
    fields: Json = {}
    uploads: dict[str, Upload] = {}
    for name, part in await _read_multipart(message):
        if isinstance(part, Upload):
            uploads[name] = part
        else:
            fields[name] = part
    return fields, uploads


async def read_many_parts(request: web.BaseRequest) -> tuple[Json, list[Upload]]:
    """As `read_parts`, for forms in which one name may stand for several files."""
    parts = await _read_multipart(request)
    fields = {name: part for name, part in parts if isinstance(part, str)}
    return fields, [part for _, part in parts if isinstance(part, Upload)]


async def _read_multipart(message: web.BaseRequest | aiohttp.ClientResponse) -> list[tuple[str, str | Upload]]:
    parts: list[tuple[str, str | Upload]] = []
    size = 0
    try:
        reader = aiohttp.MultipartReader(message.headers, message.content)
        while (part := await reader.next()) is not None:
            if not isinstance(part, aiohttp.BodyPartReader) or part.name is None:
                raise bad_request("can't parse the request's body")
            data = await _read_part(part, BODY_BYTES - size)
            size += len(data)
            parts.append((part.name, _content(part, data)))
    except ValueError:
        raise bad_request("can't parse the request's body") from None
    return parts


async def _read_part(part: aiohttp.BodyPartReader, room: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk(2**16):
        data += chunk
        if len(data) > room:
            raise ApiError(413, TOO_LARGE)
    return bytes(data)


def _content(part: aiohttp.BodyPartReader, data: bytes) -> str | Upload:
    if part.filename is None:
        return data.decode()
    mime = part.headers.get("Content-Type", "application/octet-stream").partition(";")[0]
    return Upload(part.filename, mime, data)


def _not_an_object() -> Json:
    raise bad_request("object expected as the request's body")
