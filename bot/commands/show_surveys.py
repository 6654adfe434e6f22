"""`show surveys`: who was asked what, who will be, and who was not and why."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, in_words, one_of, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings
from bot.errors import WrongUseError

STATUSES = ("planned", "withheld", "invited", "answered", "expired", "cancelled")


def show_surveys(
    customer: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Only this customer's: our id, the shop's id, or an e-mail address."),
    ] = None,
    status: Annotated[str | None, typer.Option(help=f"Only these: {one_of(STATUSES)}.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List plans to ask somebody a survey: who was asked, who will be, who was not, and why."""
    surveys = asyncio.run(_list(load_settings(), customer, status, limit))
    print_facts({"surveys": surveys}, as_json=as_json, draw=_draw)


async def _list(settings: Settings, customer: str | None, status: str | None, limit: int) -> list[Json]:
    from bot.surveys.listing import list_surveys

    if status is not None and status not in STATUSES:
        raise WrongUseError(f"surveys: {status!r} is no status; there are {one_of(STATUSES)}")
    async with reading(settings):
        return await list_surveys(customer=customer, status=status, limit=limit)


def _draw(facts: Json) -> Iterable[RenderableType]:
    if not facts["surveys"]:
        yield "No surveys."
        return
    columns = {"id": "id", "at": "when", "survey": "survey", "order_number": "order", "customer_id": "customer"}
    yield Listing("Surveys", [_told(each) for each in facts["surveys"]], columns | {"told": "status"})


def _told(survey: Json) -> Json:
    at = survey["answered_at"] or survey["invited_at"] or survey["due_at"]
    score = None if survey["score"] is None else f"score {survey['score']}"
    return survey | {"at": at, "told": in_words(survey["status"], score, survey["reason"])}
