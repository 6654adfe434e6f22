"""Which fonts a picture is drawn with, so that no product's name becomes a row of boxes."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

# The first comes with matplotlib and knows Latin, Greek, Cyrillic, Arabic, Hebrew and many signs; the others are taken
# where the machine has them. Coloured emoji cannot be drawn.
OURS = "DejaVu Sans"
OTHERS = (
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK TC", "Noto Sans CJK KR", "Source Han Sans"),
    *("Noto Sans SC", "Noto Sans JP", "Noto Sans TC", "Noto Sans KR", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    *("IPAexGothic", "Droid Sans Fallback", "Unifont"),
    *("Noto Sans Thai", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Emoji", "Symbola"),
)
LETTERS_AND_NUMBERS = ("L", "N")


def families(texts: Iterable[str]) -> list[str]:
    """The fonts that these texts need, in the order in which letters are looked for: ours, alone where it will do."""
    missing = {letter for text in texts for letter in text if not letter.isspace()} - known_to(OURS)
    found = [OURS]
    for family in OTHERS if missing else ():
        if missing & known_to(family):
            missing -= known_to(family)
            found.append(family)
    return found


def legible(text: str, otherwise: str, known: frozenset[str]) -> str:
    """The text without signs that no font knows; `otherwise` (a product's number) where letters would be lost."""
    lost = [letter for letter in text if letter not in known and not letter.isspace()]
    kept = " ".join("".join(letter for letter in text if letter not in lost).split())
    if kept and not any(unicodedata.category(letter)[0] in LETTERS_AND_NUMBERS for letter in lost):
        return kept
    return " ".join("".join(letter if letter in known else "·" for letter in otherwise).split())


def known_by(chosen: Sequence[str]) -> frozenset[str]:
    """Every letter that one of these fonts has, and the plain blank."""
    return frozenset({" "}).union(*(known_to(family) for family in chosen))


@cache
def known_to(family: str) -> frozenset[str]:
    """The letters of a font, none where it is not there; its bold has the same."""
    from matplotlib.font_manager import findfont, get_font

    try:
        file = findfont(family, fallback_to_default=False)
    except ValueError:
        return frozenset()
    return frozenset(map(chr, get_font(file).get_charmap()))
