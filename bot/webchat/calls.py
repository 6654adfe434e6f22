"""One Bot API call being carried out: its arguments, and the way from them to a chat the bot may write to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import messages
from .errors import bad_request, forbidden, too_many_requests
from .files import Upload
from .flood import FloodControl
from .joining import may_write_to
from .state import Bot, Chat, Chatroom, Person

Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """A call whose arguments are checked; `flood` is None when flood control is off or does not count the method."""

    room: Chatroom
    bot: Bot
    args: Json
    uploads: Mapping[str, Upload]
    flood: FloodControl | None = None

    def chat(self) -> Chat:
        """The chat of the call as the bot may look at it; "chat not found" when there is none."""
        chat = find_chat(self.room, self.bot, self.args.get("chat_id", ""))
        if chat.type == "channel" and not chat.bot_is_admin:
            raise forbidden("bot is not a member of the channel chat")
        return chat

    def writable_chat(self) -> Chat:
        """The chat of the call, if the person let the bot write and the bot was not too fast."""
        chat = self.chat()
        if not chat.started and not may_write_to(self.bot, chat.id):
            raise forbidden("bot can't initiate conversation with a user")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.type == "channel" and not chat.bot_may_post:
            raise bad_request("need administrator rights in the channel chat")
        if self.flood is not None and (seconds := self.flood.admit(self.bot.id, chat.id)) is not None:
            raise too_many_requests(seconds)
        return chat

    def find_user(self, user_id: int) -> Json | None:
        person = self.room.persons.get(user_id)
        return person.as_user if person else None

    def reply(self, chat: Chat) -> Json:
        """{"reply_to_message"} as the call asks for, {} when it does not."""
        wanted = self.args.get("reply_parameters")
        if wanted is None:
            return {}
        if "message_id" not in wanted:
            raise bad_request("can't parse reply parameters: Can't find field \"message_id\"")
        if wanted.get("chat_id", chat.id) != chat.id:
            raise bad_request('the web chat has no counterpart of "chat_id" in reply_parameters')
        message = chat.messages.get(wanted["message_id"])
        if message is not None:
            return {"reply_to_message": without_reply(message)}
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")

    def post(self, chat: Chat, content: Json, *, keyboard: Json | None = None) -> Json:
        """Say it in the chat; a channel has no reply keyboards, and a quiet post rings nobody."""
        if keyboard is not None and chat.type == "channel":
            raise bad_request("inline keyboard expected")
        if wanted := self.args.get("ephemeral_message_parameters"):
            return messages.whisper(self.room, chat, self._receiver(chat, wanted), content)
        silent = bool(self.args.get("disable_notification"))
        return messages.post_by_bot(self.room, chat, content, keyboard=keyboard, silent=silent)

    def _receiver(self, chat: Chat, wanted: Json) -> Person:
        """The member who alone is to see it; a bot that is no administrator would need a tap or a command of theirs."""
        if len(wanted) > 1:
            raise bad_request("the web chat knows no taps that ephemeral messages answer")
        if chat.type != "supergroup" or not chat.bot_is_admin:
            raise bad_request("not enough rights to send ephemeral messages to the chat")
        person = chat.members.get(wanted["receiver_user_id"])
        if person is None:
            raise bad_request("USER_NOT_PARTICIPANT")
        return person

    def options(self) -> Json:
        """What the call says about the message that the message itself tells."""
        return {"has_protected_content": True} if self.args.get("protect_content") else {}


Method = Callable[[Call], Awaitable[Any]]


def find_chat(room: Chatroom, bot: Bot, chat_id: int | str) -> Chat:
    if chat_id == "":
        raise bad_request("chat_id is empty")
    if isinstance(chat_id, int):
        chat = bot.chats.get(chat_id)
        if chat is not None:
            return chat
        if person := room.persons.get(chat_id):
            return room.private_chat(bot, person)
    raise bad_request("chat not found")


def without_reply(message: Json) -> Json:
    """A message as it appears inside another one: replies do not nest."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}
