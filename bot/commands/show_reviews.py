"""`show reviews`: reviews by stars, what was declined of them and why, and the products they are of."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings

STARS = {"stars": "stars", "given": "given", "counted": "count", "shown": "shown", "waiting": "wait"}
STARS |= {"decisions": "read", "decided_against": "declined", "share": "share"}


def show_reviews(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Print how products were reviewed, and what the staff declined by stars and reason."""
    print_facts(asyncio.run(_describe(load_settings())), as_json=as_json, draw=_draw)


async def _describe(settings: Settings) -> Json:
    from bot.community.review_figures import describe_reviews

    async with reading(settings):
        return await describe_reviews()


def _draw(facts: Json) -> Iterable[RenderableType]:
    stars = [each | {"share": _percent(each["declined_share"])} for each in facts["stars"]]
    yield Listing("Reviews by stars, and the decisions about their words", stars, STARS)
    if facts["declined_because"]:
        rows = [{"why": why, "count": count} for why, count in facts["declined_because"].items()]
        yield Listing("Words declined because", rows, {"why": "reason", "count": "times"})
    if facts["waiting_since"]:
        yield f"Words wait to be read since {facts['waiting_since']}."
    if facts["products"]:
        rows = [each | {"name": next(iter(each["name"].values()), "")} for each in facts["products"]]
        yield Listing("Products", rows, {"sku": "sku", "reviews": "reviews", "mean": "mean", "name": "name"})


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
