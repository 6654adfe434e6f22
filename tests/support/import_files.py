"""Import files for tests: objects as a shop would export them, written as JSON Lines."""

import json
from pathlib import Path
from typing import Any

from bot.connectors.files import import_files
from bot.connectors.files_summary import Summary
from bot.db import connection

Json = dict[str, Any]

# The object of the developers' page, with everything told.
FULL_ORDER: Json = {
    "type": "order",
    "number": "1001",
    "external_id": "gid-1001",
    "source": "web",
    "placed_at": "2026-11-02T09:30:00Z",
    "status": "paid",
    "currency": "EUR",
    "total": "44.70",
    "shipping_total": "4.90",
    "discount_total": "0.00",
    "paid_total": "44.70",
    "tax_total": "7.14",
    "payment_method": "card",
    "customer": {
        "external_id": "c-1",
        "email": "Erika@Example.org",
        "phone": "0151 1234567",
        "name": "Erika Beispiel",
        "locale": "de",
    },
    "ship_to": {
        "name": "Erika Beispiel",
        "street": "Musterweg 1",
        "postal_code": "53113",
        "city": "Bonn",
        "country": "DE",
    },
    "lines": [{"sku": "BECHER", "name": "Becher", "variant": "blau", "quantity": 2, "unit_price": "19.90"}],
    "shipments": [
        {
            "carrier": "dhl",
            "tracking_number": "JJD 0001",
            "tracking_url": "https://tracking.example/JJD0001",
            "expected_on": "2026-11-05",
            "lines": [{"sku": "BECHER", "quantity": 2}],
            "events": [
                {
                    "occurred_at": "2026-11-03T08:00:00Z",
                    "status": "label_created",
                    "text": "Angekündigt",
                    "place": None,
                },
                {"occurred_at": "2026-11-04T06:15:00Z", "status": "in_transit", "text": "Sortiert", "place": "Köln"},
            ],
        }
    ],
}


def order(number: Any = "1001", **told: Any) -> Json:
    """The least an order must tell, and what the test adds."""
    return {"type": "order", "number": number, "placed_at": "2026-11-02T09:30:00Z", "currency": "EUR"} | told


def event(status: str, occurred_at: str = "2026-11-04T06:15:00Z", **told: Any) -> Json:
    return {"occurred_at": occurred_at, "status": status} | told


def product(sku: Any = "BECHER", **told: Any) -> Json:
    return {"type": "product", "sku": sku, "name": {"de": "Becher"}} | told


def answer(score: int = 9, **told: Any) -> Json:
    return {"type": "answer", "survey": "nps", "score": score, "answered_at": "2026-11-10T12:00:00Z"} | told


def write_lines(file: Path, *lines: Json | str | bytes) -> Path:
    """One object a line; text and bytes go in as they are."""
    raw = [line if isinstance(line, bytes) else _text(line).encode() for line in lines]
    file.write_bytes(b"\n".join(raw) + b"\n")
    return file


async def import_lines(folder: Path, *lines: Json | str | bytes, **options: Any) -> Summary:
    """Import these lines into the open database."""
    return await import_files([write_lines(folder / "shop.jsonl", *lines)], **options)


async def everything() -> dict[str, list[Json]]:
    """All rows of what an import writes, for "nothing changed"."""
    tables = (
        "shop_customer",
        "shop_order",
        "shop_line",
        "shop_shipment",
        "shipping_event",
        "shop_product",
        "survey_answer",
    )
    return {name: await connection().execute_query_dict(f"SELECT * FROM {name} ORDER BY id") for name in tables}


def _text(line: Json | str) -> str:
    return line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
