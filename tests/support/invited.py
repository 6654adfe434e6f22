"""A customer whose parcel is on its way, and the hours until they are asked about it."""

from datetime import timedelta

from bot.config import Locale
from bot.customers.consents import give
from bot.outbox.drain import Terms, drain
from bot.outbox.sender import Sender
from bot.shipping.events import record_event
from bot.shop.models import Customer, Shipment
from bot.surveys.launches import launch
from bot.surveys.rounds import go_round
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, Town
from tests.support.surveys import content

HOUR = timedelta(hours=1)


async def somebody(town: Town, locale: Locale = "de", *, agrees: bool = True) -> tuple[Person, Customer, Shipment]:
    """Somebody at home in the chat whose parcel is out for delivery."""
    await launch(content("nps", active=False), name="nps.toml", now=town.clock.now())
    customer = await a_customer()
    order = await an_order("1001", customer=customer, parcels=[parcel("in_transit")], ship_country="DE")
    person = await town.customer(locale, owns=[customer])
    if agrees:
        await agree(town, person)
    await person.says("/start")
    return person, customer, await Shipment.get(order_id=order.id)


async def agree(town: Town, person: Person) -> None:
    proof = {"wording": "Ja", "version": 1, "locale": "de", "request_message_id": 1, "confirm_message_id": 2}
    await give(person.id, "survey", **proof, now=town.clock.now())  # type: ignore[arg-type]  # as two taps give it


async def delivered(town: Town, sender: Sender, shipment: Shipment) -> None:
    now = town.clock.now()
    await record_event(shipment.id, scan("delivered", at=now), now=now, settings=town.settings)
    await passes(town, sender, timedelta())


async def passes(town: Town, sender: Sender, span: timedelta) -> None:
    """So much time passes in the shop; what falls due is asked and sent."""
    town.clock.advance(span)
    for _ in range(3):
        await go_round(town.clock.now(), town.settings)
        await drain(town.clock.now, sender, Terms(town.settings, owner="test"))


async def until_asked(town: Town, sender: Sender, person: Person) -> None:
    """Hour by hour until the invitation is there."""
    for _ in range(60):
        await passes(town, sender, HOUR)
        await person.looks()
        if any("survey" in str(message.get("reply_markup")) for message in person.seen):
            return
    raise AssertionError("nobody has asked")
