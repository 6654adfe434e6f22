"""What people write to a bot that is none of its business (benchmarks/chatter.toml)."""

import tomllib
from pathlib import Path

from bot.config import LOCALES
from bot.support.phrases import Phrase

CHATTER = Path(__file__).parent / "chatter.toml"


def read_chatter() -> list[Phrase]:
    """As phrases of no intent, each with the hand that wrote it."""
    read = tomllib.loads(CHATTER.read_text("utf-8"))
    return [
        Phrase(text, "unknown", locale, hand)
        for locale in LOCALES
        for hand, texts in read[locale].items()
        for text in texts
    ]
