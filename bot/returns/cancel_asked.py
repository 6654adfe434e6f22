"""Unsent goods that the law lets nobody withdraw from: cancelling them is asked of the shop, which decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.queryset import QuerySet

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import plain
from bot.returns.changes import GRANTED, ask_for_change
from bot.returns.line import LineBack
from bot.returns.parts import Chosen
from bot.returns.paths import Closed, Way
from bot.returns.policies import current_policy
from bot.returns.policy import Policy
from bot.returns.reading import read_order
from bot.returns.requested import Requested
from bot.returns.withdrawing import withdraw
from bot.tickets.cases import OPEN
from bot.tickets.models import Case


@dataclass(frozen=True, slots=True)
class Rest:
    """What of an order can be asked for, nothing while the shop has not answered (`is_waiting`) or once it has said
    yes."""

    lines: tuple[LineBack, ...]
    is_waiting: bool


async def is_waiting(order_id: int) -> bool:
    """Whether the shop still has to answer."""
    return await _asked(order_id).filter(status__in=OPEN).exists()


async def read_rest(order_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime) -> Rest:
    """Without staff in the chat nobody would read it. NotFoundError for a foreign order."""
    if settings.staff_chat_id is None:
        return Rest((), False)
    policy = await current_policy()
    order = await read_order(order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now)
    if await is_waiting(order_id):
        return Rest((), True)
    is_granted = await _asked(order_id).filter(closed_because="staff", resolved_action=GRANTED).exists()
    return Rest(() if is_granted else only_asked(order.lines), False)


@unit_of_work
async def ask_for_rest(
    order_id: int, *, customer_ids: Sequence[int], chat_id: int, locale: Locale, settings: Settings, now: datetime
) -> bool:
    """Hand it to the staff, once until they answer; False when there is nothing to ask for any more."""
    who: dict[str, Any] = {"customer_ids": customer_ids, "settings": settings, "now": now}
    rest = await read_rest(order_id, **who)
    if not rest.lines:
        return False
    words = plain(locale, "change-rest-words", items=named(rest.lines, locale))
    policy = await current_policy()
    return await ask_for_change(order_id, "cancel", words, chat_id=chat_id, locale=locale, policy=policy, **who)


@unit_of_work
async def withdraw_and_ask(
    order_id: int, chosen: Chosen, *, asks: bool, policy: Policy, declared_at: datetime | None, **who: Any
) -> tuple[Requested, bool]:
    """The declaration, and beside it (`asks`) the request for the rest: both or none; whether something was asked for.

    The errors are those of `withdraw`.
    """
    made = await withdraw(order_id, chosen, policy=policy, declared_at=declared_at, **who)
    return made, asks and await ask_for_rest(order_id, **who)


def only_asked(found: Sequence[LineBack]) -> tuple[LineBack, ...]:
    """Unsent pieces that the law excludes; pure."""
    return tuple(line for line in found if line.eligibility.find(Way.CANCEL) and _is_excluded(line))


def named(found: Sequence[LineBack], locale: Locale) -> str:
    """How many of which, in one line."""
    told = (
        plain(locale, "order-item", quantity=line.eligibility.most(Way.CANCEL), name=line.name or line.sku or "?")
        for line in found
    )
    return ", ".join(told)


def _is_excluded(line: LineBack) -> bool:
    return any(shut.way is Way.WITHDRAWAL and shut.why is Closed.EXCLUDED for shut in line.eligibility.shut)


def _asked(order_id: int) -> QuerySet[Case]:
    return Case.filter(order_id=order_id, cause="change", once__startswith=f"change:{order_id}:cancel:")
