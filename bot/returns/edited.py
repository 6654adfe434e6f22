"""What the shop has taken out of an order carries out its cancellation, and takes nothing of what is left; pure."""

from collections.abc import Mapping, Sequence

from bot.returns.machine import SETTLED, Status
from bot.shop.rows import Row

# Money that went back, or whose worth did: the shop counts these pieces as refunded itself.
PAID_BACK = SETTLED | {Status.CLOSED}


def still_held(held: Sequence[Row], removed: Mapping[int, int]) -> list[Row]:
    """The rows of returns without cancelled pieces that the order does not name any more; `removed` are pieces by line.

    Those that wait for their money first: what was refunded item by item stays in the order.
    """
    out, found = dict(removed), list[Row]()
    for row in sorted(held, key=lambda row: Status(row["status"]) in PAID_BACK):
        off = min(out.get(row["line_id"], 0), int(row["pieces"])) if row["way"] == "cancel" else 0
        out[row["line_id"]] = out.get(row["line_id"], 0) - off
        found.append(row | {"pieces": int(row["pieces"]) - off})
    return found
