"""Money that comes back: for each open return how much, where it stands and by when, and what was paid lately."""

from datetime import date, datetime, timedelta
from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.machine import Status
from bot.returns.money_awaited import MoneyBack, Paid, list_money
from bot.returns.money_saying import Saying, money_saying
from bot.returns.money_text import money_lines
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader, deadlines, state_label, title
from dialogs.return_buttons import return_column, return_entry
from dialogs.states import Refunds
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, Block, Notice, fit, footer, started_with

# No bank takes longer to show what was sent.
BANK_TAKES = timedelta(days=10)
# Their sums say what the money is about: also to somebody who only asks when it comes.
SUMMED: frozenset[Saying] = frozenset({"pays", "unpaid"})
# They come as soon as everything is here and checked, or, once it is, next.
AFTER_CHECK: frozenset[Saying] = frozenset({"exchange", "replacement", "credit", "rest"})


async def list_getter(
    dialog_manager: DialogManager, profile: Profile, settings: Settings, clock: Clock, **_: Any
) -> dict[str, Any]:
    begun, now = started_with(dialog_manager), clock.now()
    money = await list_money(profile.customer_ids, now=now, return_id=begun.get("return_id"))
    today = now.astimezone(profile.tz).date()
    reader = Reader(profile.locale, profile.tz, settings.shop_name, today)
    asks_when = bool(begun.get("asks_when"))
    told = [
        html(profile.locale, "money-title"),
        *(_waiting(sheet, reader, today, asks_when=asks_when) for sheet in money.waiting),
        lines([*(_paid(each, reader) for each in money.paid), _bank(money, reader, now - BANK_TAKES)]),
        Markup() if money.waiting or money.paid else html(profile.locale, "money-none"),
    ]
    room = LONGEST_MESSAGE - LONGEST_NOTICE
    return {
        "text": fit(told, html(profile.locale, "error-cut"), limit=room, separator="\n\n"),
        "returns": [return_entry(sheet, profile.locale) for sheet in money.waiting],
    }


def _waiting(sheet: ReturnSheet, reader: Reader, today: date, *, asks_when: bool) -> Markup:
    """Who only asks when is told no sum again."""
    said = money_saying(sheet, reader.tz, today=today)
    state = html(reader.locale, "return-state", state=state_label(sheet.way, sheet.status, reader.locale))
    is_summed = not asks_when or said in SUMMED
    sums = money_lines(sheet, reader.locale, shop=reader.shop) if is_summed else Markup()
    return lines([title(sheet, reader.locale), state, sums, *_when(said, sheet, reader, is_summed=bool(sums))])


def _when(said: Saying, sheet: ReturnSheet, reader: Reader, *, is_summed: bool) -> list[Markup]:
    due, locale = sheet.money_due_on(reader.tz), reader.locale
    if said == "late" and due:
        return [html(locale, "money-late", day=due)]
    told = deadlines(sheet, reader)
    if (said == "unpaid" and is_summed) or (said == "refund" and due):  # the lines above say it
        return told
    is_checked = sheet.status is Status.INSPECTED or sheet.needs_no_goods
    if said == "refund":
        return [*told, html(locale, "money-day-checked" if is_checked else "money-day-open")]
    checked = "-checked" if said in AFTER_CHECK and is_checked else ""
    return [*told, html(locale, f"money-{said}{checked}")]


def _paid(paid: Paid, reader: Reader) -> Markup:
    day = paid.at.astimezone(reader.tz).date()
    return html(reader.locale, "money-paid", total=paid.total, order=paid.order_number, day=day)


def _bank(money: MoneyBack, reader: Reader, since: datetime) -> Markup:
    return html(reader.locale, "money-bank") if any(each.at >= since for each in money.paid) else Markup()


list_window = Window(
    Notice(),
    Block("text"),
    return_column("money"),
    footer("refunds"),
    state=Refunds.list,
    getter=list_getter,
)


def build() -> Dialog:
    return Dialog(list_window)
