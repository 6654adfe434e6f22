"""Bot API methods with which a bot sets itself up: commands, names, descriptions, menu button."""

from __future__ import annotations

import re
from typing import Any

from .calls import Call, Method, find_chat
from .errors import bad_request
from .messages import show_bot

Json = dict[str, Any]

COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
LANGUAGE = re.compile(r"[a-z]{2}\Z")
COMMAND_LIMIT = 100
NAME_LIMIT, DESCRIPTION_LIMIT, SHORT_DESCRIPTION_LIMIT = 64, 512, 120


async def set_my_commands(call: Call) -> bool:
    commands = call.args["commands"]
    if len(commands) > COMMAND_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        command["command"] = command["command"].removeprefix("/")
        if COMMAND.match(command["command"]) is None:
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call), _language(call)] = commands
    show_bot(call.room, call.bot)
    return True


async def get_my_commands(call: Call) -> list[Json]:
    return call.bot.commands.get((_scope(call), _language(call)), [])


async def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop((_scope(call), _language(call)), None)
    show_bot(call.room, call.bot)
    return True


async def set_my_name(call: Call) -> bool:
    return _set(call, call.bot.names, "name", NAME_LIMIT, "BOT_TITLE_INVALID")


async def get_my_name(call: Call) -> Json:
    return {"name": call.bot.name_in(_language(call))}


async def set_my_description(call: Call) -> bool:
    return _set(call, call.bot.descriptions, "description", DESCRIPTION_LIMIT, "BOT_DESCRIPTION_INVALID")


async def get_my_description(call: Call) -> Json:
    return {"description": _in(call.bot.descriptions, _language(call))}


async def set_my_short_description(call: Call) -> bool:
    texts = call.bot.short_descriptions
    return _set(call, texts, "short_description", SHORT_DESCRIPTION_LIMIT, "BOT_SHORT_DESCRIPTION_INVALID")


async def get_my_short_description(call: Call) -> Json:
    return {"short_description": _in(call.bot.short_descriptions, _language(call))}


async def set_chat_menu_button(call: Call) -> bool:
    chat_id = _private_chat_id(call)
    button = call.args.get("menu_button", {"type": "default"})
    if button["type"] == "default" and chat_id is not None:
        call.bot.menu_buttons.pop(chat_id, None)
    else:
        call.bot.menu_buttons[chat_id] = button
    show_bot(call.room, call.bot)
    return True


async def get_chat_menu_button(call: Call) -> Json:
    buttons = call.bot.menu_buttons
    return buttons.get(_private_chat_id(call)) or buttons.get(None) or {"type": "default"}


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_my_name,
    "getMyName": get_my_name,
    "setMyDescription": set_my_description,
    "getMyDescription": get_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}


def _scope(call: Call) -> str:
    scope = call.args.get("scope", {"type": "default"})
    kind = str(scope["type"])
    if "chat_id" not in scope:
        return kind
    chat = find_chat(call.room, call.bot, scope["chat_id"])
    return f"{kind}:{chat.id}:{scope['user_id']}" if "user_id" in scope else f"{kind}:{chat.id}"


def _language(call: Call) -> str:
    language = str(call.args.get("language_code", ""))
    if language and LANGUAGE.match(language) is None:
        raise bad_request("invalid language code specified")
    return language


def _set(call: Call, texts: dict[str, str], name: str, limit: int, complaint: str) -> bool:
    text, language = call.args.get(name, ""), _language(call)
    if len(text) > limit:
        raise bad_request(complaint)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    show_bot(call.room, call.bot)
    return True


def _in(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("", "")


def _private_chat_id(call: Call) -> int | None:
    if "chat_id" not in call.args:
        return None
    chat = call.chat()
    if chat.type != "private":
        raise bad_request("chat_id must be a private chat")
    return chat.id
