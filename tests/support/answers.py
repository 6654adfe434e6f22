"""Answers to surveys for tests: `await given("nps", {9: 50, 3: 20}, at=…)`."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.outbox.models import Push
from bot.shop.models import Customer, Order
from bot.surveys.models import Answer, SurveyPlan

ANSWERED = datetime(2026, 11, 10, 12, tzinfo=UTC)

_running = count(1)


async def given(metric: str, counts: Mapping[int, int], *, at: datetime = ANSWERED, **columns: Any) -> None:
    """So many answers with each score; imported ones unless said otherwise."""
    rows = [
        Answer(
            **({"imported": True} | columns), once=f"test:{next(_running)}", survey=metric, score=score, answered_at=at
        )
        for score, number in counts.items()
        for _ in range(number)
    ]
    await Answer.bulk_create(rows)


async def an_answer(score: int, *, metric: str = "nps", at: datetime = ANSWERED, **columns: Any) -> Answer:
    """One answer of Bote's own."""
    once = f"test:{next(_running)}"
    return await Answer.create(once=once, survey=metric, score=score, answered_at=at, **columns)


async def a_plan(
    customer: Customer,
    *,
    status: str = "invited",
    push: str | None = "sent",
    push_why: str | None = None,
    metric: str = "nps",
    due_at: datetime = ANSWERED,
    order: Order | None = None,
    **columns: Any,
) -> SurveyPlan:
    """One invitation, with the outbox row that it became (`push` is that row's status)."""
    number = next(_running)
    row = await _push(number, customer, push, push_why, due_at) if push else None
    told: dict[str, Any] = {"survey": metric, "version": 1, "expires_at": due_at + timedelta(days=14)} | columns
    return await SurveyPlan.create(
        once=f"test:{number}",
        metric=metric,
        customer_id=customer.id,
        order_id=order and order.id,
        status=status,
        push_id=row and row.id,
        created_at=due_at,
        due_at=due_at,
        **told,
    )


async def _push(number: int, customer: Customer, status: str, why: str | None, at: datetime) -> Push:
    return await Push.create(
        once=f"test:{number}",
        chat_id=number,
        customer_id=customer.id,
        purpose="survey",
        urgency=3,
        method="sendMessage",
        params={},
        due_at=at,
        status=status,
        why=why,
        created_at=at,
    )
