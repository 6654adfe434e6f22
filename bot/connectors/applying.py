"""What becomes of a body: each fact it tells goes to the room that keeps it, all of them in one transaction."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.connectors import shopify, woocommerce
from bot.connectors.products import delist, take_product
from bot.connectors.requests import take_request
from bot.connectors.returned import take_label_told, take_processed, take_return, take_trimmed
from bot.connectors.scans import note_unknown, record_report, record_scans, take_report
from bot.connectors.told import (
    Fact,
    FulfilmentTold,
    LabelTold,
    OrderRef,
    OrderRemoved,
    OrderTold,
    ProductRemoved,
    ProductTold,
    RefundTold,
    RequestTold,
    ReturnProcessed,
    ReturnTold,
    ReturnTrimmed,
    ScanTold,
)
from bot.connectors.waiting import WaitingError, for_fulfilment, for_order, for_parcel, release
from bot.customers.persons import follow_person
from bot.i18n import Money
from bot.returns.following import catch_up
from bot.returns.owners import hand_over_returns
from bot.returns.refund_deleted import tell_deleted
from bot.returns.refund_question import ask_about_currency
from bot.returns.scanning import label_keys
from bot.shipping.carriers import aftership, easypost
from bot.shipping.carriers.reports import Report
from bot.shipping.confirmations import AWAITING_MONEY, announce_cancelled, announce_order
from bot.shipping.owners import hand_over
from bot.shop.by_platform import (
    currency_of_order,
    find_order,
    forget_refunds,
    hide_order,
    is_latest,
    note_refund,
    parcels_by_id,
    parcels_of_fulfilment,
    parcels_with_number,
    show_again,
)
from bot.shop.incoming import Outcome
from bot.shop.intake import save_orders, take_turns
from bot.shop.intake_contents import save_parcels
from bot.shop.parcels import follow_parcels
from bot.shop.reading import UnreadableError
from bot.shop.refunded import count_refunded, recount_refunded
from bot.shop.rows import Row
from bot.shop.statuses import ShipmentStatus


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a body came with: when (shop's time), its digest, and how the shop writes; `outcome` what it came to."""

    settings: Settings
    received_at: datetime
    digest: str
    now: datetime
    outcome: list[str] = field(default_factory=list)

    @property
    def here(self) -> dict[str, Any]:
        return {"settings": self.settings, "now": self.now}


async def apply_body(platform: str, topic: str, body: Any, delivery: Delivery) -> None:
    """Do what a body tells; UnreadableError or WaitingError say why it cannot be done (yet).

    To be called inside a unit of work: half a body is worse than none.
    """
    if not isinstance(body, dict):
        raise UnreadableError("the body is no JSON object")
    match platform:
        case "shopify" | "woocommerce":
            parse = shopify.parse if platform == "shopify" else woocommerce.parse
            locale = delivery.settings.default_locale
            for fact in parse(topic, body, fingerprint=delivery.digest, locale=locale):
                await _apply(fact, platform, delivery)
        case "aftership" | "easypost":
            report = aftership.parse(body) if platform == "aftership" else easypost.parse(body)
            if report:
                await take_report(report, source=platform, settings=delivery.settings, now=delivery.now)
        case _:
            raise UnreadableError(f"platform {platform}: none that Bote reads")


async def _apply(fact: Fact, platform: str, delivery: Delivery) -> None:
    match fact:
        case OrderTold():
            await _order(fact, delivery)
        case OrderRemoved(ref):
            await hide_order(await _order_id(ref), at=delivery.received_at)
        case FulfilmentTold():
            await _fulfilment(fact, await _order_id(fact.order), delivery)
        case ScanTold():
            await _scan(fact, await _order_id(fact.order), delivery)
        case RefundTold():
            await _new_refund(fact, await _order_id(fact.order), delivery)
        case ReturnTold() | ReturnTrimmed() | ReturnProcessed() | LabelTold():
            await _return(fact, delivery)
        case ProductTold():
            await take_product(fact)
        case ProductRemoved(external_id):
            await delist(external_id, at=delivery.received_at)
        case RequestTold():
            await take_request(fact, platform=platform, digest=delivery.digest, received_at=delivery.received_at)


async def _order(told: OrderTold, delivery: Delivery) -> None:
    await take_turns()
    ref = OrderRef(told.order.source, told.order.external_id or "")
    before = await find_order(ref.source, ref.external_id)
    if told.is_restored and before:
        await show_again(before["id"])
    [saved] = await save_orders([told.order])
    if saved.outcome is not Outcome.NEW:
        await follow_parcels([saved.order_id])
    await _follow_owner(before, ref, delivery)
    await _announce(before, saved.order_id, delivery)
    is_news = await _refunds(told, saved.order_id, delivery)
    await recount_refunded(saved.order_id)
    if is_news:
        delivery.outcome.extend(await catch_up(saved.order_id, **delivery.here))
    for fulfilment in told.fulfilments:
        await _fulfilment(fulfilment, saved.order_id, delivery)
    if before is None:
        await release([for_order(ref)])


