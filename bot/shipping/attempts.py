"""Which delivery attempt a carrier speaks of: its own words where they number it, and whether it was the last."""

import re

# The words for an attempt in the languages that carriers of our countries write.
ATTEMPT = r"(?:delivery )?attempt|zustellversuch|versuch der zustellung|tentative(?: de livraison)?"
ORDINALS = (
    ("first", "1st", "erster", "ersten", "1.", "première", "premiere", "1re", "1ère"),
    ("second", "2nd", "zweiter", "zweiten", "2.", "deuxième", "deuxieme", "seconde", "2e", "2ème"),
    ("third", "3rd", "dritter", "dritten", "3.", "troisième", "troisieme", "3e", "3ème"),
    ("fourth", "4th", "vierter", "vierten", "4.", "quatrième", "quatrieme", "4e", "4ème"),
)
NUMBER_OF = {word: number for number, words in enumerate(ORDINALS, 1) for word in words}
NUMBERED = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, NUMBER_OF))})\s+(?:failed\s+|erfolgloser\s+)?(?:{ATTEMPT})")
COUNTED = re.compile(r"(?<!\w)(?:delivery attempt|zustellversuch|tentative de livraison) ?(?:no|nr|n°|#)?\.? ?(\d)\b")
LAST = re.compile(rf"(?<!\w)(?:last|final|letzter|letzten|dernière|derniere)\s+(?:{ATTEMPT})")
# What is announced has not been tried yet.
AHEAD = re.compile(
    r"\b(?:will|next|tomorrow|before|another|again|wird|nächste\w*|morgen|vor|erneut|"
    r"sera|demain|avant|prochain\w*|nouvelle)\b"
)


def numbered_attempt(words: str | None) -> int | None:
    """The attempt that these words of a carrier number; None where they do not, or speak of one to come."""
    told = _of_the_past(words)
    if found := NUMBERED.search(told):
        return NUMBER_OF[found[1]]
    return int(found[1]) or None if (found := COUNTED.search(told)) else None


def is_last_attempt(words: str | None) -> bool:
    """Whether these words say that this attempt was the last one; only if they leave no doubt."""
    return bool(LAST.search(_of_the_past(words)))


def _of_the_past(words: str | None) -> str:
    told = " ".join((words or "").casefold().split())
    return "" if AHEAD.search(told) else told
