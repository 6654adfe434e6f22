"""Every status and detail of EasyPost means what the table says, and nothing else is ever delivered."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.shipping import progress
from bot.shipping.carriers.easypost import DETAILS, STATUSES, parse
from bot.shipping.carriers.reports import Report, Scan
from bot.shop.reading import UnreadableError
from tests.support.platforms import detail, easypost_update

AT = "2026-11-20T10:00:00Z"


def report_of(*details: dict[str, Any], **changes: Any) -> Report:
    report = parse(easypost_update("1Z", *details, **changes))
    assert report is not None
    return report


def scan_of(status: str, status_detail: str | None) -> Scan:
    [scan] = report_of(detail(status, status_detail, AT)).scans
    return scan


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("unknown", "unknown"),
        ("pre_transit", "label_created"),
        ("in_transit", "in_transit"),
        ("out_for_delivery", "out_for_delivery"),
        ("delivered", "delivered"),
        ("available_for_pickup", "available_for_pickup"),
        ("return_to_sender", "returning"),
        ("failure", "exception"),
        ("cancelled", "cancelled"),
        ("error", "unknown"),
    ],
)
def test_a_status_means(word: str, status: str) -> None:
    for status_detail in (None, "unknown", "status_update"):
        assert scan_of(word, status_detail).status == status
    assert len(STATUSES) == 10


@pytest.mark.parametrize(
    ("status_detail", "status", "reason"),
    [
        ("address_correction", "in_transit", None),
        ("arrived_at_destination", "in_transit", None),
        ("arrived_at_facility", "in_transit", None),
        ("arrived_at_pickup_location", "available_for_pickup", None),
        ("awaiting_information", "on_hold", None),
        ("cancelled", "cancelled", None),
        ("damaged", "damaged", "carrier_damaged_parcel"),
        ("delayed", "delayed", None),
        ("delivered", "in_transit", None),
        ("delivery_exception", "attempt_failed", None),
        ("departed_facility", "in_transit", None),
        ("departed_origin_facility", "in_transit", None),
        ("expired", "expired", None),
        ("failure", "exception", None),
        ("held", "on_hold", None),
        ("in_transit", "in_transit", None),
        ("label_created", "in_transit", None),
        ("lost", "lost", "carrier_parcel_lost"),
        ("missorted", "delayed", "carrier_sorting_error"),
        ("out_for_delivery", "in_transit", None),
        ("received_at_destination_facility", "in_transit", None),
        ("received_at_origin_facility", "picked_up", None),
        ("refused", "exception", "consignee_refused"),
        ("return", "returning", None),
        ("status_update", "in_transit", None),
        ("transferred_to_destination_carrier", "in_transit", None),
        ("transit_exception", "exception", None),
        ("unknown", "in_transit", None),
        ("weather_delay", "delayed", "weather_delay"),
    ],
)
def test_a_detail_means_on_the_way(status_detail: str, status: str, reason: str | None) -> None:
    scan = scan_of("in_transit", status_detail)

    assert (scan.status, scan.reason, scan.is_known) == (status, reason, True)
    assert status_detail in DETAILS


@pytest.mark.parametrize(
    ("word", "status_detail"), [("delivered_ish", None), ("in_transit", "beamed"), ("", "delivered")]
)
def test_an_unknown_code_is_unknown_and_said_to_be(word: str, status_detail: str | None) -> None:
    scan = scan_of(word, status_detail)

    assert (scan.status, scan.is_known) == ("unknown", False)


@pytest.mark.parametrize("word", STATUSES)
@pytest.mark.parametrize("status_detail", DETAILS)
def test_only_delivered_without_trouble_is_delivered(word: str, status_detail: str) -> None:
    trouble = {"awaiting_information", "cancelled", "damaged", "delayed", "delivery_exception", "expired", "failure",
               "held", "lost", "missorted", "refused", "return", "transit_exception", "weather_delay"}  # fmt: skip
    is_delivered = scan_of(word, status_detail).status == "delivered"

    assert is_delivered == (word == "delivered" and status_detail not in trouble)


def test_a_return_that_arrives_is_returned() -> None:
    report = report_of(
        detail("in_transit", "departed_facility", AT), detail("delivered", None, "2026-11-22T10:00:00Z"), is_return=True
    )

    assert [scan.status for scan in report.scans] == ["returning", "returned"]


def test_delivered_after_the_way_back_is_returned() -> None:
    report = report_of(
        detail("return_to_sender", "return", AT), detail("delivered", "arrived_at_destination", "2026-11-22T10:00:00Z")
    )

    assert progress.apply(scan.event(ZoneInfo("UTC")) for scan in report.scans).status == "returned"


def test_a_tracker_tells_carrier_place_day_and_signature() -> None:
    report = report_of(
        detail("delivered", None, AT),
        carrier="DPDUK",
        est_delivery_date="2026-11-24T00:00:00Z",
        carrier_detail={"est_delivery_date_local": "2026-11-23"},
        signed_by="Beispiel",
    )

    assert (report.tracking_number, report.carrier, report.expected_on) == ("1Z", "dpd", date(2026, 11, 23))
    assert report.scans[0].place == "KÖLN"
    assert report.told_at == datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert report.proof == {"signed_by": "Beispiel", "images": []}


def test_news_about_anything_else_is_none() -> None:
    assert parse({"description": "batch.created", "result": {}}) is None


@pytest.mark.parametrize("result", [None, {}, {"tracking_code": None}, []])
def test_a_tracker_without_a_code_is_unreadable(result: Any) -> None:
    with pytest.raises(UnreadableError, match="tracking_code"):
        parse({"description": "tracker.updated", "result": result})
