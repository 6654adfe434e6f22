"""Taking updates in: judge the flood, keep each person's order, hand them to the dispatcher."""

import asyncio
from functools import partial

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, Update, User

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import load_profile
from bot.i18n import html
from handlers.flood import FloodGuard, Verdict
from handlers.lanes import Lanes

# Taps of a flooder are still answered, so that no button spins; beyond this many waiting not even that.
HUSHED_AT_ONCE = 100

log = structlog.get_logger(__name__)


class Intake:
    """The one door for updates, whether polled or sent to the webhook."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._guard = FloodGuard()
        self._lanes = Lanes()

    def take(self, update: Update) -> "asyncio.Future[None] | None":
        """Begin to answer; the future ends with the answer, with an error only if even the apology failed.

        None: the update is not going to be answered, because its sender floods us.
        """
        update = _as_if_new(update)
        person_id = _person_of(update)
        if update.poll:  # figures, one update a vote: nobody's flood
            return self._lanes.put(person_id, partial(self._answer, update))
        match self._guard.judge(person_id, at=self._written_at(update)):
            case Verdict.ANSWER:
                return self._lanes.put(person_id, partial(self._answer, update))
            case Verdict.NOTICE:
                log.warning("flood", person_id=person_id, dropped=self._guard.dropped)
                return self._lanes.put(person_id, partial(self._ask_for_calm, update))
            case Verdict.SILENCE:
                return self._hush(person_id, update)

    async def room(self) -> None:
        """Wait until there is room for another person's update."""
        await self._lanes.room()

    async def drain(self, timeout_s: float) -> None:
        """Wait until everything taken in is answered, but no longer than `timeout_s`."""
        await self._lanes.drain(timeout_s)

    async def _answer(self, update: Update) -> None:
        await self._dispatcher.feed_update(self._bot, update)

    def _written_at(self, update: Update) -> float:
        """When it was written: what piled up while we were away is no flood. A tap carries no time of its own.

        In the demo messages are dated by the shop's clock, so that is the one to ask.
        """
        event = update.event
        if isinstance(event, CallbackQuery) or not hasattr(event, "date"):
            clock: Clock = self._dispatcher["clock"]
            return clock.now().timestamp()
        return float(getattr(event, "edit_date", None) or event.date.timestamp())

    async def _ask_for_calm(self, update: Update) -> None:
        """Once a flood, and only in private: in a group the notice would be noise of its own."""
        await self._stop_spinning(update)
        tap = update.callback_query
        message, sender = (tap.message, tap.from_user) if tap else _message_and_sender(update.message)
        if not message or not sender or message.chat.type != "private":
            return
        settings: Settings = self._dispatcher["settings"]
        profile = await load_profile(
            message.chat.id, language_code=sender.language_code, first_name=sender.first_name, settings=settings
        )
        await self._bot.send_message(message.chat.id, html(profile.locale, "flood-notice"))

    def _hush(self, person_id: int, update: Update) -> "asyncio.Future[None] | None":
        if update.callback_query is None or self._lanes.queued(person_id) >= HUSHED_AT_ONCE:
            return None
        return self._lanes.put(person_id, partial(self._stop_spinning, update))

    async def _stop_spinning(self, update: Update) -> None:
        if update.callback_query:
            try:
                await self._bot.answer_callback_query(update.callback_query.id)
            except TelegramAPIError as error:
                log.warning("tap not answered", error=type(error).__name__)


def _as_if_new(update: Update) -> Update:
    """An edited text is read as if it were written anew: who mends a typo wants the answer to the mended question."""
    edited: Message | None = update.edited_message
    if edited is None or not edited.text:
        return update
    return update.model_copy(update={"message": edited, "edited_message": None})


def _message_and_sender(message: Message | None) -> tuple[Message | None, User | None]:
    return message, message.from_user if message else None


def _person_of(update: Update) -> int:
    """Who wrote; a kind of update without a sender shares one lane with its like."""
    return getattr(getattr(update.event, "from_user", None), "id", 0)
