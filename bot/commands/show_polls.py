"""`show polls` and `show poll`: what was asked in the channel, and what was chosen; nobody knows by whom."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, fact_table, in_words, one_of, print_facts
from bot.commands.reading import reading
from bot.config import Settings, load_settings
from bot.errors import OperatorError, WrongUseError

STATUSES = ("draft", "scheduled", "open", "closed", "cancelled")
FACTS = ("status", "voters", "several", "members_only", "countries", "post_at", "posted_at", "deadline", "ended_at")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def show_polls(
    status: Annotated[str | None, typer.Option(help=f"Only these: {one_of(STATUSES)}.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List the polls of the channel: what they ask, whether they run, how many have voted."""
    polls = asyncio.run(_list(load_settings(), status, limit))
    print_facts({"polls": polls}, as_json=as_json, draw=_draw_polls)


def show_poll(
    poll_id: Annotated[int, typer.Argument(metavar="ID", min=1, help="The number of the poll.")],
    as_json: AsJson = False,
) -> None:
    """Print a poll: what it asks of whom, and how often each answer was chosen."""
    print_facts(asyncio.run(_describe(load_settings(), poll_id)), as_json=as_json, draw=_draw_poll)


async def _list(settings: Settings, status: str | None, limit: int) -> list[Json]:
    from bot.broadcasts.poll_results import describe_poll
    from bot.broadcasts.polls import list_polls

    if status is not None and status not in STATUSES:
        raise WrongUseError(f"polls: {status!r} is no status; there are {one_of(STATUSES)}")
    async with reading(settings):
        found = await list_polls(statuses=(status,) if status else (), limit=limit)
        return [await describe_poll(each, settings=settings) for each in found]


async def _describe(settings: Settings, poll_id: int) -> Json:
    from bot.broadcasts.poll_results import describe_poll
    from bot.broadcasts.polls import PollGoneError, get_poll

    async with reading(settings):
        try:
            return await describe_poll(await get_poll(poll_id), settings=settings)
        except PollGoneError:
            raise OperatorError(f"poll: there is none with the number {poll_id}") from None


def _draw_polls(facts: Json) -> Iterable[RenderableType]:
    if not facts["polls"]:
        yield "No polls."
        return
    rows = [each | {"told": _told(each)} for each in facts["polls"]]
    yield Listing("Polls", rows, {"id": "id", "question": "question", "deadline": "until", "told": "status"})


def _draw_poll(facts: Json) -> Iterable[RenderableType]:
    yield fact_table(f"Poll {facts['id']}: {facts['question']}", ((name, facts[name]) for name in FACTS))
    if facts["options"]:
        yield Listing("Answers", facts["options"], {"text": "answer", "count": "chosen"}, wordy="text")


def _told(poll: Json) -> str:
    unsent = in_words(poll["delivery"], poll["why"]) if poll["delivery"] not in {None, "sent"} else None
    return in_words(poll["status"], unsent, f"{poll['voters']} votes" if poll["posted_at"] else None)
