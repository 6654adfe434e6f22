"""The consent diary: what somebody has agreed to, when and in which words, with a switch for each purpose (N16)."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Column, Select
from aiogram_dialog.widgets.text import Format

from bot.callbacks import ConsentPurpose
from bot.customers.consents import PURPOSES, AskEntry, ConsentEntry, asks_of, consents_of, diary
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.outbox.consent import revoke
from dialogs.agreeing import quoted, show_words
from dialogs.states import Consents
from dialogs.widgets import Block, fit, footer, toast

EARLIER_SHOWN = 3


async def diary_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    entries = await diary(profile.chat_id)
    return {"text": await diary_text(profile), "switches": list(_switches(entries, profile))}


async def diary_text(profile: Profile) -> Markup:
    """How each consent stands, with its words."""
    return _text(await diary(profile.chat_id), await asks_of(profile.chat_id), profile)


def _text(entries: Sequence[ConsentEntry], asks: Sequence[AskEntry], profile: Profile) -> Markup:
    locale = profile.locale
    sections = [lines([html(locale, "consent-title"), html(locale, "consent-intro")])]
    for purpose in PURPOSES:
        own = [entry for entry in entries if entry.purpose == purpose]
        said = next((ask for ask in asks if ask.purpose == purpose), None)
        sections.append(lines(_section(purpose, own, said, profile)))
    return fit(sections, html(locale, "error-cut"), separator="\n\n")


def _section(purpose: str, own: Sequence[ConsentEntry], said: AskEntry | None, profile: Profile) -> Iterator[Markup]:
    """How it stands, the words of the newest consent, and what was before."""
    locale, tz = profile.locale, profile.tz
    name = plain(locale, f"consent-name-{purpose}")
    if not own:
        if said and said.answer == "no" and said.answered_at:
            yield html(locale, "consent-state-refused", name=name, at=said.answered_at, tz=tz)
        else:
            yield html(locale, "consent-state-never", name=name)
        return
    newest, *earlier = own
    yield _standing(newest, name, profile)
    yield quoted(newest.wording)
    for entry in earlier[:EARLIER_SHOWN]:
        yield html(
            locale, "consent-earlier", given=entry.given_at, withdrawn=entry.withdrawn_at or entry.given_at, tz=tz
        )


def _standing(entry: ConsentEntry, name: str, profile: Profile) -> Markup:
    if entry.withdrawn_at is None:
        at, version = entry.given_at, str(entry.version)
        return html(profile.locale, "consent-state-given", name=name, at=at, version=version, tz=profile.tz)
    given, at = entry.given_at, entry.withdrawn_at
    return html(profile.locale, "consent-state-withdrawn", name=name, given=given, at=at, tz=profile.tz)


def _switches(entries: Sequence[ConsentEntry], profile: Profile) -> Iterator[dict[str, str]]:
    """What a tap does stands in the button's data, so that one that has grown old never does the opposite."""
    for purpose in PURPOSES:
        on = any(entry.purpose == purpose and entry.is_active for entry in entries)
        name = plain(profile.locale, f"consent-name-{purpose}")
        key = "consent-switch-off-button" if on else "consent-switch-on-button"
        yield {"id": f"{'off' if on else 'on'}_{purpose}", "label": plain(profile.locale, key, name=name)}


async def on_switch(callback: CallbackQuery, _: Any, manager: DialogManager, wish: str) -> None:
    """Off is one tap; on shows the words, which the second tap agrees to."""
    profile: Profile = manager.middleware_data["profile"]
    direction, _, name = wish.partition("_")
    if name not in PURPOSES:
        return
    purpose = cast(ConsentPurpose, name)
    if direction == "off":
        await revoke(profile.chat_id, purpose, now=manager.middleware_data["clock"].now())
        await toast(callback, plain(profile.locale, "consent-withdrawn-toast"))
        return
    if purpose in (await consents_of([profile.chat_id])).get(profile.chat_id, ()):
        await toast(callback, plain(profile.locale, "consent-given-before-toast"))
        return
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    asked = callback.message.message_id if callback.message else 0
    await show_words(purpose, asked=asked, bot=given["bot"], profile=profile, settings=given["settings"])


diary_window = Window(
    Block("text"),
    Column(
        Select(
            Format("{item[label]}"),
            id="switch",
            item_id_getter=lambda switch: switch["id"],
            items="switches",
            on_click=on_switch,
        )
    ),
    footer("consents"),
    state=Consents.diary,
    getter=diary_getter,
)


def build() -> Dialog:
    return Dialog(diary_window)
