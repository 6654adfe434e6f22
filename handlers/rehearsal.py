"""The reply to a typed question without a chat: the real dispatcher and windows, and a server that only listens."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from html import unescape
from itertools import count
from typing import Any, cast

from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.fsm.storage.memory import DisabledEventIsolation, MemoryStorage
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, Chat, Message, PhotoSize, TelegramObject, Update, User

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.customers.profile import Profile
from bot.support.results import Answer
from dialogs.widgets import TAG
from handlers.dispatcher import bot_on, build_dispatcher

NOBODYS_TOKEN = "1:rehearsal"  # noqa: S105  # no server ever sees it


class Rehearsal:
    """One person and the bot on an empty stage."""

    def __init__(self, settings: Settings, clock: Clock, profile: Profile) -> None:
        settings = settings.model_copy(update={"staff_chat_id": None})  # a rehearsal calls nobody
        self._session = ListeningSession()
        self._bot = bot_on(self._session, NOBODYS_TOKEN)
        self._user = User(id=profile.chat_id, is_bot=False, first_name=profile.first_name or "?")
        self._chat = Chat(id=profile.chat_id, type="private", first_name=self._user.first_name)
        self._updates = count(1)
        self._storage = MemoryStorage()
        self.dispatcher: Dispatcher = build_dispatcher(
            settings, clock, self._storage, DisabledEventIsolation(), middlewares=[GivenProfile(profile)]
        )

    @property
    def messages(self) -> list[Message]:
        """What the bot has sent, as it stands after edits, oldest first."""
        return list(self._session.messages.values())

    async def reply(self, text: str, understood: Answer | None = None) -> str:
        """What this person would read, had they written this first; nothing is written and nothing is sent.

        How the text is `understood` without anything before need not be found out again where it is known.
        """
        self._storage.storage.clear()
        self._session.messages.clear()
        await self.says(text, understood)
        return self.reads()

    async def says(self, text: str, understood: Answer | None = None) -> None:
        message = Message(
            message_id=-next(self._updates), date=real_now(), chat=self._chat, from_user=self._user, text=text
        )
        await self._feed(Update(update_id=next(self._updates), message=message), understood=understood)

    async def taps(self, data: str) -> None:
        """Tap a button under the newest message."""
        tap = CallbackQuery(id="1", from_user=self._user, chat_instance="1", data=data, message=self.messages[-1])
        await self._feed(Update(update_id=next(self._updates), callback_query=tap))

    def reads(self) -> str:
        """The newest message without its HTML."""
        if not self.messages:
            return ""
        message = self.messages[-1]
        return unescape(TAG.sub("", message.text or message.caption or "")).strip()

    async def _feed(self, update: Update, **known: Any) -> None:
        await self.dispatcher.feed_update(self._bot, update, **known)


class GivenProfile(BaseMiddleware):
    """The person is given: no chat is looked up, none is made."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        return await handler(event, data | {"profile": self._profile})


class ListeningSession(BaseSession):
    """Takes every call, keeps what was sent, and answers as Telegram would."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: dict[int, Message] = {}
        self._ids = count(1)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109  # aiogram's signature
    ) -> TelegramType:
        name = method.__api_method__
        if name.startswith(("send", "editMessage")):
            return cast(TelegramType, self._keep(bot, method))
        if name == "deleteMessage":
            self.messages.pop(vars(method)["message_id"], None)
        return cast(TelegramType, True)

    def _keep(self, bot: Bot, method: TelegramMethod[Any]) -> Message:
        fields = dict(vars(method))
        message_id = fields.get("message_id") or next(self._ids)
        picture = fields.get("photo") or fields.get("media")
        text = fields.get("text") or fields.get("caption") or getattr(picture, "caption", None)
        known = self.messages.get(message_id)
        if known and method.__api_method__ == "editMessageReplyMarkup":
            text, picture = known.text or known.caption, known.photo
        self.messages[message_id] = Message(
            message_id=message_id,
            date=real_now(),
            chat=Chat(id=fields["chat_id"], type="private"),
            from_user=User(id=bot.id, is_bot=True, first_name="Bote"),
            reply_markup=fields.get("reply_markup"),
            **({"photo": [_photo(message_id)], "caption": text} if picture else {"text": text}),
        ).as_(bot)
        return self.messages[message_id]

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""


def _photo(number: int) -> PhotoSize:
    return PhotoSize(file_id=f"photo{number}", file_unique_id=str(number), width=1, height=1)
