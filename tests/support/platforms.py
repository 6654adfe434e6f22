"""Shops and carriers that write to us: they sign what they send as the real ones do, and speak their JSON."""

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.config import Settings
from bot.connectors.signatures import PLATFORMS

SECRET = "s3cret-ß"
_running = itertools.count(1)


def with_secrets(settings: Settings) -> Settings:
    """Settings of a shop to which every platform may write, on a free port."""
    secrets = {f"{name}_webhook_secret": SecretStr(SECRET) for name in PLATFORMS}
    return settings.model_copy(update=secrets | {"web_port": 0})


@dataclass
class Sender:
    """Any platform, at the door of the bot; every knock is a delivery of its own."""

    base: str
    session: aiohttp.ClientSession
    secret: str = SECRET
    family: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    async def shopify(self, topic: str, body: Any, **kwargs: Any) -> int:
        return await self.send("shopify", body, topic=topic, **kwargs)

    async def woocommerce(self, topic: str, body: Any, **kwargs: Any) -> int:
        return await self.send("woocommerce", body, topic=topic, **kwargs)

    async def aftership(self, body: Any, **kwargs: Any) -> int:
        return await self.send("aftership", body, **kwargs)

    async def easypost(self, body: Any, **kwargs: Any) -> int:
        return await self.send("easypost", body, **kwargs)

    async def send(
        self,
        name: str,
        body: Any,
        *,
        topic: str | None = None,
        delivery: str | None = None,
        secret: str | None = None,
        signature: str | None = None,
        content_type: str = "application/json",
    ) -> int:
        """Post it as that platform would; the status of the answer."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        platform = PLATFORMS[name]
        signed = platform.sign(self.secret if secret is None else secret, raw)
        headers = {"Content-Type": content_type, **self.headers}
        headers[platform.signature[min(self.family, len(platform.signature) - 1)]] = signature or signed
        if platform.topic and topic is not None:
            headers[platform.topic[min(self.family, len(platform.topic) - 1)]] = topic
        if platform.delivery:
            headers[platform.delivery[0]] = delivery or f"delivery-{next(_running)}"
        async with self.session.post(f"{self.base}/webhooks/{name}", data=raw, headers=headers) as answer:
            return answer.status


def shopify_order(number: int = 1001, *, id_: int | None = None, **changes: Any) -> dict[str, Any]:
    """An order of two mugs and a lamp, as orders/create tells it; its ids do not fit into a double."""
    id_ = id_ or 2**53 + number
    lines = [
        shopify_line(id_ * 10 + 1, "MUG", "Mug", quantity=2, price="12.50", variant_title="blue"),
        shopify_line(id_ * 10 + 2, "LAMP", "Lamp", price="49.00"),
    ]
    return {
        "id": id_,
        "name": f"#{number}",
        "order_number": number,
        "created_at": "2026-11-20T10:00:00+01:00",
        "processed_at": "2026-11-20T10:00:00+01:00",
        "updated_at": "2026-11-20T10:00:00+01:00",
        "cancelled_at": None,
        "currency": "EUR",
        "presentment_currency": "EUR",
        "financial_status": "paid",
        "fulfillment_status": None,
        "total_price": "78.90",
        "current_total_price": "78.90",
        "total_discounts": "0.00",
        "total_tax": "12.60",
        "test": False,
        "email": f"kunde{number}@example.org",
        "customer_locale": "de-DE",
        "payment_gateway_names": ["paypal"],
        "customer": {"id": 2**60 + number, "first_name": "Erika", "last_name": "Beispiel", "phone": None},
        "shipping_address": {
            "first_name": "Erika",
            "last_name": "Beispiel",
            "address1": "Musterweg 1",
            "zip": "50667",
            "city": "Köln",
            "country_code": "DE",
        },
        "shipping_lines": [{"title": "DHL", "price": "4.90"}],
        "line_items": lines,
        "fulfillments": [],
        "refunds": [],
    } | changes


def shopify_line(id_: int, sku: str, title: str, **changes: Any) -> dict[str, Any]:
    quantity = changes.get("quantity", 1)
    return {
        "id": id_,
        "sku": sku,
        "title": title,
        "variant_id": id_ + 5,
        "variant_title": "Default Title",
        "quantity": quantity,
        "current_quantity": quantity,
        "price": "1.00",
    } | changes


def shopify_fulfilment(order: dict[str, Any], *numbers: str, id_: int | None = None, **changes: Any) -> dict[str, Any]:
    """A fulfilment of everything in the order, with these tracking numbers."""
    return {
        "id": id_ or order["id"] + 7,
        "order_id": order["id"],
        "status": "success",
        "created_at": "2026-11-20T15:00:00+01:00",
        "updated_at": "2026-11-20T15:00:00+01:00",
        "shipment_status": None,
        "tracking_company": "DHL",
        "tracking_number": numbers[0] if numbers else None,
        "tracking_numbers": list(numbers),
        "tracking_urls": [f"https://track.example/{number}" for number in numbers],
        "line_items": order["line_items"],
    } | changes


def shopify_scan(fulfilment: dict[str, Any], status: str, at: str, **changes: Any) -> dict[str, Any]:
    """A fulfilment event."""
    return {
        "id": next(_running) + 2**55,
        "fulfillment_id": fulfilment["id"],
        "order_id": fulfilment["order_id"],
        "status": status,
        "message": None,
        "happened_at": at,
        "updated_at": at,
        "city": "Köln",
        "estimated_delivery_at": None,
    } | changes


def woocommerce_order(number: int = 727, **changes: Any) -> dict[str, Any]:
    """An order as order.created tells it; prices include tax, and titles hold entities."""
    return {
        "id": number,
        "number": str(number),
        "status": "processing",
        "currency": "EUR",
        "date_created": "2026-11-20T10:00:00",
        "date_created_gmt": "2026-11-20T09:00:00",
        "date_modified_gmt": "2026-11-20T09:00:00",
        "prices_include_tax": True,
        "total": "29.00",
        "total_tax": "4.63",
        "discount_total": "0.00",
        "discount_tax": "0.00",
        "shipping_total": "4.12",
        "shipping_tax": "0.78",
        "customer_id": 0,
        "billing": {"first_name": "João", "last_name": "Muster", "email": f"j{number}@example.org", "country": "LU"},
        "shipping": {"first_name": "João", "last_name": "Muster", "address_1": "1, rue X", "city": "Lëtzebuerg"},
        "payment_method": "bacs",
        "payment_method_title": "Bank &amp; Co",
        "line_items": [
            {
                "id": 1,
                "name": "Tea &ndash; green",
                "product_id": 93,
                "variation_id": 0,
                "quantity": 2,
                "subtotal": "20.25",
                "subtotal_tax": "3.85",
                "sku": "TEA",
                "meta_data": [{"key": "size", "display_value": "100 g"}, {"key": "_hidden", "display_value": "x"}],
            }
        ],
        "refunds": [],
        "meta_data": [],
    } | changes


def aftership_update(number: str, *checkpoints: dict[str, Any], ts: int = 1763640000, **changes: Any) -> dict[str, Any]:
    """A tracking update; what it says last is also what it says of itself."""
    last = checkpoints[-1] if checkpoints else {"tag": "Pending", "subtag": "Pending_001"}
    tracking = {
        "id": "t1",
        "tracking_number": number,
        "slug": "dhl",
        "tag": last["tag"],
        "subtag": last["subtag"],
        "checkpoints": list(checkpoints),
    } | changes
    return {"event": "tracking_update", "event_id": f"e{next(_running)}", "msg": tracking, "ts": ts}


def checkpoint(subtag: str, at: str, **changes: Any) -> dict[str, Any]:
    tag = subtag.partition("_")[0]
    return {"tag": tag, "subtag": subtag, "checkpoint_time": at, "message": f"{tag} at work", "city": "Köln"} | changes


def easypost_update(code: str, *details: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A tracker.updated event."""
    last = details[-1] if details else {"status": "unknown", "status_detail": "unknown"}
    tracker = {
        "id": "trk_1",
        "tracking_code": code,
        "carrier": "DHLParcel",
        "status": last["status"],
        "status_detail": last["status_detail"],
        "updated_at": "2026-11-21T12:00:00Z",
        "tracking_details": list(details),
    } | changes
    return {"id": f"evt_{next(_running)}", "object": "Event", "description": "tracker.updated", "result": tracker}


def detail(status: str, status_detail: str | None, at: str, **changes: Any) -> dict[str, Any]:
    return {
        "status": status,
        "status_detail": status_detail,
        "datetime": at,
        "message": "At work",
        "tracking_location": {"city": "KÖLN", "country": "DE"},
    } | changes
