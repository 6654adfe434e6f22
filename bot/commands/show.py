"""`show`: what the bot knows about an order or a product, inbox and outbox, and deep links for order mails."""

import asyncio
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.clock import real_now
from bot.commands.reading import reading
from bot.config import Settings, load_settings
from bot.connectors.files_export import describe_order, describe_product
from bot.connectors.listing import list_inbox
from bot.demo.models import DemoWorld
from bot.errors import OperatorError
from bot.shop.models import Order
from bot.shop.orders import find_order
from bot.shop.products import find_by_sku

Json = dict[str, Any]

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The order's number, however it is spelled.")]
Source = Annotated[str | None, typer.Option(help="Which source's order, when several know the number.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

# The order in which an order's own facts are listed; lists follow in tables of their own.
FACTS = (
    *("status", "shop_status", "late", "expected_on", "delivered_at", "placed_at", "source", "external_id"),
    *("total", "shipping_total", "discount_total", "tax_total", "currency", "payment_method", "customer", "ship_to"),
)


@app.command("order")
def show_order(number: Number, source: Source = None, as_json: AsJson = False) -> None:
    """Print an order: what was imported, where its parcels are, whether it is late."""
    _print(asyncio.run(_describe_order(load_settings(), number, source)), as_json=as_json, draw=_draw_order)


@app.command("product")
def show_product(sku: Annotated[str, typer.Argument(metavar="SKU")], as_json: AsJson = False) -> None:
    """Print a product."""
    _print(asyncio.run(_describe_product(load_settings(), sku)), as_json=as_json, draw=_draw_facts)


@app.command("inbox")
def show_inbox(
    everything: Annotated[bool, typer.Option("--all", help="Also what was processed, the newest first.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List bodies of webhooks that were not processed yet, and why; `replay` processes them again."""
    bodies = asyncio.run(_list_inbox(load_settings(), everything=everything, limit=limit))
    _print({"bodies": bodies}, as_json=as_json, draw=_draw_inbox)


@app.command("pushes")
def show_pushes(
    customer: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Only this customer's: our id, the shop's id, or an e-mail address."),
    ] = None,
    status: Annotated[
        str | None, typer.Option(help="Only these: waiting, sent, skipped, failed or superseded.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List messages of our own accord: what was sent, what waits, what was not sent, and why."""
    pushes = asyncio.run(_list_pushes(load_settings(), customer, status, limit))
    _print({"pushes": pushes}, as_json=as_json, draw=_draw_pushes)


@app.command("link")
def show_link(number: Number, source: Source = None) -> None:
    """Make a deep link for the order mail: it opens the bot and links the chat, once, within 30 days."""
    typer.echo(asyncio.run(_make_link(load_settings(), number, source)))


async def _describe_order(settings: Settings, number: str, source: str | None) -> Json:
    async with reading(settings):
        order = await _get_order(number, source)
        today = (await _shop_time()).astimezone(settings.time_zone).date()
        return await describe_order(order, today=today)


async def _describe_product(settings: Settings, sku: str) -> Json:
    async with reading(settings):
        product = await find_by_sku(sku)
        if product is None:
            raise OperatorError(f"product {sku}: not found")
        return describe_product(product)


async def _list_inbox(settings: Settings, *, everything: bool, limit: int) -> list[Json]:
    async with reading(settings):
        return await list_inbox(with_processed=everything, limit=limit)


async def _list_pushes(settings: Settings, customer: str | None, status: str | None, limit: int) -> list[Json]:
    from bot.outbox.listing import pushes

    async with reading(settings):
        return await pushes(customer=customer, status=status, limit=limit)


async def _make_link(settings: Settings, number: str, source: str | None) -> str:
    from bot.conversations.account import find_link_base
    from bot.customers.linking import issue_token

    async with reading(settings, read_only=False):
        order = await _get_order(number, source)
        token = await issue_token(order.id, now=await _shop_time())
        base = await find_link_base()
    if base is None:
        typer.echo("The bot's name is not known before its first `run`; append this to https://t.me/…?start=", err=True)
    return f"{base or ''}{token}"


async def _get_order(number: str, source: str | None) -> Order:
    order = await find_order(number, source=source)
    if order is None:
        raise OperatorError(f"order {number}: not found")
    return order


async def _shop_time() -> datetime:
    """A demo's clock may be ahead of the real one."""
    world = await DemoWorld.first()
    return real_now() + timedelta(seconds=world.ahead_s if world else 0)


def _print(facts: Json, *, as_json: bool, draw: Any) -> None:
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        console = Console()
        for part in draw(facts):
            console.print(part)


def _draw_order(order: Json) -> Iterable[Table]:
    yield _table(f"Order {order['number']}", ["", ""], ([key, order[key]] for key in FACTS if order[key] is not None))
    if order["lines"]:
        yield _list("Items", order["lines"], ["quantity", "name", "variant", "sku", "unit_price"])
    for number, parcel in enumerate(order["shipments"], 1):
        facts = ([key, value] for key, value in parcel.items() if key != "events" and value not in (None, []))
        yield _table(f"Parcel {number}", ["", ""], facts)
        if parcel["events"]:
            yield _list(
                f"Parcel {number}: events", parcel["events"], ["occurred_at", "status", "reason", "text", "place"]
            )


def _draw_inbox(facts: Json) -> Iterable[Table]:
    columns = ["id", "platform", "topic", "received_at", "state", "attempts", "retry_at", "error"]
    yield _list("Inbox" if facts["bodies"] else "Nothing waits in the inbox", facts["bodies"], columns)


def _draw_pushes(facts: Json) -> Iterable[Table]:
    columns = ["id", "status", "purpose", "order_number", "chat_id", "due_at", "settled_at", "attempts", "reason"]
    yield _list("Pushes" if facts["pushes"] else "No pushes", facts["pushes"], columns)


def _draw_facts(facts: Json) -> Iterable[Table]:
    yield _table(
        f"Product {facts['sku']}", ["", ""], ([key, value] for key, value in facts.items() if value is not None)
    )


def _list(title: str, rows: list[Json], columns: list[str]) -> Table:
    return _table(title, columns, ([row[column] for column in columns] for row in rows))


def _table(title: str, columns: list[str], rows: Iterable[list[Any]]) -> Table:
    table = Table(title=title, title_justify="left", show_header=any(columns), box=None, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(value: Any) -> Text:
    """Plain text: what a shop wrote is never read as markup."""
    match value:
        case None:
            return Text()
        case bool():
            return Text("yes" if value else "no")
        case dict():
            return Text(", ".join(f"{part}" for part in value.values() if part))
        case list():
            return Text(", ".join(_cell(part).plain for part in value))
    return Text(str(value))
