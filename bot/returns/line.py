"""A line of an order, and what may happen to its pieces."""

from dataclasses import dataclass
from typing import Any

from bot.returns.paths import Eligibility
from bot.returns.whereabouts import NOWHERE_ELSE, Whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBack:
    """A line of the order, and what may happen to it; `is_barred`: the shop takes it back only where the law says so
    (`why_not`: in its own words, by language). `away` is what has left the shop and is not with the customer;
    `is_excluded`: the law lets nobody withdraw from it. `follows` is the return that has given it, `given_as` how."""

    id: int
    sku: str | None
    name: str | None
    variant: str | None
    quantity: int
    eligibility: Eligibility
    why_not: Any = None
    is_barred: bool = False
    is_excluded: bool = False
    away: Whereabouts = NOWHERE_ELSE
    follows: int | None = None
    given_as: str | None = None

    @property
    def at_hand(self) -> int:
        """Those that the customer can send back now, as far as anybody can tell."""
        return self.eligibility.sent - self.away.coming - self.away.back
