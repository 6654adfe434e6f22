"""Posts of the community channel: put up at their time, corrected in place, pinned, and over on their day (BRC-12).

A post is a campaign of the kind `channel`; running.py starts, schedules and cancels it like any other. It stays
`running` until what it offers has ended; without an end it is `finished` as soon as it is there.
"""

import secrets
from datetime import datetime
from typing import Any, Unpack

import structlog

from bot.broadcasts.campaigns import CampaignFacts, correct, get_campaign
from bot.broadcasts.edits import Edits
from bot.broadcasts.models import Recipient
from bot.broadcasts.posts import post_letters, post_locales
from bot.broadcasts.rules import NotReadyError
from bot.config import Settings
from bot.db import unit_of_work
from bot.outbox.amending import amend
from bot.outbox.messages import edit_of
from bot.outbox.models import Push
from bot.outbox.queue import cancel_waiting, current_chat, enqueue
from bot.outbox.reasons import Why
from bot.outbox.templates import Letter, filled

PURPOSE = "post"
# What changes a post that is there rings nobody, so that it waits for no morning.
CHANGES = "card"

log = structlog.get_logger(__name__)


@unit_of_work
async def put_up(campaign: CampaignFacts, *, settings: Settings, now: datetime) -> None:
    """Hand the post to the outbox; once more after a pause, when it is not there yet."""
    chat_id = await _chat(settings)
    before = await Push.filter(chat_id=chat_id, slot=slot_of(campaign.id)).count()
    token = await _token(campaign, chat_id, settings, now)
    *first, last = post_letters(campaign, settings=settings)
    once = f"{slot_of(campaign.id)}:{before}"
    options: Any = {"purpose": PURPOSE, "now": now, "expires_at": campaign.expires_at}
    for letter in first:
        album: Any = {"once": f"{once}:album", "slot": album_slot(campaign.id)}
        await enqueue(chat_id, letter.method, dict(letter.params), **album, **options)
    await enqueue(
        chat_id, last.method, filled(last.params, {"token": token}), once=once, slot=slot_of(campaign.id), **options
    )


@unit_of_work
async def take_back_post(campaign_id: int, *, now: datetime) -> None:
    """What waits of it will not be put up; what is there stays."""
    for slot in (album_slot(campaign_id), slot_of(campaign_id)):
        await cancel_waiting(slot=slot, why=Why.CANCELLED, now=now)


@unit_of_work
async def edit_post(
    campaign_id: int, *, version: int, by: int | None, settings: Settings, now: datetime, **edits: Unpack[Edits]
) -> CampaignFacts:
    """Correct a post that is up, or on its way: the same message says from now on what it says then.

    Texts, buttons, label, reduction and end may change, pictures not. Raises as campaigns.edit does.
    """
    if "media" in edits:
        raise NotReadyError
    campaign = await correct(campaign_id, version=version, by=by, now=now, **edits)
    await _change(campaign, post_letters(campaign, settings=settings)[-1], f"v{campaign.version}", settings, now)
    return campaign


@unit_of_work
async def end_post(campaign_id: int, *, settings: Settings, now: datetime) -> None:
    """Say that what it offered is over, take its buttons away, and no longer keep it on top of the channel."""
    campaign = await get_campaign(campaign_id)
    await _change(campaign, post_letters(campaign, settings=settings, over=True)[-1], "over", settings, now)
    push = await find_post(campaign_id, settings=settings)
    if push and push.message_id and campaign.pin:
        await _enqueue_about(push, "unpinChatMessage", {"message_id": push.message_id}, "unpin", now)


async def find_post(campaign_id: int, *, settings: Settings) -> Push | None:
    """The row of the outbox that puts it up, or has."""
    rows = Push.filter(chat_id=await _chat(settings), slot=slot_of(campaign_id))
    return await rows.order_by("-id").first()


def slot_of(campaign_id: int) -> str:
    """Its place in the channel."""
    return f"post:{campaign_id}"


def album_slot(campaign_id: int) -> str:
    """That of the pictures that stand above its text."""
    return f"post:{campaign_id}:album"


@unit_of_work
async def pin_post(push: Push, *, now: datetime) -> None:
    """Keep it on top of the channel, once."""
    params = {"message_id": push.message_id, "disable_notification": True}
    await _enqueue_about(push, "pinChatMessage", params, "pin", now)


async def _change(campaign: CampaignFacts, letter: Letter, name: str, settings: Settings, now: datetime) -> None:
    push = await find_post(campaign.id, settings=settings)
    if push is None:
        return
    token = await _token(campaign, push.chat_id, settings, now)
    params = filled(letter.params, {"token": token})
    if push.status == "waiting" and await amend(push.id, letter.method, params, now=now):
        return
    if push.message_id is None:
        log.info("post not there to change", campaign=campaign.id, push=push.id)
        return
    if letter.method == "sendMessage":
        await _enqueue_about(push, "editMessageText", edit_of(params, push.message_id), name, now)
        return
    kept = {name: params[name] for name in ("caption", "parse_mode", "reply_markup") if name in params}
    buttons: dict[str, Any] = {"reply_markup": {"inline_keyboard": []}}
    edit = buttons | kept | {"message_id": push.message_id}
    await _enqueue_about(push, "editMessageCaption", edit, name, now)


async def _enqueue_about(push: Push, method: str, params: dict[str, Any], name: str, now: datetime) -> None:
    await enqueue(push.chat_id, method, params, once=f"{push.slot}:{name}", purpose=CHANGES, now=now)


async def _token(campaign: CampaignFacts, chat_id: int, settings: Settings, now: datetime) -> str:
    """What stands in the links of the post, so that their clicks count for it."""
    locale = post_locales(campaign, settings=settings)[0]
    fresh = {"locale": locale, "due_at": now, "token": secrets.token_hex(16)}
    reader, _ = await Recipient.get_or_create(fresh, campaign_id=campaign.id, chat_id=chat_id)
    return reader.token


async def _chat(settings: Settings) -> int:
    if settings.community_chat_id is None:
        raise NotReadyError
    return await current_chat(settings.community_chat_id)
