"""What a return has given, as goods of the order: its lines, its days and its worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.db import document
from bot.returns.held import is_excluded
from bot.returns.line import LineBack
from bot.returns.money import NOTHING, Bill, PaidLine
from bot.returns.paths import Item
from bot.returns.pieces import name_of_article
from bot.returns.product_terms import product_terms
from bot.returns.reading import OrderBack
from bot.returns.renewal import Clocks, ways_of_given
from bot.returns.windows import Instruction
from bot.shop.rows import Row, amount


@dataclass(frozen=True, slots=True)
class Judging:
    """What holds for everything that was given for an order."""

    bought: OrderBack
    today: date
    regions: tuple[str, ...]

    def order_of(self, rows: Sequence[Row], clocks: Clocks, gone: Mapping[int, int], paid: Decimal) -> OrderBack:
        """As an order of its own: `rows` are what one return has given, `gone` pieces by line that it has no more, and
        `paid` is what was given for those."""
        before = {row["line_id"]: min(gone.get(row["line_id"], 0), row["pieces"]) for row in rows}
        return replace(
            self.bought,
            receipt=clocks.withdrawal,
            lines=tuple(self._line(row, clocks, before[row["line_id"]]) for row in rows),
            bill=self._bill(rows, paid),
            before=before,
            undone=before,
            brought=None,
        )

    def _line(self, row: Row, clocks: Clocks, taken: int) -> LineBack:
        terms = self.bought.terms
        days = terms.window(sku=row["sku"], category=row["category"], country=self.bought.country)
        told = product_terms(exclusion=row["return_exclusion"], returnable=row["returnable"], goodwill_days=days)
        item = Item(
            line_id=row["line_id"],
            bought=row["pieces"],
            taken=taken,
            excluded=told.excluded,
            goodwill_days=told.goodwill_days,
        )
        return LineBack(
            id=row["line_id"],
            sku=row["sku"],
            name=name_of_article(row) or row["sku"] or row["name"],
            variant=None if row["is_other"] else row["variant"],
            quantity=row["pieces"],
            eligibility=ways_of_given(
                item,
                clocks,
                today=self.today,
                regions=self.regions,
                instruction=Instruction(terms.instruction_given),
                periods=terms.periods,
            ),
            why_not=document(row["not_returnable_because"]),
            is_barred=told.is_barred,
            is_excluded=is_excluded(row),
            follows=row["id"],
            given_as=row["kind"],
        )

    def _bill(self, rows: Sequence[Row], paid: Decimal) -> Bill:
        """What it was given for, shared out by what the goods that were bought cost."""
        lines = tuple(PaidLine(row["line_id"], row["pieces"], amount(row["unit_price"]) or NOTHING) for row in rows)
        return Bill(
            lines=lines,
            total=amount(rows[0]["amount"]) or NOTHING,
            currency=self.bought.bill.currency,
            refunded=paid,
            owed=self.bought.cost.owed,
            is_known=self.bought.bill.is_known,
        )
