"""Reviews in tests: somebody who has bought a mug and got it, and what they say of it."""

from typing import Any

from bot.community.review_models import Review
from bot.community.reviews import OwnReview, rate, write
from bot.config import Locale, Settings
from bot.shop.models import Customer, Order, Product
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

CHAT = 7


async def a_mug() -> Product:
    found = await Product.get_or_none(sku="BECHER")
    return found or await a_product(name={"de": "Becher <1>", "en": "Mug", "fr": "Tasse", "lb": "Becher"})


async def a_buyer(number: str | None = None, *, status: str = "delivered", **options: Any) -> tuple[Customer, Order]:
    """A customer of their own, whose order of two mugs stands like that."""
    customer = await a_customer()
    order = await an_order(
        number,
        customer=customer,
        lines=[Item(quantity=2)],
        parcels=[parcel(scan(status, at=DELIVERED))],
        **options,
    )
    return customer, order


async def a_review(
    customer: Customer, stars: int, words: str | None = None, *, settings: Settings, photo: str | None = None,
    chat_id: int = CHAT, locale: Locale = "de",
) -> OwnReview:  # fmt: skip
    """Of the mug."""
    who: dict[str, Any] = {"chat_id": chat_id, "customer_ids": [customer.id], "locale": locale}
    who |= {"settings": settings, "now": SOON}
    mug = await a_mug()
    review = await rate(mug.id, stars, **who)
    if words or photo:
        review = await write(mug.id, words, photo=photo, **who)
    return review


async def version_of(review: OwnReview) -> int:
    return int((await Review.get(id=review.id)).version)
