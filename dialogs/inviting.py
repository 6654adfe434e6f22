"""Inviting others: one's own link with its code to scan, what it brings, and how it goes (LOY-05)."""

from functools import lru_cache
from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import CopyText
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.conversations.account import find_link_base
from bot.customers.profile import Profile
from bot.i18n import html, lines
from bot.loyalty.inviting import current_terms, find_code, get_code, link_of, progress_of
from bot.outbox.papers import draw_qr
from dialogs.inviting_text import progress_text, terms_text
from dialogs.showing import Drawn
from dialogs.states import Inviting
from dialogs.widgets import Block, Label, footer

# A code is drawn once for whoever looks again.
DRAWN = 64


async def card_getter(profile: Profile, clock: Clock, is_live: bool, **_: Any) -> dict[str, Any]:
    locale, terms = profile.locale, await current_terms()
    if terms is None or not profile.is_linked:
        return {"text": html(locale, "referral-off"), "qr": None, "link": ""}
    link = await _link(profile, clock, is_live=is_live)
    told = [
        html(locale, "referral-title"),
        terms_text(terms, locale),
        html(locale, "referral-link", link=link) if link else None,
        progress_text(await progress_of(profile.customer_ids), locale),
    ]
    return {
        "text": lines([each for each in told if each], "\n\n"),
        "qr": Drawn(_picture(link), "invitation.png") if link else None,
        "link": link,
    }


async def _link(profile: Profile, clock: Clock, *, is_live: bool) -> str:
    """Nothing where the bot has no name yet; a rehearsal makes no code."""
    base, code = await find_link_base(), await find_code(profile.customer_ids)
    if code is None and is_live:
        code = await get_code(profile.customer_ids, now=clock.now())
    return link_of(base, code) if base and code else ""


@lru_cache(DRAWN)
def _picture(link: str) -> bytes:
    return draw_qr(link)


card_window = Window(
    Block("text"),
    DynamicMedia("qr", when="qr"),
    CopyText(Label("referral-copy-button"), Format("{link}"), when="link"),
    footer("inviting"),
    state=Inviting.card,
    getter=card_getter,
)


def build() -> Dialog:
    return Dialog(card_window)
