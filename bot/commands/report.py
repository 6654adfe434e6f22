"""`report`: satisfaction in figures, answers, invitations, what comes back, points, what is asked, predictions."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from bot.commands import report_tables
from bot.commands.reading import reading, shop_time
from bot.commands.report_campaign import show_campaign
from bot.commands.report_causes import draw_causes
from bot.commands.report_loyalty import draw_loyalty
from bot.commands.report_predictions import show_predictions
from bot.commands.report_questions import draw_questions
from bot.commands.report_returns import draw_returns
from bot.config import Settings, load_settings
from bot.errors import WrongUseError
from bot.reports import causes, comments, funnel, loyalty, questions, recovery, returns, satisfaction
from bot.reports.exports import answers_csv
from bot.reports.periods import LATEST, Period, PeriodError, read_period
from bot.reports.segments import SEGMENTS, By
from bot.reports.wording import group_names, recovery_remark, recovery_sentence, remarks, sentence
from bot.statistics import METRICS, Metric

Named = TypeVar("Named", bound=str)

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day, such as 2026-11-01.")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day; with --from alone: today.")]
Which = Annotated[str | None, typer.Option("--metric", help="Only this one: nps, csat or ces.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Groups = Annotated[str | None, typer.Option("--by", help=f"Group the answers: {', '.join(SEGMENTS)}.")]

ReturnsBy = Annotated[str | None, typer.Option("--by", help="Group them: reason, product or category.")]
Reasons = Annotated[str | None, typer.Option("--by", help="Group them: reason.")]

MOST_LISTED = 10
RECOVERY = "Were they won back: who said, after their case was closed, that it is solved, with a 95 % interval."

HELP = {
    "nps": "Would they recommend the shop: promoters less detractors, -100 to 100, with a 95 % interval.",
    "csat": "Were they satisfied: the share of 4 and 5 of 5, with a 95 % interval.",
    "ces": "Was it easy: the mean of 1 to 7, with a 95 % interval.",
}
NOTES = """
Days are those of the shop's time zone. Without days every answer counts; with a first day the period is compared with
the one of the same length before it. Under 10 answers no figure is shown, under 30 it is marked; JSON has them all.
"""


def _metric_command(metric: Metric) -> Callable[..., None]:
    def show(first: From = None, last: To = None, by: Groups = None, as_json: AsJson = False) -> None:
        asyncio.run(_show(metric, first, last, by, as_json=as_json))

    return show


for each in METRICS:
    app.command(each, help=HELP[each] + "\n" + NOTES)(_metric_command(each))


app.command("predictions")(show_predictions)
app.command("campaign")(show_campaign)


@app.command("funnel")
def show_funnel(which: Which = None, first: From = None, last: To = None, as_json: AsJson = False) -> None:
    """What became of the invitations: planned, withheld and why, sent, delivered, tapped, commented."""
    asyncio.run(_show_funnel(_metric(which), first, last, as_json=as_json))


@app.command("recovery", help=RECOVERY + "\n" + NOTES)
def show_recovery(first: From = None, last: To = None, by: Reasons = None, as_json: AsJson = False) -> None:
    asyncio.run(_show_recovery(first, last, by, as_json=as_json))


@app.command("returns")
def show_returns(first: From = None, last: To = None, by: ReturnsBy = None, as_json: AsJson = False) -> None:
    """How much of what was delivered comes back, with a 95 % interval: reasons, value, days to refund, exchanges.

    The period is that of the delivery, whenever its goods came back: a young period is not complete yet. What was
    refused, taken back or let expire does not count, nor what was cancelled before it left.
    """
    asyncio.run(_show_returns(first, last, by, as_json=as_json))


@app.command("loyalty")
def show_loyalty(first: From = None, last: To = None, as_json: AsJson = False) -> None:
    """Points: issued, spent, expired, taken back in a period; and what customers have today, by tier."""
    asyncio.run(_show_loyalty(first, last, as_json=as_json))


@app.command("questions")
def show_questions(first: From = None, last: To = None, as_json: AsJson = False) -> None:
    """What customers ask: answered, asked back, not understood, handed over; and what is not answered, in groups.

    A group is one question in different words, without numbers and addresses; `/questions` in the chat answers it from
    then on. Questions of the last year have words, older ones are only counted.
    """
    asyncio.run(_show_questions(first, last, as_json=as_json))


@app.command("causes")
def show_causes(first: From = None, last: To = None, as_json: AsJson = False) -> None:
    """What customers complain of, by cause, and what was done about it and told them ("you said, we did")."""
    asyncio.run(_show_causes(first, last, as_json=as_json))


@app.command("answers")
def show_answers(
    which: Which = None,
    first: From = None,
    last: To = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print all of them as CSV, for a spreadsheet.")] = False,
) -> None:
    """List the newest comments by reason, or print every answer as CSV."""
    asyncio.run(_show_answers(_metric(which), first, last, as_csv=as_csv))


async def _show(metric: Metric, first: str | None, last: str | None, by: str | None, *, as_json: bool) -> None:
    segment = _segment(by)
    async with _asked(first, last) as (settings, period):
        told = await satisfaction.report(metric, period=period, by=segment, tz=settings.time_zone)
        if as_json:
            typer.echo(json.dumps(satisfaction.as_json(told), ensure_ascii=False, indent=2))
            return
        console = Console(highlight=False)
        console.print(Text(sentence(told, "en"), style="bold"))
        for remark in remarks(told, "en"):
            console.print(Text(remark))
        if not told.estimate.n:
            return
        console.print(report_tables.distribution(told))
        if segment:
            names = await group_names([group.key for group in told.groups], segment, "en")
            console.print(report_tables.groups(told, names))


async def _show_recovery(first: str | None, last: str | None, by: str | None, *, as_json: bool) -> None:
    grouping = None if by is None else _one_of(recovery.GROUPINGS, by, "--by")
    async with _asked(first, last) as (settings, period):
        told = await recovery.recovery(period, by=grouping, tz=settings.time_zone)
    if as_json:
        typer.echo(json.dumps(recovery.recovery_as_json(told), ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    console.print(Text(recovery_sentence(told, "en"), style="bold"))
    console.print(Text(recovery_remark(told, "en")))
    if grouping:
        console.print(report_tables.recovery(told))


async def _show_returns(first: str | None, last: str | None, by: str | None, *, as_json: bool) -> None:
    grouping = None if by is None else _one_of(returns.GROUPINGS, by, "--by")
    async with _asked(first, last) as (settings, period):
        told = await returns.returns(period, by=grouping, tz=settings.time_zone, locale=settings.default_locale)
    _print(returns.returns_as_json(told), draw_returns(told), as_json=as_json)


async def _show_loyalty(first: str | None, last: str | None, *, as_json: bool) -> None:
    async with _asked(first, last) as (settings, period):
        told = await loyalty.loyalty(period, tz=settings.time_zone, now=await shop_time())
    _print(loyalty.as_json(told), draw_loyalty(told), as_json=as_json)


async def _show_questions(first: str | None, last: str | None, *, as_json: bool) -> None:
    async with _asked(first, last) as (settings, period):
        told = await questions.questions(period, tz=settings.time_zone)
    _print(questions.as_json(told), draw_questions(told), as_json=as_json)


async def _show_causes(first: str | None, last: str | None, *, as_json: bool) -> None:
    async with _asked(first, last) as (settings, period):
        told = await causes.causes(period, tz=settings.time_zone)
    _print(causes.as_json(told), draw_causes(told), as_json=as_json)


async def _show_funnel(metric: Metric | None, first: str | None, last: str | None, *, as_json: bool) -> None:
    async with _asked(first, last) as (settings, period):
        told = funnel.as_json(await funnel.funnel(metric, period=period, tz=settings.time_zone))
    if as_json:
        typer.echo(json.dumps({"metric": metric, **told}, ensure_ascii=False, indent=2))
    else:
        Console(highlight=False).print(report_tables.funnel(told))


async def _show_answers(metric: Metric | None, first: str | None, last: str | None, *, as_csv: bool) -> None:
    async with _asked(first, last) as (settings, period):
        if as_csv:
            async for piece in answers_csv(metric, period=period, tz=settings.time_zone):
                typer.echo(piece, nl=False)
            return
        told = await comments.newest_comments(metric, period=period, tz=settings.time_zone, most=MOST_LISTED)
    console = Console(highlight=False)
    for group in told:
        console.print(report_tables.comments(group))
    if not told:
        console.print("No comments.")


def _print(told: dict[str, Any], drawn: Iterable[RenderableType], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    for part in drawn:
        console.print(part)


@asynccontextmanager
async def _asked(first: str | None, last: str | None) -> AsyncIterator[tuple[Settings, Period]]:
    """The settings and the days asked for, with the database open; a demo's today may be ahead."""
    settings = load_settings()
    _period(first, last, LATEST)  # what is mistyped is told before the database is looked at
    async with reading(settings):
        yield settings, _period(first, last, (await shop_time()).astimezone(settings.time_zone).date())


def _period(first: str | None, last: str | None, today: date) -> Period:
    try:
        return read_period(first, last, today=today)
    except PeriodError as error:
        raise WrongUseError(f"report: {error}") from None


def _metric(name: str | None) -> Metric | None:
    return None if name is None else _one_of(METRICS, name, "--metric")


def _segment(name: str | None) -> By | None:
    return None if name is None else _one_of(SEGMENTS, name, "--by")


def _one_of(known: tuple[Named, ...], name: str, option: str) -> Named:
    found = next((each for each in known if each == name), None)
    if found is None:
        raise WrongUseError(f"report: {option} {name} is none of {', '.join(known)}")
    return found
