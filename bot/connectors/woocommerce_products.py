"""WooCommerce's products."""

from typing import Any

from bot.config import Locale
from bot.connectors.told import ProductTold
from bot.shop.incoming import IncomingProduct
from bot.shop.reading import (
    Json,
    amount,
    identifier,
    members,
    number,
    plain_text,
    required,
    text,
    utc_moment,
    web_address,
)

SOURCE = "woocommerce"
LONGEST_DESCRIPTION = 4000


def parse_product(body: Json, locale: Locale, *, is_restored: bool) -> ProductTold:
    """One product or variation; WooCommerce tells texts in the shop's own language."""
    id_ = required(identifier(body.get("id")), "id")
    description = plain_text(body.get("short_description"), LONGEST_DESCRIPTION) or plain_text(
        body.get("description"), LONGEST_DESCRIPTION
    )
    categories = [name for each in members(body, "categories") if (name := plain_text(each.get("name"), 128))]
    images = [address for each in members(body, "images") if (address := web_address(each.get("src")))]
    parent = identifier(body.get("parent_id"))  # of a variation; 0 has none
    told: dict[str, Any] = {
        "external_id": f"{SOURCE}:{id_}"[:128],
        "family": f"{SOURCE}:{parent}"[:128] if parent and parent != "0" else None,
        "name": {locale: required(plain_text(body.get("name"), 512), "name")},
        "description": {locale: description} if description else None,
        "category": categories[0] if categories else None,
        "price": amount(body.get("price")),
        "stock": _stock(body),
        "images": images or None,
        "is_listed": text(body.get("status"), 32) in {None, "publish"}
        and text(body.get("catalog_visibility"), 32) != "hidden",
    }
    if not is_restored:  # it was deleted after its last change, and must come back all the same
        told["revised_at"] = utc_moment(body.get("date_modified_gmt"))
    return ProductTold(SOURCE, IncomingProduct(text(body.get("sku"), 128) or f"product-{id_}"[:128], told))


def _stock(body: Json) -> int | None:
    """How many there are; None where the shop does not count, and none left where it sold more than it had."""
    told = body.get("stock_quantity")
    if body.get("manage_stock") is not True:
        return None
    return 0 if isinstance(told, int) and told < 0 else number(told)
