"""A product in words: name, price and stock, then as many facts as the message holds."""

from collections.abc import Iterator

from bot.customers.profile import Profile
from bot.i18n import Markup, has_text, html, lines, plain
from bot.returns.product_terms import ProductTerms
from bot.shop.facts import ProductFacts
from bot.shop.products import localised
from dialogs.product_terms_text import terms_text
from dialogs.widgets import LONGEST_MESSAGE, fit, shorten, visible_length

FEW_LEFT = 3
LONGEST_NAME = 200
LONGEST_DESCRIPTION = 1_500
LONGEST_LABEL = 60
LONGEST_FACT = 200


def product_text(
    product: ProductFacts, terms: ProductTerms, profile: Profile, *, limit: int = LONGEST_MESSAGE
) -> Markup:
    """At most `limit` characters: what does not fit is left out in whole pieces."""
    locale = profile.locale
    cut = html(locale, "error-cut")
    head = _head(product, profile)
    description = _description(product, profile, room=limit - visible_length(head) - visible_length(cut) - 2)
    return fit([head, description, *_facts(product, profile), _papers(product, terms, profile)], cut, limit=limit)


def is_whole(product: ProductFacts, terms: ProductTerms, profile: Profile, *, limit: int) -> bool:
    """Whether a message of `limit` characters holds everything we know."""
    return product_text(product, terms, profile, limit=limit) == product_text(product, terms, profile)


def product_name(product: ProductFacts, profile: Profile) -> str:
    name, _ = localised(product.name, profile.locale)
    return shorten(name or product.sku, LONGEST_NAME)


def _head(product: ProductFacts, profile: Profile) -> Markup:
    locale = profile.locale
    return lines(
        [
            html(locale, "product-title", name=product_name(product, profile)),
            html(locale, "product-price", price=product.price) if product.price else Markup(),
            _stock(product.stock, profile),
        ]
    )


def _stock(stock: int | None, profile: Profile) -> Markup:
    if stock is None:
        return Markup()
    if stock <= 0:
        return html(profile.locale, "product-sold-out")
    few = stock <= FEW_LEFT
    return html(profile.locale, "product-few", count=stock) if few else html(profile.locale, "product-in-stock")


def _description(product: ProductFacts, profile: Profile, *, room: int) -> Markup:
    """The text in the reader's language, else in the next best with a word about it (FAQ-01)."""
    text, language = localised(product.description, profile.locale)
    if not text:
        return Markup()
    other = Markup()
    if language != profile.locale:
        name = plain(profile.locale, f"language-name-{language}")
        other = html(profile.locale, "product-other-language", language=name)
    longest = min(LONGEST_DESCRIPTION, room - visible_length(other) - 2)
    return lines([html(profile.locale, "product-description", text=shorten(text, max(1, longest))), other])


def _facts(product: ProductFacts, profile: Profile) -> Iterator[Markup]:
    for label, value in product.facts.items():
        text, _ = localised(value, profile.locale)
        if text:
            value_shown = shorten(str(text), LONGEST_FACT)
            yield html(profile.locale, "product-fact", label=_label(label, profile), value=value_shown)


def _label(label: str, profile: Profile) -> str:
    """A label we have a word for in each language, else as the shop wrote it."""
    key = f"fact-{label}"
    return plain(profile.locale, key) if has_text(key) else shorten(label, LONGEST_LABEL)


def _papers(product: ProductFacts, terms: ProductTerms, profile: Profile) -> Markup:
    rights = terms_text(terms, product.not_returnable_because, profile.locale)
    return lines([rights, html(profile.locale, "product-sku", sku=product.sku)])
