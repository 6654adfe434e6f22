"""Labels of open returns are asked for at their carriers like parcels, at the rate that those leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import Settings
from bot.connectors.scans import take_label_report
from bot.db import unit_of_work
from bot.returns.machine import Status
from bot.shipping.carriers.reports import Report
from bot.shop.rows import change

# From the label on until it has come; whoever sends a parcel without a label of ours has no number.
FOLLOWED = (Status.APPROVED.value, Status.LABEL_SENT.value, Status.IN_TRANSIT.value)
# A label lies about for days; once it is on its way it is asked for like any parcel.
EVERY = {Status.IN_TRANSIT.value: timedelta(hours=4)}
RARELY = timedelta(hours=6)

# That of a wish that a withdrawal has overtaken may be on the parcel, as long as that is waited for with another one.
IS_FOLLOWED = """(r.status IN ? OR r.status = 'cancelled' AND EXISTS (
  SELECT 1 FROM return_request w
  WHERE w.id = r.overtaken_by AND w.status IN ? AND coalesce(w.label_key, '') <> r.label_key))"""

# Who brings it back, where nobody has said: whoever brought it, else the only carrier that we may ask.
ENTER = f"""
INSERT INTO return_label_poll (request_id, carrier, due_at, failures)
SELECT id, carrier, ?, 0 FROM (
  SELECT r.id, coalesce(r.label_carrier, (SELECT s.carrier FROM shop_shipment s
    WHERE s.order_id = r.order_id AND s.carrier IS NOT NULL ORDER BY s.id DESC LIMIT 1), ?) AS carrier
  FROM return_request r LEFT JOIN return_label_poll p ON p.request_id = r.id
  WHERE p.id IS NULL AND r.label_key IS NOT NULL AND {IS_FOLLOWED} AND r.created_at > ?) labels
WHERE carrier IN ? LIMIT 500 ON CONFLICT DO NOTHING"""  # noqa: S608
CLAIM = f"""
UPDATE return_label_poll SET leased_until = ?, asked_at = ? WHERE id = (
  SELECT p.id FROM return_label_poll p JOIN return_request r ON r.id = p.request_id
  WHERE p.carrier = ? AND {IS_FOLLOWED} AND r.label_key IS NOT NULL AND p.due_at <= ?
    AND (p.retry_at IS NULL OR p.retry_at <= ?) AND (p.leased_until IS NULL OR p.leased_until < ?)
  ORDER BY p.due_at, p.id LIMIT 1)
RETURNING request_id, failures, (SELECT label_key FROM return_request r WHERE r.id = request_id) AS label_key"""  # noqa: S608
ANSWERED = """
UPDATE return_label_poll SET failures = 0, retry_at = NULL, leased_until = NULL, due_at = ? WHERE request_id = ?"""
STATUS = "SELECT status FROM return_request WHERE id = ?"
LATER = """
UPDATE return_label_poll SET failures = failures + 1, retry_at = ?, leased_until = NULL WHERE request_id = ?"""


@dataclass(frozen=True, slots=True)
class AskedLabel:
    """A label whose carrier this process is asking."""

    return_id: int
    tracking_number: str
    failures: int


@unit_of_work
async def enter_labels(carriers: Sequence[str], now: datetime, *, oldest: timedelta) -> None:
    """Let labels that have come since be asked for."""
    only = carriers[0] if len(carriers) == 1 else None
    await change(ENTER, now, only, FOLLOWED, FOLLOWED, now - oldest, carriers)


async def claim_label(carrier: str, now: datetime, *, real: datetime, lease: timedelta) -> AskedLabel | None:
    """The label to ask about now; in the caller's transaction, which has counted the rate."""
    rows = await change(CLAIM, real + lease, real, carrier, FOLLOWED, FOLLOWED, now, real, real)
    return AskedLabel(rows[0]["request_id"], rows[0]["label_key"], rows[0]["failures"]) if rows else None


@unit_of_work
async def record_label(each: AskedLabel, report: Report, settings: Settings, now: datetime) -> None:
    await take_label_report(each.tracking_number, report, settings=settings, now=now)
    [row] = await change(STATUS, each.return_id)
    await change(ANSWERED, now + EVERY.get(row["status"], RARELY), each.return_id)


@unit_of_work
async def ask_label_later(each: AskedLabel, retry_at: datetime) -> None:
    await change(LATER, retry_at, each.return_id)
