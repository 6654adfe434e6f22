"""What people write, as it stands in locales/*/phrases.toml; what is learned from it stands in learned/."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from bot.config import LOCALES, Locale
from bot.i18n import TEXTS
from bot.support.lexicon import read_vocabulary
from bot.support.results import INTENTS, Intent


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to ask for `intent`; `hand` says who wrote it: phrases of one hand resemble each other."""

    text: str
    intent: Intent
    locale: Locale
    hand: str = ""


@cache
def read_phrases() -> tuple[Phrase, ...]:
    """All of them, which takes a second: the bot itself runs on what was learned from them."""
    return tuple(phrase for locale in LOCALES for phrase in _phrases_of(locale))


def digest_of_texts() -> str:
    """Of the phrases and the meanings of words that the weights were fitted to, however their files are laid out."""
    words = read_vocabulary()
    told = sorted((phrase.locale, phrase.intent, phrase.hand, phrase.text) for phrase in read_phrases())
    sets = [sorted(each) for each in (words.fillers, words.courtesy, words.elsewhere)]
    mappings = [_in_order(each) for each in (words.concepts, words.stems, words.languages)]
    return sha256(repr((told, sets, mappings)).encode()).hexdigest()[:16]


def _in_order(words: Mapping[str, Iterable[str]]) -> list[tuple[str, list[str]]]:
    return sorted((word, sorted(each)) for word, each in words.items())


def _phrases_of(locale: Locale) -> Iterator[Phrase]:
    ways = tomllib.loads((TEXTS / locale / "phrases.toml").read_text("utf-8"))
    for intent in INTENTS:
        for hand, texts in ways[intent].items():
            for text in texts:
                yield Phrase(text, intent, locale, hand)
