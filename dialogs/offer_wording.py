"""A campaign in words for the staff who make it: what it says, to whom, when, and how far it is."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from babel import Locale as Region
from babel.dates import format_timedelta

from bot.broadcasts.audience import Audience
from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.posted import Posted
from bot.broadcasts.segments import Segment
from bot.config import LOCALES, Locale, Settings
from bot.i18n import REGIONS, Markup, Money, html, lines, plain
from bot.outbox.flight import places_at
from bot.tickets.wording import Reader
from dialogs.offer_draft import served_entry
from dialogs.product_filters import category_name
from dialogs.segment_words import tell_year_days
from dialogs.widgets import shorten

SIGNS = {"link": "🔗", "coupon": "🎟", "product": "📦", "survey": "📝"}
LONGEST_LIST, LONGEST_TARGET = 200, 60


def head(campaign: CampaignFacts, reader: Reader) -> Markup:
    """Title, status, and who has looked at it."""
    locale = reader.locale
    title = html(locale, "offer-head", title=campaign.title or "…", id=str(campaign.id))
    status = html(locale, "offer-head-status", status=html(locale, f"offer-status-{campaign.status}"))
    if campaign.kind == "channel":
        status = lines([status, html(locale, "offer-head-channel")])
    return lines([title, status, html(locale, "offer-head-approved") if campaign.is_approved else Markup()])


def contents(campaign: CampaignFacts, reader: Reader) -> Markup:
    """Everything that will be sent, in a few lines."""
    locale = reader.locale
    texts = " · ".join(served_entry(campaign, each) for each in LOCALES)
    parts = [html(locale, "offer-has-texts", texts=texts)]
    if campaign.media:
        parts.append(html(locale, "offer-has-media", count=len(campaign.media)))
    if campaign.buttons:
        named = ", ".join(button_name(each, reader) for each in campaign.buttons)
        parts.append(html(locale, "offer-has-buttons", buttons=shorten(named, LONGEST_LIST)))
    return lines([*parts, price_text(campaign.reduction, reader), *_extras(campaign, reader)])


def _extras(campaign: CampaignFacts, reader: Reader) -> Iterator[Markup]:
    if not campaign.labelled:
        yield html(reader.locale, "offer-has-no-label")
    if campaign.never_twice:
        yield html(reader.locale, "offer-has-once")
    if campaign.silent:
        yield html(reader.locale, "offer-has-no-sound")
    if campaign.pin and not campaign.is_posted:
        yield html(reader.locale, "offer-has-pin")


def button_name(button: Button, reader: Reader) -> str:
    return f"{SIGNS[button.kind]} {button.label(reader.locale)}"


def price_text(reduction: Mapping[str, Any] | None, reader: Reader) -> Markup:
    if not reduction:
        return Markup()
    if reduction.get("none"):
        return html(reader.locale, "offer-price-uncut")
    price = Money(Decimal(str(reduction["price"])), str(reduction["currency"]))
    lowest = reduction.get("lowest_30_days")
    if lowest is None:
        return html(reader.locale, "offer-price-without", price=price)
    return html(
        reader.locale, "offer-price-is", price=price, lowest=Money(Decimal(str(lowest)), str(reduction["currency"]))
    )


def when_text(campaign: CampaignFacts, reader: Reader, settings: Settings) -> Markup:
    """When it begins and until when it may come, by the shop's clock."""
    locale, zone = reader.locale, settings.time_zone
    match campaign.when_kind:
        case "at" if campaign.send_at:
            told = html(locale, "offer-when-at", at=campaign.send_at, tz=zone, zone=str(zone))
        case "local" if campaign.local_on and campaign.local_at:
            told = html(locale, "offer-when-local", day=campaign.local_on, time=campaign.local_at)
        case _:
            told = html(locale, "offer-when-now")
    if campaign.expires_at is None:
        until = "offer-expires-week" if campaign.kind == "customers" else "offer-expires-never"
        return lines([told, html(locale, until)])
    return lines([told, html(locale, "offer-expires-at", at=campaign.expires_at, tz=zone)])


def posted_text(post: Posted, reader: Reader, settings: Settings) -> Markup:
    """Where a post of the channel stands."""
    locale = reader.locale
    if post.posted_at is None:
        why = html(locale, f"why-{post.why}") if post.why else html(locale, "offer-posted-soon")
        return html(locale, "offer-posted-waits", why=why)
    pinned = html(locale, "offer-posted-pinned") if post.pinned else Markup()
    told = html(locale, "offer-posted", at=post.posted_at, tz=settings.time_zone)
    return lines([told, pinned, html(locale, "offer-posted-clicks", count=post.clicks)])


