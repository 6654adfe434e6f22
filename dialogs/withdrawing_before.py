"""Where a withdrawal is not open any more: the screen names the returns that hold the items, and leads to each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from bot.customers.profile import Profile
from bot.returns.looking import list_returns, returns_holding
from bot.returns.machine import OVER
from bot.returns.paths import Closed
from bot.returns.sheet import ReturnSheet
from bot.returns.withdrawing import Withdrawal
from dialogs.return_buttons import return_entry
from dialogs.widgets import started_with
from dialogs.withdrawing_text import closed_text, is_back_open

MOST_SHOWN = 6


async def holding(offer: Withdrawal, profile: Profile) -> list[ReturnSheet]:
    """The returns in which items of it are of which nothing is left, newest first."""
    lines = {line.id for line, shut in offer.shut if shut.why is Closed.NOTHING_LEFT}
    return await returns_holding(offer.order_id, lines, customer_ids=profile.customer_ids)


async def closed_view(offer: Withdrawal, profile: Profile, *, is_written: bool = False) -> dict[str, Any]:
    """Why it is not open, with what else there is, as values of the screen."""
    held_by = await holding(offer, profile)
    return {
        "text": closed_text(offer, profile, held_by=held_by, is_written=is_written),
        "back": is_back_open(offer),
        "returns": _entries(held_by, profile),
    }


async def made_entries(profile: Profile) -> list[dict[str, Any]]:
    """What they have withdrawn from and is not over, as buttons."""
    sheets = await list_returns(profile.customer_ids)
    return _entries([sheet for sheet in sheets if sheet.is_declared and sheet.status not in OVER], profile)


def written_at(manager: DialogManager) -> datetime | None:
    """When they wrote that they withdraw; we put it there ourselves."""
    told = started_with(manager).get("written_at")
    return datetime.fromisoformat(told) if isinstance(told, str) else None


def _entries(sheets: Sequence[ReturnSheet], profile: Profile) -> list[dict[str, Any]]:
    return [return_entry(sheet, profile.locale) for sheet in sheets[:MOST_SHOWN]]
