"""What customers asked and nobody answered, for the staff in private: the same question in other words is one."""

from datetime import timedelta
from hashlib import blake2b
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select, Start
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, lines, plain
from bot.reports.looking import look_at_questions
from bot.reports.periods import Period
from bot.reports.questions import Asked, Group
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door, reader_of, staff_footer, staff_id_of
from dialogs.states import FaqDesk, Questions
from dialogs.widgets import LONGEST_BUTTON, Block, Label, fit, shorten, toast

DAYS = 90
MOST_SHOWN = 8
LONGEST_EXAMPLE = 120


async def groups_getter(reader: Reader, staff_id: int, clock: Clock, settings: Settings, **_: Any) -> dict[str, Any]:
    """Every time this is shown is a look, and a row of the audit."""
    told = await _asked(staff_id, clock, settings)
    groups = told.groups[:MOST_SHOWN]
    return {
        "text": fit([_head(told, reader), *(_line(each, reader) for each in groups)], html(reader.locale, "error-cut")),
        "groups": [{"id": _id_of(each), "label": f"✏️ {shorten(each.example, LONGEST_BUTTON - 3)}"} for each in groups],
    }


async def on_group(callback: CallbackQuery, _: Any, manager: DialogManager, group_id: str) -> None:
    """An entry begins with the question and the other ways to ask filled in; only the answer is missing."""
    given = manager.middleware_data
    told = await _asked(staff_id_of(manager), given["clock"], given["settings"])
    chosen = next((each for each in told.groups if _id_of(each) == group_id), None)
    if chosen is None:
        await toast(callback, plain(reader_of(manager).locale, "faqdesk-group-gone-toast"))
        return
    question, *others = (text.replace("#", "…") for text in chosen.texts)
    draft = {"question": {chosen.locale: shorten(question, LONGEST_EXAMPLE)}, "phrases": {chosen.locale: others}}
    await manager.start(FaqDesk.answer, {"draft": draft, "language": chosen.locale})


async def _asked(staff_id: int, clock: Clock, settings: Settings) -> Asked:
    now = clock.now()
    today = now.astimezone(settings.time_zone).date()
    period = Period(today - timedelta(days=DAYS - 1), today)
    return await look_at_questions(staff_id=staff_id, period=period, tz=settings.time_zone, now=now)


def _head(told: Asked, reader: Reader) -> Markup:
    locale = reader.locale
    answered = round(100 * told.outcomes["answer"] / told.total) if told.total else 0
    rated = told.helpful + told.unhelpful
    return lines(
        [
            html(locale, "faqdesk-groups-title", days=DAYS),
            html(locale, "faqdesk-groups-figures", total=told.total, answered=answered) if told.total else Markup(),
            html(locale, "faqdesk-groups-helpful", yes=told.helpful, rated=rated) if rated else Markup(),
            html(locale, "faqdesk-groups-hint" if told.groups else "faqdesk-groups-none"),
        ]
    )


def _line(each: Group, reader: Reader) -> Markup:
    example = shorten(each.example, LONGEST_EXAMPLE)
    language = plain(reader.locale, f"language-name-{each.locale}")
    return html(reader.locale, "faqdesk-group", count=each.count, example=example, language=language)


def _id_of(each: Group) -> str:
    """The groups may have changed since they were shown: a place in the list would be another one."""
    return blake2b(each.example.encode(), digest_size=8).hexdigest()


groups_window = Window(
    Block("text"),
    Column(
        Select(
            Format("{item[label]}"),
            id="group",
            item_id_getter=lambda each: each["id"],
            items="groups",
            on_click=on_group,
        )
    ),
    Start(Label("faqdesk-entries-button"), id="entries", state=FaqDesk.list),
    staff_footer("groups"),
    state=Questions.groups,
    getter=groups_getter,
)


def build() -> Dialog:
    return behind_door(groups_window, right=Right.ANSWER)
