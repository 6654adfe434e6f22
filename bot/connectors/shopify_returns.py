"""Shopify's returns: what is asked for, granted and taken out, and the labels of their way back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.connectors.shopify_parts import SOURCE, sku_of
from bot.connectors.told import LabelTold, OrderRef, ReturnProcessed, ReturnTold, ReturnTrimmed
from bot.shipping.carriers.names import carrier_word
from bot.shop.reading import Json, identifier, member, members, moment, number, number_back, required, text, web_address

# Our words of vocabularies.md 4.4; the topic counts where the body names no status.
RETURN_STATUS = {
    "requested": "requested",
    "request": "requested",
    "open": "approved",
    "approve": "approved",
    "reopen": "approved",
    "process": "approved",
    "declined": "rejected",
    "decline": "rejected",
    "canceled": "cancelled",
    "cancelled": "cancelled",
    "cancel": "cancelled",
    "closed": "closed",
    "close": "closed",
}

# As Shopify bounds it, which sends it to the customer.
LONGEST_NOTE = 500


def parse_return(body: Json, event: str) -> ReturnTold:
    """As every topic of returns/* has it but returns/update; UnreadableError without an id or a status."""
    order = member(body, "order")
    ids = (order.get("id"), body.get("order_id"), order.get("admin_graphql_api_id"))
    order_id = next((each for each in map(_last_part, ids) if each), None)
    told = (text(body.get("status"), 32) or "").lower()
    status = RETURN_STATUS.get(told) or RETURN_STATUS.get(event)
    return ReturnTold(
        SOURCE,
        OrderRef(SOURCE, order_id) if order_id else None,
        required(_id_of(body), "id"),
        required(status, "status"),
        tuple(item for each in members(body, "return_line_items") if (item := _returned_item(each))),
        moment(body.get("updated_at")),
        reopens=event == "reopen",
        why=text(member(body, "decline").get("note"), LONGEST_NOTE),
    )


def parse_trimmed(body: Json) -> ReturnTrimmed:
    """Only what was taken out counts: fees and what else returns/update tells are the shop's own business."""
    removals = members(member(body, "return_line_items"), "removals")
    removed = {id_: number_back(each.get("delta")) or 0 for each in removals if (id_ := _id_of(each))}
    return ReturnTrimmed(SOURCE, required(_id_of(body), "id"), removed)


def parse_processed(body: Json) -> tuple[ReturnTold | ReturnProcessed, ...]:
    """The shop confirms in one body, or in several, what it has taken back: so it was granted at the latest.

    Its items are those of this body only, hence none of the return. Whether money goes, refunds/create tells.
    """
    granted = replace(parse_return(body, "process"), order=None, items=())
    taken = {
        id_: pieces
        for each in members(body, "return_line_items")
        if (id_ := _id_of(each)) and (pieces := number(each.get("quantity")))
    }
    return (granted, ReturnProcessed(SOURCE, granted.external_id, taken))


def parse_label(body: Json) -> LabelTold:
    """The page to print and the number to follow, each where Shopify has it."""
    deliverable = member(body, "shipping_deliverable")
    tracking = member(deliverable, "tracking")
    return LabelTold(
        SOURCE,
        required(_id_of(member(body, "return")), "return.id"),
        web_address(member(deliverable, "label").get("public_file_url")),
        text(tracking.get("tracking_number"), 128),
        carrier_word(text(tracking.get("carrier_name"), 64)),
    )


def _returned_item(item: Json) -> Mapping[str, Any] | None:
    """Of the line Shopify tells no more than its id, as a rule; None for a quantity that is none."""
    pieces = number(item.get("quantity", 1))
    if not pieces:
        return None
    line = member(member(item, "fulfillment_line_item"), "line_item")
    told = {
        "sku": sku_of(line),
        "quantity": pieces,
        "reason": text(item.get("return_reason"), 64),
    }
    id_ = _last_part(line.get("id")) or _last_part(line.get("admin_graphql_api_id"))
    ids = {"line": id_, "item": _id_of(item)}
    return told | {name: each for name, each in ids.items() if each}


def _id_of(value: Json) -> str | None:
    return _last_part(value.get("id")) or _last_part(value.get("admin_graphql_api_id"))


def _last_part(value: Any) -> str | None:
    """`gid://shopify/Order/123` is 123."""
    id_ = identifier(value)
    return id_.rpartition("/")[2] or None if id_ else None
