"""Who bought and where it goes, in our columns, from whatever fields a platform has for them."""

from collections.abc import Iterable

from bot.shop.incoming import IncomingCustomer

LONGEST_STREET = 256


def ship_to(
    *, name: str | None, street: Iterable[str | None], postal_code: str | None, city: str | None, country: str | None
) -> dict[str, str | None]:
    """The columns of an order's address; `street` comes in as many lines as the platform has."""
    return {
        "ship_name": name,
        "ship_street": ", ".join(filter(None, street))[:LONGEST_STREET] or None,
        "ship_postal_code": postal_code,
        "ship_city": city,
        "ship_country": country,
    }


def somebody(told: IncomingCustomer) -> IncomingCustomer | None:
    """The customer, unless nothing is told by which they could be found again."""
    return told if told.external_id or told.email or told.phone else None
