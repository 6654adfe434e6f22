"""Invite links made for one customer: one use, one day, and revoked once used or no longer theirs (LOY-07).

Telegram frees the place on a link again when whoever came by it leaves: that is why a used link is revoked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import structlog

from bot.community.joining import judge
from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import html
from bot.loyalty.club_rules import LET_IN
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import Row, change, fetch, moment

LASTS = timedelta(hours=24)
# One that ends within minutes is of no use to whoever reads it now.
SPARE = timedelta(minutes=5)
AT_ONCE = 100
OPEN = """
SELECT id, group_id, link, expires_at FROM community_personal_link
WHERE chat_id = ? AND ended_at IS NULL AND link IS NOT NULL AND expires_at > ? ORDER BY id"""
MADE = """
INSERT INTO community_personal_link (group_id, chat_id, customer_id, made_at, expires_at)
VALUES (?, ?, ?, ?, ?) RETURNING id"""
KEPT = "UPDATE community_personal_link SET link = ? WHERE id = ? AND ended_at IS NULL RETURNING id"
NOT_MADE = "UPDATE community_personal_link SET ended_at = ?, why = 'not_made' WHERE id = ? AND link IS NULL"
ENDED = """
UPDATE community_personal_link SET ended_at = ?, why = ?, link = NULL
WHERE id = ? AND ended_at IS NULL RETURNING id"""
BY_LINK = "SELECT id, group_id, chat_id, link FROM community_personal_link WHERE link = ? AND ended_at IS NULL"
# Nobody's any more, or of a chat that no longer sees those purchases. What is over by itself needs no call.
OVER = f"""
SELECT p.id, p.group_id, p.link, CASE WHEN p.chat_id IS NULL THEN 'erased' WHEN p.expires_at <= ? THEN 'expired'
  ELSE 'unlinked' END AS why
FROM community_personal_link AS p
WHERE p.ended_at IS NULL AND (p.chat_id IS NULL OR p.expires_at <= ? OR NOT EXISTS
  (SELECT 1 FROM customer_link AS l WHERE l.chat_id = p.chat_id AND l.customer_id = p.customer_id))
ORDER BY p.id LIMIT {AT_ONCE}"""  # noqa: S608  # our own words

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that somebody can still use."""

    group_id: int
    link: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Order:
    """A link that Telegram is to be asked for; its name says nothing about the customer."""

    id: int
    name: str
    expires_at: datetime


async def open_links(chat_id: int, *, now: datetime) -> dict[int, OpenLink]:
    """What somebody has been given and can still use, by group."""
    rows = await fetch(OPEN, chat_id, now + SPARE)
    return {row["group_id"]: _open_link(row) for row in rows}


@unit_of_work
async def order_link(chat_id: int, group_id: int, *, now: datetime) -> Order | None:
    """Note that one is about to be made; None for whom the rule does not let in."""
    judged = await judge(chat_id, group_id, now=now)
    if judged.verdict not in LET_IN:
        return None
    expires_at = now + LASTS
    [row] = await change(MADE, group_id, chat_id, judged.customer_ids[0], now, expires_at)
    return Order(row["id"], f"bote-{row['id']}", expires_at)


@unit_of_work
async def keep_link(link_id: int, link: str | None, *, now: datetime) -> bool:
    """Keep what Telegram has made; None: it made nothing. False where it is nobody's any more meanwhile."""
    if link is None:
        await change(NOT_MADE, now, link_id)
        return False
    return bool(await change(KEPT, link, link_id))


@unit_of_work
async def note_use(link: str, user_id: int, *, settings: Settings, now: datetime) -> bool:
    """Somebody came in by a link: it is revoked, and where that was not who it was for, the staff hear it."""
    rows = await fetch(BY_LINK, link)
    if not rows:
        return False
    [row] = rows
    why = "used" if row["chat_id"] == user_id else "passed_on"
    if not await _end(row, why, now):
        return False
    if why == "passed_on" and settings.staff_chat_id is not None:
        text = html(settings.default_locale, "community-passed-on", name=f"bote-{row['id']}")
        once = f"personal-link:{row['id']}:passed-on"
        await enqueue(settings.staff_chat_id, "sendMessage", text_message(text), once=once, purpose="staff", now=now)
    return True


async def mind_links(*, now: datetime) -> None:
    """End what is over: at Telegram, too, where it would still let somebody in."""
    for row in await fetch(OVER, now, now):
        await _end_one(row, now)


@unit_of_work
async def _end_one(row: Row, now: datetime) -> None:
    await _end(row, row["why"], now)


async def _end(row: Row, why: str, now: datetime) -> bool:
    """The row first: of two who notice it at once, one revokes."""
    if not await change(ENDED, now, why, row["id"]):
        return False
    if why != "expired" and row["link"]:
        params = {"invite_link": row["link"]}
        once = f"personal-link:{row['id']}:revoke"
        await enqueue(row["group_id"], "revokeChatInviteLink", params, once=once, purpose="answer", now=now)
    log.info("personal link ended", link=row["id"], why=why)
    return True


def _open_link(row: Row) -> OpenLink:
    return OpenLink(row["group_id"], row["link"], cast(datetime, moment(row["expires_at"])))
