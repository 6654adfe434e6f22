"""WooCommerce's bodies as facts (resources of its REST API); times are UTC in the fields that say _gmt."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bot.config import Locale
from bot.connectors.buyers import ship_to, somebody
from bot.connectors.told import Fact, OrderRef, OrderRemoved, OrderTold, ProductRemoved, RefundTold
from bot.connectors.woocommerce_parcels import parse_parcels
from bot.connectors.woocommerce_products import parse_product
from bot.shop.incoming import IncomingCustomer, IncomingLine, IncomingOrder
from bot.shop.numbers import normalise_number
from bot.shop.reading import (
    EXACT,
    Json,
    UnreadableError,
    amount,
    country,
    currency,
    identifier,
    member,
    members,
    number,
    number_back,
    plain_text,
    required,
    text,
    total,
    utc_moment,
)

SOURCE = "woocommerce"
NOTHING = Decimal()
# Steps in which an order may be before anything was paid, or ends without.
BEFORE_PAYMENT = frozenset({"pending", "on-hold", "failed", "cancelled"})
# Steps of the shop's own making, not yet or no longer an order (vocabularies.md 4.3).
TECHNICAL = frozenset({"checkout-draft", "auto-draft", "draft", "new", "trash"})


def parse(topic: str, body: Json, *, fingerprint: str, locale: Locale) -> tuple[Fact, ...]:
    """What a body of this topic tells; `locale` is the language the shop writes in."""
    match topic.split("."):
        case ["refund", "created" | "updated"]:
            return (_refund(body, OrderRef(SOURCE, required(identifier(body.get("parent_id")), "parent_id"))),)
        case ["order", "deleted"] if set(body) == {"id"}:
            return (OrderRemoved(_ref(body)),)
        case ["order", event]:
            return (_order(body, fingerprint, is_restored=event == "restored"),)
        case ["product", "deleted"] if set(body) == {"id"}:
            return (ProductRemoved(f"{SOURCE}:{required(identifier(body.get('id')), 'id')}"),)
        case ["product", event]:
            return (parse_product(body, locale, is_restored=event == "restored"),)
    raise UnreadableError(f"topic {topic}: none that Bote reads")


def _order(body: Json, fingerprint: str, *, is_restored: bool) -> OrderTold:
    ref = _ref(body)
    refunds = tuple(_refund(each, ref) for each in members(body, "refunds"))
    told = _told(body, refunds) | {"external_id": ref.external_id}
    order = IncomingOrder(
        source=SOURCE,
        external_id=ref.external_id,
        number=told["number"],
        told=told,
        customer=_customer(body),
        lines=tuple(_lines(body)) if isinstance(body.get("line_items"), list) else None,
        fingerprint=f"restored{fingerprint}"[:64] if is_restored else fingerprint,
    )
    parcels = tuple(parse_parcels(body, ref, told.get("revised_at")))
    all_at = told["revised_at"] if isinstance(body.get("refunds"), list) else None
    return OrderTold(order, parcels, refunds, is_restored=is_restored, all_refunds_at=all_at)


def _ref(body: Json) -> OrderRef:
    return OrderRef(SOURCE, required(identifier(body.get("id")), "id"))


def _told(body: Json, refunds: tuple[RefundTold, ...]) -> dict[str, Any]:
    number_told = required(text(body.get("number"), 64) or identifier(body.get("id")), "number")[:64]
    status = required(text(body.get("status"), 64), "status").lower().removeprefix("wc-")
    original = amount(body.get("total"))
    back = total(refund.amount for refund in refunds)
    return {
        "number": number_told,
        "number_key": normalise_number(number_told),
        "placed_at": required(utc_moment(body.get("date_created_gmt")), "date_created_gmt"),
        "revised_at": utc_moment(body.get("date_modified_gmt")),
        "status": status,
        "is_hidden": status in TECHNICAL,
        "currency": required(currency(body.get("currency")), "currency"),
        "total": original if not back or original is None else max(total([original, -back]) or NOTHING, NOTHING),
        "original_total": original if back else None,
        "shipping_total": _with_tax(body, "shipping_total", "shipping_tax"),
        "discount_total": _with_tax(body, "discount_total", "discount_tax"),
        "tax_total": amount(body.get("total_tax")),
        "paid_total": _paid(body, status),
        "payment_method": plain_text(body.get("payment_method_title"), 128) or text(body.get("payment_method"), 128),
        **_address(body),
    }


def _paid(body: Json, status: str) -> Decimal | None:
    """Nothing where WooCommerce has noted no payment; its later steps say by themselves that there was one."""
    was_paid = "date_paid_gmt" not in body or body["date_paid_gmt"]
    return None if was_paid or status not in BEFORE_PAYMENT else NOTHING


def _with_tax(body: Json, name: str, tax: str) -> Decimal | None:
    """As the shop shows its prices: WooCommerce tells these without the tax that may be inside them."""
    net = amount(body.get(name))
    if net is None or body.get("prices_include_tax") is not True:
        return net
    return total([net, amount(body.get(tax))])


def _address(body: Json) -> dict[str, str | None]:
    address = member(body, "shipping")
    if not any(address.get(each) for each in ("address_1", "city", "postcode")):
        address = member(body, "billing")
    return ship_to(
        name=_name(address),
        street=(plain_text(address.get(each), 256) for each in ("address_1", "address_2")),
        postal_code=text(address.get("postcode"), 32),
        city=plain_text(address.get("city"), 128),
        country=country(address.get("country")),
    )


def _name(person: Json) -> str | None:
    parts = filter(None, (plain_text(person.get(each), 128) for each in ("first_name", "last_name")))
    return text(" ".join(parts), 256)


def _customer(body: Json) -> IncomingCustomer | None:
    billing = member(body, "billing")
    id_ = identifier(body.get("customer_id"))
    return somebody(
        IncomingCustomer(
            external_id=None if id_ == "0" else id_,  # 0 is everybody who bought without an account
            email=text(billing.get("email"), 320),
            phone=text(billing.get("phone"), 64),
            name=_name(billing),
            country=country(member(body, "shipping").get("country")) or country(billing.get("country")),
        )
    )


def _lines(body: Json) -> Iterator[IncomingLine]:
    for line in members(body, "line_items"):
        quantity = number(line.get("quantity"))
        quantity = 1 if quantity is None else quantity
        yield IncomingLine(
            sku_of(line),
            plain_text(line.get("parent_name"), 512) or plain_text(line.get("name"), 512),
            _variant(line),
            quantity,
            _unit_price(body, line, quantity),
            external_id=identifier(line.get("id")),
        )


def sku_of(line: Json) -> str | None:
    """The article number, else a stand-in by which items, parcels and products still find each other."""
    ids = (identifier(line.get("variation_id")), identifier(line.get("product_id")))
    id_ = next((each for each in ids if each and each != "0"), None)
    return text(line.get("sku"), 128) or (f"product-{id_}"[:128] if id_ else None)


def _variant(line: Json) -> str | None:
    """What was chosen, as in "blue, L"; keys that begin with _ are the shop's own business."""
    chosen = [
        plain_text(each.get("display_value"), 64)
        for each in members(line, "meta_data")
        if not (text(each.get("key"), 256) or "_").startswith("_")
    ]
    return text(", ".join(filter(None, chosen)), 256)


