"""Deep links that open a case in the private chat with the bot: whoever follows one is asked there who they are."""

import re
from typing import Literal, cast

from bot.conversations.account import find_link_base

Door = Literal["case", "close", "goodwill"]

LINK = re.compile(r"(case|close|goodwill)_(\d{1,18})")


async def case_link(case_id: int, door: Door = "case") -> str | None:
    """The address for a button; None before the bot has learned its own name."""
    base = await find_link_base()
    return f"{base}{door}_{case_id}" if base else None


def read_link(payload: str) -> tuple[Door, int] | None:
    """What such a link asks for; None for any other payload."""
    found = LINK.fullmatch(payload)
    return (cast(Door, found[1]), int(found[2])) if found else None
