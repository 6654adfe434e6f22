"""What of a text is compared: its meanings one by one and in pairs, and how much of it nobody understands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.config import Locale
from bot.support.lexicon import Lexicon, Meaning

# How much each kind of feature counts before it is weighed by how telling it is: what a word means, the word itself
# beside its meaning, what stands together, words that say nothing alone. Found by cross-validation on the phrases.
CONCEPT, WORD, WORD_BESIDE, PAIR, FILLER = 1.0, 1.0, 0.6, 0.5, 0.3
# How much of an unknown word one is that may be a typo of a known one, and one of another walk of life.
CORRECTED, ELSEWHERE = 0.25, 2.0
# In a long text everything stands beside everything.
MOST_PAIRED = 18


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as features with their strength, and how many of its words we do not know; a typo is a part of one."""

    features: Mapping[str, float]
    unknown: float
    language: Locale | None


def read(words: Sequence[str], lexicon: Lexicon) -> Reading:
    """Greetings and courtesies count only where nothing else is said; fillers alone say nothing."""
    meanings = [lexicon.mean(word) for word in words]
    language = _language(meanings, lexicon)
    meanings = [_in_language(each, language, lexicon) for each in meanings]
    said = [each for each in meanings if not each.is_courtesy]
    if not any(_is_telling(each) for each in said):
        said = meanings if any(each.is_courtesy for each in meanings) else []
    return Reading(_features(said), sum(map(_strangeness, said)), language)


def _in_language(meaning: Meaning, language: Locale | None, lexicon: Lexicon) -> Meaning:
    """A small word of another language than all the rest may be a typo: "where is my oder"."""
    if language is None or not meaning.is_filler or language in lexicon.languages(meaning.word):
        return meaning
    return lexicon.mistyped(meaning.word) or meaning


def _strangeness(meaning: Meaning) -> float:
    if meaning.is_elsewhere:
        return ELSEWHERE
    return CORRECTED * meaning.is_corrected if meaning.is_known else 1.0


def _is_telling(meaning: Meaning) -> bool:
    return not meaning.is_filler or bool(meaning.concepts)


def _features(said: Sequence[Meaning]) -> dict[str, float]:
    features: dict[str, float] = {}
    paired: dict[str, None] = {}
    for each in said:
        if not each.is_known:
            continue
        for concept in each.concepts:
            features[f"={concept}"] = CONCEPT
            paired[f"={concept}"] = None
        if each.is_filler:
            features.setdefault(each.word, FILLER)
        else:
            features[each.word] = WORD_BESIDE if each.concepts else WORD
            if not each.concepts:
                paired[each.word] = None
    together = sorted(list(paired)[:MOST_PAIRED])
    for position, one in enumerate(together):
        for other in together[position + 1 :]:
            features[f"{one}+{other}"] = PAIR
    return features


def _language(said: Sequence[Meaning], lexicon: Lexicon) -> Locale | None:
    """Whose words these are, where that is plain: a word of two languages is half a word of each."""
    votes: Counter[Locale] = Counter()
    for each in said:
        spoken = lexicon.languages(each.word)
        for locale in sorted(spoken):
            votes[locale] += 12 // len(spoken)
    return votes.most_common(1)[0][0] if votes else None
