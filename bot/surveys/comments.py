"""What customers write about a score: kept with the right survey, shown to the staff when they are unhappy."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.db import document, unit_of_work
from bot.shop.rows import Row, change, fetch, moment
from bot.surveys.answers import answerable_until, find_answer, own_plan
from bot.surveys.detractors import pass_on
from bot.tickets.messages import Written

# What is written so soon after a tap is about it, without being a reply to the survey.
ABOUT_THE_TAP = timedelta(minutes=30)
LONGEST_COMMENT = 10_000
MOST_PHOTOS = 20

REPLIED_TO = """
SELECT p.id, p.status, p.message_id, p.tapped_at, p.expires_at FROM survey_plan p
LEFT JOIN outbox_push a ON a.id = p.push_id LEFT JOIN outbox_push b ON b.id = p.reminder_push_id
WHERE p.chat_id = ? AND p.status IN ('invited', 'answered', 'expired')
  AND ? IN (p.message_id, a.message_id, b.message_id)"""
TAPPED = """
SELECT p.id, p.status, p.message_id, p.tapped_at FROM survey_plan p
WHERE p.chat_id = ? AND p.status = 'answered' AND p.expires_at > ? AND p.tapped_at > ?
ORDER BY p.tapped_at DESC LIMIT 1"""
COMMENTED = """
SELECT p.id, p.status, p.message_id, p.tapped_at, a.comment_parts FROM survey_plan p
JOIN survey_answer a ON a.plan_id = p.id
WHERE p.chat_id = ? AND p.status = 'answered' AND p.expires_at > ? AND a.comment_parts IS NOT NULL ORDER BY p.id DESC"""
KEEP = "UPDATE survey_answer SET comment = ?, comment_parts = ?, photos = ?, commented_at = ? WHERE id = ?"
SHOWN = "UPDATE survey_plan SET message_id = ? WHERE id = ?"
STILL_THERE = "UPDATE survey_plan SET tapped_at = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Commentable:
    """A survey that what was just written is about; `message_id` is the message in which it was tapped last.

    `is_edited`: it is a comment on this survey already, and says something else now. `is_closed`: it comes too late.
    """

    plan_id: int
    is_answered: bool
    message_id: int | None
    tapped_at: datetime
    is_replied: bool = False
    is_edited: bool = False
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Commented:
    """A comment that was kept; `case_id` is the case whose staff read it."""

    case_id: int | None


async def find_commentable(
    chat_id: int, *, reply_to: int | None, now: datetime, edited: int | None = None
) -> Commentable | None:
    """The survey whose comment this message, `edited` now, is; or whose message it replies to.

    What is neither is about the survey tapped within half an hour, unless it replies to something else.
    """
    for row in await fetch(COMMENTED, chat_id, now) if edited else ():
        if edited in {part["message"] for part in document(row["comment_parts"]) or ()}:
            return _commentable(row, is_edited=True)
    if not reply_to:
        rows = await fetch(TAPPED, chat_id, now, now - ABOUT_THE_TAP)
        return _commentable(rows[0]) if rows else None
    rows = await fetch(REPLIED_TO, chat_id, reply_to)
    if not rows:
        return None
    is_closed = rows[0]["status"] == "expired" or (moment(rows[0]["expires_at"]) or now) <= now
    return _commentable(rows[0], is_replied=True, is_closed=is_closed)


@unit_of_work
async def note_message(plan_id: int, message_id: int, *, chat_id: int) -> None:
    """The survey goes on in this message of the chat, so that a reply to it is about the survey."""
    await own_plan(plan_id, chat_id)
    await change(SHOWN, message_id, plan_id)


@unit_of_work
async def add_comment(
    plan_id: int, written: Written, *, chat_id: int, now: datetime, settings: Settings
) -> Commented | None:
    """Keep words and picture with the answer, after what was written before; None when it is closed or unanswered.

    A message that was edited since takes the place of what it said, which is kept beside it.
    """
    plan = await own_plan(plan_id, chat_id)
    answer = await find_answer(plan_id)
    if answer is None or now >= answerable_until(plan):
        return None
    parts = _with(_parts(answer), written)
    comment = "\n".join(part["text"] for part in parts if part["text"])[:LONGEST_COMMENT] or None
    photos = list(dict.fromkeys([*(document(answer["photos"]) or []), *([written.file_id] if written.file_id else [])]))
    kept = [json.dumps(each, ensure_ascii=False) if each else None for each in (parts, photos[:MOST_PHOTOS])]
    await change(KEEP, comment, *kept, now, answer["id"])
    await change(STILL_THERE, now, plan_id)
    return Commented(await pass_on(plan_id, written, settings=settings, now=now))


def _commentable(row: Row, **how: bool) -> Commentable:
    tapped_at = moment(row["tapped_at"]) or datetime.min.replace(tzinfo=UTC)
    is_answered = row["status"] == "answered"
    return Commentable(row["id"], is_answered, row["message_id"], tapped_at, **how)


def _parts(answer: Row) -> list[dict[str, Any]]:
    """The messages of the comment so far; one from before they were told apart is a part of its own."""
    before = [{"message": None, "text": answer["comment"], "before": []}] if answer["comment"] else []
    return document(answer["comment_parts"]) or before


def _with(parts: list[dict[str, Any]], written: Written) -> list[dict[str, Any]]:
    """The same with this message: in the place of what it said before, else at the end."""
    known = next((part for part in parts if written.message_id and part["message"] == written.message_id), None)
    if known is None:
        return [*parts, {"message": written.message_id, "text": written.text, "before": []}]
    if known["text"] != written.text:
        known["before"].append(known["text"])
        known["text"] = written.text
    return parts
