"""Marketers at their screens: an offer begun, written and sent by taps and words."""

from datetime import timedelta
from typing import Any

from bot.broadcasts.cards import mind_cards
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.models import Campaign
from bot.clock import Clock, real_now
from bot.staff.roles import Role, grant
from tests.support.builders import a_customer
from tests.support.chat import Person
from tests.support.offers import consents
from tests.support.staffed import Shop

NOON_UTC = 11


def noon_of_a_wednesday() -> Clock:
    """When advertising may ring."""
    now = real_now()
    ahead = now.replace(hour=NOON_UTC, minute=0) + timedelta(days=1)
    while ahead.isoweekday() != 3:
        ahead += timedelta(days=1)
    return Clock(ahead=ahead - now)


async def marketer(shop: Shop, name: str) -> Person:
    person = await shop.town.customer("de", name=name)
    await grant(1, person.id, Role.MARKETER, name=name, settings=shop.town.settings, now=shop.town.clock.now())
    await person.says("/start")
    return person


async def fan(shop: Shop, locale: Any) -> Person:
    person = await shop.town.customer(locale, owns=[await a_customer()], name=f"Fan {locale}")
    await person.says("/start")
    await consents(person.id, now=shop.town.clock.now())
    return person


async def begun(shop: Shop, mia: Person, title: str = "Socken") -> Campaign:
    await mia.says("/offers")
    await mia.taps("Neues Angebot")
    await mia.says(title)
    mia.reads(title, "Entwurf")
    return await Campaign.get(title=title)


async def writes(mia: Person, **texts: str) -> None:
    await mia.taps("Texte")
    for language, text in texts.items():
        await mia.taps(language.upper())
        await mia.says(text)
    await mia.taps("Zurück")


async def rounds(shop: Shop) -> None:
    await mind_campaigns(shop.town.settings, now=shop.town.clock.now())
    await mind_cards(shop.town.settings, now=shop.town.clock.now())


async def is_offered(person: Person, label: str) -> bool:
    await person.looks()
    return any(label in str(message.get("reply_markup")) for message in person.seen)
