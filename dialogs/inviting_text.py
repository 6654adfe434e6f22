"""What is said about invitations: to whoever invites, and to whoever came by a link."""

from collections.abc import Mapping
from decimal import Decimal

from bot.config import Locale
from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines
from bot.loyalty.inviting import Arrival, Progress
from bot.loyalty.referral_rules import ReferralTerms


def terms_text(terms: ReferralTerms, locale: Locale) -> Markup:
    """What an invitation brings, and when it counts."""
    told = [html(locale, "referral-for-you", points=terms.inviter)] if terms.inviter else []
    told += [html(locale, "referral-for-them", points=terms.invited)] if terms.invited else []
    told += [
        _minimum(terms.minimums, locale),
        html(locale, "referral-days", days=terms.days),
        html(locale, "referral-when"),
        html(locale, "referral-who-not"),
        html(locale, "referral-pace", day=terms.per_day, month=terms.per_month),
    ]
    return lines([html(locale, "referral-pass-on"), *told])


def progress_text(progress: Progress, locale: Locale) -> Markup:
    """Numbers, and nobody's name; where there is none of something it is not told."""
    told = [html(locale, "referral-opened", count=progress.opened)]
    if progress.pending:
        told.append(html(locale, "referral-pending", count=progress.pending, points=progress.pending_points))
    if progress.looked_at:
        told.append(html(locale, "referral-looked", count=progress.looked_at))
    told.append(html(locale, "referral-done", count=progress.counted, points=progress.counted_points))
    return lines(told)


def welcome_text(arrival: Arrival, profile: Profile) -> Markup:
    """What was promised to whoever came."""
    locale, terms = profile.locale, arrival.terms
    if terms is None or arrival.order_until is None:
        return Markup()
    day = arrival.order_until.astimezone(profile.tz).date()
    return lines(
        [
            html(locale, "referral-welcome", day=day),
            _minimum(terms.minimums, locale),
            html(locale, "referral-welcome-points", points=terms.invited) if terms.invited else Markup(),
            html(locale, "referral-welcome-link"),
        ]
    )


def _minimum(minimums: Mapping[str, Decimal], locale: Locale) -> Markup:
    """All currencies in one line: a caption holds little."""
    told = [html(locale, "referral-amount", amount=Money(least, each)) for each, least in minimums.items() if least]
    return html(locale, "referral-minimum", amount=lines(told, " / ")) if told else html(locale, "referral-any-value")
