"""Deep links that open a return in the private chat with the bot: whoever follows one is asked there who they are."""

import re
from typing import Literal, cast

from bot.conversations.account import find_link_base

Door = Literal["desk", "decline", "label", "receive", "check", "settle", "late", "topup", "keep"]

LINK = re.compile(r"rma(desk|decline|label|receive|check|settle|late|topup|keep)_(\d{1,18})")


async def desk_link(return_id: int, door: Door = "desk") -> str | None:
    """The address for a button; None before the bot has learned its own name."""
    base = await find_link_base()
    return f"{base}rma{door}_{return_id}" if base else None


def read_link(payload: str) -> tuple[Door, int] | None:
    """What such a link asks for; None for any other payload."""
    found = LINK.fullmatch(payload)
    return (cast(Door, found[1]), int(found[2])) if found else None
