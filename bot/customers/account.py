"""What the shop knows about the person in the chat, for the one place where they can look it up."""

from dataclasses import dataclass

from bot.customers.masking import mask_email, mask_phone
from bot.customers.models import Link
from bot.customers.offers import last_order, mask_order_address
from bot.customers.profile import Profile
from bot.shop.models import Customer, Order


@dataclass(frozen=True, slots=True)
class LinkedCustomer:
    """One customer linked to the chat: the name as noted, the rest masked; None where the shop knows nothing.

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
    linked = [await _describe(customers[own]) for own in profile.customer_ids if own in customers]
    return Account(tuple(linked))


async def _describe(customer: Customer) -> LinkedCustomer:
    order = await last_order(customer.id)
    return LinkedCustomer(
        customer_id=customer.id,
        name=customer.name or (order.ship_name if order else None),
        email=mask_email(customer.email),
        phone=mask_phone(customer.phone),
        address=mask_order_address(order),
        order_count=await Order.filter(customer_id=customer.id).count(),
        payment=(order.number, order.payment_method) if order and order.payment_method else None,
        chats=await Link.filter(customer_id=customer.id).count(),
    )
