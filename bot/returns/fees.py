"""The cost of the way back is borne once a parcel: by another return, where the one that bore it comes to nothing."""

from bot.returns.machine import Status
from bot.returns.models import Return, ReturnPayment
from bot.returns.money import NOTHING
from bot.returns.paths import Way

BEARS = (Way.WITHDRAWAL.value, Way.GOODWILL.value)
S = Status
OPEN = (S.REQUESTED, S.APPROVED, S.LABEL_SENT, S.IN_TRANSIT, S.PARTIALLY_RECEIVED, S.RECEIVED)


async def pass_fee_on(row: Return) -> list[int]:
    """To be called when this one is given up, in its transaction; the returns that bear (more of) it now."""
    left = row.fee if row.together is not None else NOTHING
    if not left:
        return []
    await Return.filter(id=row.id).update(fee=NOTHING)
    others = Return.filter(together=row.together, way__in=BEARS, keeps=False, status__in=[each.value for each in OPEN])
    bearing = []
    for other in await others.exclude(id=row.id).order_by("id").select_for_update(no_key=True):
        more = min(left, other.goods + other.shipping - other.fee)
        if more > 0 and not other.carried and not await ReturnPayment.filter(request_id=other.id).exists():
            await Return.filter(id=other.id).update(fee=other.fee + more)
            left -= more
            bearing.append(other.id)
    return bearing
