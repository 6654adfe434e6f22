"""A coupon, and what goes well with it, days after an order: advertising for who wants it, no service message."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.broadcasts.automatic import mind_automatic, switch_on
from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import create
from bot.broadcasts.expanding import mind_campaigns
from bot.config import Settings
from bot.customers.holds import open_hold
from bot.outbox.models import Push
from tests.support.builders import a_customer, a_product, an_order
from tests.support.chat import Person
from tests.support.offer_desk import marketer, noon_of_a_wednesday
from tests.support.offers import consents
from tests.support.staffed import Shop, eventually, open_shop, seen

DAY = timedelta(days=1)


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    async with open_shop(database, noon_of_a_wednesday()) as shop:
        yield shop


async def buyer(shop: Shop, name: str, *, agrees: bool = True, in_trouble: bool = False) -> Person:
    """Their order will have been a fortnight ago tomorrow, a Thursday."""
    owner, now = await a_customer(), shop.town.clock.now()
    await an_order(customer=owner, placed_at=now - 13 * DAY)
    person = await shop.town.customer("de", owns=[owner], name=name)
    await person.says("/start")
    if agrees:
        await consents(person.id, now=now)
    if in_trouble:
        await open_hold(owner.id, reason="return", subject="return:1", now=now)
    return person


async def test_both_ideas_come_to_who_wants_them_once_and_within_the_budget(shop: Shop) -> None:
    settings, now = shop.town.settings, shop.town.clock.now()
    kettle = await a_product(name={"de": "Kanne"})
    mia = await marketer(shop, "Mia")
    anna = await buyer(shop, "Anna")
    left_alone = [await buyer(shop, "Ben", agrees=False), await buyer(shop, "Rita", in_trouble=True)]
    ideas = {
        "coupon": ("Ein Gutschein für Sie", Button("aaaa1111", "coupon", "DANKE10", {"de": "Code kopieren"})),
        "goes_well": ("Dazu passt eine Kanne", Button("bbbb2222", "product", str(kettle.id), {"de": "Ansehen"})),
    }
    for key, (text, button) in ideas.items():
        draft = await create(key, author_id=mia.id, now=now, texts={"de": text}, missing="fallback", buttons=[button])
        await switch_on(key, campaign_id=draft, days=14, by=mia.id, settings=settings, now=now)

    async def day() -> None:
        shop.town.clock.advance(DAY)
        await mind_automatic(settings, now=shop.town.clock.now())
        await mind_campaigns(settings, now=shop.town.clock.now())
        await eventually(_nobody_waits_to_be_judged)

    await day()
    texts = [text for text, _ in ideas.values()]
    await eventually(partial(_one_of, anna, texts))
    # Both were due on the same day, and one advertising message a day is all that anybody gets.
    assert await Push.filter(chat_id=anna.id, purpose="offer", status="waiting", why="contact_day").count() == 1

    shop.town.clock.advance(DAY)
    for text in texts:
        await eventually(partial(seen, anna, text))
    anna.is_offered("Keine Angebote mehr")
    for _ in range(3):
        await day()
    assert [await seen(anna, text, times=2) for text in texts] == [False, False]
    for person in left_alone:
        assert [await seen(person, text) for text in texts] == [False, False]
    assert await Push.filter(chat_id=left_alone[1].id, purpose="offer", why="hold_return").count() == 2


async def _one_of(person: Person, texts: list[str]) -> bool:
    return [await seen(person, text) for text in texts].count(True) == 1


async def _nobody_waits_to_be_judged() -> bool:
    return not await Push.filter(purpose="offer", status="waiting", why=None).exists()
