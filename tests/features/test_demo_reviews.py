"""The demo's products have reviews that everybody reads, and one that waits for the staff."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.community.review_models import Review
from bot.community.review_shown import list_shown, rated
from bot.config import Settings
from bot.demo.reviews import fill_in_reviews
from bot.demo.seeding import open_shop
from bot.outbox.models import Push
from bot.shop.models import Product

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
GROUP = -1001


async def test_reviews_are_there_once_without_news_and_one_waits_to_be_read(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": GROUP, "default_locale": "de"})
    await open_shop(now=MORNING, zone=ZoneInfo("Europe/Berlin"), pages="http://127.0.0.1:8080/demo")
    before = await Push.all().count()

    for _ in range(2):
        await fill_in_reviews(settings, opened_at=MORNING, now=MORNING)

    teapot = await Product.get(sku="DL-TEAPOT")
    found = await rated(teapot.id)
    assert found
    assert (found.count, found.mean, found.texts) == (2, 4.5, 2)
    assert all(each.words for each in await list_shown(teapot.id, limit=9))
    assert await Review.filter(status="waiting").count() == 1
    assert await Push.all().count() - before == 1
    assert await Push.filter(chat_id=GROUP).count() == 1
