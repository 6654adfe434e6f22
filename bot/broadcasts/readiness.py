"""Checks a campaign against everything around it, as it is now, before it is started or scheduled (N13)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.broadcasts.audience import Audience, count_audience
from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import CampaignFacts, list_campaigns
from bot.broadcasts.models import Campaign, RecurringSend
from bot.broadcasts.preflight import SENDS_ITSELF, Finding, OtherSend, Surroundings, findings
from bot.broadcasts.resting import reached_at
from bot.broadcasts.rules import Status, starts_at
from bot.broadcasts.trying import trials_of
from bot.config import LOCALES, Settings
from bot.conversations.account import find_link_base
from bot.shop.rows import fetch
from bot.surveys.definitions import definitions

LISTED = "SELECT id FROM shop_product WHERE is_listed = TRUE AND id IN ?"
LATELY = timedelta(hours=24)
# Of what sends itself: its audience is empty on most days, who is in it changes daily, and it has hours of its own.
NOT_ABOUT_TEMPLATES = frozenset(
    {"audience_empty", "no_time", "time_past", "hour_struck", "expires_before", "expires_during", "overlap"}
    | {"rest", "rest_too_long", "budget_too_long", SENDS_ITSELF}
)
MOST = 1_000
UNDER_WAY = (Status.SCHEDULED, Status.RUNNING, Status.PAUSED)


async def preflight(
    campaign: CampaignFacts, *, settings: Settings, now: datetime
) -> tuple[tuple[Finding, ...], Audience]:
    """What is to be said about starting it now, and who would get it."""
    audience = await count_readers(campaign, settings=settings, now=now)
    around = Surroundings(
        audience=audience,
        settings=settings,
        now=now,
        others=await _others(now),
        unknown_targets=await _unknown(campaign.buttons),
        link_base=await find_link_base(),
        trials=await trials_of(campaign, settings=settings),
        sends_itself=await RecurringSend.exists(campaign_id=campaign.id, active=True),
    )
    return findings(campaign, around), audience


async def preflight_of_template(
    campaign: CampaignFacts, *, settings: Settings, now: datetime
) -> tuple[tuple[Finding, ...], Audience]:
    """The same of a draft that sends itself (automatic.py), and whom it may reach in the course of time."""
    found, audience = await preflight(campaign, settings=settings, now=now)
    return tuple(each for each in found if each.code not in NOT_ABOUT_TEMPLATES), audience


async def count_readers(
    campaign: CampaignFacts, *, locales: Collection[str] = LOCALES, settings: Settings, now: datetime
) -> Audience:
    """Its audience when it begins; of every language, since those without a text are what a finding is about."""
    if campaign.kind != "customers":
        return Audience()
    begins = reached_at(campaign, None, settings, now)
    return await count_audience(
        campaign.segment, locales=locales, settings=settings, now=now, begins=begins, expires=campaign.expires_at
    )


async def _others(now: datetime) -> tuple[OtherSend, ...]:
    """Campaigns that will start, are under way and reach people at this moment, or did until yesterday."""
    sends = []
    for other in await list_campaigns(statuses=UNDER_WAY, kind="customers", limit=MOST):
        planned = starts_at(other.when_kind, send_at=other.send_at, on=other.local_on, at=other.local_at)
        sends.append(OtherSend(other.id, other.title, planned or now if other.started_at is None else now))
    over = Campaign.filter(status=Status.FINISHED, kind="customers", finished_at__gt=now - LATELY).order_by("-id")
    return (*sends, *[OtherSend(*row) for row in await over.values_list("id", "title", "finished_at")])


async def _unknown(buttons: tuple[Button, ...]) -> frozenset[str]:
    """Buttons that lead to a product or a survey that is not there."""
    products = [int(each.target) for each in buttons if each.kind == "product" and _is_id(each.target)]
    listed = {str(row["id"]) for row in (await fetch(LISTED, products) if products else [])}
    surveys = set(await definitions()) if any(each.kind == "survey" for each in buttons) else set()
    known = {"product": listed, "survey": surveys}
    return frozenset(each.id for each in buttons if each.kind in known and each.target not in known[each.kind])


def _is_id(target: str) -> bool:
    return target.isascii() and target.isdigit() and len(target) < 19
