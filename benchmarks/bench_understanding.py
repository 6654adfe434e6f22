"""How well questions are understood, on test sets kept apart from the phrases, and how fast.

Reads benchmarks/understanding/<language>.jsonl. Nothing is ever fitted to them; only the sums are printed. Baselines on
the same phrases (benchmarks/baselines.py) answer from the threshold at which they answer as many as Bote does.
"""

import time
from collections.abc import Iterator, Sequence

from benchmarks.baselines import character_ngrams, nearest_phrase
from benchmarks.figures import Figure
from benchmarks.slow_texts import SLOW_TEXTS
from benchmarks.test_sets import Asked, Guess, Guesser, Table, at_coverage, from_threshold, is_known, read_set, table_of
from bot.config import LOCALES, Locale
from bot.support.index import Index, current_index
from bot.support.matching import match
from bot.support.model import read_model
from bot.support.phrases import read_phrases

# Issue 6: of in-scope questions at least so many answered at once, at most so many wrongly; the right one among three.
COVERED: dict[Locale, float] = {"de": 0.85, "en": 0.85, "fr": 0.85, "lb": 0.75}
MOST_WRONG, AMONG_THREE, MOST_CHATTER = 0.02, 0.98, 0.03
SLOWEST_MS = 1.0
CURVE = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
ROUNDS = 3
# It compares with each of the phrases, which takes a quarter of a second: every so many texts are enough.
EXTRACT_ONE, EXTRACT_ONE_TRIES = "process.extractOne", 10
# What the speed is measured on.
TIMED = 500


def figures() -> Iterator[Figure]:
    current_index()
    baselines = {EXTRACT_ONE: nearest_phrase(), "character n-grams": character_ngrams()}
    for locale in LOCALES:
        if not (asked := read_set(locale)):
            print(f"understanding {locale}: no test set")
            continue
        guesses = [_bote(each.text) for each in asked]
        table = table_of(asked, guesses)
        yield from _of_quality(locale, table, len(asked))
        new = [(each, guess) for each, guess in zip(asked, guesses, strict=True) if not is_known(each)]
        met = table_of([each for each, _ in new], [guess for _, guess in new])
        print(f"understanding {locale}, the {len(new)} texts that are no phrase of ours: {met.line()}")
        for threshold in CURVE:
            print(f"  {locale} from {threshold:.2f}: {table_of(asked, from_threshold(guesses, threshold)).line()}")
        for name, guesser in baselines.items():
            if guesser is None:
                print(f"understanding {locale}, {name}: scikit-learn is not installed")
            else:
                every = EXTRACT_ONE_TRIES if name == EXTRACT_ONE else 1
                yield from _beside(locale, name, asked[::every], guesses[::every], guesser)
    yield from _of_speed({name: guesser for name, guesser in baselines.items() if guesser})


def _of_quality(locale: Locale, table: Table, count: int) -> Iterator[Figure]:
    name = f"understanding {locale},"
    yield Figure(f"{name} answered at once", 100 * table.covered, "%", bar=100 * COVERED[locale], note=f"{count} texts")
    yield Figure(f"{name} precision of the answered", 100 * table.precision, "%")
    yield Figure(f"{name} answered wrongly", 100 * table.wrong, "%", bar=100 * MOST_WRONG, better="less")
    yield Figure(f"{name} right at first guess", 100 * table.first, "%")
    yield Figure(f"{name} among three", 100 * table.among_three, "%", bar=100 * AMONG_THREE)
    yield Figure(f"{name} out of scope answered", 100 * table.chatter, "%", bar=100 * MOST_CHATTER, better="less")


def _beside(
    locale: Locale, name: str, asked: Sequence[Asked], guesses: Sequence[Guess], guesser: Guesser
) -> Iterator[Figure]:
    """Bote answers fewer wrongly, and less chatter, where the baseline answers as many."""
    ours = table_of(asked, guesses)
    theirs = at_coverage(asked, [guesser(each.text) for each in asked], ours.covered)
    print(f"understanding {locale}, {name}: {theirs.line()}")
    for what, our_share, their_share in (
        ("answered wrongly", ours.wrong, theirs.wrong),
        ("out of scope answered", ours.chatter, theirs.chatter),
    ):
        yield Figure(
            f"understanding {locale}, {what} beside {name}", 100 * our_share, "%", bar=100 * their_share, better="less"
        )


def _of_speed(baselines: dict[str, Guesser]) -> Iterator[Figure]:
    texts = [each.text for locale in LOCALES for each in read_set(locale)[: TIMED // len(LOCALES)]]
    texts = texts or [phrase.text for phrase in read_phrases()[:TIMED]]
    ours = _ms(_bote, texts)
    theirs = {name: _ms(guesser, texts[::25]) for name, guesser in baselines.items()}
    compared = ", ".join(f"{ms:.2f} ms of {name} ({ours / ms:.3f} times)" for name, ms in theirs.items())
    yield Figure("understanding, one message", ours, "ms", bar=SLOWEST_MS, better="less", baseline=compared)
    for name, text in SLOW_TEXTS.items():
        note = "first met: nothing of it is remembered"
        yield Figure(f"understanding, {name} ({len(text)} characters)", _first_ms(text), "ms", note=note)


def _ms(guesser: Guesser, texts: Sequence[str]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.thread_time()
        for text in texts:
            guesser(text)
        best = min(best, (time.thread_time() - started) / len(texts) * 1_000)
    return best


def _first_ms(text: str) -> float:
    """The fastest of some rounds, each with words that are looked up anew."""
    best = float("inf")
    for _ in range(ROUNDS):
        index = Index((), read_model())
        started = time.thread_time()
        match(text, index=index)
        best = min(best, (time.thread_time() - started) * 1_000)
    return best


def _bote(text: str) -> Guess:
    matched = match(text)
    confidence = matched.best.confidence if matched.best else 0.0
    return Guess(tuple(each.intent for each in matched.intents), confidence, matched.verdict == "answer")
