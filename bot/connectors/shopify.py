"""Shopify's bodies as facts: which topic holds what (resources of the REST Admin API)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.config import Locale
from bot.connectors.shopify_fulfilments import parse_fulfilment, parse_scan
from bot.connectors.shopify_orders import parse_draft, parse_order
from bot.connectors.shopify_parts import SOURCE
from bot.connectors.shopify_products import parse_product
from bot.connectors.shopify_refunds import parse_refund
from bot.connectors.shopify_returns import parse_label, parse_processed, parse_return, parse_trimmed
from bot.connectors.told import Fact, OrderRef, OrderRemoved, RequestTold
from bot.shop.reading import Json, UnreadableError, identifier, member, required, text


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
            return (parse_return(body, event),)
    raise UnreadableError(f"topic {topic}: none that Bote reads")


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
    "returns/update": lambda body: (parse_trimmed(body),),
    "returns/process": parse_processed,
    "reverse_deliveries/attach_deliverable": lambda body: (parse_label(body),),
    # What becomes of the goods, told without the return, its order or its items: nothing here could be moved by it.
    "reverse_fulfillment_orders/dispose": lambda _: (),
    "customers/data_request": _data_request,
    "customers/redact": _redact,
    "shop/redact": _shop_redact,
}
