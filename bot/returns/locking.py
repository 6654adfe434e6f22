"""One order of locks for whatever is done about returns: first the order of it, then the return.

The platform's bodies hold the order before they look for its returns. Whoever held a return and asked for its order
afterwards (points and money are reckoned over all returns of an order) would wait for them while they wait for him.
"""

from bot.returns.models import Return
from bot.shop.rows import fetch, locked

ORDER_OF = "SELECT id FROM shop_order WHERE id = (SELECT order_id FROM return_request WHERE id = ?)"
SAME_PARCEL = "SELECT id FROM return_request WHERE together = (SELECT together FROM return_request WHERE id = ?)"
ORDERS_OF = "SELECT id FROM shop_order WHERE id IN (SELECT order_id FROM return_request WHERE id IN ?)"


async def lock_return(return_id: int) -> Return | None:
    """The return, with its order, kept from everybody else until the caller's unit of work ends; None: no such one."""
    await fetch(ORDER_OF + locked(), return_id)
    return await Return.select_for_update(no_key=True).get_or_none(id=return_id)


async def lock_parcel(return_id: int) -> list[int]:
    """Every return in the parcel of this one, the first first, kept likewise; nothing where it comes by itself.

    Two that do something to one parcel do it one after the other. To be called before any of its returns is locked.
    """
    ids = [row["id"] for row in await fetch(f"{SAME_PARCEL} ORDER BY id", return_id)]
    if ids:
        await fetch(f"{ORDERS_OF} ORDER BY id{locked()}", ids)
        await fetch(f"{SAME_PARCEL} ORDER BY id{locked()}", return_id)
    return ids
