"""The receipt of a withdrawal: content, date and time on something that lasts, without delay (§ 356a (4) BGB).

It is a message and a file of the outbox, written in the transaction of the declaration: neither a crash nor a restart
loses it, and it is never edited.
"""

import re
from html import unescape

from bot.i18n import Markup, html, lines, plain
from bot.outbox.papers import Block, Paper
from bot.returns.identity import Identity
from bot.returns.looking import ReturnSheet
from bot.returns.wording import Reader, piece_lines, piece_text

TAG = re.compile(r"<[^>]+>")


def receipt_text(sheet: ReturnSheet, identity: Identity, reader: Reader) -> Markup:
    """What was declared, by whom, about what, and when it came in."""
    locale, at = reader.locale, sheet.declared_at or sheet.created_at
    return lines(
        [
            lines(
                [
                    html(locale, "withdraw-receipt-title"),
                    html(locale, "withdraw-receipt-at", at=at, tz=reader.tz, zone=_zone(sheet, reader)),
                ]
            ),
            html(locale, "withdraw-declares"),
            piece_lines(sheet, locale),
            lines(facts(sheet, identity, reader)),
            html(locale, "withdraw-receipt-kept"),
        ],
        "\n\n",
    )


def facts(sheet: ReturnSheet, identity: Identity, reader: Reader) -> list[Markup]:
    """Name, contract and contact, as the law names them."""
    locale = reader.locale
    return [
        html(locale, "withdraw-name", name=identity.name) if identity.name else Markup(),
        html(locale, "withdraw-contract", number=sheet.order_number, shop=reader.shop),
        html(locale, "withdraw-contact", contact=identity.contact) if identity.contact else Markup(),
        html(locale, "withdraw-number", number=sheet.number),
    ]


def receipt_paper(sheet: ReturnSheet, identity: Identity, reader: Reader) -> Paper:
    """The same as a file."""
    locale, at = reader.locale, sheet.declared_at or sheet.created_at
    pieces = [_bare(piece_text(piece, locale)) for piece in sheet.pieces]
    return Paper(
        name=plain(locale, "withdraw-paper-name", number=sheet.number),
        title=_bare(html(locale, "withdraw-receipt-title")),
        blocks=[
            Block("", [_bare(html(locale, "withdraw-receipt-at", at=at, tz=reader.tz, zone=_zone(sheet, reader)))]),
            Block("", [_bare(html(locale, "withdraw-declares")), *pieces]),
            Block("", [_bare(fact) for fact in facts(sheet, identity, reader) if fact]),
        ],
        foot=_bare(html(locale, "withdraw-paper-foot", shop=reader.shop)),
    )


def _zone(sheet: ReturnSheet, reader: Reader) -> str:
    """CET: a time of the law has its zone."""
    return (sheet.declared_at or sheet.created_at).astimezone(reader.tz).strftime("%Z")


def _bare(text: Markup) -> str:
    """Without HTML, for paper."""
    return unescape(TAG.sub("", text))
