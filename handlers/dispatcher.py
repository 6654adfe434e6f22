"""Builds the Bot and the Dispatcher: storage, isolation, middlewares, and the routers in their order."""

from collections.abc import Sequence
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.dispatcher.middlewares.error import ErrorsMiddleware
from aiogram.enums import ParseMode
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import LinkPreviewOptions
from aiogram.utils.token import TokenValidationError
from aiogram_dialog import setup_dialogs

from bot.clock import Clock
from bot.config import Settings
from bot.errors import OperatorError
from bot.i18n import load_texts
from bot.pacing import Pacer
from dialogs.intents import use_distinct_ids
from dialogs.screens import screens
from dialogs.showing import ReplyFirst
from handlers import (
    commands,
    comments,
    consent,
    contact,
    contests,
    errors,
    faq,
    groups,
    human,
    joining,
    leftovers,
    meant,
    membership,
    notes,
    offers,
    photos_asked,
    pointers,
    polls,
    privacy,
    pushes,
    questions,
    referrals,
    reviews,
    solved,
    staff,
    staff_offers,
    staff_private,
    staff_returns,
    surveys,
)
from handlers.erased import NothingLeft
from handlers.middleware import HandledOnce, KnownPerson, LoggedUpdates
from handlers.pacing import PacedRequests
from handlers.talking import LastTopic
from handlers.turns import HeardAnswers, LastTurns


def build_bot(settings: Settings, pacer: Pacer) -> Bot:
    """The Bot on the configured server; every call asks the pacer, which the sender of pushes asks too."""
    if settings.telegram_token is None:
        raise OperatorError("telegram: no token; get one from @BotFather and set BOTE_TELEGRAM_TOKEN (or try `demo`)")
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
    session.middleware(PacedRequests(pacer))
    session.middleware(HeardAnswers())
    return bot_on(session, settings.telegram_token.get_secret_value())


def bot_on(session: BaseSession, token: str) -> Bot:
    """A Bot that writes HTML without link previews."""
    properties = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
    try:
        return Bot(token, session=session, default=properties)
    except TokenValidationError:
        raise OperatorError(
            "telegram: BOTE_TELEGRAM_TOKEN is no bot token; @BotFather shows it as 123456:ABC…"
        ) from None


def build_dispatcher(
    settings: Settings,
    clock: Clock,
    storage: BaseStorage,
    isolation: BaseEventIsolation,
    *,
    middlewares: Sequence[BaseMiddleware] | None = None,
    routers: Sequence[Router] | None = None,
) -> Dispatcher:
    """The whole conversation; a rehearsal or a benchmark brings middlewares or routers of its own."""
    load_texts()
    use_distinct_ids()
    given: dict[str, Any] = {"settings": settings, "clock": clock, "is_live": middlewares is None}
    dispatcher = Dispatcher(storage=storage, events_isolation=isolation, **given)
    for middleware in [LoggedUpdates(), HandledOnce()] if middlewares is None else middlewares:
        dispatcher.update.outer_middleware(middleware)
    # A second time, inside the person's lock: what an error handler shows must not race with their next update.
    dispatcher.update.outer_middleware(ErrorsMiddleware(dispatcher))
    if middlewares is None:
        dispatcher.update.outer_middleware(KnownPerson())
        dispatcher.update.outer_middleware(NothingLeft())
    dispatcher.errors.outer_middleware(errors.LastWord())  # before the dialogs set up theirs
    dispatcher.include_routers(*(build_routers() if routers is None else routers))
    # The dispatcher's lock is around everything already; one of the dialogs' own would be taken twice.
    setup_dialogs(dispatcher, message_manager=ReplyFirst(), events_isolation=DisabledEventIsolation())
    topic = LastTopic()
    dispatcher.message.middleware(topic)
    dispatcher.callback_query.middleware(topic)
    if middlewares is None:  # behind the dialogs' own, which know whether a form waits for typing
        turns = LastTurns()
        dispatcher.message.outer_middleware(turns)
        dispatcher.callback_query.outer_middleware(turns)
    return dispatcher


def build_routers() -> list[Router]:
    """First come first served: what is asked for by name, typed questions, what nobody said, then the open screen."""
    return [
        errors.build(),
        staff.build(),
        staff_private.build(),
        staff_returns.build(),
        staff_offers.build(),
        referrals.build(),
        contests.build(),
        joining.build(),
        reviews.build(),
        groups.build(),
        membership.build(),
        polls.build(),
        commands.build(),
        contact.build(),
        human.build(),
        consent.build(),
        solved.build(),
        comments.build(),
        surveys.build(),
        offers.build(),
        privacy.build(),
        pushes.build(),
        meant.build(),
        faq.build(),
        pointers.build(),  # tells of every button that none of those before it knows
        photos_asked.build(),
        questions.build(),
        notes.build(),
        *screens(),
        leftovers.build(),
    ]
