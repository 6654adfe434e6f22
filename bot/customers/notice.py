"""The privacy notice that `/privacy` shows: versioned, so that it can be told which wording somebody has read."""

from bot.config import Locale, Settings
from bot.customers.wordings import version_of
from bot.i18n import Markup, html, lines


def privacy_text(locale: Locale, settings: Settings) -> Markup:
    """The whole notice as one message: what is stored, why, how long, the rights, and whom to write to."""
    shop, current = settings.shop_name, version_of("privacy")
    return lines(
        [
            html(locale, "privacy-title", shop=shop),
            html(locale, "privacy-stored"),
            html(locale, "privacy-why"),
            html(locale, "privacy-how-long"),
            html(locale, "privacy-telegram"),
            html(locale, "privacy-rights"),
            _contact(locale, settings),
            html(locale, "privacy-version", version=str(current.version), day=current.since),
        ],
        "\n\n",
    )


def _contact(locale: Locale, settings: Settings) -> Markup:
    if settings.shop_contact:
        return html(locale, "privacy-contact", shop=settings.shop_name, contact=settings.shop_contact)
    return html(locale, "privacy-contact-unknown", shop=settings.shop_name)
