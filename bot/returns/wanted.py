"""What somebody wants instead of money: it can be had, is promised to nobody else, and costs no more than was paid."""

from collections import Counter
from collections.abc import Iterable

from bot.errors import CustomerError
from bot.i18n import Money
from bot.returns.promised import is_free, lock_stock
from bot.returns.sending_back import is_within
from bot.shop.products import find_by_sku


class SoldOutError(CustomerError):
    """What is wanted instead was bought by, or promised to, somebody else in the meantime."""

    key = "return-sold-out"


class TooDearError(CustomerError):
    """What is wanted instead costs more by now than was paid, and nobody pays on top."""

    key = "return-too-dear"


async def check_wanted(wanted: Iterable[tuple[str | None, int]], *, at_most: Money | None) -> None:
    """Article numbers with their pieces; `at_most` is None for the same again. Held until the unit of work ends."""
    pieces = Counter[str]()
    for sku, count in wanted:
        if sku:
            pieces[sku] += count
    await lock_stock(pieces)
    for sku, count in pieces.items():
        await _check(sku, count, at_most)


async def _check(sku: str, pieces: int, at_most: Money | None) -> None:
    """Of what the catalogue does not have nothing can be chosen; whether there is the same again, the staff know."""
    product = await find_by_sku(sku)
    if product is None and at_most is None:
        return
    if product is None or not await is_free(product, pieces):
        raise SoldOutError
    if at_most is not None and not is_within(product, at_most):
        raise TooDearError
