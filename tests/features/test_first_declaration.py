"""The first words that declare a withdrawal are its time, however often it is declared again (§ 355 BGB)."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock
from bot.config import Settings
from bot.customers.models import Link
from bot.i18n import plain
from bot.returns.entering import enter_declaration, entered_of, offer_all
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from bot.returns.moving import cancel
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader, card_text
from bot.shop.models import Customer, Order
from bot.tickets.cards import card_text as card_of_case
from bot.tickets.cases import resolve_case
from bot.tickets.models import Case
from bot.tickets.resolutions import Resolution
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, a_delivered_order
from tests.support.stage import Stage, on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
AFTER_THE_PERIOD = timedelta(days=15)
CONFIRM = plain("de", "withdraw-confirm-button")


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - datetime.now(UTC))


async def owns(settings: Settings, clock: Clock) -> tuple[Stage, Customer]:
    """Anna with two orders that have arrived, whose periods end on the 19th."""
    erika = await a_customer()
    await a_delivered_order("1002", customer=erika)
    await a_delivered_order("1004", customer=erika)
    return await on_stage(settings, clock, owns=[erika]), erika


async def declared(number: str) -> ReturnSheet:
    made = await Return.filter(order__number=number).order_by("-id").first()
    assert made is not None
    return await read_sheet(made.id, customer_ids=[made.customer_id])


def is_noon(at: datetime | None) -> bool:
    return at is not None and abs(at - NOON) < timedelta(hours=1)


async def written() -> list[str]:
    return [case.status for case in await Case.filter(once__startswith="written:").order_by("id")]


@pytest.mark.parametrize("first", ["Ich widerrufe 1004", "ich widerrufe alles"])
async def test_who_declares_again_and_confirms_has_declared_with_the_first_words(
    database: Settings, clock: Clock, first: str
) -> None:
    anna, _ = await owns(database, clock)
    await anna.says(first)
    clock.advance(timedelta(days=5))
    await anna.says("ich widerrufe 1004")
    anna.reads("09.11.2026")
    await anna.taps(CONFIRM)
    sheet = await declared("1004")
    assert is_noon(sheet.declared_at)
    assert sheet.money_due_on(database.time_zone) == (NOON + timedelta(days=14)).date()


async def test_a_tap_on_the_order_after_the_words_is_their_confirmation(database: Settings, clock: Clock) -> None:
    anna, _ = await owns(database, clock)
    await anna.says("Ich widerrufe den Vertrag")
    clock.advance(timedelta(days=5))
    await anna.says("/start")
    await anna.says("Wo ist 1004?")
    await anna.taps(plain("de", "withdraw-button"))
    anna.reads("09.11.2026")
    await anna.taps(CONFIRM)
    assert is_noon((await declared("1004")).declared_at)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Ich widerrufe den Vertrag", "ich widerrufe 1004"),
        ("Ich widerrufe den Vertrag", "Ich widerrufe den Vertrag"),
        ("Ich widerrufe alle Bestellungen", "ich widerrufe 1004"),
    ],
)
async def test_words_within_the_period_are_in_time_also_after_it(
    database: Settings, clock: Clock, first: str, again: str
) -> None:
    anna, _ = await owns(database, clock)
    await anna.says(first)
    clock.advance(AFTER_THE_PERIOD)
    await anna.says(again)
    anna.reads("09.11.2026")
    if CONFIRM not in anna.buttons:
        await anna.taps("1004")
        anna.reads("09.11.2026")
    await anna.taps(CONFIRM)
    assert is_noon((await declared("1004")).declared_at)


async def test_words_about_another_order_or_before_it_was_placed_are_none_about_this_one(
    database: Settings, clock: Clock
) -> None:
    anna, erika = await owns(database, clock)
    await anna.says("Ich widerrufe 1002")
    clock.advance(timedelta(days=3))
    await anna.says("Ich widerrufe den Vertrag")
    await an_order("1009", customer=erika, ship_country="DE", placed_at=clock.now(), parcels=[parcel("in_transit")])
    clock.advance(timedelta(days=1))
    for number, at in (("1004", "12.11.2026"), ("1009", "13.11.2026")):
        await anna.says(f"Ich widerrufe {number}")
        anna.reads(at)


async def test_words_that_nobody_could_place_are_about_the_number_in_them(database: Settings, clock: Clock) -> None:
    anna = await on_stage(database, clock)
    await anna.says("Hiermit widerrufe ich meine Bestellung 1004")
    erika = await a_customer()
    await a_delivered_order("1002", customer=erika)
    await a_delivered_order("1004", customer=erika)
    await Link.create(chat_id=anna.id, customer_id=erika.id, proof="order", linked_at=NOON)
    clock.advance(timedelta(days=5))
    for number, at in (("1002", "14.11.2026"), ("1004", "09.11.2026")):
        await anna.says(f"Ich widerrufe {number}")
        anna.reads(at)


async def test_what_was_taken_back_counts_from_when_it_is_declared_again(database: Settings, clock: Clock) -> None:
    anna, erika = await owns(database, clock)
    await anna.says("Ich widerrufe alle Bestellungen")
    await anna.says("Ich widerrufe 1004")
    await anna.taps(CONFIRM)
    made = await Return.get()
    await cancel(made.id, customer_ids=[erika.id], settings=database, now=clock.now())
    clock.advance(timedelta(days=5))
    await anna.says("Ich widerrufe 1004")
    anna.reads("14.11.2026")
    await anna.taps(CONFIRM)
    assert not is_noon((await declared("1004")).declared_at)
    assert "open" in await written(), "the other order of the first words is still to be confirmed"


async def test_the_staff_enter_words_with_the_time_of_the_first(database: Settings, clock: Clock) -> None:
    anna, _ = await owns(database, clock)
    await anna.says("Ich widerrufe den Vertrag")
    clock.advance(AFTER_THE_PERIOD)
    await anna.says("Ich widerrufe 1004")
    order = await Order.get(number="1004")
    case = await Case.get(order_id=order.id)
    at = int(clock.now().timestamp())
    await enter_declaration(case.id, order.id, written_at=at, staff_id=1, settings=database, now=clock.now())
    assert is_noon((await declared("1004")).declared_at)


async def test_a_case_of_words_says_what_was_made_of_them(database: Settings, clock: Clock) -> None:
    anna, _ = await owns(database, clock)
    await anna.says("Ich widerrufe 1002 und 1004")
    await anna.taps("1004")
    await anna.taps(CONFIRM)
    case = await Case.get(once__startswith="written:")
    made = (await declared("1004")).number
    locale = database.default_locale
    offered = [plain(locale, "withdraw-enter-button", number="1002")]
    assert (case.status, [row[0]["text"] for row in case.buttons or ()]) == ("open", offered)
    assert plain(locale, "withdraw-words-declared", numbers=made) in str(case.facts)
    assert plain(locale, "withdraw-words-waiting") in str(case.facts)

    await anna.says("Ich widerrufe 1002")
    await anna.taps(CONFIRM)
    await case.refresh_from_db()
    assert (case.status, case.closed_because, case.buttons) == ("closed", "declared", [])
    numbers = f"{made}, {(await declared('1002')).number}"
    told = str(await card_of_case(case, database, clock.now()))
    assert plain(locale, "withdraw-words-declared", numbers=numbers) in told
    assert plain(locale, "case-closed-by-declared") in told
    assert plain(locale, "withdraw-words-waiting") not in told
    assert plain(locale, "case-closed-by-return") not in told


@pytest.mark.parametrize("words", ["Ich widerrufe 1004", "Ich widerrufe den Vertrag"])
async def test_a_case_that_the_staff_close_leaves_the_first_words_their_time(
    database: Settings, clock: Clock, words: str
) -> None:
    anna, _ = await owns(database, clock)
    await anna.says(words)
    case = await Case.get(once__startswith="written:")
    answered = Resolution("question", "answered")
    await resolve_case(case.id, answered, staff_id=1, settings=database, now=clock.now())
    clock.advance(AFTER_THE_PERIOD)
    await anna.says("Ich widerrufe 1004")
    await anna.taps(CONFIRM)
    assert is_noon((await declared("1004")).declared_at)


async def test_where_each_contract_has_a_time_of_its_own_no_time_stands_for_all(
    database: Settings, clock: Clock
) -> None:
    anna, _ = await owns(database, clock)
    await anna.says("Ich widerrufe 1004")
    clock.advance(timedelta(days=5))
    await anna.says("ich widerrufe alles")
    anna.reads("Bei jedem Vertrag zählt die erste Ihrer Nachrichten")
    anna.does_not_read("14.11.2026")
    await anna.taps("1004")
    anna.reads("09.11.2026")


async def test_the_staff_read_by_number_what_was_entered_already(database: Settings, clock: Clock) -> None:
    anna, _ = await owns(database, clock)
    await anna.says("Ich widerrufe 1004")
    order = await Order.get(number="1004")
    assert await entered_of(order.id) == ("1004", [])
    await anna.taps(CONFIRM)
    assert await entered_of(order.id) == ("1004", [(await declared("1004")).number])
    assert await entered_of(0) == ("", [])


async def test_what_is_withdrawn_from_already_is_named_by_its_number_where_something_is_to_go_back(
    database: Settings, clock: Clock
) -> None:
    erika = await a_customer()
    parcels = [parcel(scan("delivered", at=DELIVERED))]
    items = [Item("Vase", sku="VASE"), Item("Krug", sku="KRUG")]
    await an_order("1007", customer=erika, ship_country="DE", lines=items, parcels=parcels)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("Ich widerrufe 1007")
    for label in (plain("de", "withdraw-some-button"), "Vase", plain("de", "withdraw-chosen-button"), CONFIRM):
        await anna.taps(label)
    await anna.says("1007")
    await anna.taps(plain("de", "return-start-button"))
    anna.reads(f"Vase: gehört schon zu {(await declared('1007')).number}")


async def test_a_withdrawal_that_was_taken_back_leaves_the_purchase_wherever_the_goods_are(
    database: Settings, clock: Clock
) -> None:
    anna, erika = await owns(database, clock)
    await an_order("1005", customer=erika, ship_country="DE", parcels=[parcel("in_transit", "customs")])
    await anna.says("Ich widerrufe 1005")
    await anna.taps(CONFIRM)
    await cancel((await declared("1005")).id, customer_ids=[erika.id], settings=database, now=clock.now())
    told = str(card_text(await declared("1005"), Reader("de", database.time_zone, "Laden")))
    assert "Es bleibt beim Kauf" in told
    assert "bleiben bei Ihnen" not in told


@pytest.mark.parametrize(("scanned", "is_told"), [("label_created", False), ("delivered", True)])
async def test_a_seal_is_spoken_of_only_where_something_has_left_the_shop(
    database: Settings, clock: Clock, scanned: str, is_told: bool
) -> None:
    await a_product("BECHER", return_exclusion="sealed_hygiene")
    erika = await a_customer()
    parcels = [parcel(scan(scanned, at=DELIVERED))]
    await an_order("1006", customer=erika, ship_country="DE", parcels=parcels)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("Ich widerrufe 1006")
    anna.reads("Kaffeebecher")
    assert ("Versiegelte Ware" in anna.text) is is_told


async def test_the_staff_may_enter_each_order_and_those_first_that_run_out_first(
    database: Settings, clock: Clock
) -> None:
    erika = await a_customer()
    for number in range(1001, 1008):  # the older the order, the later it came
        parcels = [parcel(scan("delivered", at=DELIVERED - timedelta(days=number - 1001)))]
        placed_at = DELIVERED - timedelta(days=1017 - number)
        await an_order(str(number), customer=erika, ship_country="DE", placed_at=placed_at, parcels=parcels)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("ich widerrufe alles")
    case = await Case.get(once__startswith="written:")
    offered = [row[0]["text"] for row in case.buttons]
    assert [number for text in offered for number in range(1001, 1008) if str(number) in text] == [
        *(1007, 1006, 1005, 1004, 1003)
    ]
    locale = database.default_locale
    assert offered[-1] == plain(locale, "withdraw-enter-all-button", count=7)

    at = int(case.buttons[0][0]["callback_data"].rpartition(":")[2])
    await offer_all(case.id, written_at=at, settings=database, now=clock.now())
    await case.refresh_from_db()
    assert [row[0]["text"] for row in case.buttons] == [
        plain(locale, "withdraw-enter-button", number=str(number)) for number in range(1007, 1000, -1)
    ]
