"""`show contest`: a contest and its draw, as everybody may know them; verify_draw.py reads the JSON."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, fact_table, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings
from bot.errors import OperatorError

FACTS = ("status", "deadline", "winners", "commitment", "seed", "digest")
PLACES = {"place": "place", "ticket": "ticket", "drawn_again_because": "drawn again because"}


def show_contest(
    contest_id: Annotated[int, typer.Argument(metavar="ID", min=1, help="The number of the contest.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for verify_draw.py.")] = False,
) -> None:
    """Print a contest: its commitment, and once it is drawn seed, list and places. It tells tickets, not people."""
    print_facts(asyncio.run(_describe(load_settings(), contest_id)), as_json=as_json, draw=_draw)


async def _describe(settings: Settings, contest_id: int) -> Json:
    from bot.community.contest_export import describe_draw
    from bot.community.contests import ContestGoneError

    async with reading(settings):
        try:
            return await describe_draw(contest_id)
        except ContestGoneError:
            raise OperatorError(f"contest: there is none with the number {contest_id}") from None


def _draw(facts: Json) -> Iterable[RenderableType]:
    title = " / ".join(facts["title"].values())
    shown = {name: facts[name] for name in FACTS} | {"tickets": len(facts["tickets"]) or None}
    yield fact_table(f"Contest {facts['contest']}: {title}", shown.items())
    if facts["places"]:
        yield Listing("Places, as they came up", facts["places"], PLACES)
