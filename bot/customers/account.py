"""What the shop knows about the person in the chat, for the one place where they can look it up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.customers.masking import mask_email, mask_phone
from bot.customers.models import Link
from bot.customers.offers import last_order, mask_order_address
from bot.customers.persons import Person, person_of
from bot.customers.profile import Profile
from bot.shop.models import Customer, Order
from bot.shop.numbers import email_key


@dataclass(frozen=True, slots=True)
class LinkedCustomer:
    """One person linked to the chat, at all their linked postcodes: the name as noted, the rest masked.

    None where the shop knows nothing. `customer_id` is the first linked of the person's customers.
    `payment` is the number and the payment method of the newest order; `chats` counts this chat too.
    """

    customer_id: int
    name: str | None
    email: str | None
    phone: str | None
    address: str | None
    order_count: int
    payment: tuple[str, str] | None
    chats: int


@dataclass(frozen=True, slots=True)
class Account:
    customers: tuple[LinkedCustomer, ...]


async def describe_account(profile: Profile) -> Account:
    """Everybody this chat is linked to, in the order of linking."""
    customers = {customer.id: customer for customer in await Customer.filter(id__in=profile.customer_ids)}
    persons: dict[Person, list[Customer]] = {}
    for own in profile.customer_ids:
        if customer := customers.get(own):
            persons.setdefault(person_of(customer), []).append(customer)
    return Account(tuple([await _describe(rows) for rows in persons.values()]))


async def _describe(customers: Sequence[Customer]) -> LinkedCustomer:
    ids = [customer.id for customer in customers]
    order = await last_order(*ids)
    chats = await Link.filter(customer_id__in=ids).values_list("chat_id", flat=True)
    return LinkedCustomer(
        customer_id=ids[0],
        name=_first(customer.name for customer in customers) or (order.ship_name if order else None),
        email=mask_email(_first(customer.email for customer in customers)),
        phone=mask_phone(_first(customer.phone for customer in customers)),
        address=mask_order_address(order),
        order_count=await Order.filter(customer_id__in=ids).count(),
        payment=(order.number, order.payment_method) if order and order.payment_method else None,
        chats=len(set(chats)),
    )


def _first(told: Iterable[str | None]) -> str | None:
    return next((text for text in told if text), None)


async def has_mail(mail: str, customer_ids: Sequence[int]) -> bool:
    """Whether it is the address of one of these customers, however it is written."""
    key = email_key(mail)
    return bool(key and customer_ids) and await Customer.filter(id__in=list(customer_ids), email_key=key).exists()
