"""Bot API methods for polls. Quizzes, pictures and polls that close by themselves have no counterpart here."""

from __future__ import annotations

import re
import secrets
from typing import Any

from . import polls
from .calls import Call, Method
from .errors import bad_request
from .markup import inline_keyboard, read_markup
from .methods_messages import message_to_edit, with_markup
from .state import Chat
from .texts import bare_words

Json = dict[str, Any]

MOST_QUESTION, MOST_OPTIONS, MOST_OPTION, MOST_DESCRIPTION, MOST_COUNTRIES = 300, 12, 100, 1024, 12
COUNTRY = re.compile("[A-Z]{2}")


async def send_poll(call: Call) -> Json:
    inline, keyboard = read_markup(call.args.get("reply_markup"))
    chat = call.writable_chat()
    poll = _poll(call.args, chat)
    content = call.reply(chat) | {"poll": poll} | call.options()
    message = call.post(chat, with_markup(content, inline), keyboard=keyboard)
    chat.votes[message["message_id"]] = {}
    return message


async def stop_poll(call: Call) -> Json:
    """The poll as it ended; with a keyboard, that is its new one."""
    inline = inline_keyboard(call.args.get("reply_markup"))
    if call.chat().messages.get(call.args["message_id"]) is None:
        raise bad_request("message with poll to stop not found")
    chat, message = message_to_edit(call)
    if "poll" not in message:
        raise bad_request("message is not a poll")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    kept = {name: value for name, value in message.items() if name != "reply_markup"}
    poll: Json = polls.close(call.room, chat, with_markup(kept, inline))["poll"]
    return poll


METHODS: dict[str, Method] = {"sendPoll": send_poll, "stopPoll": stop_poll}


def _poll(args: Json, chat: Chat) -> Json:
    is_anonymous = args.get("is_anonymous", True)
    if chat.type == "channel" and not is_anonymous:
        raise bad_request("non-anonymous polls can't be sent to channel chats")
    if args.get("type", "regular") != "regular":
        raise bad_request('the web chat has no counterpart of "type" quiz')
    poll = {
        "id": str(secrets.randbelow(2**62) + 1),
        "question": _words(args, "question", "question", MOST_QUESTION),
        "options": _options(args["options"]),
        "total_voter_count": 0,
        "is_closed": args.get("is_closed", False),
        "is_anonymous": is_anonymous,
        "type": "regular",
        "allows_multiple_answers": args.get("allows_multiple_answers", False),
        "allows_revoting": args.get("allows_revoting", True),
        "members_only": args.get("members_only", False),
    }
    return poll | _limits(args, chat) | _description(args)


def _options(given: list[Json]) -> list[Json]:
    if not given:
        raise bad_request("poll must have at least 1 option")
    if len(given) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    return [
        {"persistent_id": str(place), "text": _words(each, "text", "options", MOST_OPTION), "voter_count": 0}
        for place, each in enumerate(given)
    ]


def _limits(args: Json, chat: Chat) -> Json:
    """Who may vote can be said in channels only."""
    countries = args.get("country_codes", [])
    if (args.get("members_only") or countries) and chat.type != "channel":
        raise bad_request("members_only and country_codes are for polls in channel chats only")
    if len(countries) > MOST_COUNTRIES or not all(COUNTRY.fullmatch(each) for each in countries):
        raise bad_request(f"country_codes must be at most {MOST_COUNTRIES} two-letter country codes")
    return {"country_codes": countries} if countries else {}


def _description(args: Json) -> Json:
    text = bare_words(args.get("description", ""), args.get("description_parse_mode", ""))
    if len(text) > MOST_DESCRIPTION:
        raise bad_request(f"poll description length must not exceed {MOST_DESCRIPTION}")
    return {"description": text} if text else {}


def _words(given: Json, name: str, called: str, most: int) -> str:
    text = bare_words(given[name], given.get(f"{name}_parse_mode", ""))
    if not text:
        raise bad_request(f"poll {called} must be non-empty")
    if len(text) > most:
        raise bad_request(f"poll {called} length must not exceed {most}")
    return text
