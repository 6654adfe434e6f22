"""From a scan to the customer's screen and back: the card lives, its buttons answer at any age."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.customers.holds import holds_of
from bot.customers.models import Mute
from bot.outbox.drain import Terms, drain
from bot.outbox.sender import Sender, open_sender
from bot.pacing import Pacer
from bot.shipping.events import record_event
from bot.shop.models import Customer, Shipment
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, Town
from tests.support.webchat import Json


@pytest.fixture
async def sender(town: Town) -> AsyncIterator[Sender]:
    async with open_sender(town.settings, Pacer(0)) as sender:
        await sender.check()
        yield sender


async def anna_with_a_parcel(town: Town) -> tuple[Person, Shipment]:
    customer = await a_customer()
    order = await an_order("1001", customer=customer, parcels=[parcel("label_created")])
    anna = await town.customer("de", owns=[customer])
    await anna.says("/start")
    return anna, await Shipment.get(order_id=order.id)


def _saying(person: Person, words: str) -> Json:
    [message] = [message for message in person.seen if words in message["text"]]
    return message


async def scanned(town: Town, sender: Sender, shipment: Shipment, status: str, **values: str) -> None:
    """A scan happens and what it leads to is sent."""
    now = town.clock.now()
    await record_event(shipment.id, scan(status, at=now, **values), now=now, settings=town.settings)
    for _ in range(3):
        await drain(lambda: now, sender, Terms(town.settings, owner="test"))


async def test_the_card_is_one_message_that_changes_and_a_milestone_is_a_new_one(town: Town, sender: Sender) -> None:
    anna, shipment = await anna_with_a_parcel(town)

    await scanned(town, sender, shipment, "attempt_failed", place="Bonn")
    await anna.looks()
    card, ring = (_saying(anna, words) for words in ("Zustellung nicht gelungen", "konnte nicht übergeben werden"))
    await scanned(town, sender, shipment, "available_for_pickup", place="Filiale 7")
    await anna.looks()

    now = {message["message_id"]: message["text"] for message in anna.seen}
    assert "konnte nicht übergeben werden" in now[ring["message_id"]]
    assert "Abholbereit" in now[card["message_id"]]
    assert "Filiale 7" in now[card["message_id"]]


async def test_the_button_says_what_a_tap_does_and_a_second_tap_changes_nothing(town: Town, sender: Sender) -> None:
    anna, shipment = await anna_with_a_parcel(town)
    await scanned(town, sender, shipment, "in_transit")
    await anna.looks()
    message_id, data = anna.data_of("Nur noch das Wichtigste")

    answers = await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(2)))
    assert all("nur die wichtigsten" in str(answer) for answer in answers)
    await town.settle()
    await anna.looks()

    assert any("Nur noch Probleme" in str(message.get("reply_markup")) for message in anna.seen)
    assert [mute.level for mute in await Mute.all()] == ["milestones"]


async def test_somebody_elses_button_mutes_nothing(town: Town, sender: Sender) -> None:
    _, shipment = await anna_with_a_parcel(town)
    bob = await town.customer("de", name="Bob")
    await bob.says("/start")
    button = InlineKeyboardButton(text="still", callback_data=f"mute:{shipment.order_id}:problems")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await town.bot.send_message(bob.id, "Karte", reply_markup=keyboard)

    answer = await bob.taps_data(sent.message_id, str(button.callback_data))
    await town.settle()

    assert "gehört nicht mehr" in str(answer)
    assert await Mute.all().count() == 0


async def test_a_parcel_that_is_not_there_is_a_case_after_two_taps(town: Town, sender: Sender) -> None:
    anna, shipment = await anna_with_a_parcel(town)
    await Shipment.filter(id=shipment.id).update(proof={"signed_by": "Kim", "images": []})
    await scanned(town, sender, shipment, "delivered")

    await anna.taps("Ich habe es nicht")
    anna.reads("Nachbarschaft", "Garage", "Haushalt", "Kim")
    held = await holds_of([(await Customer.get()).id], now=town.clock.now())
    assert held, "surveys and offers wait while somebody looks"
    await anna.taps("Nein, nirgends")

    anna.reads("Wir kümmern uns darum", "Paketdienst")
    case = await Case.get()
    assert (case.cause, case.shipment_id, case.order_id, case.chat_id) == (
        *("missing", shipment.id, shipment.order_id),
        anna.id,
    )
    said = " ".join([message.text or "" for message in await CaseMessage.filter(case_id=case.id)])
    assert "Kim" in said
    assert str(shipment.tracking_number) in said
    [holds] = (await holds_of([case.customer_id or 0], now=case.opened_at)).values()
    assert {hold.reason for hold in holds} == {"lost"}


async def test_a_parcel_that_is_found_ends_the_search(town: Town, sender: Sender) -> None:
    anna, shipment = await anna_with_a_parcel(town)
    await scanned(town, sender, shipment, "delivered")

    await anna.taps("Ich habe es nicht")
    await anna.taps("Gefunden")

    anna.reads("Gut, dass es da ist")
    assert await Case.all().count() == 0
    assert not await holds_of([(await Customer.get()).id], now=town.clock.now())


async def test_somebody_elses_parcel_cannot_be_reported_missing(town: Town) -> None:
    _, shipment = await anna_with_a_parcel(town)
    bob = await town.customer("de", name="Bob")
    await bob.says("/start")
    button = InlineKeyboardButton(text="fort", callback_data=f"missing:{shipment.id}:nowhere")
    sent = await town.bot.send_message(bob.id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    answer = await bob.taps_data(sent.message_id, str(button.callback_data))
    await town.settle()

    assert "gehört nicht mehr" in str(answer)
    assert await Case.all().count() == 0


async def test_customers_read_what_was_sent_and_what_was_not_and_why(town: Town, sender: Sender) -> None:
    anna, shipment = await anna_with_a_parcel(town)
    await Mute.create(chat_id=anna.id, order_id=shipment.order_id, level="problems")
    await scanned(town, sender, shipment, "attempt_failed")
    await scanned(town, sender, shipment, "available_for_pickup")

    await anna.says("/start")
    await anna.taps("Einstellungen")
    await anna.taps("Was wir Ihnen geschrieben haben")

    anna.reads("Neues von einem Paket (Bestellung 1001): nicht gesendet (solche Nachrichten sind")
    anna.reads("zu tun ist (Bestellung 1001): gesendet")
