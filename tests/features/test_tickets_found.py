"""What a reply in the staff chat is about is found by an index, however much was posted there."""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import real_now
from bot.config import Settings
from bot.db import connection, is_sqlite
from bot.outbox.models import Push, Slot
from bot.outbox.queue import enqueue
from bot.tickets import cards
from bot.tickets.cards import card_place, find_case_at, wait_for_case_at
from tests.support.plans import distinct, indexes_of, plan_of, statements_about
from tests.support.postman import NOON

STAFF_CHAT, MANY = -500, 20_000
NUMBERS = "WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {rows})"
# Everything in one chat, as it is with the staff's.
POSTED = f"""{NUMBERS}
INSERT INTO outbox_push (chat_id, purpose, urgency, method, params, due_at, created_at, settled_at, status, attempts,
  doubtful, has_text, message_id)
SELECT {STAFF_CHAT}, 'staff', 0, 'sendMessage', '{{{{}}}}', {{now}}, {{now}}, {{now}}, 'sent', 0, 0, TRUE, number * 3
FROM counted"""
CARDS = f"""{NUMBERS}
INSERT INTO outbox_slot (chat_id, name, message_id, updated_at)
SELECT {STAFF_CHAT}, 'case:' || number, number * 3 + 1, {{now}} FROM counted"""


async def fill() -> None:
    now = "?1" if is_sqlite() else "$1::timestamptz"
    for statement in (POSTED, CARDS):
        await connection().execute_query(statement.format(rows=MANY, now=now), [NOON])
    await connection().execute_query("ANALYZE")


async def test_a_reply_is_looked_up_by_the_message_it_answers(database: Settings) -> None:
    await fill()

    with statements_about("outbox_push", "outbox_slot") as said:
        assert await find_case_at(STAFF_CHAT, 7 * 3 + 1) == 7
        assert await find_case_at(STAFF_CHAT, 7 * 3) is None

    plans = [await plan_of(query, values) for query, values in distinct(said).items()]
    assert [indexes_of(plan) for plan in plans] == [["ix_slot_message"], ["ix_push_message"]]


async def test_an_answer_waits_until_the_message_it_answers_is_written_down(database: Settings) -> None:
    push_id = await enqueue(STAFF_CHAT, "sendMessage", {"text": "Fall"}, once="a", purpose="staff", now=NOON)
    assert await wait_for_case_at(STAFF_CHAT, 31) is None, "nothing is on its way: no wait"

    await Push.filter(id=push_id).update(leased_until=real_now() + timedelta(minutes=1))
    waiting = asyncio.create_task(wait_for_case_at(STAFF_CHAT, 31))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await Slot.create(chat_id=STAFF_CHAT, name=card_place(7), message_id=31, updated_at=NOON)
    assert await waiting == 7


async def test_an_answer_to_no_case_does_not_wait_for_ever(database: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "WRITTEN_DOWN", timedelta(seconds=0.1))
    push_id = await enqueue(STAFF_CHAT, "sendMessage", {"text": "Fall"}, once="a", purpose="staff", now=NOON)
    await Push.filter(id=push_id).update(leased_until=real_now() + timedelta(minutes=1))
    assert await wait_for_case_at(STAFF_CHAT, 31) is None
