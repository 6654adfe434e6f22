"""Downloads, which no parcel brings: whether the customer has one already; pure.

Source: § 356 (5) BGB, Art. 16 (m) Directive 2011/83/EU: the right of withdrawal ends when the shop has begun to provide
it with the customer's express consent. A product flagged as digital tells that the shop asks for that; until the order
tells that it was provided the right stands.
"""

from bot.returns.paths import Excluded
from bot.shop.rows import Row
from bot.shop.states import COMPLETED, STATE_OF_WORD, plain_word


def is_download(line: Row) -> bool:
    """`line` with `return_exclusion` of its product."""
    return bool(line["return_exclusion"] == Excluded.DIGITAL)


def is_provided(line: Row, shop_status: str | None) -> bool:
    """As the shop tells of the item, else of the whole order; other goods are told of by their parcels."""
    if not is_download(line) or line["provided"] is not None:
        return not is_download(line) or bool(line["provided"])
    return STATE_OF_WORD.get(plain_word(shop_status)) == COMPLETED
