"""Cases that somebody took and does not answer: they are reminded, then the case is free again (SUP-05).

A case whose time runs short (deadlines.py) keeps its owner: free, it would be nobody's until its time is over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import Q

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import html
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import fetch, moment
from bot.staff.audit import record
from bot.tickets.cards import find_card, post_card
from bot.tickets.cases import OPEN
from bot.tickets.hours import after_working, is_open
from bot.tickets.models import Case
from bot.tickets.people import list_answering, names_of
from bot.tickets.taking import tell_colleague

# What the customer has written since the staff last did, and that since when.
WAITING = """
SELECT c.id, c.owner_id, c.taken_at, c.nudged_at, (
  SELECT min(m.at) FROM ticket_message AS m WHERE m.case_id = c.id AND m.author = 'customer' AND m.id > COALESCE(
    (SELECT max(s.id) FROM ticket_message AS s WHERE s.case_id = c.id AND s.author = 'staff'), 0)) AS since,
  COALESCE(k.contact_alarm, k.resolve_alarm) IS NOT NULL AS is_urgent
FROM ticket_case AS c LEFT JOIN ticket_clock AS k ON k.case_id = c.id
WHERE c.owner_id IS NOT NULL AND c.status IN ? ORDER BY c.id"""


@dataclass(frozen=True, slots=True)
class Taken:
    """An open case that is somebody's; `since` is when the customer began to wait for them.

    `is_urgent`: three quarters of its time are over, or all of it.
    """

    id: int
    owner_id: int
    nudged_at: datetime | None
    since: datetime | None
    is_urgent: bool

    @property
    def is_nudged(self) -> bool:
        return self.since is not None and self.nudged_at is not None and self.nudged_at >= self.since


async def mind_silence(settings: Settings, *, now: datetime) -> int:
    """Remind owners of cases whose customers wait, free cases of those who stay silent; how many that were.

    A case of somebody who works here no more is freed at once.
    """
    if settings.staff_chat_id is None:
        return 0
    answering = {member.id for member in await list_answering(settings)}
    done = 0
    for case in await _taken():
        if case.owner_id not in answering:
            done += await _free(case, settings, now)
        elif case.is_nudged and case.is_urgent:
            continue
        elif _is_over(case.nudged_at if case.is_nudged else case.since, settings, now):
            done += await (_free if case.is_nudged else _nudge)(case, settings, now)
    return done


async def _taken() -> Sequence[Taken]:
    found = []
    for row in await fetch(WAITING, OPEN):
        written, taken = moment(row["since"]), moment(row["taken_at"])
        since = max(written, taken) if written and taken else written
        found.append(Taken(row["id"], row["owner_id"], moment(row["nudged_at"]), since, bool(row["is_urgent"])))
    return found


def _is_over(since: datetime | None, settings: Settings, now: datetime) -> bool:
    """Whether the business minutes of the setting have gone by."""
    if since is None or settings.silence_minutes == 0 or not is_open(now, settings):
        return False
    end = after_working(since, timedelta(minutes=settings.silence_minutes), settings)
    return end is not None and end <= now


@unit_of_work
async def _nudge(taken: Taken, settings: Settings, now: datetime) -> bool:
    earlier = Q(nudged_at=None) | Q(nudged_at__lt=taken.since)
    if not await Case.filter(earlier, id=taken.id, owner_id=taken.owner_id).update(nudged_at=now):
        return False
    case, locale = await Case.get(id=taken.id), settings.default_locale
    key = "case-nudge-urgent" if taken.is_urgent else "case-nudge"
    text = html(locale, key, id=str(case.id), cause=html(locale, f"case-cause-{case.cause}"))
    await tell_colleague(case.id, taken.owner_id, text, once=None, settings=settings, now=now)
    return True


@unit_of_work
async def _free(taken: Taken, settings: Settings, now: datetime) -> bool:
    free = {"owner_id": None, "taken_at": None, "nudged_at": None}
    if not await Case.filter(id=taken.id, owner_id=taken.owner_id, status__in=OPEN).update(**free):
        return False
    case, locale = await Case.get(id=taken.id), settings.default_locale
    await record(None, "free", f"case:{case.id}", now=now, detail={"from": taken.owner_id})
    await post_card(case, settings=settings, now=now)
    name = (await names_of([taken.owner_id]))[taken.owner_id]
    cause = html(locale, f"case-cause-{case.cause}")
    params = text_message(html(locale, "case-free-again", id=str(case.id), cause=cause, name=name))
    card = await find_card(case.id, settings)
    if card is not None:
        params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
    if settings.staff_chat_id is not None:
        await enqueue(settings.staff_chat_id, "sendMessage", params, once=None, purpose="staff", now=now)
    return True
