"""Campaigns as commands print them: what each is, who gets it, what came of it; keys are promised in MANUAL.md."""

from dataclasses import asdict
from typing import Any

from bot.broadcasts.campaigns import CampaignFacts, get_campaign, list_campaigns
from bot.broadcasts.posted import find_posted
from bot.broadcasts.results import results
from bot.broadcasts.rules import Status, starts_at
from bot.config import Settings

Json = dict[str, Any]


async def describe_campaigns(*, status: Status | None = None, limit: int = 100) -> list[Json]:
    """The newest first; of one status, if one is given."""
    found = await list_campaigns(statuses=(status,) if status else (), limit=limit)
    return [_described(campaign) for campaign in found]


async def describe_results(campaign_id: int, *, settings: Settings) -> Json:
    """The campaign and what came of it: people, reasons, clicks, orders; of a post where it stands."""
    campaign = await get_campaign(campaign_id)
    described = _described(campaign)
    if campaign.kind == "channel":
        return described | {"post": await _post(campaign, settings), "results": None}
    found = await results(campaign_id)
    clicks = {button: {"people": people, "times": times} for button, (people, times) in sorted(found.clicks.items())}
    sales = [{"currency": each.currency, "orders": each.orders, "value": str(each.value)} for each in found.sales]
    return described | {"post": None, "results": asdict(found) | {"clicks": clicks, "sales": sales}}


def _described(campaign: CampaignFacts) -> Json:
    at = starts_at(campaign.when_kind, send_at=campaign.send_at, on=campaign.local_on, at=campaign.local_at)
    return {
        "id": campaign.id,
        "title": campaign.title,
        "kind": campaign.kind,
        "status": campaign.status.value,
        "paused_because": campaign.paused_because,
        "late_because": campaign.late_because,
        "origin": campaign.origin,
        "languages": list(campaign.texts),
        "starts_at": _moment(campaign.started_at or at),
        "expires_at": _moment(campaign.expires_at),
        "finished_at": _moment(campaign.finished_at),
        "audience": campaign.frozen if campaign.kind == "customers" else None,
        "never_twice": campaign.never_twice,
        "author_id": campaign.author_id,
        "approved_by": campaign.approved_by if campaign.is_approved else None,
        "version": campaign.version,
    }


async def _post(campaign: CampaignFacts, settings: Settings) -> Json | None:
    post = await find_posted(campaign.id, settings=settings)
    return asdict(post) | {"posted_at": _moment(post.posted_at)} if post else None


def _moment(at: Any) -> str | None:
    return at.isoformat() if at else None
