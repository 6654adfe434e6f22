"""Buttons that need no dialog state: valid in a month, safe to tap twice (data comes from the client: check it)."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

# The largest id a database column holds.
MOST = 2**63 - 1


class OpenMenu(CallbackData, prefix="menu"):
    """Shows the home screen."""


class OpenOrder(CallbackData, prefix="order"):
    """Shows the card of an order, if it is the tapper's own."""

    order_id: Annotated[int, Field(gt=0, le=MOST)]


class ConfirmLink(CallbackData, prefix="link"):
    """Uses up a deep link: the token travels in the button, because the server keeps only its digest."""

    token: str


class MuteOrder(CallbackData, prefix="mute"):
    """Sets what still comes about an order: all, milestones or problems."""

    order_id: Annotated[int, Field(gt=0, le=MOST)]
    level: Literal["all", "milestones", "problems"]


class NotReceived(CallbackData, prefix="missing"):
    """Told as delivered, but not there: asks where it may be, then what came of looking."""

    shipment_id: Annotated[int, Field(gt=0, le=MOST)]
    step: Literal["asked", "found", "nowhere"] = "asked"


class AskHuman(CallbackData, prefix="human"):
    """Asks for somebody of the staff, about an order or (0) about nothing in particular."""

    order_id: Annotated[int, Field(ge=0, le=MOST)] = 0


class EndTalk(CallbackData, prefix="endtalk"):
    """The customer needs no human any more."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]


class CaseAct(CallbackData, prefix="case"):
    """A button of the staff under a case; whoever taps it is asked for their role, whatever the chat."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["take", "details", "close", "reopen"]
