"""Carriers asked directly, through the karrio library (the extra `bote[carriers]`): its statuses become ours.

How a carrier is asked and what its answer means is karrio's business; here is no parser for any of them.
"""

import importlib
import json
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any, Protocol

from bot.errors import OperatorError
from bot.shipping.carriers.names import carrier_word
from bot.shipping.carriers.reports import Report, Scan, proof
from bot.shop.reading import clean, web_address
from bot.shop.statuses import ShipmentStatus as S

INSTALL = "pip install --require-hashes -r requirements-carriers.txt"
PER_MINUTE = 5
# karrio waits for ever otherwise, and a carrier that hangs would keep its thread.
TIME_OUT_S = 20.0

STATUSES: dict[str, S] = {
    "pending": S.LABEL_CREATED,
    "picked_up": S.PICKED_UP,
    "on_hold": S.ON_HOLD,
    "cancelled": S.CANCELLED,
    "delivered": S.DELIVERED,
    "in_transit": S.IN_TRANSIT,
    "delivery_failed": S.ATTEMPT_FAILED,
    "delivery_delayed": S.DELAYED,
    "out_for_delivery": S.OUT_FOR_DELIVERY,
    "ready_for_pickup": S.AVAILABLE_FOR_PICKUP,
    "return_to_sender": S.RETURNING,
    "unknown": S.UNKNOWN,
}
# What a failed delivery was, where karrio knows why; nobody at home is an attempt that failed.
FAILED_BECAUSE: dict[str, S] = {
    "carrier_damaged_parcel": S.DAMAGED,
    "carrier_parcel_lost": S.LOST,
    "carrier_address_not_found": S.EXCEPTION,
    "consignee_refused": S.EXCEPTION,
    "consignee_cancelled": S.EXCEPTION,
    "consignee_incorrect_address": S.EXCEPTION,
}
# Carriers' own codes that karrio takes for something they are not: DHL's announcement has no status of its own
# and would fall back to "in transit", its "unknown" is told as a delay.
OWN_CODES: dict[str, S] = {"pre-transit": S.LABEL_CREATED, "unknown": S.UNKNOWN}


class Details(Protocol):
    """karrio's TrackingDetails, as much of it as we read."""

    tracking_number: str
    carrier_name: str
    status: str | None
    estimated_delivery: str | None
    info: Any
    images: Any

    @property
    def events(self) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class Account:
    """One carrier we may ask, and how often a minute; `gateway` is karrio's."""

    name: str
    carrier: str
    per_minute: int
    gateway: Any


class CarrierSilentError(Exception):
    """A carrier did not say where a parcel is; the message is its own reason, if it gave one."""


def open_accounts(accounts: str) -> tuple[Account, ...]:
    """The carriers of BOTE_CARRIER_ACCOUNTS; OperatorError for what karrio does not take or is not installed."""
    try:
        wanted = json.loads(accounts)
    except ValueError:
        wanted = None
    if not isinstance(wanted, dict) or not all(isinstance(each, dict) for each in wanted.values()):
        raise OperatorError(
            'carriers: BOTE_CARRIER_ACCOUNTS is not JSON such as {"dhl_universal": {"consumer_key": …}}'
        )
    if wanted and find_spec("karrio") is None:
        raise OperatorError(f"carriers: karrio is not installed; {INSTALL}, or unset BOTE_CARRIER_ACCOUNTS")
    return tuple(_open(name, dict(credentials)) for name, credentials in wanted.items())


def ask(account: Account, tracking_number: str) -> Report:
    """Where the carrier says the parcel is; blocks, so call it in a thread. CarrierSilentError when it does not."""
    sdk = importlib.import_module("karrio.sdk")
    try:
        fetched = sdk.Tracking.fetch({"tracking_numbers": [tracking_number]}).from_(account.gateway)
        found, messages = fetched.parse()
    except Exception as error:  # each plugin has errors of its own, and all of them mean this
        raise CarrierSilentError(f"{type(error).__name__}: {error}") from error
    if not found:
        raise CarrierSilentError("; ".join(str(each.message) for each in messages) or "no answer")
    return report_of(found[0])


