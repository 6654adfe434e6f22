"""Write bot/webchat/spec.py: what each Bot API method takes, read from the installed aiogram's method classes.

python benchmarks/make_spec.py                      writes bot/webchat/spec.py
python benchmarks/make_spec.py --check              fails when the file on disk is another one
python benchmarks/make_spec.py --compare api.json   prints where aiogram and a copy of the Bot API's pages differ
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import textwrap
import types
import typing
from enum import Enum
from pathlib import Path
from typing import Any

import aiogram
from aiogram import methods as aiogram_methods
from aiogram.client.default import Default
from aiogram.types import InputFile
from pydantic import BaseModel
from pydantic.fields import FieldInfo

TARGET = Path(__file__).resolve().parents[1] / "bot" / "webchat" / "spec.py"

METHODS_IN_USE = """
getMe getUpdates setWebhook deleteWebhook getWebhookInfo
sendMessage editMessageText editMessageReplyMarkup deleteMessage deleteMessages
sendPhoto sendDocument sendVoice sendVideo sendAudio sendAnimation sendVideoNote
sendMediaGroup editMessageCaption editMessageMedia getFile
answerCallbackQuery sendChatAction getChat getChatMember
createChatInviteLink revokeChatInviteLink approveChatJoinRequest declineChatJoinRequest
pinChatMessage unpinChatMessage unpinAllChatMessages
sendPoll stopPoll
setMyCommands getMyCommands deleteMyCommands
setMyName getMyName setMyDescription getMyDescription setMyShortDescription getMyShortDescription
setChatMenuButton getChatMenuButton
"""

# Things the web chat has no counterpart of: their inside is not written down, because they are refused as a whole.
LEFT_OUT = {
    "CallbackGame",
    "InputMediaAnimation",
    "InputMediaAudio",
    "InputMediaLink",
    "InputMediaLivePhoto",
    "InputMediaLocation",
    "InputMediaSticker",
    "InputMediaVenue",
    "InputRichMessage",
    "KeyboardButtonPollType",
    "KeyboardButtonRequestChat",
    "KeyboardButtonRequestManagedBot",
    "KeyboardButtonRequestUsers",
    "LoginUrl",
    "SuggestedPostParameters",
    "SwitchInlineQueryChosenChat",
    "User",
    "WebAppInfo",
}
UNIONS = ("BotCommandScope", "InputMedia")  # too long to spell out at every use
SIMPLE = {int: "Integer", str: "String", bool: "Boolean", float: "Float", InputFile: "InputFile"}
NOT_ON_THE_WIRE = (Default, types.NoneType, datetime.datetime, datetime.timedelta)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compare", type=Path)
    options = parser.parse_args()
    method_fields, type_fields = read_aiogram()
    if options.compare:
        return compare(method_fields, type_fields, json.loads(options.compare.read_text(encoding="utf-8")))
    text = render(method_fields, type_fields)
    if options.check:
        same = TARGET.read_text(encoding="utf-8") == text
        print("spec.py is up to date" if same else "spec.py is out of date: run python benchmarks/make_spec.py")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {len(method_fields)} methods, {len(type_fields)} types")
    return 0


Fields = dict[str, tuple[bool, str]]


def read_aiogram() -> tuple[dict[str, Fields], dict[str, Fields]]:
    """Fields of the methods in use and of every type they lead to, as {name: {field: (required, type)}}."""
    seen: dict[str, type[BaseModel]] = {}
    method_fields = {}
    for name in METHODS_IN_USE.split():
        model = getattr(aiogram_methods, name[0].upper() + name[1:])
        method_fields[name] = _fields(model, seen)
    type_fields: dict[str, Fields] = {}
    while waiting := sorted(set(seen) - set(type_fields)):
        for name in waiting:
            type_fields[name] = _fields(seen[name], seen)
    return method_fields, dict(sorted(type_fields.items()))


def _fields(model: type[BaseModel], seen: dict[str, type[BaseModel]]) -> Fields:
    # Own annotations only: aiogram's base of a union (MenuButton) carries the fields of all its children.
    own = model.__annotations__
    return {
        name: _field(field, seen)
        for name, field in model.model_fields.items()
        if name in own and not _is_deprecated(field)
    }


def _is_deprecated(field: FieldInfo) -> bool:
    """Deprecated, and not one that aiogram still sends by itself when the bot has a default for it."""
    deprecated = isinstance(field.json_schema_extra, dict) and bool(field.json_schema_extra.get("deprecated"))
    return deprecated and not isinstance(field.default, Default)


def _field(field: FieldInfo, seen: dict[str, type[BaseModel]]) -> tuple[bool, str]:
    written = _type(field.annotation, seen)
    # aiogram fills in discriminators such as type="photo" by itself; on the wire they are required.
    return field.is_required() or written.startswith("="), written


def _type(annotation: Any, seen: dict[str, type[BaseModel]]) -> str:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _type(typing.get_args(annotation)[0], seen)
    if origin in {typing.Union, types.UnionType}:
        parts = [part for part in typing.get_args(annotation) if part not in NOT_ON_THE_WIRE]
        names = dict.fromkeys(_type(part, seen) for part in parts)
        # What stands beside a poll is refused as a whole; its union would pass for the one of editMessageMedia.
        return "InputPollMedia" if "InputMediaSticker" in names or "InputMediaVenue" in names else "|".join(names)
    if origin is list:
        return "Array of " + _type(typing.get_args(annotation)[0], seen)
    if origin is typing.Literal:
        (value,) = typing.get_args(annotation)
        return f"={value.value if isinstance(value, Enum) else value}"
    if annotation in SIMPLE:
        return SIMPLE[annotation]
    if annotation.__name__ not in LEFT_OUT:
        seen[annotation.__name__] = annotation
    return str(annotation.__name__)


def render(method_fields: dict[str, Fields], type_fields: dict[str, Fields]) -> str:
    """The module's text: one short table a method or type, `!` marks what is required, `=` a fixed value."""
    head = (
        '"""What the Bot API methods in use take: names, types, what is required. Written by make_spec.py.\n\n'
        f"Source: the method classes of aiogram {aiogram.__version__} (Bot API {aiogram.__api_version__}),\n"
        'without the deprecated parameters, except those that aiogram sends by itself.\n"""\n'
    )
    unions = {name: _union(name, method_fields) for name in UNIONS}
    spelled = {"|".join(parts): name for name, parts in unions.items()}
    table = _table("METHODS", method_fields, spelled) + _table("TYPES", type_fields, spelled)
    return head + table + _lists("UNIONS", unions)


