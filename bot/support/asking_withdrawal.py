"""Whether words withdraw from a contract beyond doubt, wherever they are written."""

from bot.support.declaring import is_declared
from bot.support.matching import match


def declares(words: str) -> bool:
    """They can mean nothing else, and are neither negated, asked nor past."""
    matched = match(words)
    if matched.best is None or matched.best.intent != "withdrawal":
        return False
    return matched.verdict == "answer" and is_declared(words)
