"""What the shop grants beyond the law, who bears the way back, and what it approves without looking; pure.

The shop's own rules are a TOML file (`main.py import returns.toml`, read by policies.py); without one the defaults
below hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from bot.returns.money import NOTHING
from bot.returns.paths import Way
from bot.returns.windows import STATUTORY, Periods


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The shop's rules. The most generous window of product, category and country holds, else `goodwill_days`.

    Rules approve goods up to `approves_up_to`, for who asked less than `approves_in_90_days` times. Who sends without
    a label of the shop sends to `address`, a line each. `version` 0 are the defaults. `then` are the rules of
    the day of the order: whatever of them is better for the customer holds. Whoever ordered before
    `told_from` was not told of the right to withdraw, whatever is told by now. `goodwill_after_exchange`: what was
    given in exchange has a window of its own. Comparable articles cost no more than `exchange_within` per cent more or
    less than was paid; what costs more is to be had where `pays_difference` lets the customer pay on top.
    """

    goodwill_days: int = 30
    goodwill_after_exchange: bool = True
    by_category: Mapping[str, int] = field(default_factory=dict)
    by_country: Mapping[str, int] = field(default_factory=dict)
    by_product: Mapping[str, int] = field(default_factory=dict)
    customer_pays: bool = False
    fee: Decimal = NOTHING
    fee_by_country: Mapping[str, Decimal] = field(default_factory=dict)
    approves_up_to: Decimal = Decimal(150)
    approves_in_90_days: int = 3
    label_days: int = 28
    label_by_shop: bool = True
    pays_difference: bool = False
    exchange_within: int = 50
    instruction_given: bool = True
    address: tuple[str, ...] = ()
    periods: Periods = STATUTORY
    version: int = 0
    told_from: datetime | None = None
    then: "Policy | None" = None

    def beside(self, then: "Policy") -> "Policy":
        """These rules for an order that was placed under others: no right and no favour is less than it was then."""
        mine, theirs = self.periods, then.periods
        longer = Periods(
            max(mine.withdrawal_days, theirs.withdrawal_days), max(mine.warranty_months, theirs.warranty_months)
        )
        given = self.instruction_given and then.instruction_given
        again = self.goodwill_after_exchange or then.goodwill_after_exchange
        return replace(self, periods=longer, instruction_given=given, goodwill_after_exchange=again, then=then)

    def window(self, *, sku: str | None, category: str | None, country: str | None) -> int:
        """The shop's own window in days; a product's word stands above all others."""
        before = self.then.window(sku=sku, category=category, country=country) if self.then else 0
        return max(before, self._window(sku, category, country))

    def bears(self, way: Way) -> bool:
        """Whether the customer bears the way back, as a fee or at the counter."""
        ways = {Way.WITHDRAWAL, Way.GOODWILL} if self.instruction_given else {Way.GOODWILL}
        then = self.then is None or self.then.bears(way)
        return self.customer_pays and way in ways and then

    def postage(self, way: Way) -> str:
        """Who pays for sending it back, where no fee is taken off: `yours`, `ours`, or `free` with the shop's label."""
        if self.label_by_shop:
            return "free"
        return "yours" if self.bears(way) else "ours"

    def fee_of(self, way: Way, country: str | None) -> Decimal:
        """What the customer bears of the way back: never for a defect, else only where the shop has said so.

        Who was not told of the right to withdraw was not told either that this costs anything (§ 357 (5) BGB). In the
        currency of the order.
        """
        if not self.bears(way):
            return NOTHING
        fee = self.fee_by_country.get((country or "").upper(), self.fee)
        return min(fee, self.then.fee_of(way, country)) if self.then else fee

    def _window(self, sku: str | None, category: str | None, country: str | None) -> int:
        if sku is not None and sku in self.by_product:
            return self.by_product[sku]
        told = (self.by_category.get(category or ""), self.by_country.get((country or "").upper()))
        return max((days for days in told if days is not None), default=self.goodwill_days)


DEFAULT = Policy()
