"""A withdrawal in writing that nobody has confirmed is entered by the staff, for the contract that is meant."""

from datetime import UTC, datetime, timedelta
from typing import cast

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.returns.moving import MovedOnError, subject_of
from bot.returns.policies import current_policy
from bot.returns.requested import Requested
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.returns.written import is_declaration
from bot.staff.audit import record
from bot.tickets.cases import OPEN
from bot.tickets.models import Case

# Words are read at most so long after they were written (handlers/wishes.py).
DAY = timedelta(days=1)


@unit_of_work
async def enter_declaration(
    case_id: int, order_id: int, *, written_at: int, staff_id: int, settings: Settings, now: datetime
) -> Requested:
    """All that can be withdrawn from of this order, declared when the words were written (Unix seconds).

    The receipt goes to the customer, and the case of the words ends. MovedOnError when that has ended already,
    NotFoundError for an order of somebody else's; whatever is not open any more is told as `withdraw` tells it.
    """
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id)
    if case is None or not is_declaration(case) or case.customer_id is None or case.chat_id is None:
        raise NotFoundError
    if case.status not in OPEN:
        raise MovedOnError
    at = max(min(datetime.fromtimestamp(written_at, UTC), case.opened_at), case.opened_at - DAY)
    policy, customer_ids = await current_policy(), [case.customer_id]
    seen = await read_withdrawal(order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=at)
    made = await withdraw(
        order_id,
        seen.chosen,
        customer_ids=customer_ids,
        chat_id=case.chat_id,
        locale=cast(Locale, case.locale or settings.default_locale),
        policy=policy,
        settings=settings,
        now=now,
        declared_at=at,
    )
    await record(staff_id, "return.entered", subject_of(made.id), now=now)
    return made
