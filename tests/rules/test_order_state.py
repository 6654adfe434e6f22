"""An order stands where its least advanced open parcel stands (TRK-07)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.shop.states import ParcelStanding, expected_day, is_known_word, is_late, order_standing, order_state
from bot.shop.statuses import RANK, ShipmentStatus

TUESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 26)
MORNING, EVENING = datetime(2026, 11, 24, 8, tzinfo=UTC), datetime(2026, 11, 24, 18, tzinfo=UTC)


def at(status: str, *, rank: int | None = None, expected_on: date | None = None) -> ParcelStanding:
    return ParcelStanding(status, RANK.get(ShipmentStatus(status), 0) if rank is None else rank, expected_on)


def arrived(when: datetime) -> ParcelStanding:
    return ParcelStanding("delivered", 90, TUESDAY, when)


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ("in_transit", "in_transit"),
        ("delivered in_transit", "in_transit"),
        ("out_for_delivery in_transit", "in_transit"),
        ("in_transit label_created", "label_created"),
        ("in_transit unknown", "unknown"),
        ("returning in_transit", "in_transit"),
        ("delivered returning", "returning"),
        ("lost in_transit", "in_transit"),
        ("delivered delivered", "delivered"),
        ("delivered lost", "lost"),
        ("returned lost cancelled", "lost"),
        ("delivered returned", "delivered"),
        ("returned cancelled", "returned"),
        ("delivered cancelled", "delivered"),
        ("cancelled cancelled", "cancelled"),
    ],
)
def test_the_least_advanced_open_parcel_speaks_for_the_order(statuses: str, state: str) -> None:
    parcels = [at(status) for status in statuses.split()]

    assert order_state("paid", parcels) == state
    assert order_state("paid", parcels[::-1]) == state


def test_trouble_counts_as_far_as_the_parcel_had_come_and_speaks_first_among_equals() -> None:
    assert order_state("paid", [at("delayed", rank=50), at("in_transit")]) == "in_transit"
    assert order_state("paid", [at("in_transit"), at("delayed", rank=30)]) == "delayed"


@pytest.mark.parametrize(
    ("word", "state", "is_open"),
    [
        ("pending", "pending", True),
        ("wc-on-hold", "on_hold_payment", True),
        ("PAID", "paid", True),
        ("UNFULFILLED", "processing", True),
        ("processing", "processing", True),
        ("completed", "completed", False),
        ("failed", "failed", False),
        ("VOIDED", "cancelled", False),
        ("canceled", "cancelled", False),
        ("refunded", "refunded", False),
        ("in der Werkstatt", "unknown", True),
        (None, "unknown", True),
    ],
)
def test_without_parcels_the_shops_word_counts(word: str | None, state: str, is_open: bool) -> None:
    standing = order_standing(word, [])

    assert (standing.state, standing.is_open) == (state, is_open)


def test_a_word_nobody_knows_is_noticed() -> None:
    assert is_known_word("wc-completed")
    assert not is_known_word("in der Werkstatt")


@pytest.mark.parametrize("word", ["cancelled", "canceled", "voided", "wc-cancelled"])
def test_an_order_cancelled_before_anything_moved_is_cancelled(word: str) -> None:
    standing = order_standing(word, [at("label_created", expected_on=TUESDAY), at("on_hold", rank=10)])

    assert (standing.state, standing.is_open, standing.expected_on) == ("cancelled", False, None)


def test_a_parcel_that_moves_is_told_whatever_the_shop_says() -> None:
    assert order_state("cancelled", [at("in_transit")]) == "in_transit"
    assert order_state("refunded", [at("in_transit")]) == "in_transit"


def test_an_order_is_expected_with_its_last_parcel_still_coming() -> None:
    parcels = [at("in_transit", expected_on=TUESDAY), at("label_created", expected_on=THURSDAY), at("in_transit")]
    gone = [at("lost", expected_on=THURSDAY), at("returning", rank=70, expected_on=THURSDAY), arrived(MORNING)]

    assert order_standing("paid", parcels).expected_on == THURSDAY
    assert order_standing("paid", [at("in_transit", expected_on=TUESDAY), *gone]).expected_on == TUESDAY
    assert order_standing("paid", [*gone]).expected_on == TUESDAY


def test_a_lost_parcel_keeps_its_order_open_until_it_is_paid_back() -> None:
    assert order_standing("paid", [at("lost")]).is_open
    assert order_standing("paid", [at("lost"), at("delivered")]).is_open
    assert not order_standing("refunded", [at("lost")]).is_open
    assert not order_standing("cancelled", [at("lost")]).is_open


def test_a_delivered_order_still_tells_when_it_was_expected() -> None:
    in_time = [at("delivered", expected_on=TUESDAY), at("delivered", expected_on=THURSDAY)]

    assert order_standing("paid", in_time).expected_on == THURSDAY
    assert order_standing("paid", [*in_time, at("in_transit")]).expected_on is None


def test_an_order_was_delivered_when_its_last_parcel_was() -> None:
    assert order_standing("paid", [arrived(EVENING), arrived(MORNING)]).delivered_at == EVENING
    assert order_standing("paid", [arrived(EVENING), at("cancelled")]).delivered_at == EVENING
    assert order_standing("paid", [arrived(EVENING), at("in_transit")]).delivered_at is None
    assert order_standing("paid", []).delivered_at is None


@pytest.mark.parametrize(
    ("status", "expected_on", "late"),
    [
        ("in_transit", TUESDAY, True),
        ("attempt_failed", TUESDAY, True),
        ("in_transit", THURSDAY, False),
        ("in_transit", None, False),
        *[(status, TUESDAY, False) for status in ("delivered", "lost", "returned", "returning", "cancelled")],
        ("available_for_pickup", TUESDAY, False),
    ],
)
def test_only_a_parcel_that_has_not_arrived_is_late_once_its_day_is_over(
    status: str, expected_on: date | None, late: bool
) -> None:
    assert is_late(status, expected_on, today=THURSDAY) is late


def test_a_window_ends_on_a_day_of_the_shop() -> None:
    end = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)

    assert expected_day(None, end, ZoneInfo("Europe/Berlin")) == date(2026, 11, 25)
    assert expected_day(TUESDAY, end, ZoneInfo("Europe/Berlin")) == TUESDAY
    assert expected_day(None, None, ZoneInfo("Europe/Berlin")) is None
