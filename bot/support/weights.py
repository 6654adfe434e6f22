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
# Bytes that a sum has to itself.
LANE = 4
# What one unit of the square is.
SQUARES = 2.0


class Weights:
    """Rows by feature, as they stand in the file one after another."""

    def __init__(self, names: Sequence[str], rows: bytes, bias: Sequence[float], step: float) -> None:
        if len(rows) != len(names) * ROW:
            raise ValueError(f"{len(names)} features do not have {len(rows)} bytes of weights")
        self._places = {name: place * ROW for place, name in enumerate(names)}
        self._rows, self._bias, self._step = rows, bias, step

    def telling(self, feature: str) -> float:
        """How rare it is; the length of a text is made of these."""
        place = self._places.get(feature)
        return sqrt((LARGEST if place is None else self._rows[place + SQUARE]) / SQUARES)

    def add_up(self, features: Iterable[str]) -> list[float]:
        """The scores of a text with these features; those nobody has learned count nothing.

        Each byte of a row is spread to a lane of its own, and the whole row is added at once.
        """
        total = zeros = squares = 0
        rows, places, lanes = self._rows, self._places, bytearray(ROW * LANE)
        for feature in features:
            if (place := places.get(feature)) is None:
                continue
            lanes[::LANE] = rows[place : place + ROW]
            worth = rows[place + WORTH]
            total += int.from_bytes(lanes, "little") * worth
            zeros += worth
            squares += rows[place + SQUARE]
        unit = self._step / (sqrt(squares / SQUARES) or 1.0)
        sums = memoryview(total.to_bytes(ROW * LANE, "little")).cast("I")
        return [bias + (each - ZERO * zeros) * unit for bias, each in zip(self._bias, sums, strict=False)]
