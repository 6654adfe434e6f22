"""A refund without items that may be for two returns: the staff say which with a tap, nobody else can."""

from datetime import timedelta
from decimal import Decimal

from bot.i18n import plain
from bot.returns.models import Return, ReturnPayment
from bot.returns.paths import Way
from bot.returns.requests import Piece
from bot.shop.models import Line, Order
from tests.support.inbox import deliver, shopify
from tests.support.platforms import shopify_order
from tests.support.returns import asked
from tests.support.staffed import Shop, row_text
from tests.support.webchat import Json


async def test_one_tap_of_the_staff_books_it_and_the_card_says_that_it_is_done(shop: Shop) -> None:
    settings, now = shop.town.settings, shop.town.clock.now()
    placed = shopify_order()
    await deliver(settings, *shopify(("orders/create", placed)), now=now)
    order = await Order.get()
    rows = []
    for sku in ("MUG", "LAMP"):
        line = await Line.get(sku=sku)
        made = await asked(order, Piece(line.id, 1), way=Way.CANCEL, settings=settings, now=now - timedelta(hours=1))
        rows.append(await Return.get(id=made.id))
    refund = {
        "id": 9, "order_id": placed["id"], "created_at": now.isoformat(), "refund_line_items": [],
        "transactions": [{"kind": "refund", "status": "success", "amount": "49.00"}],
    }  # fmt: skip
    await deliver(settings, *shopify(("refunds/create", refund)), now=now)

    label = rows[1].number

    def asks(message: Json) -> bool:
        keys = message.get("reply_markup", {}).get("inline_keyboard", [])
        return any(row_text(row, plain("de", "rma-refund-none-button")) for row in keys)

    card = await shop.sees(asks)
    assert plain("de", "staff-not-allowed-alert") in str(await shop.taps(shop.tom, label, card))
    assert await ReturnPayment.all().count() == 0

    assert plain("de", "rma-refund-said-toast") in str(await shop.taps(shop.mia, label, card))
    payment = await ReturnPayment.get()
    assert (payment.request_id, payment.amount) == (rows[1].id, Decimal(49))
    assert (await Return.get(id=rows[1].id)).status == "refunded"
    assert plain("de", "staff-closed-before-toast") in str(await shop.taps(shop.mia, rows[0].number, card))
