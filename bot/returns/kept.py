"""What an order came to and how much of that was undone by what went back, at the prices that were paid."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.returns.billing import lock_bill, what_went_back
from bot.returns.looking import read_sheet
from bot.returns.machine import SETTLED, Status
from bot.returns.money import NOTHING, Bill, shares
from bot.returns.sheet import ReturnSheet
from bot.shop.rows import fetch

# In these something is on its way back, or is back; of the others nothing goes back.
GONE = """
SELECT i.request_id, r.follows, i.line_id, coalesce(i.accepted, i.quantity) AS pieces FROM return_item i
JOIN shop_line l ON l.id = i.line_id JOIN return_request r ON r.id = i.request_id
WHERE l.order_id = ? AND r.status NOT IN ('draft', 'rejected', 'cancelled', 'expired')"""
REFUNDED = "SELECT id, refunded FROM shop_line WHERE order_id = ? AND refunded > 0"
REMOVED = "SELECT id, removed FROM shop_line WHERE order_id = ? AND removed > 0"
DONE = SETTLED | {Status.CLOSED}
MONEY = frozenset({"refund", "credit"})


@dataclass(frozen=True, slots=True)
class Worth:
    """What was paid for goods, and of that what went back, line by line; `owed` has not come in yet."""

    paid: Decimal
    returned: Sequence[Decimal]
    owed: Decimal = NOTHING

    @property
    def kept(self) -> Decimal:
        return max(self.paid - sum(self.returned, NOTHING), NOTHING)


async def lock_worth(order_id: int, *, at_worst: bool = False) -> Worth:
    """Nobody else pays for the order before the unit of work ends; `at_worst`: were all that is on its way back taken
    back for money."""
    bill = await lock_bill(order_id)
    gone = await _gone(order_id, at_worst=at_worst)
    bought = _bought(bill, gone, {row["id"]: row["removed"] for row in await fetch(REMOVED, order_id)})
    paid = {line_id: worth for line_id, (_, worth) in bought.items()}
    returned = [worth * min(gone[line_id] / count, Decimal(1)) for line_id, (count, worth) in bought.items() if count]
    if 0 < bill.total <= (await what_went_back(order_id)).shop:
        returned = list(paid.values())
    return Worth(sum(paid.values(), NOTHING), returned, bill.owed)


def _bought(bill: Bill, gone: Mapping[int, Decimal], removed: Mapping[int, int]) -> dict[int, tuple[Decimal, Decimal]]:
    """Pieces and what they cost, by line: what was cancelled and is no longer in the order has earned points, too."""
    paid, found = shares(bill), dict[int, tuple[Decimal, Decimal]]()
    for line in bill.lines:
        out = min(Decimal(removed.get(line.line_id, 0)), gone.get(line.line_id, NOTHING))
        each = paid[line.line_id] / line.quantity if line.quantity else line.unit_price
        found[line.line_id] = (line.quantity + out, paid[line.line_id] + out * each)
    return found


async def _gone(order_id: int, *, at_worst: bool) -> defaultdict[int, Decimal]:
    """Pieces by line: of returns, or as many as the shop has refunded itself; it tells those of returns, too."""
    gone = defaultdict[int, Decimal](Decimal)
    rows = await fetch(GONE, order_id)
    sheets = {return_id: await read_sheet(return_id) for return_id in {row["request_id"] for row in rows}}
    parts = {return_id: _part(sheet, at_worst=at_worst) for return_id, sheet in sheets.items()}
    before = {row["request_id"]: row["follows"] for row in rows}
    for row in rows:
        gone[row["line_id"]] += int(row["pieces"]) * parts[row["request_id"]] * _rest(row["follows"], parts, before)
    for row in await fetch(REFUNDED, order_id):
        gone[row["id"]] = max(gone[row["id"]], Decimal(row["refunded"]))
    return gone


def _rest(follows: int | None, parts: Mapping[int, Decimal], before: Mapping[int, int | None]) -> Decimal:
    """Of what goods that were given stand for, the share that the returns before have not undone."""
    rest = Decimal(1)
    while follows is not None:
        rest *= 1 - parts.get(follows, NOTHING)
        follows = before.get(follows)
    return rest


def _part(sheet: ReturnSheet, *, at_worst: bool) -> Decimal:
    """How much of a return has undone its purchase: all of it once it was checked or is settled for money, else the
    share of the money that went; beside an article only what the money was for."""
    has_article = sheet.has_article
    if at_worst and not has_article and sheet.status not in DONE:
        return Decimal(1)
    is_back = sheet.status in DONE or sheet.status is Status.INSPECTED
    if is_back and not has_article and (sheet.paid is not None or sheet.outcome in MONEY):
        return Decimal(1)
    if sheet.paid is None:
        return NOTHING
    beside = NOTHING if has_article else sheet.fee.amount + sheet.loss.amount - sheet.shipping.amount
    worth, paid = sheet.due.amount + beside, sheet.paid.amount + beside
    return Decimal(1) if worth <= 0 or paid >= worth else max(paid, NOTHING) / worth
