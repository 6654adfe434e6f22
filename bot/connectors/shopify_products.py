"""Shopify's products: one of ours for each variant, all of a family."""

from collections.abc import Iterator

from bot.config import Locale
from bot.connectors.shopify_parts import SOURCE, stand_in, variant_title
from bot.connectors.told import ProductTold
from bot.shop.incoming import IncomingProduct
from bot.shop.reading import Json, amount, identifier, members, moment, number, plain_text, required, text, web_address

LONGEST_DESCRIPTION = 4000


def parse_product(body: Json, locale: Locale) -> tuple[ProductTold, ...]:
    """All variants; Shopify tells texts in the shop's own language and prices in its own currency."""
    required(identifier(body.get("id")), "id")
    title = required(text(body.get("title"), 512), "title")
    return tuple(ProductTold(SOURCE, variant) for variant in _variants(body, title, locale))


def _variants(body: Json, title: str, locale: Locale) -> Iterator[IncomingProduct]:
    description = plain_text(body.get("body_html"), LONGEST_DESCRIPTION)
    images = [address for image in members(body, "images") if (address := web_address(image.get("src")))]
    for variant in members(body, "variants"):
        name = variant_title(variant.get("title"))
        id_ = identifier(variant.get("id"))
        sku = text(variant.get("sku"), 128) or stand_in(id_)
        if sku:
            yield IncomingProduct(
                sku,
                {
                    "external_id": f"{SOURCE}:{id_}"[:128],
                    "family": f"{SOURCE}:{identifier(body.get('id'))}"[:128] if name else None,
                    "name": {locale: f"{title} · {name}" if name else title},
                    "description": {locale: description} if description else None,
                    "category": text(body.get("product_type"), 128),
                    "price": amount(variant.get("price")),
                    "stock": _stock(variant),
                    "images": images or None,
                    "is_listed": text(body.get("status"), 32) in {None, "active"},
                    "revised_at": moment(variant.get("updated_at")) or moment(body.get("updated_at")),
                },
            )


def _stock(variant: Json) -> int | None:
    """How many there are; None where the shop does not count, and none left where it sold more than it had."""
    if variant.get("inventory_management") is None:
        return None
    told = variant.get("inventory_quantity")
    return 0 if isinstance(told, int) and told < 0 else number(told)
