"""Something has come damaged, and what is wished for it, in one sentence: the order, the item and the wish at once."""

from collections.abc import Collection, Sequence

from bot.returns.looking import returns_holding
from bot.returns.own import given_lines
from bot.shop.own import OwnLine, own_lines
from bot.shop.rows import fetch
from bot.shop.statuses import ShipmentStatus
from bot.support.lines import find_lines
from bot.support.own_orders import CERTAIN
from bot.support.quantities import find_quantity
from bot.support.results import Answer, Intent, OrderChoice, ReturnWanted
from bot.support.returns_meant import Wished
from bot.support.sayings import says

# What the words may be taken for as a whole; whoever withdraws, complains or asks something else has said so.
MAY_TELL: frozenset[Intent | None] = frozenset({None, "damaged_item", "return_item", "refund_status"})
SURELY_BACK: frozenset[Intent | None] = frozenset({"damaged_item", "return_item"})
ARRIVED = "SELECT DISTINCT order_id FROM shop_shipment WHERE order_id IN ? AND status = ?"


async def damage_told(
    text: str, named: Sequence[int], *, wanted: Intent | None, customer_ids: Sequence[int]
) -> Answer | None:
    """For the order that is `named`, else for the one with the item that is; None where none is, or no damage is told.

    Where the item is in several orders that have arrived, the customer says which. Money for what is in a return
    already is not a wish, but waited for.
    """
    if wanted not in MAY_TELL or not customer_ids or not is_damage_told(text):
        return None
    outcome = outcome_wished(text)
    if outcome is None and wanted not in SURELY_BACK:
        return None
    lines = find_lines(text, [*await own_lines(customer_ids), *await given_lines(customer_ids)])
    order_ids = list(named) or await _arrived({line.order_id for line in lines})
    meant = [line for line in lines if line.order_id in order_ids]
    if not order_ids or (wanted != "damaged_item" and await _is_in_return(order_ids, meant, customer_ids)):
        return None
    if len(order_ids) > 1:
        numbers = tuple(dict.fromkeys(line.number for line in meant))
        return None if named else Answer(OrderChoice(numbers, wish="damaged_item"), "damaged_item", CERTAIN)
    only = meant[0] if len(meant) == 1 else None
    line_id, follows = (only.id, only.given_by) if only else (None, None)
    back = ReturnWanted((order_ids[0],), line_id, find_quantity(text), Wished("defective", outcome), follows)
    return Answer(back, "damaged_item", CERTAIN)


def is_damage_told(text: str) -> bool:
    """Whether it says that something is broken; not that it may be, or is not."""
    return says("damaged", text) and not says("undamaged", text)


def outcome_wished(text: str) -> str | None:
    """What is wished for it, as the returns room calls it; None where nothing is, or more than one thing."""
    wished = [outcome for outcome in ("refund", "replacement") if says(outcome, text)]
    return wished[0] if len(wished) == 1 else None


async def _arrived(order_ids: Collection[int]) -> list[int]:
    """Of several those of which something has arrived: the others cannot have come damaged."""
    if len(order_ids) < 2:
        return list(order_ids)
    came = {row["order_id"] for row in await fetch(ARRIVED, sorted(order_ids), ShipmentStatus.DELIVERED.value)}
    return sorted(came or order_ids)


async def _is_in_return(order_ids: Sequence[int], lines: Sequence[OwnLine], customer_ids: Sequence[int]) -> bool:
    ids = {line.id for line in lines}
    return any([await returns_holding(each, ids, customer_ids=customer_ids) for each in order_ids])
