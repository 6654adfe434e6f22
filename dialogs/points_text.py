"""What the points screens say beside the entries: what expires, the tier, and how points come at this shop."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.loyalty.expiring import find_next_expiry
from bot.loyalty.programme import current_rules
from bot.loyalty.rules import Multiplied, Rules, Tier
from bot.loyalty.standing import Standing, standing_of

WEEKS_SHOWN = 3
ONE = Decimal(1)


async def outlook_text(profile: Profile, now: datetime) -> Markup:
    """What expires next, the tier with its benefits, and how far the next one is; nothing where there is none."""
    told, rules = [], await current_rules()
    if soon := await find_next_expiry(profile.customer_ids, zone=rules.zone, now=now):
        told.append(html(profile.locale, "points-expiring", count=soon.points, day=soon.last_day))
    standing = await standing_of(profile.customer_ids, rules=rules, now=now)
    return lines([*told, *_standing(standing, profile)])


async def how_text(profile: Profile, settings: Settings, now: datetime) -> Markup:
    """The shop's rules in the customer's words."""
    rules, locale = await current_rules(), profile.locale
    survey = settings.survey_points if rules.per_survey is None else rules.per_survey
    told = [html(locale, "points-how-title")]
    told += [
        html(locale, "points-how-rate", rate=rate, currency=currency) for currency, rate in rules.rates.items() if rate
    ]
    told += [_week(each, profile) for each in _weeks(rules, now.astimezone(profile.tz).date())]
    told += [html(locale, "points-how-pending")] if any(rules.rates.values()) else []
    told += [html(locale, "points-how-survey", count=survey)] if survey else []
    told += [html(locale, "points-how-review", count=rules.per_review)] if rules.per_review else []
    expiry = "points-how-expiry" if rules.valid_months else "points-how-forever"
    told.append(html(locale, expiry, count=rules.valid_months) if rules.valid_months else html(locale, expiry))
    tiers = [_tier(tier, profile) for tier in rules.tiers]
    head = [html(locale, "points-how-tiers", count=rules.tier_months)] if tiers else []
    return lines([lines(told), lines([*head, *tiers])], "\n\n") if tiers else lines(told)


def _standing(standing: Standing, profile: Profile) -> Iterable[Markup]:
    locale = profile.locale
    if standing.tier:
        yield html(locale, "points-tier", name=standing.tier.names[locale])
        yield from (html(locale, "points-benefit", benefit=each) for each in standing.tier.benefits[locale])
    if standing.next:
        yield html(locale, "points-next", count=standing.missing, name=standing.next.names[locale])


def _tier(tier: Tier, profile: Profile) -> Markup:
    locale = profile.locale
    told = [html(locale, "points-how-tier", name=tier.names[locale], count=tier.threshold)]
    if tier.times != ONE:
        told.append(html(locale, "points-benefit", benefit=html(locale, "points-times", times=tier.times)))
    told += [html(locale, "points-benefit", benefit=each) for each in tier.benefits[locale]]
    return lines(told)


def _weeks(rules: Rules, today: date) -> Sequence[Multiplied]:
    """Those that go on or are still to come, the next first."""
    ahead = [each for each in rules.multiplied if each.last >= today]
    return sorted(ahead, key=lambda each: each.first)[:WEEKS_SHOWN]


def _week(week: Multiplied, profile: Profile) -> Markup:
    times = week.times
    return html(profile.locale, "points-how-week", first=week.first, last=week.last, times=times)
