"""What can be had in exchange, in words: each article with its price and what that leaves, variants first."""

from collections.abc import Sequence

from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.difference import Difference
from bot.returns.exchange_text import Article, Left, article_lines, article_name, how_to_pay, kind_of, left_lines
from bot.returns.money import Estimate
from bot.returns.paths import Way
from bot.returns.sending_back import Offer
from bot.returns.swaps import Swap
from bot.returns.wishes import money_with
from bot.shop.facts import ProductFacts
from dialogs.returning_draft import Draft


def swap_parts(swaps: Sequence[Swap], offer: Offer, draft: Draft, profile: Profile) -> list[Markup]:
    """For the screen on which one is chosen."""
    locale = profile.locale
    if not swaps:
        return [html(locale, "return-exchange-none")]
    told = [html(locale, "return-exchange-ask")]
    for key, is_variant in (("return-exchange-variants", True), ("return-exchange-others", False)):
        group = [_line(each, offer, draft, profile) for each in swaps if each.is_variant == is_variant]
        headed = is_variant or any(each.is_variant for each in swaps)
        told.append(lines([html(locale, key), *group] if headed and group else group))
    return [each for each in told if each]


def exchange_lines(
    other: ProductFacts, draft: Draft, way: Way, money: Estimate, profile: Profile, *, shop: str
) -> list[Markup]:
    """Before it is sent: which article, at which price, what that leaves and how that is paid."""
    locale, currency, pieces = profile.locale, money.currency, sum(draft.chosen.values())
    price = other.price and Money(other.price.amount * pieces, currency)
    article = Article(article_name(other.name, other.sku, locale), pieces, price)
    is_sure = way is not Way.WARRANTY
    told = article_lines([article], locale, is_sure=is_sure)
    if found := money.difference:
        fee, shipping = Money(money.fee, currency), Money(money.shipping, currency)
        left = Left(difference=found, shipping=shipping, fee=fee, off_bill=money.off_bill)
        told += left_lines(left, locale, is_sure=is_sure)
        told += [how_to_pay(locale, shop, is_checked=False)] if found.owed else []
    return told


def _line(swap: Swap, offer: Offer, draft: Draft, profile: Profile) -> Markup:
    locale, pieces = profile.locale, sum(draft.chosen.values())
    name = html(locale, "order-item", quantity=pieces, name=article_name(swap.product.name, swap.product.sku, locale))
    price = Money(swap.price.amount * pieces, swap.price.currency)
    way = draft.way_for("exchange", offer) or Way.GOODWILL
    found = money_with(swap, draft.wish(way), offer.order).difference or Difference()
    left = plain(locale, f"return-short-{kind_of(found)}", total=Money(found.back or found.owed, price.currency))
    return html(locale, "return-exchange-line", name=name, total=price, left=left)
