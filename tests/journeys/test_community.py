"""The community screen: what membership and tier bring, a link of one's own into the group, the contest that runs."""

import pytest

from bot.community.member_models import PersonalLink
from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.webchat.state import Chat
from tests.support.builders import a_customer
from tests.support.chat import Person
from tests.support.contests import an_open_contest
from tests.support.members import LINES, TITLE, grouped
from tests.support.staffed import Shop, anna_of, eventually
from tests.support.webchat import Json


async def opened(shop: Shop) -> Chat:
    group = shop.town.web.room.add_group(TITLE, [shop.mia.id], bot_is_admin=True)
    await grouped(shop.town.settings, group=group.id)
    return group


async def comes_by(person: Person, link: str) -> tuple[int, Json]:
    return await person.town.web.try_ask("POST", "/api/joins", {"user_id": person.id, "link": link})


async def gets_link(person: Person, locale: Locale) -> str:
    name = plain(locale, "community-group")
    await person.taps(plain(locale, "community-open-button", name=name))
    row = await PersonalLink.get(ended_at=None)
    person.reads(str(row.link))
    person.can_tap(plain(locale, "community-join-button", name=name))
    return str(row.link)


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_customer_reads_the_perks_and_comes_in_by_a_link_that_works_once(shop: Shop, locale: Locale) -> None:
    group = await opened(shop)
    contest = await an_open_contest(shop.town.settings, now=shop.town.clock.now())
    anna, ben = await anna_of(shop, locale), await shop.town.stranger("de", name="Ben")
    await anna.taps(plain(locale, "community-button"))
    anna.reads(LINES[locale][0], f"Kanne {locale}")
    anna.can_tap(plain(locale, "community-contest-button"))
    assert f"contest_{contest}" in str(anna.screen["reply_markup"])

    link = await gets_link(anna, locale)
    assert (await comes_by(anna, link))[1]["status"] == "joined"
    assert anna.id in group.members
    await eventually(PersonalLink.filter(why="used").exists)
    await eventually(lambda: _is_revoked(group, link))
    assert (await comes_by(ben, link))[0] == 410

    await anna.says(plain(locale, "community-button").partition(" ")[2])
    anna.does_not_read(link)
    name = plain(locale, "community-group")
    answer = await anna.taps(plain(locale, "community-open-button", name=name))
    assert answer["text"] == plain(locale, "community-inside-alert")


async def test_who_has_linked_nothing_reads_how_and_gets_no_link(shop: Shop) -> None:
    await opened(shop)
    fred = await shop.town.customer("de", name="Fred")
    await fred.says("/start")
    await fred.taps(plain("de", "community-button"))
    fred.reads(plain("de", "community-unlinked"))
    assert not any("Einladung" in button for button in fred.buttons)
    fred.can_tap(plain("de", "menu-link-button"))


async def test_a_link_that_telegram_refuses_is_told_and_leaves_nothing_open(shop: Shop) -> None:
    group = await opened(shop)
    anna = await anna_of(shop)
    group.bot_may_invite = False
    await anna.taps(plain("de", "community-button"))
    answer = await anna.taps("Einladung")
    assert answer["text"] == plain("de", "community-no-link-alert")
    assert not await PersonalLink.filter(ended_at=None).exists()


async def test_a_link_somebody_else_uses_is_told_to_the_staff(shop: Shop) -> None:
    group = await opened(shop)
    anna, ben = await anna_of(shop), await shop.town.stranger("de", name="Ben")
    await anna.taps(plain("de", "community-button"))
    await comes_by(ben, await gets_link(anna, "de"))
    note = await shop.sees(lambda message: "bote-" in str(message.get("text")))
    assert "Anna" not in note["text"]
    assert ben.id in group.members


async def test_a_shop_without_a_group_says_nothing_of_one(shop: Shop) -> None:
    customer = await a_customer()
    anna = await shop.town.customer("de", owns=[customer])
    await anna.says("/start")
    assert plain("de", "community-button") not in anna.buttons


async def _is_revoked(group: Chat, link: str) -> bool:
    return bool(group.links[link].is_revoked)
