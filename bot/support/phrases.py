"""What people write, as it stands in locales/*/phrases.toml; what is learned from it stands in learned/."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from bot.config import LOCALES, Locale
from bot.i18n import TEXTS
from bot.support.results import INTENTS, Intent

NAMES = ("phrases.toml", "words.toml")


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
    """Of the phrases and words that the weights were fitted to."""
    files: Iterator[Path] = (TEXTS / locale / name for locale in LOCALES for name in NAMES)
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _phrases_of(locale: Locale) -> Iterator[Phrase]:
    ways = tomllib.loads((TEXTS / locale / "phrases.toml").read_text("utf-8"))
    for intent in INTENTS:
        for hand, texts in ways[intent].items():
            for text in texts:
                yield Phrase(text, intent, locale, hand)
