"""What is left of an article, as the shop told it last and less what was given away here since."""

from bot.db import unit_of_work
from bot.shop.rows import change

TAKE = """
UPDATE shop_product SET stock = stock - ? WHERE sku = ? AND (stock IS NULL OR stock >= ?) RETURNING id"""


@unit_of_work
async def take_from_stock(sku: str, pieces: int) -> bool:
    """False where there are fewer; where nobody counts it stays uncounted. The shop's next word replaces it."""
    return bool(await change(TAKE, pieces, sku, pieces))
