"""Whether words can only mean that somebody wants a human, wherever they are written: also where a form waits."""

from bot.support.index import current_index
from bot.support.matching import match
from bot.support.words import words_of

# Longer texts tell a story; it may be the answer that the form has asked for.
MOST_WORDS = 10
NEARLY_CERTAIN = 0.95
# What words may mean beside those that say nothing (locales/*/words.toml); a negation is none of these.
SAID_OF_HUMANS = frozenset({"human", "speak", "want", "need", "can", "help"})
# Short for "quelqu'un" in French messages.
WRITTEN_SHORT = {"qqn": "quelqu un", "qq": "quelqu", "qqun": "quelqu un"}


def asks_for_human(text: str) -> bool:
    """Never "the human on the photo": each word that says something is one of those in which humans are asked for."""
    words = words_of(text)
    if len(words) > MOST_WORDS:
        return False
    whole = " ".join(WRITTEN_SHORT.get(word, word) for word in words)
    matched = match(whole)
    if matched.is_plainly("human"):
        return True
    best = matched.best
    if matched.verdict != "answer" or best is None or best.intent != "human" or best.confidence < NEARLY_CERTAIN:
        return False
    return all(map(_is_usual, whole.split()))


def _is_usual(word: str) -> bool:
    meaning = current_index().lexicon.mean(word)
    return meaning.is_filler or meaning.is_courtesy or bool(SAID_OF_HUMANS.intersection(meaning.concepts))
