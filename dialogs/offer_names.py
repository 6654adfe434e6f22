"""What staff read instead of keys and numbers: surveys, categories, products and campaigns by name."""

from bot.broadcasts.campaigns import find_campaign
from bot.broadcasts.improvements import find_cause, said_of
from bot.broadcasts.segments import Segment
from bot.config import Locale
from bot.i18n import has_text, plain
from bot.shop.facts import ProductFacts
from bot.shop.products import find_by_sku, localised
from bot.surveys.definitions import definitions
from bot.tickets.wording import Reader
from dialogs.widgets import shorten

LONGEST = 40


async def survey_name(key: str, locale: Locale) -> str:
    """Ours have a name; the shop's own are known by what they ask."""
    if has_text(f"survey-name-{key}"):
        return plain(locale, f"survey-name-{key}")
    definition = (await definitions()).get(key)
    return shorten(definition.wording(locale).question, LONGEST) if definition else key


async def segment_names(segment: Segment, reader: Reader) -> dict[str, str]:
    """By key as the segment has it: products by article number, campaigns by id; `said` of the improvement's cause."""
    found = {sku: each for sku in segment.bought_products if (each := await find_by_sku(sku))}
    campaigns = [one for number in segment.reacted_to if (one := await find_campaign(number))]
    named = {sku: product_name(product, reader) for sku, product in found.items()}
    if segment.voices_of is not None and (cause := await find_cause(segment.voices_of)):
        named["said"] = said_of(cause, reader.locale)
    return named | {str(each.id): each.title for each in campaigns}


def product_name(product: ProductFacts, reader: Reader) -> str:
    return localised(product.name, reader.locale)[0] or str(product.sku)
