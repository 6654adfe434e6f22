"""What the shop may not accept of what comes back after a withdrawal: that is no second look at the withdrawal itself.

Whoever has used or broken something owes its loss of value and keeps the right (§ 357a BGB). Only what is not the
shop's article comes back for nothing, and what the law excludes once its seal is broken (§ 312g (2) BGB). A favour, and
a claim for a defect that is none, are looked at without such bounds.
"""

from collections.abc import Collection
from enum import StrEnum

from bot.errors import CustomerError
from bot.returns.models import Return
from bot.returns.paths import DECLARED, Excluded, Way
from bot.shop.rows import fetch

SEALED = sorted(reason.value for reason in Excluded if reason.is_about_the_seal)
# What was given for something is another article than the line of the order tells.
OF_SEALED = """
SELECT i.line_id FROM return_item i JOIN return_request r ON r.id = i.request_id JOIN shop_line l ON l.id = i.line_id
LEFT JOIN return_item g ON g.request_id = r.follows AND g.line_id = i.line_id
JOIN shop_product p ON p.sku = coalesce(g.article, l.sku)
WHERE i.request_id = ? AND p.return_exclusion IN ?"""


class Refusal(StrEnum):
    """Why something that came back after a withdrawal is not accepted."""

    OTHER = "other"
    SEAL = "seal"


class NotRefusableError(CustomerError):
    """A withdrawal cannot be declined by its check; nothing was done."""

    key = "rma-not-refusable-alert"


def is_bound(way: Way) -> bool:
    """Whether what is not accepted of it needs one of these reasons."""
    return way in DECLARED


async def refusals(return_id: int, lines: Collection[int]) -> tuple[Refusal, ...]:
    """Those that can be why pieces of these lines are not accepted."""
    sealed = {row["line_id"] for row in await fetch(OF_SEALED, return_id, SEALED)}
    return (Refusal.OTHER, Refusal.SEAL) if lines and sealed.issuperset(lines) else (Refusal.OTHER,)


async def prove_refusal(row: Return, lines: Collection[int], because: Refusal | None) -> None:
    """NotRefusableError where pieces of these lines are refused for none of the reasons that the law leaves."""
    if lines and is_bound(Way(row.way)) and because not in await refusals(row.id, lines):
        raise NotRefusableError
