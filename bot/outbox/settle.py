"""Writes down what became of pushes: sent, to be tried again, given up, and everything that follows from it."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.clock import real_now
from bot.customers.audience import mark_unreachable
from bot.db import connection, in_dialect, is_sqlite, unit_of_work
from bot.outbox.claims import Claimed
from bot.outbox.errors import Broken, Delivered, Gone, Hopeless, Later, Moved, Outcome, Refused, Unknown, Unreachable
from bot.outbox.models import MovedChat, Push, Slot
from bot.outbox.policy import Skip, Wait
from bot.outbox.purposes import RESTS
from bot.outbox.queue import NewPush, cancel_waiting, enqueue_all, tell_receipts
from bot.outbox.reasons import Why
from bot.outbox.tally import Tally
from bot.pacing import believable_wait

ATTEMPTS = 20
FIRST_BACK_OFF_S = 2.0
LONGEST_BACK_OFF_S = 900.0
SHORTEST_WAIT_S = 0.5

Result = Outcome | Wait | Skip

# Why the status is compared like this: outbox/waiting.py.
SENT = """
UPDATE outbox_push SET status = 'sent', message_id = {message_id}, settled_at = ?, leased_until = NULL, retry_at = NULL,
  why = NULL, detail = NULL WHERE id {among} AND status || '' = 'waiting'"""
ONE_SENT = SENT.format(message_id="?", among="= ?")
# PostgreSQL takes all of them in one statement, in a third of the time that one after the other needs.
ALL_SENT = SENT.format(message_id="(?::bigint[])[array_position(?::bigint[], id)]", among="= ANY (?::bigint[])")
KEEP_PLACE = """
INSERT INTO outbox_slot (chat_id, name, message_id, updated_at) VALUES (?, ?, ?, ?)
ON CONFLICT (chat_id, name) DO UPDATE SET message_id = excluded.message_id, updated_at = excluded.updated_at"""
# An attempt that was no fault of the message is not counted.
WAITS = """
UPDATE outbox_push SET due_at = ?, why = ?, leased_until = NULL, attempts = attempts - 1
WHERE id = ? AND status || '' = 'waiting'"""
LATER = """
UPDATE outbox_push SET retry_at = ?, why = ?, leased_until = NULL, attempts = attempts - 1
WHERE id = ? AND status || '' = 'waiting'"""
AGAIN = """
UPDATE outbox_push SET retry_at = ?, why = ?, leased_until = NULL, doubtful = doubtful + ?
WHERE id = ? AND status || '' = 'waiting'"""
OVER = """
UPDATE outbox_push SET status = ?, why = ?, detail = ?, settled_at = ?, leased_until = NULL, doubtful = doubtful + ?
WHERE id = ? AND status || '' = 'waiting' RETURNING id, receipt"""
# By this name the figures of a poll come; nothing else tells which poll they are of.
KEEP_POLL = "INSERT INTO outbox_poll (push_id, poll_id) VALUES (?, ?) ON CONFLICT DO NOTHING"

log = structlog.get_logger(__name__)


@unit_of_work
async def settle(results: Sequence[tuple[Claimed, Result]], *, now: datetime) -> Tally:
    """Write down all of these at once; what they mean for other rows, chats and staff happens with it."""
    tally = Tally()
    delivered = [(row, result.message_id) for row, result in results if isinstance(result, Delivered)]
    deferred = [(row, result) for row, result in results if isinstance(result, Wait)]
    polls = [[row.id, result.poll_id] for row, result in results if isinstance(result, Delivered) and result.poll_id]
    if delivered:
        tally += await _settle_delivered(delivered, now)
    if polls:
        await _run_many(KEEP_POLL, polls)
    if deferred:
        await _run_many(WAITS, [[result.until, result.why, row.id] for row, result in deferred])
        tally.deferred += len(deferred)
    for row, result in results:
        if not isinstance(result, Delivered | Wait):
            tally += await _settle_one(row, result, now)
    return tally


def back_off(attempts: int) -> timedelta:
    """How long to leave a message alone after so many attempts; apart by chance, so that they do not come together."""
    longest = min(LONGEST_BACK_OFF_S, FIRST_BACK_OFF_S ** min(attempts, 30))
    return timedelta(seconds=longest * random.uniform(0.5, 1))


async def _settle_delivered(delivered: Sequence[tuple[Claimed, int | None]], now: datetime) -> Tally:
    await _mark_sent(delivered, now)
    places = [[row.chat_id, row.slot, message_id, now] for row, message_id in delivered if row.slot and message_id]
    if places:
        await _run_many(KEEP_PLACE, places)
    if follow := [_next_of(row) for row, _ in delivered if row.then_id]:
        await enqueue_all(follow, now=now)
    receipts = [{"id": row.id, "receipt": row.receipt} for row, _ in delivered if row.receipt]
    if receipts:
        await tell_receipts(receipts, status="sent", why=None, now=now)
    return Tally(sent=len(delivered))


def _next_of(row: Claimed) -> NewPush:
    """What belongs to a message that has arrived: an album has no buttons, so its text follows it with them."""
    return NewPush(
        row.chat_id,
        "sendMessage",
        {"token": row.token},
        RESTS[row.purpose.name],
        f"then:{row.id}",
        customer_id=row.customer_id,
        expires_at=row.expires_at,
        template_id=row.then_id,
    )


async def _mark_sent(delivered: Sequence[tuple[Claimed, int | None]], now: datetime) -> None:
    if is_sqlite():
        await _run_many(ONE_SENT, [[message_id, now, row.id] for row, message_id in delivered])
        return
    ids, message_ids = [row.id for row, _ in delivered], [message_id for _, message_id in delivered]
    await connection().execute_query(in_dialect(ALL_SENT), [message_ids, ids, now, ids])


async def _settle_one(row: Claimed, result: Result, now: datetime) -> Tally:  # noqa: PLR0911  # one a result
    match result:
        case Later():
            return await _come_back(row, result.retry_after, Why(result.why))
        case Moved():
            await _follow(row.chat_id, result.chat_id, now)
            return await _come_back(row, 0, Why.MOVED)
        case Broken() | Unknown():
            return await _try_again(row, Why(result.why), doubtful=isinstance(result, Unknown), now=now)
        case Hopeless():
            return await _end(row, "failed", Why(result.why), now, doubtful=result.maybe_sent)
        case Unreachable():
            await _lose(row, Why(result.reason), now)
            return await _end(row, "failed", Why(result.reason), now)
        case Refused():
            log.error("push refused", push=row.id, purpose=row.purpose.name, method=row.method, said=result.detail)
            return await _end(row, "failed", Why.REFUSED, now, detail=result.detail)
        case Gone():
            return await _end(row, "failed", Why.MESSAGE_GONE, now)
        case Skip():
            return await _end(row, "skipped", result.why, now)
        case _:
            raise TypeError(f"settled elsewhere: {result}")


async def _come_back(row: Claimed, seconds: float, why: Why) -> Tally:
    """Not the message's fault: as often as it takes."""
    retry_at = real_now() + timedelta(seconds=max(believable_wait(seconds), SHORTEST_WAIT_S))
    await connection().execute_query(in_dialect(LATER), [retry_at, why, row.id])
    return Tally(again=1, floods=int(why is Why.FLOOD))


