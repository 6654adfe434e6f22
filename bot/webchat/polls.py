"""Polls as those who read them know them: who has chosen what, and the figures that everybody sees.

The persons of the web chat have no telephone numbers and have followed their channels for ever, so that
`country_codes` and `members_only` keep none of them from voting; they are checked and shown all the same.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from . import messages
from .errors import ClientError
from .state import Chat, Chatroom, Person

Json = dict[str, Any]


def vote(room: Chatroom, chat: Chat, person: Person, message_id: int, chosen: Any) -> Json:
    """The person chooses answers, other ones, or (with none) takes their vote back; the bot hears the figures."""
    message = chat.messages.get(message_id)
    if message is None or "poll" not in message:
        raise ClientError(404, "There is no such poll.")
    options = _checked(message["poll"], chosen)
    before = chat.votes[message_id].get(person.id, ())
    if before and not message["poll"]["allows_revoting"]:
        raise ClientError(409, "This poll takes each vote once.")
    if options == before:
        return message
    if options:
        chat.votes[message_id][person.id] = options
    else:
        del chat.votes[message_id][person.id]
    message = messages.recount(room, chat, message, _counted(message["poll"], chat.votes[message_id]))
    _tell(chat, message["poll"], person, options)
    return message


def close(room: Chatroom, chat: Chat, message: Json) -> Json:
    """Nobody can vote any more; the bot hears that, too."""
    message = messages.recount(room, chat, message, message["poll"] | {"is_closed": True})
    chat.bot.updates.add("poll", message["poll"], chat.id)
    return message


def _checked(poll: Json, chosen: Any) -> tuple[int, ...]:
    if poll["is_closed"]:
        raise ClientError(409, "This poll is closed.")
    if type(chosen) is not list or any(type(each) is not int for each in chosen):
        raise ClientError(400, "option_ids must be a list of numbers.")
    options = tuple(sorted(set(chosen)))
    if any(not 0 <= each < len(poll["options"]) for each in options):
        raise ClientError(400, "The poll has no such answer.")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise ClientError(400, "This poll takes one answer.")
    return options


def _counted(poll: Json, votes: dict[int, tuple[int, ...]]) -> Json:
    """Telegram counts people for the total, and answers for each option."""
    count = Counter(option for chosen in votes.values() for option in chosen)
    options = [option | {"voter_count": count[place]} for place, option in enumerate(poll["options"])]
    return poll | {"options": options, "total_voter_count": len(votes)}


def _tell(chat: Chat, poll: Json, person: Person, options: tuple[int, ...]) -> None:
    """Who has voted stands in no update of an anonymous poll."""
    chat.bot.updates.add("poll", poll, chat.id)
    if not poll["is_anonymous"]:
        ids = [poll["options"][each]["persistent_id"] for each in options]
        answer = {"poll_id": poll["id"], "user": person.as_user, "option_ids": list(options)}
        chat.bot.updates.add("poll_answer", answer | {"option_persistent_ids": ids}, chat.id)
