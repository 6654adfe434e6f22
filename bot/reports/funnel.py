"""What became of the invitations: planned, withheld and why, sent, delivered, tapped, commented, expired, blocked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.outbox.reasons import Why
from bot.reports.periods import Period, within
from bot.shop.rows import Row, fetch
from bot.statistics import Metric

# Ratings from the order card were not asked for, so they are no part of it.
PLANS = """SELECT p.status, p.why, u.status AS push, u.why AS push_why, a.id IS NOT NULL AS tapped,
 coalesce(a.comment, '') <> '' AS commented, count(*) AS n FROM survey_plan p
 LEFT JOIN outbox_push u ON u.id = p.push_id LEFT JOIN survey_answer a ON a.plan_id = p.id
 WHERE p.source = 'trigger'{metric}{period} GROUP BY 1, 2, 3, 4, 5, 6"""
UNKNOWN_REASON = "unknown"
# What Telegram says of people who cannot be reached (403 and the like).
UNREACHABLE = frozenset({Why.BLOCKED, Why.DEACTIVATED, Why.KICKED, Why.NOT_FOUND, Why.CANNOT_INITIATE})


@dataclass(frozen=True, slots=True)
class Funnel:
    """Invitations that were due in a period; each is counted in `planned` and in every stage it reached.

    `withheld` is by reason, decided when judged or when sent. `sent` left for Telegram, `delivered` was taken by it,
    `blocked` cannot be reached, `failed` was given up on for another reason. `expired` found no answer in time.
    """

    planned: int
    waiting: int
    withheld: Mapping[str, int]
    sent: int
    delivered: int
    blocked: int
    failed: int
    tapped: int
    commented: int
    expired: int

    @property
    def response_rate(self) -> float | None:
        """Answered of delivered, 0 to 1 (rules.md 3.2); None when none was delivered."""
        return self.tapped / self.delivered if self.delivered else None


async def funnel(metric: Metric | None, *, period: Period, tz: ZoneInfo) -> Funnel:
    """Of one metric, or of all surveys."""
    of_period, values = within("p.due_at", *period.bounds(tz))
    statement = PLANS.format(metric=" AND p.metric = ?" if metric else "", period=of_period)
    return _told(await fetch(statement, *([metric] if metric else []), *values))


def as_json(told: Funnel) -> dict[str, Any]:
    rate = told.response_rate
    return asdict(told) | {"response_rate": None if rate is None else round(rate, 4)}


def _told(rows: Sequence[Row]) -> Funnel:
    withheld: Counter[str] = Counter()
    stages: Counter[str] = Counter()
    for row in rows:
        stages.update(dict.fromkeys(_stages(row), row["n"]))
        if why := _withheld(row):
            withheld[why] += row["n"]
    return Funnel(
        planned=stages["planned"],
        waiting=stages["waiting"],
        withheld=dict(withheld.most_common()),
        sent=stages["sent"],
        delivered=stages["delivered"],
        blocked=stages["blocked"],
        failed=stages["failed"],
        tapped=stages["tapped"],
        commented=stages["commented"],
        expired=stages["expired"],
    )


def _stages(row: Row) -> list[str]:
    """Those that a plan like this has reached."""
    delivered = row["push"] == "sent"
    lost = row["push"] in {"failed", "skipped"}
    reached = {
        "planned": True,
        "waiting": row["status"] == "planned" or row["push"] == "waiting",
        "sent": row["push"] in {"sent", "failed"},
        "delivered": delivered,
        "blocked": lost and row["push_why"] in UNREACHABLE,
        "failed": row["push"] == "failed" and row["push_why"] not in UNREACHABLE,
        # Who answered through another door than the invitation did not answer the invitation.
        "tapped": delivered and bool(row["tapped"]),
        "commented": delivered and bool(row["commented"]),
        "expired": row["status"] == "expired",
    }
    return [stage for stage, is_reached in reached.items() if is_reached]


def _withheld(row: Row) -> str | None:
    """Why it was decided not to ask; None where it was asked, or may still be."""
    if row["push"] == "skipped" and row["push_why"] not in UNREACHABLE:
        return row["push_why"] or UNKNOWN_REASON
    if row["push"] is None and row["status"] in {"withheld", "cancelled"}:
        return row["why"] or UNKNOWN_REASON
    return None
