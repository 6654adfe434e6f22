"""A marketer lets an offer send itself, with somebody else's approval; it comes to whose day it is, until it is off."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.broadcasts.automatic import get_automatic, mind_automatic
from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.models import Campaign
from bot.config import Settings
from bot.outbox.models import Push
from bot.staff.audit import who_did
from tests.support.builders import a_customer, an_order
from tests.support.chat import Person, text_of
from tests.support.offer_desk import begun, marketer, noon_of_a_wednesday, writes
from tests.support.offers import consents
from tests.support.staffed import Shop, eventually, open_shop, seen

DAY = timedelta(days=1)


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """Two people whom an offer may reach are enough for a second pair of eyes."""
    async with open_shop(database, noon_of_a_wednesday(), approval_above=1) as shop:
        yield shop


async def buyer(shop: Shop, name: str, days: int, *, agrees: bool = True) -> Person:
    owner, now = await a_customer(), shop.town.clock.now()
    await an_order(customer=owner, placed_at=now - days * DAY)
    person = await shop.town.customer("de", owns=[owner], name=name)
    await person.says("/start")
    if agrees:
        await consents(person.id, now=now)
    return person


async def a_day(shop: Shop) -> None:
    shop.town.clock.advance(DAY)
    await mind_automatic(shop.town.settings, now=shop.town.clock.now())
    await mind_campaigns(shop.town.settings, now=shop.town.clock.now())
    await eventually(_nobody_waits)


async def _nobody_waits() -> bool:
    return not await Push.filter(purpose="offer", status="waiting").exists()


async def approve(mia: Person, otto: Person) -> None:
    await eventually(lambda: seen(otto, "braucht Ihre Freigabe"))
    asked = [message["message_id"] for message in otto.seen if "braucht Ihre Freigabe" in text_of(message)]
    await otto.taps("✅ Freigeben", message_id=asked[-1])
    await eventually(lambda: seen(mia, "Otto hat"))


async def is_on(shop: Shop, key: str) -> bool:
    return (await get_automatic(key, settings=shop.town.settings, now=shop.town.clock.now())).active


async def test_an_offer_is_let_send_itself_comes_to_whose_day_it_is_and_is_switched_off(shop: Shop) -> None:
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    anna, ben = await buyer(shop, "Anna", 20), await buyer(shop, "Ben", 3)
    rita = await buyer(shop, "Rita", 20, agrees=False)
    late = await buyer(shop, "Lea", 18)
    campaign = await begun(shop, mia, "Gutschein")
    await writes(mia, de="Zehn Euro für Sie")

    await mia.taps("Prüfen")
    await mia.taps("Automatisch senden")
    mia.reads("Gutschein nach Kauf", "14 Tage nach der letzten Bestellung")
    await mia.taps("Gutschein nach Kauf")
    await mia.says("0")
    await mia.says("21")
    mia.has_read("eine Zahl von 1 bis")
    mia.has_read("21 Tage nach der letzten Bestellung", "höchstens Personen: 3, heute wären es 0")
    assert not any("Einschalten" in label for label in mia.buttons)
    await mia.taps("Um Freigabe bitten")
    await approve(mia, otto)
    await mia.says("/offers")
    await mia.taps("Gutschein")
    await mia.taps("Prüfen")
    await mia.taps("Automatisch senden")
    await mia.taps("Gutschein nach Kauf")
    await mia.says("21")
    await mia.taps("🟢 Einschalten")
    mia.reads("21 Tage", "Eingeschaltet mit „Gutschein“")
    assert await is_on(shop, "coupon")
    assert await who_did("automatic_on", "automatic:coupon") == {mia.id}

    await a_day(shop)
    await eventually(partial(seen, anna, "Zehn Euro für Sie"))
    assert [await seen(person, "Zehn Euro") for person in (ben, rita, late)] == [False, False, False]
    await otto.says("/offers")
    await otto.taps("🔁 Automatisch")
    await otto.taps("Gutschein nach Kauf")
    otto.has_read("Aussendungen 1, Empfänger 1", "Zugestellt: 1")
    await otto.taps("Ausschalten")
    assert not await is_on(shop, "coupon")
    assert await who_did("automatic_off", "automatic:coupon") == {otto.id}

    for _ in range(3):
        await a_day(shop)
    assert not await seen(late, "Zehn Euro")
    await otto.taps("Wieder einschalten")
    await otto.taps("🟢 Einschalten")
    await a_day(shop)
    await eventually(partial(seen, late, "Zehn Euro für Sie"))
    assert [await seen(person, "Zehn Euro") for person in (ben, rita)] == [False, False]
    assert await Campaign.filter(origin="coupon", copied_from=campaign.id).count() == 2


async def test_what_is_changed_while_it_is_on_needs_its_second_pair_of_eyes_again(shop: Shop) -> None:
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    anna = await buyer(shop, "Anna", 13)
    await buyer(shop, "Ben", 3)
    campaign = await begun(shop, mia, "Gutschein")
    await writes(mia, de="Zehn Euro für Sie")
    await mia.taps("Prüfen")
    await mia.taps("Um Freigabe bitten")
    await approve(mia, otto)
    await mia.says("/offers")
    await mia.taps("Gutschein")
    await mia.taps("Prüfen")
    await mia.taps("Automatisch senden")
    await mia.taps("Gutschein nach Kauf")
    await mia.taps("🟢 Einschalten")
    await mia.taps("Der Entwurf")
    await writes(mia, de="Etwas ganz anderes")

    await a_day(shop)
    assert not await seen(anna, "Etwas ganz anderes")
    await mia.says("/offers")
    await mia.taps("🔁 Automatisch")
    await mia.taps("Gutschein nach Kauf")
    mia.reads("Es geht gerade nichts hinaus", "jemand anderes")
    await approve(mia, otto)
    await eventually(partial(seen, mia, "wieder von selbst hinaus"))  # and not once more that she can start it
    assert not await seen(mia, "Sie können es jetzt starten", times=2)
    assert (await get_campaign(campaign.id)).is_approved
    await a_day(shop)
    await eventually(partial(seen, anna, "Etwas ganz anderes"))
