"""The right that is left to whoever was declined a favour, in words."""

from collections.abc import Sequence

from bot.config import Locale
from bot.i18n import Markup, html
from bot.returns.paths import Open, Way
from bot.returns.right import Right


def right_line(right: Right, locale: Locale) -> Markup:
    """That they may withdraw all the same."""
    if right.until is None:
        return html(locale, "return-still-withdraw")
    return html(locale, "return-still-withdraw-until", day=right.until)


def or_withdraw(way: Way, outcome: str, opened: Sequence[Open], locale: Locale) -> Markup:
    """For who wants the money back for a defect and might simply withdraw: `opened` is that right of their items."""
    days = [each.until for each in opened if each.until]
    if way is not Way.WARRANTY or outcome != "refund" or not days:
        return Markup()
    return html(locale, "return-or-withdraw", day=min(days))
