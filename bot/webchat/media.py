"""From what a bot names (an upload, a file id, a web address) to a file the chat can show."""

from __future__ import annotations

from typing import Any

import aiohttp

from .calls import Call
from .errors import ApiError, bad_request
from .files import Kind, StoredFile, Upload
from .images import read_picture

Json = dict[str, Any]

PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
WEB_PHOTO_BYTES = 5 * 1024 * 1024
WEB_BYTES = 20 * 1024 * 1024
WEB_SECONDS = 10


async def find_file(call: Call, kind: Kind, named: str, *, field: str) -> StoredFile:
    """The file for a message; `named` is "attach://part", a file id, a web address or "" for the part `field`."""
    if named.startswith("attach://"):
        field, named = named.removeprefix("attach://"), ""
    if named.startswith(("http://", "https://")):
        return keep(call, await (call.room.web(named) if call.room.web else _fetch(named, kind)), kind)
    if named:
        return _known(call, kind, named)
    if field not in call.uploads:
        raise bad_request(f"there is no {kind} in the request")
    return keep(call, call.uploads[field], kind)


def keep(call: Call, upload: Upload, kind: Kind) -> StoredFile:
    """Check an upload against Telegram's limits and store it."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        _check_photo(upload)
    return call.room.files.add(upload, kind)


def media_content(file: StoredFile) -> Json:
    return file.as_content()


def _known(call: Call, kind: Kind, file_id: str) -> StoredFile:
    file = call.room.files.find(file_id)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _check_photo(upload: Upload) -> None:
    size = len(upload.data)
    if size > PHOTO_BYTES:
        raise bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes")
    picture = read_picture(upload.data)
    if picture is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    sides = sorted((picture.width, picture.height))
    if sides[0] < 1 or sum(sides) > 10_000 or sides[1] > 20 * sides[0]:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


async def _fetch(url: str, kind: Kind) -> Upload:
    limit = WEB_PHOTO_BYTES if kind == "photo" else WEB_BYTES
    try:
        timeout = aiohttp.ClientTimeout(total=WEB_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            if response.status != 200:
                raise _fetch_failed()
            data = await response.content.read(limit + 1)
            while len(data) <= limit and (more := await response.content.read(limit + 1 - len(data))):
                data += more
    except (TimeoutError, aiohttp.ClientError, ValueError, OSError):
        raise _fetch_failed() from None
    if len(data) > limit or (kind == "photo" and read_picture(data) is None):
        raise bad_request("wrong type of the web page content")
    return Upload(url.rsplit("/", 1)[-1].partition("?")[0] or "file", response.content_type, data)


def _fetch_failed() -> ApiError:
    return bad_request("failed to get HTTP URL content")
