"""What Bote's understanding is compared with, on the same phrases: the nearest phrase, and character n-grams."""

import warnings

from rapidfuzz import process, utils

from benchmarks.test_sets import Guess, Guesser
from bot.support.matching import MOST_OFFERED
from bot.support.phrases import read_phrases


def nearest_phrase() -> Guesser:
    """`process.extractOne` as it comes."""
    phrases = read_phrases()
    texts = [utils.default_process(phrase.text) for phrase in phrases]

    def guess(text: str) -> Guess:
        found = process.extract(utils.default_process(text), texts, limit=20)
        intents = tuple(dict.fromkeys(phrases[place].intent for _, _, place in found))
        return Guess(intents, found[0][1] / 100 if found else 0.0)

    return guess


def character_ngrams() -> Guesser | None:
    """Logistic regression on TF-IDF character n-grams; None where scikit-learn is not installed (`make bench` does)."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError:
        return None
    phrases = read_phrases()
    ngrams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    model = make_pipeline(ngrams, LogisticRegression(C=10, max_iter=300))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit([phrase.text for phrase in phrases], [phrase.intent for phrase in phrases])

    def guess(text: str) -> Guess:
        likely = model.predict_proba([text])[0]
        order = sorted(range(len(likely)), key=lambda place: -likely[place])[:MOST_OFFERED]
        return Guess(tuple(str(model.classes_[place]) for place in order), float(likely[order[0]]))

    return guess
