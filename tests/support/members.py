"""A shop with groups for its customers, and people who ask to join them."""

from datetime import datetime, timedelta
from typing import Any

from bot.community.joining import ask
from bot.config import Settings
from bot.loyalty.club_rules import Verdict
from bot.outbox.models import Push
from tests.support.loyalty import SILVER, ruled
from tests.support.postman import NOON

GROUP, SILVER_GROUP, STAFF = -1_001, -1_002, -1_003
TITLE = "Kundenrunde"
LINES = {"de": ["Fragen an andere"], "en": ["Ask others"], "fr": ["Questions entre clients"], "lb": ["Froen un anerer"]}
ROUND: dict[str, Any] = {"id": SILVER_GROUP, "tier": "silver", "name": SILVER["name"]}


async def grouped(settings: Settings, *, group: int = GROUP, silver: int = SILVER_GROUP) -> None:
    """A group for all customers, another one for those of the tier silver (100 points)."""
    settings.community_group_id, settings.default_locale, settings.shop_name = group, "de", "Laden"
    await ruled(tiers=[SILVER], community={"benefits": LINES, "groups": [ROUND | {"id": silver}]})


async def asks(
    settings: Settings, chat_id: int, *, group: int = GROUP, again: int = 0, now: datetime = NOON
) -> Verdict | None:
    """Telegram tells of a request; `again` counts those of the same person."""
    asked_at = NOON + timedelta(minutes=again)
    return await ask(group, TITLE, chat_id, locale="de", asked_at=asked_at, settings=settings, now=now)


async def told(chat_id: int) -> list[str]:
    """What waits for a chat, in order: the text of a message, else what Telegram is asked to do."""
    pushes = await Push.filter(chat_id=chat_id).order_by("id")
    return [str(push.params.get("text") or push.method) for push in pushes]
