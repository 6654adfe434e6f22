"""Everything the chat server knows: persons, bots, chats, messages, files. It lives in memory and is bounded."""

from __future__ import annotations

import itertools
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from .errors import ConnectionCut
from .events import EventLogs
from .faults import Faults
from .files import FileStore, Upload
from .taps import Taps
from .updates import UpdateQueue

Json = dict[str, Any]

KEPT_MESSAGES = 10_000
EPOCH_2026 = 1_767_225_600


@dataclass(slots=True)
class Person:
    """Somebody who chats; a seat, not an account."""

    id: int
    first_name: str
    language_code: str = "en"
    username: str | None = None
    about: str | None = None
    photo: str | None = None
    as_user: Json = field(init=False)

    def __post_init__(self) -> None:
        self.as_user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            self.as_user["username"] = self.username
        self.as_user["language_code"] = self.language_code


@dataclass(slots=True)
class Chat:
    """A conversation of one bot with one person, with a group, or with whoever follows a channel."""

    id: int
    type: Literal["private", "supergroup", "channel"]
    title: str
    bot: Bot
    members: dict[int, Person]
    as_chat: Json
    message_ids: Iterator[int]
    messages: dict[int, Json] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    bot_is_admin: bool = False
    bot_may_post: bool = True
    bot_may_invite: bool = True
    owners: frozenset[int] = frozenset()
    pinned: set[int] = field(default_factory=set)
    silent: set[int] = field(default_factory=set)
    votes: dict[int, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboard_message_id: int | None = None
    unread: dict[int, int] = field(default_factory=dict)
    read_up_to: dict[int, int] = field(default_factory=dict)
    links: dict[str, Any] = field(default_factory=dict)
    asked: dict[int, Any] = field(default_factory=dict)
    whispered: dict[int, dict[int, Json]] = field(default_factory=dict)

    def keep(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        if len(self.messages) > KEPT_MESSAGES:
            self.drop(next(iter(self.messages)))

    def drop(self, message_id: int) -> bool:
        """Forget a message; whether there was one."""
        self.pinned.discard(message_id)
        self.silent.discard(message_id)
        self.votes.pop(message_id, None)
        return self.messages.pop(message_id, None) is not None

    def pinned_message(self) -> Json | None:
        """The newest of those that are pinned."""
        return self.messages[max(self.pinned)] if self.pinned else None

    def last_message(self) -> Json | None:
        return next(reversed(self.messages.values()), None)


@dataclass(slots=True)
class Bot:
    """A bot as its owner registered it, and what it set up by itself."""

    id: int
    token: str
    username: str
    first_name: str
    updates: UpdateQueue
    message_ids: Iterator[int]
    photo: str | None = None
    reads_all_group_messages: bool = False
    webhook: Any = None
    chats: dict[int, Chat] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.name_in(""), "username": self.username}

    def name_in(self, language_code: str) -> str:
        return self.names.get(language_code) or self.names.get("") or self.first_name


class Chatroom:
    """The server's whole state. `wall` is the time of day in seconds: messages carry it, limits never use it."""

    def __init__(self, *, wall: Callable[[], float] = time.time) -> None:
        self.wall = wall
        self.persons: dict[int, Person] = {}
        self.bots: dict[str, Bot] = {}
        self.files = FileStore()
        self.faults = Faults()
        self.events = EventLogs()
        self.taps = Taps()
        # Who answers for the web addresses of pictures and documents; None: the web itself.
        self.web: Callable[[str], Awaitable[Upload]] | None = None
        self.reply: Callable[[Bot, Json, dict[str, Upload]], Awaitable[None]] | None = None
        self.webhook_pause = 0.5
        self.hang_ups: set[Callable[[], None]] = set()
        # A bot may remember message ids and update ids of an earlier run of this server: never hand them out twice.
        self._first_id = max(int((wall() - EPOCH_2026) * 10), 1)
        self._user_ids = itertools.count(1_001)
        self._group_ids = itertools.count(1_000_000_001_001)

    def add_user(
        self,
        first_name: str,
        *,
        language_code: str = "en",
        id: int | None = None,  # noqa: A002 - the name it has in the client API
        username: str | None = None,
        about: str | None = None,
        photo: str | None = None,
    ) -> Person:
        """A new person; without `id` one is chosen. Raises ValueError when the id is taken or no user id."""
        user_id = next(free for free in self._user_ids if free not in self.persons) if id is None else id
        if user_id in self.persons or not 0 < user_id < 2**52:
            raise ValueError(f"{user_id} is taken or no user id")
        person = Person(user_id, first_name, language_code, username, about, photo)
        self.persons[user_id] = person
        return person

    def add_bot(
        self,
        token: str,
        username: str,
        first_name: str,
        *,
        photo: str | None = None,
        reads_all_group_messages: bool = False,
    ) -> Bot:
        """A new bot; its id is the number in front of the token's colon, as at Telegram."""
        number = token.partition(":")[0]
        if not number.isdecimal():
            raise ValueError('a token looks like "123456:letters"')
        updates = UpdateQueue(self._first_id)
        ids = itertools.count(self._first_id)
        bot = Bot(int(number), token, username, first_name, updates, ids, photo, reads_all_group_messages)
        self.bots[token] = bot
        return bot

    def add_group(
        self, title: str, members: Iterable[int], *, bot: Bot | None = None, bot_is_admin: bool = False
    ) -> Chat:
        """A supergroup of persons (by id) and one bot (the first, unless given).

        As at Telegram a bot sees all that is said only as an admin or when it was registered so; else it sees
        commands, mentions of itself and replies to itself.
        """
        bot = bot or self.first_bot()
        chat_id = -next(self._group_ids)
        shown = {"id": chat_id, "title": title, "type": "supergroup"}
        people = {user_id: self.persons[user_id] for user_id in members}
        chat = Chat(chat_id, "supergroup", title, bot, people, shown, itertools.count(self._first_id))
        chat.started, chat.bot_is_admin = True, bot_is_admin
        bot.chats[chat_id] = chat
        return chat

    def add_channel(
        self,
        title: str,
        subscribers: Iterable[int],
        *,
        owners: Iterable[int] = (),
        bot: Bot | None = None,
        bot_is_admin: bool = True,
    ) -> Chat:
        """A private channel that persons (by id) follow; its owners post there, and the bot as its administrator."""
        own = frozenset(owners)
        chat = self.add_group(title, {*subscribers, *own}, bot=bot, bot_is_admin=bot_is_admin)
        chat.type, chat.owners = "channel", own
        chat.as_chat["type"] = "channel"
        return chat

    def first_bot(self) -> Bot:
        if not self.bots:
            raise ValueError("add a bot first")
        return next(iter(self.bots.values()))

    def private_chat(self, bot: Bot, person: Person) -> Chat:
        """The person's chat with the bot: it exists from the start, as an empty window does."""
        chat = bot.chats.get(person.id)
        if chat is None:
            shown = {"id": person.id, "first_name": person.first_name}
            if person.username:
                shown["username"] = person.username
            shown["type"] = "private"
            chat = Chat(person.id, "private", bot.first_name, bot, {person.id: person}, shown, bot.message_ids)
            bot.chats[person.id] = chat
        return chat

    def chats_of(self, person: Person) -> list[Chat]:
        """The person's chats, the one with the newest message first."""
        chats = [self.private_chat(bot, person) for bot in self.bots.values()]
        for bot in self.bots.values():
            chats += [chat for chat in bot.chats.values() if chat.id < 0 and person.id in chat.members]
        return sorted(chats, key=lambda chat: (chat.last_message() or {"date": 0})["date"], reverse=True)

    def restart(self) -> None:
        """What a restart of Telegram looks like from outside: polls end, connections break, the state stays."""
        for bot in self.bots.values():
            bot.updates.interrupt(ConnectionCut())
        self.taps.hang_up()
        for hang_up in list(self.hang_ups):
            hang_up()

    def announce_clock(self, shown: Json) -> None:
        """Tell every page what the demo's clock shows; for a stage that moves by itself."""
        for user_id in self.persons:
            self.events.of(user_id).touch("clock", "clock", shown)

    def now(self) -> int:
        return int(self.wall())
