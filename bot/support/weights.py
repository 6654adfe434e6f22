"""What benchmarks/fit_gates.py has learned: a row of small weights for each feature of a text, one for each class.

A message has some hundred features. Their rows are added up as whole numbers of many lanes of 32 bits: Python adds two
long numbers in one step, so that no library for arrays is needed and a message takes a fraction of a millisecond.
"""

from collections.abc import Iterable, Sequence
from math import sqrt

from bot.support.results import INTENTS

# The classes are INTENTS and, last, what is none of our business. A row is a byte for each, around ZERO; behind them
# stand what one unit of the row is worth, in `step`s, and the feature's square: what it adds to the length of a text.
CLASSES = len(INTENTS) + 1
WORTH, SQUARE = CLASSES, CLASSES + 1
ROW = -(-(CLASSES + 2) // 4) * 4
ZERO, LARGEST = 128, 255
# What one unit of the square is.
SQUARES = 2.0


class Weights:
    """Rows by feature, as they stand in the file one after another."""

    def __init__(self, names: Sequence[str], rows: bytes, bias: Sequence[float], step: float) -> None:
        if len(rows) != len(names) * ROW:
            raise ValueError(f"{len(names)} features do not have {len(rows)} bytes of weights")
        self._places = {name: place * ROW for place, name in enumerate(names)}
        self._rows, self._bias, self._step = rows, bias, step
        self._lanes = int.from_bytes(b"\xff\0\0\0" * (ROW // 4), "little")

    def telling(self, feature: str) -> float:
        """How rare it is; the length of a text is made of these."""
        place = self._places.get(feature)
        return sqrt((LARGEST if place is None else self._rows[place + SQUARE]) / SQUARES)

    def add_up(self, features: Iterable[str]) -> list[float]:
        """The scores of a text with these features; those nobody has learned count nothing.

        Every fourth byte of the rows is a lane of one number, so that there are four numbers to add to.
        """
        first = second = third = fourth = zeros = squares = 0
        rows, lanes = self._rows, self._lanes
        for feature in features:
            if (place := self._places.get(feature)) is None:
                continue
            row = int.from_bytes(rows[place : place + ROW], "little")
            worth = rows[place + WORTH]
            first += (row & lanes) * worth
            second += (row >> 8 & lanes) * worth
            third += (row >> 16 & lanes) * worth
            fourth += (row >> 24 & lanes) * worth
            zeros += worth
            squares += rows[place + SQUARE]
        length = sqrt(squares / SQUARES) or 1.0
        totals = zip(*map(_lanes, (first, second, third, fourth)), strict=True)
        unit = self._step / length
        sums = (total for four in totals for total in four)
        return [bias + (total - ZERO * zeros) * unit for bias, total in zip(self._bias, sums, strict=False)]


def _lanes(number: int) -> memoryview:
    return memoryview(number.to_bytes(ROW, "little")).cast("I")
