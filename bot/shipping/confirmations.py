"""Tells customers that their order is there, in the tone that fits, or that it was cancelled."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.customers.models import Hold
from bot.customers.persons import same_person
from bot.i18n import Markup, html, lines
from bot.outbox.messages import text_message
from bot.outbox.models import Push
from bot.outbox.overtaken import reword
from bot.outbox.queue import NewPush, cancel_waiting, enqueue_all
from bot.outbox.reasons import Why
from bot.shipping.cards import details_button
from bot.shipping.subjects import LONGEST_NAME, MOST_ITEMS, Owner, find_owner_of_order
from bot.shop.carriers import carrier_name
from bot.shop.facts import OrderCard
from bot.shop.models import Order
from bot.shop.orders import get_order
from bot.shop.states import FAILED, ON_HOLD_PAYMENT, PENDING, REFUNDED
from bot.shop.statuses import ShipmentStatus as S

SHELF_LIFE = timedelta(hours=24)
# Trouble of the last weeks is remembered when the next order comes.
REMEMBERED = timedelta(days=30)
TROUBLE = ("late", "lost", "damaged", "complaint")
# The shop has the order, and not the money: what the texts of these states say.
UNPAID = frozenset({PENDING, ON_HOLD_PAYMENT})
# What these become is news: confirmed now, or in better words while that waits.
AWAITING_MONEY = UNPAID | {FAILED}
NEVER_CONFIRMED = frozenset({S.CANCELLED, FAILED, REFUNDED})


async def announce_order(order_id: int, *, now: datetime, settings: Settings) -> None:
    """Confirm a new order to all chats of its customer; an order placed long ago is no news.

    One that is not paid says so and promises nothing; what waits says it when the money comes. One whose payment
    failed, or that was refunded or cancelled at once, is not confirmed. To be called in the transaction of the news.
    """
    owner, order = await _news_of(order_id, now=now, settings=settings)
    if owner and order and now - order.placed_at < SHELF_LIFE and order.state not in NEVER_CONFIRMED:
        tone = await _tone(owner, now)
        await _tell(owner, order, tone, now=now, settings=settings)


async def announce_cancelled(order_id: int, *, now: datetime, settings: Settings) -> None:
    """Tell that an order was cancelled; what waited to be told of it gives way."""
    owner, order = await _news_of(order_id, now=now, settings=settings)
    if owner and order and order.state == S.CANCELLED:
        await cancel_waiting(order_id=order_id, now=now, why=Why.SUPERSEDED)
        await _tell(owner, order, "cancelled", now=now, settings=settings)


async def _news_of(order_id: int, *, now: datetime, settings: Settings) -> tuple[Owner | None, OrderCard | None]:
    owner = await find_owner_of_order(order_id)
    if owner is None:
        return None, None
    today = now.astimezone(settings.time_zone).date()
    return owner, await get_order(order_id, customer_ids=[owner.customer_id], today=today)


async def _tone(owner: Owner, now: datetime) -> str:
    """Reassuring after trouble, warm for the first order of a person, wherever the others went, else plain."""
    customers = await same_person(owner.customer_id)
    if await Hold.filter(customer_id__in=customers, reason__in=TROUBLE, since__gt=now - REMEMBERED).exists():
        return "reassuring"
    others = Order.filter(customer_id__in=customers, is_test=False, is_hidden=False).exclude(id=owner.order_id)
    return "plain" if await others.exists() else "welcome"


async def _tell(owner: Owner, order: OrderCard, tone: str, *, now: datetime, settings: Settings) -> None:
    recipients = await chats_of(owner.customer_id, settings=settings)
    kind = "cancelled" if tone == "cancelled" else "confirmed"
    pushes = [
        NewPush(
            recipient.chat_id,
            "sendMessage",
            text_message(
                _text(order, tone, recipient, shop=settings.shop_name),
                keyboard=[[details_button(order.id, recipient.locale)]],
            ),
            "milestone",
            once=f"order:{order.id}:{kind}:chat:{recipient.chat_id}",
            expires_at=now + SHELF_LIFE,
            customer_id=owner.customer_id,
            order_id=order.id,
        )
        for recipient in recipients
    ]
    if len(await enqueue_all(pushes, now=now)) < len(pushes):
        await _reword(pushes)


async def _reword(pushes: Sequence[NewPush]) -> None:
    """What still waits says how the order stands now."""
    known = {push.once: push for push in await Push.filter(once__in=[push.once for push in pushes], status="waiting")}
    for push in pushes:
        waiting = known.get(push.once)
        if waiting and waiting.params != push.params:
            await reword(waiting.id, dict(push.params))


def _text(order: OrderCard, tone: str, recipient: Recipient, *, shop: str) -> Markup:
    locale = recipient.locale
    if tone == "cancelled":
        title = html(locale, "confirmed-cancelled-title", number=order.number)
        return lines([title, html(locale, "confirmed-cancelled-text")])
    return lines(
        [
            html(locale, "confirmed-title", number=order.number),
            html(locale, f"status-{order.state}" if order.state in UNPAID else f"confirmed-{tone}", shop=shop),
            Markup(" "),
            *_items(order, recipient),
            html(locale, "order-total", total=order.total) if order.total else Markup(),
            *_journey(order, recipient),
        ]
    )


def _items(order: OrderCard, recipient: Recipient) -> Sequence[Markup]:
    names = [(line.name or line.sku or "?")[:LONGEST_NAME] for line in order.lines[:MOST_ITEMS]]
    shown = [
        html(recipient.locale, "order-content", quantity=line.quantity, name=name)
        for line, name in zip(order.lines, names, strict=False)
    ]
    more = len(order.lines) - len(shown)
    return [*shown, html(recipient.locale, "order-items-more", count=more)] if more > 0 else shown


def _journey(order: OrderCard, recipient: Recipient) -> Sequence[Markup]:
    """Expected day and tracking, as soon as they exist."""
    locale = recipient.locale
    day = [html(locale, "order-expected", day=order.expected_on)] if order.expected_on else []
    tracked = [
        html(locale, "card-carrier", carrier=carrier_name(parcel.carrier, locale), number=parcel.tracking_number)
        for parcel in order.parcels
        if parcel.tracking_number
    ]
    return [*day, *tracked[:MOST_ITEMS]]
