"""How points come, how long they last and what they lead to: the shop's own rules; pure.

They are a TOML file (`main.py import loyalty.toml`, read by programme.py); without one the defaults below hold. Nobody
gets points for joining a channel or a group (Telegram's terms), nor for a good score: there is no key for either.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_DOWN, Decimal
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.loyalty.club_rules import ClubTerms
from bot.loyalty.referral_rules import ReferralTerms

NOTHING = Decimal()
UTC_ZONE = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Multiplied:
    """Weeks in which a purchase earns several times as much; both days are within."""

    first: date
    last: date
    times: Decimal


@dataclass(frozen=True, slots=True)
class Tier:
    """A step that is reached with so many points earned; `times` is what its purchases earn of the usual."""

    key: str
    threshold: int
    times: Decimal
    names: Mapping[Locale, str]
    benefits: Mapping[Locale, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The shop's rules; `version` 0 are the defaults.

    `rates` are points a unit of money by currency. `per_survey` None: as BOTE_SURVEY_POINTS says. `valid_months` 0:
    points never expire. A tier is reached by what was earned within `tier_months`. `referral` None: nobody is invited.
    Days end at midnight of `zone`. `community`: what membership brings, and the groups of tiers.
    """

    rates: Mapping[str, Decimal] = field(default_factory=dict)
    per_survey: int | None = None
    per_review: int = 0
    valid_months: int = 0
    warn_days: tuple[int, ...] = (30, 7)
    multiplied: tuple[Multiplied, ...] = ()
    tiers: tuple[Tier, ...] = ()
    tier_months: int = 12
    zone: ZoneInfo = UTC_ZONE
    referral: ReferralTerms | None = None
    community: ClubTerms | None = None
    version: int = 0

    def rate(self, currency: str, ordered_on: date, tier: Tier | None) -> Decimal:
        """Points a unit of money for what is ordered on that day; the most generous of the weeks holds."""
        weeks = [each.times for each in self.multiplied if each.first <= ordered_on <= each.last]
        return self.rates.get(currency, NOTHING) * max(weeks, default=Decimal(1)) * (tier.times if tier else 1)

    def expiry(self, since: datetime) -> datetime | None:
        """When points that count from then on expire: so many months later, at the end of the day where the shop is."""
        if not self.valid_months:
            return None
        day = add_months(since.astimezone(self.zone).date(), self.valid_months) + timedelta(days=1)
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def tier(self, earned: int) -> Tier | None:
        """The highest that so many points reach."""
        return max((each for each in self.tiers if each.threshold <= earned), key=_threshold, default=None)

    def next_tier(self, earned: int) -> Tier | None:
        return min((each for each in self.tiers if each.threshold > earned), key=_threshold, default=None)


DEFAULT = Rules()


def points_for(paid: Decimal, rate: Decimal) -> int:
    """Whole points: what is left of one is not given."""
    return int((max(paid, NOTHING) * rate).to_integral_value(ROUND_DOWN))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _threshold(tier: Tier) -> int:
    return tier.threshold
