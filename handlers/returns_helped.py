"""What somebody needs of a return that is under way: its label again, to keep it after all, or what comes next."""

from typing import Any

from aiogram.fsm.state import State

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.returns.label_again import send_label_again
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.sheet import ReturnSheet
from bot.support.returns_meant import ReturnFound
from dialogs.states import Returned
from dialogs.widgets import noticing

Screen = tuple[State, dict[str, Any]]


async def helped_screen(
    found: ReturnFound, profile: Profile, settings: Settings, clock: Clock, *, is_live: bool
) -> Screen:
    """Its card, with the answer above it; who wants to keep everything is one tap away from that."""
    sheet = await read_sheet(found.return_id, customer_ids=profile.customer_ids)
    begun: dict[str, Any] = {"return_id": sheet.id}
    if found.help == "keep" and sheet.may_be_cancelled and sheet.way is not Way.CANCEL:
        return Returned.cancel, begun
    if found.help == "keep":
        return Returned.card, begun | noticing("return-help-late")
    if found.help != "label":
        return Returned.card, begun
    is_again = is_live and await send_label_again(
        sheet.id, chat_id=profile.chat_id, customer_ids=profile.customer_ids, settings=settings, now=clock.now()
    )
    notice = "return-help-label-again" if is_again else _of_label(sheet)
    return Returned.card, begun | (noticing(notice) if notice else {})


def _of_label(sheet: ReturnSheet) -> str | None:
    """Where it is; that it is still to come stands on the card."""
    if sheet.label and sheet.label.url:
        return "return-help-label"
    return "return-help-label-none" if sheet.sends_itself else None
