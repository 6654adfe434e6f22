"""Whoever names an article of their own, or a parcel of a return, gets to where it is: bought, or given for another."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.shop.models import Customer, Line
from bot.support.products_meant import ProductFound
from bot.support.questions import answer
from bot.support.results import OrderChoice, OrderFound, ReturnWanted
from bot.support.returns_meant import ReturnFound
from tests.support.builders import TODAY, Item, a_customer, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON
from tests.support.stage import on_stage

CLOCK = {"de": "Wecker", "en": "Alarm clock", "fr": "Réveil", "lb": "Wecker"}
WHERE = {
    "de": ["Wo ist mein Wecker?", "wo bleibt der wecker", "Wann kommt der Wecker?", "ist der wecker schon da?"],
    "en": ["Where is my alarm clock?", "wheres the alarm clock", "when does my alarm clock arrive"],
    "fr": ["Où est mon réveil ?", "ou est le reveil", "Quand arrive mon réveil ?"],
    "lb": ["Wou ass mäi Wecker?", "wou bleift de wecker", "Wéini kënnt mäi Wecker?"],
}
BACK = {
    "de": "Wecker zurückgeben",
    "en": "return the alarm clock",
    "fr": "rendre le réveil",
    "lb": "Wecker zréckschécken",
}


async def asks(text: str, customer: Customer) -> Any:
    return (await answer(text, customer_ids=[customer.id], today=TODAY)).result


async def a_shop() -> Customer:
    """Erika has bought a lamp and, in another order, a pot; the shop has alarm clocks as well."""
    await a_product("CLOCK", name=CLOCK, stock=5, price=Decimal("20.00"), category="home")
    erika = await a_customer()
    await an_order("1001", customer=erika, lines=[Item("Lampe", 1, "20.00", "LAMP")])
    return erika


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_was_bought_leads_to_its_order(database: Settings, locale: Locale) -> None:
    erika = await a_shop()
    order = await an_order("1002", customer=erika, lines=[Item("Wecker", 1, "20.00", "CLOCK")])
    for text in WHERE[locale]:
        found = await asks(text, erika)
        assert isinstance(found, OrderFound), text
        assert found.order_id == order.id, text
    wanted = await asks(BACK[locale], erika)
    assert isinstance(wanted, ReturnWanted)
    assert (wanted.order_ids, wanted.follows) == ((order.id,), None)


async def test_of_several_orders_the_one_that_is_still_to_come_is_meant(database: Settings) -> None:
    erika = await a_shop()
    there = await an_order(
        "1002",
        customer=erika,
        lines=[Item("Wecker", 1, "20.00", "CLOCK")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
    )
    found = await asks("Wo ist mein Wecker?", erika)
    assert isinstance(found, OrderFound)
    assert found.order_id == there.id, "also one that is there: its card says since when"
    coming = [await an_order(n, customer=erika, lines=[Item("Wecker", 1, "20.00", "CLOCK")]) for n in ("1003", "1004")]
    found = await asks("Wo ist mein Wecker?", erika)
    assert isinstance(found, OrderChoice)
    assert set(found.numbers) == {order.number for order in coming}


@pytest.mark.parametrize(
    "text", ["Wecker", "Wann kommt der Wecker wieder?", "Wo kann ich den Wecker kaufen?", "Was kostet der Wecker?"]
)
async def test_questions_about_the_article_itself_stay_such(database: Settings, text: str) -> None:
    erika = await a_shop()
    await an_order("1002", customer=erika, lines=[Item("Wecker", 1, "20.00", "CLOCK")])
    assert not isinstance(await asks(text, erika), OrderFound | OrderChoice)


async def test_what_nobody_has_bought_is_a_product(database: Settings) -> None:
    assert isinstance(await asks("Wo ist mein Wecker?", await a_shop()), ProductFound)


async def exchanged(settings: Settings) -> tuple[Customer, int, int]:
    """Erika's pot went back, and an alarm clock has left for it under a number of its own."""
    erika = await a_shop()
    sent = [parcel(scan("delivered", at=DELIVERED))]
    order = await an_order(
        "1005", customer=erika, lines=[Item("Kanne", 1, "20.00", "POT")], parcels=sent, ship_country="DE"
    )
    line = await Line.get(order_id=order.id)
    piece = Piece(line.id, 1, "style", "CLOCK", Decimal("20.00"))
    wish = Wish(order_id=order.id, pieces=(piece,), way=Way.GOODWILL, outcome="exchange")
    here: dict[str, Any] = {"settings": settings, "now": SOON}
    made = await ask(wish, customer_ids=[erika.id], chat_id=7, locale="de", policy=DEFAULT, **here)
    label = NewLabel(code="X", tracking_number="RR 4711 0815 99", carrier="dhl")
    await send_label(made.id, label, by=Actor.STAFF, staff_id=501, policy=DEFAULT, **here)
    await settle(made.id, "exchange", tracking="0034 0434 77", staff_id=501, **here)
    return erika, order.id, made.id


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_was_given_leads_to_the_return_that_gave_it(database: Settings, locale: Locale) -> None:
    erika, order_id, return_id = await exchanged(database)
    for text in WHERE[locale]:
        found = await asks(text, erika)
        assert isinstance(found, ReturnFound), text
        assert found.return_id == return_id
    wanted = await asks(BACK[locale], erika)
    assert isinstance(wanted, ReturnWanted)
    assert (wanted.order_ids, wanted.follows) == ((order_id,), return_id)


@pytest.mark.parametrize("text", ["0034043477", "wo ist 0034 0434 77?", "RR4711081599", "Paket RR 4711 0815 99"])
async def test_the_numbers_of_its_parcels_lead_to_the_return(database: Settings, text: str) -> None:
    erika, _, return_id = await exchanged(database)
    found = await asks(text, erika)
    assert isinstance(found, ReturnFound)
    assert found.return_id == return_id
    assert not isinstance(await asks(text, await a_customer()), ReturnFound), "nobody else's"


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_was_given_is_chosen_on_the_screen(database: Settings, locale: Locale) -> None:
    erika, _, return_id = await exchanged(database)
    here: dict[str, Any] = {"settings": database, "now": SOON, "staff_id": 501}
    await receive(return_id, **here)
    await check(return_id, Finding(), policy=DEFAULT, **here)
    anna = await on_stage(database, Clock(SOON + timedelta(days=1) - datetime.now(UTC)), locale, owns=[erika])
    await anna.says(BACK[locale])
    anna.reads(plain(locale, "return-given-these"))
    anna.can_tap("☑️ Wecker · 1")
