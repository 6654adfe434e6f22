"""Judges invitations by the first order of whoever came by one, and follows that order until nothing can go back.

By a tick, since this room alone knows what went back and until when. Only orders count that were placed after the link
was opened and whose delivery carriers told as it happened.
"""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import cast

from bot.config import Settings
from bot.customers.persons import persons_of
from bot.db import document, unit_of_work
from bot.loyalty.referral_rules import (
    Facts,
    FirstOrder,
    Identity,
    address_key,
    known,
    mailbox_key,
    phone_mark,
    verdict,
)
from bot.loyalty.referrals import Order, accept, refuse, settle
from bot.returns.kept import Worth, lock_worth
from bot.returns.maturity import returnable_until
from bot.shop.rows import Row, fetch, moment
from bot.shop.states import CANCELLED, FAILED
from bot.shop.statuses import ShipmentStatus

ROWS_A_TURN = 100
COLUMNS = """
SELECT r.id, r.chat_id, r.came_at, r.order_until, r.minimums, r.status, r.available_at, r.order_id,
  i.customer_id AS inviter_id FROM loyalty_referral r JOIN loyalty_invitation i ON i.id = r.invitation_id"""
# Whoever came first is judged first: of two links that lead to one customer the first one wins.
CAME = f"""{COLUMNS} WHERE r.status = 'came' AND r.id > ? AND (
  r.order_until <= ? OR EXISTS (SELECT 1 FROM customer_link l WHERE l.chat_id = r.chat_id)) ORDER BY r.id LIMIT ?"""  # noqa: S608  # our own words
PENDING = f"{COLUMNS} WHERE r.status = 'pending' AND r.id > ? ORDER BY r.id LIMIT ?"
BY_ORDER = f"{COLUMNS} WHERE r.order_id = ? AND r.status IN ('pending', 'counted')"
LINKED = "SELECT customer_id FROM customer_link WHERE chat_id = ?"
# All that somebody sees who sees this customer.
BESIDE = """
SELECT other.customer_id FROM customer_link own JOIN customer_link other ON other.chat_id = own.chat_id
WHERE own.customer_id IN ?"""
MARKS = "SELECT email, email_key, phone_key FROM shop_customer WHERE id IN ?"
ADDRESSES = """
SELECT DISTINCT ship_street, ship_postal_code, ship_country FROM shop_order WHERE customer_id IN ?"""
ALIKE = "SELECT id FROM shop_customer WHERE email_key IN ? OR phone_key IN ?"
BEFORE = "SELECT id FROM shop_order WHERE customer_id IN ? AND placed_at <= ? AND NOT is_test AND NOT is_hidden LIMIT 1"
LINKED_BEFORE = "SELECT id FROM customer_link WHERE customer_id IN ? AND linked_at <= ? LIMIT 1"
SECOND = """
SELECT r.id FROM loyalty_referral r WHERE r.id <> ? AND r.status <> 'refused' AND (r.customer_id IN ? OR r.id < ? AND
  EXISTS (SELECT 1 FROM customer_link l WHERE l.chat_id = r.chat_id AND l.customer_id IN ?)) LIMIT 1"""
FIRST = """
SELECT o.id, o.number, o.customer_id, o.placed_at, o.currency, o.state, o.delivered_at,
  EXISTS (SELECT 1 FROM shop_shipment s JOIN shipping_event e ON e.shipment_id = s.id
    WHERE s.order_id = o.id AND e.status = ? AND e.heard_at IS NOT NULL) AS is_heard
FROM shop_order o
WHERE o.customer_id IN ? AND o.placed_at > ? AND o.state NOT IN ? AND NOT o.is_test AND NOT o.is_hidden
ORDER BY o.placed_at, o.id LIMIT 1"""
DELIVERED = str(ShipmentStatus.DELIVERED)
CALLED_OFF = sorted({CANCELLED, FAILED, str(ShipmentStatus.CANCELLED)})
MONEY = Decimal("0.00")


async def mind_referrals(settings: Settings, *, now: datetime) -> int:
    """Judge whoever came by an invitation, and let count what can no longer go back; how many moved on."""
    moved, last = 0, 0
    while rows := await fetch(CAME, last, now, ROWS_A_TURN):
        for row in rows:
            moved += await _judge(row, settings, now)
            last = row["id"]
    last = 0
    while rows := await fetch(PENDING, last, ROWS_A_TURN):
        for row in rows:
            moved += await _settle(row, settings, now)
            last = row["id"]
    return moved


