"""Whose clock shows what: time zones of countries, their names for people, and finding one by its city."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.i18n import REGIONS

# Countries whose easternmost zone is home to almost nobody.
HOME = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "NZ": "Pacific/Auckland",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
}
SUMMER = datetime(2026, 7, 1, tzinfo=UTC)
WINTER = datetime(2026, 1, 1, tzinfo=UTC)
FOUND_AT_MOST = 6


@cache
def zones_of_country(country: str) -> tuple[ZoneInfo, ...]:
    """Every zone of a country (ISO 3166, two letters) that tells another time than the ones before it.

    A rule about hours of rest must hold in all of them (rules.md 3.3: the stricter).
    """
    different: dict[tuple[float, float], ZoneInfo] = {}
    for zone in map(ZoneInfo, _names_by_country().get(country.upper(), ())):
        different.setdefault((_offset(zone, WINTER), _offset(zone, SUMMER)), zone)
    return tuple(different.values())


@cache
def zone_of_country(country: str) -> ZoneInfo | None:
    """The zone to show times in for a delivery to this country; None where it is unknown.

    Of several the easternmost, where the evening's rest begins first; who lives elsewhere chooses in the settings.
    """
    if country.upper() in HOME:
        return ZoneInfo(HOME[country.upper()])
    return max(zones_of_country(country), key=lambda zone: _offset(zone, WINTER), default=None)


@cache
def last_zone_of_country(country: str) -> ZoneInfo | None:
    """The zone in which a day of this country ends last, where a period of its people ends; None where unknown."""
    return min(zones_of_country(country), key=lambda zone: _offset(zone, WINTER), default=None)


def known_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name such as Europe/Berlin, or None."""
    return ZoneInfo(name) if name in _zone_names() else None


def zone_name(locale: Locale, zone: ZoneInfo) -> str:
    """The city a zone is known by, in the reader's language: `Wien`, `Vienna`, `Vienne`."""
    known: str | None = REGIONS[locale].time_zones.get(zone.key, {}).get("city")
    return known or _last_part(zone.key)


def find_zones(text: str, locale: Locale) -> tuple[str, ...]:
    """Zones whose city or country begins with what a person typed, the best first, at most six."""
    wanted = _folded(text.strip())
    if len(wanted) < 2:
        return ()
    places = _places(locale)
    cities = [name for name, spellings, _ in places if any(spelling.startswith(wanted) for spelling in spellings)]
    countries = [name for name, _, country in places if country.startswith(wanted)]
    return tuple(dict.fromkeys([*cities, *countries]))[:FOUND_AT_MOST]


@cache
def _places(locale: Locale) -> tuple[tuple[str, tuple[str, str], str], ...]:
    """Name of the zone, spellings of its city, its country where the zone is one of the country's different ones."""
    return tuple(_named_places(locale))


def _named_places(locale: Locale) -> Iterator[tuple[str, tuple[str, str], str]]:
    lands = REGIONS[locale].territories
    for country, names in _names_by_country().items():
        different = {zone.key for zone in zones_of_country(country)}
        for name in names:
            cities = _folded(zone_name(locale, ZoneInfo(name))), _folded(_last_part(name))
            yield name, cities, _folded(str(lands.get(country, ""))) if name in different else ""


def _last_part(name: str) -> str:
    return name.rpartition("/")[2].replace("_", " ")


def _folded(text: str) -> str:
    """Without accents and case: who types `Zurich` or `koln` means the same town."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(name for names in _names_by_country().values() for name in names)


@cache
def _names_by_country() -> dict[str, list[str]]:
    """The table of the tz database itself: the zones of a country, the one most people live in mostly first."""
    names: dict[str, list[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            names.setdefault(country, []).append(name)
    return names


def _offset(zone: ZoneInfo, at: datetime) -> float:
    offset = at.astimezone(zone).utcoffset()
    return offset.total_seconds() if offset is not None else 0.0
