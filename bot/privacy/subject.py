"""Whose rights are asked for: a chat with the purchases it is linked to, or a customer with their chats."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from tortoise.expressions import Q

from bot.customers.models import Chat, Link
from bot.customers.persons import same_person
from bot.customers.proofs import STRONG_PROOFS
from bot.errors import OperatorError
from bot.shop.models import Customer, Order
from bot.shop.numbers import email_key

# As long as the database can hold.
CHAT = re.compile(r"chat:(-?\d{1,18})")


@dataclass(frozen=True, slots=True)
class Subject:
    """`everywhere`: the customers are the whole person. `unproven`: of these the chat has proven one delivery only."""

    chats: tuple[int, ...]
    customers: tuple[int, ...]
    everywhere: bool = False
    unproven: frozenset[int] = frozenset()


async def known_to_chat(chat_id: int) -> Subject:
    """What a chat may have a copy of: its own, and the purchases it is linked to."""
    links = await Link.filter(chat_id=chat_id).order_by("id")
    weak = frozenset(link.customer_id for link in links if link.proof not in STRONG_PROOFS)
    return Subject((chat_id,), tuple(link.customer_id for link in links), unproven=weak)


async def erasable_by_chat(chat_id: int) -> Subject:
    """What a chat may have erased: its own, and purchases that no other chat is linked to.

    A number and a postcode are enough to link: with them nobody takes a purchase away from the chat it belongs to.
    """
    known = await known_to_chat(chat_id)
    others = await Link.filter(customer_id__in=known.customers).exclude(chat_id=chat_id)
    shared = {link.customer_id for link in others}
    own = tuple(customer_id for customer_id in known.customers if customer_id not in shared)
    return Subject((chat_id,), own, everywhere=await _are_whole_persons(own))


async def subject_of(customer_ids: Collection[int]) -> Subject:
    """These customers with the chats that are theirs alone; a chat linked to somebody else, too, is only unlinked."""
    ids = tuple(dict.fromkeys(customer_ids))
    linked = {link.chat_id for link in await Link.filter(customer_id__in=ids)}
    others = {link.chat_id for link in await Link.filter(chat_id__in=linked).exclude(customer_id__in=ids)}
    chats = tuple(sorted(linked - others))
    return Subject(chats, ids, everywhere=await _are_whole_persons(ids))


async def find_subject(who: str) -> Subject:
    """Whom an operator names: `chat:701`, an e-mail address, the shop's id of a customer or ours (`customer:3`)."""
    if named := CHAT.fullmatch(who):
        chat_id = int(named[1])
        if await Chat.filter(id=chat_id).exists():
            return await erasable_by_chat(chat_id)
        raise OperatorError(f"privacy: no chat {chat_id} is known")
    found = await _customers_named(who)
    persons = {await same_person(customer_id) for customer_id in found}
    ids = {customer_id for person in persons for customer_id in person}
    if not ids:
        raise OperatorError(f"privacy: nobody is known as {who!r}; name a chat as chat:701, a customer as customer:3")
    return await subject_of(sorted(ids))


async def customers_of_source(source: str, *, limit: int) -> list[int]:
    """Customers of a shop who are not erased yet."""
    rows = Customer.filter(source=source, erased_at=None).order_by("id").limit(limit)
    return [customer.id for customer in await rows]


async def customers_of_platform(
    source: str, *, external_id: str | None, email: str | None, order_ids: Collection[str]
) -> list[int]:
    """Whom a platform means: by its own id, as the buyer of these orders, or by e-mail wherever they bought."""
    own = Q(source=source, external_id=external_id) if external_id else Q(id__in=[])
    if key := email_key(email):
        own |= Q(email_key=key)
    found = {customer.id for customer in await Customer.filter(own)}
    orders = Order.filter(source=source, external_id__in=list(order_ids))
    found |= {order.customer_id for order in await orders if order.customer_id is not None}
    persons = [await same_person(customer_id) for customer_id in sorted(found)]
    return sorted({customer_id for person in persons for customer_id in person})


async def _customers_named(who: str) -> list[int]:
    if "@" in who:
        return [customer.id for customer in await Customer.filter(email_key=email_key(who))]
    own = who.removeprefix("customer:")
    if own != who:
        known = own.isdecimal() and len(own) < 19 and await Customer.filter(id=int(own)).exists()
        return [int(own)] if known else []
    return [customer.id for customer in await Customer.filter(external_id=who)]


async def _are_whole_persons(customer_ids: Collection[int]) -> bool:
    """Whether there is no other customer of the same persons; then their old orders are known at any postcode."""
    own = set(customer_ids)
    for customer_id in own:
        if not own.issuperset(await same_person(customer_id)):
            return False
    return bool(own)