@unit_of_work
async def follow_order(order_id: int, *, now: datetime) -> None:
    """To be called where something of the order went back for good: too little was kept for an invitation to count."""
    for row in await fetch(BY_ORDER, order_id):
        await _settle(row, None, now)


@unit_of_work
async def _judge(row: Row, settings: Settings, now: datetime) -> bool:
    """The order is locked before anything is decided by it."""
    invited_ids = await _everybody(await _ids(LINKED, row["chat_id"]))
    inviter_ids = await _everybody([row["inviter_id"], *await _ids(BESIDE, [row["inviter_id"]])])
    invited = await _identity(invited_ids)
    first = next(iter(await fetch(FIRST, DELIVERED, invited_ids, moment(row["came_at"]), CALLED_OFF)), None)
    worth = await lock_worth(first["id"], at_worst=True) if first else None
    facts = Facts(
        inviter=await _identity(inviter_ids),
        invited=invited,
        was_known=await _was_known(invited_ids, row),
        is_second=bool(await fetch(SECOND, row["id"], invited_ids, row["id"], invited_ids)),
        order=_told(first, worth) if first and worth else None,
        order_until=cast(datetime, moment(row["order_until"])),
        minimums=_minimums(row),
    )
    found = verdict(facts, now=now)
    if found == "wait":
        return False
    if found != "counts" or first is None:
        return await refuse(row["id"], "too_late" if found == "counts" else found, now=now)
    until = await returnable_until(first["id"], first["customer_id"], settings, now)
    order = Order(first["id"], first["customer_id"], first["number"], until)
    return await accept(row["id"], order, inviter_ids=inviter_ids, now=now)


@unit_of_work
async def _settle(row: Row, settings: Settings | None, now: datetime) -> bool:
    """An order that was erased is followed no more: what was booked by then stands."""
    stands = is_final = True
    if row["order_id"] is not None:
        worst, sure = await lock_worth(row["order_id"], at_worst=True), await lock_worth(row["order_id"])
        least = min(_minimums(row).values(), default=MONEY)
        [order] = await fetch("SELECT currency FROM shop_order WHERE id = ?", row["order_id"])
        least = _minimums(row).get(order["currency"], least)
        stands = bool(worst.kept) and worst.kept >= least
        is_final = not sure.kept or sure.kept < least
    return await settle(row["id"], stands=stands, is_final=is_final, settings=settings, now=now) is not None


def _told(first: Row, worth: Worth) -> FirstOrder:
    return FirstOrder(
        placed_at=cast(datetime, moment(first["placed_at"])),
        currency=first["currency"],
        kept=worth.kept,
        is_delivered=first["state"] == DELIVERED and first["delivered_at"] is not None and not worth.owed,
        is_heard=bool(first["is_heard"]),
    )


def _minimums(row: Row) -> dict[str, Decimal]:
    return {currency: Decimal(amount) for currency, amount in document(row["minimums"]).items()}


async def _identity(customer_ids: Collection[int]) -> Identity:
    marks = await fetch(MARKS, list(customer_ids))
    addresses = await fetch(ADDRESSES, list(customer_ids))
    return Identity(
        frozenset(customer_ids),
        known(mailbox_key(row["email"] or row["email_key"]) for row in marks),
        known(phone_mark(row["phone_key"]) for row in marks),
        known(address_key(row["ship_street"], row["ship_postal_code"], row["ship_country"]) for row in addresses),
    )


async def _was_known(invited_ids: Collection[int], row: Row) -> bool:
    """Had bought, whatever the account, or had linked a purchase in another chat, before they came."""
    came_at = moment(row["came_at"])
    marks = await fetch(MARKS, list(invited_ids))
    emails = [each["email_key"] for each in marks if each["email_key"]]
    phones = [each["phone_key"] for each in marks if phone_mark(each["phone_key"])]
    alike = {each["id"] for each in await fetch(ALIKE, emails, phones)} | set(invited_ids)
    return bool(await fetch(BEFORE, list(alike), came_at) or await fetch(LINKED_BEFORE, list(alike), came_at))


async def _everybody(customer_ids: Collection[int | None]) -> list[int]:
    """All customers of these persons, in one order for everybody."""
    ids = {each for each in customer_ids if each is not None}
    return sorted(ids.union(*(await persons_of(ids)).values()))


async def _ids(statement: str, value: object) -> list[int]:
    return [row["customer_id"] for row in await fetch(statement, value)]
