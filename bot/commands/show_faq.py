"""`show faq`: the shop's own questions and answers, and what it has added to the built-in ones."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, in_words, print_facts
from bot.commands.reading import reading
from bot.config import LOCALES, Settings, load_settings
from bot.support.entries import as_json as entry_as_json
from bot.support.entries import read_entries


def show_faq(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the shop's own questions and answers with their ways to ask, version, and who wrote it when."""
    print_facts({"entries": asyncio.run(_list(load_settings()))}, as_json=as_json, draw=_draw)


async def _list(settings: Settings) -> list[Json]:
    async with reading(settings):
        return [entry_as_json(each) for each in await read_entries()]


def _draw(facts: Json) -> Iterable[RenderableType]:
    if not facts["entries"]:
        yield "The FAQ is empty."
        return
    columns = {"key": "key", "version": "v.", "at": "since", "ways": "ways", "told": "question"}
    yield Listing("FAQ", [_told(each) for each in facts["entries"]], columns)


def _told(entry: Json) -> Json:
    question = next((entry["question"][each] for each in LOCALES if each in entry["question"]), None)
    ways = sum(map(len, entry["phrases"].values())) + len(entry["question"])
    answered = f"answers in {', '.join(entry['answer'])}" if entry["answer"] else "no answer of its own"
    off = None if entry["active"] else "switched off"
    return entry | {"ways": ways, "told": in_words(question or f"intent {entry['intent']}", answered, off)}
