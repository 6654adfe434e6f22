"""Where somebody stands: what they have earned within a year, the tier this reaches, and how far the next one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from bot.loyalty.rules import Rules, Tier, add_months
from bot.shop.rows import fetch

# What was given as an apology is not earned, and what still may be sent back not yet.
EARNED = """
SELECT coalesce(sum(points), 0) AS points FROM loyalty_entry
WHERE customer_id IN ? AND created_at > ? AND kind IN ('purchase', 'survey', 'review', 'referral', 'clawback')
  AND (available_at IS NULL OR available_at <= ?)"""

EARNED_BY_CUSTOMER = """
SELECT customer_id, sum(points) AS points FROM loyalty_entry
WHERE created_at > ? AND kind IN ('purchase', 'survey', 'review', 'referral', 'clawback')
  AND (available_at IS NULL OR available_at <= ?) GROUP BY customer_id"""


@dataclass(frozen=True, slots=True)
class Standing:
    """`missing` points lead to the `next` tier; None: there is no higher one."""

    earned: int
    tier: Tier | None
    next: Tier | None

    @property
    def missing(self) -> int:
        return self.next.threshold - self.earned if self.next else 0


async def standing_of(customer_ids: Sequence[int], *, rules: Rules, now: datetime) -> Standing:
    """Of these customers, who are one person; what they spent costs no tier, what they sent back does."""
    if not rules.tiers:
        return Standing(0, None, None)
    since = datetime.combine(add_months(now.date(), -rules.tier_months), time(), UTC)
    [row] = await fetch(EARNED, list(customer_ids), since, now)
    earned = max(int(row["points"]), 0)
    return Standing(earned, rules.tier(earned), rules.next_tier(earned))
