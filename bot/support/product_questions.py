"""A product that a text names, or something to buy that no product is called, and what it may cost."""

from bot.shop.search import search
from bot.support.index import current_index
from bot.support.matching import Match, match
from bot.support.prices import Priced, find_named_price
from bot.support.products import find_named, telling_words
from bot.support.products_meant import ProductChoice, ProductFound, ProductSought
from bot.support.results import Answer, Intent
from bot.support.words import words_of

# A product that is named says more than that products are asked about.
ABOUT_PRODUCTS: frozenset[Intent] = frozenset({"product_info", "place_order"})
# What is said of a purchase and not of something to buy: then a product's name, or a word like it, is no question.
ABOUT_PURCHASES = frozenset(
    {"refund", "money", "back", "return", "exchange", "cancel", "withdraw", "complain", "unhappy", "broken", "notwork",
     "wrong", "missing", "incomplete", "warranty", "invoice", "payfail", "problem", "charge", "label", "contract"}
)  # fmt: skip
# An amount beside one of these was spent; it is no price that something may have.
SPENT = frozenset({"pay"})
SURE = 0.9


async def answer_product(text: str, matched: Match, priced: Priced | None) -> Answer | None:
    """What the text names or looks for, where nothing in it is about something else."""
    named = None if priced or _means(SPENT, text) else find_named_price(text)
    spending = priced or named
    words = spending.rest if spending else text
    if _is_about_a_purchase(words, matched):
        return None
    if priced:
        return await _limited(priced, matched)
    found = await find_named(words)
    if not found:
        return None
    products, confidence = [product for product, _ in found], found[0][1]
    if len(products) == 1:
        return Answer(ProductFound(products[0].id, products[0].sku), "product", confidence)
    if named:
        return Answer(ProductSought(words, named.limit), "product", confidence)
    choice = ProductChoice(tuple(each.id for each in products), tuple(each.sku for each in products), words)
    return Answer(choice, "product", confidence)


async def sought(text: str, matched: Match) -> Answer | None:
    """Who asks for a product, and names something that we do not know, is shown what comes near."""
    best, *others = (*matched.intents, None)
    if best is None or best.intent not in ABOUT_PRODUCTS or matched.verdict == "fallback":
        return None
    # "Habt ihr Schneeschuhe?" is half unknown words; what is twice as likely as all else is what is asked.
    likely = matched.verdict == "answer" or not others[0] or best.confidence >= 2 * others[0].confidence
    named = None if _means(SPENT, text) else find_named_price(text)
    words, limit = (named.rest, named.limit) if named else (text, None)
    return matched.answered(ProductSought(words, limit)) if likely and await telling_words(words) else None


async def _limited(priced: Priced, matched: Match) -> Answer | None:
    """What costs so much, of what is named; of all there is, where nothing else is said."""
    telling = await telling_words(priced.rest)
    is_asked = any(each.best and each.best.intent in ABOUT_PRODUCTS for each in (matched, match(priced.rest)))
    if telling and (is_asked or (await search(telling)).ids):
        return Answer(ProductSought(priced.rest, priced.limit), "product", SURE)
    is_all = not telling and (is_asked or not any(map(_tells, words_of(priced.rest))))
    return Answer(ProductSought("", priced.limit), "product", SURE) if is_all else None


def _is_about_a_purchase(words: str, matched: Match) -> bool:
    """ "It broke, money back please" is no search for what is called so, however sure the wish itself is."""
    if matched.verdict != "did_you_mean" or matched.best is None or matched.best.intent in ABOUT_PRODUCTS:
        return False
    return _means(ABOUT_PURCHASES, words)


def _means(concepts: frozenset[str], text: str) -> bool:
    lexicon = current_index().lexicon
    return any(not concepts.isdisjoint(lexicon.mean(word).concepts) for word in words_of(text))


def _tells(word: str) -> bool:
    meaning = current_index().lexicon.mean(word)
    return not (meaning.is_filler or meaning.is_courtesy)
