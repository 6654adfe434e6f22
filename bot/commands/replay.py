"""`replay`: process bodies of the inbox again, after whatever kept them there was mended."""

import asyncio
import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from bot.clock import Clock
from bot.commands.migrate import require_schema
from bot.config import Settings, load_settings
from bot.connectors.inbox import process, reopen
from bot.connectors.listing import waiting_ids
from bot.connectors.signatures import PLATFORMS
from bot.db import open_database
from bot.demo.place import find_ahead
from bot.errors import WrongUseError
from bot.returns.calling import reopen_calls

Json = dict[str, Any]


def command(
    ids: Annotated[
        list[int] | None,
        typer.Argument(metavar="ID...", help="Bodies by number (`show inbox` lists them).", show_default=False),
    ] = None,
    failed: Annotated[bool, typer.Option("--failed", help="All that failed.")] = False,
    platform: Annotated[
        list[str] | None, typer.Option(help="All that wait of this platform; may be given several times.")
    ] = None,
    calls: Annotated[
        bool,
        typer.Option("--calls", help="Instead: have calls of the shop's own system that were given up sent again."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what came of each as JSON.")] = False,
) -> None:
    """Process bodies again: those named, or all that wait. Works beside a running bot; what was told is not told twice.

    The exit code is 1 when a body still cannot be processed.
    """
    if ids and (failed or platform):
        raise WrongUseError("replay: name bodies, or choose them with --failed and --platform, not both")
    if unknown := set(platform or ()) - set(PLATFORMS):
        raise WrongUseError(f"replay: no platform {', '.join(sorted(unknown))}; there are {', '.join(PLATFORMS)}")
    if calls:
        if ids or failed or platform:
            raise WrongUseError("replay: --calls goes alone")
        typer.echo(f"{asyncio.run(_reopen_calls(load_settings()))} calls will be sent again")
        return
    done = asyncio.run(_replay(load_settings(), ids or [], failed=failed, platforms=platform or []))
    _print(done, as_json=as_json)
    if any(each["error"] for each in done):
        raise typer.Exit(1)


async def _reopen_calls(settings: Settings) -> int:
    """The running bot sends them."""
    await require_schema(settings)
    async with open_database(settings):
        return await reopen_calls()


async def _replay(settings: Settings, ids: Sequence[int], *, failed: bool, platforms: Sequence[str]) -> list[Json]:
    await require_schema(settings)
    async with open_database(settings):
        clock = Clock(await find_ahead())
        wanted = ids or await waiting_ids(failed=failed, platforms=platforms)
        console = Console(stderr=True)
        shown = track(wanted, "replaying", console=console, transient=True, disable=not console.is_terminal)
        return [await _one(id_, settings, clock) for id_ in shown]


async def _one(id_: int, settings: Settings, clock: Clock) -> Json:
    body = await reopen(id_)
    if body is None:
        return {"id": id_, "platform": None, "topic": None, "error": "there is no such body"}
    error = await process(body, settings, now=clock.now())
    return {"id": id_, "platform": body.platform, "topic": body.topic, "error": error}


def _print(done: Sequence[Json], *, as_json: bool) -> None:
    failed = [each for each in done if each["error"]]
    if as_json:
        summary = {"replayed": len(done), "processed": len(done) - len(failed), "failed": len(failed), "bodies": done}
        typer.echo(json.dumps(summary, ensure_ascii=False, indent=2))
        return
    typer.echo(f"{len(done) - len(failed)} of {len(done)} processed")
    for each in failed:
        known = f" ({each['platform']} {each['topic']})" if each["platform"] else ""
        typer.echo(f"error: body {each['id']}{known}: {each['error']}", err=True)
