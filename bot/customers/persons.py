"""Who is one person though they are several customers: one account of the shop, or one mailbox, at several postcodes.

An order number with its proof opens one of these customers. What reached the person's own mailbox opens all.
"""

from collections.abc import Sequence

from bot.shop.models import Customer

Person = tuple[str, str, str]


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


async def _others(customer: Customer) -> Sequence[Customer]:
    if customer.external_id:
        return await Customer.filter(source=customer.source, external_id=customer.external_id).order_by("id")
    if customer.email_key:
        own = {"source": customer.source, "email_key": customer.email_key, "external_id": None}
        return await Customer.filter(**own).order_by("id")
    return ()
