"""Until when an order may be withdrawn from or sent back, for who asks for nothing but the day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.config import Settings
from bot.returns.machine import HOLDS_ITEMS, Status
from bot.returns.paths import Closed, Open, Way
from bot.returns.policies import current_policy
from bot.returns.reading import OrderBack, read_order

# "open": until a day that is known; "unbegun": something is still to come; "unknown": nobody told when it came;
# "provided": downloads, until the customer has them; "over"; "excluded" by law; "nothing": all of it is in returns.
Standing = Literal["open", "unbegun", "unknown", "provided", "over", "excluded", "nothing"]


@dataclass(frozen=True, slots=True)
class LastDays:
    """`day` is the last one of the withdrawal, or was; `days` is how long it lasts from the receipt of the last item.

    `goodwill` and `warranty` are the last days of the other ways, where they are open and known.
    """

    order_id: int
    number: str
    standing: Standing
    day: date | None
    days: int
    goodwill: date | None
    warranty: date | None

    @property
    def may_withdraw(self) -> bool:
        return self.standing in {"open", "unbegun", "unknown", "provided"}


async def last_days(
    order_id: int,
    *,
    customer_ids: Sequence[int],
    settings: Settings,
    now: datetime,
    holding: Collection[Status] = HOLDS_ITEMS,
) -> LastDays:
    """Of an order of these customers'; NotFoundError for any other. `holding`: what is in such a return has none."""
    policy = await current_policy()
    order = await read_order(
        order_id,
        customer_ids=customer_ids,
        policy=policy,
        settings=settings,
        now=now,
        overtakes=True,
        holding=holding,
    )
    standing, day = _standing(order)
    days = order.terms.periods.withdrawal_days
    goodwill, warranty = (_last(order, way) for way in (Way.GOODWILL, Way.WARRANTY))
    return LastDays(order.id, order.number, standing, day, days, goodwill, warranty)


def _standing(order: OrderBack) -> tuple[Standing, date | None]:
    """Where items differ, the first day that ends counts: nobody is told a day that is too late for one of them."""
    opened = list(_open(order, Way.WITHDRAWAL))
    if days := [each.until for each in opened if each.until and not each.is_doubtful]:
        return "open", min(days)
    if opened:
        if any(each.is_doubtful for each in opened):
            return "unknown", None
        return "provided" if all(each.until_provided for each in opened) else "unbegun", None
    shut = [each for line in order.lines for each in line.eligibility.shut if each.way is Way.WITHDRAWAL]
    if ended := [each.ended_on for each in shut if each.why is Closed.OVER and each.ended_on]:
        return "over", max(ended)
    return "excluded" if any(each.why is Closed.EXCLUDED for each in shut) else "nothing", None


def _open(order: OrderBack, way: Way) -> Iterable[Open]:
    return (found for line in order.lines if (found := line.eligibility.find(way)))


def _last(order: OrderBack, way: Way) -> date | None:
    return max((each.until for each in _open(order, way) if each.until and not each.is_doubtful), default=None)
