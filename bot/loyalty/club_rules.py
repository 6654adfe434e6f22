"""Who is let into which of the shop's groups, and what membership brings; pure (LOY-07).

Nobody gets points for joining (Telegram's terms): there is no key for that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.config import Locale

# Let in, or why not (yet).
Verdict = Literal["linked", "tier", "not_linked", "below_tier", "banned"]
LET_IN: frozenset[Verdict] = frozenset({"linked", "tier"})
# Told at once that it is no; all else that is not let in waits: for the link, or for the staff.
DECLINED: frozenset[Verdict] = frozenset({"below_tier"})


@dataclass(frozen=True, slots=True)
class TierGroup:
    """A group for those who have reached a tier, by its Telegram id."""

    chat_id: int
    tier: str
    names: Mapping[Locale, str]


@dataclass(frozen=True, slots=True)
class ClubTerms:
    """What membership brings, in lines by language, and the groups for tiers."""

    benefits: Mapping[Locale, tuple[str, ...]]
    groups: tuple[TierGroup, ...] = ()

    def group(self, chat_id: int) -> TierGroup | None:
        return next((each for each in self.groups if each.chat_id == chat_id), None)


@dataclass(frozen=True, slots=True)
class Asker:
    """What is known of whoever asks to join; `earned` are the points that count for tiers."""

    is_linked: bool
    is_banned: bool = False
    earned: int = 0


def admit(asker: Asker, threshold: int | None) -> Verdict:
    """Whether somebody is let in; `threshold` are the points of the tier that the group is for, None: for all."""
    if asker.is_banned:
        return "banned"
    if not asker.is_linked:
        return "not_linked"
    if threshold is None:
        return "linked"
    return "tier" if asker.earned >= threshold else "below_tier"
