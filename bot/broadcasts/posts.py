"""What a post of the channel says: one message for all its readers, in one language or several, each under its mark."""

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.letters import ALBUM, METHODS, full_text, keyboard_of
from bot.broadcasts.rules import MOST_CAPTION, MOST_TEXT
from bot.config import LOCALES, Locale, Settings
from bot.i18n import Markup, html, lines
from bot.outbox.messages import text_message
from bot.outbox.templates import Letter


def post_locales(campaign: CampaignFacts, *, settings: Settings) -> tuple[Locale, ...]:
    """The languages of a post in the order in which they stand there: the shop's own first."""
    order = (settings.default_locale, *(each for each in LOCALES if each != settings.default_locale))
    return tuple(locale for locale in order if locale in campaign.texts)


def post_text(campaign: CampaignFacts, *, settings: Settings, over: bool = False) -> Markup:
    """The whole text, under the line that says that this is advertising; `over`: what it offered has ended."""
    locales = post_locales(campaign, settings=settings)
    parts = [_part(campaign, locale, marked=len(locales) > 1) for locale in locales]
    text = full_text(campaign, lines(parts, "\n\n"), locales[0], settings=settings)
    ended = [html(locale, "campaign-post-over") for locale in locales] if over else []
    return lines([*ended, text], "\n\n") if ended else text


def post_letters(
    campaign: CampaignFacts, *, settings: Settings, link_base: str | None, over: bool = False
) -> tuple[Letter, ...]:
    """The calls that put it up: one, or an album and then its text with the buttons; what is over has no buttons."""
    locales = post_locales(campaign, settings=settings)
    keyboard = [] if over else keyboard_of(campaign, locales[0], settings=settings, link_base=link_base)
    text = post_text(campaign, settings=settings, over=over)
    message = text_message(text, keyboard=keyboard, silent=campaign.silent)
    match campaign.media:
        case ():
            return (Letter("sendMessage", message),)
        case (one,):
            caption = {"caption": text} | {name: value for name, value in message.items() if name not in TEXT_ALONE}
            return (Letter(METHODS[one["kind"]], {one["kind"]: one["file_id"]} | caption),)
        case several:
            album = [{"type": each["kind"], "media": each["file_id"]} for each in several]
            quiet = {"disable_notification": True} if campaign.silent else {}
            return (Letter(ALBUM, {"media": album} | quiet), Letter("sendMessage", message))


def most_characters(campaign: CampaignFacts) -> int:
    """How long the text of a post may be: below one picture it is a caption."""
    return MOST_CAPTION if len(campaign.media) == 1 else MOST_TEXT


TEXT_ALONE = frozenset({"text", "link_preview_options"})


def _part(campaign: CampaignFacts, locale: Locale, *, marked: bool) -> Markup:
    written = Markup(campaign.texts[locale])  # HTML of Telegram's own entities, as the composer keeps it
    return lines([html(locale, "campaign-language-mark"), written], " ") if marked else written
