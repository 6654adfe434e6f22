"""Why something goes back: a tap on one of the reasons, or words of one's own, which stay beside it as the note."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.customers.profile import Profile
from bot.i18n import plain
from bot.returns.paths import Way
from bot.returns.sending_back import reasons_for
from dialogs.returning_draft import draft_of, offer_of
from dialogs.returning_text import reason_text
from dialogs.returning_wish import go_to_wish
from dialogs.states import Returning
from dialogs.widgets import Block, Label

LONGEST_NOTE = 2_000


async def reason_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    offer, draft = await offer_of(dialog_manager), draft_of(dialog_manager)
    ways = offer.ways(draft.chosen)
    reasons = [{"id": each, "label": plain(profile.locale, f"return-why-{each}")} for each in reasons_for(ways)]
    return {
        "text": reason_text(offer, draft, profile),
        "reasons": reasons,
        "may_skip": Way.WITHDRAWAL in ways,
    }


async def on_reason(_: CallbackQuery, __: Any, manager: DialogManager, reason: str) -> None:
    await choose_reason(manager, reason)


async def choose_reason(manager: DialogManager, reason: str | None, *, words: str = "") -> bool:
    """False where it is none for what was chosen; `words` are those that it was read from, and stay as the note."""
    if reason not in reasons_for((await offer_of(manager)).ways(draft_of(manager).chosen)):
        return False
    manager.dialog_data.update(reason=reason, is_reason_read=bool(words))
    if words:
        keep_words(manager, words)
    await (manager.switch_to(Returning.details) if draft_of(manager).wants_details else go_to_wish(manager))
    return True


async def on_no_reason(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Nobody has to say why they withdraw."""
    manager.dialog_data.update(reason=None, is_reason_read=False)
    await go_to_wish(manager)


def keep_words(manager: DialogManager, words: str) -> None:
    """Below what was written before; the same once only."""
    said = manager.dialog_data.get("note") or ""
    manager.dialog_data["note"] = said if words in said else f"{said}\n{words}".strip()[-LONGEST_NOTE:]


reason_window = Window(
    Block("text"),
    Group(
        Select(
            Format("{item[label]}"),
            id="reason",
            item_id_getter=lambda each: each["id"],
            items="reasons",
            on_click=on_reason,
        ),
        width=2,
    ),
    Button(Label("return-no-reason-button"), id="no_reason", on_click=on_no_reason, when="may_skip"),
    SwitchTo(Label("menu-back-button"), id="reason_back", state=Returning.pieces),
    state=Returning.reason,
    getter=reason_getter,
)
