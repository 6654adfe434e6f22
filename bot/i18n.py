"""Every text a person reads: Fluent messages in four languages, escaped once, numbers and dates in the locale's way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from babel import Locale as Region
from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_currency
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import FluentNone, FluentType

from bot.clock import real_now
from bot.config import LOCALES, Locale

TEXTS = Path(__file__).resolve().parent.parent / "locales"

# English as in Europe: days before months and 24 hours, as the parcel's papers show them.
REGIONS: dict[Locale, Region] = {"de": Region("de"), "en": Region("en", "GB"), "fr": Region("fr"), "lb": Region("lb")}
FALLBACKS: dict[Locale, tuple[Locale, ...]] = {
    "lb": ("lb", "de", "fr", "en"),
    "de": ("de", "fr", "en"),
    "fr": ("fr", "en"),
    "en": ("en",),
}
# Patterns of CLDR where it has them; it has no full weekday with a day and month in French and Luxembourgish.
DAY = {"de": "EEEE, d. MMMM", "en": "EEEE, d MMMM", "fr": "EEEE d MMMM", "lb": "EEEE, d. MMMM"}
SCAN = {"de": "E, d. MMM, HH:mm", "en": "E d MMM, HH:mm", "fr": "E d MMM, HH:mm", "lb": "E, d. MMM, HH:mm"}
EARLIEST, LATEST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)  # that every zone can show
# Fluent refuses values over 2,500 characters, against texts from strangers. Ours are our own, and a message has 4,096.
resolver.MAX_PART_LENGTH = 65_536

log = structlog.get_logger(__name__)
_strict = False


class Markup(str):
    """HTML that is safe to send: what `html`, `escape` and `lines` return, and nothing else."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in its currency; shown as `1.234,50 €` or `€1,234.50`, as the reader writes it."""

    amount: Decimal
    currency: str


Value = str | int | float | Decimal | date | Money | ZoneInfo


class TextError(Exception):
    """A text is missing, or a value it needs was not given: a mistake of ours, loud in tests only."""


def html(locale: Locale, key: str, /, **values: Value) -> Markup:
    """The text of a message: strings among `values` are escaped, Markup is taken as it is.

    Aware datetimes are shown in the time zone `tz`, which must then be among the values.
    """
    return Markup(_format(locale, key, values, escaped=True))


def plain(locale: Locale, key: str, /, **values: Value) -> str:
    """The text of a button, toast or alert, where Telegram reads no HTML: nothing is escaped."""
    return _format(locale, key, values, escaped=False)


def escape(text: str) -> Markup:
    """Foreign text as part of a message, safe also inside a quoted attribute."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;"))


def lines(parts: Iterable[Markup], separator: str = "\n") -> Markup:
    """Join finished pieces of a message; empty ones leave no gap."""
    return Markup(separator.join(part for part in parts if part))


def has_text(key: str) -> bool:
    """Whether this message exists; for families such as `carrier-…`, whose members come from outside."""
    return any(_bundle(locale).has_message(key) for locale in LOCALES)


def guess_locale(language_code: str | None, default: Locale) -> Locale:
    """The language of Telegram's `language_code` ("de-AT", "lb") when we speak it, else `default`."""
    spoken = (language_code or "").replace("_", "-").lower().partition("-")[0]
    return next((locale for locale in LOCALES if locale == spoken), default)


def load_texts() -> None:
    """Parse all texts now, so that the first customer does not wait for it."""
    for locale in LOCALES:
        _bundle(locale)


def raise_on_faulty_texts(*, raising: bool = True) -> None:
    """Turn what is logged at run time into TextError; the tests do."""
    global _strict  # noqa: PLW0603  # one switch for the whole process, thrown by the test session alone
    _strict = raising


def _format(locale: Locale, key: str, values: dict[str, Value], *, escaped: bool) -> str:
    for language in FALLBACKS[locale]:
        bundle = _bundle(language)
        if bundle.has_message(key):
            break
        _complain("text missing", locale=language, key=key)
    else:
        return key
    pattern = bundle.get_message(key).value
    if pattern is None:
        _complain("text empty", locale=language, key=key)
        return key
    text, errors = bundle.format_pattern(pattern, _arguments(values, key, escaped=escaped))
    if errors:
        _complain("text faulty", locale=language, key=key, errors="; ".join(map(str, errors)))
    return str(text)


