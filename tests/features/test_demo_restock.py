"""The demo's product that comes back: whoever has asked is told, and a start on another port takes nothing away."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.clock import Clock, real_now
from bot.config import LOCALES, Settings
from bot.demo.announcing import announced
from bot.demo.facts import Opening
from bot.demo.seeding import open_shop
from bot.demo.story import tell_story
from bot.outbox.models import Push
from bot.shop.models import Product
from bot.support.models import StockWish
from bot.support.stock_wishes import wish
from tests.support.demo import ANNA, open_world

OPENING = Opening(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), ZoneInfo("Europe/Berlin"), "http://127.0.0.1:8080/demo")


def test_the_panel_names_what_comes_back_in_each_language() -> None:
    [turn] = [turn for turn in tell_story(OPENING) if turn.what == "back"]
    told = announced(turn)
    assert told["what"] == "Item DL-BELL: back in stock"
    assert set(told["texts"]) == set(LOCALES)
    assert "Fahrradklingel" in told["texts"]["de"]


async def test_who_waits_for_it_is_told_when_the_world_gets_there(database: Settings, clock: Clock) -> None:
    pages = "http://127.0.0.1:8080/demo"
    opening = await open_shop(now=clock.now(), zone=database.time_zone, pages=pages)
    bell = await Product.get(sku="DL-BELL")
    assert bell.stock == 0
    await wish(ANNA, bell.id, now=clock.now())
    restock = [turn for turn in tell_story(opening) if turn.what == "back"]
    async with open_world(database, clock, restock) as world:
        await world.advance({"advance": "next"})
        await world.advance({"advance_seconds": 3_600})
    pushed = await Push.filter(chat_id=ANNA, purpose="requested")
    assert ["Kling" in str(push.params) for push in pushed] == [True]
    assert await StockWish.filter(push_id=None).count() == 0

    await open_shop(now=real_now(), zone=database.time_zone, pages="http://127.0.0.1:9090/demo")
    assert (await Product.get(sku="DL-BELL")).stock == 12
