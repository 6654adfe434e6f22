"""Posts of the community channel: put up at their time, changed in place, pinned, and over on their day (BRC-12).

A post is a campaign of the kind `channel`; running.py starts, schedules and cancels it like any other. It stays
`running` until what it offers has ended; without an end it is `finished` as soon as it is there.
"""

import secrets
from datetime import datetime
from typing import Any

from tortoise.queryset import QuerySet

from bot.broadcasts.campaigns import CampaignFacts, get_campaign
from bot.broadcasts.letters import METHODS
from bot.broadcasts.models import Recipient
from bot.broadcasts.posts import post_letters, post_locales
from bot.broadcasts.rules import NotReadyError, OnItsWayError
from bot.config import Settings
from bot.conversations.account import find_link_base
from bot.db import unit_of_work
from bot.outbox.amending import amend
from bot.outbox.messages import edit_of
from bot.outbox.models import Push
from bot.outbox.queue import cancel_waiting, current_chat, enqueue
from bot.outbox.reasons import Why
from bot.outbox.templates import filled

PURPOSE = "post"
# What changes a post that is there rings nobody, so that it waits for no morning.
CHANGES = "card"
PIN, UNPIN = "pinChatMessage", "unpinChatMessage"
KINDS = {method: kind for kind, method in METHODS.items()}


@unit_of_work
async def put_up(campaign: CampaignFacts, *, settings: Settings, now: datetime) -> None:
    """Hand the post to the outbox; once more after a pause, when it is not there yet."""
    chat_id = await _chat(settings)
    before = await Push.filter(chat_id=chat_id, slot=slot_of(campaign.id)).count()
    token = await _token(campaign, chat_id, settings, now)
    *first, last = post_letters(campaign, settings=settings, link_base=await find_link_base())
    once = f"{slot_of(campaign.id)}:{before}"
    options: Any = {"purpose": PURPOSE, "now": now, "expires_at": campaign.expires_at}
    for letter in first:
        album: Any = {"once": f"{once}:album", "slot": album_slot(campaign.id)}
        await enqueue(chat_id, letter.method, dict(letter.params), **album, **options)
    await enqueue(
        chat_id, last.method, filled(last.params, {"token": token}), once=once, slot=slot_of(campaign.id), **options
    )


@unit_of_work
async def take_back_post(campaign_id: int, *, now: datetime) -> bool:
    """What waits of it will not be put up; False when nothing waits: what is there, or leaves just now, stays."""
    slots = (album_slot(campaign_id), slot_of(campaign_id))
    return any([await cancel_waiting(slot=slot, why=Why.CANCELLED, now=now) for slot in slots])


@unit_of_work
async def end_post(campaign_id: int, *, settings: Settings, now: datetime) -> None:
    """Say that what it offered is over, take its buttons away, and no longer keep it on top of the channel."""
    campaign = await get_campaign(campaign_id)
    await change_post(campaign, "over", settings=settings, now=now, over=True)
    if push := await find_post(campaign_id, settings=settings):
        await unpin_post(push, now=now)


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
async def pin_post(push: Push, *, now: datetime, again: bool = False) -> None:
    """Keep it on top of the channel, once; `again`: also where the channel has refused that before."""
    last = await _pins(push).order_by("-id").first()
    if last is None or last.method == UNPIN or (again and last.status not in {"waiting", "sent"}):
        params = {"message_id": push.message_id, "disable_notification": True}
        await _enqueue_about(push, PIN, params, await _next_pin(push), now)


@unit_of_work
async def unpin_post(push: Push, *, now: datetime) -> None:
    """No longer, if it is; what was pinned below it comes to the top."""
    if await is_pinned(push):
        await _enqueue_about(push, UNPIN, {"message_id": push.message_id}, await _next_pin(push), now)


async def is_pinned(push: Push) -> bool:
    """Whether it was pinned last, or will be in a moment; unless the channel has refused that."""
    last = await _pins(push).order_by("-id").first()
    return last is not None and last.method == PIN and last.status in {"waiting", "sent"}


@unit_of_work
async def change_post(
    campaign: CampaignFacts, name: str, *, settings: Settings, now: datetime, over: bool = False, media: bool = False
) -> None:
    """Let the message that is there say what the campaign says now, its picture included if that is new (`media`).

    Raises OnItsWayError while it leaves.
    """
    push = await find_post(campaign.id, settings=settings)
    if push is None or push.status not in {"waiting", "sent"}:
        return  # it was paused, or refused: it will say it when it is put up
    *_, letter = post_letters(campaign, settings=settings, link_base=await find_link_base(), over=over)
    token = await _token(campaign, push.chat_id, settings, now)
    params = filled(letter.params, {"token": token})
    if push.status == "sent" and push.message_id:
        await _enqueue_about(push, *_edit(letter.method, params, push.message_id, media=media), name, now)
    elif media or not await amend(push.id, letter.method, params, now=now):
        raise OnItsWayError


def _edit(method: str, params: dict[str, Any], message_id: int, *, media: bool) -> tuple[str, dict[str, Any]]:
    """The call that makes of the message what these of sendMessage, sendPhoto or sendVideo would have made."""
    if method == "sendMessage":
        return "editMessageText", edit_of(params, message_id)
    told = {name: params[name] for name in ("caption", "parse_mode") if name in params}
    aside = {"message_id": message_id, "reply_markup": params.get("reply_markup", {"inline_keyboard": []})}
    if not media:
        return "editMessageCaption", told | aside
    kind = KINDS[method]
    return "editMessageMedia", {"media": {"type": kind, "media": params[kind]} | told} | aside


def _pins(push: Push) -> QuerySet[Push]:
    return Push.filter(chat_id=push.chat_id, once__startswith=f"{push.slot}:pin:")


async def _next_pin(push: Push) -> str:
    return f"pin:{await _pins(push).count()}"


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
