"""What the shop grants beyond the law, who bears the way back, and what it approves without looking; pure.

The shop's own rules are a TOML file (`main.py import returns.toml`, read by policies.py); without one the defaults
below hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from bot.returns.money import NOTHING
from bot.returns.paths import Way
from bot.returns.windows import STATUTORY, Periods


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The shop's rules. The most generous window of product, category and country holds, else `goodwill_days`.

    Rules approve goods up to `approves_up_to`, for who asked less than `approves_in_90_days` times. Who sends without
    a label of the shop sends to `address`, a line each. `version` 0 are the defaults.
    """

    goodwill_days: int = 30
    by_category: Mapping[str, int] = field(default_factory=dict)
    by_country: Mapping[str, int] = field(default_factory=dict)
    by_product: Mapping[str, int] = field(default_factory=dict)
    customer_pays: bool = False
    fee: Decimal = NOTHING
    approves_up_to: Decimal = Decimal(150)
    approves_in_90_days: int = 3
    label_days: int = 28
    label_by_shop: bool = True
    instruction_given: bool = True
    address: tuple[str, ...] = ()
    periods: Periods = STATUTORY
    version: int = 0

    def window(self, *, sku: str | None, category: str | None, country: str | None) -> int:
        """The shop's own window in days; a product's word stands above all others."""
        if sku is not None and sku in self.by_product:
            return self.by_product[sku]
        told = (self.by_category.get(category or ""), self.by_country.get((country or "").upper()))
        return max((days for days in told if days is not None), default=self.goodwill_days)

    def fee_of(self, way: Way) -> Decimal:
        """What the customer bears of the way back: never for a defect, else only where the shop has said so.

        Who was not told of the right to withdraw was not told either that this costs anything (§ 357 (5) BGB).
        """
        bears = {Way.WITHDRAWAL, Way.GOODWILL} if self.instruction_given else {Way.GOODWILL}
        return self.fee if self.customer_pays and way in bears else NOTHING


DEFAULT = Policy()