def _union(name: str, method_fields: dict[str, Fields]) -> list[str]:
    written = [kind for fields in method_fields.values() for _, kind in fields.values() if kind.startswith(name)]
    return max(written, key=len).split("|")


def _lists(title: str, rows: dict[str, list[str]]) -> str:
    lines = [f"\n{title} = {{\n"]
    for name, parts in rows.items():
        lines += [f'    "{name}": """\n', *[f"        {part}\n" for part in parts], '    """,\n']
    return "".join([*lines, "}\n"])


def _table(title: str, rows: dict[str, Fields], spelled: dict[str, str]) -> str:
    lines = [f"\n{title} = {{\n"]
    for name, fields in rows.items():
        written = "; ".join(
            f"{field}{'!' if required else ''}\N{NO-BREAK SPACE}{spelled.get(kind, kind).replace(' ', chr(0xA0))}"
            for field, (required, kind) in fields.items()
        )
        wrapped = textwrap.wrap(written, 108, break_long_words=False, break_on_hyphens=False)
        block = "\n".join(f"        {line}" for line in wrapped).replace("\N{NO-BREAK SPACE}", " ")
        lines.append(f'    "{name}": """\n{block}\n    """,\n' if wrapped else f'    "{name}": "",\n')
    return "".join([*lines, "}\n"])


def compare(method_fields: dict[str, Fields], type_fields: dict[str, Fields], api: dict[str, Any]) -> int:
    """Print every difference to the pages' copy; 1 when the pages know something that aiogram does not."""
    lost = 0
    for kind, ours in (("methods", method_fields), ("types", type_fields)):
        for name, fields in ours.items():
            if name not in api[kind]:
                print(f"{name}: only aiogram has it")
                continue
            lost += _compare_one(name, fields, {field["name"]: field for field in api[kind][name].get("fields", [])})
    print(f"compared with {api['version']}: {lost} differences the wrong way")
    return 1 if lost else 0


def _compare_one(name: str, ours: Fields, theirs: dict[str, Any]) -> int:
    lost = 0
    for field in sorted(set(theirs) - set(ours)):
        print(f"{name}.{field}: MISSING in aiogram")
        lost += 1
    for field in sorted(set(ours) - set(theirs)):
        print(f"{name}.{field}: newer than the copy")
    for field in sorted(set(ours) & set(theirs)):
        if ours[field][0] != theirs[field]["required"]:
            print(f"{name}.{field}: required {ours[field][0]} here, {theirs[field]['required']} there")
            lost += 1
        if _family(ours[field][1]) != _family("|".join(theirs[field]["types"])):
            print(f"{name}.{field}: {ours[field][1]} here, {'|'.join(theirs[field]['types'])} there")
            lost += 1
    return lost


def _family(written: str) -> str:
    """One spelling for both sources: fixed values are strings or flags, unions have one name, an upload is a string."""
    if written.startswith("="):
        return "Boolean" if written in {"=True", "=False"} else "String"
    for union in ("InputMedia", "BotCommandScope", "MenuButton"):
        if written.removeprefix("Array of ").startswith(union):
            return union
    return "|".join(sorted({"String" if part == "InputFile" else part for part in written.split("|")}))


if __name__ == "__main__":
    sys.exit(main())
