"""Typed questions against the shop database: what each one turns out to be."""

from datetime import date

import pytest

from bot.config import Settings
from bot.support.products_meant import ProductChoice, ProductFound
from bot.support.questions import answer
from bot.support.results import (
    Answer,
    HumanWanted,
    LinkFirst,
    NothingOpen,
    NotUnderstood,
    OrderChoice,
    OrderFound,
    UnknownOrder,
)
from tests.support.builders import a_customer, a_product, an_order, parcel
from tests.support.queries import counted_queries

TODAY = date(2026, 11, 6)


async def ask(text: str, *customer_ids: int) -> Answer:
    return await answer(text, customer_ids=customer_ids, today=TODAY)


async def test_ones_own_number_is_certain(database: Settings) -> None:
    erika = await a_customer()
    order = await an_order("1001", customer=erika)
    found = await ask("wo ist #1001?", erika.id)
    assert found == Answer(OrderFound(order.id, "1001"), "order_status", 1.0)
    assert found.outcome == "answer"


@pytest.mark.parametrize(
    "text", ["abcdef", "ABC-DEF?", "Bestellung ABCDEF", "wo ist abcdef", "order no. Abcdef please"]
)
async def test_a_number_without_digits_is_known_alone_or_announced(database: Settings, text: str) -> None:
    erika = await a_customer()
    found = await an_order("ABC-DEF", customer=erika)
    assert (await ask(text, erika.id)).result == OrderFound(found.id, "ABC-DEF")
    assert not isinstance((await ask(text, (await a_customer()).id)).result, OrderFound)


async def test_a_mere_word_in_a_sentence_is_no_number(database: Settings) -> None:
    erika = await a_customer()
    await an_order("wetter", customer=erika)
    assert (await ask("wie ist das wetter", erika.id)).result == NotUnderstood()


@pytest.mark.parametrize("text", ["TEEKANNE", "teekanne?"])
async def test_an_article_number_without_digits_is_known_alone(database: Settings, text: str) -> None:
    product = await a_product("TEEKANNE", name={"de": "Kanne für Tee"})
    assert (await ask(text)).result == ProductFound(product.id, "TEEKANNE")
    assert not isinstance((await ask("gibt es TEEKANNE morgen")).result, ProductFound)


async def test_two_of_ones_numbers_are_a_choice(database: Settings) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    await an_order("2002", customer=erika)
    found = await ask("1001 oder 2002?", erika.id)
    assert found.result == OrderChoice(("1001", "2002"))
    assert found.outcome == "did_you_mean"


@pytest.mark.parametrize("number", ["7777", "9999"])
async def test_foreign_and_missing_numbers_are_one_answer(database: Settings, number: str) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    await an_order("7777", customer=await a_customer())
    assert (await ask(f"wo ist {number}?", erika.id)).result == UnknownOrder(number)


async def test_a_slip_is_forgiven_only_among_ones_own(database: Settings) -> None:
    erika, other = await a_customer(), await a_customer()
    order = await an_order("1001", customer=erika)
    await an_order("5001", customer=other)
    assert (await ask("bestellung 1010", erika.id)).result == OrderFound(order.id, "1001", read_as_typo=True)
    assert (await ask("bestellung 1010", other.id)).result == UnknownOrder("1010")


async def test_the_only_open_order_needs_no_number(database: Settings) -> None:
    erika = await a_customer()
    await an_order("1000", customer=erika, parcels=[parcel("delivered")])
    order = await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    found = await ask("wo bleibt mein paket", erika.id)
    assert found.result == OrderFound(order.id, "1001")
    assert found.confidence >= 0.84


async def test_a_date_beside_the_question_is_no_order_number(database: Settings) -> None:
    erika = await a_customer()
    order = await an_order("1001", customer=erika)
    assert (await ask("wo ist mein paket vom 24.11.2026?", erika.id)).result == OrderFound(order.id, "1001")


async def test_several_open_orders_are_asked_about(database: Settings) -> None:
    erika = await a_customer()
    for number in ("1001", "1002"):
        await an_order(number, customer=erika, parcels=[parcel("in_transit")])
    assert (await ask("where is my order", erika.id)).result == OrderChoice(("1002", "1001"))


async def test_nothing_open_names_the_last_order(database: Settings) -> None:
    erika, new = await a_customer(), await a_customer()
    order = await an_order("1001", customer=erika, parcels=[parcel("delivered")])
    assert (await ask("où est ma commande", erika.id)).result == NothingOpen(order.id, "1001")
    assert (await ask("où est ma commande", new.id)).result == NothingOpen(None, None)


@pytest.mark.parametrize("text", ["1001", "wo ist mein paket", "bestellung 4711"])
async def test_unlinked_chats_link_first_whatever_exists(database: Settings, text: str) -> None:
    await an_order("1001")
    assert (await ask(text)).result == LinkFirst()


async def test_products_by_article_number_name_and_choice(database: Settings) -> None:
    lamp = await a_product("LAMPE-1", name={"de": "Tischlampe Nordlicht", "en": "Northern Light lamp"})
    red = await a_product("T1", name={"de": "Teekanne rot"})
    blue = await a_product("T2", name={"de": "Teekanne blau"})
    assert (await ask("lampe-1?")).result == ProductFound(lamp.id, "LAMPE-1")
    assert (await ask("was kostet die tischlampe nordlicht?")).result == ProductFound(lamp.id, "LAMPE-1")
    assert (await ask("do you have a northern light lamp")).result == ProductFound(lamp.id, "LAMPE-1")
    choice = await ask("teekanne")
    assert choice.result == ProductChoice((red.id, blue.id), ("T1", "T2"), "teekanne")
    assert choice.outcome == "did_you_mean"


async def test_people_and_nonsense(database: Settings) -> None:
    human, nonsense = await ask("I want to talk to a human"), await ask("wie ist das wetter")
    assert (human.result, human.outcome) == (HumanWanted(), "human")
    assert (nonsense.result, nonsense.outcome, nonsense.confidence) == (NotUnderstood(), "fallback", 0.0)


async def test_a_question_writes_nothing(database: Settings) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    with counted_queries() as statements:
        for text in ("1001", "wo ist mein paket", "9999", "lampe", "mensch"):
            await ask(text, erika.id)
    assert all(statement.lstrip().startswith("SELECT") for statement in statements)
