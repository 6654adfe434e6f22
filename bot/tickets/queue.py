"""What waits for the staff, the most pressing first: by cause, by age, by what is at stake."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal, cast

from bot.config import Locale, Settings
from bot.i18n import Markup, Money, html, lines
from bot.shop.models import Order
from bot.shop.rows import amount
from bot.tickets.cases import HOLDS, OPEN
from bot.tickets.clock import missed
from bot.tickets.models import Case, CaseClock
from bot.tickets.people import names_of
from bot.tickets.wording import age_text

SHOWN = 30
# What somebody waits for comes before what only we know of.
CAUSES = tuple(HOLDS)

Sorting = Literal["cause", "age", "value"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case as a line of the queue."""

    id: int
    cause: str
    status: str
    opened_at: datetime
    age: timedelta
    value: Money | None
    order_number: str | None
    owner_id: int | None
    owner: str | None
    clock: CaseClock | None = None
    overdue: tuple[str, ...] = ()
    solved: bool | None = None

    @property
    def taken(self) -> bool:
        return self.owner_id is not None


async def list_queue(now: datetime, *, by: Sorting = "cause") -> list[Waiting]:
    """All open cases: by cause, within one the oldest first, of the same day the dearest; or by age; or by value."""
    return sorted(await _lines(await Case.filter(status__in=OPEN), now), key=PRESS[by])


async def describe_cases(
    now: datetime, *, cause: str | None = None, everything: bool = False, limit: int = 100
) -> list[dict[str, Any]]:
    """The queue as the command line prints it; with `everything` closed ones too, the newest first. Stable keys."""
    wanted = Case.filter(cause=cause) if cause else Case.all()
    if everything:
        found = await _lines(await wanted.order_by("-id").limit(limit), now)
    else:
        found = sorted(await _lines(await wanted.filter(status__in=OPEN), now), key=PRESS["cause"])
    return [_described(each) for each in found[:limit]]


def queue_text(waiting: Sequence[Waiting], settings: Settings) -> Markup:
    """The queue for the staff chat, cut where a message ends."""
    locale = settings.default_locale
    if not waiting:
        return html(locale, "case-queue-empty")
    parts = [html(locale, "case-queue-title", count=len(waiting))]
    for cause, members in groupby(waiting[:SHOWN], key=lambda each: each.cause):
        parts.append(html(locale, "case-queue-cause", cause=html(locale, f"case-cause-{cause}")))
        parts += [_line(each, locale) for each in members]
    if len(waiting) > SHOWN:
        parts.append(html(locale, "case-queue-more", count=len(waiting) - SHOWN))
    return lines(parts)


async def _lines(cases: Sequence[Case], now: datetime) -> list[Waiting]:
    orders = {case.order_id for case in cases if case.order_id}
    pairs = await Order.filter(id__in=orders).values_list("id", "number") if orders else []
    numbers = dict(cast(list[tuple[int, str]], pairs))
    owners = await names_of({case.owner_id for case in cases if case.owner_id})
    clocks = {clock.case_id: clock for clock in await CaseClock.filter(case_id__in=[case.id for case in cases])}
    return [_waiting(case, numbers, owners, clocks.get(case.id), now) for case in cases]


def _waiting(
    case: Case, numbers: dict[int, str], owners: dict[int, str], clock: CaseClock | None, now: datetime
) -> Waiting:
    return Waiting(
        id=case.id,
        cause=case.cause,
        status=case.status,
        opened_at=case.opened_at,
        age=max(now - case.opened_at, timedelta()),
        value=Money(case.value, case.currency) if case.value is not None and case.currency else None,
        order_number=numbers.get(case.order_id or 0),
        owner_id=case.owner_id,
        owner=owners.get(case.owner_id or 0),
        clock=clock,
        solved=case.solved,
        overdue=missed(clock, closed_at=case.closed_at, now=now) if clock else (),
    )


def _by_cause(waiting: Waiting) -> tuple[int, int, Decimal, int]:
    return CAUSES.index(waiting.cause), -waiting.age.days, -_at_stake(waiting), waiting.id


def _by_age(waiting: Waiting) -> tuple[datetime, int]:
    return waiting.opened_at, waiting.id


def _by_value(waiting: Waiting) -> tuple[Decimal, datetime, int]:
    return -_at_stake(waiting), waiting.opened_at, waiting.id


PRESS: dict[Sorting, Callable[[Waiting], Any]] = {"cause": _by_cause, "age": _by_age, "value": _by_value}


def _at_stake(waiting: Waiting) -> Decimal:
    return waiting.value.amount if waiting.value else Decimal()


def _line(waiting: Waiting, locale: Locale) -> Markup:
    return html(
        locale,
        "case-queue-line",
        id=str(waiting.id),
        order=waiting.order_number or "?",
        age=age_text(waiting.age, locale),
        value=html(locale, "case-card-total", total=waiting.value) if waiting.value else Markup("?"),
        sign=Markup(("❗" if waiting.overdue else "") + ("✋" if waiting.taken else "•")),
    )


def _described(waiting: Waiting) -> dict[str, Any]:
    return {
        "id": waiting.id,
        "cause": waiting.cause,
        "status": waiting.status,
        "opened_at": waiting.opened_at.isoformat(),
        "age_hours": round(waiting.age.total_seconds() / 3600, 1),
        "value": None if waiting.value is None else f"{amount(waiting.value.amount):f}",
        "currency": None if waiting.value is None else waiting.value.currency,
        "owner_id": waiting.owner_id,
        "owner": waiting.owner,
        "order_number": waiting.order_number,
        **_times(waiting.clock),
        "overdue": list(waiting.overdue),
        "solved": waiting.solved,
    }


def _times(clock: CaseClock | None) -> dict[str, str | None]:
    names = ("contact_due_at", "contacted_at", "resolve_due_at")
    times: list[datetime | None] = [getattr(clock, name) if clock else None for name in names]
    return {name: at.isoformat() if at else None for name, at in zip(names, times, strict=True)}
