"""Asks those whose time has come: judged again by every gate, claimed so that two processes never both ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.config import Settings
from bot.customers.audience import Recipient, find_recipients
from bot.customers.consents import consents_of
from bot.db import unit_of_work
from bot.outbox.facts import Consents
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import change, fetch, skip_locked
from bot.surveys.definitions import Definition, definitions
from bot.surveys.earning import points_for
from bot.surveys.gates import Ask, Later, Never, Verdict, judge
from bot.surveys.reasons import NotAsked
from bot.surveys.rules import spread
from bot.surveys.situations import (
    People,
    PlanFacts,
    Situation,
    find_people,
    hold_people,
    plan_facts,
    read_situations,
)
from bot.surveys.trickle import Trickle, hold_trickle
from bot.surveys.wording import Reader, Sheet, question_view

AT_ONCE = 50
# The literal 'planned' lets both databases use the index of plans that wait.
DUE = """
SELECT id, survey, customer_id, chat_id, order_id, case_id, due_at, expires_at FROM survey_plan
WHERE status = 'planned' AND due_at <= ? ORDER BY due_at, id LIMIT ?"""
INVITED = """
UPDATE survey_plan SET status = 'invited', why = NULL, judged_at = ?, chat_id = ?, invited_at = ?, expires_at = ?,
  push_id = ?, remind_at = ?, version = ? WHERE id = ?"""
WAITS = "UPDATE survey_plan SET due_at = ?, why = ?, judged_at = ? WHERE id = ?"
WITHHELD = "UPDATE survey_plan SET status = 'withheld', why = ?, judged_at = ? WHERE id = ?"
MET = "UPDATE survey_contact SET last_invited_at = ? WHERE person IN ?"

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Round:
    """What became of the plans that were due."""

    asked: int = 0
    later: int = 0
    withheld: int = 0

    @property
    def judged(self) -> int:
        return self.asked + self.later + self.withheld


async def send_due(now: datetime, settings: Settings, *, consents: Consents = consents_of) -> Round:
    """Judge every plan that is due, and invite whom no gate holds back; several processes share the work."""
    total = Round()
    while True:
        done = await _send_some(now, settings, consents)
        total.asked += done.asked
        total.later += done.later
        total.withheld += done.withheld
        if not done.judged:
            return total


def reader_of(recipient: Recipient, settings: Settings) -> Reader:
    """How a survey is shown to this chat."""
    return Reader(recipient.locale, recipient.tz, settings.shop_name, settings.shop_url)


@unit_of_work
async def _send_some(now: datetime, settings: Settings, consents: Consents) -> Round:
    """One page of plans in one transaction; of each person one plan, so that the next sees what was sent."""
    plans = [plan_facts(row) for row in await fetch(DUE + skip_locked(), now, AT_ONCE)]
    known = await definitions() if plans else {}
    gone = [plan for plan in plans if plan.survey not in known]
    for plan in gone:
        await change(WITHHELD, str(NotAsked.SURVEY_OFF), now, plan.id)
    done = Round(withheld=len(gone))
    return await _judge_all([plan for plan in plans if plan not in gone], known, done, now, settings, consents)


async def _judge_all(
    plans: Sequence[PlanFacts],
    known: Mapping[str, Definition],
    done: Round,
    now: datetime,
    settings: Settings,
    consents: Consents,
) -> Round:
    if not plans:
        return done
    met = set[str]()
    people = await find_people(plans)
    await hold_people(people.values())
    trickle = await hold_trickle(
        [known[key] for key in {plan.survey for plan in plans}], now=now, tz=settings.time_zone
    )
    found = await read_situations(plans, people, known, now=now, settings=settings, consents=consents)
    recipients = await find_recipients([chat for each in people.values() for chat in each.chats], settings=settings)
    for plan in plans:
        keys = people[plan.id].keys
        if met.isdisjoint(keys):
            met |= keys
            verdict = _judge(plan, known[plan.survey], found[plan.id], trickle, now)
            await _settle(plan, verdict, known[plan.survey], found[plan.id], recipients, now=now, settings=settings)
            _count(done, verdict)
            await _note_asked(verdict, plan, people[plan.id], trickle, now)
    return done


def _judge(plan: PlanFacts, definition: Definition, situation: Situation, trickle: Trickle, now: datetime) -> Verdict:
    if plan.expires_at <= now:
        return Never(NotAsked.TOO_LATE)
    verdict = judge(definition, situation.about, situation.people, now, expires_at=plan.expires_at)
    return trickle.judge(verdict, plan.survey, expires_at=plan.expires_at)


async def _settle(
    plan: PlanFacts,
    verdict: Verdict,
    definition: Definition,
    situation: Situation,
    recipients: Mapping[int, Recipient],
    *,
    now: datetime,
    settings: Settings,
) -> None:
    match verdict:
        case Ask(chat_id):
            sheet = Sheet(plan.id, definition, situation.number, points=await points_for(definition, settings))
            await _invite(plan, sheet, recipients[chat_id], now=now, settings=settings)
        case Later(until, why):
            await change(WAITS, until, str(why), now, plan.id)
        case Never(why):
            await change(WITHHELD, str(why), now, plan.id)
    log.info("survey judged", plan=plan.id, survey=plan.survey, why=getattr(verdict, "why", None))


async def _invite(plan: PlanFacts, sheet: Sheet, recipient: Recipient, *, now: datetime, settings: Settings) -> None:
    view = question_view(sheet, reader_of(recipient, settings), may_refuse=True)
    answered_until = now + sheet.definition.window
    push_id = await enqueue(
        recipient.chat_id,
        "sendMessage",
        text_message(view.text, keyboard=view.keyboard),
        once=f"survey:plan:{plan.id}",
        purpose="survey",
        now=now,
        expires_at=answered_until,
        customer_id=plan.customer_id,
        order_id=plan.order_id,
    )
    remind_at = reminder_time(sheet.definition, plan.id, now)
    version = sheet.definition.version
    await change(INVITED, now, recipient.chat_id, now, answered_until, push_id, remind_at, version, plan.id)


def reminder_time(definition: Definition, plan_id: int, now: datetime) -> datetime | None:
    """When the one reminder is due; None for a survey without."""
    if not definition.reminder_hours:
        return None
    first, last = (timedelta(hours=hours) for hours in definition.reminder_hours)
    return now + spread(f"reminder:{plan_id}", first, last)


def _count(done: Round, verdict: Verdict) -> None:
    done.asked += isinstance(verdict, Ask)
    done.later += isinstance(verdict, Later)
    done.withheld += isinstance(verdict, Never)


async def _note_asked(verdict: Verdict, plan: PlanFacts, people: People, trickle: Trickle, now: datetime) -> None:
    if isinstance(verdict, Ask):
        await change(MET, now, sorted(people.keys))
        await trickle.count(plan.survey)