def report_of(details: Details) -> Report:
    """karrio's answer as a report."""
    scans = [scan for scan in map(_scan, details.events or ()) if scan]
    return Report(
        clean(str(details.tracking_number)),
        carrier_word(details.carrier_name),
        tuple(_with_own_status(scans, details)),
        _day(details.estimated_delivery),
        None,
        proof(_text(getattr(details.info, "signed_by", None), 256), tuple(_images(details.images))),
    )


def _open(name: str, credentials: dict[str, Any]) -> Account:
    importlib.import_module("loguru").logger.disable("karrio")  # it would log requests with their credentials
    socket.setdefaulttimeout(TIME_OUT_S)
    per_minute = credentials.pop("per_minute", PER_MINUTE)
    sdk = importlib.import_module("karrio.sdk")
    try:
        gateway = sdk.gateway[name].create(credentials)
    except Exception:  # noqa: BLE001  # karrio's message repeats the credentials
        raise OperatorError(f"carriers: karrio does not take {name!r} with these keys; see its documentation") from None
    if not isinstance(per_minute, int) or per_minute < 1:
        raise OperatorError(f"carriers: per_minute of {name} must be a whole number from 1 on")
    return Account(name, carrier_word(name) or name, per_minute, gateway)


def _scan(event: Any) -> Scan | None:
    at = _local_time(event)
    if at is None:
        return None
    code = _text(event.code, 64) or ""
    reason = _text(event.reason, 64) if event.reason != "unknown" else None
    status = _status(code, event.status, reason)
    code = code or str(event.status or "")
    place = _text(event.location, 256) or ""
    # karrio leaves the status of a code out that it does not know either.
    return Scan(at, code, status, reason, _text(event.description, 1024), place, is_known=event.status in STATUSES)


def _status(code: str, status: str | None, reason: str | None) -> S:
    if code.lower() in OWN_CODES:
        return OWN_CODES[code.lower()]
    told = STATUSES.get(status or "", S.UNKNOWN)
    if told == S.ATTEMPT_FAILED:
        return FAILED_BECAUSE.get(reason or "", told)
    return S.CUSTOMS if told == S.ON_HOLD and (reason or "").startswith("customs_") else told


def _with_own_status(scans: Sequence[Scan], details: Details) -> Iterable[Scan]:
    """Where a carrier's plugin gives no event a status, its word for the whole parcel is that of the newest one."""
    told_by_events = any(scan.status != S.UNKNOWN or scan.code.lower() in OWN_CODES for scan in scans)
    if told_by_events or not scans or details.status not in STATUSES:
        return scans
    newest = max(scans, key=lambda scan: scan.occurred_at)
    status = _status("", details.status, newest.reason)
    return [replace(scan, status=status if scan is newest else S.UNKNOWN, is_known=True) for scan in scans]


def _local_time(event: Any) -> datetime | None:
    """karrio writes the clock at the place of the scan, and a Z behind it that means nothing."""
    for told, form in _spellings(event):
        with suppress(ValueError, TypeError):
            at = datetime.strptime(f"{told} Z", f"{form} %z") if form else datetime.fromisoformat(told)
            return at.replace(tzinfo=None)
    return None


def _spellings(event: Any) -> Iterable[tuple[Any, str]]:
    yield event.timestamp, ""
    for form in ("%I:%M %p", "%H:%M"):
        yield f"{event.date} {event.time}", f"%Y-%m-%d {form}"
    yield event.date, "%Y-%m-%d"


def _images(images: Any) -> Iterable[str]:
    """Pictures by address; karrio also has some as data, which are no address."""
    for each in (getattr(images, name, None) for name in ("delivery_image", "signature_image")):
        if address := web_address(each):
            yield address


def _day(value: Any) -> date | None:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(str(value)[:10])
    return None


def _text(value: Any, longest: int) -> str | None:
    return clean(value).strip()[:longest] or None if isinstance(value, str) else None
