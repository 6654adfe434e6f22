"""A link is passed on, somebody new comes by it and buys, and the staff look at what comes too fast."""

import re
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.config import LOCALES, Locale
from bot.customers.models import Link
from bot.i18n import plain
from bot.loyalty.inviting import find_code
from bot.loyalty.ledger import balance_of
from bot.loyalty.referral_models import Referral
from bot.outbox.papers import draw_qr
from bot.returns.earning import mind_points
from tests.support.builders import a_customer
from tests.support.chat import Person, Town, text_of
from tests.support.referrals import arrives, bought, switched_on
from tests.support.staffed import Shop, seen_by
from tests.support.webchat import Json

DAYS = timedelta(days=32)
TYPED: dict[Locale, str] = {
    "de": "Freunde einladen",
    "en": "invite friends",
    "fr": "parrainer un ami",
    "lb": "Frënn alueden",
}


def told_in(locale: Locale, key: str, **values: Any) -> str:
    """As people compare it: a blank that does not break is a blank."""
    return re.sub(r"[\u00a0\u202f]", " ", plain(locale, key, **values))


async def link_of(town: Town, person: Person, locale: Locale) -> str:
    """The address on the screen, as it is copied."""
    [copied] = [
        key["copy_text"]["text"]
        for row in person.screen["reply_markup"]["inline_keyboard"]
        for key in row
        if key["text"] == plain(locale, "referral-copy-button")
    ]
    return str(copied)


async def opened(person: Person, link: str) -> None:
    """As the page does it: the payload of the link is sent with /start."""
    await person.says(f"/start {link.partition('start=')[2]}")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_link_is_found_passed_on_and_followed(town: Town, locale: Locale) -> None:
    await switched_on()
    owner = await a_customer()
    ina = await town.customer(locale, owns=[owner], name="Ina")

    await ina.says(TYPED[locale])

    link = await link_of(town, ina, locale)
    ina.reads(link, told_in(locale, "referral-for-you", points=100), told_in(locale, "referral-opened", count=0))
    assert link.endswith(f"ref_{await find_code([owner.id])}")
    assert "photo" in ina.screen

    fred = await town.stranger(locale, name="Fred")
    await opened(fred, link)
    fred.has_read(told_in(locale, "referral-welcome-points", points=50))
    await opened(fred, link)
    fred.reads(told_in(locale, "referral-again"))
    await opened(ina, link)
    ina.reads(told_in(locale, "referral-self"))

    await ina.says("/points")
    await ina.taps(told_in(locale, "referral-button"))
    ina.reads(told_in(locale, "referral-opened", count=1))
    ina.does_not_read("Fred", str(fred.id))


async def test_the_picture_is_the_code_of_the_link(town: Town) -> None:
    await switched_on()
    ina = await town.customer("de", owns=[await a_customer()])
    await ina.says("Freunde einladen")

    picture = await the_picture(town, ina.screen)

    assert picture == draw_qr(await link_of(town, ina, "de"))


async def the_picture(town: Town, message: Json) -> bytes:
    file = await town.bot.get_file(message["photo"][-1]["file_id"])
    assert file.file_path
    async with ClientSession() as http, http.get(f"{town.web.url}/file/bot{town.bot.token}/{file.file_path}") as answer:
        return await answer.read()


async def test_a_shop_that_has_not_switched_it_on_says_so_and_offers_no_link(town: Town) -> None:
    ina = await town.customer("de", owns=[await a_customer()])

    await ina.says("Freunde einladen")
    ina.reads(told_in("de", "intent-referral-button"))
    await ina.says("/points")
    assert told_in("de", "referral-button") not in ina.buttons
    fred = await town.stranger("de")
    await fred.says("/start ref_ABCDEFGHJK")
    fred.reads(told_in("de", "referral-gone"))


