"""Freezes an audience: one row for everybody who is to get a campaign, in the order in which they get it (BRC-03)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.broadcasts.audience import Query, audience_query
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.letters import letters_of, served_locales
from bot.broadcasts.models import Campaign
from bot.broadcasts.rules import local_moment
from bot.config import Locale, Settings
from bot.customers.time_zones import known_zone, zone_of_country
from bot.db import is_sqlite, unit_of_work
from bot.outbox.templates import add_template
from bot.shop.rows import change, fetch

PLACES = "SELECT DISTINCT time_zone, country FROM audience"
# Ids follow the order of the SELECT, and the checkpoint follows the ids.
FREEZE = """
INSERT INTO broadcast_recipient (campaign_id, chat_id, customer_id, locale, country, due_at, token, template_id,
  held_because)
{audience}
SELECT {campaign}, audience.chat_id, audience.customer_id, audience.locale, substr(audience.country, 1, 2), {due},
  {token}, CASE WHEN audience.held IS NULL THEN {template} END, audience.held
FROM audience ORDER BY {order}
ON CONFLICT (campaign_id, chat_id) DO NOTHING"""
COUNT = "SELECT count(*) AS number FROM broadcast_recipient WHERE campaign_id = ? AND held_because IS NULL"


@unit_of_work
async def freeze(campaign: CampaignFacts, *, settings: Settings, now: datetime) -> int:
    """Write down who gets the campaign, and keep its texts as templates; how many they are.

    Who has consented, can be reached and is in the segment has a row; a second chat of the same person and a language
    without a text have one with the reason. Whoever else must not get it is found out when it is sent to them.
    """
    templates = await _keep_texts(campaign, settings, now)
    audience = audience_query(
        campaign.segment, locales=served_locales(campaign), settings=settings, now=now, agreeing_only=True
    )
    due, values = await _due(campaign, audience, settings, now)
    statement = FREEZE.format(
        audience=audience.text,
        campaign=campaign.id,
        due=due,
        token="lower(hex(randomblob(16)))" if is_sqlite() else "replace(gen_random_uuid()::text, '-', '')",
        template=_by_locale(templates),
        order="6, audience.chat_id",
    )
    await change(statement, *audience.values, *values)
    [row] = await fetch(COUNT, campaign.id)
    return int(row["number"])


async def _keep_texts(campaign: CampaignFacts, settings: Settings, now: datetime) -> dict[Locale, int]:
    """The template of each language that is served; of an album the text follows it."""
    templates: dict[Locale, int] = {}
    for locale in served_locales(campaign):
        then_id: int | None = None
        for letter in reversed(letters_of(campaign, locale, settings=settings)):
            then_id = await add_template(letter, now=now, then_id=then_id)
        templates[locale] = then_id or 0
    await Campaign.filter(id=campaign.id).update(templates=templates)
    return templates


def _by_locale(templates: Mapping[Locale, int]) -> str:
    whens = "".join(f" WHEN '{locale}' THEN {template}" for locale, template in templates.items())
    return f"CASE audience.locale{whens} END" if whens else "NULL"


async def _due(campaign: CampaignFacts, audience: Query, settings: Settings, now: datetime) -> tuple[str, list[Any]]:
    """When each of them is to get it, as a term of SQL and its values: now, or at their own hour of that day."""
    mark = "?" if is_sqlite() else "?::timestamptz"
    if campaign.when_kind != "local" or not campaign.local_on or not campaign.local_at:
        return mark, [now]
    zones: dict[datetime, list[tuple[str, str]]] = {}
    for row in await fetch(audience.text + PLACES, *audience.values):
        zone = known_zone(row["time_zone"] or "") or zone_of_country(row["country"] or "") or settings.time_zone
        moment = local_moment(campaign.local_on, campaign.local_at, zone)
        zones.setdefault(moment, []).append((row["time_zone"] or "", row["country"] or ""))
    place = "coalesce(audience.time_zone, '') || '|' || coalesce(audience.country, '')"
    whens = "".join(f" WHEN {place} IN ? THEN {mark}" for _ in zones)
    values = [value for at, places in zones.items() for value in (["|".join(each) for each in places], at)]
    return (f"CASE{whens} ELSE {mark} END", [*values, now]) if zones else (mark, [now])
