"""What a person sees before a chat is linked: enough to say "yes, that is me", nothing that tells a stranger."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.customers.masking import mask_address, mask_email, mask_name, mask_phone
from bot.customers.models import Link
from bot.shop.models import Customer, Order


@dataclass(frozen=True, slots=True)
class MaskedAccount:
    """One customer as a stranger may see it; None where the shop knows nothing.

    `customer_id` is None for an order nobody is noted for: it gets a customer of its own when it is linked.
    """

    customer_id: int | None
    name: str | None
    email: str | None
    phone: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class LinkOffer:
    """What would be linked; `order_id` is the order the link or the proof was about, if it was about one."""

    accounts: tuple[MaskedAccount, ...]
    order_id: int | None
    order_number: str | None
    already_linked: bool


async def offer_order(order: Order, *, chat_id: int | None) -> LinkOffer:
    """The offer to link whoever bought this order."""
    customer = await Customer.get_or_none(id=order.customer_id)
    return LinkOffer(
        accounts=(mask_account(customer, order),),
        order_id=order.id,
        order_number=order.number,
        already_linked=await is_linked(chat_id, order.customer_id),
    )


async def offer_customers(customers: Sequence[Customer]) -> LinkOffer:
    """The offer to link all these customers, who are one person by their telephone number."""
    accounts = [mask_account(customer, await last_order(customer.id)) for customer in customers]
    return LinkOffer(accounts=tuple(accounts), order_id=None, order_number=None, already_linked=False)


def mask_account(customer: Customer | None, order: Order | None) -> MaskedAccount:
    """A customer and where their order went, masked."""
    known_name = customer.name if customer else None
    return MaskedAccount(
        customer_id=customer.id if customer else None,
        name=mask_name(known_name or (order.ship_name if order else None)),
        email=mask_email(customer.email if customer else None),
        phone=mask_phone(customer.phone if customer else None),
        address=mask_order_address(order),
    )


def mask_order_address(order: Order | None) -> str | None:
    """Where an order went, masked; None where it went nowhere."""
    if order is None:
        return None
    return mask_address(
        street=order.ship_street, postal_code=order.ship_postal_code, city=order.ship_city, country=order.ship_country
    )


async def last_order(*customer_ids: int) -> Order | None:
    """The newest order of these customers."""
    return await Order.filter(customer_id__in=customer_ids).order_by("-placed_at", "-id").first()


async def is_linked(chat_id: int | None, *customer_ids: int | None) -> bool:
    """Whether this chat may see the orders of all these customers."""
    if chat_id is None or None in customer_ids:
        return False
    return await Link.filter(chat_id=chat_id, customer_id__in=customer_ids).count() == len(customer_ids)
