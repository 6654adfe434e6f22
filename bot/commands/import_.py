"""`import`: bring orders, products, past survey answers, and the shop's own surveys and plans into the database."""

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.clock import real_now
from bot.commands.import_toml import Documents, Imported, describe, import_documents, is_toml, read_documents
from bot.commands.import_toml import as_json as documents_as_json
from bot.commands.migrate import ensure_schema, require_schema
from bot.commands.reading import in_memory
from bot.config import Settings, load_settings
from bot.connectors.files import import_files
from bot.connectors.files_doubts import IN_WORDS
from bot.connectors.files_lines import Fault, total_bytes
from bot.connectors.files_schema import json_schema
from bot.connectors.files_summary import KINDS, MOST_EXAMPLES, Summary
from bot.db import open_database
from bot.errors import WrongUseError
from bot.shop.incoming import Outcome

# The bar is drawn ten times a second at most; telling it of every line would cost more than reading the line.
TOLD_EVERY = 1 << 16


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="JSON Lines (`-`: stdin), or .toml: survey, case plans, return policy, loyalty rules, rewards, FAQ.",
            show_default=False,
        ),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a line and end.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and report everything, write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Import orders, products, past survey answers, surveys and plans (.toml); the same again changes nothing.

    A line that cannot be read is reported as FILE:LINE: field: reason and left out, the others go in, and the exit
    code is 1. Odd but possible facts are kept and listed. Works beside a running bot.
    """
    if schema:
        typer.echo(json.dumps(json_schema(), indent=2))
        return
    if not files:
        raise WrongUseError("import: name at least one FILE, or - for standard input (--schema shows what goes in)")
    documents = read_documents([file for file in files if is_toml(file)])
    lines = [file for file in files if not is_toml(file)]
    _spare_the_collector()
    summary, launched = asyncio.run(_import(load_settings(), lines, documents, dry_run=dry_run))
    if as_json:
        typer.echo(json.dumps(summary.as_json() | documents_as_json(launched), ensure_ascii=False, indent=2))
    else:
        _draw(summary, launched)
    if summary.bad_lines:
        raise typer.Exit(1)


def _spare_the_collector() -> None:
    """A page is thousands of objects that die with it: looking for cycles among them costs a fifth of the time."""
    gc.freeze()
    gc.set_threshold(50_000)


async def _import(
    settings: Settings, files: list[Path], documents: Documents, *, dry_run: bool
) -> tuple[Summary, list[Imported]]:
    size = total_bytes(files)
    async with _database(settings, dry_run=dry_run):
        launched = await import_documents(documents, now=real_now(), dry_run=dry_run)
        with _progress(size) as (on_bytes, on_fault):
            summary = await import_files(
                files, tz=settings.time_zone, dry_run=dry_run, on_bytes=on_bytes, on_fault=on_fault
            )
    return summary, launched


@asynccontextmanager
async def _database(settings: Settings, *, dry_run: bool) -> AsyncIterator[None]:
    """The database, created if need be; a dry run changes none, and before the first import tries in memory."""
    file = settings.sqlite_file
    if dry_run and file and not file.exists():
        async with in_memory(settings):
            yield
        return
    await (require_schema(settings) if dry_run else ensure_schema(settings))
    async with open_database(settings, read_only=dry_run):
        yield


@contextmanager
def _progress(size: int | None) -> Iterator[tuple[Callable[[int], None], Callable[[Fault], None]]]:
    """What to tell of bytes read and of bad lines; on a terminal the one moves a bar below the others."""
    console = Console(stderr=True, soft_wrap=True, emoji=False)
    columns = (TextColumn("importing"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("importing", total=size)
        read = 0

        def on_bytes(number: int) -> None:
            nonlocal read
            read += number
            if read >= TOLD_EVERY:
                progress.advance(bar, read)
                read = 0

        yield on_bytes, lambda fault: console.print(str(fault), markup=False, highlight=False)


def _draw(summary: Summary, launched: Sequence[Imported]) -> None:
    console = Console()
    for each in launched:
        console.print(describe(each), markup=False, highlight=False)
    if launched and not summary.bad_lines and not any(counts.total() for counts in summary.counts.values()):
        return
    table = Table("", *Outcome, title="Dry run: nothing was written" if summary.dry_run else None, box=None)
    for kind in KINDS:
        counts = summary.counts[kind]
        if sum(counts.values()):
            table.add_row(f"{kind}s", *(f"{counts[outcome]:,}" for outcome in Outcome))
    console.print(table if table.row_count else "Nothing to import.")
    told = sum(counts.total() for counts in summary.counts.values())
    events = "" if summary.dry_run else f" with {summary.events:,} new events"
    console.print(f"{told:,} lines{events} in {summary.seconds:.1f} s", highlight=False)
    _draw_doubts(summary)
    if summary.bad_lines:
        Console(stderr=True).print(f"{summary.bad_lines:,} lines were refused, see above.", highlight=False)


def _draw_doubts(summary: Summary) -> None:
    console = Console(stderr=True, soft_wrap=True, emoji=False)
    for kind, number in summary.doubts.items():
        console.print(f"{IN_WORDS[kind]}: {number:,}", highlight=False)
        for example in summary.examples[kind]:
            console.print(f"  {example}", markup=False, highlight=False)
        if number > MOST_EXAMPLES:
            console.print("  …", highlight=False)
