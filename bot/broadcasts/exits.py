"""Who has done what a campaign asks for before it has reached them does not get it any more (BRC-10)."""

from datetime import datetime

from bot.broadcasts import queued
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.rules import Held
from bot.db import unit_of_work
from bot.outbox.reasons import Why
from bot.shop.rows import change, fetch

ORDERED = """
SELECT DISTINCT r.chat_id FROM broadcast_recipient r JOIN customer_link own ON own.chat_id = r.chat_id
JOIN shop_order o ON o.customer_id = own.customer_id AND o.placed_at > ?
WHERE r.campaign_id = ? AND r.held_because IS NULL AND o.is_test = FALSE AND o.is_hidden = FALSE"""
HOLD = """
UPDATE broadcast_recipient SET held_because = ?
WHERE campaign_id = ? AND id > ? AND held_because IS NULL AND chat_id IN ? RETURNING id"""


@unit_of_work
async def let_go_who_ordered(campaign: CampaignFacts, *, now: datetime) -> int:
    """Take it back from those who have ordered since it began; how many that were."""
    if campaign.started_at is None:
        return 0
    chats = [row["chat_id"] for row in await fetch(ORDERED, campaign.started_at, campaign.id)]
    if not chats:
        return 0
    held = await change(HOLD, Held.ORDERED, campaign.id, campaign.checkpoint, chats)
    return len(held) + await queued.take_back_from(campaign, chats, why=Why.ORDERED, now=now)
