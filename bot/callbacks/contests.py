"""Buttons about contests; as those of bot.callbacks they need no dialog state, and work in a month."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import MOST


class ContestAct(CallbackData, prefix="contest"):
    """What somebody does about a contest in their chat with the bot; `open` shows it, `check` sends the draw."""

    contest_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["open", "terms", "enter", "leave", "accept", "decline", "check"]


class OpenContest(CallbackData, prefix="contestdesk"):
    """Shows it to the staff."""

    contest_id: Annotated[int, Field(gt=0, le=MOST)]
