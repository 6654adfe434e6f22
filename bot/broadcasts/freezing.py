"""Freezes an audience: one row for everybody who is to get a campaign, in the order in which they get it (BRC-03).

It is written down in pages, each a transaction of its own: one statement for a hundred thousand people would hold
SQLite, and with it every parcel's news, for seconds. The first page is part of the start, so that a small audience is
frozen at once; for a larger one the ticks go on where the last page ended, whatever happened in between.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.broadcasts.audience import Query, Span, audience_query
from bot.broadcasts.campaigns import CampaignFacts, get_campaign
from bot.broadcasts.letters import letters_of, served_locales
from bot.broadcasts.models import Campaign
from bot.broadcasts.rules import local_moment
from bot.config import Locale, Settings
from bot.customers.time_zones import known_zone, zone_of_country
from bot.db import document, is_sqlite, unit_of_work
from bot.outbox.templates import add_template
from bot.shop.rows import change, fetch, locked

PAGE = 5_000
FEW = 500

GOING_ON = "SELECT freezing FROM broadcast_campaign WHERE id = ? AND status = 'running' AND freezing IS NOT NULL"
IMPROVEMENT = "SELECT id FROM broadcast_improvement WHERE id = ?"
UP_TO = "SELECT max(id) AS last FROM (SELECT id FROM customer_chat WHERE id > ? ORDER BY id LIMIT ?) AS page"
MORE_THAN = "SELECT id FROM customer_chat ORDER BY id LIMIT 1 OFFSET ?"
PLACES = "SELECT DISTINCT time_zone, country FROM audience"
PLACE = "coalesce(audience.time_zone, '') || '|' || coalesce(audience.country, '')"
# Ids follow the order of the SELECT, and the checkpoint follows the ids.
FREEZE = """
INSERT INTO broadcast_recipient (campaign_id, chat_id, customer_id, locale, country, due_at, token, template_id,
  held_because)
{audience}
SELECT {campaign}, audience.chat_id, audience.customer_id, audience.locale, substr(audience.country, 1, 2), {due},
  {token}, CASE WHEN audience.held IS NULL THEN {template} END, audience.held
FROM audience WHERE {among} ORDER BY audience.chat_id
ON CONFLICT (campaign_id, chat_id) DO NOTHING"""
GOES_ON = "UPDATE broadcast_campaign SET freezing = ? WHERE id = ?"
FROZEN = """
UPDATE broadcast_campaign SET freezing = NULL, frozen = (
  SELECT count(*) FROM broadcast_recipient WHERE campaign_id = ? AND held_because IS NULL)
WHERE id = ? AND freezing IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class _State:
    """How far it is: `after` is the last chat that was looked at.

    With an hour of everybody's own the chats are gone through first for the `moments` at which it strikes that hour
    somewhere (`looks`), and then once for each of these, the first one first, so that ids follow the time.
    """

    after: int = 0
    looks: bool = False
    moments: tuple[str, ...] = ()


@unit_of_work
async def begin_freezing(campaign: CampaignFacts, *, settings: Settings, now: datetime, page: int = PAGE) -> None:
    """Keep the texts as templates, and write the first page of who gets them down.

    Who has consented, can be reached and is in the segment has a row; a second chat of the same person and a language
    without a text have one with the reason. Whoever else must not get it is found out when it is sent to them.
    """
    await _keep_texts(campaign, settings, now)
    await _keep(campaign.id, _State(looks=campaign.when_kind == "local"))
    # With an hour of everybody's own that is several rounds through all chats: at once only where they are few.
    are_few = not await fetch(MORE_THAN, min(page, FEW))
    while await freeze_page(campaign.id, settings=settings, page=page) and are_few:
        continue


@unit_of_work
async def freeze_page(campaign_id: int, *, settings: Settings, page: int = PAGE) -> bool:
    """Write the next page down, in one transaction; False once all are, or the campaign is paused or over."""
    going_on = await fetch(GOING_ON + locked(), campaign_id)
    if not going_on:
        return False
    state, campaign = _read(going_on[0]["freezing"]), await get_campaign(campaign_id)
    if campaign.improvement_id:  # of two copies at once, one waits to see whom the other tells
        await fetch(IMPROVEMENT + locked(), campaign.improvement_id)
    [row] = await fetch(UP_TO, state.after, page)
    if row["last"] is not None:
        span = Span(campaign_id, state.after, row["last"])
        moments = await _write(campaign, span, state, settings)
        await _keep(campaign_id, _State(row["last"], state.looks, moments))
        # One that has come to the end needs no page more to find that out.
        if await fetch(UP_TO, row["last"], 1) != [{"last": None}]:
            return True
    return await _turn(campaign_id, await _state_of(campaign_id))


