"""`privacy`: a copy of what is known of somebody, their erasure, and what platforms have asked for."""

import asyncio
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.commands.reading import reading, shop_time
from bot.config import Settings, load_settings
from bot.errors import OperatorError

Json = dict[str, Any]

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

Who = Annotated[
    str, typer.Argument(metavar="WHO", help="chat:701, customer:3, an e-mail address, or the shop's id of a customer.")
]
File = Annotated[Path | None, typer.Argument(metavar="[FILE]", dir_okay=False, help="Write the JSON here.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("export")
def export(who: Who, file: File = None, as_json: AsJson = False) -> None:
    """Copy everything that is known of somebody, notes of the staff included: look at it before you hand it out."""
    exported = asyncio.run(_export(load_settings(), who))
    if file is not None:
        _write(file, exported)
    elif as_json:
        typer.echo(exported, nl=False)
    else:
        _draw(f"What is known of {who} (--json or a FILE for all of it)", _sizes(json.loads(exported)["data"]))


@app.command("erase")
def erase(
    who: Who,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be erased, and erase nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Erase somebody from everywhere; orders stay blocked, because the law wants them kept."""
    settings = load_settings()
    known = asyncio.run(_count(settings, who))
    if dry_run or not (yes or as_json):
        _draw(f"What is known of {who}", known.items())
    if dry_run:
        return
    if not yes and not (sys.stdin.isatty() and typer.confirm("Erase all of this for good?")):
        raise OperatorError(f"privacy: {who} was not erased; confirm, or say --yes")
    erased = asyncio.run(_erase(settings, who))
    if as_json:
        typer.echo(json.dumps(erased, indent=2))
    else:
        for deed in ("deleted", "emptied", "kept"):
            _draw(deed.capitalize(), erased[deed].items())
        typer.echo(f"Blocked orders: {erased['blocked_orders']}")


@app.command("requests")
def requests(as_json: AsJson = False) -> None:
    """List what platforms have asked for (a copy, an erasure), until when, and what was answered."""
    listed = asyncio.run(_requests(load_settings()))
    if as_json:
        typer.echo(json.dumps({"requests": listed}, ensure_ascii=False, indent=2))
    else:
        columns = ["id", "platform", "kind", "received_at", "due_at", "done_at", "has_answer"]
        _list_rows("Requests of platforms", columns, listed)


@app.command("answer")
def answer(id_: Annotated[int, typer.Argument(metavar="ID", help="Of `privacy requests`.")], file: File = None) -> None:
    """Print the copy that a platform has asked for, or write it to a file."""
    text = asyncio.run(_answer(load_settings(), id_))
    if file is None:
        typer.echo(text, nl=False)
    else:
        _write(file, text)


@app.command("retention")
def retention(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what is due.")] = False,
    as_json: AsJson = False,
) -> None:
    """Forget what is older than it may be, as the running bot does once a day; say how long what is kept, and why."""
    rules = asyncio.run(_retain(load_settings(), dry_run=dry_run))
    if as_json:
        typer.echo(json.dumps({"rules": rules}, indent=2))
    else:
        _list_rows("To be forgotten" if dry_run else "Forgotten", ["name", "years", "ground", "due"], rules)


async def _export(settings: Settings, who: str) -> str:
    from bot.privacy.export import as_text, export_data, note_export
    from bot.privacy.subject import find_subject

    async with reading(settings, read_only=False):
        subject, now = await find_subject(who), await shop_time()
        data = await export_data(subject, settings=settings, locale=settings.default_locale, now=now, with_notes=True)
        await note_export(subject, now=now)
    return as_text(data)


async def _count(settings: Settings, who: str) -> dict[str, int]:
    from bot.privacy.finding import find_rows
    from bot.privacy.subject import find_subject

    async with reading(settings):
        found = await find_rows(await find_subject(who))
    return {table: len(rows) for table, rows in found.rows.items() if rows}


async def _erase(settings: Settings, who: str) -> Json:
    from bot.privacy.coverage import COVERAGE, Keep
    from bot.privacy.erasure import erase as erase_subject
    from bot.privacy.subject import find_subject

    async with reading(settings, read_only=False):
        erased = await erase_subject(await find_subject(who), settings=settings, now=await shop_time())
    grounds = {covered.table: covered.erasure.ground for covered in COVERAGE if isinstance(covered.erasure, Keep)}
    kept = {f"{table}: {grounds[table]}": count for table, count in erased.kept.items()}
    return {
        "deleted": dict(erased.deleted),
        "emptied": dict(erased.emptied),
        "kept": kept,
        "blocked_orders": erased.blocked_orders,
    }


async def _retain(settings: Settings, *, dry_run: bool) -> list[Json]:
    from bot.privacy.retention import forget_what_is_old, overdue

    async with reading(settings, read_only=dry_run):
        now = await shop_time()
        due = await overdue(now)
        if not dry_run:
            await forget_what_is_old(now)
    return [{"name": rule.name, "years": rule.years, "ground": rule.ground, "due": count} for rule, count in due]


async def _requests(settings: Settings) -> list[Json]:
    from bot.connectors.requests import list_requests

    async with reading(settings):
        return await list_requests()


async def _answer(settings: Settings, id_: int) -> str:
    from bot.connectors.requests import answer_of
    from bot.privacy.export import as_text

    async with reading(settings):
        found = await answer_of(id_)
    if found is None:
        raise OperatorError(f"privacy: request {id_} has no answer (see `main.py privacy requests`)")
    return as_text(found)


def _write(file: Path, text: str) -> None:
    """Personal data: nobody else on this machine reads it."""
    try:
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OperatorError(f"privacy: cannot write {file} ({error.strerror})") from None
    typer.echo(f"written to {file}")


def _sizes(data: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, int]]:
    for tables in data.values():
        yield from ((table, len(rows)) for table, rows in tables.items() if isinstance(rows, list))


def _draw(title: str, rows: Iterable[tuple[str, int]]) -> None:
    table = Table(title=title, title_justify="left", show_header=False, box=None, padding=(0, 2, 0, 0))
    for name, count in rows:
        table.add_row(name, str(count))
    Console().print(table)


def _list_rows(title: str, columns: list[str], rows: Iterable[Json]) -> None:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*("" if row[column] is None else str(row[column]) for column in columns))
    Console().print(table)
