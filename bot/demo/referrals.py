"""How points come in the demo shop, and an invitation that is on its way: Nina came by Emma's link and has ordered.

Her parcel arrives as the clock runs, by the carrier's webhook; then the invitation is booked, and counts weeks later.
"""

import tomllib
from datetime import datetime, timedelta

from bot.customers.audience import mark_unreachable
from bot.customers.linking import issue_token, redeem_token
from bot.customers.profile import choose_locale, ensure_chat
from bot.demo.content import SHOP, list_guests
from bot.loyalty.inviting import arrive, get_code
from bot.loyalty.programme import rule
from bot.shop.models import Customer, Order

RULES = SHOP / "loyalty.toml"
INVITER = "7200000000703"
CAME = timedelta(days=2)


async def fill_in_rules(now: datetime) -> None:
    """The shop's rules, as they are imported; a second time changes nothing."""
    await rule(tomllib.loads(RULES.read_text("utf-8")), name=str(RULES), now=now)


async def fill_in_invitation(now: datetime) -> None:
    """Emma's link, and whoever has come by it; a second time changes nothing."""
    emma = await Customer.get(external_id=INVITER)
    code = await get_code([emma.id], now=now - CAME)
    for guest in list_guests():
        await ensure_chat(guest.id, now=now - CAME)
        await choose_locale(guest.id, guest.language)
        await arrive(guest.id, code, now=now - CAME)
        order = await Order.filter(customer__external_id=guest.customer).order_by("placed_at").first()
        assert order is not None  # noqa: S101  # it was imported a moment ago
        await redeem_token(guest.id, await issue_token(order.id, now=now), now=now)
        await mark_unreachable(guest.id, because="blocked", now=now)
