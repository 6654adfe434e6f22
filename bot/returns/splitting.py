"""Pieces of a declared return that go another way than the others get a return of their own, of one declaration."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from bot.config import LOCALES, Settings
from bot.customers.holds import open_hold
from bot.returns.calls import instruct_less
from bot.returns.checked import share_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.money import NOTHING
from bot.returns.moving import act, begin, find_seen, subject_of
from bot.returns.numbers import free_number
from bot.returns.paths import Way
from bot.returns.sheet import ReturnSheet
from bot.returns.telling import tell_staff

TAKEN_ALONG = (
    *("customer_id", "chat_id", "order_id", "source", "way", "outcome", "currency", "locale", "created_at"),
    *("declared_at", "unpaid", "keeps", "lost", "lost_at"),
)
OF_ITEM = ("line_id", "reason", "exchange_sku", "exchange_price", "article")


async def split_off(row: Return, pieces: Mapping[int, int], *, settings: Settings, now: datetime) -> Return:
    """So many of them (by line, not all) with their share of what it brings; nobody is told of the new one yet.

    Delivery and the cost of the way back stay with the others, and so does whatever was paid. In a transaction with
    the return locked.
    """
    sheet = await read_sheet(row.id)
    goods = _share(sheet, pieces)
    first = row.declared_with or row.id
    made = await Return.create(
        number=await free_number(),
        status=Status.DRAFT.value,
        goods=goods,
        declared_with=first,
        **{column: getattr(row, column) for column in TAKEN_ALONG},
    )
    for item in await ReturnItem.filter(request_id=row.id).order_by("id").select_for_update(no_key=True):
        if count := pieces.get(item.line_id, 0):
            like = {column: getattr(item, column) for column in OF_ITEM}
            await ReturnItem.create(request_id=made.id, quantity=count, **like)
            item.quantity -= count
            await (item.save(update_fields=["quantity"]) if item.quantity else item.delete())
    await begin(made.id, Way(row.way), needs_review=False, now=now)
    await open_hold(row.customer_id, reason="return", subject=subject_of(made.id), now=now)
    await Return.filter(id=row.id).update(goods=row.goods - goods, declared_with=first)
    await row.refresh_from_db()
    locale = next((each for each in LOCALES if each == row.locale), settings.default_locale)
    await tell_staff(made.id, (), chat_id=row.chat_id, locale=locale, settings=settings, now=now)
    await act(row, "less", by=Actor.CARRIER, settings=settings, now=now)
    await instruct_less(row.id, settings=settings, now=now)
    await row.refresh_from_db()
    return await find_seen(made.id)


def _share(sheet: ReturnSheet, pieces: Mapping[int, int]) -> Decimal:
    """By value; what was paid for all of them stays paid for the others."""
    worth = [(pieces.get(piece.line_id, 0), piece.quantity, piece.unit_price) for piece in sheet.pieces]
    goods, given = sheet.goods.amount, sheet.given.amount if sheet.given else NOTHING
    free = goods - max(given - sheet.shipping.amount + sheet.fee.amount, NOTHING)
    return max(min(share_of(goods, worth, sheet.goods.currency), free), NOTHING)
