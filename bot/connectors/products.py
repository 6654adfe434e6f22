"""Products that a platform tells in one language become products of all languages."""

from dataclasses import replace
from datetime import datetime

from bot.connectors.told import ProductTold
from bot.shop.by_platform import currency_of_source, delist_product, product_texts
from bot.shop.catalogue import save_products
from bot.shop.intake import take_turns


async def take_product(fact: ProductTold) -> None:
    """Add or complete a product; its texts in other languages stay, and its price gets the shop's currency."""
    await take_turns()
    told = dict(fact.product.told)
    name, description = await product_texts(fact.product.sku)
    told["name"] = name | told["name"]
    told["description"] = (description | (told["description"] or {})) or None
    if currency := await currency_of_source(fact.source):
        told["currency"] = currency
    await save_products([replace(fact.product, told=told)])


async def delist(external_id: str, *, at: datetime) -> None:
    """The platform deleted it."""
    await delist_product(external_id, at=at)
