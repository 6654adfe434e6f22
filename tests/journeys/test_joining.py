"""Asking to join the customers' group: linked customers are in, others are shown the way, the staff see who waits."""

import pytest

from bot.community.joining import CARD_AFTER, mind_joining
from bot.community.member_models import JoinRequest
from bot.config import LOCALES, Locale
from bot.customers.models import Link
from bot.i18n import plain
from bot.webchat.joining import InviteLink, add_link
from bot.webchat.state import Chat
from tests.support.builders import a_customer
from tests.support.chat import Person, text_of
from tests.support.members import TITLE, grouped
from tests.support.staffed import Shop, anna_of, eventually, seen
from tests.support.webchat import Json


async def opened(shop: Shop) -> tuple[Chat, InviteLink]:
    """The group, with a link to it that asks for approval, and one for the tier silver."""
    room = shop.town.web.room
    group = room.add_group(TITLE, [shop.mia.id], bot_is_admin=True)
    await grouped(shop.town.settings, group=group.id)
    return group, add_link(group, room.persons[shop.mia.id].as_user, creates_join_request=True)


async def follows(person: Person, link: InviteLink) -> str:
    answer: Json = await person.town.web.ask("POST", "/api/joins", {"user_id": person.id, "link": link.address})
    return str(answer["status"])


async def is_in(person: Person, group: Chat) -> bool:
    return person.id in group.members


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_linked_customer_is_in_at_once_and_reads_what_belongs_where(shop: Shop, locale: Locale) -> None:
    group, link = await opened(shop)
    anna = await anna_of(shop, locale)
    assert await follows(anna, link) == "asked"
    await eventually(lambda: is_in(anna, group))
    welcome = plain(locale, "join-in", title=TITLE).replace("\u00a0", " ")  # as people compare it
    await eventually(lambda: seen(anna, welcome))
    anna.does_not_read("1001")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_stranger_is_shown_the_way_and_is_in_once_linked(shop: Shop, locale: Locale) -> None:
    group, link = await opened(shop)
    fred = await shop.town.stranger(locale, name="Fred")
    await follows(fred, link)
    await eventually(lambda: seen(fred, TITLE))
    assert not await is_in(fred, group)
    [[button]] = fred.screen["reply_markup"]["inline_keyboard"]
    assert (button["text"], button["url"].endswith("?start=community")) == (plain(locale, "join-link-button"), True)

    await fred.says("/start community")
    fred.can_tap(plain(locale, "link-order-button"))
    customer = await a_customer()
    await Link.create(chat_id=fred.id, customer_id=customer.id, proof="order", linked_at=shop.town.clock.now())
    await mind_joining(shop.town.settings, now=shop.town.clock.now())
    await eventually(lambda: is_in(fred, group))
    await eventually(lambda: seen(fred, TITLE, times=2))


async def test_who_waits_is_shown_to_the_staff_who_look_and_decide(shop: Shop) -> None:
    group, link = await opened(shop)
    fred = await shop.town.stranger("de", name="Fred")
    await follows(fred, link)
    await eventually(JoinRequest.exists)
    shop.town.clock.advance(CARD_AFTER)
    await mind_joining(shop.town.settings, now=shop.town.clock.now())

    card = await shop.sees(lambda message: TITLE in text_of(message) and "inline_keyboard" in str(message))
    assert "Fred" not in text_of(card)
    refused = await shop.taps(shop.tom, "Aufnehmen", card)
    assert refused["text"] == plain("de", "staff-not-allowed-alert")
    assert "Fred" in (await shop.taps(shop.mia, "Wer ist das", card))["text"]
    await shop.taps(shop.mia, "Aufnehmen", card)
    await eventually(lambda: is_in(fred, group))
    decided = await shop.sees(lambda message: "Aufgenommen, sagt Mia" in text_of(message))
    assert "reply_markup" not in decided
