"""What a coupon is worth and what became of it, in the reader's words."""

from datetime import datetime

from bot.customers.profile import Profile
from bot.i18n import Markup, Money, escape, html, lines
from bot.loyalty.coupons import Coupon
from bot.loyalty.wording import worth_text
from bot.loyalty.worth import Terms
from bot.shop.products import find_by_sku, localised
from dialogs.product_filters import category_name
from dialogs.widgets import shorten

LONGEST_NAME = 60


async def terms_text(terms: Terms, profile: Profile) -> Markup:
    """What it is worth, on what, and from which value of the basket on."""
    locale = profile.locale
    worth, on, least = escape(worth_text(terms, locale)), Markup(), Markup()
    if terms.sku:
        product = await find_by_sku(terms.sku)
        name = localised(product.name, locale)[0] if product else terms.sku
        on = html(locale, "coupon-product", product=shorten(name, LONGEST_NAME))
    elif terms.category:
        on = html(locale, "coupon-category", category=category_name(terms.category, locale))
    if terms.minimum:
        least = html(locale, "coupon-minimum", minimum=Money(terms.minimum, terms.currency))
    return lines([worth, on, least], " ")


async def coupon_text(coupon: Coupon, terms: Terms, profile: Profile, *, now: datetime) -> Markup:
    """One line of the list; what is used up or over is struck out."""
    state = coupon.state(now)
    at = coupon.redeemed_at if state == "redeemed" else coupon.expires_at
    day = (at or coupon.at).astimezone(profile.tz).date()
    key = {"open": "coupon-until", "redeemed": "coupon-redeemed", "expired": "coupon-expired"}[state]
    return html(
        profile.locale,
        "coupon-open" if state == "open" else "coupon-over",
        code=coupon.code,
        terms=await terms_text(terms, profile),
        state=html(profile.locale, key, day=day),
    )
