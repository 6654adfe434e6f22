"""What was declared and then got lost, or went back to the shop, on its way to the customer: nothing comes back of it.

The right to wait with the money is about goods to be sent back (§ 357 (4) BGB), and the risk of the way is the shop's
(§ 475 (2) BGB): what never came is paid for without waiting.
"""

from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.returns.calls import instruct_turn
from bot.returns.cases import refresh_desk
from bot.returns.fees import pass_fee_on
from bot.returns.freshness import give_way
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.money import NOTHING
from bot.returns.moving import act, move
from bot.returns.news import update_cards
from bot.returns.send_by import await_parcel
from bot.returns.verdicts import LOSS


async def never_comes(row: Return, *, settings: Settings, now: datetime) -> None:
    """All that is left of this return: it waits for its money alone, or is over where that went before.

    In a transaction with the return locked. A label stays with it, for the case that the parcel turns up.
    """
    here: dict[str, Any] = {"settings": settings, "now": now}
    bearing = await pass_fee_on(row)
    row.status, row.fee, row.send_by = Status.APPROVED.value, NOTHING, None
    row.lost, row.keeps, row.lost_at = True, True, now
    if row.sends_itself:
        row.sends_itself, row.label = False, None
    await row.save(update_fields=["status", "fee", "send_by", *LOSS, "sends_itself", "label"])
    await await_parcel(row.id, **here)
    await row.refresh_from_db()
    await give_way(row.id, row.customer_id, "lost", now=now)
    ends_as = (await read_sheet(row.id)).given_as
    await act(row, "lost", by=Actor.CARRIER, news=None if ends_as else "lost", **here)
    await instruct_turn(row.id, **here)
    if ends_as:
        await move(row.id, ends_as, by=Actor.CARRIER, news="lost", **here)
    for other in bearing:
        await update_cards(other, **here)
        await refresh_desk(other, **here)
