"""The number of a label in words: it must be there where its picture is lost, or somebody asks the carrier."""

from bot.config import Locale
from bot.i18n import Markup, html, lines
from bot.returns.machine import Status
from bot.returns.sheet import ReturnSheet
from bot.shop.numbers import tracking_key

S = Status
# Whoever has handed it in looks for it by its number until it is here.
FOLLOWED = frozenset({S.LABEL_SENT, S.IN_TRANSIT, S.PARTIALLY_RECEIVED})
# What is longer is for machines alone.
LONGEST_CODE = 64


def label_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """The number as it was given, and what the counter reads where that is something else; nothing without a label."""
    if sheet.status not in FOLLOWED:
        return Markup()
    code = sheet.label.code if sheet.label else None
    number = code if code and tracking_key(code) == sheet.label_number else sheet.label_number
    told = [html(locale, "return-label-number", number=number)] if number else []
    if code and code != number and len(code) <= LONGEST_CODE and sheet.status is S.LABEL_SENT:
        told.append(html(locale, "return-label-code", code=code))
    return lines(told)
