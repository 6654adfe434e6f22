"""What makes a request unclear, so that the staff look at it first; of no weight for a withdrawal."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from bot.returns.deciding import Facts
from bot.returns.machine import HOLDS_ITEMS, Status
from bot.returns.models import Return
from bot.returns.paths import Open, Way
from bot.returns.reading import OrderBack
from bot.returns.reasons import WITH_PHOTO
from bot.tickets.models import Case

QUARTER = timedelta(days=90)


async def facts_about(
    order: OrderBack,
    ways: Sequence[Open],
    *,
    line_ids: Collection[int],
    reasons: Collection[str | None],
    has_photo: bool,
    worth: Decimal,
    now: datetime,
) -> Facts:
    """For `decide`: `ways` are those that the pieces take, `worth` is what everything in the parcel brings."""
    before = Return.filter(customer_id=order.customer_id)
    return Facts(
        value=worth + await _other_favours(order.id) if order.bill.is_known else None,
        in_90_days=await before.filter(created_at__gt=now - QUARTER, created_at__lt=now).count(),
        is_doubtful=any(way.is_doubtful for way in ways),
        has_photo=has_photo,
        needs_photo=any(reason in WITH_PHOTO for reason in reasons),
        said_missing=await Case.filter(order_id=order.id, cause="missing").exists(),
        was_declined=await before.filter(status=Status.REJECTED.value, items__line_id__in=list(line_ids)).exists(),
    )


async def _other_favours(order_id: int) -> Decimal:
    """What others of the order bring that nobody has refused or taken back: several small ones are a dear one."""
    others = Return.filter(order_id=order_id, way=Way.GOODWILL.value, status__in=sorted(HOLDS_ITEMS))
    return sum([each.goods for each in await others], Decimal())