@unit_of_work
async def stop_freezing(campaign_id: int) -> None:
    """Whoever has no row by now belongs to it no more; changes nothing once all are written down."""
    await change(FROZEN, campaign_id, campaign_id)


async def _turn(campaign_id: int, state: _State) -> bool:
    """All chats were gone through: once more for the next moment, or that was the last time."""
    left = state.moments if state.looks else state.moments[1:]
    if not left:
        await change(FROZEN, campaign_id, campaign_id)
        return False
    await _keep(campaign_id, _State(moments=left))
    return True


async def _write(campaign: CampaignFacts, span: Span, state: _State, settings: Settings) -> tuple[str, ...]:
    """A page of rows, or of looking where it is when; the moments that are known then."""
    began = campaign.started_at or campaign.updated_at
    audience = audience_query(
        campaign.segment,
        locales=served_locales(campaign),
        settings=settings,
        now=began,
        agreeing_only=True,
        span=span,
    )
    if campaign.when_kind != "local":
        await _insert(campaign, audience, began, "TRUE")
        return ()
    places = await _places(campaign, audience, settings)
    if state.looks:
        return tuple(sorted({*state.moments, *(at.isoformat() for at in places.values())}))
    moment, is_last = datetime.fromisoformat(state.moments[0]), len(state.moments) == 1
    # Whoever has moved since it was looked gets it with the last.
    due = [place for place, at in places.items() if at <= moment or is_last]
    await _insert(campaign, audience, moment, f"{PLACE} IN ?", due)
    return state.moments


async def _insert(campaign: CampaignFacts, audience: Query, due: datetime, among: str, *values: Any) -> None:
    statement = FREEZE.format(
        audience=audience.text,
        campaign=campaign.id,
        due="?" if is_sqlite() else "?::timestamptz",
        token="lower(hex(randomblob(16)))" if is_sqlite() else "replace(gen_random_uuid()::text, '-', '')",
        template=_by_locale(campaign.templates or {}),
        among=among,
    )
    await change(statement, *audience.values, due, *values)


async def _places(campaign: CampaignFacts, audience: Query, settings: Settings) -> dict[str, datetime]:
    """When it strikes the campaign's hour where people of this page are; each place as PLACE writes it."""
    on, at = campaign.local_on, campaign.local_at
    moments: dict[str, datetime] = {}
    for row in await fetch(audience.text + PLACES, *audience.values):
        zone = known_zone(row["time_zone"] or "") or zone_of_country(row["country"] or "") or settings.time_zone
        if on and at:
            moments[f"{row['time_zone'] or ''}|{row['country'] or ''}"] = local_moment(on, at, zone)
    return moments


async def _keep_texts(campaign: CampaignFacts, settings: Settings, now: datetime) -> None:
    """The template of each language that is served; of an album the text follows it."""
    templates: dict[Locale, int] = {}
    for locale in served_locales(campaign):
        then_id: int | None = None
        for letter in reversed(letters_of(campaign, locale, settings=settings)):
            then_id = await add_template(letter, now=now, then_id=then_id)
        templates[locale] = then_id or 0
    await Campaign.filter(id=campaign.id).update(templates=templates)


def _by_locale(templates: Mapping[Locale, int]) -> str:
    whens = "".join(f" WHEN '{locale}' THEN {template}" for locale, template in templates.items())
    return f"CASE audience.locale{whens} END" if whens else "NULL"


async def _keep(campaign_id: int, state: _State) -> None:
    await change(GOES_ON, json.dumps(asdict(state)), campaign_id)


async def _state_of(campaign_id: int) -> _State:
    [row] = await fetch("SELECT freezing FROM broadcast_campaign WHERE id = ?", campaign_id)
    return _read(row["freezing"])


def _read(stored: Any) -> _State:
    told = document(stored)
    return _State(told["after"], told["looks"], tuple(told["moments"]))
