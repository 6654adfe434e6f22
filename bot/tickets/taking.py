"""Whose case it is: taken by the first, handed on to somebody else who may answer."""

from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html, plain
from bot.outbox.messages import link_button, text_message
from bot.outbox.queue import enqueue
from bot.staff.audit import record
from bot.staff.roles import Right, may
from bot.tickets.cards import post_card
from bot.tickets.cases import OPEN
from bot.tickets.links import case_link
from bot.tickets.models import Case
from bot.tickets.people import names_of


@unit_of_work
async def take_case(case_id: int, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """It is mine from now on; False when it was taken or closed before."""
    taken = await Case.filter(id=case_id, owner_id=None, status__in=OPEN).update(owner_id=staff_id, taken_at=now)
    if taken:
        await record(staff_id, "take", f"case:{case_id}", now=now)
        await post_card(await Case.get(id=case_id), settings=settings, now=now)
    return bool(taken)


@unit_of_work
async def transfer_case(case_id: int, to_id: int, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """It is theirs from now on, and they are told; False when it is closed, theirs already, or they may not answer."""
    if not await may(to_id, Right.ANSWER, settings=settings):
        return False
    theirs = {"owner_id": to_id, "taken_at": now, "nudged_at": None}
    if not await Case.filter(id=case_id, status__in=OPEN).filter(owner_id__not=to_id).update(**theirs):
        return False
    await record(staff_id, "transfer", f"case:{case_id}", now=now, detail={"to": to_id})
    case = await Case.get(id=case_id)
    await post_card(case, settings=settings, now=now)
    if to_id != staff_id:
        by = (await names_of([staff_id]))[staff_id]
        text = html(settings.default_locale, "case-handed-on", id=str(case_id), name=by, cause=_cause(case, settings))
        await tell_colleague(case_id, to_id, text, once=None, settings=settings, now=now)
    return True


async def tell_colleague(
    case_id: int, staff_id: int, text: Markup, *, once: str | None, settings: Settings, now: datetime
) -> None:
    """A line in somebody's private chat with the bot, with the way to the case; in the caller's transaction."""
    url = await case_link(case_id)
    keyboard = [[link_button(plain(settings.default_locale, "staff-open-button"), url)]] if url else ()
    params = text_message(text, keyboard=keyboard)
    await enqueue(staff_id, "sendMessage", params, once=once, purpose="staff", now=now)


def _cause(case: Case, settings: Settings) -> Markup:
    return html(settings.default_locale, f"case-cause-{case.cause}")
