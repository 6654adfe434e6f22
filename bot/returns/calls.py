"""What the shop's own system has to do about a return or an order: queued for it, or put down for the staff to do.

A deed is queued in the transaction of the step that makes it due, once for each key (calling.py sends it). Without
`BOTE_SHOP_CALLBACK_URL` nothing is queued: the case says in a line what is to be done by hand.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bot.clock import real_now
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Money, plain
from bot.returns.call_body import Json, exact, return_row, told_order, told_return
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep, ShopCall
from bot.returns.paths import Way
from bot.shop.rows import Row, amount, change, fetch
from bot.tickets.cases import add_to_case
from bot.tickets.models import Case, CaseMessage


class Topic(StrEnum):
    """The deeds, as the webhook names them."""

    APPROVED = "return.approved"
    CANCELLED = "return.cancelled"
    CHANGED = "return.changed"
    CHECKED = "return.checked"
    REFUND = "return.refund"
    CREDIT = "return.credit"
    EXCHANGE = "return.exchange"
    REPLACEMENT = "return.replacement"
    SENT_BACK = "return.sent_back"
    CLOSED = "return.closed"
    PAYMENT_DUE = "exchange.payment_due"
    PAID = "exchange.paid"
    WAIVED = "exchange.waived"
    CANCEL_ORDER = "order.cancel"
    CHANGE_ORDER = "order.change"


S = Status
OF_STEP: Mapping[Status, Topic] = {
    S.APPROVED: Topic.APPROVED,
    S.CANCELLED: Topic.CANCELLED,
    S.EXPIRED: Topic.CANCELLED,
    S.INSPECTED: Topic.CHECKED,
    S.SENT_BACK: Topic.SENT_BACK,
    S.CLOSED: Topic.CLOSED,
}
# Pieces that come late are checked, and the return closed, once more.
SEVERAL_TIMES = frozenset({Topic.CHECKED, Topic.CLOSED})
# The card of the case says it anyhow.
TOLD_BY_THE_CASE = frozenset({Topic.APPROVED, Topic.CANCEL_ORDER, Topic.CLOSED})
# They end what was asked for by hand.
ASKED_NO_MORE = frozenset({Topic.PAID, Topic.WAIVED})

ORDER = "SELECT number, source, external_id FROM shop_order WHERE id = ?"
PAYMENT = "SELECT kind, amount, currency FROM return_payment WHERE id = ? AND request_id = ?"
INSERT = """
INSERT INTO return_shop_call (key, topic, subject, body, words, created_at, attempts, retry_at)
VALUES (?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING"""


def is_called(settings: Settings) -> bool:
    """Whether the shop's own system is told what it has to do."""
    return settings.shop_callback_url is not None and settings.shop_callback_secret is not None


@unit_of_work
async def instruct_step(return_id: int, after: Status, *, by: Actor, settings: Settings, now: datetime) -> None:
    """Let the shop do what this step asks of it; nothing where the shop's own platform has taken it."""
    topic = OF_STEP.get(after)
    if topic is None or by is Actor.PLATFORM:
        return
    if topic is Topic.CANCELLED and not await _is_known(return_id):
        return
    told = await return_row(return_id)
    if topic is Topic.APPROVED and told["way"] == Way.CANCEL:
        topic = Topic.CANCEL_ORDER
    key = f"{told['number']}:{topic}" + (await _which_time(return_id, after) if topic in SEVERAL_TIMES else "")
    await _instruct(topic, return_id, told, key, settings=settings, now=now)


@unit_of_work
async def instruct_less(return_id: int, *, settings: Settings, now: datetime) -> None:
    """Let the shop know that fewer pieces come back than it was told."""
    if await _is_known(return_id):
        told = await return_row(return_id)
        key = f"{told['number']}:{Topic.CHANGED}:{told['revision']}"
        await _instruct(Topic.CHANGED, return_id, told, key, settings=settings, now=now)


@unit_of_work
async def instruct_turn(return_id: int, *, settings: Settings, now: datetime) -> None:
    """Let the shop's system know that what was to be stopped, or was lost, comes back, or that nothing does, whatever
    it was told before; the staff hear of that anyhow."""
    if not is_called(settings):
        return
    [told] = await fetch("SELECT number FROM return_request WHERE id = ?", return_id)
    if await ShopCall.filter(key=f"{told['number']}:{Topic.APPROVED}").exists():
        await instruct_less(return_id, settings=settings, now=now)
    else:
        await instruct_step(return_id, S.APPROVED, by=Actor.STAFF, settings=settings, now=now)


@unit_of_work
async def instruct_payment(return_id: int, payment_id: int, *, settings: Settings, now: datetime) -> None:
    """Let the shop pay, credit or send what was decided: `payment_id` is the row of it."""
    [payment] = await fetch(PAYMENT, payment_id, return_id)
    topic, told = Topic(f"return.{payment['kind']}"), await return_row(return_id)
    paid = Money(amount(payment["amount"]) or Decimal(), payment["currency"])
    key = f"{told['number']}:{topic}:{payment_id}"
    await _instruct(topic, return_id, told, key, payment=paid, settings=settings, now=now)


@unit_of_work
async def instruct_difference(return_id: int, owed: Money, *, settings: Settings, now: datetime) -> None:
    """Let the shop ask its customer to pay what another article costs more."""
    told = await return_row(return_id)
    key = f"{told['number']}:{Topic.PAYMENT_DUE}:{told['revision']}"
    await _instruct(Topic.PAYMENT_DUE, return_id, told, key, payment=owed, settings=settings, now=now)


@unit_of_work
async def tell_difference(return_id: int, topic: Topic, money: Money, once: int, *, now: datetime, **here: Any) -> None:
    """Let the shop know that this was paid, or need not be, so that it asks nobody for it any more; `once` names the
    deed, and `here` are settings."""
    told = await return_row(return_id)
    await _instruct(topic, return_id, told, f"{told['number']}:{topic}:{once}", payment=money, now=now, **here)


@unit_of_work
async def instruct_change(
    order_id: int, wish: str, words: str, *, once: str, settings: Settings, now: datetime
) -> None:
    """Let the shop see a wish about an order of which nothing has left yet: `wish` is address or items."""
    if is_called(settings):
        [order] = await fetch(ORDER, order_id)
        body = {"order": told_order(order["number"], order["source"], order["external_id"]), "wish": wish}
        await _queue(Topic.CHANGE_ORDER, f"order:{order_id}", once, body, now, words=words)


async def _is_known(return_id: int) -> bool:
    """Whether the shop was told of it, or its platform keeps it anyhow."""
    if await ReturnStep.filter(request_id=return_id, status=S.APPROVED.value).exists():
        return True
    return await Return.filter(id=return_id, external_id__not_isnull=True).exists()


async def _which_time(return_id: int, after: Status) -> str:
    """ ":2" where pieces came after the end, so that this is another deed than the first."""
    steps = ReturnStep.filter(request_id=return_id)
    times = await steps.filter(status=after.value, act=None).count() + await steps.filter(act="late").count()
    return f":{times}" if times > 1 else ""


async def _instruct(
    topic: Topic,
    return_id: int,
    told: Row,
    key: str,
    *,
    payment: Money | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    subject = f"return:{return_id}"
    if not is_called(settings):
        await _leave_to_staff(topic, subject, told, payment, settings=settings, now=now)
        return
    body = await told_return(return_id, told, locale=settings.default_locale)
    if payment:
        body["payment"] = {"amount": exact(payment.amount, payment.currency), "currency": payment.currency}
    await _queue(topic, subject, key, body, now)


async def _leave_to_staff(
    topic: Topic, subject: str, told: Row, payment: Money | None, *, settings: Settings, now: datetime
) -> None:
    case = None if topic in TOLD_BY_THE_CASE else await find_case(subject)
    if case is None or (topic is Topic.CHECKED and await _is_refused(told["id"])):
        return
    values: Json = {"number": told["number"], "order": told["order_number"]} | ({"total": payment} if payment else {})
    if topic in ASKED_NO_MORE:
        asked = _by_hand(Topic.PAYMENT_DUE, settings.default_locale, values)
        if not await CaseMessage.filter(case_id=case.id, author="bot", text=asked).exists():
            return
    await add_to_case(case.id, _by_hand(topic, settings.default_locale, values), settings=settings, now=now)


def _by_hand(topic: Topic, locale: Locale, values: Json) -> str:
    return plain(locale, f"call-hand-{topic.replace('.', '-').replace('_', '-')}", **values)


async def _is_refused(return_id: int) -> bool:
    """Whether nothing of it goes back into stock."""
    items = await ReturnItem.filter(request_id=return_id)
    return bool(items) and all(item.accepted == 0 for item in items)


async def find_case(subject: str, key: str = "") -> Case | None:
    """The case about a return, or about the wish that has this key."""
    names = [key, f"{subject}:return", f"{subject}:cancel"]
    return await Case.filter(once__in=names).order_by("-id").first()


async def _queue(topic: Topic, subject: str, key: str, body: Json, now: datetime, *, words: str | None = None) -> None:
    at = now.isoformat(timespec="seconds").replace("+00:00", "Z")
    whole = {"topic": topic.value, "key": key, "at": at} | body
    written = json.dumps(whole, ensure_ascii=False)
    await change(INSERT, key, topic.value, subject, written, words, now, real_now())
