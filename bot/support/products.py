"""Products that a sentence really names, not merely resembles (FAQ-04)."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.shop.facts import ProductFacts
from bot.shop.products import find_by_sku, search_products
from bot.support.found import fold

ARTICLE_NUMBER = re.compile(r"[^\s,;:!?()\"']*[\d\-_][^\s,;:!?()\"']*")
AROUND_A_NUMBER = " \t\n.,;:!?()\"'"
NUMBERS_TRIED = 4
SAME_WORD = 85.0
SHORTEST_WORD = 3
# Its whole name stands in the text; or what is asked is a part of the name.
NAMED = 0.95
PARTLY_NAMED = 0.8


async def find_named_by_sku(text: str) -> ProductFacts | None:
    """The product whose article number stands in the text, in whichever case; one without digits stands alone."""
    alone = [text.strip(AROUND_A_NUMBER)] if len(text.split()) == 1 else []
    for candidate in dict.fromkeys([*alone, *ARTICLE_NUMBER.findall(text)[:NUMBERS_TRIED]]):
        bare = candidate.strip(".-_#")
        for spelled in dict.fromkeys([bare, bare.upper()]):
            if product := await find_by_sku(spelled):
                return product
    return None


async def find_named(text: str, *, limit: int = 5) -> list[tuple[ProductFacts, float]]:
    """Products named in the text with our confidence, the surest first; those barely alike are left out."""
    words = fold(text).split()
    found = [(product, _confidence(words, product)) for product in await search_products(text, limit=limit)]
    sure = max((confidence for _, confidence in found), default=0.0)
    return [(product, confidence) for product, confidence in found if confidence and confidence == sure]


def _confidence(words: list[str], product: ProductFacts) -> float:
    return max((_confidence_in_name(words, fold(name).split()) for name in product.name.values()), default=0.0)


def _confidence_in_name(words: list[str], name: list[str]) -> float:
    telling = [word for word in words if len(word) >= SHORTEST_WORD]
    if name and all(_is_among(part, words) for part in name):
        return NAMED
    return PARTLY_NAMED if telling and all(_is_among(word, name) for word in telling) else 0.0


def _is_among(word: str, words: Iterable[str]) -> bool:
    """A short word must be the same, a longer one may have a typo."""
    return any(word == other or (len(word) > SHORTEST_WORD and fuzz.ratio(word, other) >= SAME_WORD) for other in words)
