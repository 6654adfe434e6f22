"""Answers to surveys: the first tap counts, a later one within the window replaces it, and its history stays."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast

import structlog

from bot.config import Locale, Settings
from bot.db import document, unit_of_work
from bot.errors import NotFoundError
from bot.loyalty.ledger import book
from bot.outbox.overtaken import overtake
from bot.shop.rows import Row, change, fetch, locked, moment
from bot.surveys.definitions import Definition, definitions
from bot.surveys.detractors import look_after, take_up_unhappy, tell_answer
from bot.surveys.earning import points_for
from bot.surveys.rules import Metric, Mood, is_score, mood_of
from bot.surveys.wording import score_text

# How long after its delivery an order can be rated from its card, asked or not.
RATED_WITHIN = timedelta(days=30)

PLAN = """
SELECT p.id, p.survey, p.metric, p.customer_id, p.chat_id, p.order_id, p.shipment_id, p.status, p.created_at,
  p.expires_at, p.invited_at, p.push_id, p.reminder_push_id, o.number, o.delivered_at
FROM survey_plan p LEFT JOIN shop_order o ON o.id = p.order_id
WHERE p.id = ? AND EXISTS (SELECT 1 FROM customer_link l WHERE l.chat_id = ? AND l.customer_id = p.customer_id)"""
ANSWER = "SELECT id, score, reasons, comment, comment_parts, photos FROM survey_answer WHERE once = ?"
INSERT = """
INSERT INTO survey_answer (once, survey, order_id, score, locale, answered_at, imported, plan_id, customer_id, chat_id,
  definition, definition_version, first_answered_at) VALUES (?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?, ?, ?, ?) RETURNING id"""
REPLACE = "UPDATE survey_answer SET score = ?, answered_at = ?, locale = ? WHERE id = ?"
REMEMBER = "INSERT INTO survey_answer_change (answer_id, score, at) VALUES (?, ?, ?)"
ANSWERED = """
UPDATE survey_plan SET status = 'answered', why = NULL, chat_id = ?, source = ?, expires_at = ?, remind_at = NULL,
  message_id = coalesce(?, message_id), tapped_at = ? WHERE id = ?"""
ASKED = frozenset({"invited", "answered"})

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Scored:
    """What a tap has done: not `counted` when it came too late, `is_first` when it was the first answer.

    `points` were booked for it, and count from `points_from` on (None: at once). `case_id` is the case that somebody
    of the staff now looks after.
    """

    counted: bool
    mood: Mood
    is_first: bool = False
    points: int = 0
    points_from: datetime | None = None
    case_id: int | None = None


@unit_of_work
async def record_score(
    plan_id: int,
    score: int,
    *,
    chat_id: int,
    now: datetime,
    settings: Settings,
    message_id: int | None = None,
    locale: Locale | None = None,
) -> Scored:
    """Write a score down, with everything that follows: points once, and a case for who is unhappy.

    NotFoundError for a plan of somebody else's and for what is no score of this survey.
    """
    plan = await own_plan(plan_id, chat_id)
    if not is_score(plan["metric"], score):
        raise NotFoundError
    mood = mood_of(plan["metric"], score)
    if now >= answerable_until(plan):
        return Scored(counted=False, mood=mood)
    definition = (await definitions()).get(plan["survey"])
    if definition is None:
        raise NotFoundError
    written = await _write(plan, definition, score, chat_id=chat_id, now=now, locale=locale)
    is_first = written == "first"
    until = moment(plan["expires_at"]) if plan["status"] in ASKED else now + definition.window
    source = "trigger" if plan["invited_at"] else "card"
    await change(ANSWERED, chat_id, source, until, message_id, now, plan_id)
    await overtake([each for each in (plan["push_id"], plan["reminder_push_id"]) if each], now=now)
    points, points_from = await _reward(plan, definition, now=now, settings=settings) if is_first else (0, None)
    case_id = None
    if mood == "detractor":
        case_id = await look_after(plan, score, definition, chat_id=chat_id, locale=locale, now=now, settings=settings)
        if written == "changed":
            await take_up_unhappy(plan_id, settings=settings, now=now)
    if not is_first:
        await _tell_staff(plan_id, plan["metric"], settings=settings, now=now)
    log.info("survey answered", plan=plan_id, survey=plan["survey"], is_first=is_first, case=case_id)
    return Scored(True, mood, is_first, points, points_from, case_id)


@unit_of_work
async def give_reason(
    plan_id: int, reason: str, *, given: bool, chat_id: int, settings: Settings, now: datetime
) -> bool:
    """Name a reason for the score or take it back; False when the survey was not answered, or is closed.

    The case of an unhappy answer suggests what is best done about it.
    """
    plan = await own_plan(plan_id, chat_id)
    answer = await find_answer(plan_id)
    if answer is None or now >= answerable_until(plan):
        return False
    others = [each for each in document(answer["reasons"]) or [] if each != reason]
    reasons = [*others, reason] if given else others
    await change("UPDATE survey_answer SET reasons = ? WHERE id = ?", json.dumps(reasons), answer["id"])
    await change("UPDATE survey_plan SET tapped_at = ? WHERE id = ?", now, plan_id)
    await _tell_staff(plan_id, plan["metric"], settings=settings, now=now)
    return True


def answerable_until(plan: Row) -> datetime:
    """When a tap comes too late: at the end of the window, or too long after what can be rated from its card."""
    if plan["status"] in {*ASKED, "expired"}:
        return cast(datetime, moment(plan["expires_at"]))
    return cast(datetime, moment(plan["delivered_at"] or plan["created_at"])) + RATED_WITHIN


async def is_closed(plan_id: int, *, chat_id: int, now: datetime) -> bool:
    """Whether an answer comes too late."""
    rows = await fetch(PLAN, plan_id, chat_id)
    return bool(rows) and now >= answerable_until(rows[0])


async def own_plan(plan_id: int, chat_id: int) -> Row:
    """The plan, kept from everybody else until the unit of work ends; only its own customer's chats may answer."""
    rows = await fetch(PLAN + locked("p"), plan_id, chat_id)
    if not rows:
        raise NotFoundError
    return rows[0]


