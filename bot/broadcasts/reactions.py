"""What people do with an offer: follow its links, tap its buttons, want no more of them (BRC-16)."""

import re
from datetime import datetime

from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import find_campaign
from bot.broadcasts.models import Recipient
from bot.db import unit_of_work
from bot.outbox.consent import never_again_anywhere
from bot.shop.rows import change

# Programs that open an address before anybody has tapped it, to show a preview or to look for viruses.
PREVIEWS = re.compile(
    r"bot[/;]|telegrambot|slackbot|whatsapp|facebookexternalhit|facebot|slack-imgproxy|skypeuripreview|preview|crawler|spider"
    r"|vkshare|viber|embedly|googleimageproxy|microsoft office|safelinks|curl/|wget/|python-",
    re.IGNORECASE,
)
NOTE = """
INSERT INTO broadcast_click (recipient_id, campaign_id, button, first_at, last_at, times) VALUES (?, ?, ?, ?, ?, 1)
ON CONFLICT (recipient_id, button) DO UPDATE SET times = broadcast_click.times + 1, last_at = excluded.last_at
RETURNING id"""


@unit_of_work
async def follow_link(token: str, button_id: str, *, counts: bool, now: datetime) -> str | None:
    """Where a link of a message leads, and note that somebody followed it; None where it never led anywhere.

    Only the addresses that are stored with the campaign come back, whatever was asked for.
    """
    recipient = await Recipient.get_or_none(token=token)
    button = await _button(recipient.campaign_id, button_id) if recipient else None
    if recipient is None or button is None or button.kind != "link":
        return None
    if counts:
        await _note(recipient, button_id, now)
    return button.target


def is_preview(user_agent: str) -> bool:
    """Whether a program has opened the link, not a person."""
    return PREVIEWS.search(user_agent) is not None


@unit_of_work
async def note_tap(campaign_id: int, chat_id: int, button_id: str, *, now: datetime) -> Button | None:
    """The button of a campaign that somebody tapped, noted; None when the campaign has no such button.

    Of a chat that was never to get it (a preview for the staff) nothing is noted.
    """
    button = await _button(campaign_id, button_id)
    recipient = await Recipient.get_or_none(campaign_id=campaign_id, chat_id=chat_id) if button else None
    if recipient:
        await _note(recipient, button_id, now)
    return button


@unit_of_work
async def note_follower(campaign_id: int, button_id: str, *, counts: bool, now: datetime) -> Button | None:
    """The button of a post of the channel that somebody followed into their chat, noted for the channel as a whole.

    None where there is no such post or button (any more). Below a preview for the staff nothing is noted.
    """
    campaign = await find_campaign(campaign_id)
    button = await _button(campaign_id, button_id) if campaign and campaign.kind == "channel" else None
    channel = await Recipient.filter(campaign_id=campaign_id).first() if button else None
    if channel and counts:
        await _note(channel, button_id, now)
    return button


async def is_recipient(campaign_id: int, chat_id: int) -> bool:
    """Whether this chat was ever to get it; a preview for the staff goes to others, too."""
    return await Recipient.filter(campaign_id=campaign_id, chat_id=chat_id).exists()


@unit_of_work
async def stop_offers(campaign_id: int, chat_id: int, *, now: datetime) -> bool:
    """No more advertising to this person, in any of their chats, what already waits included.

    Only what is on its way in this very moment may still arrive. Nobody is asked for it again; under settings the
    person can. False when this chat had not agreed (any more).
    """
    await Recipient.filter(campaign_id=campaign_id, chat_id=chat_id, stopped_at=None).update(stopped_at=now)
    return await never_again_anywhere(chat_id, "promo", now=now)


async def _button(campaign_id: int, button_id: str) -> Button | None:
    campaign = await find_campaign(campaign_id)
    return next((button for button in campaign.buttons if button.id == button_id), None) if campaign else None


async def _note(recipient: Recipient, button_id: str, now: datetime) -> None:
    await change(NOTE, recipient.id, recipient.campaign_id, button_id, now, now)
