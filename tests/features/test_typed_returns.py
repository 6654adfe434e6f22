"""What customers type about returns and money leads to the return, the list or the day: the real dispatcher answers."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import Money, plain
from bot.returns.models import ReturnPayment
from bot.shop.models import Customer, Refund
from bot.support.questions import answer
from bot.support.results import LinkFirst
from bot.support.returns_meant import ReturnFound, UnknownReturn
from tests.support.builders import TODAY, a_customer, a_return, an_order
from tests.support.returns import a_delivered_order
from tests.support.stage import Stage, on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
MONEY = {
    "de": "Wo ist mein Geld?",
    "en": "Where is my money?",
    "fr": "Où est mon argent ?",
    "lb": "Wou sinn meng Suen?",
}
WHEN = {"de": "Wann?", "en": "when?", "fr": "quand ?", "lb": "wéini?"}
ORDERS = {"de": "meine Bestellungen", "en": "my orders", "fr": "mes commandes", "lb": "meng Bestellungen"}
RETURNS = {"de": "meine Rückgaben", "en": "my returns", "fr": "mes retours", "lb": "meng Retouren"}


@pytest.fixture
def clock() -> Clock:
    now = datetime.now(UTC)
    return Clock(NOON - now)


async def sends_back(settings: Settings, clock: Clock, locale: Locale = "de", **columns: Any) -> tuple[Stage, int]:
    """Anna with an order that goes back, and one that does not."""
    erika = await a_customer()
    order, _ = await a_delivered_order("1002", customer=erika)
    made = await a_return(order, **({"number": "R-7K3F9"} | columns))
    await an_order("1001", customer=erika)
    return await on_stage(settings, clock, locale, owns=[erika]), made


@pytest.mark.parametrize(
    "text", ["R-7K3F9", "wo ist r-7k3f9?", "r 7k3f9", "Rückgabe R7K3F9", "7K3F9", "was ist mit R-7K3F8"]
)
async def test_the_number_of_a_return_opens_its_card(database: Settings, clock: Clock, text: str) -> None:
    anna, _ = await sends_back(database, clock)
    await anna.says(text)
    anna.reads("R-7K3F9", "1002", plain("de", "return-state-label_sent"))
    anna.can_tap(plain("de", "return-cancel-button"))


async def test_nobody_elses_return_is_found_or_guessed_at(database: Settings, clock: Clock) -> None:
    await sends_back(database, clock)
    ben = await a_customer()
    for text, number in (("R-7K3F9", "R-7K3F9"), ("R-7K3F8", "R-7K3F8")):
        found = await answer(text, customer_ids=[ben.id], today=TODAY)
        assert found.result == UnknownReturn(number)
    assert (await answer("R-7K3F9", customer_ids=[], today=TODAY)).result == LinkFirst()
    assert not isinstance((await answer("7K3F9", customer_ids=[ben.id], today=TODAY)).result, ReturnFound)


@pytest.mark.parametrize("locale", LOCALES)
async def test_an_unknown_number_is_said_above_ones_own_returns(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna, _ = await sends_back(database, clock, locale)
    await anna.says("R-99999")
    anna.reads(plain(locale, "question-return-unknown", number="R-99999"))
    anna.can_tap("R-7K3F9")


async def test_an_order_that_is_called_like_a_return_is_the_order(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    await an_order("R-12345", customer=erika)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("R-12345")
    anna.reads("Bestellung R-12345")


@pytest.mark.parametrize("locale", LOCALES)
async def test_my_orders_and_my_returns_are_lists(database: Settings, clock: Clock, locale: Locale) -> None:
    anna, _ = await sends_back(database, clock, locale)
    await anna.says(ORDERS[locale])
    anna.can_tap("1001", "1002")
    await anna.says(RETURNS[locale])
    anna.reads(plain(locale, "return-list"))
    anna.can_tap("R-7K3F9")
    ben = await on_stage(database, clock, locale, name="Ben")
    for said in (ORDERS[locale], RETURNS[locale]):
        await ben.says(said)
        ben.reads(plain(locale, "question-link-first"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_where_the_money_is_says_for_which_return_how_much_and_by_when(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    declared = NOON - timedelta(days=3)
    anna, _ = await sends_back(database, clock, locale, way="withdrawal", status="approved", declared_at=declared)
    await anna.says(MONEY[locale])
    due = (declared + timedelta(days=14)).date()
    clocks = plain(locale, "return-clock", day=due)
    anna.reads("R-7K3F9", plain(locale, "return-state-declared"), clocks)
    anna.reads(plain(locale, "return-brings-refund", total=Money(Decimal("30.00"), "EUR")))
    await anna.says(WHEN[locale])
    anna.reads("R-7K3F9", clocks)
    anna.does_not_read(plain(locale, "question-arrives-unknown"))
    anna.can_tap("R-7K3F9")


async def test_when_stays_with_the_money_although_an_order_was_talked_about_before(
    database: Settings, clock: Clock
) -> None:
    anna, _ = await sends_back(database, clock)
    for before in ("1002", "Wo ist mein Geld?"):
        await anna.says(before)
    await anna.says("Wann?")
    anna.reads("R-7K3F9", plain("de", "money-day-open"))
    await anna.says("Wann kommt das Paket?")
    anna.does_not_read("R-7K3F9")


async def test_when_on_the_card_of_a_return_is_about_its_money_alone(database: Settings, clock: Clock) -> None:
    anna, _ = await sends_back(database, clock)
    order, _ = await a_delivered_order("1003", customer=await Customer.get())
    await a_return(order, number="R-22222", status="inspected")
    await anna.says("R-22222")
    await anna.says("wann?")
    anna.reads("R-22222", plain("de", "money-day-checked"))
    anna.does_not_read("R-7K3F9")


async def test_what_was_paid_is_told_with_its_day_and_nothing_is_told_of_nothing(
    database: Settings, clock: Clock
) -> None:
    anna, made = await sends_back(database, clock, status="refunded")
    await ReturnPayment.create(
        request_id=made, kind="refund", amount=Decimal("30.00"), currency="EUR", once="x", at=NOON - timedelta(days=2)
    )
    await anna.says("Wo ist mein Geld?")
    anna.reads("30,00 € für Bestellung 1002", "7. November", plain("de", "money-bank"))
    ben = await on_stage(database, clock, owns=[await a_customer()], name="Ben")
    await ben.says("Wo ist mein Geld?")
    ben.reads(plain("de", "money-none"))


async def test_a_refund_that_only_the_shop_told_of_is_told_once(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    order = await an_order("1007", customer=erika, status="refunded")
    at = NOON - timedelta(days=20)
    for number, total in (("1", Decimal("19.90")), ("2", Decimal(0))):
        await Refund.create(order_id=order.id, external_id=number, amount=total, refunded_at=at)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("Wo ist mein Geld?")
    anna.reads("19,90 € für Bestellung 1007", "20. Oktober")
    anna.does_not_read(plain("de", "money-bank"), "0,00")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"status": "requested"}, "money-asked"),
        ({"outcome": "credit"}, "money-credit"),
        ({"outcome": "replacement"}, "money-replacement"),
        ({"outcome": "exchange", "status": "inspected"}, "money-exchange-checked"),
    ],
)
async def test_no_money_is_promised_where_none_is_on_its_way(
    database: Settings, clock: Clock, columns: dict[str, Any], said: str
) -> None:
    anna, _ = await sends_back(database, clock, **columns)
    await anna.says(MONEY["de"])
    anna.reads("R-7K3F9", plain("de", said))
    for key in ("money-day-open", "money-day-checked"):
        anna.does_not_read(plain("de", key))


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_refund_that_is_late_is_admitted_beside_a_way_to_a_human(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    declared = NOON - timedelta(days=15)
    told = {"way": "withdrawal", "status": "received", "declared_at": declared}
    anna, _ = await sends_back(database.model_copy(update={"staff_chat_id": -1}), clock, locale, **told)
    await anna.says(MONEY[locale])
    due = (declared + timedelta(days=14)).date()
    anna.reads(plain(locale, "money-late", day=due))
    anna.does_not_read(plain(locale, "return-clock-cancel", day=due))
    anna.can_tap(plain(locale, "case-human-button"))
