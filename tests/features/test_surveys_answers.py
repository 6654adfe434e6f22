"""However many tap at once, and whoever they are: one answer counts, its history stays, its points are booked once."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.errors import NotFoundError
from bot.loyalty.ledger import balance_of
from bot.loyalty.models import LoyaltyEntry
from bot.outbox.models import Push
from bot.surveys.answers import Scored, give_reason, record_score
from bot.surveys.comments import add_comment
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import Answer, AnswerChange, SurveyPlan
from bot.surveys.ratings import rate_order
from bot.tickets.cases import resolve_case
from bot.tickets.messages import Written
from bot.tickets.models import Case, CaseClock, CaseMessage
from bot.tickets.resolutions import Resolution
from tests.support.builders import a_customer
from tests.support.postman import NOON
from tests.support.surveys import ANNA, Asked, arrives, content, somebody, the_plan

DAY = timedelta(days=1)
THEN = NOON + 2 * DAY
AT_ONCE = 16


async def invited(settings: Settings) -> tuple[Asked, SurveyPlan]:
    """Anna, who was asked about her delivery."""
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    anna = await somebody()
    await arrives(anna, settings=settings)
    await send_due(THEN, settings)
    plan = await the_plan()
    assert plan.status == "invited"
    return anna, plan


async def tapped(
    plan: SurveyPlan, scores: Sequence[int], settings: Settings, *, at: datetime = THEN, chat_id: int = ANNA
) -> list[Scored]:
    taps = (record_score(plan.id, score, chat_id=chat_id, now=at, settings=settings) for score in scores)
    return await asyncio.gather(*taps)


@pytest.mark.parametrize("score", [1, 3, 5])
async def test_sixteen_equal_taps_are_one_answer(database: Settings, score: int) -> None:
    anna, plan = await invited(database)

    done = await tapped(plan, [score] * AT_ONCE, database)

    assert [each.counted for each in done] == [True] * AT_ONCE
    assert sum(each.is_first for each in done) == 1
    assert [each.points for each in done if each.is_first] == [10]
    assert ((await Answer.get()).score, await AnswerChange.all().count()) == (score, 1)
    assert await LoyaltyEntry.all().count() == 1
    assert (await balance_of([anna.customer.id], now=THEN)).pending == 10
    assert await Case.all().count() == (1 if score == 1 else 0)


async def test_of_sixteen_different_taps_one_counts_and_every_change_is_kept(database: Settings) -> None:
    anna, plan = await invited(database)
    scores = [1 + number % 5 for number in range(AT_ONCE)]

    done = await tapped(plan, scores, database)

    changes = [change.score for change in await AnswerChange.all().order_by("id")]
    assert sum(each.is_first for each in done) == 1
    assert (await Answer.get()).score == changes[-1]
    assert all(earlier != later for earlier, later in pairwise(changes)), "no change changes"
    assert sorted(set(changes)) == [1, 2, 3, 4, 5]
    assert await LoyaltyEntry.all().count() == 1
    assert (await balance_of([anna.customer.id], now=THEN)).pending == 10
    assert await Case.all().count() == 1
    assert (await the_plan()).status == "answered"


async def test_a_rating_from_the_order_card_takes_the_waiting_invitation_back(database: Settings) -> None:
    anna, plan = await invited(database)

    owned = {"customer_ids": [anna.customer.id], "chat_id": ANNA}
    await rate_order(anna.order.id, 5, **owned, now=THEN, settings=database)  # type: ignore[arg-type]  # as above

    assert (await Push.get(id=plan.push_id)).status == "superseded"
    assert (await the_plan()).status == "answered"


@pytest.mark.parametrize("again", ["score", "up and down", "comment"])
async def test_who_is_unhappy_again_after_the_case_was_closed_reaches_somebody(database: Settings, again: str) -> None:
    _, plan = await invited(database)
    [first] = await tapped(plan, [2], database)
    assert first.case_id
    await resolve_case(first.case_id, Resolution("late", "refunded"), staff_id=1, settings=database, now=THEN + DAY)
    later = THEN + 2 * DAY

    await tapped(plan, [2, 2], database, at=later)
    assert (await Case.get()).status == "closed", "nothing new was said"
    match again:
        case "score":
            await tapped(plan, [1], database, at=later)
        case "up and down":
            await tapped(plan, [5], database, at=later)
            assert (await Case.get()).status == "closed"
            await tapped(plan, [1], database, at=later)
        case _:
            told = await add_comment(
                plan.id, Written("text", "immer noch kaputt", 9), chat_id=ANNA, now=later, settings=database
            )
            assert told
            assert told.case_id == first.case_id
            assert await CaseMessage.filter(text="immer noch kaputt").exists()

    case = await Case.get()
    assert (case.status, case.rating) == ("open", "2/5" if again == "comment" else "1/5")
    assert (await CaseClock.get()).started_at == later


async def test_who_says_it_is_solved_may_write_that_without_opening_it_again(database: Settings) -> None:
    _, plan = await invited(database)
    [first] = await tapped(plan, [2], database)
    await resolve_case(first.case_id or 0, Resolution("late", "refunded"), staff_id=1, settings=database, now=THEN)
    await Case.all().update(solved=True)

    await add_comment(plan.id, Written("text", "Danke!", 9), chat_id=ANNA, now=THEN, settings=database)

    assert (await Case.get()).status == "closed"
    assert await CaseMessage.filter(text="Danke!").exists()


async def test_sixteen_ratings_from_the_order_card_are_one_answer_too(database: Settings) -> None:
    anna = await somebody(agrees=False)
    await arrives(anna, settings=database)

    owned = {"customer_ids": [anna.customer.id], "chat_id": ANNA}
    rated = [rate_order(anna.order.id, 4, **owned, now=THEN, settings=database) for _ in range(AT_ONCE)]  # type: ignore[arg-type]  # as rate_order takes them
    done = await asyncio.gather(*rated)

    assert {plan_id for plan_id, _ in done} == {(await the_plan()).id}
    assert (await Answer.all().count(), await LoyaltyEntry.all().count()) == (1, 1)


async def test_reasons_named_at_once_are_all_kept(database: Settings) -> None:
    _, plan = await invited(database)
    await tapped(plan, [3], database)
    reasons = ("late", "damaged", "packaging", "price")

    await asyncio.gather(
        *(
            give_reason(plan.id, reason, given=True, chat_id=ANNA, settings=database, now=THEN)
            for reason in reasons * (AT_ONCE // len(reasons))
        )
    )

    assert sorted((await Answer.get()).reasons) == sorted(reasons)


async def test_comments_written_at_once_are_all_kept(database: Settings) -> None:
    _, plan = await invited(database)
    await tapped(plan, [3], database)
    words = [f"Satz {number}" for number in range(AT_ONCE)]

    await asyncio.gather(
        *(
            add_comment(plan.id, Written("text", text), chat_id=ANNA, now=THEN, settings=database)
            for text in words
        )
    )  # fmt: skip

    assert sorted(str((await Answer.get()).comment).splitlines()) == sorted(words)


async def test_another_account_taps_in_vain(database: Settings) -> None:
    _, plan = await invited(database)
    stranger = await a_customer()
    await Chat.create(id=999, locale="de", created_at=NOON)
    await Link.create(chat_id=999, customer_id=stranger.id, proof="order", linked_at=NOON)

    for chat_id in (999, 12345):
        with pytest.raises(NotFoundError):
            await tapped(plan, [5], database, chat_id=chat_id)
        with pytest.raises(NotFoundError):
            await give_reason(plan.id, "late", given=True, chat_id=chat_id, settings=database, now=THEN)

    assert (await Answer.all().count(), await LoyaltyEntry.all().count()) == (0, 0)


async def test_another_chat_of_the_same_customer_may_answer_and_who_was_unlinked_may_not(database: Settings) -> None:
    anna, plan = await invited(database)
    await Chat.create(id=702, locale="fr", created_at=NOON)
    await Link.create(chat_id=702, customer_id=anna.customer.id, proof="order", linked_at=NOON)

    [done] = await tapped(plan, [4], database, chat_id=702)
    assert done.counted
    await Link.filter(chat_id=ANNA).delete()
    with pytest.raises(NotFoundError):
        await tapped(plan, [1], database)
    assert (await Answer.get()).score == 4


@pytest.mark.parametrize("score", [-1, 0, 6, 10, 99])
async def test_what_is_no_score_of_this_survey_is_none(database: Settings, score: int) -> None:
    _, plan = await invited(database)

    with pytest.raises(NotFoundError):
        await tapped(plan, [score], database)
    assert await Answer.all().count() == 0


async def test_the_last_moment_of_the_window_counts_and_the_next_does_not(database: Settings) -> None:
    _, plan = await invited(database)
    ends = plan.expires_at

    assert (await tapped(plan, [2], database, at=ends - timedelta(seconds=1)))[0].counted
    late = await tapped(plan, [5], database, at=ends)

    assert [each.counted for each in late] == [False]
    assert ((await Answer.get()).score, await AnswerChange.all().count()) == (2, 1)
    assert not await give_reason(plan.id, "late", given=True, chat_id=ANNA, settings=database, now=ends)


async def test_every_score_earns_the_same(database: Settings) -> None:
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    earned = []
    for score in range(1, 6):
        asked = await somebody(800 + score, number=f"n{score}")
        await arrives(asked, settings=database)
        await send_due(THEN, database)
        plan = await SurveyPlan.get(order_id=asked.order.id)
        [done] = await tapped(plan, [score], database, chat_id=800 + score)
        earned.append(done.points)

    assert earned == [10] * 5