async def _try_again(row: Claimed, why: Why, *, doubtful: bool, now: datetime) -> Tally:
    if doubtful and row.purpose.prefers_loss:
        return await _end(row, "skipped", Why.MAYBE_SENT, now, detail=why, doubtful=doubtful)
    if row.attempts >= ATTEMPTS:
        return await _end(row, "failed", why, now, doubtful=doubtful)
    if row.slot and await Push.filter(chat_id=row.chat_id, slot=row.slot, id__gt=row.id, settled_at=None).exists():
        return await _end(row, "superseded", Why.SUPERSEDED, now, doubtful=doubtful)
    retry_at = real_now() + back_off(row.attempts)
    await connection().execute_query(in_dialect(AGAIN), [retry_at, why, int(doubtful), row.id])
    return Tally(again=1, doubtful=int(doubtful))


async def _end(
    row: Claimed, status: str, why: Why, now: datetime, *, detail: str | None = None, doubtful: bool = False
) -> Tally:
    values = [status, why, detail and detail[:255], now, int(doubtful), row.id]
    rows = await connection().execute_query_dict(in_dialect(OVER), values)
    await tell_receipts(rows, status=status, why=why, now=now)
    if status == "failed":
        log.warning("push failed", push=row.id, purpose=row.purpose.name, why=why, attempts=row.attempts)
    failed = int(status == "failed")
    return Tally(failed=failed, skipped=1 - failed, doubtful=int(doubtful))


async def _lose(row: Claimed, why: Why, now: datetime) -> None:
    """Nobody is there any more; a message of theirs brings them back (customers/profile)."""
    if row.chat_id > 0:
        await mark_unreachable(row.chat_id, because=why, now=now)
    lost = await cancel_waiting(chat_id=row.chat_id, why=why, now=now)
    log.info("chat unreachable", chat=row.chat_id, why=why, cancelled=lost)


async def _follow(old: int, new: int, now: datetime) -> None:
    """A group has a new id: what waits for it goes there, and so does what is still addressed to the old one."""
    await MovedChat.filter(moved_to=old).update(moved_to=new)
    await MovedChat.bulk_create([MovedChat(id=old, moved_to=new, moved_at=now)], ignore_conflicts=True)
    await Push.filter(chat_id=old, settled_at=None).update(chat_id=new)
    await Slot.filter(chat_id=old).delete()  # the old messages cannot be edited from the new group
    log.info("group moved", chat=old, to=new)


async def _run_many(statement: str, values: list[list[object]]) -> None:
    await connection().execute_many(in_dialect(statement), values)
