"""karrio's statuses become ours, and what it only assumes is not taken for a fact."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pytest

from bot.errors import OperatorError
from bot.shipping.carriers.karrio import STATUSES, open_accounts, report_of


@dataclass
class Event:
    """karrio's TrackingEvent, as much of it as we read."""

    status: str | None = None
    code: str | None = "X1"
    reason: str | None = None
    description: str | None = "Words of the carrier"
    location: str | None = "Köln"
    date: str | None = "2026-11-20"
    time: str | None = "10:30 AM"
    timestamp: str | None = "2026-11-20T10:30:00.000Z"


@dataclass
class Answer:
    """karrio's TrackingDetails."""

    events: list[Event]
    status: str | None = None
    estimated_delivery: str | None = None
    tracking_number: str = "77"
    carrier_name: str = "dhl_universal"
    info: Any = None
    images: Any = None


@dataclass
class Info:
    signed_by: str | None = None
    delivery_image: str | None = None
    signature_image: str | None = field(default=None)


def status_of(event: Event, status: str | None = None) -> str:
    [scan] = report_of(Answer([event], status)).scans
    return scan.status


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("pending", "label_created"),
        ("picked_up", "picked_up"),
        ("on_hold", "on_hold"),
        ("cancelled", "cancelled"),
        ("delivered", "delivered"),
        ("in_transit", "in_transit"),
        ("delivery_failed", "attempt_failed"),
        ("delivery_delayed", "delayed"),
        ("out_for_delivery", "out_for_delivery"),
        ("ready_for_pickup", "available_for_pickup"),
        ("return_to_sender", "returning"),
        ("unknown", "unknown"),
    ],
)
def test_a_status_means(word: str, status: str) -> None:
    assert status_of(Event(word)) == status
    assert len(STATUSES) == 12


@pytest.mark.parametrize(
    ("word", "reason", "status"),
    [
        ("delivery_failed", "consignee_not_home", "attempt_failed"),
        ("delivery_failed", "consignee_refused", "exception"),
        ("delivery_failed", "consignee_incorrect_address", "exception"),
        ("delivery_failed", "carrier_damaged_parcel", "damaged"),
        ("delivery_failed", "carrier_parcel_lost", "lost"),
        ("on_hold", "customs_documentation", "customs"),
        ("on_hold", "weather_delay", "on_hold"),
    ],
)
def test_a_reason_says_what_kind_of_trouble_it_is(word: str, reason: str, status: str) -> None:
    assert status_of(Event(word, reason=reason)) == status


def test_dhls_announcement_is_no_transit_and_its_unknown_no_delay() -> None:
    assert status_of(Event(None, code="pre-transit"), "in_transit") == "label_created"
    assert status_of(Event("delivery_delayed", code="unknown"), "delivery_delayed") == "unknown"


def test_a_plugin_without_statuses_of_events_tells_that_of_the_parcel_once() -> None:
    old, new = Event(timestamp="2026-11-19T08:00:00.000Z"), Event(timestamp="2026-11-20T08:00:00.000Z")

    assert [scan.status for scan in report_of(Answer([new, old], "delivered")).scans] == ["delivered", "unknown"]


def test_the_parcels_status_is_not_forced_on_events_that_have_their_own() -> None:
    answer = Answer([Event("in_transit"), Event(None, timestamp="2026-11-21T08:00:00.000Z")], "delivered")

    assert [scan.status for scan in report_of(answer).scans] == ["in_transit", "unknown"]


def test_an_unknown_status_is_said_to_be() -> None:
    [scan] = report_of(Answer([Event("teleported")])).scans

    assert (scan.status, scan.is_known) == ("unknown", False)


@pytest.mark.parametrize(
    ("event", "at"),
    [
        (Event(), datetime(2026, 11, 20, 10, 30)),  # noqa: DTZ001  # the clock at the place of the scan
        (Event(timestamp=None), datetime(2026, 11, 20, 10, 30)),  # noqa: DTZ001  # likewise
        (Event(timestamp=None, time="22:15"), datetime(2026, 11, 20, 22, 15)),  # noqa: DTZ001  # likewise
        (Event(timestamp="soon", time=None), datetime(2026, 11, 20)),  # noqa: DTZ001  # likewise
    ],
)
def test_times_are_the_clock_at_the_place(event: Event, at: datetime) -> None:
    [scan] = report_of(Answer([event])).scans

    assert scan.occurred_at == at


def test_an_event_without_any_time_is_left_out() -> None:
    assert report_of(Answer([Event(timestamp=None, date=None, time=None)])).scans == ()


def test_a_report_has_carrier_day_and_proof() -> None:
    info = Info(signed_by="Beispiel", delivery_image="https://pod.example/1.png", signature_image="iVBORw0KGgo")
    report = report_of(Answer([Event("delivered")], estimated_delivery="2026-11-24", info=info, images=info))

    assert (report.carrier, report.expected_on) == ("dhl", date(2026, 11, 24))
    assert report.proof == {"signed_by": "Beispiel", "images": ["https://pod.example/1.png"]}


@pytest.mark.parametrize("accounts", ["", "{", "[]", '{"dpd": 1}'])
def test_accounts_that_are_no_json_object_are_told_in_one_line(accounts: str) -> None:
    with pytest.raises(OperatorError, match="BOTE_CARRIER_ACCOUNTS is not JSON"):
        open_accounts(accounts)


def test_no_accounts_need_no_karrio() -> None:
    assert open_accounts("{}") == ()


def test_karrios_own_answer_of_dhl_is_read() -> None:
    """With the extra installed: karrio parses, we map; no address is asked."""
    pytest.importorskip("karrio.sdk", reason="the extra bote[carriers] is not installed")
    [account] = open_accounts('{"dhl_universal": {"consumer_key": "k", "consumer_secret": "s", "per_minute": 3}}')
    from karrio.core.utils.serializable import Deserializable

    events = [
        {"timestamp": "2026-11-21T09:00:00", "statusCode": "delivered", "status": "Delivered",
         "location": {"address": {"addressLocality": "Bonn"}}},
        {"timestamp": "2026-11-20T10:00:00", "statusCode": "pre-transit", "status": "announced"},
    ]  # fmt: skip
    shipment = {"id": "77", "status": events[0], "events": events, "estimatedTimeOfDelivery": "2026-11-21T00:00:00"}
    details, _ = account.gateway.mapper.parse_tracking_response(Deserializable([{"shipments": [shipment]}]))
    report = report_of(details[0])

    assert (account.carrier, account.per_minute, report.carrier) == ("dhl", 3, "dhl")
    assert [(scan.status, scan.place) for scan in report.scans] == [("delivered", "Bonn"), ("label_created", "")]
    with pytest.raises(OperatorError, match="does not take 'no_such_carrier'"):
        open_accounts('{"no_such_carrier": {}}')
