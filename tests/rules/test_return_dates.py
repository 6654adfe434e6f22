"""The last day of a withdrawal in four countries, worked out by hand from §§ 187, 188, 193 BGB and Regulation 1182/71.

Each vector: the moments when parcels arrived (UTC), the country, and the last day. The day of the last receipt on the
customer's clock does not count; a period that would end on a Saturday, Sunday or holiday ends on the next working day.
What is a holiday in a part of a country only is told by the postcode; without one the customer gets all of them.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.customers.time_zones import zone_of_country
from bot.returns.free_days import regions_of
from bot.returns.windows import Parcel, Receipt, goodwill_ends, receipt_of, warranty_ends, withdrawal_ends

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


# Postcode, day of receipt, last day.
PARTS = [
    # Epiphany, Tuesday 6 January 2026: Baden-Württemberg, Bavaria, Saxony-Anhalt.
    ("DE", "70173", "2025-12-23", "2026-01-07"),
    ("DE", "80331", "2025-12-23", "2026-01-07"),
    ("DE", "06108", "2025-12-23", "2026-01-07"),
    ("DE", "50667", "2025-12-23", "2026-01-06"),
    # Women's Day, Monday 8 March 2027: Berlin, Mecklenburg-Western Pomerania.
    ("DE", "10115", "2027-02-22", "2027-03-09"),
    ("DE", "18055", "2027-02-22", "2027-03-09"),
    ("DE", "20095", "2027-02-22", "2027-03-08"),
    # Corpus Christi, Thursday 4 June 2026: not in the north; in Saxony and Thuringia in catholic places only.
    ("DE", "50667", "2026-05-21", "2026-06-05"),
    ("DE", "60311", "2026-05-21", "2026-06-05"),
    ("DE", "99084", "2026-05-21", "2026-06-05"),
    ("DE", "30159", "2026-05-21", "2026-06-04"),
    # Assumption, Tuesday 15 August 2028: Saarland, and Bavaria but for some municipalities.
    ("DE", "66111", "2028-08-01", "2028-08-16"),
    ("DE", "80331", "2028-08-01", "2028-08-16"),
    ("DE", "70173", "2028-08-01", "2028-08-15"),
    # The Peace Festival, Tuesday 8 August 2028, in the city of Augsburg.
    ("DE", "86150", "2028-07-25", "2028-08-09"),
    ("DE", "86316", "2028-07-25", "2028-08-08"),
    # World Children's Day, Monday 20 September 2027: Thuringia.
    ("DE", "99084", "2027-09-06", "2027-09-21"),
    ("DE", "04610", "2027-09-06", "2027-09-21"),  # the beginning of numbers in Thuringia and in Saxony
    ("DE", "01067", "2027-09-06", "2027-09-20"),
    # Reformation Day, Tuesday 31 October 2028: the north and the east.
    ("DE", "28195", "2028-10-17", "2028-11-01"),
    ("DE", "24103", "2028-10-17", "2028-11-01"),
    ("DE", "14467", "2028-10-17", "2028-11-01"),
    ("DE", "10115", "2028-10-17", "2028-10-31"),
    # All Saints, Monday 1 November 2027: the west and the south.
    ("DE", "D-55116", "2027-10-18", "2027-11-02"),
    ("DE", "24103", "2027-10-18", "2027-11-01"),
    # Day of Repentance, Wednesday 18 November 2026: Saxony.
    ("DE", "01067", "2026-11-04", "2026-11-19"),
    ("DE", "80331", "2026-11-04", "2026-11-18"),
    # Good Friday, 3 April 2026, and the week end of Easter: Alsace and Moselle keep it, the rest of France does not.
    ("FR", "67000", "2026-03-20", "2026-04-07"),
    ("FR", "F-68100", "2026-03-20", "2026-04-07"),
    ("FR", "57000", "2026-03-20", "2026-04-07"),
    ("FR", "75001", "2026-03-20", "2026-04-03"),
    ("FR", "54000", "2026-03-20", "2026-04-03"),
    # Saint Stephen's Day, Tuesday 26 December 2028.
    ("FR", "67000", "2028-12-12", "2028-12-27"),
    ("FR", "75001", "2028-12-12", "2028-12-26"),
    # The days on which slavery was abolished: Guadeloupe 27 May, Saint-Martin 28 May, Réunion 20 December.
    ("FR", "97100", "2026-05-13", "2026-05-28"),
    ("FR", "97150", "2026-05-14", "2026-05-29"),
    ("FR", "97400", "2027-12-06", "2027-12-21"),
    # Austria's Good Friday is no holiday and moves the end all the same; the days of its states' patrons do not
    # (Saint Leopold, Monday 15 November 2027; Carinthia, Tuesday 10 October 2028).
    ("AT", "1010", "2026-03-20", "2026-04-07"),
    ("AT", "3100", "2027-11-01", "2027-11-15"),
    ("AT", "9020", "2028-09-26", "2028-10-10"),
    ("LU", "L-1234", "2026-03-20", "2026-04-03"),
]


@pytest.mark.parametrize(("country", "postcode", "received", "ends"), PARTS)
def test_the_holidays_of_the_part_of_the_country_count(country: str, postcode: str, received: str, ends: str) -> None:
    receipt = Receipt(date.fromisoformat(received))
    assert withdrawal_ends(receipt, regions=regions_of(country, postcode, None)) == date.fromisoformat(ends)


@pytest.mark.parametrize("postcode", [None, "", "?", "99", "00000", "97 4"])
@pytest.mark.parametrize(
    ("country", "received", "ends"),
    [
        ("DE", "2025-12-23", "2026-01-07"),
        ("DE", "2026-11-04", "2026-11-19"),
        ("DE", "2028-07-25", "2028-08-09"),
        ("DE", "2028-10-17", "2028-11-02"),  # Reformation Day in some states, All Saints in others
        ("DE", "2026-11-05", "2026-11-19"),
        ("FR", "2026-03-20", "2026-04-07"),
        ("FR", "2026-05-13", "2026-05-29"),  # 27 May in Guadeloupe, 28 May in Saint-Martin
        ("FR", "2028-12-12", "2028-12-27"),
        ("AT", "2026-03-20", "2026-04-07"),
        ("LU", "2026-03-20", "2026-04-03"),
    ],
)
def test_where_the_part_is_not_known_a_day_free_in_any_of_them_counts(
    postcode: str | None, country: str, received: str, ends: str
) -> None:
    receipt = Receipt(date.fromisoformat(received))
    assert withdrawal_ends(receipt, regions=regions_of(country, postcode, None)) == date.fromisoformat(ends)


@pytest.mark.parametrize(
    ("country", "postcode", "shop", "places"),
    [
        ("DE", "63739", None, ("DE-BY",)),
        ("DE", "63450", None, ("DE-HE",)),
        ("DE", "63939", None, ("DE-BY",)),
        ("DE", "68519", None, ("DE-BW", "DE-HE")),
        ("DE", "10115", "DE-BE", ("DE-BE",)),
        ("DE", "20095", "DE-BY", ("DE-HH", "DE-BY")),
        ("FR", "69001", "LU", ("FR", "LU")),
        ("de", "d 20095", None, ("DE-HH",)),
        (None, None, "DE-BE", ("DE-*", "DE-BE")),
        (None, "20095", "DE", ("DE-HH", "DE")),
        (None, "20095", None, ()),
        ("CH", "8001", None, ("CH-*",)),
        ("QQ", "10000", None, ("QQ-*",)),
    ],
)
def test_the_place_of_the_customer_and_that_of_the_shop_count(
    country: str | None, postcode: str | None, shop: str | None, places: tuple[str, ...]
) -> None:
    assert regions_of(country, postcode, shop) == places


def test_a_country_without_a_calendar_has_week_ends_only() -> None:
    assert withdrawal_ends(Receipt(date(2026, 12, 11)), regions=regions_of("QQ", None, None)) == date(2026, 12, 25)


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
