"""How many pieces of each line of an order never came and never will: there is nothing to send back of them; pure.

The risk of the way is the shop's until the customer has the goods (§ 475 (2) BGB, Art. 20 Directive 2011/83/EU): who
withdraws gets everything back, and nobody may wait for goods that cannot come (§ 357 (4) BGB is about goods to be
sent back). Their time has not begun, since they were never received (§ 356 (2) BGB).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.returns.paths import Item
from bot.returns.shipped import Parcels, take, together
from bot.shop.rows import Row
from bot.shop.statuses import ShipmentStatus

# What went back to the shop undelivered has not come either.
NEVER_CAME = frozenset({ShipmentStatus.LOST, ShipmentStatus.RETURNED})


def lost_pieces(lines: Sequence[Row], parcels: Parcels) -> dict[int, int]:
    """By line: all of it where every parcel is lost, else what those name that are; what nobody can tell may come.

    Of one that names nothing it is what no other parcel holds, where all others name what they do.
    """
    going = [(where, holds) for where, holds in parcels if where != ShipmentStatus.CANCELLED]
    lost = [holds for where, holds in going if where in NEVER_CAME]
    others = [holds for where, holds in going if where not in NEVER_CAME]
    if lost and not others:
        return {line["id"]: line["quantity"] for line in lines}
    missing = together(lost)
    # What was sent again has come, or may still come.
    coming = together(others)
    room = {line["id"]: line["quantity"] - take(coming, line, line["quantity"]) for line in lines}
    is_the_rest = not all(lost) and all(others)
    return {
        line["id"]: room[line["id"]] if is_the_rest and line["sku"] else take(missing, line, room[line["id"]])
        for line in lines
    }


def mark_lost(items: Sequence[Item], held: Sequence[Row], lost: Mapping[int, int]) -> list[Item]:
    """The items with how many pieces of what is left of them are lost; `held` are rows of returns."""
    return [replace(item, lost=_lost_of(item, held, lost[item.line_id])) for item in items]


def _lost_of(item: Item, held: Sequence[Row], lost: int) -> int:
    """What the shop paid back without a return is what never came, as far as anything did not."""
    mine = [row for row in held if row["line_id"] == item.line_id]
    paid_back = max(item.taken - sum(int(row["pieces"]) for row in mine), 0)
    gone = sum(int(row["pieces"]) for row in mine if row["lost"]) + paid_back
    return max(min(lost - gone, item.left - item.unshipped), 0)
