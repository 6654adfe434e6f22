"""Binding a chat to purchases, in three ways that each prove something, and unbinding it (ID-01 to ID-04)."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.customers.models import Chat, Link, LinkAttempt, LinkToken
from bot.customers.offers import LinkOffer, is_linked, offer_customers, offer_order
from bot.customers.persons import same_person
from bot.customers.profile import ensure_chat
from bot.customers.proofs import is_proof
from bot.db import unit_of_work
from bot.errors import CustomerError, LinkExpiredError, NotFoundError, TooManyTriesError
from bot.shop.erased import is_erased
from bot.shop.models import Customer, Order
from bot.shop.numbers import normalise_number, phone_key, postcode_key

TOKEN_BYTES = 32
TOKEN_LIFE = timedelta(days=30)
# A second tap on the same link soon after the first is told "linked" instead of "expired".
KEEP_USED_TOKENS = timedelta(days=1)
TRIES = 5
TRY_WINDOW = timedelta(minutes=15)
SHORTEST_PHONE = 8


class WrongProofError(NotFoundError):
    """No such order, or not theirs, or one that nothing can prove: one answer for all three."""

    key = "link-not-found"


class ForeignContactError(CustomerError):
    """A contact card of somebody else proves nothing."""

    key = "link-contact-foreign"


@unit_of_work
async def issue_token(order_id: int, *, now: datetime) -> str:
    """A single-use secret of 43 characters for the deep link in an order mail; only its digest is kept.

    It opens the order to the mailbox that the order has now, and to no other: once the shop corrects the address,
    what was mailed to the wrong one opens nothing any more.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    mailed_to = await _mailbox_of(await Order.get(id=order_id))
    await LinkToken.create(order_id=order_id, digest=_digest(token), mailed_to=mailed_to, expires_at=now + TOKEN_LIFE)
    return token


async def preview_token(token: str, *, now: datetime, chat_id: int | None = None) -> LinkOffer:
    """What the link would bind, without using it up; LinkExpiredError when it is used, old, made up or misdirected.

    A chat that may see the purchase already is told so even by a used link (`already_linked`); an unused one still
    has something to give to a chat that sees only some of the person's purchases.
    """
    found = await _meant(_digest(token))
    offer = await offer_order(found.order, chat_id=chat_id)
    is_spent = found.used_at is not None or found.expires_at <= now
    if is_spent and not offer.already_linked:
        raise LinkExpiredError
    if is_spent or found.order.customer_id is None:
        return offer
    return replace(offer, already_linked=await is_linked(chat_id, *await same_person(found.order.customer_id)))


@unit_of_work
async def redeem_token(chat_id: int, token: str, *, now: datetime) -> tuple[int, ...]:
    """Bind the chat to whoever bought, at all their postcodes, and return the customers' ids, the order's first.

    The link came by the person's own mailbox, so it proves the person and not only one order.
    One conditional UPDATE claims the token: of many who try at once one wins, the others get LinkExpiredError.
    """
    digest = _digest(token)
    won = await LinkToken.filter(digest=digest, used_at__isnull=True, expires_at__gt=now).update(used_at=now)
    found = await _meant(digest)
    if not won and not await is_linked(chat_id, found.order.customer_id):
        raise LinkExpiredError
    customer_ids = await same_person(await _owner_of(found.order))
    if not won:
        return await _linked_among(chat_id, customer_ids)
    for customer_id in customer_ids:
        await _link(chat_id, customer_id, proof="link", now=now)
    return customer_ids


async def preview_contact(phone: str, *, owner_id: int | None, sender_id: int) -> LinkOffer | None:
    """What the sender's own telephone number would bind; None when no customer has it."""
    customers = await _customers_of_contact(phone, owner_id=owner_id, sender_id=sender_id)
    return await offer_customers(customers) if customers else None


@unit_of_work
async def link_contact(
    chat_id: int, phone: str, *, owner_id: int | None, sender_id: int, now: datetime
) -> tuple[int, ...]:
    """Bind the chat to every customer of the sender's own number; ForeignContactError for anybody else's card."""
    customers = await _customers_of_contact(phone, owner_id=owner_id, sender_id=sender_id)
    if not customers:
        raise NotFoundError
    for customer in customers:
        await _link(chat_id, customer.id, proof="contact", now=now)
    return tuple(customer.id for customer in customers)


async def preview_order(chat_id: int, number: str, proof: str, *, now_real: datetime) -> LinkOffer:
    """What an order number with its e-mail address or postcode would bind.

    WrongProofError is the answer to an unknown number and to a wrong proof alike; the sixth try in fifteen
    minutes is TooManyTriesError, whatever it says.
    """
    return await offer_order(await _proven_order(chat_id, number, proof, now_real=now_real), chat_id=chat_id)


async def link_order(chat_id: int, number: str, proof: str, *, now: datetime, now_real: datetime) -> int:
    """Bind the chat to the customer of this order alone and return the customer's id; errors as for the preview.

    In a guest's order anybody can type anybody's e-mail address: the proof opens what went to the same postcode.
    """
    order = await _proven_order(chat_id, number, proof, now_real=now_real)
    return await _link_order(chat_id, order, now=now)


