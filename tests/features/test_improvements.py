"""You said, we did: complaints by cause, and each of who complained told once, if they have agreed (LOOP-04)."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.broadcasts.campaigns import duplicate, edit, get_campaign
from bot.broadcasts.causes import WINDOW, complaints
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.improvements import (
    get_improvement,
    list_improvements,
)
from bot.broadcasts.improving import ImprovementBegunError, begin_improvement, drop_improvement
from bot.broadcasts.models import Recipient, Voice
from bot.broadcasts.rules import Status
from bot.broadcasts.running import start
from bot.config import Locale, Settings
from bot.errors import NotFoundError
from bot.reports.causes import as_json, causes
from bot.reports.periods import Period
from bot.shop.models import Customer
from bot.tickets.models import Case
from tests.support.answers import an_answer
from tests.support.offers import MARKETER, a_fan, rounds
from tests.support.postman import NOON, Postman

WORDS: dict[Locale, str] = {"de": "Wir packen jetzt <b>am selben Tag</b>.", "en": "We now pack on the same day."}
BEFORE = NOON - timedelta(days=3)


async def complains(score: int = 1, *reasons: str, chat_id: int | None = None, customer: Customer | None = None) -> int:
    answer = await an_answer(
        score, metric="csat", at=BEFORE, reasons=list(reasons), chat_id=chat_id,
        customer_id=customer.id if customer else None,
    )  # fmt: skip
    return int(answer.id)


async def a_closed_case(cause: str, **columns: Any) -> None:
    await Case.create(
        cause="human", status="closed", opened_at=BEFORE, closed_at=BEFORE, resolved_cause=cause,
        resolved_action="answered", **columns,
    )  # fmt: skip


async def begins(settings: Settings, cause: str = "late", words: dict[Locale, str] = WORDS) -> int:
    return await begin_improvement(cause, words, author_id=MARKETER, settings=settings, now=NOON)


async def counted() -> dict[str, tuple[int, int, int]]:
    found = await complaints(since=NOON - WINDOW, until=NOON)
    return {each.cause: (each.answers, each.cases, each.unanswered) for each in found}


async def test_unhappy_answers_and_closed_cases_count_by_cause_and_praise_does_not(database: Settings) -> None:
    await complains(1, "late", "packaging")
    await complains(3, "late")
    await complains(5, "packaging")  # is happy with it
    await complains(2, "other")
    await an_answer(0, metric="csat", at=NOON - WINDOW - timedelta(days=1), reasons=["price"])
    await a_closed_case("lost")
    await a_closed_case("question")

    assert await counted() == {"late": (2, 0, 2), "packaging": (1, 0, 1), "lost": (0, 1, 1)}
    assert next(iter(await counted())) == "late"


async def test_an_improvement_takes_each_complaint_once_and_gives_it_back_when_it_is_dropped(
    database: Settings,
) -> None:
    database.community_chat_id = -100
    await complains(1, "late", chat_id=5)
    first = await begins(database)
    assert (await counted())["late"] == (1, 0, 1)  # drafts have told nobody
    await complains(2, "late", chat_id=6)
    second = await begins(database)

    one, two = await get_improvement(first), await get_improvement(second)
    assert [(each.voices, each.people) for each in (one, two)] == [(1, 1), (1, 1)]
    assert [each.id for each in await list_improvements(cause="late")] == [second, first]
    assert one.post
    assert one.letter
    assert (one.post.kind, one.letter.kind, one.post.status) == ("channel", "customers", Status.DRAFT)
    assert one.post.texts["en"].endswith("We now pack on the same day.")
    assert "Deliveries come too late" in one.letter.texts["en"]
    assert set(one.letter.texts) == {"de", "en"}
    assert "<b>am selben Tag</b>" in one.letter.texts["de"]

    await drop_improvement(first, by=MARKETER, now=NOON)
    assert (await counted())["late"] == (2, 0, 2)
    assert (await get_improvement(await begins(database))).voices == 1  # what was given back
    assert (await get_campaign(one.letter.id)).status is Status.CANCELLED
    with pytest.raises(NotFoundError):
        await get_improvement(first)


async def test_without_a_channel_there_is_no_post_and_without_a_complaint_no_letter(database: Settings) -> None:
    database.community_chat_id = None
    await complains(1, "late", chat_id=5)
    assert (await get_improvement(await begins(database))).post is None
    database.community_chat_id = -100
    told = await get_improvement(await begins(database, "price"))
    assert told.post
    assert told.letter is None


async def test_who_complained_and_has_agreed_is_told_once_whatever_is_copied(database: Settings) -> None:
    """By the chat that answered, or as the customer who did anywhere; nobody else, and none without consent."""
    anna, tom = await a_fan(1), await a_fan(2)
    await a_fan(3, agrees=False)
    await a_fan(4)  # content with all
    await complains(1, "late", chat_id=1)
    await a_closed_case("late", customer_id=tom.id)
    await complains(2, "late", chat_id=3)
    await complains(2, "late", customer=anna)  # twice, and told once
    told = await get_improvement(await begins(database))
    assert told.letter
    assert told.people == 3
    await edit(told.letter.id, version=told.letter.version, by=MARKETER, now=NOON, missing="fallback")
    copy = await duplicate(told.letter.id, author_id=MARKETER, now=NOON)
    postman = Postman()

    await start(told.letter.id, by=MARKETER, settings=database, now=NOON)
    await rounds(database, postman, times=2)
    assert {row.chat_id for row in await Recipient.filter(campaign_id=told.letter.id)} == {1, 2}
    assert (await get_improvement(told.id)).told == 2
    assert (await counted())["late"][2] == 0
    with pytest.raises(ImprovementBegunError):
        await drop_improvement(told.id, by=MARKETER, now=NOON)

    await a_fan(5)
    await Voice.create(improvement_id=told.id, source="answer:99:late", chat_id=5, said_at=BEFORE)
    await start(copy, by=MARKETER, settings=database, now=NOON)
    await rounds(database, postman, times=2)
    assert {row.chat_id for row in await Recipient.filter(campaign_id=copy)} == {5}


async def test_two_copies_begun_at_the_same_time_tell_nobody_twice(database: Settings) -> None:
    for chat_id in range(1, 31):
        await a_fan(chat_id)
        await complains(1, "late", chat_id=chat_id)
    told = await get_improvement(await begins(database))
    assert told.letter
    await edit(told.letter.id, version=told.letter.version, by=MARKETER, now=NOON, missing="fallback")
    copy = await duplicate(told.letter.id, author_id=MARKETER, now=NOON)
    extra = await a_fan(31)
    await Voice.create(improvement_id=told.id, source="answer:99:late", customer_id=extra.id, said_at=BEFORE)

    both = (told.letter.id, copy)
    await asyncio.gather(
        *(start(each, by=MARKETER, settings=database, now=NOON) for each in both), return_exceptions=True
    )
    await mind_campaigns(database, now=NOON)
    rows = await Recipient.filter(campaign_id__in=both)
    assert sorted(row.chat_id for row in rows) == list(range(1, 32))


async def test_the_report_tells_causes_and_what_was_done(database: Settings) -> None:
    database.community_chat_id = -100
    await complains(1, "late", chat_id=5)
    made = await begins(database)
    told = as_json(await causes(Period(), tz=database.time_zone))

    [cause] = told["causes"]
    [done] = cause.pop("improvements")
    assert cause == {"cause": "late", "answers": 1, "cases": 0, "unanswered": 1}
    assert (done["id"], done["voices"], done["people"], done["told"]) == (made, 1, 1, 0)
    assert done["post"]["status"] == done["letter"]["status"] == "draft"
    assert as_json(await causes(Period(NOON.date(), NOON.date()), tz=database.time_zone)) == {"causes": []}
