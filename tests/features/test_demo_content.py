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
from bot.demo.aftership import subtag_of
from bot.demo.content import find_team, list_purchases, list_seats
from bot.demo.facts import Opening, Parcel, Purchase
from bot.demo.history import import_lines
from bot.demo.place import next_opening
from bot.demo.times import resolve_day, resolve_moment
from bot.shipping.carriers.aftership import SUBTAGS
from bot.shop.statuses import ShipmentStatus
from bot.surveys.definitions import REASONS, shipped_definitions
from bot.surveys.rules import mood_of

ZONE = ZoneInfo("Europe/Berlin")
MIDNIGHT = datetime(2026, 11, 21, 0, 0, tzinfo=ZONE).astimezone(UTC)
HOURS = [MIDNIGHT + timedelta(hours=hour, minutes=1) for hour in range(24)]
LARGEST_PICTURE = 60 * 1024

Json = dict[str, Any]


def opening(at: datetime = MIDNIGHT) -> Opening:
    return Opening(at, ZONE, "http://127.0.0.1:8080/demo")


def lines_of(kind: str, at: datetime = MIDNIGHT) -> list[Json]:
    return [line for line in import_lines(opening(at)) if line["type"] == kind]


def purchases(at: datetime = MIDNIGHT) -> list[Purchase]:
    return sorted(list_purchases(opening(at)), key=lambda purchase: int(purchase.number))


def parcels(at: datetime = MIDNIGHT) -> Iterator[tuple[Purchase, Parcel]]:
    return ((purchase, parcel) for purchase in purchases(at) for parcel in purchase.parcels)


def test_forty_one_orders_are_there_and_more_come_of_seven_customers_in_four_languages() -> None:
    orders = lines_of("order")
    assert sorted(int(order["number"]) for order in orders) == list(range(985, 1026))
    assert [purchase.number for purchase in purchases()] == [str(number) for number in range(985, 1032)]
    # All but Rita, who only sends back what she has.
    assert {purchase.seat.id for purchase in purchases()[41:]} == {seat.id for seat in list_seats()[:-1]}
    assert len({order["customer"]["external_id"] for order in orders}) == 7
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
def test_at_any_hour_the_past_is_past_and_everything_happens_in_order(at: datetime) -> None:
    placed = [purchase.placed_at for purchase in purchases(at)]
    assert placed == sorted(placed)
    assert placed[40] < at < placed[41]
    for purchase, parcel in parcels(at):
        steps = [purchase.placed_at, purchase.paid_at, parcel.packed_at, parcel.handed_over_at]
        times = [*filter(None, steps), *(scan.at for scan in parcel.scans)]
        assert all(earlier < later for earlier, later in pairwise(times)), parcel.tracking_number
        assert (parcel.packed_at is None) == (parcel.handed_over_at is None)
        assert at not in times
        if parcel.packed_at:
            assert at < parcel.packed_at


def test_every_status_is_one_of_ours_and_what_is_to_come_is_what_aftership_says() -> None:
    for _, parcel in parcels():
        for scan in parcel.scans:
            assert scan.status in set(ShipmentStatus)
            if scan.at > MIDNIGHT:
                assert SUBTAGS[subtag_of(scan)] == (scan.status, scan.reason), f"{parcel.tracking_number} {scan.at}"


def test_somebody_has_signed_where_a_parcel_was_signed_for() -> None:
    signed = [scan for _, parcel in parcels() for scan in parcel.scans if scan.reason == "signed"]
    assert len(signed) > 2
    assert all(scan.signed_by for scan in signed)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-24T03:00", "2026-11-24T10:00"),  # Tuesday
        ("2026-11-24T10:00", "2026-11-25T10:00"),
        ("2026-11-27T11:00", "2026-11-30T10:00"),  # Friday
        ("2026-11-28T09:00", "2026-11-30T10:00"),
        ("2027-03-27T12:00", "2027-03-29T10:00"),  # the night in which summer time begins
    ],
)
def test_the_shop_opens_at_ten_of_the_next_working_day(now: str, opens: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=ZONE).astimezone(UTC)
    assert next_opening(at, ZONE) == datetime.fromisoformat(opens).replace(tzinfo=ZONE)


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


def test_the_team_greets_in_each_language_the_staff_may_speak() -> None:
    teams = [find_team(locale) for locale in LOCALES]
    assert [team.language for team in teams] == list(LOCALES)
    assert {(team.id, team.name) for team in teams} == {(790, "Mia Demo-Team")}
    for told in ("about", "group", "greeting"):
        assert len({getattr(team, told) for team in teams}) == len(LOCALES)


def test_who_answers_a_survey_by_themselves_has_agreed_and_names_what_there_is() -> None:
    answering = [seat for seat in list_seats() if seat.reply]
    assert [seat.first_name for seat in answering] == ["Ben Demo"]
    for seat in answering:
        assert seat.reply
        definition = shipped_definitions()[seat.reply.survey]
        assert seat.agrees
        assert mood_of(definition.metric, seat.reply.score) == "detractor"
        assert seat.reply.reason in REASONS["delivered"]


def test_somebody_in_each_language_agrees_to_surveys_and_some_do_not() -> None:
    agreeing = [seat for seat in list_seats() if seat.agrees]
    assert {seat.language for seat in agreeing} == set(LOCALES)
    assert len(agreeing) < len(list_seats())