async def _follow_owner(before: Row | None, ref: OrderRef, delivery: Delivery) -> None:
    """Who may see an order follows who bought it, wherever it goes now."""
    order = await find_order(ref.source, ref.external_id)
    owner = order["customer_id"] if order else None
    if order is None or owner is None or (before and before["customer_id"] == owner):
        return
    if before and before["customer_id"] is not None:
        went = {"before": before["customer_id"], "now": delivery.now, "settings": delivery.settings}
        await hand_over(order["id"], **went)
        await hand_over_returns(order["id"], **went)
    else:
        await follow_person(owner, now=delivery.now)


async def _announce(before: Row | None, order_id: int, delivery: Delivery) -> None:
    """What is news of the order itself; its parcels speak for themselves."""
    if before is None or before["is_hidden"] or before["state"] in AWAITING_MONEY:
        await announce_order(order_id, now=delivery.now, settings=delivery.settings)
    if before and not before["is_hidden"] and before["state"] != ShipmentStatus.CANCELLED:
        await announce_cancelled(order_id, now=delivery.now, settings=delivery.settings)


async def _fulfilment(told: FulfilmentTold, order_id: int, delivery: Delivery) -> None:
    if told.is_cancelled and await _is_handed_over_elsewhere(told, order_id):
        return
    coming_back = await label_keys(order_id)
    parcels_told = [each for each in told.parcels if each.told.get("tracking_key") not in coming_back]
    placed = await save_parcels(order_id, parcels_told)
    parcels = await parcels_by_id([id_ for id_, _ in placed])
    for parcel in parcels:
        events = [] if parcel.status == ShipmentStatus.CANCELLED else [told.event]
        word = told.status_told
        # The shop's word comes without a time of its own: it counts when it says something new.
        if word and word.status != parcel.status and (parcel.status_at is None or parcel.status_at < word.occurred_at):
            events.append(word)
        await record_scans(parcel, events, settings=delivery.settings, now=delivery.now)
    waiting = [for_parcel(parcel.tracking_key) for parcel in parcels if parcel.tracking_key]
    if any(is_new for _, is_new in placed):
        await release([for_fulfilment(told.order, told.external_id), *waiting])


async def _is_handed_over_elsewhere(told: FulfilmentTold, order_id: int) -> bool:
    """Whether another fulfilment has taken the parcels over: its numbers are not cancelled with this one."""
    if await parcels_of_fulfilment(order_id, told.external_id):
        return False
    keys = [key for parcel in told.parcels if (key := parcel.told.get("tracking_key"))]
    return any([await parcels_with_number(key) for key in keys])


async def _scan(told: ScanTold, order_id: int, delivery: Delivery) -> None:
    parcels = await parcels_of_fulfilment(order_id, told.fulfilment_id)
    if not parcels:
        raise WaitingError(for_fulfilment(told.order, told.fulfilment_id))
    note_unknown([told.scan], told.order.source)
    report = Report("", None, (told.scan,), told.expected_on, told.told_at)
    await record_report(parcels[0], report, settings=delivery.settings, now=delivery.now)


async def _new_refund(told: RefundTold, order_id: int, delivery: Delivery) -> None:
    if await _refund(told, order_id, delivery):
        at, source = told.refunded_at or delivery.received_at, told.order.source
        await count_refunded(order_id, told.items, source=source, at=at)
        delivery.outcome.extend(await catch_up(order_id, **delivery.here))


async def _return(told: ReturnTold | ReturnTrimmed | ReturnProcessed | LabelTold, delivery: Delivery) -> None:
    match told:
        case ReturnTold():
            order_id = await _order_id(told.order) if told.order else None
            became = await take_return(told, order_id, received_at=delivery.received_at, **delivery.here)
            delivery.outcome.extend(became)
        case ReturnTrimmed():
            await take_trimmed(told, digest=delivery.digest, **delivery.here)
        case ReturnProcessed():
            await take_processed(told, digest=delivery.digest, **delivery.here)
        case LabelTold():
            await take_label_told(told, **delivery.here)


async def _refunds(told: OrderTold, order_id: int, delivery: Delivery) -> bool:
    """Whether any of them is news; what a body of before tells was deleted since, or is known."""
    if told.all_refunds_at:
        if not await is_latest(order_id, told.all_refunds_at):
            return False
        named = {refund.external_id for refund in told.refunds}
        for gone in await forget_refunds(order_id, but=named, before=told.all_refunds_at):
            await tell_deleted(order_id, gone, **delivery.here)
            delivery.outcome.append(f"refund {gone['external_id']}: deleted in the shop")
    return any([await _refund(refund, order_id, delivery) for refund in told.refunds])


async def _refund(told: RefundTold, order_id: int, delivery: Delivery) -> bool:
    at, paid, name = told.refunded_at or delivery.received_at, told.amount, told.external_id
    is_known = not told.currency or told.currency == await currency_of_order(order_id)
    money = {"amount": paid, "shipping": told.shipping} if is_known else {"amount": None}
    is_news = await note_refund(order_id, name, items=told.items, refunded_at=at, **money)
    if is_news and not is_known and paid:
        delivery.outcome.append(
            f"refund {name}: in {told.currency}, not the order's currency; its amount is not booked"
        )
        await ask_about_currency(order_id, name, Money(paid, told.currency or ""), **delivery.here)
    return is_news


async def _order_id(ref: OrderRef) -> int:
    order = await find_order(ref.source, ref.external_id)
    if order is None:
        raise WaitingError(for_order(ref))
    return int(order["id"])
