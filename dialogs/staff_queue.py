"""The queue of open cases for one of the staff in private: by cause, by age, by what is at stake."""

from typing import Any, get_args

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Row, Select, Start
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.queue import Sorting, Waiting, list_queue
from bot.tickets.wording import Reader, age_text
from dialogs.offer_states import Offers
from dialogs.staff_door import behind_door
from dialogs.states import Case, Home, Members, Questions, Queue, Reports
from dialogs.widgets import LONGEST_BUTTON, Block, Label, as_id, current_page, page_buttons, page_turn, shorten

A_PAGE = 8
SORTINGS: tuple[Sorting, ...] = get_args(Sorting)


async def page_getter(dialog_manager: DialogManager, reader: Reader, clock: Clock, **_: Any) -> dict[str, Any]:
    sorting = _sorting(dialog_manager)
    waiting = await list_queue(clock.now(), by=sorting)
    last = max(0, (len(waiting) - 1) // A_PAGE)
    page = min(current_page(dialog_manager), last)
    shown = waiting[page * A_PAGE : (page + 1) * A_PAGE]
    return {
        "text": _text(waiting, sorting, reader),
        "cases": [{"id": each.id, "label": _label(each, reader)} for each in shown],
        "sortings": [{"id": each, "label": _sorting_label(each, sorting, reader)} for each in SORTINGS],
        "several": len(waiting) > 1,
        "turns": list(_turns(page, last, reader)),
    }


def _text(waiting: list[Waiting], sorting: Sorting, reader: Reader) -> Markup:
    locale = reader.locale
    if not waiting:
        return html(locale, "case-queue-empty")
    free = sum(not each.taken for each in waiting)
    return lines(
        [
            html(locale, "case-queue-title", count=len(waiting)),
            html(locale, "desk-queue-free", free=free) if free else html(locale, "desk-queue-taken"),
            html(locale, f"desk-queue-by-{sorting}"),
        ]
    )


def _label(waiting: Waiting, reader: Reader) -> str:
    """What it is about, for how long, how much: what decides which to open."""
    locale = reader.locale
    told = [
        plain(locale, f"desk-cause-{waiting.cause}-button"),
        plain(locale, "desk-number", id=str(waiting.id)),
        age_text(waiting.age, locale),
        plain(locale, "case-card-total", total=waiting.value) if waiting.value else "",
    ]
    sign = ("❗ " if waiting.overdue else "") + ("✋ " if waiting.taken else "")
    return shorten(sign + " · ".join(filter(None, told)), LONGEST_BUTTON + 20)


def _sorting_label(sorting: Sorting, chosen: Sorting, reader: Reader) -> str:
    label = plain(reader.locale, f"desk-by-{sorting}-button")
    return f"• {label}" if sorting == chosen else label


def _turns(page: int, last: int, reader: Reader) -> list[dict[str, Any]]:
    back = [page_turn(page - 1, plain(reader.locale, "desk-previous-button"))] if page > 0 else []
    more = [page_turn(page + 1, plain(reader.locale, "desk-next-button"))] if page < last else []
    return back + more


def _sorting(manager: DialogManager) -> Sorting:
    chosen = manager.dialog_data.get("by")
    return next((each for each in SORTINGS if each == chosen), "cause")


async def on_sorting(_: CallbackQuery, __: Any, manager: DialogManager, sorting: str) -> None:
    manager.dialog_data.update(by=sorting, page=0)


async def on_case(_: CallbackQuery, __: Any, manager: DialogManager, case_id: int) -> None:
    await manager.start(Case.card, {"case_id": case_id})


page_window = Window(
    Block("text"),
    Column(
        Select(
            Format("{item[label]}"),
            id="case",
            item_id_getter=lambda each: each["id"],
            items="cases",
            type_factory=as_id,
            on_click=on_case,
        )
    ),
    page_buttons("queue_turn"),
    Select(
        Format("{item[label]}"),
        id="by",
        item_id_getter=lambda each: each["id"],
        items="sortings",
        on_click=on_sorting,
        when="several",
    ),
    Row(
        Start(Label("desk-members-button"), id="members", state=Members.list, when="is_owner"),
        Start(Label("report-open-button"), id="reports", state=Reports.picture),
        Start(Label("faqdesk-open-button"), id="questions", state=Questions.groups),
        Start(Label("offer-open-button"), id="offers", state=Offers.list, when="is_owner"),
        Start(Label("menu-home-button"), id="queue_home", state=Home.menu),
    ),
    state=Queue.page,
    getter=page_getter,
)


def build() -> Dialog:
    return behind_door(page_window, right=Right.ANSWER)
