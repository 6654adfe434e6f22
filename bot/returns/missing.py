"""What of an order was not paid when the customer of a return was told of money: kept, so that what comes is seen."""

from typing import Any

from bot.returns.billing import read_bill
from bot.returns.models import Return
from bot.returns.money import Bill


def missing_of(cost: Bill) -> dict[str, Any]:
    """For the columns of a new return; nothing where all is paid."""
    if not (cost.owed or cost.is_unpaid):
        return {}
    return {"unpaid": True, "came": cost.came}


async def note_missing(row: Return) -> None:
    """The same for one that ends before all is paid, or of which more is paid by now."""
    cost, _ = await read_bill(row.order_id)
    await Return.filter(id=row.id).update(**missing_of(cost) or {"came": cost.came})
