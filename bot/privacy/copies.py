"""Copies that platforms have asked for are a person's data like any other: they go with the person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.db import document
from bot.shop.models import Customer, Order
from bot.shop.numbers import email_key
from bot.shop.rows import change, fetch

# The few of the last weeks; the room of connectors empties them when they are old.
MADE = "SELECT id, platform, ids FROM connector_data_request WHERE answer IS NOT NULL"
EMPTY = "UPDATE connector_data_request SET answer = NULL, ids = '{}' WHERE id = ?"

Known = frozenset[tuple[str, ...]]


async def forget_copies(customer_ids: Sequence[int]) -> None:
    """Empty the copies about these customers, and whom they were about; their requests stay as done.

    To be called inside a unit of work, while the customers' columns still tell who they are.
    """
    rows = await fetch(MADE)
    if not rows:
        return
    known = await _known(customer_ids)
    for row in rows:
        if known.intersection(_named(row["platform"], document(row["ids"]) or {})):
            await change(EMPTY, row["id"])


async def _known(customer_ids: Sequence[int]) -> Known:
    customers = await Customer.filter(id__in=list(customer_ids))
    orders = await Order.filter(customer_id__in=list(customer_ids)).values_list("source", "external_id")
    accounts = {("customer", each.source, each.external_id) for each in customers if each.external_id}
    mailboxes = {("email", each.email_key) for each in customers if each.email_key}
    return frozenset(accounts | mailboxes | {("order", *order) for order in orders if order[1]})


def _named(platform: str, ids: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Whom a request names, by the platform's ids and by e-mail wherever they bought."""
    yield "customer", platform, str(ids.get("customer"))
    yield "email", str(email_key(ids.get("email")))
    for order in ids.get("orders") or ():
        yield "order", platform, str(order)
