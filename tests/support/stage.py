"""The real dispatcher, windows and database without a server: what somebody reads after typing or tapping, at once.

    anna = await on_stage(settings, clock, "de", owns=[customer])
    await anna.says("R-7K3F9")
    anna.reads("unterwegs")

Journeys go through the door; here is what only depends on words, in many languages, for a hundredth of the time.
"""

from collections.abc import Sequence
from html import unescape
from itertools import count

from aiogram.fsm.storage.memory import DisabledEventIsolation, MemoryStorage
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from bot.clock import Clock, real_now
from bot.config import Locale, Settings
from bot.customers.models import Chat as ChatRow
from bot.customers.models import Link
from bot.shop.models import Customer
from dialogs.widgets import TAG
from handlers.dispatcher import bot_on, build_dispatcher
from handlers.rehearsal import NOBODYS_TOKEN, ListeningSession

BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " "})
_numbers = count(9_001)


class Stage:
    """One person in their private chat."""

    def __init__(self, settings: Settings, clock: Clock, user: User) -> None:
        self.user, self.settings, self.clock = user, settings, clock
        self._session = ListeningSession()
        self._bot = bot_on(self._session, NOBODYS_TOKEN)
        self._chat = Chat(id=user.id, type="private", first_name=user.first_name)
        self._dispatcher = build_dispatcher(settings, clock, MemoryStorage(), DisabledEventIsolation())

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def messages(self) -> list[Message]:
        """What the bot has sent, as it stands after edits, oldest first."""
        return list(self._session.messages.values())

    @property
    def text(self) -> str:
        """The newest of them without its HTML, each blank as one types it."""
        newest = self.messages[-1]
        return unescape(TAG.sub("", newest.text or newest.caption or "")).translate(BLANKS)

    @property
    def buttons(self) -> list[str]:
        return list(self._keys())

    async def says(self, text: str) -> None:
        number = next(_numbers)
        message = Message(message_id=-number, date=real_now(), chat=self._chat, from_user=self.user, text=text)
        await self._feed(Update(update_id=number, message=message))

    async def taps(self, label: str) -> None:
        """The first button under the newest message whose label contains this."""
        data = next((data for name, data in self._keys().items() if label in name), None)
        assert data, f"no button {label!r} among {self.buttons} under:\n{self.text}"
        tap = CallbackQuery(id="1", from_user=self.user, chat_instance="1", data=data, message=self.messages[-1])
        await self._feed(Update(update_id=next(_numbers), callback_query=tap))

    def reads(self, *texts: str) -> None:
        """The newest message says all of this; tags and kinds of blanks do not count."""
        missing = [text for text in texts if as_read(text) not in self.text]
        assert not missing, f"{missing} not in:\n{self.text}\nbuttons: {self.buttons}"

    def does_not_read(self, *texts: str) -> None:
        told = [text for text in texts if as_read(text) in self.text]
        assert not told, f"{told} in:\n{self.text}"

    def can_tap(self, *labels: str) -> None:
        missing = [label for label in labels if not any(label in button for button in self.buttons)]
        assert not missing, f"no button {missing} among {self.buttons} under:\n{self.text}"

    def cannot_tap(self, *labels: str) -> None:
        offered = [label for label in labels if any(label in button for button in self.buttons)]
        assert not offered, f"{offered} among {self.buttons} under:\n{self.text}"

    def _keys(self) -> dict[str, str]:
        markup = self.messages[-1].reply_markup
        rows = markup.inline_keyboard if markup else []
        return {key.text: key.callback_data or "" for row in rows for key in row}

    async def _feed(self, update: Update) -> None:
        await self._dispatcher.feed_update(self._bot, update)


async def on_stage(
    settings: Settings, clock: Clock, locale: Locale = "de", *, owns: Sequence[Customer] = (), name: str = "Anna"
) -> Stage:
    """Somebody who has chosen a language and linked these customers' purchases; the database is open."""
    user = User(id=next(_numbers), is_bot=False, first_name=name, language_code=locale)
    await ChatRow.create(id=user.id, locale=locale, first_name=name, created_at=real_now())
    for customer in owns:
        await Link.create(chat_id=user.id, customer_id=customer.id, proof="order", linked_at=real_now())
    return Stage(settings, clock, user)


def as_read(text: str) -> str:
    """A text of the locales as it is read."""
    return unescape(TAG.sub("", text)).translate(BLANKS)
