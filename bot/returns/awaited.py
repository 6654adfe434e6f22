"""What of an order has still to come before its period begins (§ 356 (2) no. 1 BGB): parcels, and pieces that are in
none yet; pure.

What was cancelled, or paid back, is waited for by nobody.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.returns.paths import Excluded
from bot.returns.shipped import Parcels, together
from bot.shop.rows import Row
from bot.shop.states import COMPLETED, STATE_OF_WORD, plain_word
from bot.shop.statuses import NOT_YET_MOVING

# What comes without a parcel is waited for in none.
NEVER_SENT = frozenset({Excluded.DIGITAL, Excluded.DATED_SERVICE})


def awaited(
    status: str | None, lines: Sequence[Row], parcels: Parcels, *, cancelled: Mapping[int, int]
) -> list[int] | None:
    """The places of those parcels that have to come, or have; None where a piece of the order is in none of them yet.

    `parcels` without those that were cancelled, `cancelled` pieces by line. Only where every parcel tells what it
    holds, and the shop does not say that everything has been sent, something may be in none.
    """
    everything = [holds for _, holds in parcels]
    if _is_missing(status, lines, everything, cancelled):
        return None
    moving = [place for place, (where, _) in enumerate(parcels) if where not in NOT_YET_MOVING]
    # What lies packed of a declared cancellation stays where it is, unless a carrier takes it all the same.
    gone = [everything[place] for place in moving]
    is_told = all(gone) and all(line["sku"] for line in lines)
    if any(cancelled.values()) and is_told and not _lacks(lines, gone, cancelled):
        return moving
    return list(range(len(parcels)))


def cancelled_pieces(held: Sequence[Row]) -> dict[int, int]:
    """By line; `held` are rows of returns."""
    found = Counter[int]()
    for row in held:
        if row["way"] == "cancel":
            found[row["line_id"]] += int(row["pieces"])
    return dict(found)


def _is_missing(
    status: str | None, lines: Sequence[Row], contents: Sequence[Mapping[str, int]], cancelled: Mapping[int, int]
) -> bool:
    if not contents or not all(contents) or STATE_OF_WORD.get(plain_word(status)) == COMPLETED:
        return False
    return _lacks(lines, contents, cancelled)


def _lacks(lines: Sequence[Row], contents: Sequence[Mapping[str, int]], cancelled: Mapping[int, int]) -> bool:
    """Whether these parcels do not hold everything that the customer still gets."""
    packed, wanted = together(contents), Counter[str]()
    for line in lines:
        if line["sku"] and line["return_exclusion"] not in NEVER_SENT:
            # The shop counts a cancelled piece as refunded as well, once its money has gone.
            off = max(line["refunded"], cancelled.get(line["id"], 0))
            wanted[line["sku"] if line["sku"] in packed else line["name"]] += max(line["quantity"] - off, 0)
    return any(pieces > packed[what] for what, pieces in wanted.items())
