"""Whose free days move the end of a period on: where the parcel went, as far as its postcode tells, and the shop.

Sources: § 193 BGB (a holiday recognised at the place counts, be it of a state or a municipality); Art. 2 and 3 of
Regulation 1182/71; Code du travail L3134-13 (Alsace-Moselle); § 903 ABGB with § 7 Feiertagsruhegesetz (the days of the
patrons of Austria's states are none) and Art. 5 of the European Convention on the Calculation of Time-Limits, BGBl.
254/1983 (Good Friday counts in Austria). Who only knows the country of a parcel gives the customer every part of it.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.shop.numbers import postcode_key

if TYPE_CHECKING:
    from holidays import HolidayBase

# After a country: the place is somewhere in it, so that a day counts which is free in any of its parts.
ANYWHERE = "*"
# Holidays of catholic municipalities, which no postcode tells from their neighbours, count in the whole state.
CATEGORIES = ("public", "catholic")
GOOD_FRIDAY = "Good Friday"

# The beginnings of postcodes in each German state; where two states share one, the days of both count.
STATES = {
    "BB": "019 03 048-049 125 144-149 152-159 16 172-173 193",
    "BE": "10-11 120-126 13 140-141 155",
    "BW": "646-647 68-69 70-75 760-767 77-79 880-887 889-891 895-896 978-979",
    "BY": "637-639 80-87 881 892-894 90-95 960-964 970-979",
    "HB": "275 281-283 287",
    "HE": "340-346 35 360-363 372 552 573 60-61 630-636 642-648 65 685-686 692-695",
    "HH": "20 210-212 22 274",
    "MV": "170-175 18 190-194 239",
    "NI": "192 212-217 26 272-279 287-289 29 30-31 323 343 370-376 38 484-485 49",
    "NW": "32-33 344 376 40-48 494-495 50-53 57-59",
    "RP": "515 534-536 54 55-56 575-576 653-656 664-669 67 767-768",
    "SH": "210 214-215 221-229 235-239 24 25 274",
    "SL": "66",
    "SN": "010-019 02 04 079 08 09",
    "ST": "06 147 294 384-389 39",
    "TH": "046 065 073-079 364 370-373 965 98-99",
}
AUGSBURG = "861"  # its own Peace Festival, 8 August, in the city alone
# Where French law knows days of its own: Alsace, Moselle and what lies overseas.
FRENCH = {"57": "57", "67": "6AE", "68": "6AE", "97133": "BL", "97150": "MF", "977": "BL", "978": "MF"}
FRENCH |= {"975": "PM", "984": "TF", "986": "WF", "987": "PF", "988": "NC"}
FRENCH |= {number: number for number in ("971", "972", "973", "974", "976")}
MAINLAND = ("01", "95")
FIVE_DIGITS = re.compile(r"\d{5}")


def regions_of(country: str | None, postal_code: str | None, shop: str | None) -> tuple[str, ...]:
    """Places such as `DE-BY`, `FR` or `CH-*`; `shop` is its own (`BOTE_BUSINESS_HOLIDAYS`) and counts as it is told."""
    home = country or (shop or "").partition("-")[0]
    customer = _parts(home.upper(), postcode_key(postal_code or "")) if home else ()
    return tuple(dict.fromkeys((*customer, shop) if shop else customer))


@cache
def is_free_day(day: str, region: str) -> bool:
    """Whether the day (ISO) is a holiday there; a country without a calendar has none."""
    from holidays import list_supported_countries  # slow to import; only who sends something back asks

    country, _, part = region.partition("-")
    parts = list_supported_countries().get(country)
    if parts is None:
        return False
    asked = (None, *parts) if part == ANYWHERE else (part if part in parts else None,)
    return any(day in _calendar(country, each) for each in asked) or (country == "AT" and _is_good_friday(day))


def _parts(country: str, postcode: str) -> tuple[str, ...]:
    """The places that share the postcode; anywhere in the country where it tells nothing."""
    known = FIVE_DIGITS.fullmatch(postcode) is not None
    if country == "DE" and known:
        found = tuple(f"DE-{state}" for state, areas in STATES.items() if _is_in(postcode, areas))
        found += ("DE-Augsburg",) if postcode.startswith(AUGSBURG) else ()
        return found or (f"DE-{ANYWHERE}",)
    if country == "FR" and known:
        return (_french(postcode),)
    return (f"{country}-{ANYWHERE}",)


def _is_in(postcode: str, areas: str) -> bool:
    """`areas` are beginnings of numbers, or from one to another: `637-639 80`."""
    ends = ((first, last or first) for first, _, last in (area.partition("-") for area in areas.split()))
    return any(first <= postcode[: len(first)] <= last for first, last in ends)


def _french(postcode: str) -> str:
    """The longest beginning counts: Saint-Martin has numbers amid those of Guadeloupe."""
    part = next((FRENCH[postcode[:length]] for length in (5, 3, 2) if postcode[:length] in FRENCH), None)
    if part is None and MAINLAND[0] <= postcode[:2] <= MAINLAND[1]:
        return "FR"
    return f"FR-{part or ANYWHERE}"


@cache
def _calendar(country: str, part: str | None) -> "HolidayBase":
    from holidays import country_holidays

    known = country_holidays(country).supported_categories
    return country_holidays(country, subdiv=part, categories=tuple(each for each in CATEGORIES if each in known))


def _is_good_friday(day: str) -> bool:
    from holidays import country_holidays

    return GOOD_FRIDAY in country_holidays("AT", categories=("bank",), language="en_US").get(day, "")
