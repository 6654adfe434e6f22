"""What is imported is history: it fills the tables and leads to no message, no worry, no case and no plan."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import real_now
from bot.config import Settings
from bot.connectors.files import import_files
from bot.customers.models import Chat, Hold, Link
from bot.loyalty.models import LoyaltyAccount, LoyaltyEntry
from bot.outbox.models import Push
from bot.shipping.models import Alert, Poll, TrackingEvent, Watch
from bot.shop.models import Customer, Order
from bot.surveys.models import SurveyPlan
from bot.tickets.models import Case

ORDERS = 1_000


async def test_a_thousand_delivered_orders_are_told_to_nobody(database: Settings, tmp_path: Path) -> None:
    await linked_customer("c0")
    file = tmp_path / "history.jsonl"
    file.write_text("\n".join(json.dumps(delivered_order(number)) for number in range(ORDERS)))

    summary = await import_files([file], tz=UTC)

    assert summary.bad_lines == 0
    assert await Order.filter(state="delivered", is_open=False).count() == ORDERS
    assert await TrackingEvent.all().count() == 3 * ORDERS
    for model in (Push, Case, Alert, Hold, Watch, Poll, SurveyPlan, LoyaltyAccount, LoyaltyEntry):
        assert await model.all().count() == 0, model.__name__


async def linked_customer(external_id: str) -> None:
    """Somebody whose chat would be told, if anything were."""
    customer = await Customer.create(source="history", external_id=external_id)
    chat = await Chat.create(id=77, created_at=real_now())
    await Link.create(chat=chat, customer=customer, proof="link", linked_at=real_now())


def delivered_order(number: int) -> dict[str, object]:
    """Placed and delivered within the last day, so that only its being imported keeps it from being news."""
    delivered_at = datetime.now(UTC) - timedelta(hours=1)
    way = ("in_transit", "out_for_delivery", "delivered")
    events = [
        {"occurred_at": (delivered_at - timedelta(hours=2 - hour)).isoformat(), "status": status}
        for hour, status in enumerate(way)
    ]
    return {
        "type": "order",
        "number": str(number),
        "external_id": f"o{number}",
        "source": "history",
        "placed_at": (delivered_at - timedelta(hours=12)).isoformat(),
        "currency": "EUR",
        "status": "paid",
        "customer": {"external_id": f"c{number % 50}"},
        "shipments": [{"carrier": "dhl", "tracking_number": f"JJD{number:09}", "events": events}],
    }
