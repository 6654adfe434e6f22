"""Which items a withdrawal is about, as somebody taps them together: the conversation keeps a number for each key."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick

from bot.config import Locale
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.line import LineBack
from bot.returns.parts import Choice
from bot.returns.paths import Way
from bot.returns.withdrawing import Withdrawal
from dialogs.item_names import ON_BUTTON, item_names
from dialogs.widgets import Label, as_id, started_with
from dialogs.withdrawing_text import name_of, not_these


def entries(offer: Withdrawal, locale: Locale) -> list[dict[str, Any]]:
    """A button each, with how many are chosen."""
    named = zip(offer.lines, item_names(offer.lines, ON_BUTTON), strict=True)
    return [_entry(line, name, offer, locale) for line, name in named]


def piece_column(on_piece: OnItemClick[Select[str], str]) -> Column:
    """A button for each of the getter's `pieces`."""
    return Column(
        Select(
            Label("withdraw-piece-button", "mark", "name", "chosen", "left"),
            id="piece",
            item_id_getter=lambda piece: piece["id"],
            items="pieces",
            type_factory=str,
            on_click=on_piece,
        )
    )


def with_one_more(offer: Withdrawal, key: str) -> dict[str, int]:
    """What is chosen after a tap on it: after the last none."""
    chosen = {_key(line): offer.choice.of(line) for line in offer.lines}
    most = {_key(line): line.eligibility.most(Way.WITHDRAWAL) for line in offer.lines}
    return chosen | ({key: (chosen[key] + 1) % (most[key] + 1)} if key in most else {})


def shown_of(offer: Withdrawal) -> dict[str, int]:
    """What is chosen, to be compared with what is when it is confirmed."""
    return {_key(line): offer.choice.of(line) for line in offer.lines}


def is_more(offer: Withdrawal, shown: Mapping[str, int] | None) -> bool:
    """Whether more would be declared than was shown: somebody of the household, or the shop, has changed it since."""
    return shown is not None and any(count > shown.get(key, 0) for key, count in shown_of(offer).items())


def chosen_of(pieces: Mapping[int, int]) -> dict[str, int]:
    """Pieces by line of what was bought, as the conversation keeps them."""
    return {f"0-{line_id}": count for line_id, count in pieces.items()}


def named_at_first(manager: DialogManager) -> Mapping[str, int] | None:
    """What the words that led here have named of the order; None where they were about all of it."""
    told = started_with(manager)
    chosen = told.get("chosen", (told.get("parts") or {}).get(str(manager.dialog_data.get("order_id"))))
    return chosen if isinstance(chosen, dict) else None


def everything(offer: Withdrawal) -> dict[str, int]:
    """All that can go back, as the conversation keeps it."""
    return {_key(line): line.eligibility.most(Way.WITHDRAWAL) for line in offer.lines}


def ask_text(offer: Withdrawal, manager: DialogManager, profile: Profile) -> Markup:
    """Which items; where some were named, that they are chosen, or that it is not certain which are meant."""
    locale = profile.locale
    if named_at_first(manager) is None:
        return html(locale, "withdraw-pieces-ask")
    named = named_at_first(manager) or {}
    is_shut = bool(named) and not any(_key(line) in named for line in offer.lines)
    unsure = "withdraw-pieces-shut" if is_shut else "withdraw-pieces-unclear"
    told = html(locale, "withdraw-pieces-named" if offer.is_any else unsure)
    return lines([told, Markup() if offer.is_any else not_these(offer, (), profile)], "\n\n")


def choice_from(chosen: Mapping[str, int]) -> Choice:
    """Out of the conversation."""
    bought, given = dict[int, int](), defaultdict[int, dict[int, int]](dict)
    for key, count in chosen.items():
        follows, _, line_id = key.rpartition("-")
        (given[as_id(follows)] if as_id(follows) else bought)[as_id(line_id)] = count
    return Choice(bought, given)


def _entry(line: LineBack, name: str, offer: Withdrawal, locale: Locale) -> dict[str, Any]:
    chosen, left = offer.choice.of(line), line.eligibility.most(Way.WITHDRAWAL)
    mark = "☑️" if chosen else "⬜"
    return {"id": _key(line), "name": name_of(line, locale, name), "mark": mark, "chosen": chosen, "left": left}


def _key(line: LineBack) -> str:
    """One line may be there twice: as it was bought, and as it was given for that."""
    return f"{line.follows or 0}-{line.id}"
