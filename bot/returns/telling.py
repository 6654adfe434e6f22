"""The staff hear of every return in its transaction: a case with what goes back, why, and what is wished for."""

import re
from datetime import datetime
from html import unescape

from bot.config import Locale, Settings
from bot.i18n import lines, plain
from bot.returns.looking import ReturnSheet, read_sheet
from bot.returns.moving import case_of
from bot.returns.paths import Way
from bot.returns.wording import Reader, money_lines, piece_text, title
from bot.tickets.cases import Cause, NewCase, open_case
from bot.tickets.turns import Turn

TAG = re.compile(r"<[^>]*>")


async def tell_staff(return_id: int, *, chat_id: int | None, locale: Locale, settings: Settings, now: datetime) -> None:
    """Open the case; somebody has to stop the parcel, or to decide, send a label and pay."""
    sheet = await read_sheet(return_id)
    cause: Cause = "cancel" if sheet.way is Way.CANCEL else "return"
    new = NewCase(
        cause=cause,
        once=case_of(return_id, cause),
        chat_id=chat_id,
        customer_id=sheet.customer_id,
        order_id=sheet.order_id,
        locale=locale,
        value=sheet.goods.amount,
        currency=sheet.goods.currency,
        turns=(Turn("bot", _told(sheet, settings)),),
    )
    await open_case(new, settings=settings, now=now)


def _told(sheet: ReturnSheet, settings: Settings) -> str:
    """In the language of the staff, as the plain text that a case keeps."""
    locale = settings.default_locale
    reader = Reader(locale, settings.time_zone, settings.shop_name)
    whole = lines(
        [title(sheet, locale), *(piece_text(piece, locale) for piece in sheet.pieces), money_lines(sheet, reader)]
    )
    reasons = {piece.reason: plain(locale, f"return-why-{piece.reason}") for piece in sheet.pieces if piece.reason}
    return "\n".join(filter(None, [unescape(TAG.sub("", whole)), " · ".join(reasons.values()), sheet.note]))
