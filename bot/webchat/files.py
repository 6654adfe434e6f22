"""The files of all chats, in memory and bounded: when they grow beyond the limit, the oldest go."""

from __future__ import annotations

import hashlib
import mimetypes
import secrets
from dataclasses import dataclass
from typing import Any, Literal, get_args

from .images import Picture, read_picture

Json = dict[str, Any]
Kind = Literal["photo", "document", "voice", "audio", "video", "animation", "video_note"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# What Telegram tells of a kind beside its file; the server looks into pictures only.
MEASURES: dict[Kind, Json] = {
    "voice": {"duration": 1},
    "audio": {"duration": 1},
    "video": {"duration": 1, "width": 320, "height": 240},
    "animation": {"duration": 1, "width": 320, "height": 240},
    "video_note": {"duration": 1, "length": 240},
}
PREFIXES: dict[Kind, str] = {"photo": "AgAC", "voice": "AwAC", "video": "BAAC", "audio": "CQAC", "animation": "CgAC"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that messages refer to by `file_id`; `path` is where bots download it."""

    file_id: str
    unique_id: str
    path: str
    kind: Kind
    name: str
    mime: str
    data: bytes
    picture: Picture | None

    def as_photo(self) -> list[Json]:
        """The sizes of a photo. There is one: the server does not scale pictures."""
        width, height = (self.picture.width, self.picture.height) if self.picture else (0, 0)
        return [self._base() | {"width": width, "height": height}]

    def as_content(self) -> Json:
        """The part of a message that is this file; an animation is told as a document, too, as at Telegram."""
        if self.kind == "photo":
            return {"photo": self.as_photo()}
        shown = self._base() | MEASURES.get(self.kind, {})
        if self.kind != "video_note":
            shown |= {"mime_type": self.mime}
        if self.kind not in {"voice", "video_note"}:
            shown |= {"file_name": self.name}
        return {"document": shown, "animation": shown} if self.kind == "animation" else {self.kind: shown}

    def as_file(self) -> Json:
        """What getFile answers."""
        return self._base() | {"file_path": self.path}

    def _base(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


class FileStore:
    """Files by id and by path."""

    def __init__(self, limit: int = 256 * 1024 * 1024) -> None:
        self.limit = limit
        self.size = 0
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._by_content: dict[tuple[str, str, str], StoredFile] = {}

    def add(self, upload: Upload, kind: Kind) -> StoredFile:
        """Keep the file; the same bytes under the same name are kept once."""
        content = (hashlib.sha256(upload.data).hexdigest(), kind, upload.name)
        if known := self._by_content.get(content):
            return known
        file = _stored(upload, kind, content[0], len(self._by_id))
        self._by_id[file.file_id] = self._by_path[file.path] = self._by_content[content] = file
        self.size += len(file.data)
        while self.size > self.limit and len(self._by_id) > 1:
            self._drop(next(iter(self._by_content)))
        return file

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def find_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def _drop(self, content: tuple[str, str, str]) -> None:
        file = self._by_content.pop(content)
        del self._by_id[file.file_id], self._by_path[file.path]
        self.size -= len(file.data)


def _stored(upload: Upload, kind: Kind, digest: str, number: int) -> StoredFile:
    picture = read_picture(upload.data)
    mime = picture.mime if picture else upload.mime
    guessed = mimetypes.guess_extension(mime) or ".bin"
    extension = picture.extension if picture else upload.name.rpartition(".")[2] if "." in upload.name else guessed[1:]
    safe = "".join(letter for letter in extension if letter.isascii() and letter.isalnum()) or "bin"
    prefix = PREFIXES.get(kind, "BQAC")
    token = secrets.token_urlsafe(30)
    return StoredFile(
        file_id=prefix + token,
        unique_id="AQAD" + digest[:12],
        path=f"{kind}s/file_{number}_{token[:6]}.{safe}",
        kind=kind,
        name=upload.name,
        mime=mime,
        data=upload.data,
        picture=picture,
    )
