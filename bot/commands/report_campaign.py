"""`report campaign`: what came of an offer or a post of the channel."""

import asyncio
from collections.abc import Iterable
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, fact_table, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings
from bot.errors import NotFoundError, OperatorError

PEOPLE = ("audience", "delivered", "to_come", "clicked", "unsubscribed", "blocked", "lost", "possible_duplicates")
REASONS = ("waiting", "withheld", "failed", "left_out")


def show_campaign(
    campaign_id: Annotated[int, typer.Argument(metavar="ID", help="As `show campaigns` lists it.", min=1)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """What came of a campaign: delivered, withheld and why, clicks, who wants no more, orders within 7 days.

    Lost and possible duplicates are counted from the rows: none is lost unless it is found missing, and what may have
    arrived twice (a crash at the wrong moment) is named.
    """
    print_facts(asyncio.run(_describe(load_settings(), campaign_id)), as_json=as_json, draw=_draw)


async def _describe(settings: Settings, campaign_id: int) -> Json:
    from bot.broadcasts.listing import describe_results

    async with reading(settings, read_only=False):  # counting what waits takes the transaction of the outbox
        try:
            return await describe_results(campaign_id, settings=settings)
        except NotFoundError:
            raise OperatorError(f"campaign {campaign_id}: not found; `show campaigns` lists them") from None


def _draw(facts: Json) -> Iterable[RenderableType]:
    about = ("kind", "status", "paused_because", "origin", "starts_at", "finished_at")
    yield fact_table(f"{facts['id']} · {facts['title']}", [(name, facts[name]) for name in about])
    if post := facts["post"]:
        yield fact_table("Post", post.items())
    if found := facts["results"]:
        yield fact_table("People", [(name, found[name]) for name in PEOPLE])
        for name in REASONS:
            if found[name]:
                yield fact_table(name.replace("_", " ").capitalize(), found[name].items())
        if found["clicks"]:
            yield fact_table("Clicks", [(button, _clicks(each)) for button, each in found["clicks"].items()])
        if found["sales"]:
            yield fact_table("Orders within 7 days", [(each["currency"], _orders(each)) for each in found["sales"]])


def _clicks(each: Any) -> str:
    return f"{each['people']} people, {each['times']} times"


def _orders(each: Any) -> str:
    return f"{each['orders']} orders, {each['value']}"
