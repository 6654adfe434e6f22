"""What waits for the staff, the most pressing first: by cause, by age, by what is at stake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby

from bot.config import Settings
from bot.i18n import Markup, Money, html, lines
from bot.shop.models import Order
from bot.tickets.cases import HOLDS, OPEN
from bot.tickets.models import Case

SHOWN = 30
# What somebody waits for comes before what only we know of.
CAUSES = tuple(HOLDS)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open case as a line of the queue."""

    id: int
    cause: str
    age: timedelta
    value: Money | None
    order_number: str | None
    taken: bool


async def list_queue(now: datetime) -> list[Waiting]:
    """All open cases: by cause, within one the oldest first, of the same day the dearest."""
    cases = await Case.filter(status__in=OPEN)
    orders = {case.order_id for case in cases if case.order_id}
    numbers = dict(await Order.filter(id__in=orders).values_list("id", "number")) if orders else {}
    found = [_waiting(case, numbers, now) for case in cases]
    return sorted(found, key=_press)


def queue_text(waiting: Sequence[Waiting], settings: Settings) -> Markup:
    """The queue for the staff chat, cut where a message ends."""
    locale = settings.default_locale
    if not waiting:
        return html(locale, "case-queue-empty")
    parts = [html(locale, "case-queue-title", count=len(waiting))]
    for cause, members in groupby(waiting[:SHOWN], key=lambda each: each.cause):
        parts.append(html(locale, "case-queue-cause", cause=html(locale, f"case-cause-{cause}")))
        parts += [_line(each, settings) for each in members]
    if len(waiting) > SHOWN:
        parts.append(html(locale, "case-queue-more", count=len(waiting) - SHOWN))
    return lines(parts)


def _waiting(case: Case, numbers: dict[int, str], now: datetime) -> Waiting:
    value = Money(case.value, case.currency) if case.value is not None and case.currency else None
    number = numbers.get(case.order_id or 0)
    return Waiting(case.id, case.cause, now - case.opened_at, value, number, case.owner_id is not None)


def _press(waiting: Waiting) -> tuple[int, int, Decimal, int]:
    at_stake = waiting.value.amount if waiting.value else Decimal()
    return CAUSES.index(waiting.cause), -waiting.age.days, -at_stake, waiting.id


def _line(waiting: Waiting, settings: Settings) -> Markup:
    locale, hours = settings.default_locale, int(waiting.age.total_seconds() // 3600)
    age = (
        html(locale, "case-age-days", days=hours // 24) if hours >= 24 else html(locale, "case-age-hours", hours=hours)
    )
    value = html(locale, "case-card-total", total=waiting.value) if waiting.value else Markup("?")
    return html(
        locale,
        "case-queue-line",
        id=str(waiting.id),
        order=waiting.order_number or "?",
        age=age,
        value=value,
        sign=Markup("✋" if waiting.taken else "•"),
    )
