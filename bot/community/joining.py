"""Answers those who ask to join a group or channel of the shop's: by rule, else by the staff (LOY-07).

Linked customers are let in, into a group for a tier those who have reached it. Who is not linked is told the way and
let in once they are; until then the request waits, and the staff see it. Nobody gets points for joining.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import structlog

from bot.community.joining_news import Request, show_staff, tell_answer
from bot.config import Locale, Settings
from bot.customers.models import Chat
from bot.db import unit_of_work
from bot.i18n import guess_locale
from bot.loyalty.club_rules import DECLINED, LET_IN, Asker, Verdict, admit
from bot.loyalty.programme import current_rules
from bot.loyalty.rules import Rules, Tier
from bot.loyalty.standing import standing_of
from bot.outbox.queue import current_chat
from bot.shop.rows import Row, change, fetch
from bot.staff.audit import record
from bot.tickets.bans import is_banned

# Who links at once is let in without anybody of the staff having to look.
CARD_AFTER = timedelta(minutes=10)
AT_ONCE = 100
ASKED = """
INSERT INTO community_join_request (group_id, chat_id, title, locale, asked_at, noted_at, round, status, why)
VALUES (?, ?, ?, ?, ?, ?, 1, 'waiting', 'not_linked')
ON CONFLICT (group_id, chat_id) DO UPDATE SET title = excluded.title, locale = excluded.locale,
  asked_at = excluded.asked_at, noted_at = excluded.noted_at, round = community_join_request.round + 1,
  status = 'waiting', why = 'not_linked', carded_at = NULL, decided_at = NULL, decided_by = NULL
WHERE community_join_request.asked_at < excluded.asked_at
RETURNING id, group_id, chat_id, title, locale, round"""
COLUMNS = "SELECT id, group_id, chat_id, title, locale, round FROM community_join_request AS r WHERE"
# Who was banned from the staff waits for the staff, whatever is linked.
LINKED_SINCE = f"""{COLUMNS} status = 'waiting' AND why = 'not_linked'
  AND EXISTS (SELECT 1 FROM customer_link AS l WHERE l.chat_id = r.chat_id) ORDER BY id LIMIT {AT_ONCE}"""  # noqa: S608  # our own words
UNSEEN = f"{COLUMNS} status = 'waiting' AND carded_at IS NULL AND noted_at <= ? ORDER BY id LIMIT {AT_ONCE}"
ONE = f"{COLUMNS} id = ?"
ANSWERED = """
UPDATE community_join_request SET status = ?, why = ?, decided_at = ?, decided_by = ?
WHERE id = ? AND round = ? AND status = 'waiting' RETURNING id"""
WAITS = "UPDATE community_join_request SET why = ? WHERE id = ? AND round = ? AND status = 'waiting'"
CARDED = "UPDATE community_join_request SET carded_at = ? WHERE id = ? AND carded_at IS NULL RETURNING id"
LINKS = "SELECT customer_id FROM customer_link WHERE chat_id = ? ORDER BY id"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rule says of somebody, and what it went by."""

    verdict: Verdict
    tier: Tier | None = None
    customer_ids: Sequence[int] = ()
    earned: int = 0


@unit_of_work
async def ask(
    group_id: int, title: str, chat_id: int, *, locale: Locale, asked_at: datetime, settings: Settings, now: datetime
) -> Verdict | None:
    """Answer a request by rule; None for a repetition, and for a group that is none of ours."""
    if not await is_ours(group_id, settings=settings):
        return None
    noted = await change(ASKED, group_id, chat_id, title[:128], locale, asked_at, now)
    if not noted:
        return None
    return await _answer(_request(noted[0]), settings=settings, now=now, is_new=True)


async def mind_joining(settings: Settings, *, now: datetime) -> None:
    """Let in who has linked a purchase since, and show the staff who still waits."""
    for row in await fetch(LINKED_SINCE):
        await _answer_again(_request(row), settings=settings, now=now)
    if settings.staff_chat_id is not None:
        for row in await fetch(UNSEEN, now - CARD_AFTER):
            await _card(_request(row), settings=settings, now=now)


