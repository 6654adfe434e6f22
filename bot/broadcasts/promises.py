"""What a text promises or admits in so many words: a lower price than before, and that it is advertising; pure."""

import re

# Each needs the lowest price of the last 30 days beside it, or somebody who says that no price was cut.
PERCENT = r"(?<![\d.,])[-\u2212\u2013]?\d+(?:[.,]\d+)?[ \u00a0\u202f]?(?:%|prozent\b|percent\b|per cent\b|pour ?cent\b)"
CUTS = re.compile(
    rf"{PERCENT}"
    r"|\b(?:statt|instead of|au lieu de|amplaz)\b[^.\n]{0,20}\d+(?:[.,]\d+)?"
    r"|\b(?:reduziert\w*|herabgesetzt\w*|billiger|rabatt\w*|reduced|discount\w*|marked down|on sale|"
    r"soldes?|soldé\w*|réduit\w*|remises?|moins cher\w*|reduzéiert\w*|méi bëlleg\w*)\b",
    re.IGNORECASE,
)
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
    plain = TAG.sub("", text)
    cuts = (found for found in CUTS.finditer(plain) if not _is_share(found, plain))
    return next((found.group(0).strip() for found in cuts), None)


def is_labelled(text: str) -> bool:
    """Whether the first line says that this is advertising."""
    first = TAG.sub("", text).strip().partition("\n")[0]
    return LABELS.search(first) is not None


def _is_share(found: re.Match[str], text: str) -> bool:
    told = found.group(0)
    if not told[0].isdigit():
        return False
    return ALL_OF_IT.match(told) is not None or OF_WHAT.match(text[found.end() :].lstrip()) is not None
