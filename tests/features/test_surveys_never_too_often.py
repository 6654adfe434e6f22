"""Whatever happens, in whatever order: nobody is asked again within the throttle, nor written to beyond the budget."""

import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count, pairwise
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.holds import open_hold, release_hold
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.outbox.purposes import BUDGETED, PROBLEMS
from bot.outbox.queue import enqueue
from bot.shipping.events import record_event
from bot.shop.models import Customer, Shipment
from bot.surveys.answers import record_score
from bot.surveys.definitions import shipped_definitions
from bot.surveys.models import SurveyPlan
from bot.surveys.rounds import go_round
from bot.tickets.cases import close_case, open_human_case
from bot.tickets.models import Case
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.postman import NOON, Postman, drained
from tests.support.surveys import agree

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CHATS = (701, 702)
BERLIN = ZoneInfo("Europe/Berlin")
HAPPENINGS = ("delivery", "delivery", "problem", "hold", "release", "offer", "talk", "answer", "nothing")

_numbers = count(1)


class Person:
    """Somebody with one account and two chats, who has agreed to everything, and to whom things happen."""

    def __init__(self, customer: Customer, settings: Settings) -> None:
        self.customer, self.settings = customer, settings

    async def meets(self, happening: str, chat_id: int, now: datetime) -> None:
        match happening:
            case "delivery":
                order = await an_order(
                    f"n{next(_numbers)}", customer=self.customer, parcels=[parcel("in_transit")], ship_country="DE"
                )
                shipment = await Shipment.get(order_id=order.id)
                await record_event(shipment.id, scan("delivered", at=now), now=now, settings=self.settings)
            case "problem" | "offer":
                more = {"customer_id": self.customer.id}
                params = {"text": happening}
                await enqueue(chat_id, "sendMessage", params, once=None, purpose=happening, now=now, **more)
            case "hold":
                await open_hold(self.customer.id, reason="case", subject="case:0", now=now)
            case "release":
                await release_hold(self.customer.id, reason="case", subject="case:0", now=now)
            case "talk":
                await self._talks(chat_id, now)
            case "answer":
                await self._answers(now)

    async def _talks(self, chat_id: int, now: datetime) -> None:
        case_id = await open_human_case(chat_id, order_id=None, locale="de", settings=self.settings, now=now)
        await Case.filter(id=case_id).update(first_answer_at=now)
        await close_case(case_id, because="customer", settings=self.settings, now=now)

    async def _answers(self, now: datetime) -> None:
        plan = await SurveyPlan.filter(status="invited", expires_at__gt=now).order_by("-id").first()
        if plan and plan.chat_id:
            await record_score(plan.id, 5, chat_id=plan.chat_id, now=now, settings=self.settings)


async def a_person(settings: Settings) -> Person:
    for table in (SurveyPlan, Push, Link, Chat, Case):
        await table.all().delete()
    customer = await a_customer()
    for chat_id in CHATS:
        await Chat.create(id=chat_id, locale="de", created_at=NOON)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=NOON)
        await agree(chat_id)
        await agree(chat_id, "promo")
    return Person(customer, settings)


# PostgreSQL's round trips take their time.
@hypothesis_settings(
    max_examples=8 if os.environ.get("BOTE_TEST_DATABASE_URL") else 25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    st.lists(
        st.tuples(st.sampled_from(HAPPENINGS), st.sampled_from(CHATS), st.sampled_from((1, 5, 13, 26, 50, 170, 400))),
        min_size=5,
        max_size=22,
    )
)
async def test_nobody_is_asked_or_written_to_too_often(
    database: Settings, happenings: Sequence[tuple[str, int, int]]
) -> None:
    person, now, postman = await a_person(database), NOON, Postman()
    held: list[tuple[datetime, bool]] = []
    for happening, chat_id, hours in happenings:
        await person.meets(happening, chat_id, now)
        if happening in {"hold", "release"}:
            held.append((now, happening == "hold"))
        for step in range(0, hours, max(1, hours // 4)):
            await go_round(now + step * HOUR, database)
            await drained(database, postman, now + step * HOUR, ticks=2)
        now += hours * HOUR

    pushes = await Push.filter(status="sent").order_by("settled_at", "id")
    _check_throttle([push for push in pushes if str(push.once).startswith("survey:plan:")], await SurveyPlan.all())
    _check_budget([push for push in pushes if push.purpose in BUDGETED], pushes)
    for push in pushes:
        if push.purpose == "survey" and push.settled_at:
            assert 8 <= push.settled_at.astimezone(BERLIN).hour < 21
            assert [is_on for at, is_on in held if at <= push.settled_at][-1:] != [True], "held"


def _check_throttle(pushes: Sequence[Push], plans: Sequence[SurveyPlan]) -> None:
    """No invitation comes sooner after another than its survey allows; a reminder belongs to its own."""
    invited = {f"survey:plan:{plan.id}": plan for plan in plans}
    told = [
        (push.settled_at, shipped_definitions()[invited[push.once].survey]) for push in pushes if push.once in invited
    ]
    for number, (at, survey) in enumerate(told):
        for before, other in told[:number]:
            assert at
            assert before
            assert at - before >= timedelta(days=survey.throttle.any_days), (survey.key, other.key)
            if survey.kin == other.kin:
                assert at - before >= timedelta(days=survey.throttle.same_days)
    reminders = [push.once for push in pushes if push.once not in invited]
    assert len(reminders) == len(set(reminders))


def _check_budget(advertising: Sequence[Push], everything: Sequence[Push]) -> None:
    times = [push.settled_at for push in advertising if push.settled_at]
    assert all(later - sooner >= DAY for sooner, later in pairwise(times))
    assert all(later - sooner >= 7 * DAY for sooner, later in zip(times, times[3:], strict=False))
    problems = [push.settled_at for push in everything if push.purpose in PROBLEMS and push.settled_at]
    assert not [at for at in times for problem in problems if timedelta() <= at - problem < 12 * HOUR and at != problem]
