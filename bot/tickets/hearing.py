"""What the customer writes while a human looks after them: kept, shown to the staff, never flooding them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.config import Settings
from bot.customers.models import Chat
from bot.db import unit_of_work
from bot.i18n import html
from bot.tickets.cards import find_card, post_card
from bot.tickets.messages import Way, Written, correct, find_kept, keep, send
from bot.tickets.models import Case, CaseMessage
from bot.tickets.reminders import tell_away

# More than so many posts below the card within so long are merged into the card while nobody answers (SUP-10).
MOST_POSTS = 5
POSTS_WITHIN = timedelta(minutes=5)


@unit_of_work
async def add_customer_message(case_id: int, written: Written, *, settings: Settings, now: datetime) -> None:
    """Keep what the customer wrote, or corrected, and show it to the staff; outside business hours, say so."""
    case = await Case.get(id=case_id)
    known = await find_kept(case_id, written, "customer")
    if known is None:
        message = await keep(case_id, "customer", written, now=now)
        await _show(case, message, settings, now)
        await tell_away(case, settings=settings, now=now)
    elif known.text != written.text:
        way = await _way(case, known, settings)
        changed = way is not None and await correct(known, written.text, way, now=now)
        if not changed:
            await post_card(case, settings=settings, now=now)


@unit_of_work
async def add_customer_files(case_id: int, files: Sequence[Written], *, settings: Settings, now: datetime) -> None:
    """Show the staff what the customer gave elsewhere: nobody waits for an answer to it in their talk."""
    case = await Case.get(id=case_id)
    for written in files:
        message = await keep(case_id, "bot", written, now=now)
        if way := await _way(case, message, settings):
            await send(message, replace(way, once=f"case:{case_id}:file:{message.id}"), now=now)


async def _show(case: Case, message: CaseMessage, settings: Settings, now: datetime) -> None:
    way = await _way(case, message, settings)
    if way is None:
        return
    if await _is_flood(case, message, now):
        await post_card(case, settings=settings, now=now)
    else:
        await send(message, way, now=now)


async def _way(case: Case, message: CaseMessage, settings: Settings) -> Way | None:
    if settings.staff_chat_id is None:
        return None
    chat = await Chat.get_or_none(id=case.chat_id) if case.chat_id is not None else None
    name = (chat and chat.first_name) or "?"
    return Way(
        settings.staff_chat_id,
        html(settings.default_locale, "case-from-customer", id=str(case.id), name=name),
        "staff",
        f"case:{case.id}:customer:{message.chat_message}",
        reply_to=await find_card(case.id, settings),
    )


async def _is_flood(case: Case, message: CaseMessage, now: datetime) -> bool:
    """Whether so much was posted lately, and not answered since, that another post would only be noise."""
    answer = await CaseMessage.filter(case_id=case.id, author="staff").order_by("-id").first()
    posts = CaseMessage.filter(case_id=case.id, author="customer", push_id__not_isnull=True, at__gt=now - POSTS_WITHIN)
    lately = posts.filter(id__gt=answer.id if answer else 0)
    posted = await lately
    if message.album is not None and message.album in {each.album for each in posted}:
        return False  # it goes with the post of its album
    return len({each.push_id for each in posted}) >= MOST_POSTS
