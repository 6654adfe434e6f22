"""Checks of values inside JSON: built once, at import, from the tables of spec.py.

A check takes a value and where it stands, and returns the value or raises Telegram's 400.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .errors import bad_request
from .spec import TYPES, UNIONS

Json = dict[str, Any]
Check = Callable[[Any, str], Any]

UNSUPPORTED = {
    "allow_adding_options",
    "allow_paid_broadcast",
    "business_connection_id",
    "certificate",
    "checklist_task_id",
    "close_date",
    "correct_option_ids",
    "date_time_format",
    "description_entities",
    "direct_messages_topic_id",
    "ephemeral_message_id",
    "explanation",
    "explanation_entities",
    "hide_results_until_closes",
    "inline_message_id",
    "ip_address",
    "is_ephemeral",
    "message_effect_id",
    "message_thread_id",
    "open_period",
    "pay",
    "poll_option_id",
    "question_entities",
    "request_location",
    "shuffle_options",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "text_entities",
    "unix_time",
}
# aiogram-dialog 2.6 repeats the keyboard inside the media of an edit, where Telegram ignores it: no mistake of ours.
TOLERATED = {("InputMediaPhoto", "reply_markup"), ("InputMediaDocument", "reply_markup")}


def parse_fields(table: str) -> dict[str, tuple[bool, str]]:
    """One table of spec.py as {field: (required, type)}."""
    fields = {}
    for field in " ".join(table.split()).split("; "):
        if field:
            name, kind = field.split(" ", 1)
            fields[name.rstrip("!")] = (name.endswith("!"), kind)
    return fields


def is_supported(kind: str) -> bool:
    """Whether the web chat has a counterpart of at least one member of this type."""
    plain = {"Integer", "String", "Boolean", "Float", "InputFile"}
    parts = kind.replace("Array of ", "").split("|")
    return any(part in plain or part in TYPES or part in UNIONS or part.startswith("=") for part in parts)


def value_check(kind: str) -> Check:
    """A check for a value inside JSON."""
    if kind.startswith("Array of "):
        return _array(value_check(kind.removeprefix("Array of ")))
    if kind.startswith("="):
        return _constant(kind[1:])
    if kind in UNIONS:
        return _union(UNIONS[kind].split())
    plain = {"Integer": integer, "String": string, "Boolean": boolean, "InputFile": string}
    plain |= {"String|InputFile": string, "Integer|String": _string_or_integer}
    if kind == "InputPollOption|String":  # aiogram still knows what the Bot API took long ago
        kind = "InputPollOption"
    if kind in plain:
        return plain[kind]
    return _union(kind.split("|")) if "|" in kind else _object(kind)


def refuse(_value: Any, where: str) -> Any:
    raise bad_request(f'the web chat has no counterpart of "{where}"')


def integer(value: Any, where: str) -> int:
    if type(value) is not int:
        raise bad_request(f'field "{where}" must be of type Integer')
    return value


def boolean(value: Any, where: str) -> bool:
    if type(value) is not bool:
        raise bad_request(f'field "{where}" must be of type Boolean')
    return value


def string(value: Any, where: str) -> str:
    if type(value) is not str:
        raise bad_request(f'field "{where}" must be of type String')
    return value


def _string_or_integer(value: Any, where: str) -> str | int:
    return value if type(value) is str else integer(value, where)


def _array(inner: Check) -> Check:
    def check_array(value: Any, where: str) -> list[Any]:
        if type(value) is not list:
            raise bad_request(f'field "{where}" must be of type Array')
        return [inner(item, where) for item in value]

    return check_array


def _constant(expected: str) -> Check:
    def check_constant(value: Any, where: str) -> Any:
        if str(value) != expected:
            raise bad_request(f'field "{where}" must be {expected}')
        return value

    return check_constant


def _object(kind: str) -> Check:
    if kind not in TYPES:
        return refuse
    fields = parse_fields(TYPES[kind])
    checks = {name: refuse if name in UNSUPPORTED else value_check(part) for name, (_, part) in fields.items()}
    required = [name for name, (needed, _) in fields.items() if needed]

    def check_object(value: Any, where: str) -> Json:
        if type(value) is not dict:
            raise bad_request(f"{kind} must be an Object in {where}")
        for name, item in value.items():
            if name not in checks:
                if (kind, name) in TOLERATED:
                    continue
                raise bad_request(f'unknown field "{name}" of {kind} in {where}')
            checks[name](item, name)
        for name in required:
            if name not in value:
                raise bad_request(f"can't parse {kind} in {where}: Can't find field \"{name}\"")
        return value

    return check_object


def _union(kinds: list[str]) -> Check:
    choices = [(_marks(kind), _object(kind)) for kind in kinds]

    def check_union(value: Any, where: str) -> Any:
        if type(value) is not dict:
            raise bad_request(f"Object expected as {where}")
        for marks, inner in choices:
            if all(name in value and (fixed is None or str(value[name]) == fixed) for name, fixed in marks.items()):
                return inner(value, where)
        raise bad_request(f"{where} must be one of {', '.join(kinds)}")

    return check_union


def _marks(kind: str) -> dict[str, str | None]:
    """What tells one member of a union from the others: fixed values, else what it requires."""
    fields = parse_fields(TYPES.get(kind, ""))
    fixed: dict[str, str | None] = {name: part[1:] for name, (_, part) in fields.items() if part.startswith("=")}
    if not fields:  # a member the web chat has no counterpart of is known by its name alone
        return {"type": _snake(kind.removeprefix("InputMedia"))}
    return fixed or {name: None for name, (needed, _) in fields.items() if needed}


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
