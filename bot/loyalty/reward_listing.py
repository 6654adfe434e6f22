"""What is offered for points, and what became of the coupons that were given for it."""

from datetime import datetime
from typing import Any

from bot.db import document
from bot.loyalty.reward_file import Reward
from bot.loyalty.rewards import current_rewards
from bot.shop.rows import fetch

# What was redeemed in time stays redeemed; those given away by the staff say "goodwill" where others name a reward.
GIVEN = """
SELECT reason, CASE WHEN reason = 'reward' THEN CAST(details AS text) END AS details,
  count(*) AS issued, count(redeemed_at) AS redeemed,
  sum(CASE WHEN redeemed_at IS NULL AND expires_at <= ? THEN 1 ELSE 0 END) AS expired
FROM loyalty_coupon WHERE currency IS NOT NULL GROUP BY 1, 2"""
NONE = {"issued": 0, "open": 0, "redeemed": 0, "expired": 0}


async def describe_rewards(*, now: datetime) -> list[dict[str, Any]]:
    """What `show rewards --json` prints: what is offered, then what is not any more, then what was given as goodwill.

    Coupons from before rewards were noted with them stand under the key `null`.
    """
    offered, given = await current_rewards(), await _given(now)
    told = [_described(each) | given.pop(("reward", each.key), NONE) for each in offered]
    gone = sorted(given.items(), key=lambda item: (item[0][0] != "reward", item[0][1] or ""))
    return told + [_gone(reason, key) | counts for (reason, key), counts in gone]


async def _given(now: datetime) -> dict[tuple[str, str | None], dict[str, int]]:
    found: dict[tuple[str, str | None], dict[str, int]] = {}
    for row in await fetch(GIVEN, now):
        details = document(row["details"])
        key = details.get("reward") if row["reason"] == "reward" and isinstance(details, dict) else None
        counts = {name: int(row[name]) for name in ("issued", "redeemed", "expired")}
        before = found.setdefault((row["reason"], key), dict(NONE))
        for name, count in (counts | {"open": counts["issued"] - counts["redeemed"] - counts["expired"]}).items():
            before[name] += count
    return found


def _described(reward: Reward) -> dict[str, Any]:
    terms = reward.terms
    return {
        "key": reward.key,
        "reason": "reward",
        "offered": True,
        "points": reward.points,
        "worth": f"{terms.percent} %" if terms.percent else f"{terms.amount} {terms.currency}",
        "minimum": f"{terms.minimum} {terms.currency}" if terms.minimum else None,
        "product": terms.sku,
        "category": terms.category,
        "days": reward.lasts.days,
    }


def _gone(reason: str, key: str | None) -> dict[str, Any]:
    unknown = dict.fromkeys(("points", "worth", "minimum", "product", "category", "days"))
    return {"key": key, "reason": reason, "offered": False} | unknown
