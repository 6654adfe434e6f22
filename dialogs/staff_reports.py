"""How satisfied customers are, for the staff in private: a picture, the sentence that matters, and what to look at."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start, SwitchTo
from aiogram_dialog.widgets.media import DynamicMedia

from bot.clock import Clock
from bot.config import Locale, Settings
from bot.i18n import Markup, escape, html, plain
from bot.reports.charts import picture
from bot.reports.periods import Period
from bot.reports.recovery import Recovery, recovery
from bot.reports.satisfaction import Report, report
from bot.reports.segments import OVER_TIME, SEGMENTS, By
from bot.reports.wording import group_line, group_names, recovery_remark, recovery_sentence, remarks, sentence
from bot.staff.roles import Right, may
from bot.statistics import METRICS, Metric
from bot.tickets.wording import Reader
from dialogs.showing import Drawn
from dialogs.staff_door import behind_door
from dialogs.states import Comments, Home, Reports
from dialogs.widgets import LONGEST_CAPTION, Block, Label, T, choices, fit, go_back

# How many days up to today; "all" are all.
SPANS = {"30": 30, "90": 90, "365": 365, "all": None}
USUAL_SPAN = "90"
NO_GROUPS = "none"
MOST_LINES = 10


async def picture_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    metric, span, by = _asked(dialog_manager)
    period = period_of(span, clock.now().astimezone(settings.time_zone).date())
    told = await report(metric, period=period, by=by, tz=settings.time_zone)
    won_back = await recovery(period, tz=settings.time_zone)
    drawn = await picture(told, reader.locale)
    return {
        "text": await _text(told, won_back, reader.locale),
        "picture": Drawn(drawn) if drawn else None,
        "metrics": [_choice(each, plain(reader.locale, f"report-metric-{each}"), metric) for each in METRICS],
        "spans": [_choice(each, plain(reader.locale, f"report-span-{each}-button"), span) for each in SPANS],
        "by": plain(reader.locale, f"report-by-{by or NO_GROUPS}"),
        "segments": [
            _choice(each, plain(reader.locale, f"report-by-{each}"), by or NO_GROUPS) for each in (NO_GROUPS, *SEGMENTS)
        ],
        "may_read": await may(staff_id, Right.ANSWER, settings=settings),
    }


def period_of(span: str, today: date) -> Period:
    """The days up to today that a button names."""
    days = SPANS[span]
    return Period(today - timedelta(days=days - 1), today) if days else Period()


async def _text(told: Report, won_back: Recovery, locale: Locale) -> Markup:
    """The sentence, then the groups in words, for whoever cannot see the picture; and how many were won back."""
    groups = told.groups[:MOST_LINES] if told.by not in OVER_TIME else told.groups[-MOST_LINES:]
    names = await group_names([group.key for group in groups], told.by, locale) if told.by else {}
    head = [Markup(f"<b>{escape(sentence(told, locale))}</b>"), *map(escape, remarks(told, locale))]
    if won_back.asked:
        head += [escape(recovery_sentence(won_back, locale)), escape(recovery_remark(won_back, locale))]
    rest = [escape(group_line(told.metric, names[group.key], group.estimate, locale)) for group in groups]
    return fit([*head, *rest], html(locale, "error-cut"), limit=LONGEST_CAPTION)


def _asked(manager: DialogManager) -> tuple[Metric, str, By | None]:
    """What was tapped last; taps come from the client, so what cannot be is the usual."""
    data = manager.dialog_data
    return (
        next((each for each in METRICS if each == data.get("metric")), METRICS[0]),
        next((each for each in SPANS if each == data.get("span")), USUAL_SPAN),
        next((each for each in SEGMENTS if each == data.get("by")), None),
    )


def _choice(code: str, label: str, chosen: str) -> dict[str, str]:
    return {"id": code, "label": f"• {label}" if code == chosen else label}


async def on_metric(_: CallbackQuery, __: Any, manager: DialogManager, metric: str) -> None:
    manager.dialog_data["metric"] = metric


async def on_span(_: CallbackQuery, __: Any, manager: DialogManager, span: str) -> None:
    manager.dialog_data["span"] = span


async def on_grouping(_: CallbackQuery, __: Any, manager: DialogManager, by: str) -> None:
    manager.dialog_data["by"] = by
    await manager.switch_to(Reports.picture)


async def on_comments(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    metric, span, _by = _asked(manager)
    clock: Clock = manager.middleware_data["clock"]
    settings: Settings = manager.middleware_data["settings"]
    period = period_of(span, clock.now().astimezone(settings.time_zone).date())
    days = [day.isoformat() if day else None for day in (period.first, period.last)]
    await manager.start(Comments.newest, {"metric": metric, "days": days})


async def _on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_back(manager)


picture_window = Window(
    Block("text"),
    DynamicMedia("picture", when="picture"),
    choices("metric", "metrics", on_metric),
    Group(choices("span", "spans", on_span), width=2),
    Row(
        SwitchTo(Label("report-grouping-button", "by"), id="to_grouping", state=Reports.grouping),
        Button(Label("report-comments-button"), id="to_comments", on_click=on_comments, when="may_read"),
    ),
    Row(
        Button(Label("menu-back-button"), id="report_back", on_click=_on_back),
        Start(Label("menu-home-button"), id="report_home", state=Home.menu),
    ),
    state=Reports.picture,
    getter=picture_getter,
)

grouping_window = Window(
    T("report-grouping-ask"),
    DynamicMedia("picture", when="picture"),
    Group(choices("segment", "segments", on_grouping), width=2),
    SwitchTo(Label("menu-back-button"), id="grouping_back", state=Reports.picture),
    state=Reports.grouping,
    getter=picture_getter,
)


def build() -> Dialog:
    return behind_door(picture_window, grouping_window, right=Right.REPORT)
