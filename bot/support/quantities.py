"""How many pieces somebody names: "zwei davon", "two of them", "les deux", "alles"."""

from collections.abc import Container, Sequence

from bot.support.spoken import parts_of, spoken

# More than anybody has of one article in an order, however many that may be.
ALL_OF_THEM = 999
MOST = 99
# "le 2", "nr 2", "um 2": a number behind these counts nothing.
COUNTS_NOTHING = frozenset(
    {"le", "nr", "no", "n", "um", "nummer", "number", "numero", "order", "bestellung", "commande"}
)


def find_quantity(text: str) -> int | None:
    """How many of something; None where no number is named, and where it counts days or money.

    To be asked only of what is about pieces; order numbers and dates are longer or written otherwise.
    """
    words = parts_of(text)
    known = spoken()
    if any(_stands(phrase, words) for phrase in known.one):
        return 1
    for place, word in enumerate(words):
        if (
            set(words[place + 1 : place + 2]) & known.no_quantity
            or set(words[max(0, place - 1) : place]) & COUNTS_NOTHING
        ):
            continue
        if (number := known.numbers.get(word)) is not None and not _is_month(words, place):
            return number
        if word.isdecimal() and len(word) <= len(str(MOST)) and int(word) > 0 and not _is_month(words, place):
            return int(word)
    return None


def without_quantity(text: str) -> str:
    """The text without the words that count pieces; as it is, where nothing else would be left."""
    numbers, pieces = spoken().numbers, spoken().pieces
    rest = " ".join(word for word in text.split() if not _counts(word, numbers, pieces))
    return rest if any(map(str.isalpha, rest)) else text


def _counts(word: str, numbers: Container[str], pieces: Container[str]) -> bool:
    parts = parts_of(word)
    return bool(parts) and all(part in numbers or part in pieces for part in parts)


def _is_month(words: Sequence[str], place: int) -> bool:
    """ "le 3 sept" has a day and a month."""
    months = spoken().months
    return (words[place] in months and words[max(0, place - 1)].isdecimal()) or bool(
        set(words[place + 1 : place + 2]) & months.keys()
    )


def _stands(phrase: Sequence[str], words: Sequence[str]) -> bool:
    return any(tuple(words[i : i + len(phrase)]) == tuple(phrase) for i in range(len(words) - len(phrase) + 1))
