"""`show inbox`: what came by webhook, and what became of it."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, in_words, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings
from bot.connectors.listing import list_inbox

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def show_inbox(
    everything: Annotated[bool, typer.Option("--all", help="Also what was processed, the newest first.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List bodies of webhooks that were not processed yet, and why; `replay` processes them again."""
    bodies = asyncio.run(_list_inbox(load_settings(), everything=everything, limit=limit))
    print_facts({"bodies": bodies}, as_json=as_json, draw=_draw_inbox)


async def _list_inbox(settings: Settings, *, everything: bool, limit: int) -> list[Json]:
    async with reading(settings):
        return await list_inbox(with_processed=everything, limit=limit)


def _draw_inbox(facts: Json) -> Iterable[RenderableType]:
    if not facts["bodies"]:
        yield "Nothing waits in the inbox."
        return
    columns = {"id": "id", "platform": "platform", "topic": "topic", "received_at": "received", "told": "state"}
    yield Listing("Inbox", [each | {"told": _told_of_body(each)} for each in facts["bodies"]], columns)


def _told_of_body(body: Json) -> str:
    tries = f"{body['attempts']} tries" if body["attempts"] > 1 else None
    next_try = f"next {body['retry_at']}" if body["retry_at"] and body["state"] == "failed" else None
    return in_words(body["state"], body["error"] or body["outcome"], tries, next_try)
