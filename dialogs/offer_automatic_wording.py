"""Campaigns that send themselves, in words."""

from collections.abc import Sequence
from datetime import datetime

from bot.broadcasts.automatic import Automatic
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.preflight import Finding, describe
from bot.config import Settings
from bot.i18n import Markup, html, lines, plain
from bot.tickets.wording import Reader


def labelled(found: Sequence[Automatic], reader: Reader) -> list[dict[str, str]]:
    """A button each: whether it is on, and what it is."""
    return [{"id": each.key, "label": f"{sign_of(each)} {name_of(each.key, reader)}"} for each in found]


def said(found: Sequence[Finding], reader: Reader) -> list[Markup]:
    said = [Markup(f"{'⛔' if each.blocks else '⚠️'} {describe(each, reader.locale)}") for each in found]
    return said or [html(reader.locale, "offer-check-fine")]


def instead_text(before: Automatic, campaign: CampaignFacts, reader: Reader) -> Markup:
    if not before.active or before.campaign_id == campaign.id:
        return Markup()
    return html(reader.locale, "offer-auto-instead", title=before.title or "…")


def state_text(each: Automatic, reader: Reader, settings: Settings, *, now: datetime) -> Markup:
    """What it is, whether it is on, with which draft, and when it looks next."""
    locale, name = reader.locale, Markup(f"{sign_of(each)} {when_it_sends(each, reader)}")
    if not each.active or each.next_at is None:
        return lines([name, html(locale, "offer-auto-off")])
    title = each.title or "…"
    if each.next_at <= now:
        return lines([name, html(locale, "offer-auto-on-now", title=title)])
    return lines([name, html(locale, "offer-auto-on", title=title, at=each.next_at, tz=settings.time_zone)])


def when_it_sends(each: Automatic, reader: Reader) -> Markup:
    name = name_of(each.key, reader)
    if each.days is None:
        return html(reader.locale, "offer-auto-yearly", name=name)
    return html(reader.locale, "offer-auto-after", name=name, days=each.days)


def name_of(key: str, reader: Reader) -> str:
    return plain(reader.locale, f"offer-auto-{key}-button")


def sign_of(each: Automatic) -> str:
    return "🟢" if each.active else "⚪"
