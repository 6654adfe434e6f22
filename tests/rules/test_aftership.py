"""Every tag and subtag of AfterShip means what the table says, and nothing else is ever delivered."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shipping import progress
from bot.shipping.carriers.aftership import SUBTAGS, TAGS, parse
from bot.shipping.carriers.reports import Report
from bot.shop.reading import UnreadableError
from tests.support.platforms import aftership_update, checkpoint

AT = "2026-11-20T10:00:00+01:00"
BERLIN = ZoneInfo("Europe/Berlin")

# The table of vocabularies.md 4.1, typed again on purpose.
TOLD = {
    "unknown": "Pending_001 Pending_002 Pending_003 Pending_004 Pending_005 Pending_006",
    "label_created": "InfoReceived_001",
    "picked_up": "InTransit_002",
    "in_transit": "InTransit_001 InTransit_003 InTransit_004 InTransit_007 InTransit_008 InTransit_009",
    "customs": "InTransit_005 InTransit_006 Exception_004",
    "out_for_delivery": "OutForDelivery_001 OutForDelivery_003 OutForDelivery_004",
    "available_for_pickup": "AvailableForPickup_001",
    "attempt_failed": "AttemptFail_001 AttemptFail_002 AttemptFail_003",
    "delayed": "Exception_005 Exception_016 Exception_017 Exception_019",
    "on_hold": "Exception_006 Exception_018",
    "exception": "Exception_001 Exception_002 Exception_003 Exception_007 Exception_008 Exception_009",
    "damaged": "Exception_012",
    "lost": "Exception_013 Exception_021",
    "returning": "Exception_010",
    "returned": "Exception_011",
    "delivered": "Delivered_001 Delivered_002 Delivered_003 Delivered_004 Delivered_005",
    "expired": "Expired_001",
    "cancelled": "Exception_020",
}
PAIRS = [(subtag, status) for status, subtags in TOLD.items() for subtag in subtags.split()]


def status_of(report: Report) -> str:
    return progress.apply(scan.event(BERLIN) for scan in report.scans).status


@pytest.mark.parametrize(("subtag", "status"), PAIRS)
def test_a_subtag_means(subtag: str, status: str) -> None:
    [scan] = parse(aftership_update("1", checkpoint(subtag, AT))).scans

    assert (scan.status, scan.code, scan.is_known) == (status, subtag, True)


def test_the_table_has_no_other_subtags() -> None:
    assert set(SUBTAGS) == {subtag for subtag, _ in PAIRS}


@pytest.mark.parametrize(("tag", "status"), TAGS.items())
def test_a_tag_means_without_a_subtag(tag: str, status: str) -> None:
    scans = parse(aftership_update("1", tag=tag, subtag=None)).scans

    assert [(scan.status, scan.code) for scan in scans] == [(status, tag)]


@pytest.mark.parametrize("subtag", ["Exception_099", "InTransit_014", "Delivered_099", "delivered_001", "", "Returned"])
def test_an_unknown_code_is_unknown_and_said_to_be(subtag: str) -> None:
    [scan] = parse(aftership_update("1", checkpoint(subtag, AT, tag="Tagged"))).scans

    assert (scan.status, scan.is_known) == ("unknown", False)


@given(
    st.sampled_from(["Exception_001", "AttemptFail_001", "InTransit_001", "Exception_010", "Pending_001"]), st.text()
)
def test_no_message_delivers_a_parcel(subtag: str, words: str) -> None:
    for message in (words, "Not delivered", "Delivered to sender", "Delivery attempted", "DELIVERED"):
        [scan] = parse(aftership_update("1", checkpoint(subtag, AT, message=message))).scans
        assert scan.status != "delivered"


def test_delivered_to_the_sender_is_returned() -> None:
    back = parse(aftership_update("1", checkpoint("Delivered_001", AT), return_to_sender=True))
    told = parse(
        aftership_update(
            "1",
            checkpoint("Exception_010", "2026-11-20T08:00:00Z"),
            checkpoint("Delivered_001", "2026-11-21T08:00:00Z"),
            return_to_sender=True,
        )
    )

    assert status_of(back) == "returned"
    assert status_of(told) == "returned"


def test_a_customers_delivery_before_the_way_back_stays_one() -> None:
    report = parse(
        aftership_update(
            "1",
            checkpoint("Delivered_001", "2026-11-20T08:00:00Z"),
            checkpoint("Exception_010", "2026-11-25T08:00:00Z"),
            return_to_sender=True,
        )
    )

    state = progress.apply(scan.event(BERLIN) for scan in report.scans)
    assert (state.status, state.delivered_at) == ("returning", datetime(2026, 11, 20, 8, tzinfo=UTC))


def test_a_resolved_problem_ends_the_trouble() -> None:
    report = parse(
        aftership_update(
            "1",
            checkpoint("Exception_001", "2026-11-20T08:00:00Z"),
            checkpoint("InTransit_008", "2026-11-20T09:00:00Z"),
        )
    )

    assert status_of(report) == "in_transit"


def test_a_local_time_is_that_of_where_the_parcel_goes() -> None:
    [scan] = parse(aftership_update("1", checkpoint("InTransit_001", "2026-11-20T10:00:00"))).scans

    assert scan.occurred_at.tzinfo is None
    assert scan.event(ZoneInfo("Europe/London")).occurred_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert scan.event(BERLIN).occurred_at == datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ({"expected_delivery": "2026-11-24"}, date(2026, 11, 24)),
        ({"expected_delivery": "2026-11-24T23:59:00-05:00"}, date(2026, 11, 24)),
        ({"courier_estimated_delivery_date": {"estimated_delivery_date": "2026-11-25"}}, date(2026, 11, 25)),
        ({"latest_estimated_delivery": {"datetime": "2026-11-24", "datetime_max": "2026-11-26"}}, date(2026, 11, 26)),
        ({"aftership_estimated_delivery_date": {"estimated_delivery_date": "2026-11-27"}}, date(2026, 11, 27)),
        ({"expected_delivery": "soon"}, None),
        ({"expected_delivery": 5}, None),
    ],
)
def test_the_expected_day_is_taken_as_it_is_written(told: dict[str, Any], day: date | None) -> None:
    assert parse(aftership_update("1", checkpoint("InTransit_001", AT), **told)).expected_on == day


def test_an_expired_tracking_says_so_without_a_checkpoint() -> None:
    update = aftership_update("1", checkpoint("InTransit_001", AT), tag="Expired", subtag="Expired_001")

    assert [scan.code for scan in parse(update).scans] == ["InTransit_001", "Expired_001"]


def test_the_proof_of_delivery_is_kept() -> None:
    pod = [{"type": "photo", "url": "https://pod.example/1.jpg"}, {"type": "x", "url": "javascript:1"}]
    update = aftership_update("1", checkpoint("Delivered_003", AT), signed_by="E. Beispiel", proof_of_delivery=pod)

    assert parse(update).proof == {"signed_by": "E. Beispiel", "images": ["https://pod.example/1.jpg"]}


def test_carriers_have_one_name() -> None:
    slugs = [
        "dhl-germany",
        "deutsche-post-dhl",
        "dpd-de",
        "gls",
        "hermes-de",
        "austrian-post",
        "some_new-carrier",
        None,
    ]

    words = [parse(aftership_update("1", slug=slug)).carrier for slug in slugs]
    assert words == ["dhl", "dhl", "dpd", "gls", "hermes", "austrian_post", "some_new_carrier", None]


@pytest.mark.parametrize("body", [{}, {"msg": {}}, {"msg": []}, {"msg": {"tracking_number": {}}}])
def test_a_body_without_a_number_is_unreadable(body: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError, match="tracking_number"):
        parse(body)
