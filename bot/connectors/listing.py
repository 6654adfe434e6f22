"""What waits in the inbox, for `main.py show inbox` and /metrics."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.clock import real_now
from bot.connectors.models import MOST_ATTEMPTS
from bot.shop.rows import Row, fetch, moment

Json = dict[str, Any]
SELECT = """
SELECT id, platform, topic, delivery_id, shop_domain, received_at, processed_at, attempts, error, outcome, retry_at
FROM connector_inbox WHERE """
FIGURES = """
SELECT count(*) AS waiting, sum(CASE WHEN error IS NULL THEN 0 ELSE 1 END) AS failing,
  sum(CASE WHEN attempts < ? THEN 0 ELSE 1 END) AS given_up, min(received_at) AS oldest
FROM connector_inbox WHERE processed_at IS NULL"""


async def list_inbox(*, with_processed: bool = False, limit: int = 100) -> list[Json]:
    """The bodies that wait, the oldest first; with those processed, the newest first. Never their content."""
    clause = "1 = 1 ORDER BY id DESC LIMIT ?" if with_processed else "processed_at IS NULL ORDER BY id LIMIT ?"
    return [_described(row) for row in await fetch(SELECT + clause, limit)]


async def waiting_ids(*, failed: bool, platforms: Sequence[str]) -> list[int]:
    """The bodies to replay: all that wait, or only those that failed, of these platforms or of all."""
    clauses, values = ["processed_at IS NULL"], []
    if failed:
        clauses.append("error IS NOT NULL")
    if platforms:
        clauses.append("platform IN ?")
        values.append(list(platforms))
    statement = f"SELECT id FROM connector_inbox WHERE {' AND '.join(clauses)} ORDER BY id"  # noqa: S608  # our own words
    return [row["id"] for row in await fetch(statement, *values)]


async def find_fate(platform: str, topic: str, digest: str) -> str | None:
    """What became of a body: processed, failed (so far), or None while nobody has come to it."""
    statement = "SELECT processed_at, error FROM connector_inbox WHERE platform = ? AND topic = ? AND digest = ?"
    [row] = await fetch(statement, platform, topic, digest) or [{"processed_at": None, "error": None}]
    if row["processed_at"] is not None:
        return "processed"
    return "failed" if row["error"] else None


async def inbox_figures() -> dict[str, tuple[str, float]]:
    """Name, meaning and value of what /metrics shows of the inbox."""
    [row] = await fetch(FIGURES, MOST_ATTEMPTS)
    oldest = moment(row["oldest"])
    waited = (real_now() - oldest).total_seconds() if oldest else 0.0
    return {
        "bote_inbox_waiting": ("Bodies not processed yet", float(row["waiting"])),
        "bote_inbox_failing": ("Of these, bodies that failed and will be tried again", float(row["failing"] or 0)),
        "bote_inbox_given_up": ("Of these, bodies that only `main.py replay` tries again", float(row["given_up"] or 0)),
        "bote_inbox_oldest_seconds": ("Age of the oldest body not processed yet", max(waited, 0.0)),
    }


def _described(row: Row) -> Json:
    times = {key: _time(moment(row[key])) for key in ("received_at", "processed_at", "retry_at")}
    return row | times | {"state": _state(row)}


def _state(row: Row) -> str:
    if row["processed_at"] is not None:
        return "processed"
    if row["attempts"] >= MOST_ATTEMPTS:
        return "given up"
    return "failed" if row["error"] else "waiting"


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
