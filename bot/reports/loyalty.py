"""Points in figures: what came and went in a period, and what the shop owes today."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.loyalty.programme import current_rules
from bot.loyalty.rules import Rules, add_months
from bot.loyalty.standing import EARNED_BY_CUSTOMER
from bot.reports.periods import Period, within
from bot.shop.rows import fetch

MOVED = """
SELECT kind, points > 0 AS came, sum(points) AS points, count(*) AS n FROM loyalty_entry
WHERE true{period} GROUP BY 1, 2"""
OWED = """
SELECT coalesce(sum(CASE WHEN points > 0 THEN points ELSE 0 END), 0) AS owed, count(*) AS accounts FROM (
  SELECT sum(points) AS points FROM loyalty_entry GROUP BY customer_id) t"""
PENDING = "SELECT coalesce(sum(points), 0) AS points FROM loyalty_entry WHERE available_at > ?"
CAME = "SELECT status, why, count(*) AS n FROM loyalty_referral WHERE true{period} GROUP BY status, why ORDER BY 1, 2"
# As the report calls them, in the order of what may become of an invitation.
BECAME = {
    "came": "waiting",
    "review": "in_review",
    "pending": "pending",
    "counted": "counted",
    "revoked": "revoked",
    "refused": "refused",
}
NO_TIER = "none"


@dataclass(frozen=True, slots=True)
class Referrals:
    """Who came by an invitation in the period, by what became of it since, and why what was refused was refused."""

    by_status: Mapping[str, int]
    refused: Mapping[str, int]

    @property
    def invited(self) -> int:
        return sum(self.by_status.values())


@dataclass(frozen=True, slots=True)
class Loyalty:
    """Points. `issued` by their kind; `liability` is what customers have today, `pending` of it not to be spent yet.

    `tiers` are customers by tier today. `redemption_rate` is what was spent of what came in the period, 0 to 1.
    """

    period: Period
    issued: Mapping[str, int]
    spent: int
    redemptions: int
    expired: int
    taken_back: int
    liability: int
    pending: int
    customers: int
    tiers: Mapping[str, int]
    referrals: Referrals

    @property
    def redemption_rate(self) -> float | None:
        kept = sum(self.issued.values()) - self.taken_back
        return self.spent / kept if kept > 0 else None


async def loyalty(period: Period, *, tz: ZoneInfo, now: datetime) -> Loyalty:
    """What came and went in these days, and how things stand at `now`."""
    clause, values = within("created_at", *period.bounds(tz))
    issued, gone, redemptions = Counter[str](), Counter[str](), 0
    for row in await fetch(MOVED.format(period=clause), *values):
        points = int(row["points"])
        if row["kind"] == "clawback":
            gone["clawback"] -= points
        elif row["came"]:
            issued[row["kind"]] += points
        elif row["kind"] == "expire":
            gone["expire"] -= points
        else:
            gone["spent"] -= points
            redemptions += row["n"]
    [owed], [pending] = await fetch(OWED), await fetch(PENDING, now)
    return Loyalty(
        period=period,
        issued=dict(issued.most_common()),
        spent=gone["spent"],
        redemptions=redemptions,
        expired=gone["expire"],
        taken_back=gone["clawback"],
        liability=int(owed["owed"]),
        pending=int(pending["points"]),
        customers=owed["accounts"],
        tiers=await _tiers(await current_rules(), now),
        referrals=await _referrals(period, tz),
    )


def as_json(told: Loyalty) -> dict[str, Any]:
    """What scripts get."""
    return {
        "from": told.period.first.isoformat() if told.period.first else None,
        "to": told.period.last.isoformat() if told.period.last else None,
        "issued": sum(told.issued.values()),
        "issued_by_kind": dict(told.issued),
        "spent": told.spent,
        "redemptions": told.redemptions,
        "redemption_rate": None if told.redemption_rate is None else round(told.redemption_rate, 4),
        "expired": told.expired,
        "taken_back": told.taken_back,
        "liability": told.liability,
        "pending": told.pending,
        "customers": told.customers,
        "tiers": dict(told.tiers),
        "referrals": {"invited": told.referrals.invited}
        | dict(told.referrals.by_status)
        | {"refused_by_reason": dict(told.referrals.refused)},
    }


async def _referrals(period: Period, tz: ZoneInfo) -> Referrals:
    clause, values = within("came_at", *period.bounds(tz))
    became, refused = Counter[str](), Counter[str]()
    for row in await fetch(CAME.format(period=clause), *values):
        became[BECAME[row["status"]]] += row["n"]
        if row["status"] == "refused":
            refused[row["why"]] += row["n"]
    return Referrals({name: became[name] for name in BECAME.values()}, dict(refused.most_common()))


async def _tiers(rules: Rules, now: datetime) -> dict[str, int]:
    """By customer account; somebody who is several customers of the shop counts in each."""
    if not rules.tiers:
        return {}
    since = datetime.combine(add_months(now.date(), -rules.tier_months), time(), UTC)
    reached = [rules.tier(max(int(row["points"]), 0)) for row in await fetch(EARNED_BY_CUSTOMER, since, now)]
    count = Counter(tier.key if tier else NO_TIER for tier in reached)
    return {key: count[key] for key in [*(tier.key for tier in rules.tiers), NO_TIER]}
