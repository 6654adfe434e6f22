"""How many pieces of each line of an order may have left the shop, and how many can still be stopped; pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.db import document
from bot.returns.downloads import is_download, is_provided
from bot.shop.rows import Row
from bot.shop.states import COMPLETED, STATE_OF_WORD, plain_word
from bot.shop.statuses import NOT_YET_MOVING, ShipmentStatus

Parcels = Sequence[tuple[str, Mapping[str, int]]]
"""The status of each, and how many pieces it holds by SKU or name; empty: it does not say."""


def sent_pieces(status: str | None, lines: Sequence[Row], parcels: Parcels) -> dict[int, int]:
    """By line; `status` is the shop's own word for the order.

    What nobody can tell may have left: a parcel that says nothing of its contents may hold anything, and so may one
    on the way where an item has no article number. Where the shop says that all has been sent, only what lies in a
    parcel that no carrier has yet is still there.
    """
    is_completed = STATE_OF_WORD.get(plain_word(status)) == COMPLETED
    if not parcels:
        return {line["id"]: line["quantity"] if is_completed else 0 for line in lines} | _provided(status, lines)
    moving = [holds for where, holds in parcels if where not in NOT_YET_MOVING]
    waiting = [holds for where, holds in parcels if where in NOT_YET_MOVING and where != ShipmentStatus.CANCELLED]
    gone, packed = together(moving), together(waiting)
    is_told = is_completed and all(waiting)
    found = {}
    for line in lines:
        sent = line["quantity"]
        if all(moving) and (line["sku"] is not None or not moving):
            sent = take(gone, line, line["quantity"])
            if is_told and line["sku"] is not None:
                sent = line["quantity"] - take(packed, line, line["quantity"] - sent)
        found[line["id"]] = sent
    return found | _provided(status, lines)


def unshipped_of(line: Row, held: Sequence[Row], *, taken: int, sent: int, lost: int = 0) -> int:
    """Pieces of a line that are left and still in the shop; `held` are rows of returns, `taken`, `sent` and `lost`
    pieces.

    What was cancelled is counted as what had not left, and so is what was paid back without a return of ours, unless
    it got lost: that is what the shop paid back first.
    """
    mine = [row for row in held if row["line_id"] == line["id"]]
    cancelled = sum(int(row["pieces"]) for row in mine if row["way"] == "cancel")
    paid_back = max(taken - sum(int(row["pieces"]) for row in mine), 0)
    never_came = min(paid_back, max(lost - sum(int(row["pieces"]) for row in mine if row["lost"]), 0))
    stopped = min(cancelled, taken) + paid_back - never_came
    return int(max(min(line["quantity"] - sent - stopped, line["quantity"] - taken), 0))


def contents_of(parcel: Row) -> Counter[str]:
    """Pieces by SKU; an article may stand in it twice, once for each line of the order."""
    pieces = Counter[str]()
    for item in document(parcel["contents"]) or ():
        if item.get("sku"):
            pieces[item["sku"]] += item["quantity"]
    return pieces


def together(parcels: Iterable[Mapping[str, int]]) -> Counter[str]:
    """What several of them hold."""
    return sum(map(Counter[str], parcels), Counter[str]())


def take(pieces: Counter[str], line: Row, most: int) -> int:
    """So many of them, which become fewer, are of this line; two lines of one article are served in turn."""
    what = line["sku"] if line["sku"] in pieces else line["name"]
    taken = min(pieces[what], most)
    pieces[what] -= taken
    return int(taken)


def _provided(status: str | None, lines: Sequence[Row]) -> dict[int, int]:
    """Downloads come in no parcel."""
    each = [line for line in lines if is_download(line)]
    return {line["id"]: line["quantity"] if is_provided(line, status) else 0 for line in each}
