"""A refund that the shop has deleted again: what was booked by it may never arrive, and the staff hear so."""

from datetime import datetime

from bot.config import Settings
from bot.i18n import Money
from bot.returns.acts import MONEY
from bot.returns.alarms import alarm
from bot.returns.clawback import claw_back_refunded
from bot.returns.models import Return, ReturnPayment
from bot.returns.refund_question import end_question
from bot.returns.settling import OURS
from bot.shop.refunded import recount_refunded
from bot.shop.rows import Row, amount


async def tell_deleted(order_id: int, refund: Row, *, settings: Settings, now: datetime) -> None:
    """To be called in the transaction that forgets the refund.

    What was paid stays as it was told to the customer: whether the money is theirs by now, only people can find out.
    Points that went for it come again.
    """
    await end_question(refund["id"], settings=settings, now=now)
    for payment in await _payments(order_id, refund):
        row = await Return.get(id=payment.request_id)
        paid = Money(payment.amount, payment.currency)
        await alarm(row, "call-platform-refund-deleted", settings=settings, now=now, total=paid)
    await recount_refunded(order_id)
    await claw_back_refunded(order_id, now=now, is_deleted=True)


async def _payments(order_id: int, refund: Row) -> list[ReturnPayment]:
    """Booked by it, whole or in parts; else one of its amount that the staff had entered before the shop told it."""
    paid = await ReturnPayment.filter(request__order_id=order_id, kind__in=MONEY).order_by("id")
    ours = [each for each in paid if each.once.startswith(OURS) and each.amount == amount(refund["amount"])]
    booked = [
        each for each in paid if each.once.endswith(f":{refund['external_id']}") and each.once.split(":")[1] == "refund"
    ]
    return booked or ours[:1]
