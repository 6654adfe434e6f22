"""`show policy`: what holds for returns."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.table import Table

from bot.commands.printing import Json, fact_table, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def show_policy(as_json: AsJson = False) -> None:
    """Print the return policy that holds: windows, costs, labels, and what is approved by itself."""
    print_facts(asyncio.run(_policy(load_settings())), as_json=as_json, draw=_draw_policy)


async def _policy(settings: Settings) -> Json:
    from bot.returns.policies import describe_policy

    async with reading(settings):
        return await describe_policy()


def _draw_policy(facts: Json) -> Iterable[Table]:
    named = {key: _days(value) if isinstance(value, dict) else value for key, value in facts.items()}
    named["version"] = facts["version"] or "none imported: these are the defaults"
    yield fact_table("Return policy", named.items())


def _days(windows: Json) -> str:
    return ", ".join(f"{name}: {days}" for name, days in windows.items())
