"""What an erasure would take from a chat, told before it is confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import Q

from bot.loyalty.ledger import balance_of
from bot.privacy.subject import erasable_by_chat, known_to_chat
from bot.returns.machine import OVER
from bot.returns.models import Return
from bot.shop.models import Order
from bot.shop.platform_models import PlatformReturn
from bot.tickets.models import Case


@dataclass(frozen=True, slots=True)
class Outlook:
    """Orders on their way, returns that are not over, cases that somebody looks after, points; purchases that stay
    with another chat, too.
    """

    open_orders: int
    open_returns: int
    open_cases: int
    points: int
    shared: int


async def what_erasure_takes(chat_id: int, *, now: datetime) -> Outlook:
    """As it stands at this moment."""
    own = (await erasable_by_chat(chat_id)).customers
    known = (await known_to_chat(chat_id)).customers
    balance = await balance_of(own, now=now)
    return Outlook(
        open_orders=await Order.filter(customer_id__in=own, is_open=True, is_hidden=False).count(),
        open_returns=await _open_returns(own),
        open_cases=await Case.filter(Q(chat_id=chat_id) | Q(customer_id__in=own), closed_at=None).count(),
        points=balance.available + balance.pending,
        shared=len(known) - len(own),
    )


async def _open_returns(customer_ids: Sequence[int]) -> int:
    """Ours and those that only the platform tells of; one that both know counts once."""
    ours = Return.filter(customer_id__in=customer_ids)
    known = set(await ours.exclude(external_id=None).values_list("order_id", "external_id"))
    theirs = PlatformReturn.filter(order__customer_id__in=customer_ids, status__in=("requested", "approved"))
    told = set(await theirs.values_list("order_id", "external_id"))
    return await ours.exclude(status__in=[str(status) for status in OVER]).count() + len(told - known)
