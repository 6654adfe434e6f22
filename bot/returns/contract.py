"""All goods of one contract: what was bought, and what returns have given for it; a withdrawal is about both.

A replacement performs the contract that there is, and takes no right away: who withdraws gives back the piece that they
have, and gets what was paid for the first one (§§ 355, 357, 439 BGB; rules.md 3.6).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.returns.given import Given, read_given
from bot.returns.line import LineBack
from bot.returns.paths import Closed, Shut, Way
from bot.returns.reading import OrderBack, read_order


@dataclass(frozen=True, slots=True)
class Contract:
    """What was `bought`, and what was `given` for some of it, the oldest first."""

    bought: OrderBack
    given: tuple[Given, ...]

    @property
    def goods(self) -> dict[int | None, OrderBack]:
        """By the return that has given them, None: as they were bought."""
        return {None: self.bought} | {each.return_id: each.order for each in self.given}

    @property
    def lines(self) -> tuple[LineBack, ...]:
        return tuple(line for order in self.goods.values() for line in order.lines)

    @property
    def left(self) -> dict[int | None, dict[int, int]]:
        """Pieces that are left, by goods and line."""
        return {
            follows: {line.id: line.eligibility.left for line in order.lines} for follows, order in self.goods.items()
        }

    @property
    def withdrawable(self) -> tuple[LineBack, ...]:
        """What can be withdrawn from."""
        return tuple(line for line in self.lines if line.eligibility.find(Way.WITHDRAWAL))

    @property
    def shut(self) -> tuple[tuple[LineBack, Shut], ...]:
        """What has not that right, and why; where another piece took its place nobody has to hear of the first."""
        told = [(line, why) for line in self.lines if (why := _why_not(line))]
        standing = {line.id for line in self.lines if line.follows is not None and line.eligibility.left}
        return tuple(
            (line, why) for line, why in told if why.why is not Closed.NOTHING_LEFT or self._is_told(line, standing)
        )

    def _is_told(self, line: LineBack, standing: set[int]) -> bool:
        return line.follows is None and line.id not in standing


async def read_contract(
    order_id: int, *, settings: Settings, now: datetime, overtakes: bool = False, **given: Any
) -> Contract:
    """As it stands today; what is left out is for `read_order`. NotFoundError for a foreign order."""
    bought = await read_order(order_id, settings=settings, now=now, overtakes=overtakes, **given)
    found = await read_given(bought, settings=settings, now=now, ahead=True, overtakes=overtakes)
    return Contract(bought, tuple(found))


def _why_not(line: LineBack) -> Shut | None:
    """Nothing of what is no part of the order any more."""
    shut = (each for each in line.eligibility.shut if each.way is Way.WITHDRAWAL)
    return next(shut, None) if line.quantity else None
