"""What customers of the demo say of what they bought; one review waits for a visitor who looks at it as the staff."""

import tomllib
from datetime import datetime
from typing import Any

from bot.community.review_desk import decide
from bot.community.review_models import Review
from bot.community.reviews import rate, write
from bot.config import Settings
from bot.demo.content import SHOP, find_team, list_seats
from bot.shop.models import Customer, Product


async def fill_in_reviews(settings: Settings, *, opened_at: datetime, now: datetime) -> None:
    """When the demo opens; a second time changes nothing."""
    if await Review.all().exists():
        return
    unread = settings.model_copy(update={"staff_chat_id": None})  # what was read long ago has no card any more
    for told in tomllib.loads((SHOP / "reviews.toml").read_text("utf-8"))["reviews"]:
        seat = next(each for each in list_seats() if each.customer == told["customer"])
        customer, product = await Customer.get(external_id=seat.customer), await Product.get(sku=told["sku"])
        who: dict[str, Any] = {"chat_id": seat.id, "customer_ids": [customer.id], "locale": seat.language}
        review = await rate(product.id, told["stars"], **who, settings=settings, now=opened_at)
        if told.get("waits"):
            await write(product.id, told["words"], photo=None, **who, settings=settings, now=now)
        elif "words" in told:
            await write(product.id, told["words"], photo=None, **who, settings=unread, now=opened_at)
            about: dict[str, Any] = {"staff_id": find_team().id, "settings": settings, "now": opened_at}
            version = (await Review.get(id=review.id)).version
            await decide(review.id, version, None, **about, is_news=False)
