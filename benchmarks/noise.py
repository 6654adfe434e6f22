"""Phrases as they come on a bad day: mistyped, after a greeting, before a thank you."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.support.phrases import Phrase

AROUND = Path(__file__).parent / "noise.toml"
SEED = 20261122
# One third of each.
MISTYPED, GREETED = 0.35, 0.7
# In a shorter word a slip makes another word.
SHORTEST_SLIP = 5
ALONE = frozenset({"greeting", "thanks"})


def with_noise(phrases: Sequence[Phrase]) -> list[Phrase]:
    """One of each; a greeting stays alone, because it is one no longer where something follows."""
    chance = random.Random(SEED)
    around = tomllib.loads(AROUND.read_text("utf-8"))
    return [replace(phrase, text=_noisy(phrase, around[phrase.locale], chance)) for phrase in phrases]


def _noisy(phrase: Phrase, around: dict[str, list[str]], chance: random.Random) -> str:
    kind = chance.random()
    if kind < MISTYPED or phrase.intent in ALONE:
        return _mistyped(phrase.text, chance)
    if kind < GREETED:
        return f"{chance.choice(around['before'])} {phrase.text}"
    return phrase.text.rstrip(".!") + chance.choice((". ", ", ", " ")) + chance.choice(around["after"])


def _mistyped(text: str, chance: random.Random) -> str:
    """A letter of one word is left out, doubled, or changes place with the next."""
    words = text.split()
    place = chance.randrange(len(words))
    word = words[place]
    if len(word) < SHORTEST_SLIP:
        return text
    at = chance.randrange(1, len(word) - 1)
    slips = (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], _swapped(word, at))
    words[place] = chance.choice(slips)
    return " ".join(words)


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
