"""The receipt of a withdrawal: content, date and time on something that lasts, without delay (§ 356a (4) BGB).

It is a message and a file of the outbox, written in the transaction of the declaration: neither a crash nor a restart
loses it, and it is never edited.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.i18n import Markup, html, lines, plain
from bot.outbox.papers import Block, Paper
from bot.returns.identity import Identity
from bot.returns.pieces import PieceBack
from bot.returns.pieces_text import piece_lines, piece_text
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader

# Words of any length fit into the message with the rest of it.
LONGEST_WORDS = 3_000
TAG = re.compile(r"<[^>]+>")


def receipt_text(declared: Sequence[ReturnSheet], identity: Identity, reader: Reader) -> Markup:
    """What was declared, by whom, about what, and when it came in: of all that one declaration has made."""
    sheet = _as_one(declared)
    locale, at = reader.locale, sheet.declared_at or sheet.created_at
    return lines(
        [
            lines(
                [
                    html(locale, "withdraw-receipt-title"),
                    html(locale, "withdraw-receipt-at", **when(at, reader.tz)),
                ]
            ),
            html(locale, "withdraw-declares"),
            piece_lines(sheet, locale),
            lines(_never_came(declared, locale)),
            lines(facts(declared, identity, reader)),
            html(locale, "withdraw-receipt-kept"),
        ],
        "\n\n",
    )


def words_receipt(words: str, written_at: datetime, reader: Reader) -> Markup:
    """The receipt of a withdrawal in words of the customer's own, whatever contract it turns out to be about."""
    shown = words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}…"
    return html(reader.locale, "withdraw-words-receipt", words=shown, **when(written_at, reader.tz))


def when(at: datetime, tz: ZoneInfo) -> Mapping[str, Any]:
    """CET: a time of the law has its zone."""
    return {"at": at, "tz": tz, "zone": at.astimezone(tz).strftime("%Z")}


def facts(declared: Sequence[ReturnSheet], identity: Identity, reader: Reader) -> list[Markup]:
    """Name, contract and contact, as the law names them."""
    locale, numbers = reader.locale, [each.number for each in declared]
    return [
        html(locale, "withdraw-name", name=identity.name) if identity.name else Markup(),
        html(locale, "withdraw-contract", number=declared[0].order_number, shop=reader.shop),
        html(locale, "withdraw-contact", contact=identity.contact) if identity.contact else Markup(),
        html(locale, "withdraw-number", number=numbers[0])
        if len(numbers) == 1
        else html(locale, "withdraw-numbers", numbers=", ".join(numbers)),
    ]


def receipt_paper(declared: Sequence[ReturnSheet], identity: Identity, reader: Reader) -> Paper:
    """The same as a file."""
    sheet = _as_one(declared)
    locale, at = reader.locale, sheet.declared_at or sheet.created_at
    pieces = [_bare(piece_text(piece, locale)) for piece in sheet.pieces]
    never_came = _never_came(declared, locale)
    return Paper(
        name=plain(locale, "withdraw-paper-name", number=sheet.number),
        title=_bare(html(locale, "withdraw-receipt-title")),
        blocks=[
            Block("", [_bare(html(locale, "withdraw-receipt-at", **when(at, reader.tz)))]),
            Block("", [_bare(html(locale, "withdraw-declares")), *pieces]),
            *([Block("", [_bare(line) for line in never_came])] if never_came else []),
            Block("", [_bare(fact) for fact in facts(declared, identity, reader) if fact]),
        ],
        foot=_bare(html(locale, "withdraw-paper-foot", shop=reader.shop)),
    )


def _never_came(declared: Sequence[ReturnSheet], locale: Locale) -> list[Markup]:
    """What nobody has to send back, since it never reached them; its items, where that is a part."""
    if all(each.lost for each in declared):
        return [html(locale, "withdraw-lost")]
    pieces = [piece for each in declared if each.lost for piece in each.pieces]
    return [html(locale, "withdraw-part-lost"), *(piece_text(piece, locale) for piece in pieces)] if pieces else []


def _as_one(declared: Sequence[ReturnSheet]) -> ReturnSheet:
    """With all pieces, each article once: a replacement is what was bought."""
    pieces: dict[tuple[int, str | None], PieceBack] = {}
    for piece in (piece for sheet in declared for piece in sheet.pieces):
        known = pieces.get((piece.line_id, piece.sku))
        pieces[piece.line_id, piece.sku] = replace(known, quantity=known.quantity + piece.quantity) if known else piece
    return replace(declared[0], pieces=tuple(pieces.values()))


def _bare(text: Markup) -> str:
    """Without HTML, for paper."""
    return unescape(TAG.sub("", text))
