"""Shopify's orders and drafts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bot.connectors.buyers import ship_to, somebody
from bot.connectors.shopify_fulfilments import parse_fulfilment
from bot.connectors.shopify_parts import SOURCE, sku_of, variant_title
from bot.connectors.shopify_refunds import has_gone, pieces_by_line, read_refund, went_back
from bot.connectors.told import OrderRef, OrderTold
from bot.shop.incoming import IncomingCustomer, IncomingLine, IncomingOrder
from bot.shop.numbers import normalise_number
from bot.shop.reading import (
    Json,
    amount,
    country,
    currency,
    identifier,
    member,
    members,
    moment,
    number,
    required,
    text,
    total,
)

DRAFT = "draft:"

# Our words (shop/states.py) of what Shopify says about the money, where nothing was handed over yet.
STATUS_OF_PAYMENT = {
    "pending": "pending",
    "authorized": "authorized",
    "expired": "failed",
    "partially_paid": "partially_paid",
    "refunded": "refunded",
    "voided": "cancelled",
}
# What is only authorised is reserved with the customer's bank, and the shop may still let go of it.
HAS_NOT_PAID = frozenset({"pending", "authorized", "expired", "voided"})
# Everything that was asked for at that time has come in.
HAS_PAID = frozenset({"paid", "partially_refunded", "refunded"})


def parse_order(body: Json, fingerprint: str) -> OrderTold:
    """A whole order as it is now; UnreadableError when it has no id, number, time or currency."""
    ref = OrderRef(SOURCE, required(identifier(body.get("id")), "id"))
    refunds = tuple(read_refund(each, ref) for each in members(body, "refunds"))
    told = _told(body) | {"is_test": body.get("test") is True, "is_hidden": False}
    order = IncomingOrder(
        source=SOURCE,
        external_id=ref.external_id,
        number=told["number"],
        told=told | {"external_id": ref.external_id},
        customer=_customer(body),
        lines=tuple(_lines(body)) if isinstance(body.get("line_items"), list) else None,
        fingerprint=fingerprint,
    )
    fulfilments = tuple(parse_fulfilment(each, ref) for each in members(body, "fulfillments"))
    return OrderTold(order, fulfilments, refunds)


def parse_draft(body: Json, fingerprint: str) -> OrderTold:
    """An offer that nobody has bought yet: kept under an id of its own, and shown to no customer."""
    external_id = DRAFT + required(identifier(body.get("id")), "id")
    told = _told(body) | {"is_hidden": True, "external_id": external_id, "status": "draft"}
    lines = tuple(_lines(body))
    return OrderTold(IncomingOrder(SOURCE, external_id, told["number"], told, None, lines, (), fingerprint))


def _told(body: Json) -> dict[str, Any]:
    number_told = required(text(body.get("name"), 64) or text(body.get("order_number"), 64), "name").lstrip("#")
    paid_in = _paid_in(body)
    original, current = (_money(body, each, paid_in) for each in ("total_price", "current_total_price"))
    now = original if current is None else current
    return {
        "number": required(number_told or None, "name"),
        "number_key": normalise_number(number_told),
        "placed_at": required(moment(body.get("processed_at")) or moment(body.get("created_at")), "created_at"),
        "revised_at": moment(body.get("updated_at")),
        "status": _status(body),
        "currency": paid_in,
        "total": now,
        "original_total": original if original != now else None,
        "shipping_total": _shipping(body, paid_in),
        "discount_total": _now_or_then(body, "total_discounts", paid_in),
        "tax_total": _now_or_then(body, "total_tax", paid_in),
        "paid_total": _paid(body, original, now, paid_in),
        "payment_method": _payment_method(body),
        **_address(body),
    }


def _paid(body: Json, original: Decimal | None, now: Decimal | None, paid_in: str) -> Decimal | None:
    """What has come in, whatever went back of it; None where all has. The outstanding sum is in the shop's currency,
    and below nothing where the customer has paid for more than an edit has left in the order."""
    financial = (text(body.get("financial_status"), 64) or "").lower()
    if financial in HAS_NOT_PAID:
        return Decimal()
    outstanding = amount(body.get("total_outstanding")) if currency(body.get("currency")) == paid_in else None
    is_edited = financial in HAS_PAID and now != original
    if not (financial == "partially_paid" or is_edited) or now is None or outstanding is None:
        return None
    back = total(money for refund in members(body, "refunds") for _, money in went_back(refund)) or Decimal()
    return max(now - outstanding, Decimal()) + back


def _paid_in(body: Json) -> str:
    """The customer's currency, which need not be the shop's."""
    return required(currency(body.get("presentment_currency")) or currency(body.get("currency")), "currency")


def _money(value: Json, name: str, paid_in: str | None) -> Decimal | None:
    """An amount as the customer paid it; the plain field is in the shop's currency."""
    paid = member(member(value, f"{name}_set"), "presentment_money")
    if paid_in and currency(paid.get("currency_code")) == paid_in:
        return amount(paid.get("amount"))
    return amount(value.get(name))


