"""Checks the parameters of a Bot API call against spec.py: names, types, what is required, also inside objects.

Telegram ignores what it does not know and so hides a misspelt parameter; here it is refused on purpose, and so is
what the web chat has no counterpart of (forum topics, business accounts, web apps).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .errors import bad_request
from .shapes import UNSUPPORTED, Check, Json, boolean, integer, is_supported, parse_fields, refuse, string, value_check
from .spec import METHODS

MISSING = {
    **{kind: f"there is no {kind} in the request" for kind in ("animation", "audio", "video", "video_note", "voice")},
    "action": "wrong parameter action in request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "chat_id": "chat_id is empty",
    "document": "there is no document in the request",
    "file_id": "invalid file_id",
    "media": "media not found",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "text": "message text is empty",
}
WHOLE_NUMBER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
TRUE, FALSE = frozenset(("true", "True", "1", "yes")), frozenset(("false", "False", "0", "no"))


def check(method: str, raw: Mapping[str, Any], uploads: Mapping[str, Any]) -> Json:
    """The call's parameters in their own types; `method` is spelled as in spec.py, `uploads` are the files sent along.

    Empty strings and JSON nulls count as left out, as at Telegram.
    """
    known = _METHODS[method]
    checked = {}
    for name, value in raw.items():
        if name not in known:
            raise bad_request(f'unknown parameter "{name}" of method {method}')
        if value is not None and value != "":
            checked[name] = known[name](value, name)
    for name in _REQUIRED[method]:
        if name not in checked and name not in uploads:
            raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))
    if uploads:
        _check_uploads(method, checked, uploads)
    return checked


def _check_uploads(method: str, checked: Json, uploads: Mapping[str, Any]) -> None:
    referenced = json.dumps(checked)
    for name in uploads:
        if name not in _METHODS[method] and f"attach://{name}" not in referenced:
            raise bad_request(f'unknown file "{name}" in method {method}')


def _parameter(name: str, kind: str) -> Check:
    """A check for one parameter of a call, which may come as text (forms, queries) or as JSON."""
    if name in UNSUPPORTED or not is_supported(kind):
        return refuse
    if kind == "Integer":
        return _integer_or_text
    if kind in {"Integer|String", "Boolean"}:
        return _chat_id if kind == "Integer|String" else _flag
    if kind in {"String", "InputFile", "String|InputFile"}:
        return string
    inner = value_check(kind)

    def check_json(value: Any, where: str) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                raise bad_request(f"can't parse {where} JSON object") from None
        return inner(value, where)

    return check_json


def _integer_or_text(value: Any, where: str) -> int:
    if isinstance(value, str):
        if not WHOLE_NUMBER.fullmatch(value):
            raise bad_request(f'parameter "{where}" must be of type Integer')
        return int(value)
    return integer(value, where)


def _chat_id(value: Any, where: str) -> int | str:
    if isinstance(value, str):
        return int(value) if WHOLE_NUMBER.fullmatch(value) else value
    return integer(value, where)


def _flag(value: Any, where: str) -> bool:
    if isinstance(value, str) and (value in TRUE or value in FALSE):
        return value in TRUE
    return boolean(value, where)


_FIELDS = {method: parse_fields(table) for method, table in METHODS.items()}
_METHODS = {m: {name: _parameter(name, kind) for name, (_, kind) in fields.items()} for m, fields in _FIELDS.items()}
_REQUIRED = {method: [name for name, (needed, _) in fields.items() if needed] for method, fields in _FIELDS.items()}
