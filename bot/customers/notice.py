"""The privacy notice that `/privacy` shows: versioned, so that it can be told which wording somebody has read."""

from datetime import date

from bot.config import Locale, Settings
from bot.i18n import Markup, html, lines

# A change of meaning in locales/*/privacy.ftl raises the version and moves the day.
PRIVACY_VERSION = 1
PRIVACY_SINCE = date(2026, 11, 21)


def privacy_text(locale: Locale, settings: Settings) -> Markup:
    """The whole notice as one message: what is stored, why, how long, the rights, and whom to write to."""
    shop = settings.shop_name
    return lines(
        [
            html(locale, "privacy-title", shop=shop),
            html(locale, "privacy-stored"),
            html(locale, "privacy-why"),
            html(locale, "privacy-how-long"),
            html(locale, "privacy-telegram"),
            html(locale, "privacy-rights"),
            _contact(locale, settings),
            html(locale, "privacy-version", version=str(PRIVACY_VERSION), day=PRIVACY_SINCE),
        ],
        "\n\n",
    )


def _contact(locale: Locale, settings: Settings) -> Markup:
    if settings.shop_contact:
        return html(locale, "privacy-contact", shop=settings.shop_name, contact=settings.shop_contact)
    return html(locale, "privacy-contact-unknown", shop=settings.shop_name)
