"""A poll as its people meet it: written by a marketer, voted on in the channel, counted and closed."""

from datetime import timedelta

import pytest

from bot.broadcasts.polls import list_polls
from bot.broadcasts.posting import mind_posts
from bot.config import LOCALES, Locale
from bot.webchat.state import Chat
from tests.journeys.test_contests import opened, shop, told_in
from tests.journeys.test_contests_desk import marketer
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually
from tests.support.webchat import Json

__all__ = ["shop"]


async def poll_in(channel: Chat, person: Person, *, closed: bool = False) -> Json | None:
    posts = await person.visitor.reads(chat_id=channel.id)
    return next((each for each in posts if each.get("poll", {}).get("is_closed") is closed), None)


async def votes(shop: Shop, person: Person, channel: Chat, post: Json, *options: int) -> None:
    body = {"user_id": person.id, "message_id": post["message_id"], "option_ids": list(options)}
    await shop.town.web.ask("POST", f"/api/chats/{channel.id}/votes", body)


async def counted(mia: Person, locale: Locale, *figures: str) -> bool:
    """Whether these stand on her card, once it is counted again."""
    await mia.taps(told_in(locale, "poll-refresh-button"))
    return all(figure in told_now(mia) for figure in figures)


def told_now(person: Person) -> str:
    return person.text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_poll_is_written_seen_posted_counted_and_closed_by_taps(shop: Shop, locale: Locale) -> None:
    mia = await marketer(shop, locale)
    anna, tom = [await shop.town.customer("de", name=name) for name in ("Anna", "Tom")]
    channel = opened(shop, anna.id, tom.id)

    await mia.says("/polls")
    mia.reads(told_in(locale, "poll-list-none"))
    await mia.taps(told_in(locale, "poll-new-button"))
    await mia.says("Q" * 301)
    mia.has_read("301")
    await mia.says("Welche <Farbe>?")
    mia.reads("Welche <Farbe>?", told_in(locale, "poll-unready-alert", what="options"))
    await mia.taps(told_in(locale, "poll-options-button"))
    await mia.says("Rot\nrot")
    mia.has_read(told_in(locale, "poll-options-unread", options=12, most=100))
    await mia.says("Rot & Rosa\nBlau")
    await mia.taps(told_in(locale, "poll-several-button"))
    await mia.taps(told_in(locale, "poll-members-button"))
    await mia.taps(told_in(locale, "poll-countries-button"))
    await mia.says("Luxemburg")
    mia.has_read(told_in(locale, "poll-countries-unread"))
    await mia.says("lu de")
    mia.reads("Rot & Rosa", "Blau", "LU, DE", told_in(locale, "poll-members"))
    await mia.taps(told_in(locale, "poll-preview-button"))
    assert await eventually(lambda: _preview(mia))

    await mia.taps(told_in(locale, "poll-post-button"))
    mia.reads(told_in(locale, "poll-post-ask"), "Rot & Rosa")
    await mia.taps(told_in(locale, "poll-sure-post-button"))
    post = await eventually(lambda: poll_in(channel, anna))
    assert post["poll"]["question"] == "Welche <Farbe>?"
    assert (post["poll"]["members_only"], post["poll"]["country_codes"]) == (True, ["LU", "DE"])
    await votes(shop, anna, channel, post, 0, 1)
    await votes(shop, tom, channel, post, 1)
    share = told_in(locale, "poll-result", share=100, option="Blau", count=2)
    assert await eventually(lambda: counted(mia, locale, share, told_in(locale, "poll-voters", count=2)))
    await votes(shop, tom, channel, post)
    share = told_in(locale, "poll-result", share=100, option="Blau", count=1)
    assert await eventually(lambda: counted(mia, locale, share, told_in(locale, "poll-voters", count=1)))
    assert "Anna" not in mia.text

    await mia.taps(told_in(locale, "poll-close-button"))
    await mia.taps(told_in(locale, "poll-sure-close-button"))
    mia.reads(told_in(locale, "poll-status-closed"))
    assert await eventually(lambda: poll_in(channel, tom, closed=True))


async def test_a_poll_appears_at_its_time_and_ends_on_its_day(shop: Shop) -> None:
    mia, anna = await marketer(shop, "de"), await shop.town.customer("de", name="Anna")
    channel, tz = opened(shop, anna.id), shop.town.settings.time_zone
    at = (shop.town.clock.now() + timedelta(hours=1)).astimezone(tz)

    await mia.says("/offers")
    await mia.taps("Abstimmungen")
    await mia.taps("Neue Abstimmung")
    await mia.says("Kommen Sie?")
    await mia.taps("Antworten")
    await mia.says("Ja\nNein")
    await mia.taps("Zeitpunkt")
    await mia.says(f"{at:%d.%m.%Y %H:%M}")
    await mia.taps("Ende")
    await mia.says(f"{at + timedelta(hours=2):%d.%m.%Y %H:%M}")
    await mia.taps("Zu dieser Zeit veröffentlichen")
    mia.reads("geplant")
    await mind_posts(shop.town.settings, now=shop.town.clock.now())
    assert await poll_in(channel, anna) is None
    shop.town.clock.advance(timedelta(hours=1))
    await mind_posts(shop.town.settings, now=shop.town.clock.now())
    post = await eventually(lambda: poll_in(channel, anna))
    assert post["poll"]["description"].startswith("Abstimmen bis")
    shop.town.clock.advance(timedelta(hours=2))
    await mind_posts(shop.town.settings, now=shop.town.clock.now())
    assert await eventually(lambda: poll_in(channel, anna, closed=True))


async def test_a_hundred_votes_at_once_are_no_flood_and_a_stranger_sees_no_desk(shop: Shop) -> None:
    mia = await marketer(shop, "de")
    people = [await shop.town.web.visitor(f"Person {number}") for number in range(60)]
    anna = await shop.town.customer("de", name="Anna")
    channel = opened(shop, anna.id, *(each.id for each in people))
    await anna.says("/polls")
    assert "Noch keine." not in anna.text

    await mia.says("/polls")
    await mia.taps("Neue Abstimmung")
    await mia.says("Wie viele?")
    await mia.taps("Antworten")
    await mia.says("Viele\nWenige")
    await mia.taps("Jetzt veröffentlichen")
    await mia.taps("Ja, veröffentlichen")
    post = await eventually(lambda: poll_in(channel, anna))
    for each in people:
        body = {"user_id": each.id, "message_id": post["message_id"], "option_ids": [0]}
        await shop.town.web.ask("POST", f"/api/chats/{channel.id}/votes", body)
    assert await eventually(lambda: counted(mia, "de", "100 % · Viele (60)"))
    assert len(await list_polls()) == 1


async def _preview(mia: Person) -> bool:
    return any(each.get("poll", {}).get("is_closed") for each in await mia.visitor.reads())
