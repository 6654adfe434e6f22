"""How well questions are understood, on test sets kept apart from the phrases, and how fast.

Reads benchmarks/understanding/<language>.jsonl: `{"text", "intent"}`, where the intent of what is none of our business
is null. Nothing is ever fitted to them; only the sums are printed. Baselines on the same phrases: the nearest phrase by
`process.extractOne` as it comes, and a linear classifier on TF-IDF character n-grams (scikit-learn, where it is
installed). Each baseline answers from the threshold at which it answers as many as Bote does.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process, utils

from benchmarks.figures import Figure
from bot.config import LOCALES, Locale
from bot.support.index import current_index, read_phrases
from bot.support.matching import MOST_OFFERED, match

SETS = Path(__file__).parent / "understanding"
# Issue 6: of in-scope questions at least so many answered at once, at most so many wrongly; the right one among three.
COVERED: dict[Locale, float] = {"de": 0.85, "en": 0.85, "fr": 0.85, "lb": 0.75}
MOST_WRONG, AMONG_THREE, MOST_CHATTER = 0.02, 0.98, 0.03
SLOWEST_MS = 1.0
CURVE = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    intent: str | None


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


def figures() -> Iterator[Figure]:
    current_index()
    nearest, ngrams = _nearest(), _character_ngrams()
    for locale in LOCALES:
        asked = _read(locale)
        if not asked:
            print(f"understanding {locale}: no test set")
            continue
        guesses = [_bote(each.text) for each in asked]
        table = _table(asked, guesses)
        yield from _of_quality(locale, table, len(asked))
        _print_curve(locale, asked, guesses)
        for name, guesser in (("extractOne", nearest), ("character n-grams", ngrams)):
            if guesser is None:
                print(f"understanding {locale}, {name}: scikit-learn is not installed")
                continue
            theirs = [guesser(each.text) for each in asked]
            print(f"understanding {locale}, {name}: {_at_coverage(asked, theirs, table.covered).line()}")
    yield from _of_speed(nearest, ngrams)


def _of_quality(locale: Locale, table: Table, count: int) -> Iterator[Figure]:
    name = f"understanding {locale},"
    yield Figure(f"{name} answered at once", 100 * table.covered, "%", bar=100 * COVERED[locale], note=f"{count} texts")
    yield Figure(f"{name} precision of the answered", 100 * table.precision, "%")
    yield Figure(f"{name} answered wrongly", 100 * table.wrong, "%", bar=100 * MOST_WRONG, better="less")
    yield Figure(f"{name} right at first guess", 100 * table.first, "%")
    yield Figure(f"{name} among three", 100 * table.among_three, "%", bar=100 * AMONG_THREE)
    yield Figure(f"{name} out of scope answered", 100 * table.chatter, "%", bar=100 * MOST_CHATTER, better="less")


def _print_curve(locale: Locale, asked: Sequence[Asked], guesses: Sequence[Guess]) -> None:
    for threshold in CURVE:
        gated = [Guess(each.intents, each.confidence, each.confidence >= threshold) for each in guesses]
        print(f"  {locale} from {threshold:.2f}: {_table(asked, gated).line()}")


def _of_speed(nearest: Guesser, ngrams: Guesser | None) -> Iterator[Figure]:
    texts = [each.text for locale in LOCALES for each in _read(locale)] or [each.text for each in read_phrases()]
    texts = texts[:500]
    ours, theirs = _ms(_bote, texts), _ms(nearest, texts)
    note = f"{ours / _ms(ngrams, texts):.2f} times the character n-grams" if ngrams else "no scikit-learn"
    yield Figure(
        "understanding, one message", ours, "ms", bar=SLOWEST_MS, better="less",
        baseline=f"{theirs:.2f} ms of process.extractOne ({ours / theirs:.3f} times)", note=note,
    )  # fmt: skip
    longest = " ".join(each.text for each in read_phrases())[:4_096]
    yield Figure("understanding, a message of 4,096 characters", _ms(_bote, [longest] * 20), "ms")


def _ms(guesser: Guesser, texts: Sequence[str]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for text in texts:
            guesser(text)
        best = min(best, (time.perf_counter() - started) / len(texts) * 1_000)
    return best


def _bote(text: str) -> Guess:
    matched = match(text)
    confidence = matched.best.confidence if matched.best else 0.0
    return Guess(tuple(each.intent for each in matched.intents), confidence, matched.verdict == "answer")


def _nearest() -> Guesser:
    phrases = read_phrases()
    texts = [utils.default_process(phrase.text) for phrase in phrases]

    def guess(text: str) -> Guess:
        found = process.extract(utils.default_process(text), texts, limit=20)
        intents = tuple(dict.fromkeys(phrases[place].intent for _, _, place in found))
        return Guess(intents, found[0][1] / 100 if found else 0.0)

    return guess


def _character_ngrams() -> Guesser | None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError:
        return None
    phrases = read_phrases()
    ngrams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    model = make_pipeline(ngrams, LogisticRegression(C=10, max_iter=300))
    model.fit([phrase.text for phrase in phrases], [phrase.intent for phrase in phrases])

    def guess(text: str) -> Guess:
        likely = model.predict_proba([text])[0]
        order = sorted(range(len(likely)), key=lambda place: -likely[place])[:MOST_OFFERED]
        return Guess(tuple(str(model.classes_[place]) for place in order), float(likely[order[0]]))

    return guess


def _at_coverage(asked: Sequence[Asked], guesses: Sequence[Guess], covered: float) -> Table:
    """The table of a baseline from the threshold at which it answers as many in-scope questions."""
    sure = sorted((g.confidence for a, g in zip(asked, guesses, strict=True) if a.intent), reverse=True)
    threshold = sure[max(0, min(len(sure), round(covered * len(sure))) - 1)]
    return _table(asked, [Guess(each.intents, each.confidence, each.confidence >= threshold) for each in guesses])


def _table(asked: Sequence[Asked], guesses: Sequence[Guess]) -> Table:
    pairs = list(zip(asked, guesses, strict=True))
    ours = [(a, g) for a, g in pairs if a.intent]
    others = [g for a, g in pairs if a.intent is None]
    answered = [(a, g) for a, g in ours if g.is_answered]
    right = sum(a.intent == g.intents[0] for a, g in answered)
    return Table(
        covered=_share(len(answered), len(ours)),
        precision=_share(right, len(answered)),
        wrong=_share(len(answered) - right, len(ours)),
        first=_share(sum(a.intent in g.intents[:1] for a, g in ours), len(ours)),
        among_three=_share(sum(a.intent in g.intents[:MOST_OFFERED] for a, g in ours), len(ours)),
        chatter=_share(sum(g.is_answered for g in others), len(others)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _read(locale: Locale) -> list[Asked]:
    file = SETS / f"{locale}.jsonl"
    if not file.exists():
        return []
    lines = (json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip())
    return [Asked(line["text"], line["intent"]) for line in lines]
