"""`show campaigns` and `show calendar`: offers and posts, and everything that is sent on one timeline."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, in_words, one_of, print_facts
from bot.commands.reading import reading, shop_time
from bot.config import Settings, load_settings
from bot.errors import OperatorError, WrongUseError

STATUSES = ("draft", "scheduled", "running", "paused", "finished", "cancelled")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def show_campaigns(
    status: Annotated[str | None, typer.Option(help=f"Only these: {one_of(STATUSES)}.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List offers to customers and posts of the channel: what they are, whether they run, how many get them."""
    campaigns = asyncio.run(_list(load_settings(), status, limit))
    print_facts({"campaigns": campaigns}, as_json=as_json, draw=_draw_campaigns)


def show_calendar(
    days: Annotated[int, typer.Option(min=1, max=3650, help="So many days back, and everything to come.")] = 30,
    ical: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as an iCalendar file; - prints it.", dir_okay=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print everything that was sent, is being sent or will be, in the order of time, and what comes too close."""
    if ical and as_json:
        raise WrongUseError("calendar: --ical and --json are two formats; give one of them")
    sends, calendar = asyncio.run(_timeline(load_settings(), days))
    if ical is None:
        print_facts({"calendar": sends}, as_json=as_json, draw=_draw_calendar)
    elif str(ical) == "-":
        typer.echo(calendar, nl=False)
    else:
        _write(ical, calendar)
        typer.echo(f"{ical}: {len(sends)} sends")


async def _list(settings: Settings, status: str | None, limit: int) -> list[Json]:
    from bot.broadcasts.listing import describe_campaigns
    from bot.broadcasts.rules import Status

    if status is not None and status not in STATUSES:
        raise WrongUseError(f"campaigns: {status!r} is no status; there are {one_of(STATUSES)}")
    async with reading(settings):
        return await describe_campaigns(status=Status(status) if status else None, limit=limit)


async def _timeline(settings: Settings, days: int) -> tuple[list[Json], str]:
    from bot.broadcasts.calendar import as_json, timeline
    from bot.broadcasts.ical import as_ical

    async with reading(settings):
        now = await shop_time()
        sends = await timeline(settings=settings, now=now, since=now - timedelta(days=days))
        return [as_json(send) for send in sends], as_ical(sends, now=now)


def _write(file: Path, calendar: str) -> None:
    try:
        file.write_bytes(calendar.encode())
    except OSError as error:
        raise OperatorError(f"calendar: {file} cannot be written ({error.strerror})") from error


def _draw_campaigns(facts: Json) -> Iterable[RenderableType]:
    if not facts["campaigns"]:
        yield "No campaigns."
        return
    rows = [each | {"told": _told(each)} for each in facts["campaigns"]]
    yield Listing(
        "Campaigns", rows, {"id": "id", "starts_at": "when", "kind": "to", "title": "title", "told": "status"}
    )


def _told(campaign: Json) -> str:
    people = None if campaign["audience"] is None else f"{campaign['audience']} people"
    held = f"held: {late}" if (late := campaign["late_because"]) else None
    return in_words(campaign["status"], campaign["paused_because"], held, people, campaign["origin"])


def _draw_calendar(facts: Json) -> Iterable[RenderableType]:
    if not facts["calendar"]:
        yield "Nothing was sent, and nothing will be."
        return
    rows = [each | {"told": _told_of_send(each)} for each in facts["calendar"]]
    yield Listing("Calendar", rows, {"at": "when", "phase": "", "kind": "to", "title": "title", "told": "what"})


def _told_of_send(send: Json) -> str:
    people = None if send["people"] is None else f"{send['people']} people"
    conflicts = [
        f"{each['people']} also get {', '.join(each['with'])} within a {each['within']}" for each in send["conflicts"]
    ]
    return in_words(send["id"], send["status"], people, send["repeats"], *conflicts)
