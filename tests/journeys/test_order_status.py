"""A customer asks "where is my parcel?" and gets the truth, tapped and typed."""

from datetime import date, timedelta

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from tests.support.builders import PLACED, Item, a_customer, an_order, parcel, scan
from tests.support.chat import Town, open_town
from tests.support.queries import counted_queries

ASKED = {
    "de": "wo ist mein packet",
    "en": "Where is my oder?",
    "fr": "ou est ma comande",
    "lb": "wou ass meng Bestellung?",
}
BOOKKEEPING = ("conversation_state", "conversation_update")
LONG_AGO = date(2026, 1, 2)


async def test_the_status_is_one_tap_from_the_start(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("label_created", "in_transit")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("/start")
    anna.reads("eine offene Bestellung")
    await anna.taps("1001")
    anna.reads("1001", "Unterwegs", "Kaffeebecher", "19,90 €")


async def test_where_is_my_parcel_opens_the_only_open_order(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    await an_order("1000", customer=erika, parcels=[parcel("delivered")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("/start")
    await anna.taps("Wo ist mein Paket?")
    anna.reads("Bestellung 1001")
    await anna.taps("Zurück")
    anna.can_tap("Wo ist mein Paket?")


@pytest.mark.parametrize("locale", LOCALES)
async def test_asked_in_each_language_with_typos_the_right_card_opens(town: Town, locale: Locale) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer(locale, owns=[erika])
    await anna.says(ASKED[locale])
    anna.reads("1001", plain(locale, "state-in_transit"))


@pytest.mark.parametrize(
    "spelled", ["1001", "#1001", "Nr. 1001", "bestellung 1001?", "wo ist order-1001 bitte", "\uff11\uff10\uff10\uff11"]
)
async def test_a_number_anywhere_in_the_text_opens_its_order(town: Town, spelled: str) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    await an_order("2002", customer=erika)
    anna = await town.customer("de", owns=[erika])
    await anna.says(spelled)
    anna.reads("Bestellung 1001")


async def test_a_typo_is_forgiven_among_ones_own_orders_and_told(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    await an_order("5555", customer=erika)
    await an_order("1011", customer=await a_customer())
    anna = await town.customer("de", owns=[erika])
    await anna.says("Bestellung 1010")
    anna.reads("als Bestellung 1001 verstanden", "Kaffeebecher")


async def test_a_typo_that_fits_two_orders_is_not_guessed(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    await an_order("1003", customer=erika)
    anna = await town.customer("de", owns=[erika])
    await anna.says("Bestellung 1002")
    anna.reads("keine Bestellung 1002")
    anna.can_tap("1001", "1003")


async def test_a_foreign_order_is_answered_like_one_that_does_not_exist(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika)
    await an_order("777777", customer=await a_customer())
    anna = await town.customer("de", owns=[erika])
    await anna.says("wo ist 777777?")
    foreign, buttons = anna.text, anna.buttons
    await anna.says("wo ist 888888?")
    assert anna.text.replace("888888", "777777") == foreign
    assert anna.buttons == buttons


async def test_several_open_orders_are_offered_to_choose_from(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    await an_order("1002", customer=erika, parcels=[parcel("out_for_delivery")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("Wo ist meine Bestellung?")
    anna.can_tap("1001", "1002")
    await anna.taps("1002")
    anna.reads("Bestellung 1002", "Zustellung")


async def test_when_nothing_is_open_the_last_order_is_shown(town: Town) -> None:
    erika = await a_customer()
    await an_order("1000", customer=erika, parcels=[parcel("delivered")], placed_at=PLACED - timedelta(days=9))
    await an_order("1001", customer=erika, parcels=[parcel("delivered")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("wo bleibt mein paket")
    anna.reads(plain("de", "orders-all-delivered"), "Bestellung 1001")


async def test_an_unlinked_chat_is_led_to_linking(town: Town) -> None:
    await an_order("1001")
    anna = await town.customer("de")
    for question in ("wo ist mein paket", "1001", "Bestellung 4711?"):
        await anna.says(question)
        anna.reads("verknüpfen Sie bitte zuerst")
        anna.does_not_read("Kaffeebecher")


async def test_what_is_not_understood_is_said_and_the_menu_shown(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("wie ist das wetter")
    anna.reads("nicht verstanden")
    anna.can_tap("Produkte", "Hilfe")
    await anna.taps("Hilfe")
    await anna.taps("Zurück")
    anna.does_not_read("nicht verstanden")


async def test_asking_for_a_human_is_answered_honestly(database: Settings, clock: Clock) -> None:
    async with open_town(database, clock, shop_contact="hilfe@example.org") as town:
        anna = await town.customer("de")
        await anna.says("Ich möchte mit einem Menschen sprechen!")
        anna.reads("hilfe@example.org")
        anna.has_a_way_on()


async def test_a_split_order_tells_each_parcel_with_its_items(town: Town) -> None:
    erika = await a_customer()
    lines = [Item("Teekanne", sku="KANNE"), Item("Tischlampe", sku="LAMPE", quantity=2)]
    parcels = [
        parcel("in_transit", "delivered", contents=[{"sku": "KANNE", "quantity": 1}]),
        parcel("label_created", contents=[{"sku": "LAMPE", "quantity": 2}], tracking_url="https://track.example.org/2"),
    ]
    await an_order("1001", customer=erika, lines=lines, parcels=parcels)
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    anna.reads("2 Paketen", plain("de", "state-label_created"), plain("de", "state-delivered"))
    assert anna.text.split("\n\n")[0] == "Bestellung 1001\n✅ 1 von 2 Paketen zugestellt"
    first, second = anna.text.split("Paket 2 von 2")
    assert "Teekanne" in first
    assert "Tischlampe" in second.split("Artikel")[0]


async def test_an_order_that_has_arrived_in_part_says_how_far_and_until_when_in_its_first_lines(town: Town) -> None:
    erika, tomorrow = await a_customer(), town.clock.now().date() + timedelta(days=1)
    parcels = [parcel("in_transit", "delivered"), parcel("in_transit", expected_on=tomorrow)]
    await an_order("1001", customer=erika, parcels=parcels)
    anna = await town.customer("en", owns=[erika])
    await anna.says("/start")
    anna.can_tap("1001 · ✅ 1 of 2 parcels delivered")
    await anna.says("1001")
    _, head, rest, *_ = anna.text.splitlines()
    assert head == "✅ 1 of 2 parcels delivered"
    assert rest.startswith("The other parcel: expected ")


async def test_a_label_alone_is_not_told_as_on_its_way(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("label_created")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    anna.does_not_read("Unterwegs", "auf dem Weg")


async def test_the_expected_day_is_told_and_a_missed_one_as_late(town: Town) -> None:
    erika = await a_customer()
    tomorrow = town.clock.now().date() + timedelta(days=1)
    await an_order("1001", customer=erika, parcels=[parcel("in_transit", expected_on=tomorrow)])
    await an_order("1002", customer=erika, parcels=[parcel("in_transit", expected_on=LONG_AGO)])
    anna = await town.customer("en", owns=[erika])
    await anna.says("1001")
    anna.reads(f"{tomorrow:%A}")
    await anna.says("1002")
    anna.reads("2 January")
    await anna.says("/orders")
    anna.reads("2")
    late = [button for button in anna.buttons if "1002" in button]
    assert late == [plain("en", "orders-entry-late-button", number="1002", state=plain("en", "state-in_transit"))]


async def test_the_tracking_number_can_be_copied_and_the_carriers_page_opened(town: Town) -> None:
    erika = await a_customer()
    sent = parcel(
        "in_transit", tracking_number="00340434161094000001", tracking_url="https://track.example.org/?n=1&l=de"
    )
    await an_order("1001", customer=erika, parcels=[sent])
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    keys = [key for row in anna.screen["reply_markup"]["inline_keyboard"] for key in row]
    assert {"text": "00340434161094000001"} in [key.get("copy_text") for key in keys]
    assert "https://track.example.org/?n=1&l=de" in [key.get("url") for key in keys]
    code = next(entity for entity in anna.screen["entities"] if entity["type"] == "code")
    units = anna.text.encode("utf-16-le")[2 * code["offset"] :][: 2 * code["length"]]
    assert units.decode("utf-16-le") == "00340434161094000001"


async def test_a_tracking_address_that_telegram_refuses_costs_only_the_button(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit", tracking_url="javascript:alert(1)")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    anna.reads("Bestellung 1001")


async def test_the_timeline_is_newest_first_in_local_time_and_folds(town: Town) -> None:
    erika = await a_customer()
    start = PLACED.replace(hour=23, minute=30)
    scans = [scan("in_transit", at=start + timedelta(hours=n), text=f"Scan {n:02}", code=str(n)) for n in range(30)]
    await an_order("1001", customer=erika, parcels=[parcel(*scans)], ship_country="FR")
    anna = await town.customer("fr", owns=[erika])
    await anna.says("1001")
    await anna.taps(plain("fr", "order-timeline-button"))
    shown = [line for line in anna.text.splitlines() if "Scan" in line]
    assert [line.split()[-1] for line in shown] == [f"{n:02}" for n in range(29, 17, -1)]
    # 23:30 UTC in November and 29 hours: 04:30 UTC is 05:30 in Paris.
    anna.reads("05:30", "Paris")
    await anna.taps(plain("fr", "timeline-older-button", count=18))
    anna.reads("Scan 17", "Scan 06")
    anna.does_not_read("Scan 18", "Scan 05")


async def test_orders_are_paged_open_ones_first(town: Town) -> None:
    erika = await a_customer()
    for day in range(20):
        await an_order(
            f"{5000 + day}", customer=erika, parcels=[parcel("delivered")], placed_at=PLACED + timedelta(days=day)
        )
    await an_order("4000", customer=erika, parcels=[parcel("in_transit")], placed_at=PLACED - timedelta(days=99))
    anna = await town.customer("de", owns=[erika])
    await anna.says("/orders")
    assert [button[:4] for button in anna.buttons[:8]] == [
        "4000",
        "5019",
        "5018",
        "5017",
        "5016",
        "5015",
        "5014",
        "5013",
    ]
    await anna.taps(plain("de", "orders-older-button"))
    assert anna.buttons[0].startswith("5012")
    await anna.taps("5010")
    anna.reads("Bestellung 5010")
    await anna.taps("Zurück")
    assert anna.buttons[0].startswith("5012")


async def test_an_order_card_by_tap_takes_at_most_four_queries(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")], lines=[Item(), Item("Lampe", sku="L")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("/start")
    with counted_queries() as statements:
        await anna.taps("1001")
    anna.reads("Bestellung 1001")
    told = [each for each in statements if not any(table in each for table in BOOKKEEPING)]
    assert 1 <= len(told) <= 4, told


@pytest.mark.parametrize("word", [None, "beim-drechsler"])
async def test_an_order_of_which_the_shop_has_told_nothing_is_not_called_prepared(town: Town, word: str | None) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, status=word)
    anna = await town.customer("de", owns=[erika])

    await anna.says("1001")

    anna.reads("Noch keine Meldung", "hat uns der Shop noch nicht mitgeteilt", "Kaffeebecher")
    anna.does_not_read("vorbereitet", "an einen Paketdienst übergeben")


async def test_home_names_the_open_orders_it_has_no_room_for(town: Town) -> None:
    erika = await a_customer()
    for number in range(1001, 1008):
        await an_order(str(number), customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer("en", owns=[erika])
    await anna.says("/start")
    anna.reads("7 open orders")
    await anna.taps("… and 2 more open orders")
    anna.can_tap("1001", "1007")
