"""A marketer writes a contest by taps, opens it, sees who has won, and has a place drawn again."""

from datetime import timedelta
from functools import partial

import pytest

from bot.community import verify_draw
from bot.community.contest_draws import mind_contests
from bot.community.contest_export import describe_draw
from bot.community.contests import get_contest, list_contests
from bot.config import LOCALES, Locale
from bot.staff.roles import Role, grant
from tests.journeys.test_contests import follows, opened, shop, told_in
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen_by

__all__ = ["shop"]


async def marketer(shop: Shop, locale: Locale) -> Person:
    mia = await shop.town.customer(locale, name="Mia")
    await grant(1, mia.id, Role.MARKETER, name="Mia", settings=shop.town.settings, now=shop.town.clock.now())
    return mia


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_contest_is_written_opened_drawn_and_a_place_drawn_again_by_taps(shop: Shop, locale: Locale) -> None:
    opened(shop)
    mia = await marketer(shop, locale)
    ends = (shop.town.clock.now() + timedelta(days=2)).astimezone(shop.town.settings.time_zone)

    await mia.says("/contests")
    mia.reads(told_in(locale, "contest-list-none"))
    await mia.taps(told_in(locale, "contest-new-button"))
    await mia.says("Eine <Lampe>")
    mia.reads("Eine <Lampe>", told_in(locale, "contest-unready-alert", what="texts")[:30])
    await mia.taps(told_in(locale, "contest-texts-button"))
    await mia.says("P" * 501)
    mia.has_read("501")
    await mia.says("Lampe & Licht")
    await mia.says("Ab 18")
    await mia.taps(told_in(locale, "menu-back-button"))
    await mia.taps(told_in(locale, "contest-deadline-button"))
    await mia.says("gestern")
    mia.has_read(told_in(locale, "offer-time-unread"))
    await mia.says(f"{ends:%d.%m.%Y %H:%M}")
    await mia.taps(told_in(locale, "contest-winners-button"))
    await mia.says("21")
    mia.has_read(told_in(locale, "contest-winners-unread", most=20))
    await mia.says("1")
    await mia.taps(told_in(locale, "contest-launch-button"))
    mia.reads("Lampe & Licht", told_in(locale, "contest-launch-ask"))
    await mia.taps(told_in(locale, "contest-launch-sure-button"))
    mia.reads(told_in(locale, "contest-desk-open"))
    [contest] = await list_contests()

    people = [await shop.town.customer("de", name=name) for name in ("Anna", "Ben")]
    for person in people:
        await follows(person, contest.id)
        await person.taps("Teilnehmen")
    await follows(mia, contest.id)
    await mia.taps(told_in(locale, "contest-enter-button"))
    shop.town.clock.advance(timedelta(days=2))
    await mind_contests(shop.town.settings, now=shop.town.clock.now())

    told = told_in(locale, "contest-staff-drawn", title="Eine <Lampe>", winners=1)
    assert await eventually(lambda: seen_by(mia.visitor, told))
    await mia.looks()
    await mia.taps(told_in(locale, "offer-look-button"))
    first, second = (await describe_draw(contest.id))["tickets"], await describe_draw(contest.id)
    assert len(first) == 2
    winner = second["places"][0]["ticket"]
    mia.reads(winner, told_in(locale, "contest-desk-drawn"))
    assert ("Anna" in mia.text) is not ("Ben" in mia.text)
    await mia.taps(told_in(locale, "contest-again-button", place=1)[:12])
    await mia.taps(told_in(locale, "contest-why-not_entitled-button"))
    mia.reads("Mia", told_in(locale, "contest-why-not_entitled-button"), "Anna", "Ben")
    facts = await describe_draw(contest.id)
    assert [each["drawn_again_because"] for each in facts["places"]] == ["not_entitled", None]
    assert list(verify_draw.faults(facts)) == []
    for person in people:
        assert await eventually(partial(seen_by, person.visitor, "Sie haben gewonnen"))


async def test_a_contest_is_called_off_by_two_taps_and_a_stranger_sees_no_desk(shop: Shop) -> None:
    channel = opened(shop)
    from tests.support.contests import an_open_contest

    contest_id = await an_open_contest(shop.town.settings, now=shop.town.clock.now())
    mia, anna = await marketer(shop, "de"), await shop.town.customer("de")

    await anna.says("/contests")
    assert not [each for each in anna.buttons if "Kanne" in each]  # anybody reads of it, nobody else manages it
    await mia.says("/offers")
    await mia.taps("Gewinnspiele")
    await mia.taps("Kanne")
    await mia.taps("Absagen")
    await mia.taps("Ja, absagen")
    mia.reads("abgesagt")
    assert (await get_contest(contest_id)).status == "cancelled"
    assert channel.id
