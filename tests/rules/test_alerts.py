"""Warnings come when the table says so: not on Sundays, not about what has arrived, not about old stories."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.shipping.thresholds import add_working_days, thresholds, working_days
from bot.shipping.worries import CASE_OF, HOLD_OF, Watched, Worry, is_history, worry_of

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)

LABELLED = Watched(
    shipment_id=1,
    order_id=1,
    customer_id=1,
    status="label_created",
    reason=None,
    rank=10,
    status_at=MONDAY,
    expected_on=None,
    carrier="dhl",
    country="DE",
    since=MONDAY,
    heard_at=MONDAY,
)
MOVING = replace(LABELLED, status="in_transit", rank=30)


def worry(parcel: Watched, *, days: float, abroad: bool = False) -> Worry | None:
    return worry_of(parcel, now=MONDAY + timedelta(days=days), tz=BERLIN, abroad=abroad)


def kind(parcel: Watched, *, days: float, abroad: bool = False) -> str | None:
    found = worry(parcel, days=days, abroad=abroad)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("days", "told"), [(1, None), (2, "no_first_scan_2"), (4, "no_first_scan_2"), (5, "no_first_scan_5")]
)
def test_a_parcel_that_was_never_scanned_is_told_on_day_two_and_five(days: int, told: str | None) -> None:
    assert kind(LABELLED, days=days) == told


@pytest.mark.parametrize(
    ("days", "abroad", "told"),
    [(2, False, None), (3, False, "silence"), (6, True, None), (9, True, "silence")],
)
def test_silence_is_three_working_days_at_home_and_seven_abroad(days: int, abroad: bool, told: str | None) -> None:
    assert kind(MOVING, days=days, abroad=abroad) == told


def test_late_is_from_midnight_of_where_it_goes_and_lost_seven_working_days_later() -> None:
    due = replace(MOVING, expected_on=date(2026, 11, 17))
    midnight = datetime(2026, 11, 17, 23, tzinfo=UTC)

    assert worry_of(due, now=midnight - timedelta(minutes=1), tz=BERLIN, abroad=False) is None
    assert worry_of(due, now=midnight, tz=BERLIN, abroad=False) == Worry(
        "late", datetime(2026, 11, 16, 23, tzinfo=UTC), date(2026, 11, 25)
    )
    assert worry_of(due, now=datetime(2026, 11, 25, 9, tzinfo=UTC), tz=BERLIN, abroad=False) == Worry(
        "lost", datetime(2026, 11, 16, 23, tzinfo=UTC)
    )


@pytest.mark.parametrize("status", ["delivered", "returned", "cancelled", "returning", "available_for_pickup"])
def test_what_has_arrived_or_comes_no_more_worries_nobody(status: str) -> None:
    assert worry(replace(MOVING, status=status, expected_on=date(2026, 11, 10)), days=14) is None


@pytest.mark.parametrize(
    ("status", "reason", "told"),
    [
        ("lost", None, "lost"),
        ("damaged", None, "damaged"),
        ("exception", "consignee_incorrect_address", "action"),
        ("customs", "customs_duties_unpaid", "action"),
        ("delayed", "weather_delay", "late"),
    ],
)
def test_what_the_carrier_tells_itself_is_no_second_message(status: str, reason: str | None, told: str) -> None:
    found = worry(replace(MOVING, status=status, reason=reason), days=0)

    assert found
    assert (found.kind, found.is_told) == (told, True)


def test_customs_without_trouble_worries_nobody() -> None:
    assert worry(replace(MOVING, status="customs", rank=35), days=1) is None


def test_old_stories_are_not_begun_with() -> None:
    found = worry(replace(MOVING, expected_on=date(2026, 10, 1)), days=1)

    assert found
    assert is_history(found, MONDAY)
    assert not is_history(found, found.cause_at + timedelta(days=29))


def test_the_day_on_which_we_write_again_is_one_on_which_something_is_due() -> None:
    first, silent = worry(LABELLED, days=2), worry(MOVING, days=3)

    assert first
    assert first.again_on == date(2026, 11, 21)
    assert kind(LABELLED, days=5) == "no_first_scan_5"
    assert silent
    assert silent.again_on == date(2026, 11, 27)
    assert kind(MOVING, days=10) == "silence"
    assert kind(MOVING, days=11) == "lost"


def test_sundays_are_no_working_days_and_saturdays_only_at_home() -> None:
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)

    assert (working_days(friday, monday), working_days(friday, monday, saturdays=False)) == (2, 1)
    assert add_working_days(friday, 2) == monday


def test_every_worry_holds_back_advertising_and_the_grave_ones_have_a_case() -> None:
    assert set(HOLD_OF.values()) == {"late", "lost", "damaged"}
    assert set(CASE_OF) <= set(HOLD_OF)


def test_a_carrier_without_a_row_has_the_defaults() -> None:
    assert thresholds("unheard-of", "DE") == thresholds(None, None)
    assert thresholds("colissimo", "fr").pickup_days == 14
    assert thresholds("UPS", "AT").pickup_days == 10
