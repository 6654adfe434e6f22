"""A campaign while somebody writes it: which one the screens are about, and how an edit of theirs is kept."""

from dataclasses import replace
from typing import Any, Unpack

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.broadcasts import letters
from bot.broadcasts.campaigns import CampaignFacts, edit, get_campaign
from bot.broadcasts.correcting import CorrectionError, edit_post
from bot.broadcasts.edits import Edits
from bot.broadcasts.preflight import describe
from bot.broadcasts.rules import MOST_CAPTION, MOST_TEXT
from bot.config import LOCALES, Locale, Settings
from bot.errors import CustomerError
from bot.i18n import html, plain
from bot.tickets.wording import Reader
from dialogs.staff_door import reader_of, staff_id_of
from dialogs.widgets import started_with, toast


def campaign_id_of(manager: DialogManager) -> int:
    """The campaign that the screen was opened for; 0, which there is not, without one."""
    campaign_id = manager.dialog_data.get("campaign_id") or started_with(manager).get("campaign_id")
    return campaign_id if isinstance(campaign_id, int) else 0


def about_it(manager: DialogManager) -> dict[str, Any]:
    """Start data of another screen about the same campaign."""
    return {"campaign_id": campaign_id_of(manager)}


async def look(manager: DialogManager) -> CampaignFacts:
    """The campaign as it is now, to be shown: an edit counts for the version that was seen last."""
    campaign = await current(manager)
    manager.dialog_data["version"] = campaign.version
    return campaign


async def current(manager: DialogManager) -> CampaignFacts:
    """The same for who taps or writes: what they have not seen yet is not what their edit counts for."""
    return await get_campaign(campaign_id_of(manager))


def seen_version(manager: DialogManager) -> int:
    """The version that stands on the screen."""
    return int(manager.dialog_data.get("version", 0))


async def save(manager: DialogManager, event: CallbackQuery | Message, **edits: Unpack[Edits]) -> bool:
    """Keep an edit, which of a post that is in the channel changes it there at once.

    False, and told so, when somebody else was faster, it cannot be edited any more, or the check would block it.
    """
    given, seen = manager.middleware_data, await current(manager)
    about: Any = {"version": seen_version(manager), "by": staff_id_of(manager)}
    now, settings = given["clock"].now(), given["settings"]
    try:
        if seen.is_posted:
            campaign = await edit_post(seen.id, settings=settings, now=now, **about, **edits)
        else:
            campaign = await edit(seen.id, now=now, **about, **edits)
    except CorrectionError as refusal:
        await _tell(event, describe(refusal.finding, reader_of(manager).locale))
        return False
    except CustomerError as refusal:
        await refuse(manager, event, refusal.key, **refusal.values)
        return False
    manager.dialog_data["version"] = campaign.version
    return True


async def refuse(manager: DialogManager, event: CallbackQuery | Message, key: str, **values: str | int) -> None:
    """Say why not: over the screen after a tap, below their words otherwise."""
    locale = reader_of(manager).locale
    await _tell(event, html(locale, key, **values) if isinstance(event, Message) else plain(locale, key, **values))


async def _tell(event: CallbackQuery | Message, text: str) -> None:
    if isinstance(event, CallbackQuery):
        await toast(event, text, alert=True)
    else:
        await event.answer(text)


def language_of(manager: DialogManager, reader: Reader) -> Locale:
    """The one that is being written in; at first the writer's own."""
    chosen = manager.dialog_data.get("language")
    return next((each for each in LOCALES if each == chosen), reader.locale)


def language_entries(campaign: CampaignFacts, chosen: Locale) -> list[dict[str, str]]:
    """A button a language: which is open, and which have a text."""
    return [
        {"id": each, "label": f"{'• ' if each == chosen else ''}{each.upper()}{' ✓' if each in campaign.texts else ''}"}
        for each in LOCALES
    ]


def served_entry(campaign: CampaignFacts, locale: Locale) -> str:
    """`DE ✓`, `LB → DE`, `FR ✗`."""
    written = letters.text_locale(campaign, locale)
    if written == locale:
        return f"{locale.upper()} ✓"
    return f"{locale.upper()} → {written.upper()}" if written else f"{locale.upper()} ✗"


def longest(campaign: CampaignFacts) -> int:
    """What Telegram takes: less below a single picture."""
    return MOST_CAPTION if len(campaign.media) == 1 else MOST_TEXT


def length_of(campaign: CampaignFacts, text: str, locale: Locale, settings: Settings) -> int:
    """As Telegram counts, with what we add."""
    return letters.length_of(replace(campaign, texts=campaign.texts | {locale: text}), locale, settings=settings)
