"""`show faults`: the accounts of points that the nightly check found wrong."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings

MOST = 1_000


def show_faults(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the accounts of points that the last checks found wrong; `doctor --accept-points` takes one as it is."""
    print_facts({"faults": asyncio.run(_faults(load_settings()))}, as_json=as_json, draw=_draw)


async def _faults(settings: Settings) -> list[Json]:
    from bot.loyalty.checking import describe_checks

    async with reading(settings):
        return [{"customer": each, "fault": fault} for each, fault in (await describe_checks(most=MOST)).faults]


def _draw(facts: Json) -> Iterable[RenderableType]:
    if not facts["faults"]:
        yield "No account is wrong."
        return
    yield Listing("Accounts that are wrong", facts["faults"], {"customer": "customer", "fault": "what"}, wordy="fault")
