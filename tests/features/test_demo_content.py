"""The demo's data files tell complete stories at whatever hour the shop opens."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES
from bot.demo.content import Opening, future_scans, import_lines, list_seats
from bot.demo.times import resolve_day, resolve_moment
from bot.shop.statuses import ShipmentStatus

ZONE = ZoneInfo("Europe/Berlin")
MIDNIGHT = datetime(2026, 11, 21, 0, 0, tzinfo=ZONE).astimezone(UTC)
HOURS = [MIDNIGHT + timedelta(hours=hour, minutes=1) for hour in range(24)]
LARGEST_PICTURE = 60 * 1024

Json = dict[str, Any]


def opening(at: datetime = MIDNIGHT) -> Opening:
    return Opening(at, ZONE, "http://127.0.0.1:8080/demo")


def lines_of(kind: str, at: datetime = MIDNIGHT) -> list[Json]:
    return [line for line in import_lines(opening(at)) if line["type"] == kind]


def parcels(at: datetime = MIDNIGHT) -> Iterator[tuple[str, int, Json]]:
    for order in lines_of("order", at):
        for position, parcel in enumerate(order["shipments"], 1):
            yield order["number"], position, parcel


def test_there_are_twenty_five_orders_of_six_customers_in_four_languages() -> None:
    orders = lines_of("order")
    assert sorted(order["number"] for order in orders) == [str(number) for number in range(1001, 1026)]
    assert len({order["customer"]["external_id"] for order in orders}) == 6
    assert {order["customer"]["locale"] for order in orders} == set(LOCALES)


def test_every_order_belongs_to_a_seat_that_speaks_its_language() -> None:
    seats = {seat.customer: seat.language for seat in list_seats()}
    for order in lines_of("order"):
        assert seats[order["customer"]["external_id"]] == order["customer"]["locale"]


def test_nobody_in_the_demo_could_be_a_real_person() -> None:
    for order in lines_of("order"):
        customer = order["customer"]
        assert customer["email"].rpartition("@")[2] in {"example.org", "example.com"}
        assert "Dem" in customer["name"] or "Dém" in customer["name"]


@pytest.mark.parametrize("line", lines_of("product"), ids=lambda line: line["sku"])
def test_a_product_has_its_texts_in_four_languages_and_a_small_picture(line: Json) -> None:
    texts = [line["name"], line["description"], line["not_returnable_because"]]
    texts += [value for value in line["facts"].values() if isinstance(value, dict)]
    for text in texts:
        assert text is None or set(text) == set(LOCALES)
    assert line["returnable"] is (line["not_returnable_because"] is None)
    picture = Path(line["images"][0]).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) <= LARGEST_PICTURE


def test_the_sums_of_every_order_add_up() -> None:
    for order in lines_of("order"):
        goods = sum(Decimal(line["unit_price"]) * line["quantity"] for line in order["lines"])
        total = goods + Decimal(order["shipping_total"]) - Decimal(order["discount_total"])
        assert Decimal(order["total"]) == total


def test_what_is_in_the_parcels_of_a_split_order_is_what_was_bought() -> None:
    for order in lines_of("order"):
        if len(order["shipments"]) > 1:
            sent = sorted((line["sku"], line["quantity"]) for parcel in order["shipments"] for line in parcel["lines"])
            assert sent == sorted((line["sku"], line["quantity"]) for line in order["lines"])


@pytest.mark.parametrize("at", HOURS, ids=lambda at: f"{at:%H:%M}")
def test_at_any_hour_the_past_is_past_and_the_future_is_not(at: datetime) -> None:
    placed = [datetime.fromisoformat(order["placed_at"]) for order in sorted(lines_of("order", at), key=_number)]
    assert placed == sorted(placed)
    assert placed[-1] < at
    futures = future_scans(opening(at))
    for number, position, parcel in parcels(at):
        times = [datetime.fromisoformat(event["occurred_at"]) for event in parcel["events"]]
        coming = [scan.at for scan in futures if (scan.order, scan.position) == (number, position)]
        assert all(earlier < later for earlier, later in pairwise([*times, at, *coming]))


def test_every_status_is_one_of_ours() -> None:
    told = {event["status"] for _, _, parcel in parcels() for event in parcel["events"]}
    told |= {scan.status for scan in future_scans(opening())}
    assert told <= set(ShipmentStatus)


def test_times_are_told_from_the_opening_or_by_the_shops_clock() -> None:
    at = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
    assert resolve_moment("+1h30m", at, ZONE) == datetime(2026, 3, 29, 13, 30, tzinfo=UTC)
    assert resolve_moment("-20m", at, ZONE) == datetime(2026, 3, 29, 11, 40, tzinfo=UTC)
    # Summer time began that morning: nine o'clock in Berlin is an hour earlier in UTC than the day before.
    assert resolve_moment("-1d 09:00", at, ZONE) == datetime(2026, 3, 28, 8, 0, tzinfo=UTC)
    assert resolve_moment("0d 09:00", at, ZONE) == datetime(2026, 3, 29, 7, 0, tzinfo=UTC)
    assert resolve_day("+2d", at, ZONE).isoformat() == "2026-03-31"


@pytest.mark.parametrize("told", ["", "+", "tomorrow", "3d", "+1d 25:00", "-1d"])
def test_a_time_that_cannot_be_read_is_an_error(told: str) -> None:
    with pytest.raises(ValueError, match=r"not a time|hour must be|Invalid isoformat"):
        resolve_moment(told, MIDNIGHT, ZONE)


def _number(order: Json) -> str:
    return str(order["number"])
