"""Withdrawing from a contract: two taps or a sentence, and at once a receipt that lasts (§ 356a BGB)."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.config import LOCALES, Locale
from bot.customers.models import Link
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import move
from bot.shop.models import Customer, Line, Order
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import png

TWO = (Item("Kaffeebecher", 2, "19.90"), Item("Teekanne", 1, "49.00", "KANNE"))


async def delivered(
    shop: Shop, locale: Locale = "de", *, days_ago: int = 3, owner: Customer | None = None, **more: Any
) -> tuple[Person, Order]:
    """Anna and her order, which arrived so many days ago."""
    owner = owner or await a_customer("Anna Muster", email="anna@example.org")
    at = shop.town.clock.now() - timedelta(days=days_ago)
    columns: dict[str, Any] = {"lines": TWO, "ship_country": "DE", "placed_at": at - timedelta(days=2)} | more
    order = await an_order("1001", customer=owner, parcels=[parcel(scan("delivered", at=at))], **columns)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("/start")
    return anna, order


async def opens_order(anna: Person) -> None:
    await anna.says("1001")


async def has_file(anna: Person) -> bool:
    await anna.looks()
    return any("document" in message for message in anna.seen)


@pytest.mark.parametrize("locale", LOCALES)
async def test_two_taps_from_the_order_withdraw_and_the_receipt_comes_as_message_and_file(
    shop: Shop, locale: Locale
) -> None:
    anna, order = await delivered(shop, locale)
    await opens_order(anna)
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads("A••• M•••", "1001", "Kaffeebecher", "Teekanne")
    await anna.taps(plain(locale, "withdraw-confirm-button"))

    made = await Return.get()
    assert (made.way, made.status, made.order_id) == ("withdrawal", "approved", order.id)
    assert made.declared_at == made.created_at
    assert sorted([item.quantity for item in await ReturnItem.all()]) == [1, 2]
    await eventually(lambda: has_file(anna))
    receipt = await Push.get(once=f"return:{made.id}:receipt:chat:{anna.id}")
    assert "1001" in receipt.params["text"]
    assert "Kaffeebecher" in receipt.params["text"]
    paper = (await Push.get(once=f"return:{made.id}:paper:chat:{anna.id}")).params["document"]["paper"]
    assert paper["name"] == plain(locale, "withdraw-paper-name", number=made.number)
    await eventually(lambda: seen(anna, made.number, times=2))


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_download_is_cancelled_until_it_is_provided_and_not_after_that(shop: Shop, locale: Locale) -> None:
    await a_product("PATTERN", return_exclusion="digital")
    owner = await a_customer("Anna Muster", email="anna@example.org")
    columns: dict[str, Any] = {"customer": owner, "lines": [Item("Schnittmuster", 1, "9.00", "PATTERN")]}
    placed_at = shop.town.clock.now() - timedelta(days=2)
    await an_order("1001", **columns, placed_at=placed_at, status="paid")
    await an_order("1002", **columns, placed_at=placed_at, status="completed")
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("/start")

    await anna.says("1002")
    assert plain(locale, "withdraw-button") not in anna.buttons
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(*(text_of({"text": plain(locale, key)}) for key in ("withdraw-digital", "withdraw-unshipped")))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    assert (await Return.get()).way == "cancel"


async def test_the_button_stands_there_as_long_as_the_period_runs_and_then_the_words_say_what_else_there_is(
    shop: Shop,
) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await opens_order(anna)
    assert "Vertrag widerrufen" not in anna.buttons

    await anna.says("Ich widerrufe die Bestellung 1001")
    anna.reads("Die Widerrufsfrist endete am", "Zurückgeben können Sie bis", "defekt oder falsch")
    assert "Widerruf bestätigen" not in anna.buttons
    assert await Return.all().count() == 0


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de", "Hiermit widerrufe ich den Vertrag über meine Bestellung"),
        ("en", "I withdraw from my contract"),
        ("fr", "Je me rétracte de mon achat"),
        ("lb", "Ech widderruffen de Kontrakt"),
    ],
)
async def test_a_sentence_leads_to_the_second_step_and_counts_from_when_it_was_written(
    shop: Shop, locale: Locale, words: str
) -> None:
    anna, _ = await delivered(shop, locale)
    await anna.says(words)
    assert plain(locale, "withdraw-confirm-button") in anna.buttons
    await anna.taps(plain(locale, "withdraw-confirm-button"))

    made = await Return.get()
    assert made.declared_at is not None
    assert made.declared_at <= made.created_at


@pytest.mark.parametrize(
    "words", ["Ich habe schon widerrufen", "i want to cancel my withdrawal", "Ech hu scho widderruff"]
)
async def test_a_sentence_that_does_not_mean_it_is_asked_about_and_counts_for_nothing(shop: Shop, words: str) -> None:
    anna, _ = await delivered(shop)
    await anna.says(words)
    anna.reads("Möchten Sie widerrufen?", "bisher ist nichts erklärt")
    anna.does_not_read("zählt als Zeitpunkt")
    assert await Return.all().count() == 0


async def test_who_has_proved_the_mailbox_reads_the_name_whole_and_the_address_in_part(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await Link.filter(chat_id=anna.id, customer_id=order.customer_id).update(proof="link")
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")
    anna.reads("Anna Muster", "a•••@e•••.org")


async def test_who_may_mean_several_orders_says_which(shop: Shop) -> None:
    owner = await a_customer()
    anna, _ = await delivered(shop, owner=owner)
    await an_order("1002", customer=owner, parcels=[parcel("in_transit")])
    await anna.says("ich widerrufe")
    anna.reads("Welchen Vertrag möchten Sie widerrufen?")
    await anna.taps("1002")
    await anna.taps("Widerruf bestätigen")

    assert (await (await Return.get()).order).number == "1002"


async def test_only_some_of_the_items_go_back(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")
    await anna.taps("Nur einzelne Artikel")
    answer = await anna.taps("Weiter")
    assert "mindestens einen" in str(answer)
    await anna.taps("Kaffeebecher")
    anna.can_tap("Kaffeebecher · 1 von 2")
    await anna.taps("Weiter")
    anna.reads("Kaffeebecher", "19,90")
    anna.does_not_read("Teekanne")
    await anna.taps("Widerruf bestätigen")

    item = await ReturnItem.get()
    assert (item.quantity, (await Line.get(id=item.line_id)).sku) == (1, "BECHER")
    assert (await Return.get()).goods == Decimal("19.90")
    await opens_order(anna)
    anna.is_offered("Vertrag widerrufen", (await Return.get()).number)


async def test_a_double_tap_and_a_restart_between_the_taps_declare_it_once(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")
    message_id, data = anna.data_of("Widerruf bestätigen")
    await shop.town.restart_bot()
    await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(4)))
    await shop.town.settle()

    assert await Return.all().count() == 1
    await eventually(lambda: has_file(anna))
    assert await Push.filter(once__contains=":receipt:").count() == 1


async def test_who_taps_an_old_button_after_the_other_of_the_household_reads_what_has_become_of_it(shop: Shop) -> None:
    owner = await a_customer()
    anna, _ = await delivered(shop, owner=owner)
    bob = await shop.town.customer("de", owns=[owner], name="Bob")
    for person in (anna, bob):
        await person.says("1001")
        await person.taps("Vertrag widerrufen")
    await anna.taps("Widerruf bestätigen")
    await bob.taps("Widerruf bestätigen")

    assert await Return.all().count() == 1
    bob.has_read("gehören schon zu einer anderen Rückgabe")
    await eventually(lambda: seen(bob, "Widerruf R-"))


async def test_what_the_law_excludes_is_named_with_its_reason(shop: Shop) -> None:
    await a_product("KANNE", return_exclusion="made_to_measure")
    await a_product("BECHER", return_exclusion="sealed_hygiene")
    anna, _ = await delivered(shop)
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")

    anna.reads("Teekanne: nach Ihren Wünschen angefertigt", "§ 312g Abs. 2 Nr. 1 BGB", "solange das Siegel unversehrt")
    await anna.taps("Widerruf bestätigen")
    assert await ReturnItem.all().count() == 1


async def test_before_anything_has_left_it_is_a_cancellation_and_nothing_has_to_be_sent_back(shop: Shop) -> None:
    owner = await a_customer()
    await an_order("1001", customer=owner, parcels=[parcel("label_created")], shipping_total=Decimal("4.90"))
    anna = await shop.town.customer("de", owns=[owner])
    await anna.says("1001")
    await anna.taps("Vertrag widerrufen")
    anna.reads("Es ist noch nichts verschickt")
    await anna.taps("Widerruf bestätigen")

    assert (await Return.get()).way == "cancel"
    anna.has_read("nichts zurückschicken")


async def test_the_card_is_edited_at_each_step_and_only_milestones_ring(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")
    await anna.taps("Widerruf bestätigen")
    made = await Return.get()
    await eventually(lambda: seen(anna, "✅ widerrufen"))

    settings, clock = shop.town.settings, shop.town.clock
    for status, words in [
        (Status.IN_TRANSIT, "unterwegs zu uns"),
        (Status.RECEIVED, "angekommen"),
        (Status.INSPECTED, "geprüft"),
        (Status.REFUNDED, "erstattet"),
    ]:
        by = Actor.CARRIER if status is Status.IN_TRANSIT else Actor.STAFF
        await move(made.id, status, by=by, settings=settings, now=clock.now())
        await eventually(partial(seen, anna, words))

    cards = [message for message in anna.seen if "▰" in text_of(message)]
    assert len(cards) == 1
    rung = await Push.filter(once__startswith=f"return:{made.id}:", purpose="milestone").values_list("once", flat=True)
    assert sorted(str(once).split(":")[2] for once in rung) == ["received", "refunded"]


async def test_a_stranger_opens_no_return(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")
    await anna.taps("Widerruf bestätigen")
    made = await Return.get()
    bob = await shop.town.customer("de", name="Bob")
    await bob.says("/start")
    button = InlineKeyboardButton(text="x", callback_data=f"return:{made.id}")
    sent = await shop.town.bot.send_message(bob.id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    await bob.taps_data(sent.message_id, f"return:{made.id}")
    await shop.town.settle()
    await bob.looks()

    assert made.number not in str(bob.messages)


async def test_it_can_be_taken_back_while_nothing_has_left_and_a_photo_be_added(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await opens_order(anna)
    await anna.taps("Vertrag widerrufen")
    await anna.taps("Widerruf bestätigen")
    made = await Return.get()
    await eventually(lambda: seen(anna, made.number, times=3))
    await anna.taps("Alles dazu")
    await anna.taps("Foto hinzufügen")
    anna.has_read("Schicken Sie jetzt ein Foto")
    await anna.visitor.sends(("vorn.png", png()), ("hinten.png", png(50, 50)))
    await eventually(lambda: seen(anna, "2 Fotos liegen bei"))
    await anna.taps("Fertig")
    await anna.taps("Zurückziehen")
    anna.has_read("Widerruf", "zurücknehmen")
    await anna.taps("Ja, zurückziehen")

    anna.has_read("zurückgezogen")
    assert (await Return.get(id=made.id)).status == "cancelled"
    await opens_order(anna)
    anna.is_offered("Vertrag widerrufen")
