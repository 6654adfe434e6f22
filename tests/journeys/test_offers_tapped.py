"""What customers do with an offer: each button answers, in their language, as often as it is tapped (BRC-16)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.broadcasts.buttons import Button
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.models import Click, Recipient
from bot.broadcasts.running import begin
from bot.callbacks import StopOffers
from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale, Settings
from bot.customers.consents import consents_of
from bot.i18n import plain
from bot.outbox.models import Push
from bot.shop.models import Customer, Product
from bot.staff.roles import Role, grant
from bot.surveys.models import Answer
from tests.support.builders import a_customer, a_product, an_order, parcel
from tests.support.chat import Person
from tests.support.offers import TEXTS, a_campaign, consents
from tests.support.staffed import Shop, eventually, open_shop, seen

SIGNS = {"de": "Socken", "en": "Socks", "fr": "Chaussettes", "lb": "Strëmp"}
NOON_UTC = 11


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """At noon of a working day, when advertising may ring."""
    now = real_now()
    ahead = now.replace(hour=NOON_UTC, minute=0) + timedelta(days=1)
    while ahead.isoweekday() != 3:
        ahead += timedelta(days=1)
    async with open_shop(database, Clock(ahead=ahead - now)) as shop:
        yield shop


async def fan(shop: Shop, locale: Locale) -> tuple[Person, Customer]:
    owner = await a_customer()
    person = await shop.town.customer(locale, owns=[owner], name=f"Fan {locale}")
    await person.says("/start")
    await consents(person.id, now=shop.town.clock.now())
    return person, owner


async def offered(shop: Shop, *people: Person, **edits: Any) -> int:
    """A campaign that has reached all of them."""
    settings, now = shop.town.settings, shop.town.clock.now()
    campaign_id = await a_campaign(now=now, **edits)
    await begin(campaign_id, by=None, settings=settings, now=now)
    await mind_campaigns(settings, now=now)
    for person in people:
        await eventually(partial(got, person))
    return campaign_id


async def got(person: Person) -> bool:
    return any([await seen(person, sign) for sign in SIGNS.values()])


@pytest.mark.parametrize("locale", LOCALES)
async def test_one_tap_ends_all_offers_and_a_second_says_so_again(shop: Shop, locale: Locale) -> None:
    person, _ = await fan(shop, locale)
    campaign_id = await offered(shop, person)
    stop = person.data_of(plain(locale, "campaign-stop-button"))

    answers = await asyncio.gather(person.taps_data(*stop), person.taps_data(*stop))
    await shop.town.settle()
    await person.looks()
    told = [plain(locale, f"offer-stopped-{when}toast") for when in ("", "before-")]
    assert [answer["text"] for answer in answers] == told
    assert (await consents_of([person.id])).get(person.id, frozenset()) == frozenset()
    person.reads("🔕")
    assert plain(locale, "campaign-stop-button") not in str(person.messages)
    assert await Recipient.filter(campaign_id=campaign_id, stopped_at__isnull=False).count() == 1


async def test_what_waits_is_taken_back_when_somebody_unsubscribes(shop: Shop) -> None:
    anna, _ = await fan(shop, "de")
    await offered(shop, anna)
    second = await a_campaign("Mützen", now=shop.town.clock.now())
    await begin(second, by=None, settings=shop.town.settings, now=shop.town.clock.now())
    await mind_campaigns(shop.town.settings, now=shop.town.clock.now())
    await eventually(lambda: Push.filter(once=f"campaign:{second}:chat:{anna.id}", status="waiting").exists())

    await anna.taps("Keine Angebote mehr")
    push = await Push.get(once=f"campaign:{second}:chat:{anna.id}")
    assert (push.status, push.why) == ("skipped", "no_consent")


async def test_a_product_button_opens_the_product_in_the_language_of_whoever_taps(shop: Shop) -> None:
    people = [await fan(shop, locale) for locale in ("de", "fr", "lb")]
    product = await a_product(name={"de": "Kanne", "fr": "Cafetière", "lb": "Kan"})
    button = Button("a1b2c3d4", "product", str(product.id), {"de": "Ansehen", "fr": "Voir", "lb": "Kucken"})
    campaign_id = await offered(shop, *[person for person, _ in people], buttons=[button])
    for (person, _), label, name in zip(people, button.labels.values(), ("Kanne", "Cafetière", "Kan"), strict=True):
        await person.taps(label)
        person.reads(name)
        await person.taps(label)
        person.reads(name)
    assert await Click.filter(campaign_id=campaign_id).count() == 3


async def test_a_product_that_is_gone_is_told_and_the_tap_answered(shop: Shop) -> None:
    anna, _ = await fan(shop, "de")
    button = Button("a1b2c3d4", "product", "999999", {"de": "Ansehen"})
    await offered(shop, anna, buttons=[button])
    answer = await anna.taps("Ansehen")
    assert "gibt es nicht mehr" in answer["text"]
    assert await Product.all().count() == 0


async def test_a_survey_button_asks_and_the_answer_counts_once(shop: Shop) -> None:
    anna, owner = await fan(shop, "de")
    await an_order("1001", customer=owner, parcels=[parcel("delivered")])
    button = Button("a1b2c3d4", "survey", "nps", {"de": "Umfrage"})
    await offered(shop, anna, buttons=[button])
    await anna.taps("Umfrage")
    anna.reads("Wie wahrscheinlich")
    await anna.taps("9")
    await anna.taps("Umfrage")
    await anna.taps("9")
    assert [answer.score for answer in await Answer.all()] == [9]


async def test_a_preview_does_not_unsubscribe_the_marketer_who_looks_at_it(shop: Shop) -> None:
    mia, _ = await fan(shop, "de")
    settings, now = shop.town.settings, shop.town.clock.now()
    await grant(1, mia.id, Role.MARKETER, name="Mia", settings=settings, now=now)
    campaign_id = await a_campaign(now=now, texts=TEXTS)
    key = InlineKeyboardButton(text="Stopp", callback_data=StopOffers(campaign_id=campaign_id).pack())
    await shop.town.bot.send_message(mia.id, "Vorschau", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[key]]))
    answer = await mia.taps("Stopp")
    assert "Vorschau" in answer["text"]
    assert "promo" in (await consents_of([mia.id]))[mia.id]
