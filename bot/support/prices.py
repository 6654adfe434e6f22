"""What something may cost, as people write it: "lampes à moins de 100 euros", "lamp under 50", "20 bis 30 €"."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.config import LOCALES
from bot.i18n import TEXTS
from bot.support.index import current_index
from bot.support.products_meant import PriceLimit
from bot.support.words import words_of

LONGEST_READ = 400
NUMBER = r"\d{1,6}(?:[.,]\d{1,2})?"
CURRENCY = r"(?:€|\$|£|(?:euros?|eur|chf|usd|gbp|dollars?|pounds?)\b)"
AMOUNT = rf"(?P<before>{CURRENCY})?\s*(?P<number>{NUMBER})(?![\w%]|[.,/-]\d)\s*(?P<behind>{CURRENCY})?"
TYPED_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Priced:
    """A limit, and the text without it; `is_sure`: it names a currency, so that it can be nothing else."""

    limit: PriceLimit
    rest: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    between: re.Pattern[str]
    single: Sequence[tuple[str, re.Pattern[str]]]
    after: re.Pattern[str]
    named: re.Pattern[str]


def find_price(text: str) -> Priced | None:
    """The first limit in the text; one without a currency only where nothing follows that could be counted."""
    if not _has_number(text):
        return None
    read = _fold(text[:LONGEST_READ])
    found = next(_found(read), None)
    if found is None:
        return None
    limit, match, is_sure = found
    behind = text[match.end() :]
    if not is_sure and any(map(_counts, words_of(behind))):
        return None
    return Priced(limit, " ".join(f"{text[: match.start()]} {behind}".split()), is_sure)


def find_named_price(text: str) -> Priced | None:
    """A price that is only named ("a teapot 20 euros") as the most that somebody will spend; of two, neither.

    What costs exactly so much is among what costs no more. It needs its currency, or it may count anything.
    """
    if not _has_number(text):
        return None
    found = list(_patterns().named.finditer(_fold(text[:LONGEST_READ])))
    if len(found) != 1:
        return None
    [match] = found
    rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
    return Priced(PriceLimit(most=_amount(match["most"] or match["number"])), rest, is_sure=True)


def _has_number(text: str) -> bool:
    """Most texts have none, and need not be folded letter by letter."""
    return any(map(str.isnumeric, text))


def _found(read: str) -> Iterator[tuple[PriceLimit, re.Match[str], bool]]:
    patterns = _patterns()
    if match := patterns.between.search(read):
        least, most = sorted(map(_amount, (match["least"], match["most"])))
        if match["one"] or match["two"] or match["three"]:
            yield PriceLimit(lowest=least, most=most), match, True
    for kind, pattern in patterns.single:
        if match := pattern.search(read):
            yield _limit(kind, match), match, bool(match["before"] or match["behind"])
    if match := patterns.after.search(read):
        yield _limit("up_to", match), match, bool(match["before"] or match["behind"])


def _limit(kind: str, match: re.Match[str]) -> PriceLimit:
    amount = _amount(match["number"])
    match kind:
        case "below":
            return PriceLimit(highest=amount)
        case "up_to":
            return PriceLimit(most=amount)
        case _:
            return PriceLimit(lowest=amount)


def _amount(number: str) -> Decimal:
    return Decimal(number.replace(",", "."))


def _counts(word: str) -> bool:
    """ "Unter 50 cm" is no price, "unter 50 bitte" is."""
    meaning = current_index().lexicon.mean(word)
    return not meaning.is_courtesy


def _fold(text: str) -> str:
    """In small letters without accents, each letter in its place."""
    folded = (unicodedata.normalize("NFKD", letter)[:1] or letter for letter in text.replace(TYPED_APOSTROPHE, "'"))
    return "".join(letter.lower()[:1] or letter for letter in folded)


@cache
def _patterns() -> _Patterns:
    told = [tomllib.loads((TEXTS / locale / "spoken.toml").read_text("utf-8"))["prices"] for locale in LOCALES]

    def ways(name: str) -> str:
        words = sorted({_fold(way) for each in told for way in each[name]}, key=len, reverse=True)
        return "|".join(map(re.escape, words))

    pair = (
        rf"(?:(?<!\w)(?:{ways('between')})\s+)?(?<![\w.,])(?P<one>{CURRENCY})?\s*(?P<least>{NUMBER})\s*(?P<two>{CURRENCY})?"
        rf"\s*(?:-|\N{{EN DASH}}|(?:{ways('to')})\b)\s*{CURRENCY}?\s*(?P<most>{NUMBER})(?!\w)\s*(?P<three>{CURRENCY})?"
    )
    single = [
        (kind, re.compile(rf"(?<!\w)(?:{ways(kind)})\s*(?<=[\s.]){AMOUNT}")) for kind in ("up_to", "below", "at_least")
    ]
    return _Patterns(
        re.compile(pair),
        single,
        re.compile(rf"(?<![\w.,]){AMOUNT}\s*(?:{ways('after')})\b"),
        re.compile(
            rf"(?<![\w.,])(?:{CURRENCY}\s*(?P<number>{NUMBER})(?![\w%]|[.,/-]\d)|(?P<most>{NUMBER})\s*{CURRENCY})"
        ),
    )
