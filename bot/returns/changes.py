"""Before anything is sent: wishes about an order go to the shop as a case, and nobody is told that it is done.

No platform that Bote speaks with lets a bot change an address or the items by itself, so a human does (TRK-13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config import Locale, Settings
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.reading import read_order
from bot.tickets.cases import NewCase, open_case
from bot.tickets.turns import Turn

WISHES = ("address", "items")


@dataclass(frozen=True, slots=True)
class Changeable:
    """Whether something of the order is still in the shop."""

    number: str
    open: bool


async def is_changeable(
    order_id: int, *, customer_ids: Sequence[int], policy: Policy, settings: Settings, now: datetime
) -> Changeable:
    """NotFoundError for a foreign order."""
    order = await read_order(order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now)
    return Changeable(order.number, any(line.eligibility.find(Way.CANCEL) for line in order.lines))


async def ask_for_change(
    order_id: int,
    wish: str,
    words: str,
    *,
    customer_ids: Sequence[int],
    chat_id: int,
    locale: Locale,
    policy: Policy,
    settings: Settings,
    now: datetime,
) -> bool:
    """Hand the wish to the staff in the customer's own words; False when everything has left meanwhile."""
    order = await read_order(order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now)
    if not any(line.eligibility.find(Way.CANCEL) for line in order.lines):
        return False
    new = NewCase(
        cause="change",
        once=f"change:{order.id}:{wish}:{now.timestamp():.0f}",
        chat_id=chat_id,
        customer_id=order.customer_id,
        order_id=order.id,
        locale=locale,
        turns=(Turn("customer", words),),
    )
    await open_case(new, settings=settings, now=now)
    return True
