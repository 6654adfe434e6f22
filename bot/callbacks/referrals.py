"""Buttons about invitations, under the card of the staff; as those of bot.callbacks they need no dialog state."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import MOST


class ReferralAct(CallbackData, prefix="referral"):
    """What the staff say to an invitation: it counts, or not and why; `ask` and `keep` lead there and back."""

    referral_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["approve", "ask", "keep", "same_person", "household", "made_up", "misused"]