async def find_answer(plan_id: int) -> Row | None:
    return next(iter(await fetch(ANSWER, f"plan:{plan_id}")), None)


async def _write(
    plan: Row, definition: Definition, score: int, *, chat_id: int, now: datetime, locale: Locale | None
) -> Literal["first", "changed", "same"]:
    """The score that counts, and its history; the same score again changes nothing."""
    before = await find_answer(plan["id"])
    if before and before["score"] == score:
        return "same"
    if before:
        await change(REPLACE, score, now, locale, before["id"])
        await change(REMEMBER, before["id"], score, now)
        return "changed"
    what: Sequence[Any] = (f"plan:{plan['id']}", plan["metric"], plan["order_id"], score, locale, now)
    whose = (plan["id"], plan["customer_id"], chat_id, definition.key, definition.version, now)
    [row] = await change(INSERT, *what, *whose)
    await change(REMEMBER, row["id"], score, now)
    return "first"


async def _tell_staff(plan_id: int, metric: Metric, *, settings: Settings, now: datetime) -> None:
    if answer := await find_answer(plan_id):
        reasons = document(answer["reasons"]) or []
        await tell_answer(plan_id, score_text(metric, answer["score"]), reasons, settings=settings, now=now)


async def _reward(
    plan: Row, definition: Definition, *, now: datetime, settings: Settings
) -> tuple[int, datetime | None]:
    """The same points for every score, once a survey, pending while the goods can be sent back (LOY-02, SUR-11)."""
    points = await points_for(definition, settings)
    if not points:
        return 0, None
    delivered_at = moment(plan["delivered_at"])
    available_at = delivered_at + timedelta(days=settings.points_pending_days) if delivered_at else None
    pending = available_at if available_at and available_at > now else None
    values = {"number": plan["number"]} if plan["number"] else None
    booked = await book(
        *(plan["customer_id"], points),
        kind="survey",
        source=f"survey:plan:{plan['id']}",
        reason="survey_order" if values else "survey",
        now=now,
        available_at=pending,
        order_id=plan["order_id"],
        values=values,
    )
    return (points, pending) if booked else (0, None)
