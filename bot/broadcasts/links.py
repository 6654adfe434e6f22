"""Deep links below a post of the channel: what a button opens there, it opens in the private chat with the bot."""

import re

LINK = re.compile(r"offer_(\d{1,18})_([0-9a-f]{1,16})")


def post_link(link_base: str, campaign_id: int, button_id: str) -> str:
    """The address for a button; `link_base` is what conversations.account.find_link_base knows."""
    return f"{link_base}offer_{campaign_id}_{button_id}"


def read_link(payload: str) -> tuple[int, str] | None:
    """Campaign and button that such a link asks for; None for any other payload."""
    found = LINK.fullmatch(payload)
    return (int(found[1]), found[2]) if found else None
