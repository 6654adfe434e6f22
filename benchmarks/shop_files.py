"""Import files of any length, as a shop would export them: one or two items, one parcel, two to four events."""

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

START = datetime(2026, 1, 1, tzinfo=UTC)
WAY = ("label_created", "picked_up", "in_transit", "out_for_delivery", "delivered")


def write_orders(file: Path, number: int, *, source: str = "bench", seed: int = 1) -> None:
    """Write `number` orders of about as many customers; the same seed writes the same file."""
    chance = random.Random(seed)
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(_order(index, source, chance)) + "\n" for index in range(number))


def _order(index: int, source: str, chance: random.Random) -> dict[str, Any]:
    placed_at = START + timedelta(minutes=index)
    lines = [_line(chance) for _ in range(chance.randint(1, 2))]
    total = sum(float(line["unit_price"]) for line in lines)
    return {
        "type": "order",
        "number": str(100_000 + index),
        "external_id": f"gid-{index}",
        "source": source,
        "placed_at": placed_at.isoformat(),
        "status": "paid",
        "currency": "EUR",
        "total": f"{total:.2f}",
        "shipping_total": "0.00",
        "discount_total": "0.00",
        "payment_method": "card",
        "customer": {
            "external_id": f"c{chance.randrange(1 + index // 3 * 2)}",
            "email": f"kunde{index}@example.org",
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
        "lines": lines,
        "shipments": [_shipment(index, placed_at, chance)],
    }


def _line(chance: random.Random) -> dict[str, Any]:
    number = chance.randrange(500)
    return {
        "sku": f"SKU-{number}",
        "name": f"Artikel {number}",
        "variant": "blau",
        "quantity": 1,
        "unit_price": "19.90",
    }


def _shipment(index: int, placed_at: datetime, chance: random.Random) -> dict[str, Any]:
    events = [
        {
            "occurred_at": (placed_at + timedelta(hours=8 * (step + 1))).isoformat(),
            "status": status,
            "text": "Die Sendung wurde bearbeitet.",
            "place": "Köln",
        }
        for step, status in enumerate(WAY[: chance.randint(2, 4)])
    ]
    return {
        "carrier": "dhl",
        "tracking_number": f"JJD{index:012}",
        "tracking_url": f"https://tracking.example/{index}",
        "expected_on": (placed_at + timedelta(days=3)).date().isoformat(),
        "lines": [],
        "events": events,
    }
