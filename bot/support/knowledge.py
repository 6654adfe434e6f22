"""What the shop answers itself, as this process knows it: looked after every few seconds, exchanged as a whole."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from bot.db import connection
from bot.shop.rows import fetch
from bot.support.entries import ANSWERABLE, Entry, as_intent, read_entries
from bot.support.index import exchange_index
from bot.support.likeness import Sayings
from bot.support.phrases import Phrase
from bot.support.results import Intent

# How long an entry that another process has written stays unknown here.
LOOK_EVERY_S = 2.0
NEWEST = "SELECT id, at FROM support_faq ORDER BY id DESC LIMIT 1"
# From here on an entry is meant; from here on it may be. tests/rules/test_faq_likeness.py shows both sides.
SURE, MAYBE = 0.82, 0.6

Revision = tuple[Any, ...] | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The entries that are on, by key; those of an intent among them. Never changed, read by any number of readers."""

    revision: Revision = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    sayings: Sayings = field(default_factory=Sayings)

    def near(self, text: str) -> list[tuple[str, float]]:
        """Keys of the shop's own entries that may be meant, with their likeness from 0 to 1, the likest first."""
        return [(key, likeness) for key, likeness in self.sayings.nearest(text) if likeness >= MAYBE]

    def answers(self, intent: Intent) -> bool:
        """Whether the shop has an answer of its own to a built-in intent."""
        entry = self.entries.get(intent) if intent in ANSWERABLE else None
        return entry is not None and bool(entry.answer)


@dataclass(slots=True)
class _Known:
    """What is known of one database."""

    database: object
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    knowledge: Knowledge | None = None
    looked_at: float = 0.0


_known: _Known | None = None
# The phrases of staff that the index holds now.
_added: tuple[Phrase, ...] = ()


async def current_knowledge() -> Knowledge:
    """What holds now; every LOOK_EVERY_S the newest row is looked at, and a thread builds anew if it is another.

    While it builds, everybody goes on with what was known.
    """
    known = _of_database()
    if known.knowledge and (monotonic() - known.looked_at < LOOK_EVERY_S or known.lock.locked()):
        return known.knowledge
    return await _look(known, since=monotonic() - LOOK_EVERY_S)


async def look_at_once() -> Knowledge:
    """The same without waiting, for the process that has just changed something."""
    return await _look(_of_database(), since=monotonic())


def build(entries: Mapping[str, Entry], revision: Revision) -> Knowledge:
    """Make entries ready to be found, and let the index know the phrases of staff; takes seconds, so in a thread."""
    _teach(
        [
            Phrase(text, intent, locale)
            for key, entry in entries.items()
            if (intent := as_intent(key))
            for locale, text in entry.ways()
        ]
    )
    own = [(key, text) for key, entry in entries.items() if as_intent(key) is None for _, text in entry.ways()]
    return Knowledge(revision, entries, Sayings(own))


def _of_database() -> _Known:
    global _known  # noqa: PLW0603  # the one reference
    if _known is None or _known.database is not connection():
        _known = _Known(connection())
    return _known


async def _look(known: _Known, *, since: float) -> Knowledge:
    async with known.lock:
        if known.knowledge and known.looked_at > since:
            return known.knowledge
        looked_at = monotonic()
        revision = next((tuple(map(str, row.values())) for row in await fetch(NEWEST)), None)
        if known.knowledge is None or known.knowledge.revision != revision:
            stored = await read_entries() if revision else []
            entries = {each.key: each.entry for each in stored if each.entry.active}
            if entries or _added:
                known.knowledge = await asyncio.to_thread(build, entries, revision)
            else:
                known.knowledge = Knowledge(revision)
        known.looked_at = looked_at
        return known.knowledge


def _teach(phrases: list[Phrase]) -> None:
    global _added  # noqa: PLW0603  # what exchange_index was last given
    if tuple(phrases) != _added:
        exchange_index(phrases)
        _added = tuple(phrases)
