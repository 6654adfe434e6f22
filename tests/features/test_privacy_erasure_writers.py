"""Erasing somebody while others write about them: whatever commits a moment later is erased, too."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.config import Settings
from bot.db import connection, is_sqlite, unit_of_work
from bot.errors import NotFoundError
from bot.loyalty.models import LoyaltyEntry
from bot.privacy.erasure import erase
from bot.privacy.subject import subject_of
from bot.surveys.answers import record_score
from bot.surveys.models import Answer, SurveyPlan
from bot.tickets.cases import NewCase, open_case
from bot.tickets.models import Case
from tests.support.postman import NOON
from tests.support.staffed import eventually
from tests.support.surveys import ANNA, Asked, arrives, somebody

WAITING = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


async def answers(anna: Asked, settings: Settings) -> None:
    """An unhappy answer: a score, its points, and a case."""
    plan = await SurveyPlan.get(survey="delivery_csat")
    await record_score(plan.id, 1, chat_id=ANNA, now=NOON, settings=settings)


async def complains(anna: Asked, settings: Settings) -> None:
    new = NewCase(cause="complaint", once="complaint:1", customer_id=anna.customer.id, chat_id=ANNA)
    await open_case(new, settings=settings, now=NOON)


@pytest.mark.parametrize("writes", [answers, complains])
async def test_what_is_written_meanwhile_is_erased_too(
    database: Settings, writes: Callable[[Asked, Settings], Awaitable[None]]
) -> None:
    anna = await somebody()
    await arrives(anna, settings=database)
    subject = await subject_of([anna.customer.id])
    written, may_end = asyncio.Event(), asyncio.Event()

    @unit_of_work
    async def writing() -> None:
        await writes(anna, database)
        written.set()
        await may_end.wait()

    writer = asyncio.create_task(writing())
    await written.wait()
    erasing = asyncio.create_task(erase(subject, settings=database, now=NOON))

    async def has_come_as_far_as_it_can() -> bool:
        return is_sqlite() or erasing.done() or bool(await connection().execute_query_dict(WAITING))

    await eventually(has_come_as_far_as_it_can)
    may_end.set()
    await asyncio.gather(writer, erasing)

    whose = {"customer_id": anna.customer.id}
    for model in (Answer, Case, LoyaltyEntry, SurveyPlan):
        assert not await model.filter(**whose).exists(), model
    assert not await Case.filter(chat_id=ANNA).exists()
    assert not await Case.filter(closed_at=None).exists()


async def test_who_answers_after_the_erasure_finds_nothing_to_answer(database: Settings) -> None:
    anna = await somebody()
    await arrives(anna, settings=database)
    plan = await SurveyPlan.get(survey="delivery_csat")
    outcomes = await asyncio.gather(
        erase(await subject_of([anna.customer.id]), settings=database, now=NOON),
        *(record_score(plan.id, score, chat_id=ANNA, now=NOON, settings=database) for score in (1, 2, 3)),
        return_exceptions=True,
    )

    assert not [each for each in outcomes[1:] if isinstance(each, Exception) and not isinstance(each, NotFoundError)]
    assert not isinstance(outcomes[0], Exception)
    assert not await Answer.filter(customer_id=anna.customer.id).exists()
    assert not await Case.filter(customer_id=anna.customer.id).exists()
