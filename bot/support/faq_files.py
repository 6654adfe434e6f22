"""Questions and answers from a TOML file: all of it checked before anything is written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.db import document, unit_of_work
from bot.errors import OperatorError
from bot.shop.rows import fetch
from bot.support.desk import Overlap, find_overlaps
from bot.support.entries import KEY, LATEST_OF_KEY, Entry, EntryError, as_document, as_intent, read_entry, save_entry
from bot.support.knowledge import look_at_once
from bot.support.results import INTENTS

KIND = "faq"
SECTIONS = ("entries", "intents")

Outcome = Literal["new", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of each entry of a file, by its key; `overlaps` are what something else answered before."""

    outcomes: Mapping[str, Outcome]
    overlaps: Sequence[tuple[str, Overlap]] = ()


def is_faq(content: Mapping[str, Any]) -> bool:
    """Whether a TOML file means to be questions and answers."""
    return content.get("kind") == KIND


def read_faq(content: Mapping[str, Any], *, file: str) -> dict[str, Entry]:
    """The entries of a file by key; OperatorError names the file, each place and what is wrong there."""
    faults: list[str] = [
        f"{key}: is no part of a FAQ; take it out" for key in content if key not in ("kind", *SECTIONS)
    ]
    found: dict[str, Entry] = {}
    for section in SECTIONS:
        for key, told in content.get(section, {}).items():
            where = f"{section}.{key}"
            if fault := _fault_of_key(section, key):
                faults.append(f"{where}: {fault}")
                continue
            try:
                found[key] = read_entry(key, told if isinstance(told, dict) else {"": told})
            except EntryError as error:
                faults += [f"{where}.{fault}" for fault in error.args]
    if not found and not faults:
        faults = ["entries: are missing; a FAQ has at least one [entries.KEY]"]
    if faults:
        raise OperatorError("; ".join(f"{file}: {fault}" for fault in faults[:5]))
    return found


async def bring_in(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> BroughtIn:
    """Let these hold from now on, beside those that the file does not name; the same again changes nothing."""
    entries = read_faq(content, file=name)
    knowledge = await look_at_once()
    found = {key: find_overlaps(key, entry, knowledge) for key, entry in entries.items()}
    if dry_run:
        outcomes = {key: await _would_be(key, entry) for key, entry in entries.items()}
    else:
        outcomes = await _save(entries, now)
        await look_at_once()
    changed = [key for key, outcome in outcomes.items() if outcome != "unchanged"]
    return BroughtIn(outcomes, tuple((key, overlap) for key in changed for overlap in found[key]))


@unit_of_work
async def _save(entries: Mapping[str, Entry], now: datetime) -> dict[str, Outcome]:
    return {key: await save_entry(key, entry, staff_id=None, now=now) for key, entry in entries.items()}


async def _would_be(key: str, entry: Entry) -> Outcome:
    newest = next(iter(await fetch(LATEST_OF_KEY, key)), None)
    if newest is None:
        return "new"
    return "unchanged" if document(newest["document"]) == as_document(entry) else "updated"


def _fault_of_key(section: str, key: str) -> str | None:
    if section == "intents":
        return None if as_intent(key) else f"is none of the built-in intents, {_meant(key)}"
    if as_intent(key):
        return f"is a built-in intent; write [intents.{key}]"
    return None if re.match(KEY, key) else "a key has up to 32 of a-z, 0-9, - and _"


def _meant(key: str) -> str:
    near = process.extractOne(key, INTENTS, scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return f"did you mean {near[0]}?" if near else f"which are {', '.join(sorted(INTENTS))}"
