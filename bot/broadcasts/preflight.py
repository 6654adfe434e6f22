"""Finds what is wrong with a campaign before anybody gets it; pure, from facts that readiness.py reads (N13).

A finding either blocks the start or is for whoever decides. Its words are `finding-<code>` in locales/*/campaign.ftl.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.broadcasts.audience import Audience, expected_duration
from bot.broadcasts.buttons import KINDS, Button, is_address
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.letters import length_of, served_locales
from bot.broadcasts.posts import most_characters, post_text
from bot.broadcasts.promises import is_labelled, promises_less
from bot.broadcasts.resting import hour_struck, who_rests
from bot.broadcasts.rules import (
    MOST_BUTTONS,
    MOST_CAPTION,
    MOST_COPIED,
    MOST_LABEL,
    MOST_MEDIA,
    MOST_TEXT,
    needs_approval,
    starts_at,
)
from bot.broadcasts.written import faults_of, visible_length
from bot.config import LOCALES, Locale, Settings
from bot.i18n import Markup, Money, Value, html, plain
from bot.outbox.quiet import Place, rest_at

NEIGHBOURS = timedelta(hours=24)
# The draft that an automatic campaign copies: sent by hand it would be no draft any more, and the automation over.
SENDS_ITSELF = "sends_itself"


@dataclass(frozen=True, slots=True)
class Finding:
    """`values` fill the words of it: a language, a number, the name of a button.

    `until` is a moment by the shop's clock.
    """

    code: str
    blocks: bool
    values: Mapping[str, str | int] = field(default_factory=dict)
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OtherSend:
    """Another campaign that is under way, or will be."""

    id: int
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Trials:
    """Languages whose text nobody has had sent to them as a test, or only as it was before the last change."""

    missing: Sequence[Locale] = ()
    changed: Sequence[Locale] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a campaign is checked against. `unknown_targets` are ids of buttons whose product or survey is not there,
    `link_base` is what a deep link begins with, once the bot has learned its name."""

    audience: Audience
    settings: Settings
    now: datetime
    others: Sequence[OtherSend] = ()
    unknown_targets: frozenset[str] = frozenset()
    link_base: str | None = None
    trials: Trials = Trials()
    sends_itself: bool = False


def findings(campaign: CampaignFacts, around: Surroundings) -> tuple[Finding, ...]:
    """Everything to be said about starting or scheduling it now; what blocks comes first."""
    found = [
        *_of_texts(campaign, around),
        *_of_law(campaign),
        *_of_buttons(campaign, around),
        *_of_media(campaign),
        *_of_times(campaign, around),
        *_of_trials(around.trials),
        *([Finding(SENDS_ITSELF, blocks=True)] if around.sends_itself else []),
        *(_of_audience(campaign, around) if campaign.kind == "customers" else _of_post(campaign, around)),
    ]
    return tuple(sorted(found, key=lambda each: not each.blocks))


def blocks(found: Sequence[Finding]) -> bool:
    return any(each.blocks for each in found)


def describe(found: Finding, locale: Locale) -> Markup:
    """The finding in words."""
    values: dict[str, Value] = {**found.values}
    if "locale" in values:
        values["locale"] = plain(locale, f"language-name-{values['locale']}")
    if found.code == "no_reduction":
        values |= {each: Money(Decimal(str(values[each])), str(values["currency"])) for each in ("price", "lowest")}
    if found.until and isinstance(found.until.tzinfo, ZoneInfo):
        values |= {"until": found.until, "tz": found.until.tzinfo}
    return html(locale, f"finding-{found.code}", **values)


def _of_texts(campaign: CampaignFacts, around: Surroundings) -> Iterator[Finding]:
    if not campaign.texts:
        yield Finding("no_text", blocks=True)
        return
    most = MOST_CAPTION if len(campaign.media) == 1 else MOST_TEXT
    for locale in LOCALES:
        if locale in campaign.texts:
            for fault in faults_of(campaign.texts[locale]):
                yield Finding("text_broken", blocks=True, values={"locale": locale, "tag": fault})
            if (length := length_of(campaign, locale, settings=around.settings)) > most:
                values = {"locale": locale, "length": length, "most": most}
                yield Finding("text_too_long", blocks=True, values=values)
        elif number := around.audience.by_locale.get(locale, 0):
            yield _missing(campaign, locale, number)


def _missing(campaign: CampaignFacts, locale: str, number: int) -> Finding:
    values: dict[str, str | int] = {"locale": locale, "number": number}
    if campaign.missing == "ask":
        return Finding("language_missing", blocks=True, values=values)
    return Finding(f"language_{campaign.missing}", blocks=False, values=values)


def _of_law(campaign: CampaignFacts) -> Iterator[Finding]:
    """Advertising says that it is, and a price cut names the lowest price of 30 days (rules.md 3.5; § 11 PAngV)."""
    for locale, text in campaign.texts.items():
        if not campaign.labelled and not is_labelled(text):
            yield Finding("label_missing", blocks=True, values={"locale": locale})
        if campaign.reduction is None and (words := promises_less(text)):
            yield Finding("reduction_unclear", blocks=True, values={"locale": locale, "words": words})
    if campaign.reduction and not campaign.reduction.get("none"):
        lowest, price = campaign.reduction.get("lowest_30_days"), campaign.reduction.get("price")
        if not lowest:
            yield Finding("lowest_price_missing", blocks=True)
        elif price and float(price) >= float(lowest):
            values = {"price": str(price), "lowest": str(lowest), "currency": campaign.reduction.get("currency", "EUR")}
            yield Finding("no_reduction", blocks=True, values=values)


