"""Buttons about people who ask to join a group; as those of bot.callbacks they need no dialog state."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import MOST


class JoinAct(CallbackData, prefix="join"):
    """What the staff say to a request: who is it, let them in, or not."""

    request_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["who", "approve", "decline"]
