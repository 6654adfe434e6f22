"""Print what the bot knows of an order or product; list bodies, pushes, cases, surveys, FAQ; make links for mails."""

import asyncio
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import RenderableType

from bot.commands.printing import Json, Listing, fact_table, in_words, one_of, print_facts
from bot.commands.reading import reading, shop_time
from bot.commands.show_campaigns import show_calendar, show_campaigns
from bot.commands.show_community import show_community
from bot.commands.show_contest import show_contest
from bot.commands.show_faq import show_faq
from bot.commands.show_faults import show_faults
from bot.commands.show_inbox import show_inbox
from bot.commands.show_loyalty import show_loyalty, show_rewards
from bot.commands.show_polls import show_poll, show_polls
from bot.commands.show_returns import show_policy, show_return, show_returns
from bot.commands.show_reviews import show_reviews
from bot.commands.show_surveys import show_surveys
from bot.config import Settings, load_settings
from bot.connectors.files_export import describe_order, describe_product
from bot.errors import OperatorError, WrongUseError
from bot.shop.erased import is_erased
from bot.shop.models import Order
from bot.shop.orders import find_order
from bot.shop.products import find_by_sku
from bot.staff.audit import record

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The order's number, however it is spelled.")]
Source = Annotated[str | None, typer.Option(help="Which source's order, when several know the number.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

PUSH_STATUSES = ("waiting", "sent", "skipped", "failed", "superseded")
# The order in which an order's own facts are listed; lists follow in tables of their own.
FACTS = (
    *("status", "shop_status", "late", "expected_on", "delivered_at", "placed_at", "source", "external_id"),
    *("total", "original_total", "shipping_total", "discount_total", "tax_total", "paid_total"),
    *("currency", "payment_method"),
    *("customer", "ship_to"),
)


@app.command("order")
def show_order(
    number: Number,
    source: Source = None,
    blocked: Annotated[bool, typer.Option("--blocked", help="Also one that the law alone keeps; noted down.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print an order: what was imported, where its parcels are, whether it is late."""
    facts = asyncio.run(_describe_order(load_settings(), number, source, blocked=blocked))
    print_facts(facts, as_json=as_json, draw=_draw_order)


@app.command("product")
def show_product(sku: Annotated[str, typer.Argument(metavar="SKU")], as_json: AsJson = False) -> None:
    """Print a product."""
    print_facts(asyncio.run(_describe_product(load_settings(), sku)), as_json=as_json, draw=_draw_product)


@app.command("pushes")
def show_pushes(
    customer: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Only this customer's: our id, the shop's id, or an e-mail address."),
    ] = None,
    status: Annotated[str | None, typer.Option(help=f"Only these: {one_of(PUSH_STATUSES)}.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, the newest first.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List messages of our own accord: what was sent, what waits, what was not sent, and why."""
    pushes = asyncio.run(_list_pushes(load_settings(), customer, status, limit))
    print_facts({"pushes": pushes}, as_json=as_json, draw=_draw_pushes)


@app.command("cases")
def show_cases(
    everything: Annotated[bool, typer.Option("--all", help="Also what is closed, the newest first.")] = False,
    cause: Annotated[
        str | None,
        typer.Option(help="Only these: human, detractor, lost, cancel, …; a wrong one lists them all."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List cases that a human has to look after: by cause, age and value; when they are due, and what was missed."""
    cases = asyncio.run(_list_cases(load_settings(), everything=everything, cause=cause, limit=limit))
    print_facts({"cases": cases}, as_json=as_json, draw=_draw_cases)


app.command("inbox")(show_inbox)
app.command("faq")(show_faq)
app.command("surveys")(show_surveys)
app.command("return")(show_return)
app.command("campaigns")(show_campaigns)
app.command("calendar")(show_calendar)
app.command("loyalty")(show_loyalty)
app.command("rewards")(show_rewards)
app.command("faults")(show_faults)
app.command("community")(show_community)
app.command("contest")(show_contest)
app.command("reviews")(show_reviews)
app.command("polls")(show_polls)
app.command("poll")(show_poll)
app.command("returns")(show_returns)
app.command("policy")(show_policy)


@app.command("link")
def show_link(number: Number, source: Source = None) -> None:
    """Make a deep link for the order mail: it opens the bot and links the chat, once, within 30 days."""
    typer.echo(asyncio.run(_make_link(load_settings(), number, source)))


async def _describe_order(settings: Settings, number: str, source: str | None, *, blocked: bool) -> Json:
    async with reading(settings, read_only=not blocked):
        order = await _get_order(number, source, blocked=blocked)
        today = (await shop_time()).astimezone(settings.time_zone).date()
        return await describe_order(order, today=today)


async def _describe_product(settings: Settings, sku: str) -> Json:
    async with reading(settings):
        product = await find_by_sku(sku)
        if product is None:
            raise OperatorError(f"product {sku}: not found")
        return describe_product(product)


async def _list_pushes(settings: Settings, customer: str | None, status: str | None, limit: int) -> list[Json]:
    from bot.outbox.listing import pushes

    if status is not None and status not in PUSH_STATUSES:
        raise WrongUseError(f"pushes: {status!r} is no status; there are {one_of(PUSH_STATUSES)}")
    async with reading(settings):
        return await pushes(customer=customer, status=status, limit=limit)


async def _list_cases(settings: Settings, *, everything: bool, cause: str | None, limit: int) -> list[Json]:
    from bot.tickets.queue import CAUSES, describe_cases

    if cause is not None and cause not in CAUSES:
        raise WrongUseError(f"cases: {cause!r} is no cause; there are {one_of(CAUSES)}")
    async with reading(settings):
        return await describe_cases(await shop_time(), cause=cause, everything=everything, limit=limit)


async def _make_link(settings: Settings, number: str, source: str | None) -> str:
    from bot.conversations.account import find_link_base
    from bot.customers.linking import issue_token

    async with reading(settings, read_only=False):
        order = await _get_order(number, source)
        token = await issue_token(order.id, now=await shop_time())
        base = await find_link_base()
    if base is None:
        typer.echo("The bot's name is not known before its first `run`; append this to https://t.me/…?start=", err=True)
    return f"{base or ''}{token}"


async def _get_order(number: str, source: str | None, *, blocked: bool = False) -> Order:
    order = await find_order(number, source=source)
    if order is None:
        raise OperatorError(f"order {number}: not found")
    if await is_erased(order.customer_id):
        if not blocked:
            raise OperatorError(f"order {number}: blocked, its customer was erased; the law alone keeps it (--blocked)")
        await record(None, "view", f"order:{order.id}", now=await shop_time())
    return order


def _draw_order(order: Json) -> Iterable[RenderableType]:
    yield fact_table(f"Order {order['number']}", ((key, order[key]) for key in FACTS))
    if order["lines"]:
        columns = {"quantity": "n", "name": "item", "variant": "variant", "sku": "sku", "unit_price": "price"}
        yield Listing("Items", order["lines"], columns, wordy="name")
    if order["refunds"]:
        yield Listing("Refunds", order["refunds"], {"refunded_at": "when", "amount": "amount", "external_id": "id"})
    if order["returns"]:
        yield Listing("Returns", order["returns"], {"revised_at": "when", "status": "status", "external_id": "id"})
    for number, parcel in enumerate(order["shipments"], 1):
        yield fact_table(f"Parcel {number}", ((key, value) for key, value in parcel.items() if key != "events"))
        if parcel["events"]:
            events = [
                each | {"told": in_words(each["text"], each["place"], each["reason"])} for each in parcel["events"]
            ]
            columns = {"occurred_at": "when", "status": "status", "told": "told"}
            yield Listing(f"Parcel {number}: events", events, columns)


def _draw_pushes(facts: Json) -> Iterable[RenderableType]:
    if not facts["pushes"]:
        yield "No pushes."
        return
    columns = {"id": "id", "at": "when", "purpose": "purpose", "order_number": "order", "chat_id": "chat"}
    pushes = [
        each | {"at": each["settled_at"] or each["due_at"], "told": in_words(each["status"], each["reason"])}
        for each in facts["pushes"]
    ]
    yield Listing("Pushes", pushes, columns | {"told": "status"})


def _draw_cases(facts: Json) -> Iterable[RenderableType]:
    if not facts["cases"]:
        yield "No cases."
        return
    columns = {"id": "id", "cause": "cause", "order_number": "order", "worth": "value", "age": "age", "owner": "owner"}
    yield Listing("Cases", [_told_of_case(each) for each in facts["cases"]], columns | {"told": "status"})


def _told_of_case(case: Json) -> Json:
    worth = f"{case['value']} {case['currency']}" if case["value"] else None
    open_times = {"write": not case["contacted_at"], "solve": True} if case["status"] != "closed" else {}
    times = {"write": case["contact_due_at"], "solve": case["resolve_due_at"]}
    due = [f"{what} by {times[what]}" for what, is_open in open_times.items() if is_open and times[what]]
    missed = "overdue" if case["overdue"] else None
    return case | {
        "worth": worth,
        "age": f"{case['age_hours']:.0f} h",
        "told": in_words(case["status"], missed, *due),
    }


def _draw_product(facts: Json) -> Iterable[RenderableType]:
    yield fact_table(f"Product {facts['sku']}", facts.items())
