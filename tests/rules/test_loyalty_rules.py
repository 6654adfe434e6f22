"""The loyalty rules: what a purchase earns, how long it lasts, which tier it reaches, and what a file may say."""

import tomllib
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import OperatorError
from bot.loyalty.expiring import last_day_of
from bot.loyalty.rules import DEFAULT, Rules, add_months, points_for
from bot.loyalty.rules_file import read_rules

FILE = """
kind = "loyalty"
[earning]
per_euro = "1.5"
currencies = { CHF = "1.6" }
per_survey = 20
[validity]
months = 24
warn_days = [7, 30]
[[multiplied]]
first = "2026-11-23"
last = "2026-11-29"
[[tiers]]
key = "gold"
points = 500
times = "1.2"
name = { de = "Gold", en = "Gold", fr = "Or", lb = "Gold" }
[[tiers]]
key = "silver"
points = 100
name = { de = "Silber", en = "Silver", fr = "Argent", lb = "Sëlwer" }
benefits = { de = ["Vorab"], en = ["Early"], fr = ["Avant"], lb = ["Virdrun"] }
"""


def rules() -> Rules:
    return read_rules(tomllib.loads(FILE), file="loyalty.toml")


def test_a_week_and_a_tier_multiply_what_a_purchase_earns() -> None:
    told, gold = rules(), rules().tier(500)

    assert told.rate("EUR", date(2026, 11, 22), None) == Decimal("1.5")
    assert told.rate("EUR", date(2026, 11, 29), None) == 3
    assert told.rate("CHF", date(2026, 11, 30), gold) == Decimal("1.92")
    assert told.rate("USD", date(2026, 11, 30), gold) == 0


def test_a_tier_is_reached_by_its_points_and_the_next_is_named() -> None:
    told = rules()
    reached = [(told.tier(points), told.next_tier(points)) for points in (99, 100, 499, 500)]

    assert [(now and now.key, nxt and nxt.key) for now, nxt in reached] == [
        (None, "silver"),
        ("silver", "gold"),
        ("silver", "gold"),
        ("gold", None),
    ]


def test_points_last_until_the_end_of_the_day_so_many_months_later() -> None:
    assert rules().expiry(datetime(2026, 11, 18, 11, tzinfo=UTC)) == datetime(2028, 11, 19, tzinfo=UTC)
    assert DEFAULT.expiry(datetime(2026, 11, 18, 11, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("zone", "since", "over", "last"),
    [
        ("Europe/Berlin", "2026-11-18T23:30", "2028-11-19T23:00", "2028-11-19"),  # half past midnight there
        ("Europe/Berlin", "2027-02-28T12:00", "2029-02-28T23:00", "2029-02-28"),
        ("Europe/Berlin", "2026-07-01T12:00", "2028-07-01T22:00", "2028-07-01"),  # summer
        ("America/New_York", "2026-11-18T03:00", "2028-11-18T05:00", "2028-11-17"),
    ],
)
def test_points_are_there_until_midnight_where_the_shop_is(zone: str, since: str, over: str, last: str) -> None:
    held = read_rules(tomllib.loads(FILE.replace("warn_days", f'time_zone = "{zone}"\nwarn_days')), file="loyalty.toml")
    expires_at = held.expiry(datetime.fromisoformat(since).replace(tzinfo=UTC))

    assert expires_at is not None
    assert expires_at == datetime.fromisoformat(over).replace(tzinfo=UTC)
    assert last_day_of(expires_at, held.zone) == date.fromisoformat(last)


def test_without_a_file_purchases_earn_nothing() -> None:
    assert DEFAULT.rate("EUR", date(2026, 11, 18), None) == 0


def test_points_are_whole_and_never_below_zero() -> None:
    assert [points_for(Decimal(paid), Decimal("1.5")) for paid in ("0.66", "0.67", "19.90", "-5")] == [0, 1, 29, 0]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-120, 120))
def test_months_are_added_within_the_calendar(day: date, months: int) -> None:
    found = add_months(day, months)

    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('[earning]\nper_join = 5', "earning.per_join: is no key of the loyalty rules; take it out"),
        ('[earning]\nper_euro = "much"', 'earning.per_euro: is no number; write it as "1.5"'),
        ('[earning]\nper_euro = "NaN"', "earning.per_euro: is between"),
        ("[validity]\nmonths = -1", "validity.months: "),
        ('[validity]\ntime_zone = "Berlin"', "validity.time_zone: is no time zone"),
        ('[[multiplied]]\nfirst = "2026-11-29"\nlast = "2026-11-23"', "multiplied.0: last is before first"),
        ('[[tiers]]\nkey = "gold"\npoints = 5\nname = { de = "Gold" }', "tiers.0.name.en: "),
        ("[[tiers]]\nkey = 'a'\npoints = 5\nname = { de = 'A', en = 'A', fr = 'A', lb = 'A' }\n" * 2, "the same key"),
        ("[[tiers]]\nkey = 'a'\npoints = 5\nname = { de = 'A', en = 'A', fr = 'A', lb = 'A' }\n"
         "benefits = { de = ['x'] }", "has not the same number of lines"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_by_its_key(said: str, fault: str) -> None:
    with pytest.raises(OperatorError) as refusal:
        read_rules(tomllib.loads(said), file="loyalty.toml")

    assert str(refusal.value).startswith("loyalty.toml: ")
    assert fault in str(refusal.value)
