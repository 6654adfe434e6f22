"""What a coupon is worth, in a few words."""

from bot.config import Locale
from bot.i18n import Money, plain
from bot.loyalty.worth import Terms


def worth_text(terms: Terms, locale: Locale) -> str:
    """`5,00 € Rabatt`."""
    if terms.amount is not None:
        return plain(locale, "coupon-worth-amount", amount=Money(terms.amount, terms.currency))
    return plain(locale, "coupon-worth-percent", percent=terms.percent or 0)
