"""What follows an invitation: whether it arrived, the one reminder, and the end of its time."""

from datetime import datetime

import structlog

from bot.config import Settings
from bot.customers.audience import Recipient, find_recipients
from bot.customers.consents import consents_of
from bot.db import unit_of_work
from bot.i18n import html
from bot.outbox.facts import Consents
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import change, fetch, moment, skip_locked
from bot.surveys.definitions import Definition, definitions
from bot.surveys.earning import points_for
from bot.surveys.gates import Ask, Asked, Later, Never, judge_reminder
from bot.surveys.invitations import reader_of
from bot.surveys.reasons import NotAsked
from bot.surveys.situations import PlanFacts, Situation, find_people, plan_facts, read_situations
from bot.surveys.wording import Sheet, question_view

AT_ONCE = 50
PLAN = "id, survey, customer_id, chat_id, order_id, case_id, due_at, expires_at"
ON_THEIR_WAY = """
SELECT p.id, o.status, o.why, o.settled_at FROM survey_plan p JOIN outbox_push o ON o.id = p.push_id
WHERE p.status = 'invited' AND p.delivered_at IS NULL AND o.status <> 'waiting' ORDER BY p.id LIMIT ?"""
DELIVERED = "UPDATE survey_plan SET delivered_at = ? WHERE id = ?"
NOT_SENT = "UPDATE survey_plan SET status = 'withheld', why = ?, remind_at = NULL WHERE id = ? AND status = 'invited'"
TO_REMIND = f"""
SELECT {PLAN}, delivered_at FROM survey_plan
WHERE status = 'invited' AND remind_at <= ? ORDER BY remind_at, id LIMIT ?"""  # noqa: S608  # names of our own columns
REMINDED = "UPDATE survey_plan SET remind_at = NULL, reminder_push_id = ?, reminder_why = ? WHERE id = ?"
REMIND_LATER = "UPDATE survey_plan SET remind_at = ?, reminder_why = ? WHERE id = ?"
EXPIRE = """
UPDATE survey_plan SET status = 'expired', remind_at = NULL WHERE id IN (
  SELECT id FROM survey_plan WHERE status = 'invited' AND expires_at <= ? ORDER BY expires_at, id LIMIT ?{lock})
RETURNING id"""

log = structlog.get_logger(__name__)


async def follow_up(now: datetime, settings: Settings, *, consents: Consents = consents_of) -> None:
    """Everything that is due about invitations already made."""
    while await _note_arrivals():
        continue
    while await _expire(now):
        continue
    while await _remind_some(now, settings, consents):
        continue


@unit_of_work
async def _note_arrivals() -> int:
    """What the outbox did not send has not been asked: a consent withdrawn, a new problem, a chat that is gone."""
    rows = await fetch(ON_THEIR_WAY + skip_locked("p"), AT_ONCE)
    for row in rows:
        if row["status"] == "sent":
            await change(DELIVERED, moment(row["settled_at"]), row["id"])
        else:
            await change(NOT_SENT, row["why"] or str(NotAsked.CANCELLED), row["id"])
    return len(rows)


@unit_of_work
async def _expire(now: datetime) -> int:
    """Who has not answered in time is not asked about this again."""
    return len(await change(EXPIRE.format(lock=skip_locked()), now, AT_ONCE))


@unit_of_work
async def _remind_some(now: datetime, settings: Settings, consents: Consents) -> int:
    """One page of reminders, each judged like the invitation; what did not arrive is not reminded of."""
    rows = await fetch(TO_REMIND + skip_locked(), now, AT_ONCE)
    arrived = {row["id"]: row["delivered_at"] is not None for row in rows}
    plans, known = [plan_facts(row) for row in rows], await definitions() if rows else {}
    asked = [plan for plan in plans if arrived[plan.id] and plan.survey in known]
    for plan in plans:
        if plan not in asked:
            await change(REMINDED, None, str(NotAsked.CANCELLED), plan.id)
    if asked:
        people = await find_people(asked)
        found = await read_situations(asked, people, known, now=now, settings=settings, consents=consents)
        recipients = await find_recipients([plan.chat_id for plan in asked if plan.chat_id], settings=settings)
        for plan in asked:
            recipient = recipients.get(plan.chat_id or 0)
            await _remind(plan, known[plan.survey], found[plan.id], recipient, now=now, settings=settings)
    return len(rows)


async def _remind(
    plan: PlanFacts,
    definition: Definition,
    situation: Situation,
    recipient: Recipient | None,
    *,
    now: datetime,
    settings: Settings,
) -> None:
    asked = next((each for each in situation.people if each.chat_id == plan.chat_id), Asked(plan.chat_id, None))
    verdict = judge_reminder(definition, situation.about, asked, now)
    if isinstance(verdict, Later) and verdict.until < plan.expires_at:
        await change(REMIND_LATER, verdict.until, str(verdict.why), plan.id)
    elif isinstance(verdict, Later | Never) or recipient is None:
        why = str(NotAsked.NO_CHAT) if isinstance(verdict, Ask) else str(verdict.why)
        await change(REMINDED, None, why, plan.id)
    else:
        sheet = Sheet(plan.id, definition, situation.number, points=await points_for(definition, settings))
        await change(REMINDED, await _push(plan, sheet, recipient, now=now, settings=settings), None, plan.id)
    log.info("reminder judged", plan=plan.id, why=getattr(verdict, "why", None))


async def _push(
    plan: PlanFacts, sheet: Sheet, recipient: Recipient, *, now: datetime, settings: Settings
) -> int | None:
    note = html(recipient.locale, "survey-reminder")
    view = question_view(sheet, reader_of(recipient, settings), note=note, may_refuse=True)
    return await enqueue(
        recipient.chat_id,
        "sendMessage",
        text_message(view.text, keyboard=view.keyboard),
        once=f"survey:plan:{plan.id}:reminder",
        purpose="survey",
        now=now,
        expires_at=plan.expires_at,
        customer_id=plan.customer_id,
        order_id=plan.order_id,
    )
