"""Who is one person though they are several customers: one account of the shop, or one mailbox, at several postcodes.

An order number with its proof opens one of these customers, and stays with that one: a guest can type anybody's
address, so an order of the same mailbox to another postcode is not shown. What reached the person's own mailbox opens
all, and goes on to open those that come to be: whoever reads that mailbox is told of them there, too. A telephone
number opens the customers that had it then, and no others.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.customers.models import Link
from bot.db import among, connection, id_list, in_dialect, unit_of_work
from bot.shop.models import Customer

Person = tuple[str, str, str]

SAME_ACCOUNT = """
SELECT own.id AS customer_id, other.id AS other_id FROM shop_customer own
JOIN shop_customer other ON other.source = own.source AND other.external_id = own.external_id
WHERE own.id {among} AND own.external_id <> ''"""
SAME_MAILBOX = """
SELECT own.id AS customer_id, other.id AS other_id FROM shop_customer own
JOIN shop_customer other ON other.email_key = own.email_key AND other.source = own.source
WHERE own.id {among} AND own.email_key <> '' AND own.external_id IS NULL AND other.external_id IS NULL"""


def person_of(customer: Customer) -> Person:
    """What customers of one person have in common; a customer without account and e-mail address is alone."""
    if customer.external_id:
        return customer.source, "account", customer.external_id
    if customer.email_key:
        return customer.source, "e-mail", customer.email_key
    return customer.source, "customer", str(customer.id)


async def same_person(customer_id: int) -> tuple[int, ...]:
    """The customer and all others of that person; the customer first."""
    customer = await Customer.get_or_none(id=customer_id)
    others = await _others(customer) if customer else ()
    return tuple(dict.fromkeys([customer_id, *(other.id for other in others)]))


async def persons_of(customer_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The customers of each one's person, itself included: for limits, never for what somebody is shown."""
    found = {customer_id: {customer_id} for customer_id in customer_ids}
    for statement in (SAME_ACCOUNT, SAME_MAILBOX):
        for row in await connection().execute_query_dict(
            in_dialect(statement.format(among=among())), [id_list(customer_ids)]
        ):
            found[row["customer_id"]].add(row["other_id"])
    return {customer_id: frozenset(others) for customer_id, others in found.items()}


async def chats_of_person(chat_id: int) -> tuple[int, ...]:
    """The chat, and every chat of whoever it stands for: what somebody says no to in one, they say in all."""
    linked = await Link.filter(chat_id=chat_id).values_list("customer_id", flat=True)
    everybody = frozenset[int]().union(*(await persons_of([int(str(id_)) for id_ in linked])).values())
    chats = await Link.filter(customer_id__in=everybody).order_by("id").values_list("chat_id", flat=True)
    return tuple(dict.fromkeys([chat_id, *(int(str(id_)) for id_ in chats)]))


@unit_of_work
async def follow_person(customer_id: int, *, now: datetime) -> None:
    """Let the chats that proved this person's mailbox see a customer that has come to be, at another postcode."""
    others = (await same_person(customer_id))[1:]
    proven = Link.filter(customer_id__in=others, proof="link") if others else Link.filter(id=0)
    chats = {int(str(chat_id)) for chat_id in await proven.values_list("chat_id", flat=True)}
    links = [Link(chat_id=chat_id, customer_id=customer_id, proof="link", linked_at=now) for chat_id in sorted(chats)]
    await Link.bulk_create(links, ignore_conflicts=True)


async def _others(customer: Customer) -> Sequence[Customer]:
    if customer.external_id:
        return await Customer.filter(source=customer.source, external_id=customer.external_id).order_by("id")
    if customer.email_key:
        own = {"source": customer.source, "email_key": customer.email_key, "external_id": None}
        return await Customer.filter(**own).order_by("id")
    return ()