def safety_text(campaign: CampaignFacts, audience: Audience, reader: Reader, settings: Settings) -> Markup:
    """What happens to the few who are being sent it in the moment in which the bot is cut off."""
    key = "offer-once-is-on" if campaign.never_twice else "offer-once-is-off"
    return html(reader.locale, key, count=min(places_at(settings.send_rate), audience.frozen))


def segment_text(segment: Segment, reader: Reader, names: Mapping[str, str]) -> Markup:
    """For whom, one line a condition; `names` by offer_names.segment_names."""
    told = list(_conditions(segment, reader, names))
    return lines(told) if told else html(reader.locale, "offer-segment-everybody")


def _conditions(segment: Segment, reader: Reader, names: Mapping[str, str]) -> Iterator[Markup]:
    """Chosen from lists first, then numbers."""
    locale = reader.locale
    categories = [category_name(each, locale) for each in segment.bought_categories]
    lists = {
        "languages": [plain(locale, f"language-name-{each}") for each in segment.languages],
        "countries": [country_name(each, locale) for each in segment.countries],
        "bought": [*(names.get(each, each) for each in segment.bought_products), *categories],
        "nps": [plain(locale, f"offer-nps-{each}-button") for each in segment.nps],
        "reacted": [names.get(str(each), str(each)) for each in segment.reacted_to],
        "voices": [names.get("said", "?")] if segment.voices_of is not None else [],
        "anniversary": [tell_year_days(segment.anniversary, locale)] if segment.anniversary else [],
    }
    for key, chosen in lists.items():
        if chosen:
            yield html(locale, f"offer-segment-{key}", which=shorten(", ".join(chosen), LONGEST_LIST))
    yield from _numbers(segment, locale)


def _numbers(segment: Segment, locale: Locale) -> Iterator[Markup]:
    if segment.ordered_within is not None:
        yield html(locale, "offer-segment-within", days=segment.ordered_within)
    if segment.not_ordered_for is not None:
        yield html(locale, "offer-segment-not-for", days=segment.not_ordered_for)
    if segment.points_from is not None:
        yield html(locale, "offer-segment-points-from", count=segment.points_from)
    if segment.points_to is not None:
        yield html(locale, "offer-segment-points-to", count=segment.points_to)


def audience_text(audience: Audience, reader: Reader) -> Markup:
    """How many, by language and country, and who does not get it and why, in the words of the results."""
    locale = reader.locale
    parts = [html(locale, "offer-audience-total", count=audience.total)]
    if audience.held:
        parts.append(html(locale, "offer-audience-frozen", count=audience.frozen))
    if audience.by_locale:
        spoken = [f"{each.upper()} {audience.by_locale[each]}" for each in LOCALES if each in audience.by_locale]
        parts.append(html(locale, "offer-audience-languages", which=" · ".join(spoken)))
    if audience.by_country:
        unknown = plain(locale, "offer-country-unknown-button")
        ranked = sorted(audience.by_country.items(), key=lambda item: -item[1])
        named = [f"{country_name(code, locale) if code else unknown} {number}" for code, number in ranked]
        parts.append(html(locale, "offer-audience-countries", which=shorten(" · ".join(named), LONGEST_LIST)))
    # By chat, and before anything else is sent: the sender knows the whole person, and their night.
    reasons = (("about-kept", audience.later), ("withheld", audience.held), ("left-out", audience.left_out))
    return lines([*parts, *(counted_reasons(key, which, reader) for key, which in reasons if which)])


def counted_reasons(key: str, reasons: Mapping[str, int], reader: Reader) -> Markup:
    """`Withheld: 3`, and below it why, each with its number."""
    told = html(reader.locale, f"offer-result-{key}", count=sum(reasons.values()))
    return lines([told, reasons_text(reasons, reader)])


def reasons_text(reasons: Mapping[str, int], reader: Reader) -> Markup:
    """One line a reason, the most frequent first."""
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return lines(
        html(reader.locale, "offer-reason", count=number, why=html(reader.locale, f"why-{why}"))
        for why, number in ranked
    )


def country_name(code: str, locale: Locale) -> str:
    return str(REGIONS[locale].territories.get(code, code))


def span_text(span: timedelta, locale: Locale) -> str:
    """`3 Stunden`, `5 minutes`."""
    region: Region = REGIONS[locale]
    return format_timedelta(max(span, timedelta(seconds=1)), threshold=1.2, locale=region)


def moment_text(at: datetime, reader: Reader, settings: Settings) -> Markup:
    return html(reader.locale, "offer-moment", at=at, tz=settings.time_zone)
