"""The test sets of the understanding, and what a guesser is worth on them."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.chatter import read_chatter
from bot.config import Locale
from bot.support.matching import MOST_OFFERED
from bot.support.phrases import read_phrases
from bot.support.words import spell

SETS = Path(__file__).parent / "understanding"


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a set: any of `intents` is right, and none where it is out of scope; the first is its label."""

    text: str
    intents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest intents in order, how sure the first is, and whether it is answered."""

    intents: tuple[str, ...]
    confidence: float
    is_answered: bool = False


Guesser = Callable[[str], Guess]


@dataclass(frozen=True, slots=True)
class Table:
    """Shares: of in-scope questions, but `chatter` of those out of scope and `precision` of the answered."""

    covered: float
    precision: float
    wrong: float
    first: float
    among_three: float
    chatter: float

    def line(self) -> str:
        return (
            f"answered {self.covered:.1%}, precision {self.precision:.1%}, wrong {self.wrong:.1%}, first "
            f"{self.first:.1%}, among three {self.among_three:.1%}, out of scope answered {self.chatter:.1%}"
        )


def read_set(locale: Locale) -> list[Asked]:
    """Nothing, where there is no set of this language; a line that is no such object is an error."""
    file = SETS / f"{locale}.jsonl"
    if not file.exists():
        return []
    return [_asked(json.loads(line)) for line in file.read_text("utf-8").splitlines() if line.strip()]


def is_known(asked: Asked) -> bool:
    """Whether the text stands among our phrases, word for word: whoever wrote it has found the same words."""
    return _bare(asked.text) in _all_phrases()


def table_of(asked: Sequence[Asked], guesses: Sequence[Guess]) -> Table:
    pairs = list(zip(asked, guesses, strict=True))
    ours = [(each, guess) for each, guess in pairs if each.intents]
    others = [guess for each, guess in pairs if not each.intents]
    answered = [(each, guess) for each, guess in ours if guess.is_answered]
    right = sum(_is_among(each, guess, 1) for each, guess in answered)
    return Table(
        covered=_share(len(answered), len(ours)),
        precision=_share(right, len(answered)),
        wrong=_share(len(answered) - right, len(ours)),
        first=_share(sum(_is_among(each, guess, 1) for each, guess in ours), len(ours)),
        among_three=_share(sum(_is_among(each, guess, MOST_OFFERED) for each, guess in ours), len(ours)),
        chatter=_share(sum(guess.is_answered for guess in others), len(others)),
    )


def from_threshold(guesses: Sequence[Guess], threshold: float) -> list[Guess]:
    """The same guesses, answered from that confidence."""
    return [Guess(each.intents, each.confidence, each.confidence >= threshold) for each in guesses]


def at_coverage(asked: Sequence[Asked], guesses: Sequence[Guess], covered: float) -> Table:
    """The table from the threshold at which this share of the in-scope questions is answered."""
    sure = sorted((g.confidence for a, g in zip(asked, guesses, strict=True) if a.intents), reverse=True)
    return table_of(asked, from_threshold(guesses, sure[max(0, min(len(sure), round(covered * len(sure))) - 1)]))


@cache
def _all_phrases() -> frozenset[str]:
    return frozenset(_bare(phrase.text) for phrase in (*read_phrases(), *read_chatter()))


def _bare(text: str) -> str:
    """Without case, accents and punctuation."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in spell(text)).split())


def _asked(line: dict[str, str | list[str] | None]) -> Asked:
    text, intent, also = line["text"], line["intent"], line.get("also") or []
    if not isinstance(text, str) or not isinstance(also, list):
        raise TypeError("a line of a test set has a text, an intent or null, and a list of other intents or none")
    return Asked(text, (intent, *also) if isinstance(intent, str) else ())


def _is_among(asked: Asked, guess: Guess, first: int) -> bool:
    return not set(asked.intents).isdisjoint(guess.intents[:first])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
