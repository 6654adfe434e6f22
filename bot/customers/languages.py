"""Which language to try with somebody who has told none."""

from babel.languages import get_official_languages

from bot.config import LOCALES, Locale


def locale_of_country(country: str | None) -> Locale | None:
    """The first official language there (CLDR), when we speak it: `DE` → de, `US` → en; None for the others."""
    official = get_official_languages(country or "", de_facto=True)
    return next((locale for locale in LOCALES if official[:1] == (locale,)), None)
