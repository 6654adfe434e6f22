"""The texts of a survey: what can be filled in, and what no text may hold."""

import re
import unicodedata
from collections.abc import Iterable

from bot.i18n import Markup, escape

PLACEHOLDER = re.compile(r"\{(\w*)\}")
FILLED = frozenset({"shop", "number"})
BRACES = frozenset("{}")
NEW_LINE = "\n"


def fillable(text: str) -> str:
    """The text itself; ValueError when it names what nobody can fill in."""
    unknown = set(PLACEHOLDER.findall(text)) - FILLED
    if unknown:
        raise ValueError(f"cannot fill {{{min(unknown)}}} in; there are {{shop}} and {{number}}")
    return text


def fill_in(text: str, *, shop: str, number: str | None) -> Markup:
    """A text of a definition as part of a message, with the shop's name and the order's number in it."""
    return escape(filled(text, shop=shop, number=number))


def filled(text: str, *, shop: str, number: str | None) -> str:
    """The same as it is, for who shows no markup."""
    values = {"shop": shop, "number": number or "?"}
    return PLACEHOLDER.sub(lambda found: values[found[1]], text)


def faults_of(texts: Iterable[tuple[str, str]], *, has_order: bool) -> list[str]:
    """What is wrong with texts, each with its key; a conversation may be about no order, so it has no number."""
    return [f"{key}: {fault}" for key, text in texts for fault in _faults(text, has_order=has_order)]


def _faults(text: str, *, has_order: bool) -> Iterable[str]:
    if not has_order and "{number}" in text:
        yield "{number} has no meaning after a conversation; leave it out"
    if BRACES.intersection(PLACEHOLDER.sub("", text)):
        yield "a brace stands for nothing; write {shop} or {number}, without spaces"
    if any(unicodedata.category(sign) == "Cc" for sign in text if sign != NEW_LINE):
        yield "has a control character; take it out"
