"""Contests in tests: written, open, and entered."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.community.contest_entries import enter
from bot.community.contest_news import launch
from bot.community.contests import arrange, create_contest, write
from bot.config import LOCALES, Locale, Settings
from bot.conversations.account import find_link_base, remember_account
from tests.support.postman import NOON

LASTS = timedelta(days=3)
AUTHOR = 1
CHANNEL = -100_4711
TEXTS = {"title": "Kanne", "prize": "Eine <Kanne>", "terms": "Ab 18 & nur einmal"}


async def a_draft(
    *,
    now: datetime = NOON,
    winners: int = 1,
    lasts: timedelta = LASTS,
    locales: tuple[Locale, ...] = LOCALES,
    texts: Mapping[str, str] = TEXTS,
) -> int:
    contest_id = await create_contest(f"Kanne {locales[0]}", locales[0], author_id=AUTHOR, now=now)
    for locale in locales:
        for part, text in texts.items():
            await write(contest_id, locale, part, f"{text} {locale}")
    await arrange(contest_id, deadline=now + lasts, winners=winners)
    return contest_id


async def an_open_contest(settings: Settings, **options: Any) -> int:
    if settings.community_chat_id is None:
        settings.community_chat_id = CHANNEL
    if await find_link_base() is None:
        await remember_account(42, "bote_bot", link_base="https://t.me/bote_bot?start=")
    contest_id = await a_draft(**options)
    await launch(contest_id, by=AUTHOR, settings=settings, now=options.get("now", NOON))
    return contest_id


async def entered(contest_id: int, *chats: int, settings: Settings, now: datetime = NOON) -> list[str]:
    return [await enter(contest_id, chat, locale="de", settings=settings, now=now) for chat in chats]
