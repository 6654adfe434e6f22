"""What several of Shopify's resources have in common."""

from typing import Any

from bot.shop.reading import Json, identifier, text

SOURCE = "shopify"
NO_VARIANT = "default title"


def sku_of(line: Json) -> str | None:
    """The article number, else a stand-in by which items, parcels and products still find each other."""
    return text(line.get("sku"), 128) or stand_in(line.get("variant_id"))


def stand_in(variant_id: Any) -> str | None:
    variant = identifier(variant_id)
    return f"variant-{variant}"[:128] if variant else None


def variant_title(value: Any) -> str | None:
    """The variant as customers chose it; a product with only one has none."""
    title = text(value, 256)
    return None if title and title.casefold() == NO_VARIANT else title