def _of_buttons(campaign: CampaignFacts, around: Surroundings) -> Iterator[Finding]:
    if len(campaign.buttons) > MOST_BUTTONS:
        yield Finding("too_many_buttons", blocks=True, values={"most": MOST_BUTTONS})
    if len({button.id for button in campaign.buttons}) < len(campaign.buttons):
        yield Finding("button_twice", blocks=True)
    for button in campaign.buttons:
        if code := _fault_of(button, around.unknown_targets):
            yield Finding(code, blocks=True, values={"button": button.label(around.settings.default_locale)})
    if any(button.kind == "link" for button in campaign.buttons) and not around.settings.public_url:
        yield Finding("clicks_uncounted", blocks=False)


def _fault_of(button: Button, unknown: frozenset[str]) -> str | None:
    labels = [label.strip() for label in button.labels.values()]
    if not any(labels) or any(len(label) > MOST_LABEL for label in labels):
        return "button_label"
    match button.kind:
        case "link":
            return None if is_address(button.target) else "button_address"
        case "coupon":
            return None if 1 <= len(button.target.strip()) <= MOST_COPIED else "button_code"
        case _:
            return "button_target" if button.kind not in KINDS or button.id in unknown else None


def _of_media(campaign: CampaignFacts) -> Iterator[Finding]:
    if len(campaign.media) > MOST_MEDIA:
        yield Finding("too_many_media", blocks=True, values={"most": MOST_MEDIA})
    if any(each.get("kind") not in {"photo", "video"} or not each.get("file_id") for each in campaign.media):
        yield Finding("media_broken", blocks=True)


def _of_times(campaign: CampaignFacts, around: Surroundings) -> Iterator[Finding]:
    at = starts_at(campaign.when_kind, send_at=campaign.send_at, on=campaign.local_on, at=campaign.local_at)
    if campaign.when_kind != "now" and at is None:
        yield Finding("no_time", blocks=True)
    if campaign.when_kind == "at" and at and at <= around.now:
        yield Finding("time_past", blocks=True)
    if struck := hour_struck(campaign, around.audience, settings=around.settings, now=around.now):
        past = struck >= around.audience.total
        yield Finding("time_past" if past else "hour_struck", blocks=past, values={"number": struck})
    begins = max(at or around.now, around.now)
    if campaign.expires_at is None:
        return
    if campaign.expires_at <= begins:
        yield Finding("expires_before", blocks=True)
    elif campaign.expires_at < begins + expected_duration(around.audience.total, settings=around.settings):
        yield Finding("expires_during", blocks=False)


def _of_trials(trials: Trials) -> Iterator[Finding]:
    for code, languages in (("untested", trials.missing), ("changed_since_test", trials.changed)):
        if languages:
            told = ", ".join(locale.upper() for locale in languages)
            yield Finding(code, blocks=False, values={"languages": told})


def _of_audience(campaign: CampaignFacts, around: Surroundings) -> Iterator[Finding]:
    served = sum(around.audience.by_locale.get(locale, 0) for locale in served_locales(campaign))
    # Whose reason to be left alone has gone by then get it as well.
    crowd, above = served + sum(around.audience.held.values()), around.settings.approval_above
    if not served:
        yield Finding("audience_empty", blocks=True)
    if needs_approval(crowd, above=above) and not campaign.is_approved:
        yield Finding("approval_needed", blocks=True, values={"number": crowd, "above": above})
    rest = who_rests(campaign, around.audience.by_country, settings=around.settings, now=around.now)
    if rest.later:
        yield Finding("rest", blocks=False, values={"number": rest.later})
    for code, number in (("rest_too_long", rest.never), ("budget_too_long", around.audience.too_late)):
        if number:
            yield Finding(code, blocks=number == around.audience.total, values={"number": number})
    begins = starts_at(campaign.when_kind, send_at=campaign.send_at, on=campaign.local_on, at=campaign.local_at)
    for other in around.others:
        if other.id != campaign.id and abs(other.at - (begins or around.now)) < NEIGHBOURS:
            yield Finding("overlap", blocks=False, values={"title": other.title, "id": other.id})


def _of_post(campaign: CampaignFacts, around: Surroundings) -> Iterator[Finding]:
    """All languages of a post are one message, and what its buttons open they open in private."""
    if around.settings.community_chat_id is None:
        yield Finding("no_channel", blocks=True)
    if campaign.texts:
        text = post_text(campaign, settings=around.settings, over=campaign.expires_at is not None)
        if (length := visible_length(text)) > (most := most_characters(campaign)):
            yield Finding("post_too_long", blocks=True, values={"length": length, "most": most})
    for button in campaign.buttons:
        if button.kind in {"product", "survey"} and not around.link_base:
            name = button.label(around.settings.default_locale)
            yield Finding("button_in_channel", blocks=True, values={"button": name})
    at = starts_at(campaign.when_kind, send_at=campaign.send_at, on=campaign.local_on, at=campaign.local_at)
    rest = rest_at(max(at or around.now, around.now), Place((around.settings.time_zone,)), advertising=True)
    if rest:
        yield Finding("post_waits", blocks=False, until=rest.until.astimezone(around.settings.time_zone))
