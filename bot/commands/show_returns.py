"""`show return`, `show returns`, `show policy`: what goes back, where it stands, and by which rules."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, fact_table, in_words, one_of, print_facts
from bot.commands.reading import reading, shop_time
from bot.config import Settings, load_settings
from bot.errors import NotFoundError, OperatorError, WrongUseError
from bot.returns.machine import Status
from bot.shop.erased import is_erased
from bot.staff.audit import record

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
STATUSES = tuple(Status)
LISTS = ("items", "steps", "payments", "money", "exchange")
COLUMNS = {
    "number": "number",
    "order_number": "order",
    "way": "way",
    "sum": "brings",
    "created_at": "since",
    "stands": "status · whose turn",
}


def show_return(
    return_id: Annotated[str, typer.Argument(metavar="ID", help="The return's number (R-7K3F) or id.")],
    blocked: Annotated[bool, typer.Option("--blocked", help="Also one that the law alone keeps; noted down.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print a return: items, every step with who took it and why, the money, deadlines, and whose turn it is."""
    facts = asyncio.run(_return(load_settings(), return_id, blocked=blocked))
    print_facts(facts, as_json=as_json, draw=_draw_return)


def show_returns(
    status: Annotated[str | None, typer.Option(help=f"Only these: {one_of(STATUSES)}.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List returns: where each stands, what it brings, whose turn it is."""
    returns = asyncio.run(_returns(load_settings(), status, limit))
    print_facts({"returns": returns}, as_json=as_json, draw=_draw_returns)


def show_policy(as_json: AsJson = False) -> None:
    """Print the return policy that holds: windows, costs, labels, and what is approved by itself."""
    print_facts(asyncio.run(_policy(load_settings())), as_json=as_json, draw=_draw_policy)


async def _return(settings: Settings, reference: str, *, blocked: bool) -> Json:
    from bot.returns.listing import describe_return, find_owner

    async with reading(settings, read_only=not blocked):
        try:
            await _may_be_shown(reference, await find_owner(reference), blocked=blocked)
            return await describe_return(reference, tz=settings.time_zone)
        except NotFoundError:
            raise OperatorError(f"return {reference}: not found") from None


async def _may_be_shown(reference: str, owner: int, *, blocked: bool) -> None:
    """What was erased is there for the law alone, and every look at it is kept."""
    if not await is_erased(owner):
        return
    if not blocked:
        raise OperatorError(f"return {reference}: blocked, its customer was erased; the law alone keeps it (--blocked)")
    await record(None, "view", f"customer:{owner}", now=await shop_time())


async def _returns(settings: Settings, status: str | None, limit: int) -> list[Json]:
    from bot.returns.listing import list_returns

    if status is not None and status not in STATUSES:
        raise WrongUseError(f"returns: {status!r} is no status; there are {one_of(STATUSES)}")
    async with reading(settings):
        return await list_returns(tz=settings.time_zone, status=status, limit=limit)


async def _policy(settings: Settings) -> Json:
    from bot.returns.policies import describe_policy

    async with reading(settings):
        return await describe_policy()


def _draw_return(facts: Json) -> Iterable[RenderableType]:
    money = {f"money: {name}": f"{amount} {facts['currency']}" for name, amount in facts["money"].items()}
    plain = {key: value for key, value in facts.items() if key not in LISTS and value is not False}
    left = {f"exchange: {name}": f"{value} {facts['currency']}" for name, value in (facts["exchange"] or {}).items()}
    yield fact_table(f"Return {facts['number']}", (plain | money | left).items())
    columns = {"quantity": "n", "name": "item", "variant": "variant", "sku": "sku", "reason": "reason"}
    is_exchange = any(item["exchange_sku"] for item in facts["items"])
    columns |= {"exchange_name": "instead", "exchange_price": "at"} if is_exchange else {}
    columns |= {"received": "received", "accepted": "accepted"}
    yield Listing("Items", facts["items"], columns, wordy="name")
    steps = [
        step | {"by": in_words(step["actor"], step["staff"]), "status": in_words(step["status"], step["act"])}
        for step in facts["steps"]
    ]
    yield Listing("Steps", steps, {"at": "when", "status": "status", "by": "by", "why": "why"})
    if facts["payments"]:
        columns = {
            "at": "when",
            "kind": "kind",
            "amount": "amount",
            "currency": "",
            "tracking": "tracking",
            "staff": "by",
            "source": "source",
        }
        yield Listing("Payments", facts["payments"], columns)


def _draw_returns(facts: Json) -> Iterable[RenderableType]:
    rows = [
        each | {"sum": f"{each['due']} {each['currency']}", "stands": in_words(each["status"], each["next_by"])}
        for each in facts["returns"]
    ]
    yield Listing("Returns" if rows else "No returns", rows, COLUMNS)


def _draw_policy(facts: Json) -> Iterable[RenderableType]:
    named = {key: _days(value) if isinstance(value, dict) else value for key, value in facts.items()}
    named["version"] = facts["version"] or "none imported: these are the defaults"
    yield fact_table("Return policy", named.items())


def _days(windows: Json) -> str:
    return ", ".join(f"{name}: {days}" for name, days in windows.items())
