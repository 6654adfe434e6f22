"""The items of a return in words: what goes back, what of it has come, what is missing."""

from bot.config import Locale
from bot.i18n import Markup, html, lines
from bot.returns.machine import Status
from bot.returns.pieces import PieceBack
from bot.returns.sheet import ReturnSheet

LONGEST_NAME = 60
MOST_PIECES = 8


def piece_lines(sheet: ReturnSheet, locale: Locale) -> Markup:
    """A line an item, with how many of it have arrived where that is only a part."""
    left = len(sheet.pieces[MOST_PIECES:])
    return lines(
        [
            *(_piece(piece, sheet, locale) for piece in sheet.pieces[:MOST_PIECES]),
            html(locale, "order-items-more", count=left) if left else Markup(),
            _finding(sheet, locale),
        ]
    )


def _finding(sheet: ReturnSheet, locale: Locale) -> Markup:
    """Not what a withdrawal has taken over: it counts for that once it is looked at as such."""
    if not sheet.finding or sheet.status is Status.RECEIVED:
        return Markup()
    return html(locale, "return-finding", why=sheet.finding)


def missing_line(sheet: ReturnSheet, locale: Locale, *, is_asking: bool) -> Markup:
    """Items that were not in the parcel, and (`is_asking`) what their customer can do about it."""
    missing = sheet.missing
    told = [
        html(locale, "order-item", quantity=missing[piece.line_id], name=_name(piece))
        for piece in sheet.pieces
        if piece.line_id in missing
    ]
    if not told:
        return Markup()
    return html(locale, "return-missing-ask" if is_asking else "return-missing", items=lines(told[:MOST_PIECES], ", "))


def piece_text(piece: PieceBack, locale: Locale) -> Markup:
    name = _name(piece)
    if piece.variant:
        variant = " ".join(piece.variant.split())[:LONGEST_NAME]
        return html(locale, "order-item-variant", quantity=piece.quantity, name=name, variant=variant)
    return html(locale, "order-item", quantity=piece.quantity, name=name)


def _piece(piece: PieceBack, sheet: ReturnSheet, locale: Locale) -> Markup:
    """With what has come of it where that is not all, and what of that was accepted."""
    text, came = piece_text(piece, locale), piece.received
    is_counted = sheet.status is Status.PARTIALLY_RECEIVED or piece.line_id in sheet.missing
    if is_counted and came < piece.quantity:
        text = html(locale, "return-piece-received", line=text, count=came)
    if piece.accepted is not None and piece.accepted < (came if is_counted else piece.quantity):
        return html(locale, "return-piece-accepted", line=text, count=piece.accepted)
    return text


def _name(piece: PieceBack) -> str:
    return " ".join(piece.name.split())[:LONGEST_NAME]
