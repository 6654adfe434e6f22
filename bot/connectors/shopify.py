"""Shopify's bodies as facts: which topic holds what (resources of the REST Admin API)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.config import Locale
from bot.connectors.shopify_fulfilments import parse_fulfilment, parse_scan
from bot.connectors.shopify_orders import parse_draft, parse_order, parse_refund
from bot.connectors.shopify_parts import SOURCE, sku_of
from bot.connectors.shopify_products import parse_product
from bot.connectors.told import Fact, OrderRef, OrderRemoved, RequestTold, ReturnTold
from bot.shop.reading import Json, UnreadableError, identifier, member, members, moment, number, required, text

# Our words of vocabularies.md 4.4; the topic counts where the body names no status.
RETURN_STATUS = {
    "requested": "requested",
    "request": "requested",
    "open": "approved",
    "approve": "approved",
    "reopen": "approved",
    "declined": "rejected",
    "decline": "rejected",
    "canceled": "cancelled",
    "cancelled": "cancelled",
    "cancel": "cancelled",
    "closed": "closed",
    "close": "closed",
}


def parse(topic: str, body: Json, *, fingerprint: str, locale: Locale) -> tuple[Fact, ...]:
    """What a body of this topic tells; `locale` is the language the shop writes in."""
    if topic in BY_TOPIC:
        return BY_TOPIC[topic](body)
    match topic.split("/"):
        case ["orders", _]:
            return (parse_order(body, fingerprint),)
        case ["draft_orders", _]:
            return (parse_draft(body, fingerprint),)
        case ["products", "create" | "update"]:
            return parse_product(body, locale)
        case ["returns", event]:
            return (_return(body, event),)
    raise UnreadableError(f"topic {topic}: none that Bote reads")


def _return(body: Json, event: str) -> ReturnTold:
    order = member(body, "order")
    ids = (order.get("id"), body.get("order_id"), order.get("admin_graphql_api_id"))
    order_id = next((each for each in map(_last_part, ids) if each), None)
    told = (text(body.get("status"), 32) or "").lower()
    status = RETURN_STATUS.get(told) or RETURN_STATUS.get(event)
    return ReturnTold(
        OrderRef(SOURCE, required(order_id, "order.id")),
        required(_last_part(body.get("id")), "id"),
        required(status, "status"),
        tuple(map(_returned_item, members(body, "return_line_items"))),
        moment(body.get("updated_at")),
        reopens=event == "reopen",
    )


def _returned_item(item: Json) -> Mapping[str, Any]:
    """Of the line Shopify tells no more than its id, as a rule."""
    line = member(member(item, "fulfillment_line_item"), "line_item")
    told = {
        "sku": sku_of(line),
        "quantity": number(item.get("quantity")) or 1,
        "reason": text(item.get("return_reason"), 64),
    }
    id_ = _last_part(line.get("id")) or _last_part(line.get("admin_graphql_api_id"))
    return told | ({"line": id_} if id_ else {})


def _last_part(value: Any) -> str | None:
    """`gid://shopify/Order/123` is 123."""
    id_ = identifier(value)
    return id_.rpartition("/")[2] or None if id_ else None


def _removed(body: Json) -> tuple[Fact, ...]:
    return (OrderRemoved(OrderRef(SOURCE, required(identifier(body.get("id")), "id"))),)


def _data_request(body: Json) -> tuple[Fact, ...]:
    return (RequestTold("data_request", _whom(body, "orders_requested")),)


def _redact(body: Json) -> tuple[Fact, ...]:
    return (RequestTold("redact", _whom(body, "orders_to_redact")),)


def _shop_redact(body: Json) -> tuple[Fact, ...]:
    return (RequestTold("shop_redact", {"shop": text(body.get("shop_domain"), 255)}),)


def _whom(body: Json, orders: str) -> Mapping[str, Any]:
    customer = member(body, "customer")
    told = body.get(orders)
    return {
        "customer": identifier(customer.get("id")),
        "email": text(customer.get("email"), 320),
        "phone": text(customer.get("phone"), 64),
        "orders": [id_ for each in (told if isinstance(told, list) else ()) if (id_ := identifier(each))],
    }


BY_TOPIC: Mapping[str, Callable[[Json], tuple[Fact, ...]]] = {
    "orders/delete": _removed,
    # Only what was added and taken out; orders/updated follows and brings the order as it is now.
    "orders/edited": lambda _: (),
    "fulfillments/create": lambda body: (parse_fulfilment(body),),
    "fulfillments/update": lambda body: (parse_fulfilment(body),),
    "fulfillment_events/create": lambda body: (parse_scan(body),),
    "refunds/create": lambda body: (parse_refund(body),),
    "customers/data_request": _data_request,
    "customers/redact": _redact,
    "shop/redact": _shop_redact,
}
