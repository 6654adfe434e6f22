"""What the staff do with the shop's own questions and answers: what would overlap, and saving, live at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Literal

from bot.support.entries import LONGEST_PHRASE, MOST_PHRASES, Entry, as_intent, save_entry
from bot.support.knowledge import SURE, Knowledge, look_at_once
from bot.support.matching import match
from bot.support.results import Intent
from bot.support.words import spell

LONGEST_KEY = 32
MOST_CHECKED = 20


@dataclass(frozen=True, slots=True)
class Overlap:
    """A way to ask that is answered otherwise by now: by another entry, or by a built-in intent."""

    phrase: str
    entry: str | None = None
    intent: Intent | None = None


def find_overlaps(key: str | None, entry: Entry, knowledge: Knowledge) -> list[Overlap]:
    """Of each way to ask what would answer it if this entry were not there; those that nothing answers are left out."""
    found = []
    for _, phrase in entry.ways()[:MOST_CHECKED]:
        others = [other for other, likeness in knowledge.near(phrase) if other != key and likeness >= SURE]
        matched = match(phrase)
        if others:
            found.append(Overlap(phrase, entry=others[0]))
        elif matched.verdict == "answer" and matched.best and matched.best.intent != (key and as_intent(key)):
            found.append(Overlap(phrase, intent=matched.best.intent))
    return found


async def save_by_staff(
    key: str, entry: Entry, *, staff_id: int, now: datetime
) -> Literal["new", "updated", "unchanged"]:
    """It holds in this process when this returns, in the others within seconds."""
    outcome = await save_entry(key, entry, staff_id=staff_id, now=now)
    await look_at_once()
    return outcome


def new_key(question: str, taken: Collection[str]) -> str:
    """The question's own words, with a few letters more where there is such a key already."""
    words = [spelled for word in question.split() if (spelled := _letters(spell(word)))]
    key = "-".join(words)[:LONGEST_KEY].strip("-") or "faq"
    if key in taken or as_intent(key):
        end = blake2b(f"{question}{len(taken)}".encode(), digest_size=3).hexdigest()
        key = f"{key[: LONGEST_KEY - len(end) - 1].strip('-')}-{end}"
    return key


def read_ways(text: str) -> list[str]:
    """One way to ask a line; doubles, empty ones and what is too long or too much are left out."""
    ways = dict.fromkeys(" ".join(line.strip(" •-\t").split())[:LONGEST_PHRASE] for line in text.splitlines())
    return [way for way in ways if way][:MOST_PHRASES]


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isascii() and letter.isalnum())
