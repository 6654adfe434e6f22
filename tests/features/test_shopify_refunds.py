"""What Shopify tells of refunds, in an order or by themselves: pieces, money, and what of it is the delivery."""

from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.shop.models import Line, Refund
from tests.support.inbox import deliver, shopify
from tests.support.platforms import shopify_line, shopify_order


async def told(settings: Settings, *knocks: tuple[str, Any]) -> list[str | None]:
    return await deliver(settings, *shopify(*knocks))


async def test_refunded_pieces_are_counted_and_removed_ones_were_never_bought(database: Settings) -> None:
    body = shopify_order(
        line_items=[
            shopify_line(1, "MUG", "Mug", quantity=3, current_quantity=1),
            shopify_line(2, "LAMP", "Lamp", quantity=1, current_quantity=0),
        ],
        refunds=[a_refund(9, (1, "MUG", 1))],
    )

    await told(database, ("orders/updated", body))

    assert [(line.sku, line.quantity, line.refunded) for line in await Line.all()] == [("MUG", 2, 1)]
    refund = await Refund.get()
    assert (refund.external_id, refund.amount) == ("9", Decimal("12.50"))
    assert refund.items == [{"sku": "MUG", "quantity": 1, "line": "1"}]


async def test_a_refund_tells_what_of_it_is_the_delivery(database: Settings) -> None:
    """By an adjustment below nothing and without its tax, or by lines of its own, or by both."""
    own = [{"subtotal_amount_set": {"presentment_money": {"amount": "4.90", "currency_code": "EUR"}}}]
    adjusted = [{"kind": "shipping_refund", "amount": "-4.12", "tax_amount": "-0.78"}]
    other = [{"kind": "refund_discrepancy", "amount": "-1.00", "tax_amount": "0.00"}]
    refunds = [
        a_refund(9) | {"order_adjustments": adjusted + other},
        a_refund(10) | {"refund_shipping_lines": own},
        a_refund(11) | {"order_adjustments": adjusted, "refund_shipping_lines": own},
        a_refund(12) | {"order_adjustments": other},
        a_refund(13) | {"order_adjustments": adjusted, "transactions": [{"kind": "refund", "status": "failure"}]},
    ]
    await told(database, ("orders/create", shopify_order(refunds=refunds)))
    cost = Decimal("4.90")
    assert [each.shipping for each in await Refund.all().order_by("id")] == [cost, cost, cost, None, None]


async def test_a_refund_by_itself_counts_until_the_order_tells_it(database: Settings) -> None:
    order = shopify_order()
    refund = a_refund(9, (order["line_items"][0]["id"], "MUG", 1)) | {"order_id": order["id"]}
    refunded = shopify_order(updated_at="2026-11-22T10:00:00+01:00", refunds=[refund])
    refunded["line_items"][0]["current_quantity"] = 1

    await told(database, ("orders/create", order), ("refunds/create", refund))
    assert (await Line.get(sku="MUG")).refunded == 1
    await told(database, ("orders/updated", refunded), ("refunds/create", refund | {"note": "again"}))

    assert [(line.sku, line.quantity, line.refunded) for line in await Line.all().order_by("position")] == [
        ("MUG", 2, 1),
        ("LAMP", 1, 0),
    ]
    assert await Refund.all().count() == 1


def a_refund(id_: int, *items: tuple[int, str, int]) -> dict[str, Any]:
    return {
        "id": id_,
        "created_at": "2026-11-21T10:00:00+01:00",
        "refund_line_items": [
            {"line_item_id": line, "quantity": quantity, "line_item": {"sku": sku}} for line, sku, quantity in items
        ],
        "transactions": [
            {"kind": "refund", "status": "success", "amount": "12.50"},
            {"kind": "refund", "status": "failure", "amount": "99.00"},
        ],
    }
