"""`report predictions`: how well delays would have been predicted, and where customers are told of them."""

import asyncio
import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.commands.reading import reading, shop_time
from bot.config import load_settings
from bot.shipping.learning import learn, list_forecasts

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Now = Annotated[bool, typer.Option("--now", help="Learn and replay right now instead of showing the last time.")]
COLUMNS = ("parcels", "judged", "late", "warned", "right", "precision", "recall")


def show_predictions(as_json: AsJson = False, now: Now = False) -> None:
    """Show how well delays would have been predicted: replayed over the shop's own past parcels, and on or off.

    Learnt twice a day by a running bot. A lane is a carrier and a country, or the carrier anywhere, which counts where
    the country has given too few warnings. On is what was right in 80 % of at least 20 warnings.
    """
    told = asyncio.run(_told(learn_now=now))
    if as_json:
        typer.echo(json.dumps(told, indent=2))
        return
    console = Console(highlight=False)
    if not told["lanes"]:
        console.print("Nothing learnt yet: a running bot does so twice a day, `--now` does it at once.")
        return
    console.print(_table(told["lanes"]))
    console.print(f"Learnt at {told['computed_at']}.")


async def _told(*, learn_now: bool) -> dict[str, Any]:
    settings = load_settings()
    async with reading(settings, read_only=not learn_now):
        if learn_now:
            await learn(await shop_time(), settings)
        return await list_forecasts()


def _table(lanes: list[dict[str, Any]]) -> Table:
    table = Table(title="Predicted delays", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("carrier", "country"):
        table.add_column(name)
    for name in COLUMNS:
        table.add_column(name, justify="right")
    table.add_column("")
    for lane in lanes:
        figures = [f"{lane[name]:,}" for name in COLUMNS[:5]]
        shares = ["" if lane[name] is None else f"{lane[name]:.0%}" for name in COLUMNS[5:]]
        table.add_row(lane["carrier"], lane["country"] or "anywhere", *figures, *shares, lane["state"])
    return table
