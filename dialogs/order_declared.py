"""What of an order was withdrawn from, in words: what comes no more, what to leave alone, what goes back."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.declarations import Declarations, Declared, withdrawn_orders
from bot.shop.facts import OrderSummary
from dialogs.widgets import shorten

LONGEST_NAME = 40
MOST_DECLARED = 4
MOST_PIECES = 4


def declared_text(declared: Declarations, profile: Profile) -> Markup:
    """A line a withdrawal; one that takes the whole order names no items."""
    if declared.is_whole and len(declared.each) == 1:
        [only] = declared.each
        return html(profile.locale, f"order-declared-{only.place}-all", day=_day(only, profile))
    return lines(_part(each, profile) for each in declared.each[:MOST_DECLARED])


async def marks_of(orders: Collection[OrderSummary]) -> dict[int, bool]:
    """Of the orders of a list those that were withdrawn from, and whether as a whole; for `order_entry`."""
    return await withdrawn_orders([order.id for order in orders])


def _part(declared: Declared, profile: Profile) -> Markup:
    locale, items = profile.locale, _items(declared.pieces, profile)
    head = html(locale, "order-declared-part", day=_day(declared, profile), items=items)
    return lines([head, html(locale, f"order-declared-{declared.place}")], " ")


def _items(pieces: Sequence[tuple[str, int]], profile: Profile) -> Markup:
    told = [
        html(profile.locale, "order-item", quantity=quantity, name=shorten(name, LONGEST_NAME))
        for name, quantity in pieces
    ]
    return lines([*told[:MOST_PIECES], Markup("…" if len(told) > MOST_PIECES else "")], ", ")


def _day(declared: Declared, profile: Profile) -> date:
    return declared.at.astimezone(profile.tz).date()
