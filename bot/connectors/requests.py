"""Legal requests of a platform, kept with the day by which they must be answered."""

import json
from datetime import datetime, timedelta

from bot.connectors.told import RequestTold
from bot.shop.rows import change

# Shopify's requirements: a customer's data within 30 days, a shop's 48 hours after it left.
ANSWER_WITHIN = {
    "data_request": timedelta(days=30),
    "redact": timedelta(days=30),
    "shop_redact": timedelta(hours=48),
}


async def take_request(fact: RequestTold, *, platform: str, digest: str, received_at: datetime) -> None:
    """Write a request down once, due from the moment it came in."""
    statement = """
    INSERT INTO connector_data_request (platform, kind, digest, ids, received_at, due_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""
    ids = json.dumps(fact.ids, ensure_ascii=False)
    due_at = received_at + ANSWER_WITHIN[fact.kind]
    await change(statement, platform, fact.kind, digest, ids, received_at, due_at)
