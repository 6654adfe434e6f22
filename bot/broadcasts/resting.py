"""How many of an audience rest when a campaign reaches them, or have its hour behind them already; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.broadcasts.audience import Audience
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.rules import local_moment
from bot.config import Settings
from bot.customers.time_zones import known_zone, zone_of_country, zones_of_country
from bot.outbox.quiet import Place, rest_at


@dataclass(frozen=True, slots=True)
class Resting:
    """`later` get it when their rest ends, `never` since it has expired by then."""

    later: int = 0
    never: int = 0


def who_rests(
    campaign: CampaignFacts, by_country: Mapping[str | None, int], *, settings: Settings, now: datetime
) -> Resting:
    """As far as countries tell: a zone that somebody has chosen themselves is seen only when it is sent to them."""
    later, never = 0, 0
    for country, number in by_country.items():
        place = Place(zones_of_country(country or "") or (settings.time_zone,), country)
        rest = rest_at(reached_at(campaign, country, settings, now), place, advertising=True)
        if rest and campaign.expires_at and campaign.expires_at <= rest.until:
            never += number
        elif rest:
            later += number
    return Resting(later, never)


def hour_struck(campaign: CampaignFacts, audience: Audience, *, settings: Settings, now: datetime) -> int:
    """For how many it has struck the hour of everybody's own already; where nobody is known, for one at the shop's."""
    if campaign.when_kind != "local" or not campaign.local_on or not campaign.local_at:
        return 0
    struck = 0
    for (country, chosen), number in (audience.by_place or {(None, None): max(audience.total, 1)}).items():
        zone = known_zone(chosen or "") or zone_of_country(country or "") or settings.time_zone
        struck += number if local_moment(campaign.local_on, campaign.local_at, zone) <= now else 0
    return struck


def reached_at(campaign: CampaignFacts, country: str | None, settings: Settings, now: datetime) -> datetime:
    """When it comes to people of a country; with None as far as the shop's own clock tells."""
    at = campaign.send_at if campaign.when_kind == "at" else None
    if campaign.when_kind == "local" and campaign.local_on and campaign.local_at:
        zone = zone_of_country(country or "") or settings.time_zone
        at = local_moment(campaign.local_on, campaign.local_at, zone)
    return max(at or now, now)
