"""What of an order no parcel has brought or brings yet, so that no period has begun (§ 356 (2) no. 1 BGB); pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.returns.paths import Excluded
from bot.shop.rows import Row
from bot.shop.states import COMPLETED, STATE_OF_WORD, plain_word

# What comes without a parcel is waited for in none.
NEVER_SENT = frozenset({Excluded.DIGITAL, Excluded.DATED_SERVICE})


def awaits_more(status: str | None, lines: Sequence[Row], contents: Sequence[Mapping[str, int]]) -> bool:
    """Whether a piece that was not paid back is in no parcel yet (`contents`: of each, by SKU or name).

    Only where every parcel tells what it holds, and the shop does not say that everything has been sent.
    """
    if not all(contents) or STATE_OF_WORD.get(plain_word(status)) == COMPLETED:
        return False
    packed, bought = sum(map(Counter[str], contents), Counter[str]()), Counter[str]()
    for line in lines:
        if line["sku"] and line["return_exclusion"] not in NEVER_SENT:
            bought[line["sku"] if line["sku"] in packed else line["name"]] += line["quantity"] - line["refunded"]
    return any(pieces > packed[what] for what, pieces in bought.items())
