"""Somebody who has used everything gets all of it in one file, and after two taps nothing of it is theirs any more."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import Clock, real_now
from bot.i18n import plain
from bot.jobs import ask_customers
from bot.loyalty.models import LoyaltyEntry
from bot.outbox.models import Push
from bot.privacy.finding import find_rows
from bot.privacy.subject import Subject, known_to_chat
from bot.returns.models import Return
from bot.shipping.events import record_event
from bot.shop.models import Shipment
from bot.shop.platform_models import PlatformReturn
from bot.surveys.models import Answer, SurveyContact, SurveyPlan
from bot.tickets.models import Case
from tests.journeys.test_consents import agrees
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, Town
from tests.support.staffed import Shop, seen
from tests.support.webchat import eventually, png

DAY = timedelta(days=1)
SAID, ASKED, NAME = "Der Henkel ist ab", "Wann ist jemand da?", "Erika Beispiel"


@pytest.fixture
def clock() -> Clock:
    """Noon of a Tuesday in Berlin: nothing waits for a morning."""
    now = real_now()
    noon = now.replace(hour=11, minute=0, second=0, microsecond=0)
    return Clock(noon + ((1 - noon.weekday()) % 7 + 7) * DAY - now)


async def a_life(shop: Shop) -> Person:
    """Orders, two consents, a mute, an invitation, an unhappy answer with words and a picture, a return, a talk."""
    town = shop.town
    erika = await a_customer(NAME, email="erika@example.org", phone="+4915123456789")
    order = await an_order("1001", customer=erika, parcels=[parcel("in_transit")], ship_country="DE")
    await an_order("1002", customer=erika, parcels=[parcel("in_transit")], ship_country="DE")
    anna = await town.customer("de", owns=[erika])
    await agrees(anna)
    await agrees(anna, name="promo")
    shipment, now = await Shipment.get(order_id=order.id), town.clock.now()
    await record_event(shipment.id, scan("delivered", at=now), now=now, settings=town.settings)
    await until_asked(town, anna)
    await anna.taps("1 😞")
    await anna.taps("Beschädigt")
    await anna.says(SAID)
    await anna.sees_after(await anna.visitor.sends(("henkel.png", png())))
    now = town.clock.now()
    await Return.create(
        number="R-1", customer_id=erika.id, order_id=order.id, chat_id=anna.id, way="withdrawal", status="requested",
        goods=19, currency="EUR", locale="de", note="bitte abholen", created_at=now,
    )  # fmt: skip
    await PlatformReturn.create(order_id=order.id, external_id="r9", status="closed", items=[], revised_at=now)
    await anna.visitor.says("Mensch")
    await eventually(Case.exclude(talks_since=None).exists)
    await anna.visitor.says(ASKED)
    return anna


async def until_asked(town: Town, anna: Person) -> None:
    town.clock.advance(2 * DAY)
    await ask_customers(town.settings, town.clock)
    await eventually(lambda: seen(anna, "Wie zufrieden sind Sie mit der Lieferung"))


async def copy_of(anna: Person) -> dict[str, Any]:
    await anna.says("/privacy")
    await anna.taps(plain("de", "privacy-export-button"))
    [document] = [message["document"] for message in anna.seen if "document" in message]
    path = (await anna.town.web.call("getFile", file_id=document["file_id"]))["result"]["file_path"]
    async with anna.town.web.http.get(f"{anna.town.web.url}/file/bot{anna.town.bot.token}/{path}") as answer:
        told: dict[str, Any] = json.loads(await answer.read())
    return told


async def test_the_copy_holds_what_was_used_and_the_erasure_leaves_none_of_it(shop: Shop) -> None:
    anna = await a_life(shop)
    before = await known_to_chat(anna.id)
    told = json.dumps(await copy_of(anna), ensure_ascii=False)
    for words in (SAID, ASKED, "bitte abholen", '"damaged"', '"delivery_csat"', "survey:plan:", '"promo"', "1002"):
        assert words in told, words

    await anna.says("/privacy")
    await anna.taps(plain("de", "privacy-erase-button"))
    for key, count in (("returns", 1), ("cases", 1), ("points", 10), ("orders", 1)):
        anna.reads(plain("de", f"privacy-erase-{key}", count=count))
    await anna.taps(plain("de", "privacy-erase-confirm-button"))

    left = await find_rows(Subject(before.chats, before.customers))
    assert {table for table, rows in left.rows.items() if rows} == {
        *("shop_customer", "shop_erased", "shop_order", "shop_line", "shop_shipment", "shop_return"),
        *("shipping_event", "customer_consent", "return_request", "staff_audit"),
    }
    assert await SurveyPlan.all().count() == await SurveyContact.all().count() == await LoyaltyEntry.all().count() == 0
    answer = await Answer.get()
    assert answer.score == 1
    assert [answer.comment, answer.customer_id, answer.chat_id, answer.photos] == [None] * 4
    assert not await Push.filter(chat_id=anna.id).exists()
    assert NAME not in json.dumps([str(row) for row in left.rows["shop_customer"]])
    assert await Case.filter(closed_at=None).count() == 0
    assert (await Return.get()).note is None

    await anna.says("1001")
    anna.does_not_read("1001 ·", SAID, NAME)
