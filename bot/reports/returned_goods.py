"""What the items of returns were paid for, each its share of what its return brings; pure."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from bot.returns.money import NOTHING, round_money
from bot.shop.rows import Row, amount


def valued(items: Sequence[Row]) -> list[Row]:
    """Each with `pieces` that came back and their `value`: its share of what the return's goods bring, to the cent.

    What was not accepted keeps its share: over all items of a return, with it, the cents are those of the return.
    """
    found: list[Row] = []
    for _, of_return in groupby(items, key=lambda item: item["id"]):
        rows = list(of_return)
        goods, currency = amount(rows[0]["goods"]) or NOTHING, rows[0]["currency"]
        weights = [(amount(row["unit_price"]) or NOTHING) * row["quantity"] for row in rows]
        if not any(weights):
            weights = [Decimal(row["quantity"]) for row in rows]
        so_far, shared = NOTHING, NOTHING
        for row, weight in zip(rows, weights, strict=True):
            so_far += weight
            up_to_here = round_money(goods * so_far / sum(weights), currency)
            pieces = _pieces(row)
            value = round_money((up_to_here - shared) * pieces / row["quantity"], currency)
            shared = up_to_here
            found.append(row | {"pieces": pieces, "value": value})
    return found


def _pieces(row: Row) -> int:
    return int(row["quantity"] if row["accepted"] is None else row["accepted"])
