"""What a text promises or admits in so many words: a lower price than before, and that it is advertising; pure."""

import re

# Each needs the lowest price of the last 30 days beside it, or somebody who says that no price was cut.
CUTS = re.compile(
    r"\d\s?(?:%|prozent\b|percent\b|pour ?cent\b)"
    r"|\b(?:statt|instead of|au lieu de|amplaz)\b[^.\n]{0,20}\d"
    r"|\b(?:reduziert|herabgesetzt|billiger|rabatt\w*|reduced|discount\w*|marked down|on sale|"
    r"soldes?|soldé\w*|réduit\w*|remise\w*|moins cher\w*|reduzéiert|méi bëlleg)\b",
    re.IGNORECASE,
)
LABELS = re.compile(r"\b(?:anzeige|werbung|advertisement|advertising|publicité|reklamm)\b", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def promises_less(text: str) -> str | None:
    """The words by which a text announces a price cut, if it does."""
    found = CUTS.search(TAG.sub("", text))
    return found.group(0).strip() if found else None


def is_labelled(text: str) -> bool:
    """Whether the first line says that this is advertising."""
    first = TAG.sub("", text).strip().partition("\n")[0]
    return LABELS.search(first) is not None
