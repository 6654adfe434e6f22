"""Whom a campaign is for, as staff choose it in a dialog: conditions that all hold, none of them a query (BRC-06)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, cast, get_args

from bot.config import LOCALES, Locale
from bot.errors import CustomerError

NpsGroup = Literal["promoter", "passive", "detractor"]
NPS_GROUPS: tuple[NpsGroup, ...] = get_args(NpsGroup)
# Lowest and highest score of each group (rules.md 3.1).
NPS_SCORES: dict[NpsGroup, tuple[int, int]] = {"promoter": (9, 10), "passive": (7, 8), "detractor": (0, 6)}
MOST_DAYS = 3650
MOST_POINTS = 10_000_000
MOST_CHOSEN = 50


class WrongSegmentError(CustomerError):
    """A condition that nobody can fulfil, or that is none; `field` says which."""

    key = "segment-wrong"


@dataclass(frozen=True, slots=True)
class Segment:
    """Empty conditions let everybody pass; within one condition any of its members does.

    Consent and being reachable are no conditions here: nobody without them is ever in an audience.
    `bought_products` (article numbers) and `bought_categories` are one condition: one of either was bought.
    `ordered_within` and `not_ordered_for` count days since the last order: fewer than the one, at least the other;
    both together are a span. `reacted_to` are campaigns in which somebody followed a link or tapped a button.
    `not_had` is a campaign that sends itself (automatic.KINDS): who had it on this occasion is not in it.
    `voices_of` is an improvement: whose complaint it answers and who has not been told of it yet.
    `anniversary` are days of the year ("11-22") on which the first order was placed, in an earlier year.
    """

    languages: tuple[Locale, ...] = ()
    countries: tuple[str, ...] = ()
    bought_products: tuple[str, ...] = ()
    bought_categories: tuple[str, ...] = ()
    ordered_within: int | None = None
    not_ordered_for: int | None = None
    nps: tuple[NpsGroup, ...] = ()
    points_from: int | None = None
    points_to: int | None = None
    reacted_to: tuple[int, ...] = ()
    anniversary: tuple[str, ...] = ()
    not_had: str | None = None
    voices_of: int | None = None

    def as_json(self) -> dict[str, Any]:
        """What is stored: only what was chosen."""
        return {name: value for name, value in asdict(self).items() if value not in ((), None)}

    @property
    def needs_purchase(self) -> bool:
        """Whether somebody without any order can never be in it."""
        bought = self.bought_products or self.bought_categories or self.anniversary
        return bool(bought) or self.ordered_within is not None or self.not_ordered_for is not None


EVERYBODY = Segment()
_LISTS = frozenset(
    {"languages", "countries", "bought_products", "bought_categories", "nps", "reacted_to", "anniversary"}
)


def read_segment(stored: Mapping[str, Any]) -> Segment:
    """The segment of its JSON; WrongSegmentError where that is none."""
    unknown = set(stored) - {field.name for field in fields(Segment)}
    if unknown:
        raise WrongSegmentError(field=min(unknown))
    values = {name: tuple(value) if name in _LISTS else value for name, value in stored.items()}
    return checked(Segment(**cast(dict[str, Any], values)))


def checked(segment: Segment) -> Segment:
    """The segment itself; WrongSegmentError names the condition that cannot be meant."""
    for name in sorted(_wrong(segment)):
        raise WrongSegmentError(field=name)
    return segment


def _wrong(segment: Segment) -> set[str]:
    wrong = {name for name in _LISTS if len(getattr(segment, name)) > MOST_CHOSEN}
    wrong |= {"languages"} if set(segment.languages) - set(LOCALES) else set()
    wrong |= {"nps"} if set(segment.nps) - set(NPS_GROUPS) else set()
    wrong |= {"countries"} if any(not _is_country(each) for each in segment.countries) else set()
    wrong |= {"anniversary"} if any(not _is_day(each) for each in segment.anniversary) else set()
    wrong |= {"reacted_to"} if any(not isinstance(each, int) for each in segment.reacted_to) else set()
    for name, most in (("ordered_within", MOST_DAYS), ("not_ordered_for", MOST_DAYS)):
        wrong |= {name} if not _is_between(getattr(segment, name), 0, most) else set()
    wrong |= {"voices_of"} if not _is_between(segment.voices_of, 1, 2**62) else set()
    for name in ("points_from", "points_to"):
        wrong |= {name} if not _is_between(getattr(segment, name), -MOST_POINTS, MOST_POINTS) else set()
    if not wrong and _is_empty(segment.not_ordered_for, segment.ordered_within, open_end=True):
        wrong.add("ordered_within")
    if not wrong and _is_empty(segment.points_from, segment.points_to, open_end=False):
        wrong.add("points_to")
    return wrong


def _is_between(value: Any, least: int, most: int) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and least <= value <= most)


def _is_empty(least: int | None, most: int | None, *, open_end: bool) -> bool:
    return least is not None and most is not None and (least >= most if open_end else least > most)


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.isupper()


def _is_day(text: str) -> bool:
    month, _, day = text.partition("-")
    return len(text) == 5 and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31
