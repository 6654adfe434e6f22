"""Shopify's refunds, by themselves or in their order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from bot.connectors.shopify_parts import SOURCE, sku_of
from bot.connectors.told import OrderRef, RefundTold
from bot.shop.reading import Json, amount, currency, identifier, member, members, moment, number, required, total


def parse_refund(body: Json) -> RefundTold:
    """A refund by itself, as refunds/create tells it."""
    return read_refund(body, OrderRef(SOURCE, required(identifier(body.get("order_id")), "order_id")))


def pieces_by_line(refunds: Iterable[Json]) -> Counter[str | None]:
    """How many pieces they take back, by the platform's id of the line."""
    back: Counter[str | None] = Counter()
    for refund in refunds:
        for item in members(refund, "refund_line_items"):
            back[identifier(item.get("line_item_id"))] += number(item.get("quantity")) or 0
    return back


def read_refund(refund: Json, order: OrderRef) -> RefundTold:
    """As it stands in its order."""
    return RefundTold(
        order,
        required(identifier(refund.get("id")), "refund id"),
        moment(refund.get("processed_at")) or moment(refund.get("created_at")),
        _refunded(refund),
        tuple(map(_refunded_item, members(refund, "refund_line_items"))) if has_gone(refund) else (),
        next((paid_in for paid_in, _ in went_back(refund)), None),
        _shipping(refund) if has_gone(refund) else None,
    )


def has_gone(refund: Json) -> bool:
    """Not while its payment is pending, or when it has failed; one without a payment takes goods back all the same."""
    states = [each.get("status") for each in members(refund, "transactions") if each.get("kind") == "refund"]
    return not states or "success" in states


def _refunded_item(item: Json) -> dict[str, Any]:
    told = {"sku": sku_of(member(item, "line_item")), "quantity": number(item.get("quantity")) or 0}
    id_ = identifier(item.get("line_item_id"))
    return told | ({"line": id_} if id_ else {})


def _refunded(refund: Json) -> Decimal | None:
    """What really went back; a refund that failed or only restocked returns nothing."""
    if not isinstance(refund.get("transactions"), list):
        return None
    return total(money for _, money in went_back(refund))


def _shipping(refund: Json) -> Decimal | None:
    """What of it is the delivery: an adjustment of this kind, below nothing and without its tax; by now lines of its
    own. Where a refund has both they tell the same."""
    adjusted = [each for each in members(refund, "order_adjustments") if each.get("kind") == "shipping_refund"]
    told = [total([_money(each, "amount"), _money(each, "tax_amount")]) for each in adjusted]
    lines = [_money(each, "subtotal_amount") for each in members(refund, "refund_shipping_lines")]
    return max((abs(back) for each in (told, lines) if each and (back := total(each)) is not None), default=None)


def _money(each: Json, name: str) -> Decimal | None:
    """As the customer got it, else in the shop's own currency."""
    paid = amount(member(member(each, f"{name}_set"), "presentment_money").get("amount"))
    return amount(each.get(name)) if paid is None else paid


def went_back(refund: Json) -> Iterator[tuple[str | None, Decimal]]:
    """Currency and amount as the customer got them; what is no amount above nothing gave nothing back."""
    for each in members(refund, "transactions"):
        if each.get("kind") != "refund" or each.get("status") != "success":
            continue
        paid = member(member(each, "amount_set"), "presentment_money")
        paid_in = currency(paid.get("currency_code"))
        money = amount(paid.get("amount")) if paid_in else amount(each.get("amount"))
        if money is not None and money > 0:
            yield paid_in or currency(each.get("currency")), money
