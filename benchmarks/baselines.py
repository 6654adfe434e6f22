"""What Bote's understanding is compared with, on the same phrases: the nearest phrase, and character n-grams."""

from math import exp

from rapidfuzz import process, utils

from benchmarks.chatter import read_chatter
from benchmarks.test_sets import Guess, Guesser
from bot.support.matching import MOST_OFFERED
from bot.support.phrases import read_phrases
from bot.support.results import INTENTS

# By this the margins become shares of the likelihood, as in benchmarks/learning.py.
SHARPNESS = 5.0


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
    """A linear support vector machine on TF-IDF character n-grams; None without scikit-learn, as `make bench` has it.

    As Bote, it has chatter as a class of its own, which it never answers with.
    """
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.svm import LinearSVC
    except ImportError:
        return None
    phrases = (*read_phrases(), *read_chatter())
    ngrams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    model = make_pipeline(ngrams, LinearSVC(C=1.0))
    model.fit([phrase.text for phrase in phrases], [phrase.intent for phrase in phrases])
    classes = [str(each) for each in model.classes_]

    def guess(text: str) -> Guess:
        margins = model.decision_function([text])[0]
        shares = [exp(SHARPNESS * margin) for margin in margins]
        order = sorted(range(len(classes)), key=lambda place: -shares[place])
        ours = [place for place in order if classes[place] in INTENTS][:MOST_OFFERED]
        return Guess(tuple(classes[place] for place in ours), shares[ours[0]] / sum(shares))

    return guess
