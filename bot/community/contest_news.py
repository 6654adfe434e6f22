"""What a contest sends: its post in the channel and what becomes of it, word to the winners, cards to the staff.

All of it stands in the outbox in the transaction of what it tells about, so that a crash loses nothing of it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.broadcasts.cards import locale_of, marketers
from bot.callbacks.contests import OpenContest
from bot.community.contest_models import Contest, ContestPlace
from bot.community.contest_wording import post_keyboard, post_text, won_keyboard, won_text
from bot.community.contests import (
    ContestFacts,
    ContestUnreadyError,
    cancel_contest,
    open_contest,
)
from bot.config import Locale, Settings
from bot.conversations.account import find_link_base
from bot.db import unit_of_work
from bot.i18n import Markup, escape, html, plain
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.models import Push
from bot.outbox.queue import current_chat, enqueue

POST, CHANGES, PRIZE = "post", "card", "prize"


@unit_of_work
async def launch(contest_id: int, *, by: int | None, settings: Settings, now: datetime) -> ContestFacts:
    """Open it, and put it up in the channel; ContestUnreadyError while something is missing for that."""
    if settings.community_chat_id is None:
        raise ContestUnreadyError(what="channel")
    if await find_link_base() is None:
        raise ContestUnreadyError(what="bot")
    contest = await open_contest(contest_id, by=by, now=now)
    await put_up(contest, settings=settings, now=now)
    return contest


@unit_of_work
async def call_off(contest_id: int, *, by: int | None, settings: Settings, now: datetime) -> ContestFacts:
    """Cancel it, and say so in the channel."""
    contest = await cancel_contest(contest_id, by=by, now=now)
    await _show(contest, settings=settings, now=now, purpose=CHANGES)
    return contest


async def put_up(contest: ContestFacts, *, settings: Settings, now: datetime) -> None:
    """Post it; once more where it stood in a channel that has opened anew."""
    await _show(contest, settings=settings, now=now, purpose=POST, expires_at=contest.deadline)


async def find_posted(contest_id: int) -> Push | None:
    """The first row of the outbox that puts it up."""
    return await Push.filter(slot=slot_of(contest_id), purpose=POST).order_by("-id").first()


async def tell_drawn(contest: ContestFacts, won: Sequence[ContestPlace], *, settings: Settings, now: datetime) -> None:
    """The channel reads tickets, each winner that it is them, and the staff that it is drawn."""
    await _show(contest, settings=settings, now=now, purpose=CHANGES)
    for place in won:
        await _tell_winner(contest, place, settings, now)
    await _tell_staff(contest, "contest-staff-drawn", settings, now, once="drawn", winners=len(won))


async def tell_replaced(
    contest: ContestFacts, before: ContestPlace, won: Sequence[ContestPlace], *, settings: Settings, now: datetime
) -> None:
    """The same once a place was drawn again; whoever had it reads why."""
    await _show(contest, settings=settings, now=now, purpose=CHANGES)
    if chat_id := before.entry.chat_id:
        locale = await locale_of(chat_id, settings)
        title = escape(contest.words("title", locale))
        text = html(locale, f"contest-replaced-{before.why}", title=title)
        once = f"contest:{contest.id}:place:{before.place}:again"
        await enqueue(chat_id, "sendMessage", text_message(text), once=once, purpose=PRIZE, now=now)
    for place in won:
        await _tell_winner(contest, place, settings, now)


async def tell_answered(contest: ContestFacts, place: int, answer: str, *, settings: Settings, now: datetime) -> None:
    """The staff read that a winner has answered; who it is stands behind the button."""
    once = f"place:{place}:{answer}"
    await _tell_staff(contest, f"contest-staff-{answer}", settings, now, once=once, place=place)


def slot_of(contest_id: int) -> str:
    """Its place in the channel."""
    return f"contest:{contest_id}"


async def _tell_winner(contest: ContestFacts, place: ContestPlace, settings: Settings, now: datetime) -> None:
    if chat_id := place.entry.chat_id:
        locale = await locale_of(chat_id, settings)
        params = text_message(won_text(contest, place.entry.ticket, locale), keyboard=won_keyboard(contest.id, locale))
        once = f"contest:{contest.id}:place:{place.place}"
        await enqueue(chat_id, "sendMessage", params, once=once, purpose=PRIZE, now=now)


async def _tell_staff(
    contest: ContestFacts, key: str, settings: Settings, now: datetime, *, once: str, **values: int
) -> None:
    """Everybody who may write offers, in their own chat; it names nobody."""
    for person in await marketers(settings):
        locale = await locale_of(person.id, settings)
        text = html(locale, key, title=escape(contest.words("title", locale)), **values)
        params = text_message(text, keyboard=_desk_keyboard(contest.id, locale))
        about = f"contest:{contest.id}:{once}:{person.id}"
        await enqueue(person.id, "sendMessage", params, once=about, purpose="staff", now=now)


async def _show(contest: ContestFacts, *, settings: Settings, now: datetime, purpose: str, **options: Any) -> None:
    """The post as it is to be read now; what is there already is changed where it stands."""
    link_base = await find_link_base()
    if settings.community_chat_id is None or link_base is None:
        return
    text = await _post(contest, settings)
    params = text_message(text, keyboard=post_keyboard(contest, link_base, settings=settings))
    chat_id, slot = await current_chat(settings.community_chat_id), slot_of(contest.id)
    await enqueue(chat_id, "sendMessage", params, once=None, purpose=purpose, now=now, slot=slot, **options)


async def _post(contest: ContestFacts, settings: Settings) -> Markup:
    if contest.status != "drawn":
        return post_text(contest, settings=settings)
    row = await Contest.get(id=contest.id)
    places = await ContestPlace.filter(contest_id=contest.id).order_by("place").prefetch_related("entry")
    return post_text(contest, settings=settings, seed=row.seed, places=places)


def _desk_keyboard(contest_id: int, locale: Locale) -> Keyboard:
    return [[callback_button(plain(locale, "offer-look-button"), OpenContest(contest_id=contest_id).pack())]]
