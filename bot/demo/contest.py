"""The contest that runs in the demo's channel: some customers take part, and so may whoever visits."""

import tomllib
from datetime import datetime, timedelta

from bot.community.contest_entries import enter
from bot.community.contest_news import launch, put_up
from bot.community.contests import arrange, create_contest, list_contests, write
from bot.config import LOCALES, Settings
from bot.demo.content import SHOP, list_seats
from bot.demo.facts import Seat
from bot.demo.offers import find_marketer


async def run_contest(settings: Settings, *, opened_at: datetime, now: datetime) -> None:
    """Open it when the demo opens; the room opens empty at each start, so that one that runs is put up once more.

    The bot must know its name by then, which the button in the channel leads to.
    """
    if before := await list_contests():
        for contest in before:
            if contest.status == "open":
                await put_up(contest, settings=settings, now=now)
        return
    told = tomllib.loads((SHOP / "contest.toml").read_text("utf-8"))
    marketer = find_marketer(settings.default_locale)
    contest_id = await create_contest(
        told[settings.default_locale]["title"], settings.default_locale, author_id=marketer.id, now=opened_at
    )
    for locale in LOCALES:
        for part, text in told[locale].items():
            await write(contest_id, locale, part, text)
    await arrange(contest_id, deadline=opened_at + timedelta(days=told["days"]), winners=told["winners"])
    await launch(contest_id, by=marketer.id, settings=settings, now=opened_at)
    for seat in _takers():
        await enter(contest_id, seat.id, locale=seat.language, settings=settings, now=opened_at)


def _takers() -> list[Seat]:
    """Everybody but the first of each language, whose seat a visitor takes; whoever wins is there to be told."""
    seats = list_seats()
    firsts = {seat.language: seat.id for seat in reversed(seats)}
    return [seat for seat in seats if seat.id not in firsts.values()]
