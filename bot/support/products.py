"""Products that a sentence really names, not merely resembles, and what somebody looks for (FAQ-04)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.shop.facts import ProductFacts
from bot.shop.products import find_by_numbers, get_products
from bot.shop.search import ALL, Filters, Found, search, search_near
from bot.shop.vocabulary import SHORTEST_FORGIVEN, SHORTEST_PART, TWO_SLIPS_FROM, current_vocabulary
from bot.shop.wording import raw_words, sku_key, spell, words_of
from bot.support.index import current_index
from bot.support.words import spell as spell_as_asked

ARTICLE_NUMBER = re.compile(r"[^\s,;:!?()\"']*[\d\-_][^\s,;:!?()\"']*")
# "doesn't" says nothing of a product, and what stands before its apostrophe is no word.
CONTRACTED = re.compile("\\b\\w+n['\N{RIGHT SINGLE QUOTATION MARK}`]t\\b", re.IGNORECASE)
AROUND_A_NUMBER = " \t\n.,;:!?()\"'"
NUMBERS_TRIED = 4
LONGEST_KEY = 128
SHORTEST_WORD = 3
# Of so many that fit best the names are compared with what was said.
MOST_COMPARED = 20
# Its whole name stands in the text; or what is asked is a part of the name.
NAMED = 0.95
PARTLY_NAMED = 0.8


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a search shows: product ids, the best first. `is_near`: nothing has all the words, these come near."""

    ids: tuple[int, ...] = ()
    is_near: bool = False


async def find_named_by_sku(text: str) -> ProductFacts | None:
    """The product whose article number stands in the text, however it is spelled; one without digits stands alone."""
    alone = [text.strip(AROUND_A_NUMBER)] if len(text.split()) == 1 else []
    candidates = list(dict.fromkeys([*alone, *ARTICLE_NUMBER.findall(text)[:NUMBERS_TRIED]]))
    bare = [each.strip(".-_#") for each in candidates]
    numbers = list(dict.fromkeys(spelled for each in bare for spelled in (each, each.upper())))
    keys = [
        key for each in [*candidates, *_in_pieces(text)] if SHORTEST_WORD <= len(key := sku_key(each)) < LONGEST_KEY
    ]
    return await find_by_numbers(numbers, keys) if numbers or keys else None


async def find_named(text: str, *, limit: int = 5) -> list[tuple[ProductFacts, float]]:
    """Products named in the text with our confidence, the surest first; those barely alike are left out."""
    telling = await telling_words(text)
    found = await search(telling, most=MOST_COMPARED)
    words = words_of(text)
    longer = [word for word in telling if len(word) >= SHORTEST_WORD or word.isdecimal()]
    judged = [(product, _confidence(words, longer, product)) for product in await get_products(found.ids)]
    sure = max((confidence for _, confidence in judged), default=0.0)
    return [(product, confidence) for product, confidence in judged if confidence and confidence == sure][:limit]


async def browse(text: str, filters: Filters = ALL) -> Shelf:
    """What a result page shows for these words; where no product has all of them, what comes near."""
    telling = await telling_words(text)
    found: Found = await search(telling, filters)
    if found.ids:
        return Shelf(found.ids, is_near=not found.is_exact)
    if filters != ALL:
        return Shelf()
    return Shelf((await search_near(telling)).ids, is_near=True)


async def refine(before: str, text: str) -> str:
    """What is looked for when somebody types again on a result page: both together where a product has both."""
    both = f"{before} {text}"
    return both if (await search(await telling_words(both))).is_exact else text


async def telling_words(text: str) -> list[str]:
    """What a text looks for, each word as the catalogue spells it: without those that only make a question of it.

    A word of the catalogue counts whatever else it may mean, unless it is one of those that stand in any sentence;
    and so does a compound that nobody has listed: "Schneeschuhe" is something to buy.
    """
    lexicon, catalogue = current_index().lexicon, (await current_vocabulary()).ids
    told = []
    for raw in raw_words(CONTRACTED.sub(" ", text)):
        asked, word = spell_as_asked(raw), spell(raw)
        meaning = lexicon.mean(asked)
        is_listed = bool(meaning.concepts and lexicon.languages(asked)) and not meaning.is_ware
        asks = meaning.is_filler or meaning.is_courtesy or (is_listed and word not in catalogue)
        if word and not asks and (len(word) >= SHORTEST_WORD or word in catalogue):
            told.append(word)
    return list(dict.fromkeys(told))


async def is_of_catalogue(text: str) -> bool:
    """Whether all that it says are words of products: "Becher" is one, however near it is to the word for "sure"."""
    told, catalogue = await telling_words(text), (await current_vocabulary()).ids
    return bool(told) and all(word in catalogue for word in told)


def _in_pieces(text: str) -> Iterable[str]:
    """Two or three words in a row that may be one article number: "DL 300", with a digit or all there is."""
    words = text.split()[:MOST_COMPARED]
    for size in (2, 3):
        for start in range(len(words) - size + 1):
            joined = "".join(words[start : start + size])
            if any(map(str.isdecimal, joined)) or len(words) == size:
                yield joined


def _confidence(words: list[str], longer: list[str], product: ProductFacts) -> float:
    names = [words_of(name) for name in product.name.values()]
    return max((_confidence_in_name(words, longer, name) for name in names), default=0.0)


def _confidence_in_name(words: list[str], longer: list[str], name: list[str]) -> float:
    if name and all(_is_among(part, words) for part in name):
        return NAMED
    return PARTLY_NAMED if longer and all(_is_part_of(word, name) for word in longer) else 0.0


def _is_part_of(word: str, name: list[str]) -> bool:
    """One of the words, or the beginning or end of a compound among them."""
    if word in name:
        return True
    compound = len(word) >= SHORTEST_PART and any(each.startswith(word) or each.endswith(word) for each in name)
    joined = len(word) >= TWO_SLIPS_FROM and word in "".join(name)
    return compound or joined or _is_among(word, name)


def _is_among(word: str, words: Sequence[str]) -> bool:
    """A short word must be the same, a longer one may have a typo."""
    if word in words:
        return True
    slips = 0 if len(word) < SHORTEST_FORGIVEN or any(map(str.isdecimal, word)) else 1 + (len(word) >= TWO_SLIPS_FROM)
    return any(OSA.distance(word, other, score_cutoff=slips) <= slips for other in words)