def _now_or_then(body: Json, name: str, paid_in: str) -> Decimal | None:
    now = _money(body, f"current_{name}", paid_in)
    return _money(body, name, paid_in) if now is None else now


def _shipping(body: Json, paid_in: str) -> Decimal | None:
    told = _money(body, "total_shipping_price", paid_in)
    if told is not None or not isinstance(body.get("shipping_lines"), list):
        return told
    return total(_money(line, "price", paid_in) for line in members(body, "shipping_lines"))


def _status(body: Json) -> str:
    """The shop's word for the order: cancelled, then what was handed over, then what was paid."""
    financial = (text(body.get("financial_status"), 64) or "").lower()
    fulfilment = (text(body.get("fulfillment_status"), 64) or "").lower()
    if body.get("cancelled_at"):
        return "cancelled"
    if financial == "refunded" or not fulfilment:
        return STATUS_OF_PAYMENT.get(financial, "processing" if financial else "unfulfilled")
    return {"partial": "partially_fulfilled", "restocked": "cancelled"}.get(fulfilment, fulfilment)


def _payment_method(body: Json) -> str | None:
    names = body.get("payment_gateway_names")
    first = names[0] if isinstance(names, list) and names else None
    return text(first, 128) or text(body.get("gateway"), 128)


def _address(body: Json) -> dict[str, str | None]:
    address = member(body, "shipping_address") or member(body, "billing_address")
    return ship_to(
        name=_name(address),
        street=(text(address.get(each), 256) for each in ("address1", "address2")),
        postal_code=text(address.get("zip"), 32),
        city=text(address.get("city"), 128),
        country=country(address.get("country_code")),
    )


def _name(person: Json) -> str | None:
    parts = filter(None, (text(person.get(each), 128) for each in ("first_name", "last_name")))
    return text(person.get("name"), 256) or text(" ".join(parts), 256)


def _customer(body: Json) -> IncomingCustomer | None:
    customer, address = member(body, "customer"), member(body, "shipping_address")
    emails = (body.get("email"), body.get("contact_email"), customer.get("email"))
    phones = (body.get("phone"), customer.get("phone"), address.get("phone"))
    return somebody(
        IncomingCustomer(
            external_id=identifier(customer.get("id")),
            email=next(filter(None, (text(each, 320) for each in emails)), None),
            phone=next(filter(None, (text(each, 64) for each in phones)), None),
            name=_name(customer) or _name(address),
            locale=text(body.get("customer_locale"), 16),
            country=country(address.get("country_code")),
        )
    )


def _lines(body: Json) -> Iterator[IncomingLine]:
    """What was bought; what an edit took out again before any money went back was not."""
    refunds = list(members(body, "refunds"))
    taken, refunded = pieces_by_line(refunds), pieces_by_line([each for each in refunds if has_gone(each)])
    for line in members(body, "line_items"):
        bought, now = number(line.get("quantity")), number(line.get("current_quantity"))
        bought = 1 if bought is None else bought
        id_ = identifier(line.get("id"))
        back = min(refunded[id_], bought)
        # A refund takes pieces out of what is current before its money has gone.
        kept = bought if now is None else min(bought, now + taken[id_])
        if kept:
            name, price = text(line.get("title"), 512), _money(line, "price", _paid_in(body))
            variant = variant_title(line.get("variant_title"))
            yield IncomingLine(sku_of(line), name, variant, kept, price, back, id_, _is_provided(line))


def _is_provided(line: Json) -> bool | None:
    """A download's fulfilment opens it to the customer; of what travels the parcels tell."""
    if line.get("requires_shipping") is not False:
        return None
    return text(line.get("fulfillment_status"), 64) == "fulfilled"
