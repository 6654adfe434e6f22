"""Which groups and channels somebody can be let into, and what membership brings them: for the community screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.config import Locale, Settings
from bot.loyalty.programme import current_rules
from bot.loyalty.rules import Tier
from bot.loyalty.standing import Standing, standing_of
from bot.outbox.queue import current_chat

Kind = Literal["group", "channel", "tier"]


@dataclass(frozen=True, slots=True)
class Door:
    """A group or channel; `names` and `tier` are those of a group for a tier."""

    chat_id: int
    kind: Kind
    is_open: bool
    tier: Tier | None = None
    names: Mapping[Locale, str] | None = None


@dataclass(frozen=True, slots=True)
class Community:
    """What there is for somebody: doors, what membership brings, and where they stand."""

    doors: tuple[Door, ...]
    benefits: Mapping[Locale, tuple[str, ...]]
    standing: Standing


def has_community(settings: Settings) -> bool:
    """Whether the shop has a group or a channel at all."""
    return settings.community_group_id is not None or settings.community_chat_id is not None


async def community_of(customer_ids: Sequence[int], *, settings: Settings, now: datetime) -> Community:
    """For whom no purchase is linked every door is shut."""
    rules, is_linked = await current_rules(), bool(customer_ids)
    standing = await standing_of(customer_ids, rules=rules, now=now)
    doors = []
    for kind, named in (("group", settings.community_group_id), ("channel", settings.community_chat_id)):
        if named is not None:
            doors.append(Door(await current_chat(named), "group" if kind == "group" else "channel", is_linked))
    tiers = {tier.key: tier for tier in rules.tiers}
    for each in rules.community.groups if rules.community else ():
        tier = tiers[each.tier]
        is_open = is_linked and standing.earned >= tier.threshold
        doors.append(Door(await current_chat(each.chat_id), "tier", is_open, tier, each.names))
    return Community(tuple(doors), rules.community.benefits if rules.community else {}, standing)
