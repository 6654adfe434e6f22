"""Texts with legal weight and their versions: what a consent says, word for word, and the privacy notice in force.

`locales/versions.toml` holds every version with a digest of its words; tests/guards/test_wordings.py keeps them equal.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bot.config import Locale
from bot.i18n import TEXTS, plain

FILE = TEXTS / "versions.toml"


@dataclass(frozen=True, slots=True)
class TextVersion:
    """Counted from 1; `since` is the day from which it is shown."""

    version: int
    since: date


@dataclass(frozen=True, slots=True)
class Wording:
    """What exactly somebody agrees to: shown and stored as this very text, which holds no HTML."""

    purpose: str
    version: int
    text: str


def consent_wording(purpose: str, *, locale: Locale, shop: str) -> Wording:
    """The wording of a consent for this purpose that is in force."""
    text = plain(locale, f"consent-wording-{purpose}", shop=shop)
    return Wording(purpose, version_of(f"consent-{purpose}").version, text)


def version_of(name: str) -> TextVersion:
    """The version in force of `privacy`, `consent-survey`, `consent-promo` or `consent-community`."""
    newest = known_versions()[name][-1]
    return TextVersion(newest["version"], newest["since"])


@cache
def known_versions() -> dict[str, list[dict[str, Any]]]:
    """Every version of every text, the oldest first: `version`, `since`, and a digest for each language."""
    versions: dict[str, list[dict[str, Any]]] = tomllib.loads(FILE.read_text("utf-8"))
    return versions
