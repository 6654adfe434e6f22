"""Whether a product may go back, in words: by the law, by the shop's favour, for a defect; the dialog says the same."""

from typing import Any

from bot.config import Locale
from bot.i18n import Markup, html, lines, plain
from bot.returns.paths import Excluded
from bot.returns.product_terms import ProductTerms
from bot.shop.products import localised
from dialogs.widgets import shorten

LONGEST_REASON = 200


def terms_text(terms: ProductTerms, why_not: Any, locale: Locale) -> Markup:
    """A line a right; `why_not` are the shop's words, by language, for giving no favour."""
    return lines(
        [
            _withdrawal(terms, locale),
            favour_line(why_not, locale) if terms.is_barred and terms.withdrawal_days else Markup(),
            html(locale, "product-favour", days=terms.goodwill_days) if terms.is_favoured else Markup(),
            html(locale, "product-defect", months=terms.periods.warranty_months),
        ]
    )


def favour_line(why_not: Any, locale: Locale) -> Markup:
    """That the shop gives no favour beyond the law, and why where it says so."""
    reason, _ = localised(why_not, locale)
    if not reason:
        return html(locale, "product-no-favour")
    return html(locale, "product-no-favour-because", reason=shorten(str(reason), LONGEST_REASON))


def _withdrawal(terms: ProductTerms, locale: Locale) -> Markup:
    if terms.excluded is Excluded.DIGITAL:
        return html(locale, "withdraw-digital")
    if not terms.withdrawal_days:
        return html(locale, "product-no-withdrawal", reason=plain(locale, f"withdraw-law-{terms.excluded}"))
    key = "product-withdrawal-sealed" if terms.excluded else "product-withdrawal"
    return html(locale, key, days=terms.withdrawal_days)
