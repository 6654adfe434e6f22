"""A chain of returns in words: what was given for goods that went back, and where that goes on."""

from bot.config import Locale
from bot.i18n import Markup, html
from bot.returns.sheet import ReturnSheet
from bot.shop.products import localised

LONGEST_NAME = 60
MOST_PIECES = 8


def given_lines(sheet: ReturnSheet, locale: Locale) -> list[Markup]:
    """What the customer got for it, and where these goods came from that go back now."""
    told = [html(locale, "return-follows", number=sheet.follows)] if sheet.follows else []
    for piece in sheet.pieces[:MOST_PIECES]:
        if piece.given:
            other = piece.instead if piece.given_as == "exchange" else None
            name = (localised(other.name, locale)[0] or other.sku) if other else piece.name
            item = html(locale, "order-item", quantity=piece.given, name=" ".join(name.split())[:LONGEST_NAME])
            told.append(html(locale, "return-given", item=item))
    if sheet.tracking:
        told.append(html(locale, "return-tracking", number=sheet.tracking))
    after = ", ".join(sheet.followed_by)
    return [*told, html(locale, "return-followed", numbers=after)] if after else told
