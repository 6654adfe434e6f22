"""Foreign text that is too long for its place: where it is cut, so that no quotation or bracket stays open."""

from collections.abc import Mapping
from typing import Any

# Less of a name tells nothing.
LEAST = 8

CLOSING = {
    "\N{DOUBLE LOW-9 QUOTATION MARK}": "\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "(": ")",
    "[": "]",
    '"': '"',
}
# A German quotation is also closed with the English sign, or the one of typewriters.
ALSO_CLOSING = {"\N{DOUBLE LOW-9 QUOTATION MARK}": '\N{RIGHT DOUBLE QUOTATION MARK}"'}


def cut(text: str, longest: int) -> str:
    """In one line; before a quotation that would stay open, and in one that begins the text with its closing sign."""
    whole = " ".join(text.split())
    if len(whole) <= longest:
        return whole
    kept = whole[: longest - 1].rstrip()
    opened, closing = _left_open(kept)
    if opened >= longest // 3:
        return f"{kept[:opened].rstrip()}…"
    return f"{kept[: longest - 1 - len(closing)].rstrip()}…{closing}"


def cut_longest(values: Mapping[str, Any], excess: int) -> dict[str, Any]:
    """The values of a text with so many letters less in the longest words, since what stands behind is read, too."""
    words = {name: value for name, value in values.items() if isinstance(value, str)}
    if not words:
        return dict(values)
    name = max(words, key=lambda each: len(words[each]))
    return {**values, name: cut(words[name], max(len(words[name]) - excess, LEAST))}


def _left_open(text: str) -> tuple[int, str]:
    """Where the first one that is not closed begins, and what would close all of them; -1 and nothing where none is."""
    opened: list[tuple[int, str]] = []
    for place, sign in enumerate(text):
        last = opened[-1][1] if opened else ""
        if last and (sign == CLOSING[last] or sign in ALSO_CLOSING.get(last, "")):
            opened.pop()
        elif sign in CLOSING:
            opened.append((place, sign))
    closing = "".join(CLOSING[sign] for _, sign in reversed(opened))
    return (opened[0][0] if opened else -1), closing