def _unit_price(body: Json, line: Json, quantity: int) -> Decimal | None:
    """Before discounts, which the order tells as a sum."""
    subtotal = _with_tax({**line, "prices_include_tax": body.get("prices_include_tax")}, "subtotal", "subtotal_tax")
    if subtotal is None:
        return amount(line.get("price"))
    return (subtotal / quantity).quantize(EXACT) if quantity else None


def _refund(refund: Json, order: OrderRef) -> RefundTold:
    """With its order it tells no more than `total`, below nothing; as an object of its own its items, too."""
    total_, amount_ = amount(refund.get("total")), amount(refund.get("amount"))
    told = total_ if amount_ is None else amount_
    id_ = required(identifier(refund.get("id")), "refund id")
    at, items = utc_moment(refund.get("date_created_gmt")), tuple(_refunded_items(refund))
    paid = None if told is None else abs(told)
    return RefundTold(order, id_, at, paid, items, shipping=_shipping_back(refund))


def _shipping_back(refund: Json) -> Decimal | None:
    """The delivery with its tax, told below nothing; what does not show its lines does not tell."""
    lines = list(members(refund, "shipping_lines"))
    back = total(each for line in lines for each in (amount(line.get("total")), amount(line.get("total_tax"))))
    return abs(back) if lines and back is not None else None


def _refunded_items(refund: Json) -> Iterator[dict[str, Any]]:
    """Pieces are told below nothing; an item of which only money went back has none."""
    for item in members(refund, "line_items"):
        if pieces := number_back(item.get("quantity")):
            of = (each.get("value") for each in members(item, "meta_data") if each.get("key") == "_refunded_item_id")
            line = next(filter(None, map(identifier, of)), None)
            yield {"sku": sku_of(item), "quantity": pieces} | ({"line": line} if line else {})
