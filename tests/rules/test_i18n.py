"""How texts, money, numbers, days and times look in our four languages, and that nothing foreign becomes markup."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentResource
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot import i18n
from bot.clock import real_now
from bot.config import LOCALES, Locale
from bot.i18n import Markup, Money, TextError, escape, guess_locale, html, lines, plain

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = date(2026, 11, 24)
EVENING = datetime(2026, 11, 24, 22, 5, tzinfo=UTC)
OF_2026 = "" if real_now().year == 2026 else " 2026"
NARROW, WIDE = "\u202f", "\u00a0"

ONLY_FOR_TESTS = """
test-money = { MONEY($sum) }
test-number = { $number }
test-pieces = { $count ->
    [one] one
    [many] many
   *[other] other
 }
test-day = { DAY($day) }
test-date = { DATE($day) }
test-time = { TIME($at) }
test-moment = { $at }
test-scan = { SCAN($at) }
test-words = <b>{ $words }</b>
test-place = <a href="{ $words }">x</a>
test-flag = { $late ->
    [yes] late
   *[no] in time
 }
"""


@pytest.fixture(autouse=True, scope="module")
def _texts_of_these_tests() -> Iterator[None]:
    strict = i18n._strict
    for locale in LOCALES:
        i18n._bundle(locale).add_resource(FluentResource(ONLY_FOR_TESTS))
    i18n._bundle("de").add_resource(FluentResource("test-german = nur deutsch"))
    i18n.raise_on_faulty_texts()
    yield
    i18n.raise_on_faulty_texts(raising=strict)
    i18n._bundle.cache_clear()


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("de", f"1.234,50{WIDE}€"),
        ("lb", f"1.234,50{WIDE}€"),
        ("en", "€1,234.50"),
        ("fr", f"1{NARROW}234,50{WIDE}€"),
    ],
)
def test_money_is_written_as_the_reader_writes_it(locale: Locale, shown: str) -> None:
    assert html(locale, "test-money", sum=Money(Decimal("1234.5"), "EUR")) == shown


def test_money_has_the_decimals_of_its_currency_and_survives_an_unknown_one() -> None:
    assert plain("en", "test-money", sum=Money(Decimal(1200), "JPY")) == "JP¥1,200"
    assert plain("en", "test-money", sum=Money(Decimal("-4.9"), "eur")) == "-€4.90"
    assert plain("de", "test-money", sum=Money(Decimal(1), "ZZZ")) == f"1,00{WIDE}ZZZ"
    assert "<" not in html("de", "test-money", sum=Money(Decimal(1), "<b>"))


@pytest.mark.parametrize(
    ("locale", "shown"),
    [("de", "1.234.567,5"), ("lb", "1.234.567,5"), ("en", "1,234,567.5"), ("fr", f"1{NARROW}234{NARROW}567,5")],
)
def test_numbers_are_grouped_as_the_reader_groups_them(locale: Locale, shown: str) -> None:
    assert plain(locale, "test-number", number=1_234_567.5) == shown
    assert plain(locale, "test-number", number=Decimal("1234567.5")) == shown


@pytest.mark.parametrize(
    ("locale", "categories"),
    [
        ("de", {0: "other", 1: "one", 1.5: "other", 2: "other", 1_000_000: "other"}),
        ("en", {0: "other", 1: "one", 1.5: "other", 2: "other", 1_000_000: "other"}),
        ("lb", {0: "other", 1: "one", 1.5: "other", 2: "other", 1_000_000: "other"}),
        ("fr", {0: "one", 1: "one", 1.5: "one", 2: "other", 1_000_000: "many"}),
    ],
)
def test_plurals_follow_the_language_not_the_number(locale: Locale, categories: dict[float, str]) -> None:
    assert {number: plain(locale, "test-pieces", count=number) for number in categories} == categories
    assert plain(locale, "test-pieces", count=Decimal(1)) == "one"


@pytest.mark.parametrize(
    ("locale", "day", "short", "scan"),
    [
        ("de", "Dienstag, 24. November", "24.11.2026", "Di., 24. Nov., 23:05"),
        ("lb", "Dënschdeg, 24. November", "24. Nov. 2026", "Dën., 24. Nov., 23:05"),
        ("en", "Tuesday, 24 November", "24 Nov 2026", "Tue 24 Nov, 23:05"),
        ("fr", "mardi 24 novembre", "24 nov. 2026", "mar. 24 nov., 23:05"),
    ],
)
def test_days_and_times_are_said_as_people_say_them(locale: Locale, day: str, short: str, scan: str) -> None:
    assert html(locale, "test-day", day=TUESDAY) == day + OF_2026
    assert html(locale, "test-date", day=TUESDAY) == short
    assert html(locale, "test-scan", at=EVENING, tz=BERLIN) == scan
    assert html(locale, "test-moment", at=EVENING, tz=BERLIN) == f"{short}, 23:05"


def test_french_says_first_but_two() -> None:
    assert html("fr", "test-day", day=date(2026, 12, 1)) == "mardi 1er décembre" + OF_2026
    assert html("fr", "test-day", day=date(2026, 12, 2)) == "mercredi 2 décembre" + OF_2026


def test_a_time_is_shown_where_the_reader_is_also_when_the_clocks_change() -> None:
    before, after = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert html("de", "test-time", at=before, tz=BERLIN) == "02:30"
    assert html("de", "test-time", at=after, tz=BERLIN) == "02:30"
    assert html("de", "test-day", day=EVENING, tz=ZoneInfo("Asia/Tokyo")) == "Mittwoch, 25. November" + OF_2026


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("de", "Freitag, 31. Dezember 2100"),
        ("lb", "Freideg, 31. Dezember 2100"),
        ("en", "Friday, 31 December 2100"),
        ("fr", "vendredi 31 décembre 2100"),
    ],
)
def test_a_day_of_another_year_says_which(locale: Locale, shown: str) -> None:
    assert html(locale, "test-day", day=date(2100, 12, 31)) == shown
    assert "20" not in html(locale, "test-day", day=real_now().replace(month=1, day=1), tz=ZoneInfo("UTC"))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue"])
def test_the_first_and_the_last_hour_of_the_calendar_are_shown_somehow(zone: str) -> None:
    for at in (datetime(1, 1, 1, 0, 30, tzinfo=UTC), datetime(9999, 12, 31, 23, 30, tzinfo=UTC)):
        shown = html("de", "test-moment", at=at, tz=ZoneInfo(zone))
        assert str(at.year) in shown


def test_a_time_without_a_zone_is_our_mistake() -> None:
    with pytest.raises(TextError, match="time zone"):
        html("de", "test-time", at=EVENING)
    with pytest.raises(TextError, match="time zone"):
        html("de", "test-time", at=EVENING.replace(tzinfo=None), tz=BERLIN)


def test_a_flag_chooses_between_yes_and_no() -> None:
    assert [plain("en", "test-flag", late=late) for late in (True, False)] == ["late", "in time"]


def test_no_invisible_marks_surround_a_value() -> None:
    assert html("de", "test-words", words="1001") == "<b>1001</b>"


def test_values_are_escaped_once_and_markup_not_again() -> None:
    assert html("de", "test-words", words="Topf & <Deckel>") == "<b>Topf &amp; &lt;Deckel&gt;</b>"
    inner = html("de", "test-words", words="a&b")
    assert html("de", "test-words", words=inner) == "<b><b>a&amp;b</b></b>"
    assert plain("de", "test-number", number="Topf & Deckel") == "Topf & Deckel"


def test_markup_in_a_button_is_our_mistake() -> None:
    with pytest.raises(TextError, match="markup"):
        plain("de", "test-number", number=Markup("<b>x</b>"))


def test_a_long_value_is_shown_whole() -> None:
    assert len(html("de", "test-words", words="ä" * 4_000)) == 4_007


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += [tag, *(f"{name}={value}" for name, value in attrs)]

    def handle_data(self, data: str) -> None:
        self.words += data


# What HTML itself cannot carry (a null, a lone surrogate, a bare carriage return) is not about escaping.
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_whatever_people_write_stays_words(words: str) -> None:
    reader = _Text()
    reader.feed(html("fr", "test-words", words=words))
    reader.close()
    assert (reader.tags, reader.words) == (["b"], words)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_whatever_stands_in_an_address_stays_an_address(words: str) -> None:
    reader = _Text()
    reader.feed(html("en", "test-place", words=words))
    assert reader.tags == ["a", f"href={words}"]


def test_pieces_are_joined_without_gaps() -> None:
    assert lines([escape("a<"), Markup(), escape("b")]) == "a&lt;\nb"
    assert isinstance(lines([], "\n\n"), Markup)


def test_a_missing_text_or_value_is_loud_in_tests() -> None:
    with pytest.raises(TextError, match="missing"):
        html("de", "test-none-of-ours")
    with pytest.raises(TextError, match="words"):
        html("de", "test-words")


def test_at_run_time_a_neighbouring_language_helps_out_and_the_operator_is_told() -> None:
    i18n.raise_on_faulty_texts(raising=False)
    try:
        with capture_logs() as logs:
            assert html("lb", "test-german") == "nur deutsch"
            assert html("fr", "test-none-of-ours") == "test-none-of-ours"
            assert html("de", "test-words") == "<b>words</b>"
    finally:
        i18n.raise_on_faulty_texts()
    assert [(entry["event"], entry["locale"]) for entry in logs] == [
        ("text missing", "lb"),
        ("text missing", "fr"),
        ("text missing", "en"),
        ("text faulty", "de"),
    ]


@pytest.mark.parametrize(
    ("told", "guessed"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("fr_BE", "fr"),
        ("LB", "lb"),
        ("en-US", "en"),
        ("pt", "fr"),
        ("", "fr"),
        (None, "fr"),
    ],
)
def test_the_language_is_guessed_from_what_telegram_tells(told: str | None, guessed: Locale) -> None:
    assert guess_locale(told, "fr") == guessed
