"""A contest as its people meet it: read in the channel, entered in private, drawn, and checked by anybody."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.clock import Clock, real_now
from bot.community import verify_draw
from bot.community.contest_draws import mind_contests
from bot.community.contest_models import Contest
from bot.community.contest_wording import contest_link
from bot.config import LOCALES, Locale, Settings
from bot.conversations.account import find_link_base
from bot.i18n import plain
from bot.webchat.state import Chat
from tests.support.chat import Person, Town, text_of
from tests.support.contests import LASTS, an_open_contest
from tests.support.staffed import Shop, eventually, open_shop, seen_by
from tests.support.webchat import Json


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """At noon of a Wednesday, when posts may ring; three days later it is noon as well."""
    now = real_now()
    ahead = now.replace(hour=11, minute=0) + timedelta(days=1)
    while ahead.isoweekday() != 3:
        ahead += timedelta(days=1)
    async with open_shop(database, Clock(ahead=ahead - now)) as shop:
        yield shop


def told_in(locale: Locale, key: str, **values: Any) -> str:
    """As people compare it: a blank that does not break is a blank."""
    return re.sub(r"[\u00a0\u202f]", " ", plain(locale, key, **values))


def opened(shop: Shop, *readers: int) -> Chat:
    channel = shop.town.web.room.add_channel("Laden", readers)
    shop.town.settings.community_chat_id = channel.id
    return channel


async def running(shop: Shop, **options: Any) -> int:
    return await an_open_contest(shop.town.settings, now=shop.town.clock.now(), **options)


async def follows(person: Person, contest_id: int) -> None:
    link = contest_link(await find_link_base() or "", contest_id)
    await person.says(f"/start {link.partition('start=')[2]}")


async def drawn(shop: Shop) -> None:
    shop.town.clock.advance(LASTS)
    await mind_contests(shop.town.settings, now=shop.town.clock.now())


async def document(town: Town, message: Json) -> bytes:
    file = await town.bot.get_file(message["document"]["file_id"])
    async with ClientSession() as http, http.get(f"{town.web.url}/file/bot{town.bot.token}/{file.file_path}") as answer:
        return await answer.read()


@pytest.mark.parametrize("locale", LOCALES)
async def test_terms_are_read_one_tap_takes_part_another_withdraws_and_the_winner_answers(
    shop: Shop, locale: Locale
) -> None:
    opened(shop)
    contest_id = await running(shop)
    anna = await shop.town.customer(locale)

    await follows(anna, contest_id)
    anna.reads(f"Kanne {locale}", f"Eine <Kanne> {locale}", told_in(locale, "contest-agree")[:40])
    await anna.taps(told_in(locale, "contest-terms-button"))
    anna.reads(f"Ab 18 & nur einmal {locale}")
    await anna.taps(told_in(locale, "contest-open-button"))
    answer = await anna.taps(told_in(locale, "contest-enter-button"))
    assert told_in(locale, "contest-in-toast") in re.sub("[\u00a0\u202f]", " ", json.dumps(answer, ensure_ascii=False))
    anna.reads(told_in(locale, "contest-in"))
    await anna.taps(told_in(locale, "contest-leave-button"))
    anna.does_not_read(told_in(locale, "contest-in"))
    await anna.taps(told_in(locale, "contest-enter-button"))
    ticket = anna.text.split(told_in(locale, "contest-ticket", ticket="")[:8])[1].splitlines()[0][-16:]

    await drawn(shop)
    assert await eventually(lambda: seen_by(anna.visitor, told_in(locale, "contest-won-ask")))
    await anna.looks()
    anna.reads(ticket)
    await anna.taps(told_in(locale, "contest-accept-button"))
    anna.reads(told_in(locale, "contest-mine-accepted"), ticket)
    assert not any(told_in(locale, "contest-accept-button") in label for label in anna.buttons)


async def test_the_channel_reads_the_commitment_before_and_what_proves_the_draw_after_it(shop: Shop) -> None:
    anna, ben = await shop.town.customer("de", name="Anna"), await shop.town.customer("en", name="Ben")
    channel = opened(shop, anna.id, ben.id)
    contest_id = await running(shop)

    async def reads(*words: str) -> Json | None:
        posts = await anna.visitor.reads(chat_id=channel.id)
        return next((each for each in posts if all(word in text_of(each) for word in words)), None)

    row = await Contest.get(id=contest_id)
    post = await eventually(partial(reads, "🇩🇪", "🇱🇺", str(row.commitment)))
    url = post["reply_markup"]["inline_keyboard"][0][0]["url"]
    for person in (anna, ben):
        await person.says(f"/start {url.rpartition('=')[2]}")
    await anna.taps("Teilnehmen")
    await ben.taps("Take part")
    await drawn(shop)

    changed = await eventually(partial(reads, str(row.seed), str(row.commitment), "Gewinnlose"))
    assert changed["message_id"] == post["message_id"]
    assert "Anna" not in text_of(changed)
    await follows(ben, contest_id)
    await ben.taps("Check the draw")
    assert await eventually(lambda: _has_both(ben))
    files = {each["document"]["file_name"]: await document(shop.town, each) for each in ben.seen if "document" in each}
    assert list(verify_draw.faults(json.loads(files["contest.json"]))) == []
    assert files["verify_draw.py"] == Path(str(verify_draw.__file__)).read_bytes()


async def test_a_late_tap_and_a_link_to_nothing_say_so_and_nobody_takes_part_in_somebody_elses_place(
    shop: Shop,
) -> None:
    opened(shop)
    contest_id = await running(shop)
    anna = await shop.town.customer("de")
    await follows(anna, contest_id)
    shop.town.clock.advance(LASTS + timedelta(seconds=1))

    answer = await anna.taps("Teilnehmen")
    assert told_in("de", "contest-over-alert") in json.dumps(answer, ensure_ascii=False)
    anna.reads(told_in("de", "contest-over"))
    await follows(anna, 999)
    anna.reads(told_in("de", "contest-gone-alert"))


async def _has_both(person: Person) -> bool:
    await person.looks()
    return len([each for each in person.seen if "document" in each]) == 2
