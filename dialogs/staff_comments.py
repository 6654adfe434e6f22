"""What customers wrote with their scores, for the staff in private: the newest by reason."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, plain
from bot.reports.comments import NO_REASON, Comment, ReasonGiven
from bot.reports.looking import look_at_comments
from bot.reports.periods import Period
from bot.reports.wording import period_text, reason_name
from bot.staff.roles import Right
from bot.statistics import METRICS, Metric
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door
from dialogs.states import Comments
from dialogs.widgets import Block, Label, fit, go_back, shorten, started_with

LONGEST_QUOTE = 300


async def newest_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """Every time this is shown is a look, and a row of the audit."""
    metric, period = _asked(dialog_manager)
    given = await look_at_comments(metric, staff_id=staff_id, period=period, tz=settings.time_zone, now=clock.now())
    locale = reader.locale
    title = f"{plain(locale, f'report-title-{metric}')}, {period_text(period, locale)}"
    head = html(locale, "report-comments-title", title=title)
    blocks = [block for each in given for block in _blocks(each, reader)] or [html(locale, "report-comments-none")]
    return {"text": fit([head, *blocks], html(locale, "error-cut"), separator="\n\n")}


def _blocks(given: ReasonGiven, reader: Reader) -> Iterator[Markup]:
    locale = reader.locale
    unnamed = given.reason == NO_REASON
    reason = plain(locale, "report-comments-unnamed") if unnamed else reason_name(given.reason, locale)
    yield html(locale, "report-comments-reason", reason=reason, answers=given.answers)
    for comment in given.comments:
        text = shorten(comment.text, LONGEST_QUOTE)
        yield html(
            locale, "report-comment", at=comment.answered_at, about=_about(comment, reader), text=text, tz=reader.tz
        )


def _about(comment: Comment, reader: Reader) -> str:
    told = [f"{plain(reader.locale, f'report-metric-{comment.metric}')} {comment.score}"]
    if comment.number:
        told.append(plain(reader.locale, "report-comment-order", number=comment.number))
    if comment.imported:
        told.append(plain(reader.locale, "report-comment-imported"))
    return " · ".join(told)


def _asked(manager: DialogManager) -> tuple[Metric, Period]:
    """What the report above was about."""
    data = started_with(manager)
    first, last = (date.fromisoformat(day) if day else None for day in data.get("days") or (None, None))
    return next((each for each in METRICS if each == data.get("metric")), METRICS[0]), Period(first, last)


async def _on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_back(manager)


newest_window = Window(
    Block("text"),
    Button(Label("menu-back-button"), id="comments_back", on_click=_on_back),
    state=Comments.newest,
    getter=newest_getter,
)


def build() -> Dialog:
    return behind_door(newest_window, right=Right.ANSWER)
