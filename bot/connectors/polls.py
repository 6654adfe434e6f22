"""Open parcels and return labels are asked for at their carriers: rarely while all is calm, often near delivery."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog

from bot.clock import real_now
from bot.config import Settings
from bot.connectors import counters
from bot.connectors.label_polls import AskedLabel, ask_label_later, claim_label, enter_labels, record_label
from bot.connectors.scans import note_unknown, record_report
from bot.db import is_sqlite, unit_of_work
from bot.shipping.carriers.karrio import Account, CarrierSilentError, ask, open_accounts
from bot.shipping.carriers.reports import Report
from bot.shop.by_platform import parcels_by_id
from bot.shop.rows import change, fetch
from bot.shop.statuses import NOT_YET_MOVING, OVERLAYS, TERMINAL
from bot.shop.statuses import ShipmentStatus as S

TICK = timedelta(minutes=1)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=5)
FIRST_RETRY, LONGEST_RETRY = timedelta(minutes=5), timedelta(hours=6)
# Older parcels are history: nobody waits for them, and no carrier knows them any more.
OLDEST = timedelta(days=60)
THREADS = 4

ENTER = """
INSERT INTO shipping_poll (shipment_id, due_at, failures)
SELECT s.id, ?, 0 FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
LEFT JOIN shipping_poll p ON p.shipment_id = s.id
WHERE p.id IS NULL AND s.carrier IN ? AND s.tracking_number IS NOT NULL AND s.status NOT IN ? AND o.is_open
  AND o.placed_at > ? LIMIT 500 ON CONFLICT DO NOTHING"""
# In one transaction with the claim, one process at a time: two that counted at once would both find the minute free.
IN_TURN = "SELECT pg_advisory_xact_lock(hashtext(?))"
ASKED = """
SELECT (SELECT count(*) FROM shipping_poll p JOIN shop_shipment s ON s.id = p.shipment_id
  WHERE p.asked_at > ? AND s.carrier = ?)
  + (SELECT count(*) FROM return_label_poll WHERE asked_at > ? AND carrier = ?) AS asked"""
CLAIM = """
UPDATE shipping_poll SET leased_until = ?, asked_at = ? WHERE id = (
  SELECT p.id FROM shipping_poll p JOIN shop_shipment s ON s.id = p.shipment_id
  WHERE s.carrier = ? AND s.status NOT IN ? AND p.due_at <= ? AND (p.retry_at IS NULL OR p.retry_at <= ?)
    AND (p.leased_until IS NULL OR p.leased_until < ?)
  ORDER BY p.due_at, p.id LIMIT 1)
RETURNING shipment_id, failures"""
TERMINALS = sorted(TERMINAL)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A parcel whose carrier this process is asking."""

    shipment_id: int
    tracking_number: str
    failures: int


class Carriers:
    """The carriers this shop may ask, with the threads to ask them in."""

    def __init__(
        self, settings: Settings, accounts: Sequence[Account], *, ask: Callable[[Account, str], Report] = ask
    ) -> None:
        self._settings = settings
        self._ask = ask
        self._accounts = {account.carrier: account for account in reversed(accounts)}
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="carrier")

    async def poll_due(self, now: datetime) -> int:
        """Ask for what is due, within each carrier's rate; how many answered. Call it once a TICK.

        The rate is that of all processes together: it is counted in the database, and each question is claimed just
        before it is asked.
        """
        await _enter(sorted(self._accounts), now)
        answered = [await self._poll(account, now) for account in self._accounts.values()]
        return sum(answered)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _poll(self, account: Account, now: datetime) -> int:
        done = 0
        for _ in range(account.per_minute):
            asked = await _claim(account.carrier, account.per_minute, now)
            if asked is None:
                break
            done += await self._ask_about(asked, account, now)
        return done

    async def _ask_about(self, asked: Asked | AskedLabel, account: Account, now: datetime) -> bool:
        try:
            report = await self._in_thread(account, asked.tracking_number)
        except CarrierSilentError as error:
            await self._failed(account, asked, error)
            return False
        counters.polls.labels(account.name, "answered").inc()
        note_unknown(report.scans, account.name)
        match asked:
            case AskedLabel():
                await record_label(asked, report, self._settings, now)
            case Asked():
                await _record(asked, report, self._settings, now)
        return True

    async def _in_thread(self, account: Account, tracking_number: str) -> Report:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, account, tracking_number)

    async def _failed(self, account: Account, each: Asked | AskedLabel, error: CarrierSilentError) -> None:
        counters.polls.labels(account.name, "silent").inc()
        why, retry_at = str(error)[:200], real_now() + min(FIRST_RETRY * 2 ** min(each.failures, 10), LONGEST_RETRY)
        match each:
            case AskedLabel(return_id):
                log.warning("carrier silent", carrier=account.name, label_of_return=return_id, why=why)
                await ask_label_later(each, retry_at)
            case Asked(shipment_id):
                log.warning("carrier silent", carrier=account.name, shipment=shipment_id, why=why)
                await _try_later(shipment_id, retry_at)


