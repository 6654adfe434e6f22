"""Staff give an unhappy customer points or a code from the case; the customer reads why, and finds it again."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.loyalty.coupons import give_code
from bot.loyalty.ledger import balance_of
from bot.shop.models import Customer
from bot.tickets.cases import NewCase, open_case
from bot.tickets.models import Case, CaseGoodwill
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import Json


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nobody is told."""
    now = real_now()
    return Clock(now.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0) + timedelta(days=1) - now)


async def at_desk(shop: Shop, link: str) -> Person:
    """Mia follows a link into her private chat with the bot."""
    mia = Person(shop.town, shop.mia)
    await mia.says("/language")
    await mia.taps("Deutsch")
    await mia.says(f"/start {link}")
    return mia


async def unhappy(shop: Shop) -> tuple[Person, Customer, Json]:
    """Anna has said in a survey that she is not satisfied; the card of her case in the group."""
    erika = await a_customer()
    order = await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await shop.town.customer("de", owns=[erika])
    await anna.says("/start")
    new = NewCase(
        cause="detractor", once="survey:1", chat_id=anna.id, customer_id=erika.id, order_id=order.id, rating="1/5"
    )
    await open_case(new, settings=shop.town.settings, now=shop.town.clock.now())
    return anna, erika, await shop.card()


async def test_points_from_the_card_are_looked_at_given_once_and_explained(shop: Shop) -> None:
    anna, erika, card = await unhappy(shop)
    [link] = [key["url"] for row in card["reply_markup"]["inline_keyboard"] for key in row if "Kulanz" in key["text"]]
    mia = await at_desk(shop, link.partition("start=")[2])
    mia.reads("Was bekommt die Person?", "noch 100 Punkte geben")
    await mia.taps("50 Punkte")
    mia.reads("🎁 50 Punkte", "Die Person erfährt davon")
    message_id, data = mia.data_of("Geben")
    await asyncio.gather(*(mia.taps_data(message_id, data) for _ in range(3)))
    await shop.town.settle()
    await mia.looks()
    mia.reads("Fall", "Kümmert sich: Mia")

    await eventually(lambda: seen(anna, "haben Sie 50 Punkte mehr auf Ihrem Konto"))
    await shop.card("🎁 50 Punkte ✓ Zugestellt")
    assert (await balance_of([erika.id], now=shop.town.clock.now())).available == 50
    await anna.says("/start")
    await anna.taps("Punkte")
    anna.reads("Sie haben 50 Punkte", "als Entschuldigung zu Bestellung 1001")


async def test_a_code_is_typed_checked_and_found_again_by_the_customer(shop: Shop) -> None:
    anna, _, _ = await unhappy(shop)
    mia = await at_desk(shop, f"goodwill_{(await Case.get()).id}")
    await mia.taps("Ein Code")
    await mia.says("nicht so")
    mia.reads("Das ist kein Code")
    await mia.says("SORRY-10")
    mia.reads("Code SORRY-10")
    await give_code(await other_customer(), "TAKEN-1", source="x", reason="goodwill", now=shop.town.clock.now())
    await mia.taps("Zurück")
    await mia.taps("Ein Code")
    await mia.says("taken-1")
    mia.reads("Diesen Code hat schon jemand bekommen")
    await mia.says(" SORRY-10 ")
    await mia.says("Für die nächste Bestellung")

    await eventually(lambda: seen(anna, "SORRY-10"))
    await anna.looks()
    anna.has_read("SORRY-10", "Für die nächste Bestellung")
    await anna.says("/start")
    await anna.taps("Punkte")
    anna.reads("Ihre Codes", "SORRY-10", "als Entschuldigung")


async def other_customer() -> int:
    return int((await a_customer()).id)


async def test_the_first_word_of_a_sentence_is_no_code(shop: Shop) -> None:
    _, _, card = await unhappy(shop)
    await shop.replies(shop.mia, "/goodwill Entschuldigung, das war unser Fehler", card)
    await shop.sees(lambda message: "Schreiben Sie /goodwill 50" in message.get("text", ""))
    assert await CaseGoodwill.all().count() == 0


async def test_a_line_in_the_group_gives_and_neither_an_edit_nor_a_stranger_gives_more(shop: Shop) -> None:
    anna, erika, card = await unhappy(shop)
    await shop.replies(shop.tom, "/goodwill 100", card)
    typed = await shop.replies(shop.mia, "/goodwill 30 Das tut uns leid", card)
    await eventually(lambda: seen(anna, "30 Punkte"))
    await shop.edits(shop.mia, typed, "/goodwill 300")
    await shop.replies(shop.mia, "/goodwill", card)
    await shop.sees(lambda message: "Schreiben Sie /goodwill 50" in message.get("text", ""))
    await shop.replies(shop.mia, "/goodwill 71", card)
    await shop.sees(lambda message: "mehr, als in diesem Fall" in message.get("text", ""))
    assert (await balance_of([erika.id], now=shop.town.clock.now())).available == 30
    assert await CaseGoodwill.all().count() == 1
