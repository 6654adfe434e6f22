"""The items of an order as taps of the staff, who enter a written withdrawal from some of them.

What is chosen is carried by the buttons themselves, so that nothing is left behind when nobody goes on: pieces of each
item in one number whose digits have the base of how many there may be, and before it a mark of which items these are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import TYPE_CHECKING

from bot.config import Locale
from bot.i18n import plain
from bot.outbox.messages import Keyboard, callback_button
from bot.returns.line import LineBack
from bot.returns.parts import Choice
from bot.returns.paths import Way
from bot.tickets.turns import clip

if TYPE_CHECKING:
    from bot.callbacks import EnterWithdrawal

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
# As the data of a button leaves room for: eighteen items of which there is one each.
MARK, CODE = 2, 3
MOST_CODES = len(DIGITS) ** CODE
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Items:
    """The first items of an order, as many as can be chosen by a button; the others go in with all of it, or not."""

    lines: tuple[LineBack, ...]

    @classmethod
    def of(cls, lines: Sequence[LineBack]) -> "Items":
        """As many of them as there is room for."""
        found, codes = list[LineBack](), 1
        for line in lines:
            codes *= _most(line) + 1
            if codes > MOST_CODES:
                break
            found.append(line)
        return cls(tuple(found))

    def named(self, pieces: Mapping[int, int]) -> list[int]:
        """How many of each are chosen where words have named these `pieces` by line, of what was bought."""
        return [0 if line.follows else min(pieces.get(line.id, 0), _most(line)) for line in self.lines]

    def pack(self, counts: Sequence[int]) -> str:
        """As a button carries them."""
        code = 0
        for line, count in zip(self.lines, counts, strict=True):
            code = code * (_most(line) + 1) + count
        return self._mark() + _to_base(code, CODE)

    def read(self, pieces: str) -> list[int] | None:
        """How many of each a button carries; None where the items are others by now."""
        if len(pieces) != MARK + CODE or pieces[:MARK] != self._mark():
            return None
        counts, code = list[int](), _from_base(pieces[MARK:])
        for line in reversed(self.lines):
            code, count = divmod(code, _most(line) + 1)
            counts.append(count)
        return None if code else counts[::-1]

    def choice(self, counts: Sequence[int]) -> Choice:
        """What `bot.returns.withdrawing.withdraw` takes."""
        bought, given = dict[int, int](), dict[int, dict[int, int]]()
        for line, count in zip(self.lines, counts, strict=True):
            if count:
                (given.setdefault(line.follows, {}) if line.follows else bought)[line.id] = count
        return Choice(bought, given)

    def _mark(self) -> str:
        told = repr([(line.follows, line.id, _most(line)) for line in self.lines])
        return _to_base(int.from_bytes(blake2s(told.encode(), digest_size=4).digest(), "big"), MARK)


def piece_buttons(
    tapped: "EnterWithdrawal", number: str, items: Items, counts: Sequence[int], *, locale: Locale
) -> Keyboard:
    """A row for each item: one more of it, after the last none; below them what enters it, and all of the order."""
    rows = [[callback_button(label, _with(tapped, pieces))] for label, pieces in _toggles(items, counts, locale)]
    if any(counts):
        label = plain(locale, "withdraw-enter-chosen-button", number=number)
        rows.append([callback_button(label, _with(tapped, items.pack(counts), done=True))])
    whole = callback_button(plain(locale, "withdraw-enter-whole-button", number=number), _with(tapped, "", done=True))
    back = callback_button(plain(locale, "menu-back-button"), _with(tapped, "", order_id=0))
    return [*rows, [whole], [back]]


def _toggles(items: Items, counts: Sequence[int], locale: Locale) -> Iterator[tuple[str, str]]:
    for place, (line, count) in enumerate(zip(items.lines, counts, strict=True)):
        left = _most(line)
        told = {"mark": "☑️" if count else "⬜", "name": _name(line), "chosen": count, "left": left}
        after = [*counts[:place], (count + 1) % (left + 1), *counts[place + 1 :]]
        yield plain(locale, "withdraw-piece-button", **told), items.pack(after)


def _with(tapped: "EnterWithdrawal", pieces: str, **more: bool | int) -> str:
    return tapped.model_copy(update={"pieces": pieces} | more).pack()


def _most(line: LineBack) -> int:
    return line.eligibility.most(Way.WITHDRAWAL)


def _name(line: LineBack) -> str:
    name = line.name or line.sku or "?"
    return clip(f"{name} ({line.variant})" if line.variant else name, LONGEST_NAME)


def _to_base(number: int, places: int) -> str:
    digits = ""
    for _ in range(places):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits


def _from_base(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * len(DIGITS) + DIGITS.index(digit)
    return number
