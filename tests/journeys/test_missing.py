"""A parcel told as delivered: its proof stays with its customer, and one that turns up ends the search for it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import NotReceived
from bot.clock import Clock
from bot.config import Settings
from bot.customers.holds import holds_of
from bot.shipping.events import record_event
from bot.shop.models import Customer, Shipment
from bot.tickets.models import Case
from bot.webchat.errors import bad_request
from bot.webchat.files import Upload
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, eventually, open_shop, seen, seen_by
from tests.support.webchat import Json, png

PHOTO = "https://carrier.example/pod/1.png"
AGAIN = "Gefunden"


@pytest.fixture
async def shop(database: Settings, clock: Clock) -> AsyncIterator[Shop]:
    async with open_shop(database, clock) as shop:
        yield shop


async def delivered(shop: Shop, proof: Any = None) -> tuple[Person, Shipment]:
    """Anna reads on the card, at any hour, that her parcel is there."""
    customer = await a_customer()
    order = await an_order("1001", customer=customer, parcels=[parcel("in_transit")])
    anna = await shop.town.customer("de", owns=[customer])
    await anna.says("/start")
    shipment = await Shipment.get(order_id=order.id)
    await Shipment.filter(id=shipment.id).update(proof=proof)
    now = shop.town.clock.now()
    await record_event(shipment.id, scan("delivered", at=now), now=now, settings=shop.town.settings)
    await eventually(lambda: seen(anna, "✅ Zugestellt"))
    return anna, shipment


async def missing(shop: Shop, proof: Any = None) -> tuple[Person, Case]:
    anna, _ = await delivered(shop, proof)
    await anna.taps("Ich habe es nicht")
    await anna.taps("Nein, nirgends")
    anna.reads("Wir kümmern uns darum")
    return anna, await Case.get()


async def is_held(shop: Shop) -> bool:
    customers = [customer.id for customer in await Customer.all()]
    return bool(await holds_of(customers, now=shop.town.clock.now()))


def pictures_of(person: Person) -> list[Json]:
    return [message for message in person.seen if "photo" in message]


async def a_picture(_: str) -> Upload:
    return Upload("pod.png", "image/png", png())


async def no_picture(_: str) -> Upload:
    raise bad_request("failed to get HTTP URL content")


async def test_what_turns_up_after_the_case_was_opened_closes_it(shop: Shop) -> None:
    anna, case = await missing(shop)
    assert await is_held(shop)

    await anna.taps(AGAIN)

    anna.reads("Gut, dass es da ist", f"Fall {case.id} ist damit erledigt")
    closed = await Case.get()
    assert (closed.status, closed.closed_because) == ("closed", "recovered")
    assert not await is_held(shop)
    await shop.card("geschlossen")


async def test_whoever_has_taken_the_case_is_told_and_keeps_it(shop: Shop) -> None:
    anna, case = await missing(shop)
    await shop.taps(shop.mia, "Ich kümmere mich", await shop.card())
    await shop.town.settle()

    await anna.taps(AGAIN)

    anna.reads("Gut, dass es da ist", "weiß es jetzt")
    told = await shop.sees(lambda message: "Das Paket ist aufgetaucht" in text_of(message))
    assert f"Fall {case.id}" in text_of(told)
    assert (await Case.get()).status == "open"
    assert not await is_held(shop)


async def test_a_parcel_missed_again_is_a_case_of_its_own(shop: Shop) -> None:
    anna, shipment = await delivered(shop)
    for number in (1, 2):
        await anna.taps("Ich habe es nicht")
        await anna.taps("Nein, nirgends")
        await anna.taps(AGAIN)
        assert await Case.filter(shipment_id=shipment.id, status="closed").count() == number


@pytest.mark.parametrize("words", ["Ich habe es gefunden!", "das paket ist doch noch angekommen", "I found it"])
async def test_who_writes_that_it_is_there_needs_one_tap_more(shop: Shop, words: str) -> None:
    anna, case = await missing(shop)

    await anna.says(words)
    anna.reads("Ist das Paket da?", f"Fall {case.id}")
    await anna.taps(AGAIN)

    assert (await Case.get()).status == "closed"


async def test_who_writes_that_it_is_still_missing_or_misses_nothing_is_not_asked(shop: Shop) -> None:
    anna, shipment = await delivered(shop)
    await anna.says("Ich habe es gefunden")
    anna.does_not_read("Ist das Paket da?")
    await anna.taps_data(*_button(anna, f"missing:{shipment.id}:asked"))
    await shop.town.settle()
    await anna.taps("Nein, nirgends")

    await anna.says("mein Paket ist immer noch nicht da")
    anna.does_not_read("Ist das Paket da?")


async def test_the_photo_is_shown_protected_and_its_address_is_not_told(shop: Shop) -> None:
    shop.town.web.room.web = a_picture
    anna, _ = await delivered(shop, {"signed_by": "Kim", "images": [PHOTO]})

    await anna.taps("Zustellnachweis")
    anna.reads("angenommen von: Kim")
    await anna.taps("Ich habe es nicht")

    assert [message["has_protected_content"] for message in pictures_of(anna)] == [True, True]
    assert "nur für Sie bestimmt" in text_of(pictures_of(anna)[0])
    assert PHOTO not in str(anna.seen)


async def test_a_photo_that_cannot_be_fetched_is_a_link(shop: Shop) -> None:
    shop.town.web.room.web = no_picture
    anna, _ = await delivered(shop, {"signed_by": None, "images": [PHOTO]})

    await anna.taps("Zustellnachweis")
    anna.reads("ließ sich hier nicht zeigen")
    anna.can_tap("Foto der Zustellung")
    await anna.taps("Ich habe es nicht")

    anna.reads("Oft klärt es sich")
    anna.can_tap("Foto der Zustellung", AGAIN)
    assert pictures_of(anna) == []
    assert PHOTO in str(anna.seen)


async def test_a_delivery_without_proof_offers_none(shop: Shop) -> None:
    anna, _ = await delivered(shop)

    assert "Zustellnachweis" not in str(anna.seen)


async def test_the_proof_is_shown_to_nobody_else(shop: Shop) -> None:
    anna, shipment = await delivered(shop, {"signed_by": "Kim", "images": []})
    bob = await shop.town.customer("de", name="Bob")
    await bob.says("/start")
    button = InlineKeyboardButton(text="x", callback_data=f"proof:{shipment.id}")
    sent = await shop.town.bot.send_message(bob.id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    answer = await bob.taps_data(sent.message_id, f"proof:{shipment.id}")
    await shop.town.settle()

    assert "gehört nicht mehr" in str(answer)
    assert not await seen_by(bob.visitor, "Kim")
    assert anna.id != bob.id


def _button(person: Person, data: str) -> tuple[int, str]:
    return next(message["message_id"] for message in reversed(person.seen) if data in str(message)), data


async def test_taps_on_a_message_that_telegram_no_longer_shows_are_answered_below(shop: Shop) -> None:
    anna, shipment = await delivered(shop, proof={"signed_by": None, "images": [PHOTO]})
    for number, step in enumerate(("asked", "nowhere", "found")):
        shown = len(anna.seen)
        data = NotReceived(shipment_id=shipment.id, step=step).pack()
        chat = {"id": anna.id, "type": "private", "first_name": "Anna"}
        tap = {
            "id": str(number),
            "from": {"id": anna.id, "is_bot": False, "first_name": "Anna"},
            "chat_instance": "1",
            "data": data,
            "message": {"chat": chat, "message_id": 1, "date": 0},
        }
        update = {"update_id": 900 + number, "callback_query": tap}
        await shop.town.dispatcher.feed_raw_update(shop.town.bot, update)
        await anna.looks()
        assert len(anna.seen) > shown, step
