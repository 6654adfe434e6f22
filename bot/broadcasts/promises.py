"""What a text promises or admits in so many words: a lower price than before, and that it is advertising; pure."""

import re
from html import unescape
from itertools import chain

# Each needs the lowest price of the last 30 days beside it, or somebody who says that no price was cut.
PERCENT = r"(?<![\d.,])[-\u2212\u2013]?\d+(?:[.,]\d+)?[ \u00a0\u202f]?(?:%|prozent\b|percent\b|per cent\b|pour ?cent\b)"
PRICE = r"(?:€[ \u00a0\u202f]?\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?[ \u00a0\u202f]?(?:€|euros?\b|eur\b))"
CUTS = re.compile(
    rf"{PERCENT}"
    r"|\b(?:statt|instead of|au lieu de|amplaz)\b[^.\n]{0,20}\d+(?:[.,]\d+)?"
    rf"|(?<![\d€])(?<![\d€]\s)[-\u2212\u2013][ \u00a0\u202f]?{PRICE}"
    rf"|\b(?:spar\w*|save|économisez|spuert)\b[^.\n]{{0,20}}?{PRICE}|{PRICE}[ \u00a0](?:sparen|gespart|off\b)"
    rf"|\b(?:früher|vorher|bisher|war|was|avant|virdrun)\b:? {PRICE}"
    r"|\b(?:reduziert\w*|herabgesetzt\w*|gesenkt\w*|billiger|günstiger\w*|(?:preis)?nachl(?:ass|ässe)|rabatt\w*|"
    r"sonderpreis\w*|preissenkung\w*|halbe[nrms]? preis\w*|\w*(?:schluss|aus|räumungs)verkauf|"
    r"reduced|discount\w*|marked down|half[- ]price|price (?:cut|drop)s?|cheaper|clearance|(?<!for )sale|"
    r"soldes?|soldé\w*|réduit\w*|réductions?|remises?|promos?|moins cher\w*|moitié prix|demi-tarif|"
    r"baisse (?:de|des) prix|prix (?:barré|cassé)s?|"
    r"reduzéiert\w*|erofgesat\w*|hallwe präis|präisnoloss|ausverkaf|méi (?:bëlleg|gënschteg)\w*)\b",
    re.IGNORECASE,
)
# A sum that is struck through is the price it was.
STRUCK = re.compile(r"<(s|del|strike)>[^<]*\d[^<]*</\1>", re.IGNORECASE)
# A share of something is no cut: all of it, or that of a fibre, of cocoa, of alcohol.
ALL_OF_IT = re.compile(r"^100\b")
OF_WHAT = re.compile(
    r"(?:aus|of|en|de|d.?|vun|made of|made from|pure?s?|reine[rsnm]?|bio|organic|virgin|recycle\w*|recycling)?[-\s]*"
    r"(?:\w*baumwolle|\w*wolle|leinen|polyester|polyamid|elasthan|viskose|seide|kaschmir|hanf|leder|kakao\w*|arabica|"
    r"alkohol\w*|vol\b|fett\b|recycelt\w*|recycel\w*|rezyklat\w*|biologisch\w*|natürlich\w*|vegan\w*|ökostrom|"
    r"\w*cotton|\w*wool|linen|elastane|spandex|viscose|silk|cashmere|hemp|leather|cocoa|alcohol|fat\b|recycled|natural|"
    r"coton|laine|lin\b|élasthanne|soie|cachemire|chanvre|cuir|cacao|alcool|recyclé\w*|naturel\w*|végan\w*|"
    r"kotteng|woll\b|lengen|seid\b|lieder|kakao|alkohol|recycléiert\w*|natierlech\w*)",
    re.IGNORECASE,
)
LABELS = re.compile(r"\b(?:anzeige|werbung|advertisement|advertising|publicité|reklamm)\b", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def promises_less(text: str) -> str | None:
    """The words by which a text announces a price cut, if it does."""
    plain = unescape(TAG.sub("", text))
    cuts = (found.group(0).strip() for found in CUTS.finditer(plain) if not _is_share(found, plain))
    struck = (unescape(TAG.sub("", found.group(0))).strip() for found in STRUCK.finditer(text))
    return next(chain(cuts, struck), None)


def is_labelled(text: str) -> bool:
    """Whether the first line says that this is advertising."""
    first = TAG.sub("", text).strip().partition("\n")[0]
    return LABELS.search(first) is not None


def _is_share(found: re.Match[str], text: str) -> bool:
    told = found.group(0)
    if not told[0].isdigit():
        return False
    return ALL_OF_IT.match(told) is not None or OF_WHAT.match(text[found.end() :].lstrip()) is not None
