"""Until when an order may be withdrawn from, as a day; and the law's form, for whoever would rather fill one in."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Start

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.returns.form import send_form
from bot.returns.last_days import LastDays, last_days
from bot.returns.policies import current_policy
from bot.shop.orders import get_order, list_orders
from dialogs.helpful import helpful_row
from dialogs.order_buttons import order_column, order_entry
from dialogs.order_declared import marks_of
from dialogs.states import Linking, Order, Orders, Terms, Withdrawal
from dialogs.widgets import Block, Label, footer, noticing, started_with, toast

# Older ones are asked about by their number.
MOST_ORDERS = 8


async def days_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """One order with all its last days, several with that of the withdrawal alone."""
    found = await _found(dialog_manager, profile, clock, settings)
    one = found[0] if len(found) == 1 else None
    dialog_manager.dialog_data["order_id"] = one.order_id if one else None
    told = [_told(each, profile, in_full=one is not None) for each in found]
    general = html(profile.locale, "term-general", days=(await current_policy()).periods.withdrawal_days)
    today, ids = clock.now().astimezone(profile.tz).date(), {each.order_id for each in found}
    page = await list_orders(profile.customer_ids, today=today, limit=MOST_ORDERS)
    marks = await marks_of(page.orders)
    return {
        "text": lines([html(profile.locale, "term-title"), *(told or [general])], "\n\n"),
        "orders": [] if one else [order_entry(order, profile, marks) for order in page.orders if order.id in ids],
        "one": one is not None,
        "open": one is not None and one.may_withdraw,
        "unlinked": not profile.is_linked,
    }


async def _found(manager: DialogManager, profile: Profile, clock: Clock, settings: Settings) -> list[LastDays]:
    """Those that were named; else what may still be withdrawn from, or the newest where nothing may."""
    now, named = clock.now(), started_with(manager).get("order_ids") or ()
    today = now.astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=MOST_ORDERS)
    found = [
        await last_days(each, customer_ids=profile.customer_ids, settings=settings, now=now)
        for each in named or [order.id for order in page.orders]
    ]
    return found if named else [each for each in found if each.may_withdraw] or found[:1]


def _told(term: LastDays, profile: Profile, *, in_full: bool) -> Markup:
    locale = profile.locale
    is_later = term.goodwill and (term.day is None or term.goodwill > term.day)
    more = [
        html(locale, "withdraw-goodwill-until", day=term.goodwill) if is_later and term.goodwill else Markup(),
        html(locale, "withdraw-warranty-until", day=term.warranty) if term.warranty else Markup(),
    ]
    if term.standing == "open":
        more.insert(0, html(locale, "term-enough"))
    told = [html(locale, "order-title", number=term.number), _standing(term, profile)]
    return lines([*told, *(more if in_full else ())])


def _standing(term: LastDays, profile: Profile) -> Markup:
    values: dict[str, Any] = {"day": term.day} if term.day else {}
    values |= {"days": term.days} if term.standing == "unbegun" else {}
    return html(profile.locale, f"term-{term.standing}", **values)


async def form_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    return {"text": html(profile.locale, "term-form-text"), "linked": profile.is_linked}


async def on_order(_: CallbackQuery, __: Any, manager: DialogManager, order_id: int) -> None:
    await manager.start(Terms.days, {"order_ids": [order_id]})


async def on_withdraw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """From the order that is shown, else from the one they choose."""
    order_id = _order_id(manager)
    if order_id is None:
        await manager.start(Orders.page, {"wish": "withdrawal"} | noticing("withdraw-which"))
    else:
        await manager.start(Withdrawal.confirm, {"order_id": order_id})


async def on_to_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.card, {"order_id": _order_id(manager)})


async def on_form(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The file comes as a message of its own; the screen stays."""
    given = manager.middleware_data
    profile, now, order_id = given["profile"], given["clock"].now(), _order_id(manager)
    today = now.astimezone(profile.tz).date()
    order = await get_order(order_id, customer_ids=profile.customer_ids, today=today) if order_id else None
    await send_form(profile.chat_id, order=order.number if order else None, settings=given["settings"], now=now)
    await toast(callback, plain(profile.locale, "term-form-toast"))


def _order_id(manager: DialogManager) -> int | None:
    """The one that is shown; the form knows only those that were named."""
    shown = manager.dialog_data.get("order_id")
    named: list[int] = started_with(manager).get("order_ids") or []
    return shown if isinstance(shown, int) else named[0] if len(named) == 1 else None


days_window = Window(
    Block("text"),
    order_column("term", on_order),
    Button(Label("withdraw-button"), id="withdraw", on_click=on_withdraw, when="open"),
    Button(Label("order-card-button"), id="order", on_click=on_to_order, when="one"),
    Button(Label("term-form-button"), id="days_form", on_click=on_form),
    Start(Label("menu-link-button"), id="link", state=Linking.ways, when="unlinked"),
    helpful_row("days"),
    footer("days"),
    state=Terms.days,
    getter=days_getter,
)

form_window = Window(
    Block("text"),
    Button(Label("term-form-button"), id="form", on_click=on_form),
    Button(Label("withdraw-button"), id="form_withdraw", on_click=on_withdraw, when="linked"),
    helpful_row("form"),
    footer("form"),
    state=Terms.form,
    getter=form_getter,
)


def build() -> Dialog:
    return Dialog(days_window, form_window)
