"""What is due about posts of the channel, polls included: they start at their time, are pinned if wanted, and end."""

from collections.abc import Coroutine
from datetime import datetime
from typing import Any

import structlog

from bot.broadcasts.campaigns import CampaignFacts, list_campaigns
from bot.broadcasts.channel import end_post, find_post, pin_post, put_up
from bot.broadcasts.lateness import start_due
from bot.broadcasts.poll_posting import mind_polls
from bot.broadcasts.rules import Status, WrongStatusError
from bot.broadcasts.running import finish, pause
from bot.config import Settings
from bot.outbox.models import Push
from bot.outbox.reasons import Why

MOST = 1_000

log = structlog.get_logger(__name__)


async def mind_posts(settings: Settings, *, now: datetime) -> None:
    """One round; without a channel there is nothing to post in."""
    if settings.community_chat_id is None:
        return
    for post in reversed(await list_campaigns(statuses=(Status.SCHEDULED,), kind="channel", limit=MOST)):
        await _alone(post, start_due(post, settings=settings, now=now))
    for post in reversed(await list_campaigns(statuses=(Status.RUNNING,), kind="channel", limit=MOST)):
        if push := await find_post(post.id, settings=settings):
            await _alone(post, _go_on(post, push, settings, now))
    await mind_polls(settings, now=now)


async def _go_on(post: CampaignFacts, push: Push, settings: Settings, now: datetime) -> None:
    match push.status:
        case "waiting":
            return
        case "sent":
            if post.pin:
                await pin_post(push, now=now)
            if post.expires_at is None:
                await finish(post.id, now=now)
            elif post.expires_at <= now:
                await end_post(post.id, settings=settings, now=now)
                await finish(post.id, now=now)
        case _ if push.why == Why.EXPIRED:
            await finish(post.id, now=now)
        case _ if push.why == Why.CANCELLED or (push.settled_at and push.settled_at < post.updated_at):
            await put_up(post, settings=settings, now=now)  # it was paused, and goes on
        case _:
            await pause(post.id, by=None, now=now, because="errors")


async def _alone(post: CampaignFacts, work: Coroutine[Any, Any, Any]) -> None:
    """One that fails is tried again at the next round, and keeps none of the others waiting."""
    try:
        await work
    except WrongStatusError:
        return  # somebody was faster
    except Exception:
        log.exception("post round failed", campaign=post.id)
