"""What a campaign sends: the Bot API calls of one language, exactly as everybody gets them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.links import post_link
from bot.broadcasts.written import visible_length
from bot.callbacks import OfferTap, StopOffers
from bot.config import LOCALES, Locale, Settings
from bot.i18n import FALLBACKS, Markup, Money, html, lines, plain
from bot.outbox.messages import callback_button, copy_button, link_button, text_message
from bot.outbox.templates import TOKEN, Letter

ALBUM = "sendMediaGroup"
METHODS = {"photo": "sendPhoto", "video": "sendVideo"}


def letters_of(campaign: CampaignFacts, locale: Locale, *, settings: Settings) -> tuple[Letter, ...]:
    """The calls for readers of a language, in order: one, or an album and then its text with the buttons.

    The text is that of `text_locale`; label, buttons and everything of ours is in the reader's own language.
    """
    written = text_locale(campaign, locale)
    if written is None:
        return ()
    text = full_text(campaign, campaign.texts[written], locale, settings=settings)
    message = text_message(text, keyboard=keyboard_of(campaign, locale, settings=settings), silent=campaign.silent)
    match campaign.media:
        case ():
            return (Letter("sendMessage", message),)
        case (one,):
            return (Letter(METHODS[one["kind"]], {one["kind"]: one["file_id"]} | _captioned(message)),)
        case several:
            album = [{"type": each["kind"], "media": each["file_id"]} for each in several]
            quiet = {"disable_notification": True} if campaign.silent else {}
            return (Letter(ALBUM, {"media": album} | quiet), Letter("sendMessage", message))


def text_locale(campaign: CampaignFacts, locale: Locale) -> Locale | None:
    """Whose text readers of a language get: their own, else (if the campaign falls back) one they may understand."""
    if locale in campaign.texts:
        return locale
    if campaign.missing != "fallback":
        return None
    return next((each for each in (*FALLBACKS[locale], *LOCALES) if each in campaign.texts), None)


def length_of(campaign: CampaignFacts, locale: Locale, *, settings: Settings) -> int:
    """How long the text of a language is for whoever gets it, at the longest: our lines are in the reader's own."""
    text = campaign.texts[locale]
    falls_back = [each for each in LOCALES if campaign.kind != "channel" and text_locale(campaign, each) == locale]
    return max(visible_length(full_text(campaign, text, each, settings=settings)) for each in (locale, *falls_back))


def served_locales(campaign: CampaignFacts) -> tuple[Locale, ...]:
    """The languages whose readers get it."""
    return tuple(locale for locale in LOCALES if text_locale(campaign, locale))


def full_text(campaign: CampaignFacts, text: str, locale: Locale, *, settings: Settings) -> Markup:
    """The text between the line that says that this is advertising and what a price cut has to name (rules.md 3.5)."""
    written = Markup(text)  # HTML of Telegram's own entities, as the composer keeps it
    label = html(locale, "campaign-label", shop=settings.shop_name) if campaign.labelled else Markup("")
    return lines([label, written, _lowest_price(campaign, locale)], "\n\n")


def _lowest_price(campaign: CampaignFacts, locale: Locale) -> Markup:
    """What a price cut has to be measured by (§ 11 PAngV)."""
    told = campaign.reduction or {}
    if not told.get("lowest_30_days"):
        return Markup("")
    price = Money(Decimal(str(told["lowest_30_days"])), str(told.get("currency", "EUR")))
    return html(locale, "campaign-lowest-price", price=price)


def keyboard_of(
    campaign: CampaignFacts, locale: Locale, *, settings: Settings, link_base: str | None = None
) -> list[list[dict[str, Any]]]:
    """One button a row; the last one ends all offers, in each message that goes to a customer.

    In the channel a product and a survey open in private, by a deep link that begins with `link_base`.
    """
    base = link_base if campaign.kind == "channel" else None
    rows = [[_button(button, campaign.id, locale, settings, base)] for button in campaign.buttons]
    if campaign.kind == "customers":
        rows.append(
            [callback_button(plain(locale, "campaign-stop-button"), StopOffers(campaign_id=campaign.id).pack())]
        )
    return rows


def _button(button: Button, campaign_id: int, locale: Locale, settings: Settings, base: str | None) -> dict[str, Any]:
    label = button.label(locale)
    match button.kind:
        case "link":
            return link_button(label, counted_link(button, settings))
        case "coupon":
            return copy_button(label, button.target)
        case _ if base:
            return link_button(label, post_link(base, campaign_id, button.id))
        case _:
            return callback_button(label, OfferTap(campaign_id=campaign_id, button=button.id).pack())


def counted_link(button: Button, settings: Settings) -> str:
    """Through our own server, where it counts; to its target at once where there is no public address."""
    return f"{settings.public_url}/go/{TOKEN}/{button.id}" if settings.public_url else button.target


def _captioned(message: dict[str, Any]) -> dict[str, Any]:
    named: Sequence[tuple[str, str]] = [("text", "caption")]
    renamed = {new: message[old] for old, new in named}
    return renamed | {name: value for name, value in message.items() if name not in {"text", "link_preview_options"}}
