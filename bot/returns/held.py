"""Which pieces of an order are in its returns or were paid back, and which of them were withdrawn from.

Only what was withdrawn from undoes the contract, so that its delivery goes back (§ 357 (1) and (2) BGB, Art. 13 (1)
Directive 2011/83/EU: all payments, the standard delivery among them). A favour of the shop and a claim for a defect
leave it as it is. What the shop has paid back by itself counts as withdrawn from: nobody tells why it did so, and no
right falls because of doubt (rules.md 3.6).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.returns.edited import PAID_BACK, still_held
from bot.returns.machine import HOLDS_ITEMS, Status
from bot.returns.money import NOTHING, PaidLine, is_whole
from bot.returns.overtakable import GIVES_WAY
from bot.returns.paths import DECLARED, Excluded
from bot.shop.rows import Row, amount, fetch

HELD = """
SELECT i.line_id, r.way, r.lost, CASE WHEN r.unpaid OR CAST(r.carried AS DECIMAL) > 0 OR EXISTS (
    SELECT 1 FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('refund', 'credit'))
  THEN 'refunded' ELSE r.status END AS status,
  sum(CASE WHEN r.late_at IS NOT NULL OR r.status IN ('refunded', 'exchanged', 'credited', 'sent_back', 'closed')
  THEN coalesce(i.accepted, i.quantity) ELSE i.quantity END) AS pieces, r.id AS request_id, r.goods,
  max(i.quantity - coalesce(i.accepted, i.quantity)) AS refused
FROM return_item i JOIN return_request r ON r.id = i.request_id
WHERE i.line_id IN (SELECT id FROM shop_line WHERE order_id = ?) AND r.follows IS NULL
  AND r.status IN ? GROUP BY i.line_id, r.id, 4"""
# What a withdrawal cannot take: all but the favours that it overtakes (overtaking.py).
HELD_FIRMLY = HELD.replace("GROUP BY", f"AND NOT ({GIVES_WAY}) GROUP BY")
HELD_BY_OTHERS = HELD.replace("GROUP BY", "AND r.id <> ? GROUP BY")
# Of what a return has given for a line, what was withdrawn from undoes the line itself.
UNDONE_AGAIN = """
  (SELECT coalesce(sum(coalesce(i.accepted, i.quantity)), 0) FROM return_item i
  JOIN return_request r ON r.id = i.request_id WHERE i.line_id = l.id AND r.follows IS NOT NULL
  AND r.way = 'withdrawal' AND r.status NOT IN ('draft', 'cancelled')) AS undone_again"""
LINES = f"""
SELECT l.id, l.quantity, l.refunded, l.removed, p.return_exclusion,{UNDONE_AGAIN}
FROM shop_line l LEFT JOIN shop_product p ON p.sku = l.sku WHERE l.order_id = ? ORDER BY l.position"""  # noqa: S608  # our own words


def taken_of(line: Row, held: Sequence[Row]) -> int:
    """Pieces that are in returns or were paid back; what a return was paid back for the shop tells a second time.

    `held` are rows of a line's returns; one that was paid back, goods or not, stands there as refunded, and so does one
    of what was never paid, which the shop counts likewise when it takes it off the bill.
    """
    mine = [row for row in held if row["line_id"] == line["id"]]
    under_way = sum(int(row["pieces"]) for row in mine if Status(row["status"]) not in PAID_BACK)
    in_all = sum(int(row["pieces"]) for row in mine)
    return int(min(max(under_way + line["refunded"], in_all), line["quantity"]))


def brought_by(held: Sequence[Row], taken: Mapping[int, int]) -> Decimal | None:
    """What returns (`held` are rows of theirs) bring for all pieces that are `taken`, as each was told it would.

    None where that is not known: where pieces went otherwise, or not all of a return was accepted.
    """
    pieces = Counter[int]()
    for row in held:
        pieces[row["line_id"]] += int(row["pieces"])
    if pieces != Counter(taken) or any(row["refused"] for row in held):
        return None
    goods = {row["request_id"]: amount(row["goods"]) or NOTHING for row in held}
    return sum(goods.values(), NOTHING)


def undone_of(line: Row, held: Sequence[Row]) -> int:
    """Those of them that were withdrawn from, or cancelled, and of what was given for others; `line` with
    `undone_again`."""
    kept = [row for row in held if row["line_id"] == line["id"] and row["way"] not in DECLARED]
    mine = max(taken_of(line, held) - sum(int(row["pieces"]) for row in kept), 0)
    return int(min(mine + line["undone_again"], line["quantity"]))


def is_excluded(line: Row) -> bool:
    """Whether the law lets nobody withdraw from it, sealed or not (§ 312g (2) BGB), or no parcel brings it: it takes
    nothing from a withdrawal of all the rest. `line` with `return_exclusion` of its product."""
    reason = line["return_exclusion"]
    return bool(reason) and not Excluded(reason).is_about_the_seal


async def sofar_but(order_id: int, return_id: int, before: Mapping[int, int]) -> dict[str, Any]:
    """What others than this return take of an order, as `bot.returns.money.estimate` asks for it: the pieces `before`,
    what they bring, those that were undone, and the lines that nobody can withdraw from."""
    lines = await fetch(LINES, order_id)
    rows = await fetch(HELD_BY_OTHERS, order_id, sorted(HOLDS_ITEMS), return_id)
    held = _still(rows, lines)
    undone = {line["id"]: undone_of(line, held) for line in lines}
    return {"before": before, "brought": brought_by(rows, before), "undone": undone, "excluded": _excluded(lines)}


async def is_undone(order_id: int) -> bool:
    """Whether everything that can be withdrawn from was."""
    lines = await fetch(LINES, order_id)
    held = _still(await fetch(HELD, order_id, sorted(HOLDS_ITEMS)), lines)
    bought = [PaidLine(line["id"], line["quantity"]) for line in lines]
    return is_whole(bought, {line["id"]: undone_of(line, held) for line in lines}, _excluded(lines))


def _still(held: Sequence[Row], lines: Sequence[Row]) -> list[Row]:
    return still_held(held, {line["id"]: line["removed"] for line in lines})


def _excluded(lines: Collection[Row]) -> frozenset[int]:
    return frozenset(line["id"] for line in lines if is_excluded(line))
