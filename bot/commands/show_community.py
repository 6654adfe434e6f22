"""`show community`: who was let into the groups of the shop and why, in numbers, and which requests wait."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, fact_table, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings

REQUESTS = {"group": "group", "status": "status", "why": "why", "count": "requests"}
WAITING = {
    "request": "request",
    "group": "group",
    "why": "why",
    "since": "since",
    "shown_to_staff": "shown to the staff",
}


def show_community(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Print how requests to join the groups were answered, which wait, and what became of personal links."""
    print_facts(asyncio.run(_describe(load_settings())), as_json=as_json, draw=_draw)


async def _describe(settings: Settings) -> Json:
    from bot.community.member_counts import describe_members

    async with reading(settings):
        return await describe_members()


def _draw(facts: Json) -> Iterable[RenderableType]:
    yield Listing("Requests to join", facts["requests"], REQUESTS)
    if facts["waiting"]:
        yield Listing("Waiting, the oldest first", facts["waiting"], WAITING)
    if facts["links"]:
        yield fact_table("Personal links", facts["links"].items())
