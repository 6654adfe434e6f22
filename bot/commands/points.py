"""Accounts of points that the nightly check found wrong: list them, and accept what somebody can explain."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, print_facts
from bot.commands.reading import reading, shop_time
from bot.config import Settings, load_settings
from bot.errors import OperatorError, WrongUseError

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

MOST = 1_000
LONGEST_WHY = 500
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("faults")
def list_faults(as_json: AsJson = False) -> None:
    """List the accounts that the last checks found wrong, and what is wrong with each."""
    print_facts({"faults": asyncio.run(_faults(load_settings()))}, as_json=as_json, draw=_draw)


@app.command("accept")
def accept_account(
    customer: Annotated[int, typer.Argument(metavar="CUSTOMER", min=1, help="The customer, by our id.")],
    by: Annotated[int, typer.Option(min=1, help="Who answers for it: the Telegram id of somebody of the staff.")],
    why: Annotated[str, typer.Option(help="Why the account is right as it is.")],
) -> None:
    """Take an account as it is, with who and why in the audit; nothing is booked, and it is checked on from there."""
    if not why.strip() or len(why) > LONGEST_WHY:
        raise WrongUseError(f"points: --why says why in 1 to {LONGEST_WHY} characters")
    for fault in asyncio.run(_accept(load_settings(), customer, by, why.strip())):
        typer.echo(f"accepted: {fault}")


async def _faults(settings: Settings) -> list[Json]:
    from bot.loyalty.checking import describe_checks

    async with reading(settings):
        return [{"customer": each, "fault": fault} for each, fault in (await describe_checks(most=MOST)).faults]


async def _accept(settings: Settings, customer: int, by: int, why: str) -> tuple[str, ...]:
    from bot.loyalty.checking import accept
    from bot.staff.roles import find_role

    async with reading(settings, read_only=False):
        if await find_role(by, settings=settings) is None:
            raise OperatorError(f"points: {by} is nobody of the staff; `/staff` in the chat lists them")
        return await accept(customer, by=by, why=why, now=await shop_time())


def _draw(facts: Json) -> Iterable[RenderableType]:
    if not facts["faults"]:
        yield "No account is wrong."
        return
    yield Listing("Accounts that are wrong", facts["faults"], {"customer": "customer", "fault": "what"}, wordy="fault")
