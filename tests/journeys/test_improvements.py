"""You said, we did: complaints on a marketer's screen, the post in the channel, and who complained told once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.broadcasts.improvements import list_improvements
from bot.broadcasts.posting import mind_posts
from bot.config import LOCALES, Locale, Settings
from bot.staff.roles import Role, grant
from tests.journeys.test_contests import told_in
from tests.support.answers import an_answer
from tests.support.chat import Person, text_of
from tests.support.offer_desk import fan, noon_of_a_wednesday, rounds
from tests.support.staffed import Shop, eventually, open_shop, seen


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    async with open_shop(database, noon_of_a_wednesday()) as shop:
        yield shop


async def marketer(shop: Shop, name: str, locale: Locale) -> Person:
    person = await shop.town.customer(locale, name=name)
    await grant(1, person.id, Role.MARKETER, name=name, settings=shop.town.settings, now=shop.town.clock.now())
    return person


async def complains(shop: Shop, person: Person) -> None:
    before = shop.town.clock.now() - timedelta(days=2)
    await an_answer(1, metric="csat", at=before, reasons=["late"], chat_id=person.id)


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_was_done_about_a_complaint_is_written_posted_and_told(shop: Shop, locale: Locale) -> None:
    mia, otto = await marketer(shop, "Mia", locale), await marketer(shop, "Otto", locale)
    anna, tom = await fan(shop, "de"), await fan(shop, "en")
    shut = await shop.town.customer("de", name="Shut")
    await shut.says("/start")
    for person in (anna, shut):
        await complains(shop, person)
    channel = shop.town.web.room.add_channel("Laden", (anna.id, tom.id, shut.id))
    shop.town.settings.community_chat_id = channel.id

    await mia.says("/offers")
    await mia.taps(told_in(locale, "improvement-list-button"))
    mia.reads(told_in(locale, "improvement-list-shown", days=180))
    said = told_in(locale, "improvement-cause-late")
    await mia.taps(f"{said} · 2")
    mia.reads(said, told_in(locale, "improvement-unanswered", count=2), told_in(locale, "improvement-none-done"))
    await mia.taps(told_in(locale, "improvement-write-button"))
    await mia.says("x" * 801)
    mia.has_read("801")
    await mia.taps("de")
    await mia.says("Wir packen <jetzt> am selben Tag.")
    mia.reads("Wir packen <jetzt> am selben Tag.")
    await mia.taps(told_in(locale, "improvement-prepare-button"))
    mia.reads(told_in(locale, "improvement-card", voices=2, people=2, told=0))

    await mia.taps(told_in(locale, "improvement-post-button"))
    await mia.taps(told_in(locale, "offer-check-button"))
    await mia.taps(told_in(locale, "offer-post-button"))

    async def is_posted() -> bool:
        await mind_posts(shop.town.settings, now=shop.town.clock.now())
        return any("am selben Tag" in text_of(each) for each in await shut.visitor.reads(chat_id=channel.id))

    await eventually(is_posted)
    [post] = [each for each in await anna.visitor.reads(chat_id=channel.id) if "am selben Tag" in text_of(each)]
    assert "Sie haben uns gesagt: Lieferungen kommen zu spät." in text_of(post)

    await opens(otto, locale, said)
    await otto.taps(told_in(locale, "improvement-letter-button"))
    otto.reads(told_in(locale, "offer-segment-voices", which=said))
    await otto.taps(told_in(locale, "offer-texts-button"))
    await otto.taps(told_in(locale, "offer-missing-fallback-button"))
    await otto.taps(told_in(locale, "menu-back-button"))
    await otto.taps(told_in(locale, "offer-check-button"))
    await otto.taps(told_in(locale, "offer-start-button", count=1))
    await rounds(shop)
    await eventually(partial(seen, anna, "am selben Tag"))
    anna.has_read("Wir packen <jetzt> am selben Tag.", "Lieferungen kommen zu spät")
    await rounds(shop)
    assert not await seen(tom, "am selben Tag")
    assert not await seen(shut, "am selben Tag")

    await opens(mia, locale, said)
    mia.reads(told_in(locale, "improvement-card", voices=2, people=2, told=1))
    assert told_in(locale, "improvement-drop-button") not in mia.buttons
    [told] = await list_improvements()
    assert (told.cause, told.told) == ("late", 1)


async def opens(person: Person, locale: Locale, said: str) -> None:
    """The improvement's card, by its line on the screen of its cause."""
    await person.says("/offers")
    await person.taps(told_in(locale, "improvement-list-button"))
    await person.taps(f"{said} ✓")
    await person.taps(next(each for each in person.buttons if any(map(str.isdecimal, each))))


async def test_what_is_taken_back_waits_for_an_answer_again(shop: Shop) -> None:
    mia = await marketer(shop, "Mia", "de")
    await complains(shop, await fan(shop, "de"))
    said = told_in("de", "improvement-cause-late")

    await mia.says("/offers")
    await mia.taps(told_in("de", "improvement-list-button"))
    await mia.taps(f"{said} · 1")
    await mia.taps(told_in("de", "improvement-write-button"))
    await mia.says("Wir packen schneller.")
    await mia.taps(told_in("de", "improvement-prepare-button"))
    mia.reads(told_in("de", "improvement-no-channel"))
    await mia.taps(told_in("de", "improvement-drop-button"))
    mia.reads(told_in("de", "improvement-unanswered", count=1), told_in("de", "improvement-none-done"))
