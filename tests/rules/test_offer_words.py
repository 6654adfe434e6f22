"""What staff type in the composer of offers, read as they mean it or not at all."""

from datetime import date
from decimal import Decimal

import pytest

from dialogs.offer_moments import read_moment, read_sums
from dialogs.segment_words import month_days, read_countries, read_days, read_points, read_year_days, tell_year_days

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("24.12.2026 9:30", "2026-12-24T09:30"),
        ("24.12. 9:30", "2026-12-24T09:30"),
        ("24/12/2026 09:30", "2026-12-24T09:30"),
        ("24.12.2026, 9.30 Uhr", "2026-12-24T09:30"),
        ("2026-12-24 09:30", "2026-12-24T09:30"),
        ("2026-12-24T09:30", "2026-12-24T09:30"),
        ("24.12. 18h30", "2026-12-24T18:30"),
        ("3.1. 9:30", "2027-01-03T09:30"),
        ("18:00", "2026-11-25T18:00"),
        ("31.2.2027 9:30", None),
        ("24.12.2026 25:00", None),
        ("29.2. 9:00", None),
        ("morgen", None),
        ("", None),
        ("24.12.9999 9:30", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    read = read_moment(text, today=TODAY)
    assert (read.isoformat(timespec="minutes") if read else None) == moment


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("19,90 24,90", ["19.90", "24.90"]),
        ("19.90 € / 24.90 €", ["19.90", "24.90"]),
        ("20", ["20"]),
        ("0 5", None),
        ("zwanzig", None),
        ("19,999", None),
        ("-5", None),
        ("", None),
    ],
)
def test_sums(text: str, sums: list[str] | None) -> None:
    assert read_sums(text) == (None if sums is None else [Decimal(each) for each in sums])


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("90", (90, None)),
        ("> 90", (90, None)),
        ("<30", (None, 30)),
        ("30-90", (30, 90)),
        ("30 – 90 Tage", (30, 90)),  # noqa: RUF001  # as phones write it
        ("90-30", None),
        ("99999", None),
        ("viele", None),
    ],
)
def test_days_since_the_last_order(text: str, span: tuple[int | None, int | None] | None) -> None:
    assert read_days(text) == span


@pytest.mark.parametrize(
    ("text", "days", "told"),
    [
        ("24.12.", ("12-24",), "24. Dez."),
        ("24/12", ("12-24",), "24. Dez."),
        ("23.12. - 25.12.", ("12-23", "12-24", "12-25"), "23. Dez. – 25. Dez."),  # noqa: RUF001
        ("31.12.-1.1.", ("12-31", "01-01"), "31. Dez. – 1. Jan."),  # noqa: RUF001
        ("28.2.-1.3.", ("02-28", "02-29", "03-01"), "28. Feb. – 1. März"),  # noqa: RUF001
        ("1.4.-30.4.", month_days(4), "April"),
    ],
)
def test_days_of_the_year(text: str, days: tuple[str, ...], told: str) -> None:
    assert read_year_days(text) == days
    assert tell_year_days(days, "de") == told


@pytest.mark.parametrize("text", ["31.2.", "Advent", "12", "1.13.", "0.1.", ""])
def test_what_are_no_days_of_the_year(text: str) -> None:
    assert read_year_days(text) is None


def test_points_may_be_many() -> None:
    assert read_points("99999") == (99_999, None)


def test_countries_are_named_in_any_of_the_languages() -> None:
    assert read_countries("DE, Frankreich; Luxembourg", "de") == ("DE", "FR", "LU")
    assert read_countries("DE, Nirgendwo", "de") == ()
    assert read_countries("", "de") == ()
