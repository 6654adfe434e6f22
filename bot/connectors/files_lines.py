"""The lines of import files: read one at a time, each either an object of the schema or faults with a reason."""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from bot.connectors.files_schema import OBJECTS, SCORES, Shape, shape_of
from bot.errors import OperatorError
from bot.shop.reading import DECODER

STDIN = Path("-")
# A line is one transaction at the least; a longer one would keep the bot waiting.
LONGEST_LINE = 1 << 20
BOM = b"\xef\xbb\xbf"
NUL_ESCAPE = b"\\u0000"
# The escape, not an escaped backslash before "u0000".
NUL = re.compile(rb"(?<!\\)(\\\\)*\\u0000")
# How JSON writes half of a character pair; whole pairs are fine.
HALF_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
MOST_FAULTS_OF_A_LINE = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line was refused."""

    file: str
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that is an object of the schema; `unknown` names keys that we do not know."""

    file: str
    line: int
    kind: str
    value: Mapping[str, Any]
    fingerprint: str
    unknown: tuple[str, ...]


def read_entries(files: Sequence[Path], *, on_bytes: Callable[[int], None]) -> Iterator[Entry | list[Fault]]:
    """Every line that is not blank, checked; `on_bytes` hears how far the reading has come."""
    for file in files:
        with _opened(file) as stream:
            name = "stdin" if file == STDIN else str(file)
            for number, data in enumerate(_lines(stream), 1):
                on_bytes(len(data))
                if data.strip():
                    yield _checked(name, number, data)


def total_bytes(files: Sequence[Path]) -> int | None:
    """How much there is to read, None when a pipe keeps it a secret; OperatorError for what cannot be read."""
    sizes = [_size(file) for file in files]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def _size(file: Path) -> int | None:
    if file == STDIN:
        return None
    try:
        about = file.stat()
    except OSError as error:
        raise OperatorError(f"import: cannot read {file}: {error.strerror}") from None
    if file.is_dir() or not os.access(file, os.R_OK):
        raise OperatorError(f"import: cannot read {file}: {'is a directory' if file.is_dir() else 'no permission'}")
    return about.st_size if file.is_file() else None


def _opened(file: Path) -> BinaryIO:
    return open(0, "rb", closefd=False) if file == STDIN else file.open("rb")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without a byte order mark; of one that is too long only as much as shows that it is."""
    first = True
    while data := stream.readline(LONGEST_LINE + 1):
        yield data.removeprefix(BOM) if first else data
        first = False
        while len(data) > LONGEST_LINE and not data.endswith(b"\n"):
            data = stream.readline(LONGEST_LINE + 1)


def _checked(file: str, line: int, data: bytes) -> Entry | list[Fault]:
    raw = _parsed(data)
    if isinstance(raw, str):
        return [Fault(file, line, "line", raw)]
    kind = raw.get("type")
    if not isinstance(kind, str) or kind not in OBJECTS:
        return [Fault(file, line, "type", "must be order, product or answer" if "type" in raw else "Field required")]
    try:
        value = OBJECTS[kind].validate_python(raw)
    except ValidationError as error:
        return _faults(file, line, error)
    if kind == "answer" and (fault := _score_fault(value)):
        return [Fault(file, line, "score", fault)]
    if HALF_ESCAPE.search(data) and (half := _half_character(raw)):
        return [Fault(file, line, "line", f"contains half of a character pair (U+{ord(half):04X}), which is no text")]
    fingerprint = hashlib.blake2b(data.strip(), digest_size=16).hexdigest()
    return Entry(file, line, kind, value, fingerprint, tuple(_unknown_keys(raw, shape_of(kind))))


def _parsed(data: bytes) -> dict[str, Any] | str:
    """The JSON object of a line, or why there is none; amounts never pass through binary fractions."""
    try:
        raw = DECODER.decode(_decoded(data))
    except UnicodeDecodeError:
        return "is not UTF-8"
    except json.JSONDecodeError as error:
        return f"is not JSON: {error}"
    except ValueError as error:
        return str(error)
    except RecursionError:
        return "is nested too deeply"
    return raw if isinstance(raw, dict) else "must be a JSON object"


def _decoded(data: bytes) -> str:
    if len(data) > LONGEST_LINE:
        raise ValueError(f"is longer than {LONGEST_LINE // 1024} KiB")
    if NUL_ESCAPE in data and NUL.search(data):
        raise ValueError("contains the character U+0000, which no database keeps")
    return data.decode("utf-8")


def _half_character(raw: Any) -> str | None:
    try:
        json.dumps(raw, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeEncodeError as error:
        return error.object[error.start]
    return None


def _faults(file: str, line: int, error: ValidationError) -> list[Fault]:
    found = [
        Fault(file, line, _path(fault["loc"]), fault["msg"].removeprefix("Value error, "))
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    return found[:MOST_FAULTS_OF_A_LINE]


def _path(location: Sequence[int | str]) -> str:
    """`lines[0].quantity`"""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return path.removeprefix(".") or "line"


def _score_fault(answer: Mapping[str, Any]) -> str | None:
    least, most = SCORES[answer["survey"]]
    return None if least <= answer["score"] <= most else f"must be {least} to {most} for {answer['survey']}"


def _unknown_keys(raw: Any, shape: Shape, path: str = "") -> Iterator[str]:
    if not shape.keys.issuperset(raw):
        yield from (f"{path}{key}" for key in raw if key not in shape.keys)
    for key, inner in shape.inner.items():
        if members := raw.get(key):
            for member in members if isinstance(members, list) else (members,):
                yield from _unknown_keys(member, inner, f"{path}{key}.")
