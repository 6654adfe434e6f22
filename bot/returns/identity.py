"""Who declares a withdrawal, as far as a chat may read it."""

from dataclasses import dataclass

from bot.customers.masking import mask_email, mask_name
from bot.customers.models import Link
from bot.customers.proofs import STRONG_PROOFS
from bot.shop.rows import fetch


@dataclass(frozen=True, slots=True)
class Identity:
    """Who declares: the name masked where a number alone has opened the order, the address always (/privacy)."""

    name: str | None
    contact: str | None


async def identity_of(order_id: int, *, chat_id: int) -> Identity:
    """The name and the address that the shop knows for an order."""
    found = await fetch(
        "SELECT c.id, c.email, coalesce(o.ship_name, c.name) AS name FROM shop_order o "
        "JOIN shop_customer c ON c.id = o.customer_id WHERE o.id = ?",
        order_id,
    )
    if not found:
        return Identity(None, None)
    [row] = found
    links = Link.filter(chat_id=chat_id, customer_id=row["id"], proof__in=STRONG_PROOFS)
    name = row["name"] if await links.exists() else mask_name(row["name"])
    return Identity(name, mask_email(row["email"]))
