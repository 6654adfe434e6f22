"""What holds for a product, whoever buys it: the right to withdraw, the shop's own window, and defects; pure.

The one place that says so: for its card, for the dialog and for the law's button alike. A shop's word that something
does not go back takes its own favour away and nothing else: the right to withdraw falls for a reason of the law alone
(§ 312g (2) BGB), and whoever sells answers for defects whatever they say (§ 476 BGB).
"""

from dataclasses import dataclass
from typing import Any

from bot.returns.paths import Excluded
from bot.returns.windows import STATUTORY, Periods


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductTerms:
    """`excluded` is the reason of the law, `is_barred`: the shop takes it back only where the law says so, and
    `goodwill_days` is its own window, 0 for none."""

    excluded: Excluded | None
    is_barred: bool
    goodwill_days: int
    periods: Periods = STATUTORY

    @property
    def withdrawal_days(self) -> int:
        """How long the right to withdraw lasts, 0 where the law gives none; a seal may end it sooner."""
        is_conditional = self.excluded is None or self.excluded.is_about_the_seal
        return self.periods.withdrawal_days if is_conditional else 0

    @property
    def is_favoured(self) -> bool:
        """Whether the shop takes it back for longer than the law says."""
        return self.goodwill_days > self.withdrawal_days


def product_terms(
    *, exclusion: str | None, returnable: Any, goodwill_days: int, periods: Periods = STATUTORY
) -> ProductTerms:
    """By what the shop says of the product (`returnable` None: nothing) and the window that its policy grants."""
    return ProductTerms(
        excluded=Excluded(exclusion) if exclusion else None,
        is_barred=is_barred(returnable),
        goodwill_days=0 if is_barred(returnable) else max(goodwill_days, 0),
        periods=periods,
    )


def is_barred(returnable: Any) -> bool:
    """Whether the shop says that it does not go back; a product that we do not know has said nothing."""
    return returnable is not None and not returnable
