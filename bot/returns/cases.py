"""The case of a return in the staff chat: its card tells how the return stands, and it ends when the return does."""

from datetime import datetime

from bot.config import Settings
from bot.customers.holds import open_hold
from bot.db import unit_of_work
from bot.i18n import Markup
from bot.outbox.messages import Keyboard
from bot.returns.acts import rests
from bot.returns.desk import desk_keyboard, desk_text, last_steps
from bot.returns.looking import read_sheet
from bot.returns.machine import OVER, SETTLED, Status
from bot.returns.models import Return
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader
from bot.staff.audit import record
from bot.tickets.cards import show_facts
from bot.tickets.cases import close_case, resolve_case
from bot.tickets.models import Case
from bot.tickets.reopening import take_up_again
from bot.tickets.resolutions import Action, Resolution
from bot.tickets.resting import keep_open, let_rest
from bot.tickets.taking import take_case

CAUSES = ("return", "cancel")
# What was done about the case, by what became of the return.
DONE: dict[Status, Action] = {
    Status.REFUNDED: "refunded",
    Status.CREDITED: "goodwill",
    Status.EXCHANGED: "replaced",
    Status.SENT_BACK: "answered",
    Status.REJECTED: "answered",
    Status.CLOSED: "answered",
    Status.CANCELLED: "nothing",
}


def case_of(return_id: int, cause: str) -> str:
    """What makes its case the only one."""
    return f"return:{return_id}:{cause}"


def is_decided(status: Status) -> bool:
    """Whether nothing is left to be decided, so that its case may be closed as well."""
    return status in SETTLED | OVER


async def find_case(return_id: int) -> Case | None:
    """The case that the staff work on it in."""
    return await Case.get_or_none(once__in=[case_of(return_id, cause) for cause in CAUSES])


async def find_return(case_id: int) -> int | None:
    """The return that a case is about."""
    case = await Case.get_or_none(id=case_id)
    room, _, rest = (case.once or "" if case else "").partition(":")
    return_id, _, cause = rest.partition(":")
    return int(return_id) if room == "return" and cause in CAUSES and return_id.isdecimal() else None


async def facts_of(sheet: ReturnSheet, settings: Settings) -> tuple[Markup, Keyboard]:
    """What the card tells and offers, in the language of the staff."""
    reader = Reader(settings.default_locale, settings.time_zone, settings.shop_name)
    text = desk_text(sheet, await last_steps(sheet.id), reader)
    return text, await desk_keyboard(sheet, reader.locale)


@unit_of_work
async def look_at_return(return_id: int, *, staff_id: int, now: datetime) -> None:
    """Put on record that somebody opens it; NotFoundError when there is no such return."""
    await read_sheet(return_id)
    await record(staff_id, "view", f"return:{return_id}", now=now)


async def refresh_desk(return_id: int, *, settings: Settings, now: datetime) -> None:
    """Let the card say what has changed; to be called in the transaction of the change."""
    case = await find_case(return_id)
    if case is None:
        return
    sheet = await read_sheet(return_id)
    await let_rest(case.id, rests=rests(sheet), now=now)
    await keep_open(case.id, is_kept=not is_decided(sheet.status))
    text, keyboard = await facts_of(sheet, settings)
    await show_facts(case.id, text, keyboard, settings=settings, now=now)


async def end_case(return_id: int, after: Status, *, staff_id: int | None, settings: Settings, now: datetime) -> None:
    """Nothing is left to be done about it: closed with what was done by whoever did it, else by the bot."""
    case = await find_case(return_id) if is_decided(after) else None
    if case is None or case.status == "closed":
        return
    await keep_open(case.id, is_kept=False)
    if staff_id is None:
        await close_case(case.id, because="return", settings=settings, now=now)
        return
    resolution = Resolution("returning", DONE.get(after, "other"))
    await resolve_case(case.id, resolution, staff_id=staff_id, settings=settings, now=now)


async def take_up_case(row: Return, *, settings: Settings, now: datetime) -> None:
    """What was over goes on: the case is open again, and its customer is left alone."""
    await open_hold(row.customer_id, reason="return", subject=f"return:{row.id}", now=now)
    case = await find_case(row.id)
    if case is not None and case.status == "closed":
        await take_up_again(case, owner_id=None, settings=settings, now=now)


async def claim_case(return_id: int, *, staff_id: int, settings: Settings, now: datetime) -> None:
    """Whoever does something about it first looks after it."""
    case = await find_case(return_id)
    if case is not None and case.owner_id is None:
        await take_case(case.id, staff_id=staff_id, settings=settings, now=now)