@unit_of_work
async def decide(
    request_id: int, act: Literal["approve", "decline"], *, staff_id: int, settings: Settings, now: datetime
) -> bool:
    """What somebody of the staff says; False where it was answered before."""
    request = await find_request(request_id)
    if request is None:
        return False
    status = "approved" if act == "approve" else "declined"
    if not await change(ANSWERED, status, "staff", now, staff_id, request.id, request.round):
        return False
    await record(staff_id, f"join_{status}", f"join:{request.id}", now=now)
    customer_ids = await _customers_of(request.chat_id)
    await tell_answer(request, f"staff_{act}", customer_ids=customer_ids, settings=settings, now=now)
    return True


async def language_of(chat_id: int, language_code: str | None, *, settings: Settings) -> Locale:
    """In which language somebody is answered who may never have written to the bot."""
    chat = await Chat.get_or_none(id=chat_id)
    return guess_locale(chat.locale if chat else None, guess_locale(language_code, settings.default_locale))


async def find_request(request_id: int) -> Request | None:
    rows = await fetch(ONE, request_id)
    return _request(rows[0]) if rows else None


async def find_decision(request_id: int) -> tuple[str, int | None] | None:
    """How a request stands, and who of the staff has decided it."""
    rows = await fetch("SELECT status, decided_by FROM community_join_request WHERE id = ?", request_id)
    return (rows[0]["status"], rows[0]["decided_by"]) if rows else None


@unit_of_work
async def note_look(request_id: int, *, staff_id: int, now: datetime) -> None:
    """That somebody of the staff asked who it is."""
    await record(staff_id, "join_looked", f"join:{request_id}", now=now)


async def judge(chat_id: int, group_id: int, *, now: datetime) -> Judged:
    """What the rule says of somebody today."""
    rules = await current_rules()
    tier, customer_ids = _tier_of(rules, group_id), await _customers_of(chat_id)
    earned = 0
    if tier and customer_ids:
        earned = (await standing_of(customer_ids, rules=rules, now=now)).earned
    asker = Asker(bool(customer_ids), await is_banned(chat_id), earned)
    verdict = admit(asker, tier.threshold if tier else None)
    return Judged(verdict, tier, customer_ids, earned)


async def is_ours(group_id: int, *, settings: Settings) -> bool:
    """Whether the shop has named this group or channel; what else the bot is administrator of answers for itself."""
    terms = (await current_rules()).community
    named = [settings.community_group_id, settings.community_chat_id]
    named += [each.chat_id for each in terms.groups] if terms else []
    return group_id in [await current_chat(each) for each in named if each is not None]


@unit_of_work
async def _answer_again(request: Request, *, settings: Settings, now: datetime) -> None:
    await _answer(request, settings=settings, now=now, is_new=False)


async def _answer(request: Request, *, settings: Settings, now: datetime, is_new: bool) -> Verdict:
    """The row first: of two processes one changes it, and only that one tells."""
    judged = await judge(request.chat_id, request.group_id, now=now)
    verdict = judged.verdict
    if verdict in LET_IN or verdict in DECLINED:
        status = "approved" if verdict in LET_IN else "declined"
        is_told = bool(await change(ANSWERED, status, verdict, now, None, request.id, request.round))
    else:
        await change(WAITS, verdict, request.id, request.round)
        is_told = is_new
    if is_told:
        told: dict[str, Any] = {"customer_ids": judged.customer_ids, "tier": judged.tier, "earned": judged.earned}
        await tell_answer(request, verdict, **told, settings=settings, now=now)
        log.info("join request", request=request.id, verdict=verdict)
    return verdict


@unit_of_work
async def _card(request: Request, *, settings: Settings, now: datetime) -> None:
    if await change(CARDED, now, request.id):
        await show_staff(request, settings=settings, now=now)


def _tier_of(rules: Rules, group_id: int) -> Tier | None:
    group = rules.community.group(group_id) if rules.community else None
    return next((each for each in rules.tiers if group and each.key == group.tier), None)


async def _customers_of(chat_id: int) -> list[int]:
    return [int(row["customer_id"]) for row in await fetch(LINKS, chat_id)]


def _request(row: Row) -> Request:
    return Request(row["id"], row["group_id"], row["chat_id"], row["title"], row["locale"], row["round"])
