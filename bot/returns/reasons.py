"""Why something goes back: the ten reasons of the platforms (vocabularies.md 4.2), and what each asks for."""

from bot.returns.paths import Way

REASONS = (
    "size_too_small",
    "size_too_large",
    "color",
    "style",
    "not_as_described",
    "defective",
    "wrong_item",
    "unwanted",
    "unknown",
    "other",
)
# The shop has to answer for these, whatever window is over.
DEFECTS = frozenset({"defective", "wrong_item", "not_as_described"})
# A picture tells the staff more than words.
WITH_PHOTO = frozenset({"defective", "wrong_item", "not_as_described"})
# Whoever says this would often rather have another one than the money.
OTHER_ARTICLE_HELPS = frozenset({"size_too_small", "size_too_large", "color", "style"})
# Nothing is known from the reason alone.
WITH_NOTE = frozenset({"other"})


def read_reason(told: str | None) -> str | None:
    """A platform's word as one of ours; None for none, `unknown` for one that we do not know."""
    if not told:
        return None
    word = told.strip().casefold()
    return word if word in REASONS else "unknown"


def way_for(reason: str | None, open_ways: frozenset[Way]) -> Way | None:
    """The way that is best for the customer: a defect is the shop's to answer for, else the right before the favour.

    None where nothing is open.
    """
    if reason in DEFECTS and Way.WARRANTY in open_ways:
        return Way.WARRANTY
    for way in (Way.CANCEL, Way.WITHDRAWAL, Way.GOODWILL):
        if way in open_ways:
            return way
    return None
