"""`show surveys`: who was asked what, who will be, and who was not and why."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.table import Table

from bot.commands.printing import Json, list_table, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings

COLUMNS = ["id", "survey", "status", "order_number", "customer_id", "due_at", "invited_at", "score", "reason"]


def show_surveys(
    customer: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Only this customer's: our id, the shop's id, or an e-mail address."),
    ] = None,
    status: Annotated[
        str | None, typer.Option(help="Only these: planned, withheld, invited, answered, expired or cancelled.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List plans to ask somebody a survey: who was asked, who will be, who was not, and why."""
    surveys = asyncio.run(_list(load_settings(), customer, status, limit))
    print_facts({"surveys": surveys}, as_json=as_json, draw=_draw)


async def _list(settings: Settings, customer: str | None, status: str | None, limit: int) -> list[Json]:
    from bot.surveys.listing import list_surveys

    async with reading(settings):
        return await list_surveys(customer=customer, status=status, limit=limit)


def _draw(facts: Json) -> Iterable[Table]:
    yield list_table("Surveys" if facts["surveys"] else "No surveys", facts["surveys"], COLUMNS)
