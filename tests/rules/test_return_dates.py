"""The last day of a withdrawal in four countries, worked out by hand from §§ 187, 188, 193 BGB and Regulation 1182/71.

Each vector: the moments when parcels arrived (UTC), the country, and the last day. The day of the last receipt on the
customer's clock does not count; a period that would end on a Saturday, Sunday or holiday ends on the next working day.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.customers.time_zones import zone_of_country
from bot.returns.windows import Parcel, goodwill_ends, receipt_of, warranty_ends, withdrawal_ends

VECTORS = [
    # Week ends: a Friday's 14th day is a Friday, a Saturday's and a Sunday's move to Monday.
    ("DE", ["2026-01-16T10:00"], "2026-01-30"),
    ("DE", ["2026-01-17T10:00"], "2026-02-02"),
    ("DE", ["2026-01-18T10:00"], "2026-02-02"),
    # 1 May 2026 is a Friday: the 17th's, the 18th's and the 19th's end on Monday, 4 May, in all four countries.
    *[(country, ["2026-04-17T10:00"], "2026-05-04") for country in ("DE", "AT", "LU", "FR")],
    *[(country, ["2026-04-18T10:00"], "2026-05-04") for country in ("DE", "AT", "LU", "FR")],
    # Ascension, Thursday 14 May 2026; Whit Monday, 25 May 2026 (a Saturday's 14th day before it).
    *[(country, ["2026-04-30T10:00"], "2026-05-15") for country in ("DE", "AT", "LU", "FR")],
    *[(country, ["2026-05-09T10:00"], "2026-05-26") for country in ("DE", "AT", "LU", "FR")],
    # Assumption, 15 August: a Saturday in 2026 anyway, a Sunday in 2027, a Tuesday in 2028 (no holiday of all Germany).
    ("AT", ["2028-08-01T10:00"], "2028-08-16"),
    ("LU", ["2028-08-01T10:00"], "2028-08-16"),
    ("FR", ["2028-08-01T10:00"], "2028-08-16"),
    ("DE", ["2028-08-01T10:00"], "2028-08-15"),
    # All Saints, Monday 1 November 2027.
    ("AT", ["2027-10-18T10:00"], "2027-11-02"),
    ("LU", ["2027-10-18T10:00"], "2027-11-02"),
    ("FR", ["2027-10-18T10:00"], "2027-11-02"),
    ("DE", ["2027-10-18T10:00"], "2027-11-01"),
    # Armistice, Wednesday 11 November 2026, in France only.
    ("FR", ["2026-10-28T11:00"], "2026-11-12"),
    ("DE", ["2026-10-28T11:00"], "2026-11-11"),
    # Epiphany, Tuesday 6 January 2026, and Immaculate Conception, Tuesday 8 December 2026, in Austria only.
    ("AT", ["2025-12-23T11:00"], "2026-01-07"),
    ("FR", ["2025-12-23T11:00"], "2026-01-06"),
    ("AT", ["2026-11-24T11:00"], "2026-12-09"),
    ("LU", ["2026-11-24T11:00"], "2026-12-08"),
    # Christmas 2026: Friday 25, Saturday 26, Sunday 27; in France the 26th is no holiday, but a Saturday.
    *[(country, ["2026-12-11T11:00"], "2026-12-28") for country in ("DE", "AT", "LU", "FR")],
    # New Year's Day 2027 is a Friday.
    *[(country, ["2026-12-18T11:00"], "2027-01-04") for country in ("DE", "AT", "LU", "FR")],
    # The days clocks change count as one day each: 29 March 2026 (23 hours), 25 October 2026 (25 hours).
    *[(country, ["2026-03-24T11:00"], "2026-04-07") for country in ("DE", "AT", "LU", "FR")],
    *[(country, ["2026-03-18T11:00"], "2026-04-01") for country in ("DE", "AT", "LU", "FR")],
    *[(country, ["2026-10-20T11:00"], "2026-11-03") for country in ("DE", "AT", "LU", "FR")],
    # Half past eleven at night in Berlin is still that day; half an hour after midnight is the next, in both seasons.
    ("DE", ["2026-07-07T21:30"], "2026-07-21"),
    ("DE", ["2026-07-07T22:30"], "2026-07-22"),
    ("DE", ["2026-11-03T22:30"], "2026-11-17"),
    ("DE", ["2026-11-03T23:30"], "2026-11-18"),
    # In the night in which the clock goes back both half past twos are Sunday's, 25 October.
    ("DE", ["2026-10-25T00:30"], "2026-11-09"),
    ("DE", ["2026-10-25T01:30"], "2026-11-09"),
    # Midnight of the night in which it goes forward: 23:30 UTC on Saturday, 28 March, is Sunday, half past twelve.
    ("FR", ["2026-03-28T22:30"], "2026-04-13"),
    ("FR", ["2026-03-28T23:30"], "2026-04-13"),
    # Split deliveries: the last parcel counts, however they are told; three days and a holiday between them.
    ("DE", ["2026-11-02T10:00", "2026-11-05T10:00"], "2026-11-19"),
    ("DE", ["2026-11-05T10:00", "2026-11-02T10:00"], "2026-11-19"),
    ("AT", ["2026-10-12T10:00", "2026-10-09T10:00"], "2026-10-27"),
    ("LU", ["2026-06-08T10:00", "2026-06-09T10:00", "2026-06-01T10:00"], "2026-06-24"),
    ("FR", ["2026-06-30T10:00", "2026-06-30T22:30"], "2026-07-15"),  # the second one on 1 July, in Paris
    # 29 February 2028.
    ("DE", ["2028-02-15T11:00"], "2028-02-29"),
    ("DE", ["2028-02-29T11:00"], "2028-03-14"),
]


def parcels(country: str, arrived: list[str]) -> tuple[Parcel, ...]:
    tz = zone_of_country(country)
    assert isinstance(tz, ZoneInfo)
    moments = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in arrived)
    return tuple(Parcel(delivered_on=moment.astimezone(tz).date()) for moment in moments)


@pytest.mark.parametrize(("country", "arrived", "ends"), VECTORS)
def test_a_withdrawal_ends_on_the_day_the_law_says(country: str, arrived: list[str], ends: str) -> None:
    assert withdrawal_ends(receipt_of(parcels(country, arrived)), regions=(country,)) == date.fromisoformat(ends)


@pytest.mark.parametrize(
    ("arrived", "days", "ends"),
    [
        ("2026-11-06T10:00", 30, "2026-12-07"),  # a Sunday, 6 December
        ("2026-10-12T10:00", 14, "2026-10-26"),
        ("2026-10-25T10:00", 60, "2026-12-24"),
        ("2026-10-26T10:00", 60, "2026-12-28"),  # Christmas Day, a Friday, and the week end after it
        ("2027-12-01T10:00", 90, "2028-02-29"),
        ("2027-12-02T10:00", 90, "2028-03-01"),
    ],
)
def test_the_shops_own_window_is_as_long_as_it_says_and_ends_on_a_working_day(
    arrived: str, days: int, ends: str
) -> None:
    receipt = receipt_of(parcels("DE", [arrived]))
    assert goodwill_ends(receipt, days=days, regions=("DE",)) == date.fromisoformat(ends)


@pytest.mark.parametrize(
    ("arrived", "ends"),
    [
        (["2026-11-02T10:00"], "2028-11-02"),
        (["2028-02-29T10:00"], "2030-02-28"),
        (["2026-02-28T10:00"], "2028-02-28"),
        (["2026-12-31T22:30"], "2028-12-31"),
        (["2026-12-31T23:30"], "2029-01-01"),
        (["2026-11-02T10:00", "2026-11-20T10:00"], "2028-11-20"),
    ],
)
def test_defects_are_answered_for_two_years_from_the_last_parcel(arrived: list[str], ends: str) -> None:
    assert warranty_ends(receipt_of(parcels("DE", arrived))) == date.fromisoformat(ends)
