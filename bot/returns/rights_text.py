"""The right that is left to whoever was declined a favour, in words."""

from bot.config import Locale
from bot.i18n import Markup, html
from bot.returns.right import Right


def right_line(right: Right, locale: Locale) -> Markup:
    """That they may withdraw all the same."""
    if right.until is None:
        return html(locale, "return-still-withdraw")
    return html(locale, "return-still-withdraw-until", day=right.until)
