"""A campaign as the staff try it before anybody gets it: its letters with links that work, and a test send."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.letters import letters_of
from bot.broadcasts.posts import post_letters
from bot.broadcasts.preflight import Trials
from bot.config import Locale, Settings
from bot.conversations.account import find_link_base
from bot.db import unit_of_work
from bot.outbox.queue import NewPush, enqueue_all
from bot.outbox.templates import Letter
from bot.shop.rows import change

TESTED = "UPDATE broadcast_campaign SET tested = ? WHERE id = ?"


async def sample_letters(campaign: CampaignFacts, locale: Locale, *, settings: Settings) -> tuple[Letter, ...]:
    """What readers of a language will get, letter for letter; only that links lead to their targets at once.

    Nobody's clicks are counted before there is somebody. A post of the channel has all its languages in one.
    """
    direct = settings.model_copy(update={"public_url": None})
    if campaign.kind == "channel":
        return post_letters(campaign, settings=direct, link_base=await find_link_base())
    return letters_of(campaign, locale, settings=direct)


@unit_of_work
async def send_test(campaign: CampaignFacts, locale: Locale, *, chat_id: int, settings: Settings, now: datetime) -> int:
    """Send it to one of the staff through outbox and sender, as it will be sent; how many messages that are."""
    letters = await sample_letters(campaign, locale, settings=settings)
    pushes = [NewPush(chat_id, letter.method, dict(letter.params), "staff") for letter in letters]
    await change(TESTED, json.dumps(campaign.tested | {locale: _digest(letters)}), campaign.id)
    return len(await enqueue_all(pushes, now=now))


async def trials_of(campaign: CampaignFacts, *, settings: Settings) -> Trials:
    """What of it nobody has seen on the way that all will go: the languages that have a text; of a post all at once."""
    missing, changed = list[Locale](), list[Locale]()
    for locale in campaign.texts:
        digest = _digest(await sample_letters(campaign, locale, settings=settings))
        known = set(campaign.tested.values()) if campaign.kind == "channel" else {campaign.tested.get(locale)}
        if digest not in known:
            (changed if known - {None} else missing).append(locale)
    return Trials(tuple(missing), tuple(changed))


def _digest(letters: Sequence[Letter]) -> str:
    told = json.dumps([[letter.method, letter.params] for letter in letters], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
