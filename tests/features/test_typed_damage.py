"""What came damaged and what is wished for it, in one sentence: the return begins with both chosen already."""

from datetime import UTC, datetime

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from bot.shop.models import Customer, Order
from bot.support.questions import answer
from bot.support.results import OrderChoice, ReturnWanted
from bot.support.returns_meant import MoneyAwaited
from tests.support.builders import TODAY, Item, a_customer, a_product, a_return, an_order, parcel, scan
from tests.support.returns import DELIVERED
from tests.support.stage import on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
POT = Item("Teekanne", 1, "40.00", "TEAPOT")
LAMP = Item("Tischlampe", 1, "20.00", "LAMP")
MONEY = {
    "en": "my teapot arrived damaged, I want my money back",
    "de": "Meine Teekanne kam kaputt an, ich will mein Geld zurück",
    "fr": "Ma théière est arrivée cassée, je veux être remboursée",
    "lb": "Meng Téikan ass futti ukomm, ech wëll meng Suen zréck",
}
AGAIN = {
    "en": "The teapot came in pieces, please send me a new one",
    "de": "Die Teekanne ist zerbrochen, ich hätte gern Ersatz",
    "fr": "La théière est abîmée, je voudrais un remplacement",
    "lb": "D'Téikan ass gebrach, ech wëll Ersatz",
}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - datetime.now(UTC))


async def bought(number: str = "1002", customer: Customer | None = None, status: str = "delivered") -> Order:
    names = {"de": "Teekanne", "en": "Teapot", "fr": "Théière", "lb": "Téikan"}
    if number == "1002":
        await a_product("TEAPOT", name=names)
    owner = customer or await a_customer()
    parcels = [parcel(scan(status, at=DELIVERED))]
    return await an_order(number, lines=[POT, LAMP], parcels=parcels, customer=owner, ship_country="DE")


@pytest.mark.parametrize("locale", LOCALES)
async def test_item_damage_and_money_in_one_sentence_need_no_question_but_the_photo(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    owner = await a_customer()
    await bought(customer=owner)
    anna = await on_stage(database, clock, locale, owns=[owner])
    await anna.says(MONEY[locale])
    assert [button for button in anna.buttons if "☑" in button]
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    anna.reads(plain(locale, "return-details-photos").splitlines()[0])
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    anna.reads(plain(locale, "return-why-defective"), "40")
    anna.can_tap(plain(locale, "return-send-button"))


async def test_what_is_said_to_have_come_damaged_is_here_whatever_the_carrier_tells(
    database: Settings, clock: Clock
) -> None:
    owner = await a_customer()
    await bought(customer=owner, status="in_transit")
    anna = await on_stage(database, clock, "en", owns=[owner])
    await anna.says(MONEY["en"])
    await anna.taps(plain("en", "withdraw-chosen-button"))
    anna.reads(plain("en", "return-details-photos").splitlines()[0])


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_same_again_is_understood_as_well(database: Settings, locale: Locale) -> None:
    order = await bought()
    told = await answer(AGAIN[locale], customer_ids=[order.customer_id or 0], today=TODAY)
    assert isinstance(told.result, ReturnWanted)
    assert told.result.wished is not None
    assert (told.result.order_ids, told.result.wished.outcome) == ((order.id,), "replacement")


async def test_of_several_orders_it_is_the_one_that_has_arrived_or_the_customer_says_which(database: Settings) -> None:
    order = await bought()
    owner = await Customer.get(id=order.customer_id)
    await bought("1003", owner, "in_transit")
    told = await answer(MONEY["en"], customer_ids=[owner.id], today=TODAY)
    assert isinstance(told.result, ReturnWanted)
    assert told.result.order_ids == (order.id,)

    await bought("1004", owner)
    told = await answer(MONEY["en"], customer_ids=[owner.id], today=TODAY)
    assert isinstance(told.result, OrderChoice)
    assert set(told.result.numbers) == {"1002", "1004"}

    told = await answer("1003: teapot damaged, refund please", customer_ids=[owner.id], today=TODAY)
    assert isinstance(told.result, ReturnWanted)


@pytest.mark.parametrize(
    "text",
    [
        "my teapot was not damaged, where is my refund?",
        "wenn die Teekanne kaputt ankommt, bekomme ich mein Geld zurück?",
        "où est mon remboursement pour la théière cassée ?",
    ],
)
async def test_what_may_be_broken_or_is_not_begins_no_return(database: Settings, text: str) -> None:
    order = await bought()
    told = await answer(text, customer_ids=[order.customer_id or 0], today=TODAY)
    assert not isinstance(told.result, ReturnWanted), text


async def test_money_for_what_is_in_a_return_already_is_waited_for(database: Settings) -> None:
    order = await bought()
    await a_return(order)
    told = await answer(MONEY["de"], customer_ids=[order.customer_id or 0], today=TODAY)
    assert isinstance(told.result, MoneyAwaited)
