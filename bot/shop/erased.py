"""Who was erased, known by digests alone: what the shop tells of their old orders makes nobody contactable again.

The orders stay because the law wants them kept, with their addresses, and are shown to nobody (`is_hidden`). An order
placed up to the erasure is theirs whenever it comes in; one placed later is a new relation with a new customer.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.db import unit_of_work
from bot.shop.models import Customer, ErasedIdentity, Order
from bot.shop.numbers import email_key
from bot.shop.rows import fetch, moment

ANYWHERE = "*"
BY_OWNER = "SELECT customer_id FROM shop_erased WHERE customer_id IN ?"
BY_DIGEST = "SELECT customer_id, digest, erased_at FROM shop_erased WHERE digest IN ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who a shop says has bought, when, and whom the order belongs to so far."""

    source: str
    external_id: str | None
    email_key: str | None
    postal_key: str
    placed_at: datetime
    customer_id: int | None


@unit_of_work
async def block_customers(customer_ids: Sequence[int], *, everywhere: bool, now: datetime) -> int:
    """Mark customers as erased and hide their orders; how many orders that were.

    To be called while their columns still tell who they are. `everywhere`: the whole person, also at postcodes that
    nobody has told yet; else only what goes to the postcodes of these customers.
    """
    for customer in await Customer.filter(id__in=customer_ids, erased_at=None):
        own = [
            ErasedIdentity(customer_id=customer.id, digest=each, erased_at=now) for each in _own(customer, everywhere)
        ]
        await ErasedIdentity.bulk_create(own)
    await Customer.filter(id__in=customer_ids, erased_at=None).update(erased_at=now)
    return await Order.filter(customer_id__in=customer_ids).update(is_hidden=True)


@unit_of_work
async def unknown_customer(source: str, *, external_id: str | None, email: str | None) -> int:
    """A customer of whom only that is known, so that they can be erased before their orders ever come in."""
    key = email_key(email)
    made = await Customer.create(source=source, external_id=external_id, email=email, email_key=key)
    return int(made.id)


async def is_erased(customer_id: int | None) -> bool:
    """Whether this customer was erased; their orders are blocked."""
    return customer_id is not None and await Customer.filter(id=customer_id, erased_at__not_isnull=True).exists()


async def blocked_owners(buyers: Sequence[Buyer]) -> list[int | None]:
    """For each the erased customer whose order it is, None for everybody else's; three reads at most."""
    if not await fetch("SELECT 1 FROM shop_erased LIMIT 1"):
        return [None] * len(buyers)
    current = sorted({buyer.customer_id for buyer in buyers if buyer.customer_id})
    erased = {row["customer_id"] for row in await fetch(BY_OWNER, current)}
    digests = sorted({each for buyer in buyers for each in _told(buyer)})
    by_digest = {
        row["digest"]: (row["customer_id"], moment(row["erased_at"])) for row in await fetch(BY_DIGEST, digests)
    }
    return [buyer.customer_id if buyer.customer_id in erased else _match(buyer, by_digest) for buyer in buyers]


def _match(buyer: Buyer, by_digest: dict[str, tuple[int, datetime | None]]) -> int | None:
    for digest in _told(buyer):
        customer_id, erased_at = by_digest.get(digest, (None, None))
        if erased_at and buyer.placed_at <= erased_at:
            return customer_id
    return None


def _own(customer: Customer, everywhere: bool) -> Iterator[str]:
    """One that nobody could be told apart by still has a digest: its row says that it is erased."""
    yield _digest(customer.source, "customer", str(customer.id), "")
    for kind, value in (("account", customer.external_id), ("e-mail", customer.email_key)):
        if value:
            yield _digest(customer.source, kind, value, ANYWHERE if everywhere else customer.postal_key)


def _told(buyer: Buyer) -> Iterator[str]:
    for kind, value in (("account", buyer.external_id), ("e-mail", buyer.email_key)):
        if value:
            yield _digest(buyer.source, kind, value, buyer.postal_key)
            yield _digest(buyer.source, kind, value, ANYWHERE)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(("bote.erased", *parts)).encode()).hexdigest()
