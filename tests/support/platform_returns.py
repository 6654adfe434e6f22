"""What Shopify tells of returns and refunds of one order, and a return of ours that was asked for before."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.returns.models import Return
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece, Wish, ask
from bot.shop.models import Line, Order
from tests.support.inbox import deliver, shopify
from tests.support.platforms import shopify_order

ANNA = 7
PLACED = shopify_order()
MUG, LAMP = PLACED["line_items"]
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
EARLIER, LATER = "2026-11-25T10:00:00Z", "2026-11-26T10:00:00Z"


def a_return(*pieces: tuple[dict[str, Any], int], status: str = "OPEN", **changes: Any) -> dict[str, Any]:
    """As returns/* tell it: lines by their ids alone, and no time."""
    items = [
        {
            "id": 50 + number,
            "quantity": quantity,
            "return_reason": "size_too_small",
            "fulfillment_line_item": {"id": 3, "line_item": {"id": line["id"], "admin_graphql_api_id": "gid://x/1"}},
        }
        for number, (line, quantity) in enumerate(pieces)
    ]
    told = {"id": 5, "status": status, "order": {"id": PLACED["id"]}, "name": "#1001-R1", "return_line_items": items}
    return told | changes


def a_refund(id_: int, amount: str, *pieces: tuple[dict[str, Any], int], at: str = EARLIER) -> dict[str, Any]:
    return {
        "id": id_,
        "order_id": PLACED["id"],
        "created_at": at,
        "refund_line_items": [
            {"quantity": quantity, "line_item_id": line["id"], "line_item": {"sku": line["sku"]}}
            for line, quantity in pieces
        ],
        "transactions": [{"kind": "refund", "status": "success", "amount": amount}],
    }


async def told(settings: Settings, *knocks: tuple[str, dict[str, Any]], now: datetime = NOW) -> None:
    errors = await deliver(settings, *shopify(*knocks), now=now)
    assert not any(errors), errors


async def an_order(settings: Settings) -> Order:
    await told(settings, ("orders/create", PLACED))
    order = await Order.get()
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=NOW)
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=NOW)
    return order


async def asked(settings: Settings, order: Order, sku: str, quantity: int = 1) -> Return:
    """A withdrawal of ours, declared before what the platform tells."""
    line = await Line.get(sku=sku)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, quantity),), way=Way.CANCEL)
    made = await ask(
        wish,
        customer_ids=[order.customer_id or 0],
        chat_id=ANNA,
        locale="de",
        policy=DEFAULT,
        settings=settings,
        now=NOW - timedelta(hours=5),
    )
    return await Return.get(id=made.id)
