"""Where a parcel goes: whose clocks, over a border or not, and by which name forecasts know it."""

from dataclasses import dataclass
from datetime import tzinfo

from bot.config import Settings
from bot.customers.time_zones import zone_of_country, zones_of_country


@dataclass(frozen=True, slots=True)
class Route:
    """The clock of the place a parcel goes to, and whether that is another country than the shop's."""

    tz: tzinfo
    is_abroad: bool


def route_to(country: str | None, settings: Settings) -> Route:
    """The way from the shop to this country; an unknown one is the shop's."""
    country = country or ""
    home = {zone.key for zone in zones_of_country(country)} if country else {settings.shop_time_zone}
    return Route(zone_of_country(country) or settings.time_zone, settings.shop_time_zone not in home)


def lane_of(carrier: str | None, country: str | None) -> tuple[str, str]:
    """Carrier and country as forecasts name them."""
    return (carrier or "").casefold(), (country or "").upper()[:2]