@unit_of_work
async def unlink(chat_id: int, customer_id: int) -> tuple[int, ...]:
    """The chat sees nothing of this person from now on; the customers it has let go of, none when it saw none."""
    linked = await _linked_among(chat_id, await same_person(customer_id))
    await Link.filter(chat_id=chat_id, customer_id__in=linked).delete()
    return linked


@unit_of_work
async def forget_old(*, now: datetime, now_real: datetime) -> None:
    """Delete links that bind nobody any more and tries that count no more."""
    await LinkToken.filter(expires_at__lte=now).delete()
    await LinkToken.filter(used_at__lte=now - KEEP_USED_TOKENS).delete()
    await LinkAttempt.filter(tried_at__lte=now_real - TRY_WINDOW).delete()


async def _meant(digest: str) -> LinkToken:
    """The token, if its order still belongs to whom it was mailed to and is not erased."""
    found = await LinkToken.get_or_none(digest=digest).select_related("order")
    if found is None or await is_erased(found.order.customer_id):
        raise LinkExpiredError
    if found.mailed_to is not None and found.mailed_to != await _mailbox_of(found.order):
        raise LinkExpiredError
    return found


async def _mailbox_of(order: Order) -> str:
    """Digest of where the shop writes about this order; of the account alone where it has told no address."""
    customer = await Customer.get_or_none(id=order.customer_id) if order.customer_id is not None else None
    if customer and customer.email_key:
        return _digest(f"e-mail:{customer.email_key}")
    return _digest(f"account:{customer.external_id}" if customer and customer.external_id else "nobody")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def _customers_of_contact(phone: str, *, owner_id: int | None, sender_id: int) -> list[Customer]:
    if owner_id is None or owner_id != sender_id:
        raise ForeignContactError
    key = phone_key(phone) or ""
    return await Customer.filter(phone_key=key).order_by("id") if len(key) >= SHORTEST_PHONE else []


async def _proven_order(chat_id: int, number: str, proof: str, *, now_real: datetime) -> Order:
    try_id = await _count_try(chat_id, now_real=now_real)
    numbered = Order.filter(number_key=normalise_number(number), is_hidden=False)
    candidates = await numbered.order_by("-id").select_related("customer")
    order = _the_one([order for order in candidates if _is_proven(order, proof)], number)
    await _give_back(try_id)
    return order


def _the_one(proven: list[Order], number: str) -> Order:
    """Two numbers may differ in a dash, two shops may have the same: where they are of two customers, neither."""
    meant = [order for order in proven if _bare(order.number) == _bare(number)] or proven
    # An order of nobody is nobody else's.
    if len({(order.customer_id, None if order.customer_id else order.id) for order in meant}) != 1:
        raise WrongProofError
    return meant[0]


def _bare(number: str) -> str:
    return number.strip().lstrip("#").strip().casefold()


@unit_of_work
async def _count_try(chat_id: int, *, now_real: datetime) -> int:
    """Note a try before it is judged, in a transaction of its own: many at once cannot pass more than five."""
    await ensure_chat(chat_id, now=now_real)
    await Chat.filter(id=chat_id).select_for_update().first()
    if await LinkAttempt.filter(chat_id=chat_id, tried_at__gt=now_real - TRY_WINDOW).count() >= TRIES:
        raise TooManyTriesError
    attempt = await LinkAttempt.create(chat_id=chat_id, tried_at=now_real)
    return int(attempt.id)


@unit_of_work
async def _give_back(try_id: int) -> None:
    """Only wrong answers are used up: who proves an order twice, to see and to confirm, is not guessing."""
    await LinkAttempt.filter(id=try_id).delete()


def _is_proven(order: Order, proof: str) -> bool:
    customer = order.customer
    return is_proof(proof, email=customer.email if customer else None, postal_code=order.ship_postal_code)


@unit_of_work
async def _link_order(chat_id: int, order: Order, *, now: datetime) -> int:
    customer_id = await _owner_of(order)
    await _link(chat_id, customer_id, proof="order", now=now)
    return customer_id


async def _owner_of(order: Order) -> int:
    return order.customer_id if order.customer_id is not None else await _adopt(order)


async def _adopt(order: Order) -> int:
    """Give an order of nobody an anonymous customer, who owns this order alone; who comes second takes the first's."""
    nobody = await Customer.create(source=order.source, postal_key=postcode_key(order.ship_postal_code or ""))
    if await Order.filter(id=order.id, customer_id__isnull=True).update(customer_id=nobody.id):
        return int(nobody.id)
    await nobody.delete()
    return await _owner_of(await Order.get(id=order.id))


async def _linked_among(chat_id: int, customer_ids: Sequence[int]) -> tuple[int, ...]:
    links = {link.customer_id for link in await Link.filter(chat_id=chat_id, customer_id__in=customer_ids)}
    return tuple(customer_id for customer_id in customer_ids if customer_id in links)


async def _link(chat_id: int, customer_id: int, *, proof: str, now: datetime) -> None:
    await ensure_chat(chat_id, now=now)
    link = Link(chat_id=chat_id, customer_id=customer_id, proof=proof, linked_at=now)
    await Link.bulk_create([link], ignore_conflicts=True)