def _complain(event: str, **facts: str) -> None:
    if _strict:
        raise TextError(f"{event}: {facts}")
    log.error(event, **facts)


def _arguments(values: dict[str, Value], key: str, *, escaped: bool) -> dict[str, object]:
    tz = values.get("tz")
    zone = tz if isinstance(tz, ZoneInfo) else None
    return {name: _argument(value, zone, key, escaped=escaped) for name, value in values.items() if value is not zone}


def _argument(value: Value, zone: ZoneInfo | None, key: str, *, escaped: bool) -> object:  # noqa: PLR0911  # one a type
    match value:
        case str():
            return _text(value, key, escaped=escaped)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return value
        case Decimal():
            return float(value)  # Fluent picks no plural form for a Decimal
        case Money():
            return _Shown(value, _money)
        case datetime():
            return _Shown(_local(value, zone, key), _date_and_time)
        case date():
            return _Shown(value, _day)
        case _:
            _complain("value of no use", key=key, type=type(value).__name__)
            return ""


def _text(text: str, key: str, *, escaped: bool) -> str:
    if isinstance(text, Markup) and not escaped:
        _complain("markup in a plain text", key=key)
    return escape(text) if escaped and not isinstance(text, Markup) else text


def _local(at: datetime, zone: ZoneInfo | None, key: str) -> datetime:
    if zone is None or at.tzinfo is None:
        _complain("time without a time zone", key=key)
        return at
    return min(max(at, EARLIEST), LATEST).astimezone(zone)


@dataclass(frozen=True, slots=True)
class _Shown(FluentType):
    """A value and how it looks where a text names it without a function."""

    value: Any
    show: Callable[[Any, Region], str]

    def format(self, locale: Region) -> str:
        return self.show(self.value, locale)


@lru_cache(maxsize=2_048)
def _money(money: Money, region: Region) -> str:
    """Kept, since the same prices are shown again and again and a card shows five to twenty."""
    currency = money.currency.upper()
    return format_currency(money.amount, currency if currency.isalpha() else "XXX", locale=region)


def _day(day: date, region: Region) -> str:
    """`Dienstag, 24. November`; the year only where it is not this one."""
    pattern = DAY[region.language] if day.year == real_now().year else f"{DAY[region.language]} y"
    return format_date(day, _ordinal(pattern, day, region), locale=region)


def _scan(at: datetime, region: Region) -> str:
    """`Di., 24. Nov., 14:05`, a line of the timeline."""
    return format_datetime(at, _ordinal(SCAN[region.language], at, region), locale=region)


def _date(day: date, region: Region) -> str:
    return format_date(day, "medium", locale=region)


def _time(at: datetime, region: Region) -> str:
    return format_time(at, "short", locale=region)


def _date_and_time(at: datetime, region: Region) -> str:
    return f"{_date(at, region)}, {_time(at, region)}"


def _ordinal(pattern: str, day: date, region: Region) -> str:
    """French says "1er" on the first of the month and plain numbers on all others."""
    return pattern.replace("d", "d'er'", 1) if region.language == "fr" and day.day == 1 else pattern


def _functions(region: Region) -> dict[str, Callable[[Any], Any]]:
    """What the texts may call beside Fluent's NUMBER."""
    return {
        "MONEY": _shown_as(_money, Money, region),
        "DAY": _shown_as(_day, date, region),
        "DATE": _shown_as(_date, date, region),
        "TIME": _shown_as(_time, datetime, region),
        "DATETIME": _shown_as(_date_and_time, datetime, region),
        "SCAN": _shown_as(_scan, datetime, region),
    }


def _shown_as(show: Callable[[Any, Region], str], kind: type, region: Region) -> Callable[[Any], Any]:
    def function(value: Any) -> Any:
        if isinstance(value, FluentNone):
            return value  # left out by the caller; Fluent has noted it
        if isinstance(value, _Shown) and isinstance(value.value, kind):
            return show(value.value, region)
        raise TypeError(f"no {kind.__name__}: {value!r}")

    return function


@cache
def _bundle(locale: Locale) -> FluentBundle:
    region = REGIONS[locale]
    # Isolation marks are invisible and break an order number that somebody copies.
    bundle = FluentBundle([str(region).replace("_", "-")], functions=_functions(region), use_isolating=False)
    for file in sorted((TEXTS / locale).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
