"""Until when: split deliveries, week ends, holidays of four countries, the days clocks change, no instruction."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.returns.windows import (
    ON_ITS_WAY,
    WITHDRAWAL,
    Instruction,
    Parcel,
    Receipt,
    add_months,
    goodwill_ends,
    money_due_on,
    receipt_of,
    warranty_ends,
    withdrawal_ends,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "region", "ends"),
    [
        ("2026-11-02", "DE", "2026-11-16"),  # Monday to Monday: the day of receipt does not count
        ("2026-11-03", "DE", "2026-11-17"),
        ("2026-11-07", "DE", "2026-11-23"),  # would end on a Saturday
        ("2026-11-08", "DE", "2026-11-23"),  # would end on a Sunday
        ("2026-12-10", "DE", "2026-12-24"),  # Christmas Eve is a working day
        ("2026-12-11", "DE", "2026-12-28"),  # Christmas Day, Boxing Day, Sunday
        ("2026-12-18", "DE", "2027-01-04"),  # New Year's Day, a Friday
        ("2026-03-20", "DE", "2026-04-07"),  # Good Friday to Easter Monday
        ("2026-03-20", "AT", "2026-04-07"),  # Good Friday is no holiday there, and moves the end all the same
        ("2026-03-20", "FR", "2026-04-03"),
        ("2026-03-20", "LU", "2026-04-03"),
        ("2026-03-23", "AT", "2026-04-07"),  # Easter Monday
        ("2026-06-09", "LU", "2026-06-24"),  # the Grand Duke's day
        ("2026-06-09", "DE", "2026-06-23"),
        ("2026-04-25", "LU", "2026-05-11"),  # Europe Day, the Saturday before it anyway
        ("2026-04-24", "FR", "2026-05-11"),  # 8 May and the week end after it
        ("2026-10-12", "AT", "2026-10-27"),  # 26 October
        ("2026-10-12", "DE", "2026-10-26"),
        ("2026-06-30", "FR", "2026-07-15"),  # 14 July
        ("2026-03-15", "DE", "2026-03-30"),  # the night to Sunday, 29 March, has 23 hours
        ("2026-10-11", "DE", "2026-10-26"),  # the night to Sunday, 25 October, has 25
        ("2028-02-15", "DE", "2028-02-29"),
    ],
)
def test_a_withdrawal_ends_after_fourteen_days_on_a_working_day(received: str, region: str, ends: str) -> None:
    assert withdrawal_ends(Receipt(day(received)), regions=(region,)) == day(ends)


def test_the_free_days_of_customer_and_shop_both_move_the_end() -> None:
    received = Receipt(day("2026-10-12"))  # 26 October is a holiday in Austria only
    assert withdrawal_ends(received, regions=("DE", "AT")) == day("2026-10-27")
    # All Saints' Day, a Sunday in 2026; Corpus Christi only in some parts of Germany
    assert withdrawal_ends(Receipt(day("2026-05-21")), regions=("DE",)) == day("2026-06-04")
    assert withdrawal_ends(Receipt(day("2026-05-21")), regions=("DE", "DE-BY")) == day("2026-06-05")


def test_the_last_parcel_counts() -> None:
    first, second = Parcel(day("2026-11-02")), Parcel(day("2026-11-09"))
    assert receipt_of((second, first)) == Receipt(day("2026-11-09"))


def test_the_time_has_not_begun_while_a_parcel_is_on_its_way() -> None:
    receipt = receipt_of((Parcel(day("2026-11-02")), Parcel()))
    assert receipt == Receipt(None)
    assert withdrawal_ends(receipt, regions=("DE",)) is None
    assert warranty_ends(receipt) is None
    assert goodwill_ends(receipt, days=30) is None


def test_a_lost_parcel_is_waited_for_by_nobody() -> None:
    assert receipt_of((Parcel(day("2026-11-02")), Parcel(is_lost=True))) == Receipt(day("2026-11-02"))
    assert receipt_of((Parcel(is_lost=True),)) == Receipt(None)


def test_where_nobody_tells_of_the_delivery_its_day_is_assumed_and_marked() -> None:
    receipt = receipt_of((Parcel(handed_over_on=day("2026-11-02")),))
    assert receipt == Receipt(day("2026-11-02") + ON_ITS_WAY, is_assumed=True)


def test_without_instruction_there_are_twelve_months_more() -> None:
    missing = Instruction(was_given=False)
    assert withdrawal_ends(Receipt(day("2026-11-02")), regions=("DE",), instruction=missing) == day("2027-11-16")


def test_an_instruction_made_up_for_starts_fourteen_days_from_then() -> None:
    later = Instruction(was_given=False, on=day("2027-01-04"))
    assert withdrawal_ends(Receipt(day("2026-11-02")), regions=("DE",), instruction=later) == day("2027-01-18")
    at_once = Instruction(was_given=False, on=day("2026-11-01"))
    assert withdrawal_ends(Receipt(day("2026-11-02")), regions=("DE",), instruction=at_once) == day("2026-11-16")
    far_too_late = Instruction(was_given=False, on=day("2028-01-04"))
    assert withdrawal_ends(Receipt(day("2026-11-02")), regions=("DE",), instruction=far_too_late) == day("2027-11-16")


def test_defects_can_be_claimed_for_two_years() -> None:
    assert warranty_ends(Receipt(day("2026-11-02"))) == day("2028-11-02")
    assert warranty_ends(Receipt(day("2028-02-29"))) == day("2030-02-28")


def test_goodwill_is_what_the_shop_says_or_a_little_more() -> None:
    assert goodwill_ends(Receipt(day("2026-11-02")), days=30, regions=("DE",)) == day("2026-12-02")
    assert goodwill_ends(Receipt(day("2026-11-05")), days=30, regions=("DE",)) == day("2026-12-07")
    assert goodwill_ends(Receipt(day("2026-11-02")), days=0) is None


@given(DAYS, st.sampled_from([("DE",), ("AT",), ("LU",), ("FR",), ("DE-BY", "FR"), ("DE-*",), ()]))
def test_nobody_gets_less_than_fourteen_full_days_nor_a_free_last_one(received: date, regions: tuple[str, ...]) -> None:
    ends = withdrawal_ends(Receipt(received), regions=regions)
    assert ends is not None
    assert WITHDRAWAL <= ends - received <= WITHDRAWAL + timedelta(days=6)
    assert ends.weekday() < 5


@given(DAYS, st.integers(0, 60))
def test_months_end_where_they_end(start: date, months: int) -> None:
    later = add_months(start, months)
    assert (later.year - start.year) * 12 + later.month - start.month == months
    assert later.day == start.day or (later.day < start.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("declared_at", "zone", "last"),
    [
        ("2026-10-19T22:30:00+00:00", "Europe/Berlin", "2026-11-03"),  # half past midnight, and the clocks go back
        ("2026-10-19T22:30:00+00:00", "Atlantic/Reykjavik", "2026-11-02"),
        ("2027-03-20T22:59:00+00:00", "Europe/Berlin", "2027-04-03"),  # a minute to midnight, and they go forward
        ("2027-03-20T23:00:00+00:00", "Europe/Berlin", "2027-04-04"),
    ],
)
def test_the_money_is_due_on_the_fourteenth_day_of_the_clock_on_the_wall(
    declared_at: str, zone: str, last: str
) -> None:
    assert money_due_on(datetime.fromisoformat(declared_at), ZoneInfo(zone)) == date.fromisoformat(last)


def test_no_law_names_a_day_for_the_money_of_a_favour() -> None:
    assert money_due_on(None, ZoneInfo("Europe/Berlin")) is None


def test_a_parcel_left_with_a_neighbour_leaves_it_open_when_everything_was_there() -> None:
    receipt = receipt_of((Parcel(day("2026-11-02")), Parcel(day("2026-11-03"), with_neighbour=True)))
    assert receipt == Receipt(day("2026-11-03"), with_neighbour=True)
