"""Which parcels hold what their customer has withdrawn from: these need not be taken, and nothing is sent again.

Returns belong to a room above this one, which may not be imported here; so their tables are read by name.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from bot.config import Locale
from bot.i18n import Markup, html
from bot.shop.rows import Row, fetch
from bot.shop.statuses import ShipmentStatus

S = ShipmentStatus
# What stands of a declaration: not what was taken back, nor what its customer was told to keep.
LINES = """
SELECT l.sku, l.name, l.quantity, l.refunded, (
  SELECT coalesce(sum(i.quantity), 0) FROM return_item i JOIN return_request r ON r.id = i.request_id
  WHERE i.line_id = l.id AND r.way IN ('withdrawal', 'cancel') AND r.follows IS NULL AND (r.lost OR NOT r.keeps)
    AND r.status NOT IN ('draft', 'requested', 'rejected', 'cancelled', 'expired')) AS declared
FROM shop_line l WHERE l.order_id = ? ORDER BY l.position"""

# What its customer can do about a parcel, by where it is; of the others nothing is different.
TO_DO: Mapping[str, str] = {
    S.RETURNING: "back",
    S.RETURNED: "back",
    S.DELIVERED: "here",
    S.AVAILABLE_FOR_PICKUP: "pickup",
}
AS_EVER = frozenset({S.LOST, S.DAMAGED, S.CANCELLED})


class Withdrawn(StrEnum):
    """How much of what a parcel holds."""

    NOTHING = ""
    PART = "part"
    ALL = "all"


async def withdrawn_lines(order_id: int) -> list[Row]:
    """The lines of the order, with how many pieces of each were withdrawn from."""
    return await fetch(LINES, order_id)


def withdrawn_of(lines: Sequence[Row], contents: Sequence[tuple[str, int]], *, is_only: bool) -> Withdrawn:
    """Of a parcel with these `contents`, none where it does not say; `is_only`: it is the only one of its order; pure.

    Pieces that came otherwise are the first to be those that go back: these can be sent.
    """
    if not any(line["declared"] for line in lines):
        return Withdrawn.NOTHING
    if all(max(line["declared"], line["refunded"]) >= line["quantity"] for line in lines):
        return Withdrawn.ALL
    if not contents:
        return Withdrawn.PART if is_only else Withdrawn.NOTHING
    left = Counter[str]()
    for name, quantity in contents:
        left[name] += quantity
    inside = [_take(left, line) for line in lines]
    gone = [max(line["declared"] - (line["quantity"] - here), 0) for line, here in zip(lines, inside, strict=True)]
    if not any(gone):
        return Withdrawn.NOTHING
    return Withdrawn.ALL if sum(gone) == sum(quantity for _, quantity in contents) else Withdrawn.PART


def withdrawn_title(status: str, locale: Locale) -> Markup:
    """What a message about such a parcel begins with; empty where it begins as ever."""
    to_do = _to_do(status)
    return html(locale, f"push-withdrawn-title-{to_do}") if to_do in {"coming", "pickup"} else Markup()


def withdrawn_line(withdrawn: Withdrawn, status: str, locale: Locale) -> Markup:
    """What its customer may do about the parcel; empty where nothing of it was withdrawn from, or as ever."""
    if withdrawn is Withdrawn.NOTHING or not _to_do(status):
        return Markup()
    if withdrawn is Withdrawn.ALL:
        return html(locale, f"push-withdrawn-{_to_do(status)}")
    return html(locale, "push-withdrawn-part-back" if _to_do(status) == "back" else "push-withdrawn-part")


def _to_do(status: str) -> str:
    return "" if status in AS_EVER else TO_DO.get(status, "coming")


def _take(left: Counter[str], line: Row) -> int:
    """Pieces of this line in the parcel; two lines of one article are served in turn."""
    name = line["name"] or line["sku"] or ""
    taken = min(left[name], int(line["quantity"]))
    left[name] -= taken
    return taken