async def test_who_has_linked_nothing_is_asked_to_first(town: Town) -> None:
    await switched_on()
    fred = await town.customer("de")

    await fred.says("Freunde einladen")

    fred.reads(told_in("de", "question-link-first"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_both_read_why_they_have_points_and_a_customer_is_not_invited(town: Town, locale: Locale) -> None:
    await switched_on()
    owner, friend = await a_customer(), await a_customer()
    ina = await town.customer(locale, owns=[owner], name="Ina")
    await ina.says(TYPED[locale])
    link = await link_of(town, ina, locale)
    fred = await town.stranger(locale, name="Fred")
    await opened(fred, link)
    order = await buys(town, fred, friend)

    await mind_points(town.settings, town.clock)

    await ina.says(TYPED[locale])
    ina.reads(told_in(locale, "referral-pending", count=1, points=100))
    await fred.says("/points")
    fred.reads(told_in(locale, "points-reason-referral_invited", number=order.number))
    await ina.says("/points")
    ina.reads(told_in(locale, "points-reason-referral_inviter"))
    ina.does_not_read(order.number)
    ben = await town.customer(locale, owns=[await a_customer()], name="Ben")
    await opened(ben, link)
    ben.reads(told_in(locale, "referral-known"))


async def buys(town: Town, person: Person, customer: Any, **columns: Any) -> Any:
    """They order after they came, link the order, and get it."""
    now = town.clock.now()
    order = await bought(customer, at=now, **columns)
    await Link.create(chat_id=person.id, customer_id=customer.id, proof="order", linked_at=now)
    await arrives(order, town.settings, at=now + timedelta(hours=2))
    return order


async def comes_and_buys(shop: Shop, link: str, number: int) -> None:
    fred = await shop.town.stranger("de", name=f"Fred {number}")
    await opened(fred, link)
    await buys(shop.town, fred, await a_customer(), ship_street=f"Weg {number}")


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_staff_look_at_what_comes_too_fast_and_say_why(shop: Shop, locale: Locale) -> None:
    shop.town.settings.default_locale = locale
    await switched_on(per_day=1)
    owner = await a_customer("Ina Inviter")
    ina = await shop.town.customer("de", owns=[owner], name="Ina")
    await ina.says("Freunde einladen")
    link = await link_of(shop.town, ina, "de")
    for number in (1, 2, 3):
        await comes_and_buys(shop, link, number)

    await mind_points(shop.town.settings, shop.town.clock)
    await mind_points(shop.town.settings, shop.town.clock)

    one, two = [each.id for each in await Referral.filter(status="review").order_by("id")]
    order = await Referral.get(id=one).select_related("order")
    assert order.order
    card = await seen_in(shop, order.order.number)
    assert "I••• I•••" in card["text"]
    assert "Fred" not in str(card)
    denied = await shop.taps(shop.tom, told_in(locale, "referral-approve-button"), card)
    assert denied["text"] == told_in(locale, "staff-not-allowed-alert")
    await shop.taps(shop.mia, told_in(locale, "referral-approve-button"), card)
    told = told_in(locale, "referral-approved-told", staff="Mia")
    await shop.sees(lambda message: message["message_id"] == card["message_id"] and told in text_of(message))

    order = await Referral.get(id=two).select_related("order")
    assert order.order
    card = await seen_in(shop, order.order.number)
    await shop.taps(shop.mia, told_in(locale, "referral-decline-button"), card)
    why = told_in(locale, "referral-why-household-button")
    asked = await shop.sees(lambda message: why in str(message.get("reply_markup", "")))
    await shop.taps(shop.mia, why, asked)
    assert await seen_in(shop, told_in(locale, "referral-declined-told", staff="Mia", why=why))
    told_why = await Referral.get(id=two)
    assert (told_why.status, told_why.why, told_why.decided_by) == ("refused", "staff_household", shop.mia.id)
    assert (await balance_of([owner.id], now=shop.town.clock.now())).pending == 200
    assert not await seen_by(shop.tom, "Fred")


async def seen_in(shop: Shop, text: str) -> Json:
    return await shop.sees(lambda message: text in text_of(message))
