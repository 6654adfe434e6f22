"""Why something goes back, in words of one's own: which of the reasons of the platforms they name."""

from collections.abc import Mapping

from bot.config import LOCALES
from bot.i18n import plain
from bot.returns.reasons import REASONS
from bot.support.defects import is_damage_told
from bot.support.matching import match
from bot.support.sayings import Saying, says
from bot.support.spoken import parts_of

SAID: Mapping[Saying, str] = {
    "too_small": "size_too_small",
    "too_large": "size_too_large",
    "other_colour": "color",
    "not_liked": "style",
    "not_described": "not_as_described",
    "other_item": "wrong_item",
    "not_wanted": "unwanted",
    "no_reason": "unknown",
}
# What is said beside a better reason: "too small, I no longer need it", "another colour than on the picture".
BESIDE: tuple[frozenset[str], ...] = (
    frozenset({"unknown"}),
    frozenset({"unwanted"}),
    frozenset({"style"}),
    frozenset({"color", "size_too_small", "size_too_large"}),
)
# What the learned model tells of words that are in none of the lists.
LEARNED: Mapping[str, str] = {"damaged_item": "defective", "wrong_item": "wrong_item"}


def reason_told(text: str) -> str | None:
    """One of REASONS; None where no reason is named, or several of which none says more than the others."""
    if reason := _on_button(text):
        return reason
    told = {reason for saying, reason in SAID.items() if says(saying, text)}
    if is_damage_told(text):
        told.add("defective")
    for weaker in BESIDE:
        told = told - weaker or told
    if told:
        return told.pop() if len(told) == 1 else None
    return _learned(text)


def is_question(text: str) -> bool:
    """Whether it asks something, as far as its form tells."""
    return "?" in text or says("asked", text)


def _on_button(text: str) -> str | None:
    words = parts_of(text)
    labels = ((each, plain(locale, f"return-why-{each}")) for each in REASONS for locale in LOCALES)
    return next((each for each, label in labels if words and words == parts_of(label)), None)


def _learned(text: str) -> str | None:
    matched = match(text)
    if matched.best is None or matched.verdict != "answer" or says("undamaged", text):
        return None
    return LEARNED.get(matched.best.intent)