def open_carriers(settings: Settings) -> Carriers | None:
    """The carriers of the settings, None without any; OperatorError for accounts that cannot work."""
    if settings.carrier_accounts is None:
        return None
    return Carriers(settings, open_accounts(settings.carrier_accounts.get_secret_value()))


def next_poll(status: str, *, expected_on: date | None, status_at: datetime | None, now: datetime) -> timedelta:
    """How long a carrier may be left alone about a parcel that stands like this."""
    if status == S.OUT_FOR_DELIVERY:
        return timedelta(minutes=20)
    if status_at and now - status_at > timedelta(days=10):
        return timedelta(days=1)
    if status in NOT_YET_MOVING:
        return timedelta(hours=6)
    if status == S.AVAILABLE_FOR_PICKUP:
        return timedelta(hours=6)
    if expected_on and expected_on <= (now + timedelta(days=1)).date():
        return timedelta(hours=1)
    return timedelta(hours=2) if status in OVERLAYS else timedelta(hours=4)


@unit_of_work
async def _enter(carriers: Sequence[str], now: datetime) -> None:
    await change(ENTER, now, carriers, TERMINALS, now - OLDEST)
    await enter_labels(carriers, now, oldest=OLDEST)


@unit_of_work
async def _claim(carrier: str, per_minute: int, now: datetime) -> Asked | AskedLabel | None:
    """The parcel to ask about now; None when there is none, or when the carrier has been asked enough this minute.

    Labels go first: they are few, and asked for rarely.
    """
    if not is_sqlite():
        await fetch(IN_TURN, f"bote.polls.{carrier}")
    real = real_now()
    [counted] = await fetch(ASKED, real - MINUTE, carrier, real - MINUTE, carrier)
    if counted["asked"] >= per_minute:
        return None
    if label := await claim_label(carrier, now, real=real, lease=LEASE):
        return label
    rows = await change(CLAIM, real + LEASE, real, carrier, TERMINALS, now, real, real)
    if not rows:
        return None
    [parcel] = await parcels_by_id([rows[0]["shipment_id"]])
    return Asked(parcel.id, parcel.tracking_number or "", rows[0]["failures"])


@unit_of_work
async def _record(each: Asked, report: Report, settings: Settings, now: datetime) -> None:
    [parcel] = await parcels_by_id([each.shipment_id])
    await record_report(parcel, report, settings=settings, now=now)
    [parcel] = await parcels_by_id([each.shipment_id])
    due_at = now + next_poll(parcel.status, expected_on=parcel.expected_on, status_at=parcel.status_at, now=now)
    statement = """
    UPDATE shipping_poll SET due_at = ?, failures = 0, retry_at = NULL, leased_until = NULL WHERE shipment_id = ?"""
    await change(statement, due_at, each.shipment_id)


@unit_of_work
async def _try_later(shipment_id: int, retry_at: datetime) -> None:
    statement = """
    UPDATE shipping_poll SET failures = failures + 1, retry_at = ?, leased_until = NULL WHERE shipment_id = ?"""
    await change(statement, retry_at, shipment_id)
