"""The file of the loyalty rules: which keys there are, what each may say, and what is wrong with it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from bot.config import LOCALES, Locale
from bot.errors import OperatorError
from bot.loyalty.club_rules import ClubTerms, TierGroup
from bot.loyalty.referral_rules import ReferralTerms
from bot.loyalty.rules import DEFAULT, Multiplied, Rules, Tier

KIND = "loyalty"
MOST_FAULTS = 5
MOST_RATE = 1_000


def _rate(text: str) -> str:
    try:
        found = Decimal(text)
    except InvalidOperation:
        raise ValueError('is no number; write it as "1.5"') from None
    exponent = found.as_tuple().exponent
    if not found.is_finite() or not 0 <= found <= MOST_RATE or not isinstance(exponent, int) or exponent < -4:
        raise ValueError(f'is between "0" and "{MOST_RATE}", with four decimals at most')
    return text


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError('is no day; write it as "2026-12-24"') from None
    return text


def _amount(text: str) -> str:
    whole, _, cents = text.partition(".")
    if not whole.isdecimal() or len(whole) > 9 or (cents and not cents.isdecimal()) or len(cents) > 2:
        raise ValueError('is no amount of money; write it as "30.00"')
    return text


Rate = Annotated[str, AfterValidator(_rate)]
Day = Annotated[str, AfterValidator(_day)]
Amount = Annotated[str, AfterValidator(_amount)]
Points = Annotated[int, Field(ge=0, le=100_000)]
Months = Annotated[int, Field(ge=0, le=120)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError('is no time zone; use a name such as "Europe/Berlin"')
    return name


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Earning(_Table):
    per_euro: Rate = "0"
    currencies: dict[Currency, Rate] = {}
    per_survey: Points | None = None
    per_review: Points = 0


class _Validity(_Table):
    months: Months = DEFAULT.valid_months
    time_zone: Annotated[str, AfterValidator(_zone)] = DEFAULT.zone.key
    warn_days: Annotated[list[Annotated[int, Field(ge=1, le=365)]], Field(max_length=2)] = list(DEFAULT.warn_days)


class _Multiplied(_Table):
    first: Day
    last: Day
    times: Rate = "2"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if date.fromisoformat(self.first) > date.fromisoformat(self.last):
            raise ValueError("last is before first")
        return self


class _Referral(_Table):
    inviter: Points = 0
    invited: Points = 0
    minimum: Amount = "0"
    currencies: Annotated[dict[Currency, Amount], Field(max_length=9)] = {}
    days: Annotated[int, Field(ge=1, le=365)] = 60
    per_day: Annotated[int, Field(ge=1, le=1_000)] = 3
    per_month: Annotated[int, Field(ge=1, le=10_000)] = 10

    @model_validator(mode="after")
    def _brings_something(self) -> Self:
        if not self.inviter and not self.invited:
            raise ValueError("says neither inviter = 100 nor invited = 50; say what an invitation brings")
        return self


class _Name(_Table):
    de: Text
    en: Text
    fr: Text
    lb: Text


class _Benefits(_Table):
    de: Annotated[list[Text], Field(max_length=5)] = []
    en: Annotated[list[Text], Field(max_length=5)] = []
    fr: Annotated[list[Text], Field(max_length=5)] = []
    lb: Annotated[list[Text], Field(max_length=5)] = []

    @model_validator(mode="after")
    def _as_many(self) -> Self:
        if len({len(getattr(self, locale)) for locale in LOCALES}) > 1:
            raise ValueError("has not the same number of lines in de, en, fr and lb")
        return self


class _Tier(_Table):
    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
    points: Annotated[int, Field(ge=1, le=10_000_000)]
    times: Rate = "1"
    name: _Name
    benefits: _Benefits = _Benefits()


class _TierGroup(_Table):
    id: Annotated[int, Field(lt=0)]
    tier: str
    name: _Name


class _Community(_Table):
    benefits: _Benefits = _Benefits()
    groups: Annotated[list[_TierGroup], Field(max_length=10)] = []


class _File(_Table):
    earning: _Earning = _Earning()
    validity: _Validity = _Validity()
    multiplied: Annotated[list[_Multiplied], Field(max_length=50)] = []
    tier_months: Annotated[int, Field(ge=1, le=60)] = DEFAULT.tier_months
    tiers: Annotated[list[_Tier], Field(max_length=10)] = []
    referral: _Referral | None = None
    community: _Community | None = None

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        for told in ([each.key for each in self.tiers], [each.points for each in self.tiers]):
            if len(set(told)) < len(told):
                raise ValueError("tiers: two have the same key or the same points")
        return self

    @model_validator(mode="after")
    def _known_tiers(self) -> Self:
        groups = self.community.groups if self.community else []
        if len({each.id for each in groups}) < len(groups):
            raise ValueError("community.groups: two have the same id")
        if unknown := {each.tier for each in groups} - {each.key for each in self.tiers}:
            raise ValueError(f"community.groups: there is no tier {', '.join(sorted(unknown))}")
        return self


def is_loyalty(content: Mapping[str, Any]) -> bool:
    """Whether a TOML file means to be the loyalty rules."""
    return content.get("kind") == KIND


def read_rules(content: Mapping[str, Any], *, file: str) -> Rules:
    """The rules of a file; OperatorError names the file, each key and what is wrong with it."""
    try:
        told = _File.model_validate({key: value for key, value in content.items() if key != "kind"})
    except ValidationError as error:
        faults = [_fault(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in error.errors()]
        raise OperatorError("; ".join(f"{file}: {fault}" for fault in faults[:MOST_FAULTS])) from None
    rates = {"EUR": told.earning.per_euro} | told.earning.currencies
    weeks = [(date.fromisoformat(each.first), date.fromisoformat(each.last), each.times) for each in told.multiplied]
    return Rules(
        rates={currency: Decimal(rate) for currency, rate in rates.items()},
        per_survey=told.earning.per_survey,
        per_review=told.earning.per_review,
        valid_months=told.validity.months,
        zone=ZoneInfo(told.validity.time_zone),
        warn_days=tuple(sorted(set(told.validity.warn_days), reverse=True)),
        multiplied=tuple(Multiplied(first, last, Decimal(times)) for first, last, times in weeks),
        tiers=tuple(sorted((_tier(each) for each in told.tiers), key=lambda tier: tier.threshold)),
        tier_months=told.tier_months,
        referral=_referral(told.referral) if told.referral else None,
        community=_community(told.community) if told.community else None,
    )


def _referral(told: _Referral) -> ReferralTerms:
    minimums = {"EUR": told.minimum} | told.currencies
    return ReferralTerms(
        inviter=told.inviter,
        invited=told.invited,
        minimums={currency: Decimal(amount) for currency, amount in minimums.items()},
        days=told.days,
        per_day=told.per_day,
        per_month=told.per_month,
    )


def _community(told: _Community) -> ClubTerms:
    groups = tuple(TierGroup(each.id, each.tier, _by_locale(each.name)) for each in told.groups)
    return ClubTerms(_lines(told.benefits), groups)


def _tier(told: _Tier) -> Tier:
    return Tier(told.key, told.points, Decimal(told.times), _by_locale(told.name), _lines(told.benefits))


def _by_locale(told: _Name) -> dict[Locale, str]:
    return {locale: getattr(told, locale) for locale in LOCALES}


def _lines(told: _Benefits) -> dict[Locale, tuple[str, ...]]:
    return {locale: tuple(getattr(told, locale)) for locale in LOCALES}


def _fault(key: str, kind: str, said: str) -> str:
    where = f"{key}: " if key else ""
    if kind == "extra_forbidden":
        return f"{where}is no key of the loyalty rules; take it out (MANUAL.md lists all there are)"
    return f"{where}{said.removeprefix('Value error, ')}; mend it"
