"""A refund that names no items and may be for more than one return: a case asks the staff, who say it with a tap."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.config import Settings
from bot.i18n import Markup, Money, html, lines, plain
from bot.outbox.messages import Keyboard, callback_button
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from bot.returns.pieces_text import piece_text
from bot.returns.sheet import ReturnSheet
from bot.shop.rows import amount, fetch, moment
from bot.tickets.cases import OPEN, NewCase, close_case, open_case, resolve_case
from bot.tickets.models import Case
from bot.tickets.resolutions import Resolution
from bot.tickets.turns import Turn

REFUND = """
SELECT f.amount, f.refunded_at, o.id AS order_id, o.number, o.currency, o.customer_id
FROM shop_refund f JOIN shop_order o ON o.id = f.order_id WHERE f.id = ?"""


async def ask_staff(refund_id: int, candidates: Sequence[Return], *, settings: Settings, now: datetime) -> None:
    """Once for each refund, in the transaction that has found it; the answer comes to booking.answer_refund."""
    [refund] = await fetch(REFUND, refund_id)
    locale = settings.default_locale
    paid = Money(amount(refund["amount"]) or Decimal(), refund["currency"])
    sheets = [await read_sheet(row.id) for row in candidates]
    told = {"total": paid, "order": refund["number"], "day": (moment(refund["refunded_at"]) or now).date()}
    facts = lines(
        [html(locale, "rma-refund-which", **told), *(_candidate(sheet, settings) for sheet in sheets)], "\n\n"
    )
    new = NewCase(
        cause="return",
        once=_once(refund_id),
        customer_id=refund["customer_id"],
        order_id=refund["order_id"],
        turns=(Turn("bot", plain(locale, "rma-refund-which", **told)),),
        facts=facts,
        buttons=_buttons(refund_id, sheets, settings),
    )
    await open_case(new, settings=settings, now=now)


async def ask_about_currency(order_id: int, number: str, paid: Money, *, settings: Settings, now: datetime) -> None:
    """Money in another currency than the order's: what it is worth there only people can say."""
    [order] = await fetch("SELECT number, customer_id FROM shop_order WHERE id = ?", order_id)
    locale = settings.default_locale
    words = plain(locale, "rma-refund-currency", total=paid, order=order["number"])
    new = NewCase(
        cause="return",
        once=f"refund:{order_id}:{number}:currency",
        customer_id=order["customer_id"],
        order_id=order_id,
        turns=(Turn("bot", words),),
    )
    await open_case(new, settings=settings, now=now)


async def find_question(refund_id: int, *, is_open: bool | None = True) -> Case | None:
    """The case that asks about this refund, answered or not if `is_open` is None."""
    case = await Case.get_or_none(once=_once(refund_id))
    return case if case is None or is_open is None or case.status in OPEN else None


async def end_question(
    refund_id: int, *, settings: Settings, now: datetime, staff_id: int | None = None, is_booked: bool = False
) -> None:
    """Nobody has to ask any more: one of the staff has said it, or the platform has named the items since."""
    case = await find_question(refund_id)
    if case is None:
        return
    if staff_id is None:
        await close_case(case.id, because="return", settings=settings, now=now)
        return
    done = Resolution("returning", "refunded" if is_booked else "nothing")
    await resolve_case(case.id, done, staff_id=staff_id, settings=settings, now=now)


def _once(refund_id: int) -> str:
    return f"refund:{refund_id}:which"


def _candidate(sheet: ReturnSheet, settings: Settings) -> Markup:
    locale = settings.default_locale
    head = html(locale, "rma-refund-candidate", number=sheet.number, way=sheet.way.value, total=sheet.left)
    return lines([head, *(piece_text(piece, locale) for piece in sheet.pieces)])


def _buttons(refund_id: int, sheets: Sequence[ReturnSheet], settings: Settings) -> Keyboard:
    """One a return, and one that says none of them."""
    from bot.callbacks import RefundFor  # brings aiogram along, which imports and the sender do without

    locale = settings.default_locale
    rows = [
        [
            callback_button(
                plain(locale, "rma-refund-for-button", number=sheet.number, total=sheet.left),
                RefundFor(refund_id=refund_id, return_id=sheet.id).pack(),
            )
        ]
        for sheet in sheets
    ]
    none = RefundFor(refund_id=refund_id, return_id=0).pack()
    return [*rows, [callback_button(plain(locale, "rma-refund-none-button"), none)]]
