"""Nothing that the drain does reads all that waits, whatever the database believes about how much that is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.db import connection, is_sqlite, unit_of_work
from bot.outbox.claims import claim, prolong
from bot.outbox.errors import Broken, Gone, Later, Moved, Outcome, Refused, Unknown, Unreachable
from bot.outbox.overtaken import overtake, put_back
from bot.outbox.queue import cancel_waiting
from bot.outbox.waiting import find_by_index
from tests.support.plans import Statement, distinct, indexes_of, plan_of, statements_about
from tests.support.postman import NOON, Postman, drained, push

MANY = 20_000
# Each row a chat of its own, as in a campaign; a tenth of them service.
FILL = """
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {rows})
INSERT INTO outbox_push (chat_id, purpose, urgency, method, params, due_at, created_at, status, attempts, doubtful,
  has_text)
SELECT 100000 + number, 'answer', CASE WHEN number % 10 = 0 THEN 1 ELSE 4 END, 'sendMessage', '{{}}', {now}, {now},
  'waiting', 0, 0, TRUE FROM counted"""
WHOLE_TABLE = re.compile(r"Seq Scan on outbox_push|SCAN (outbox_push|p|e)\b")
ANSWERS: Sequence[Outcome] = (
    *(Later(0), Broken("server_error"), Unknown("timed_out"), Refused("no"), Unreachable("blocked"), Gone()),
    Moved(-900),
)


class Beliefs:
    """What the database believes about the table, and how it came to."""

    @staticmethod
    async def counted_while_empty() -> None:
        await connection().execute_query("DELETE FROM outbox_push")
        await connection().execute_query("ANALYZE")
        await fill()

    @staticmethod
    async def counted_when_all_was_sent() -> None:
        await fill()
        now = "?1" if is_sqlite() else "$1::timestamptz"
        await connection().execute_query(f"UPDATE outbox_push SET status = 'sent', settled_at = {now}", [NOON])
        await connection().execute_query("ANALYZE")
        await connection().execute_query("UPDATE outbox_push SET status = 'waiting', settled_at = NULL")

    @staticmethod
    async def counted_as_it_is() -> None:
        await fill()
        await connection().execute_query("ANALYZE")


async def fill() -> None:
    now = "?1" if is_sqlite() else "$1::timestamptz"
    await connection().execute_query(FILL.format(rows=MANY, now=now), [NOON])


@pytest.fixture
def said() -> Iterator[list[Statement]]:
    """Every statement about pushes, as the database got it."""
    with statements_about("outbox_push") as statements:
        yield statements


@pytest.mark.parametrize("belief", ["counted_while_empty", "counted_when_all_was_sent", "counted_as_it_is"])
async def test_every_statement_finds_its_rows_by_an_index(
    database: Settings, said: list[Statement], belief: str
) -> None:
    await a_day_of_everything(database)
    heard = distinct(said)
    await getattr(Beliefs, belief)()

    plans = {query: await plan_of(query, values) for query, values in heard.items()}

    assert len(plans) > 12, "as many as a day has"
    assert [query for query, plan in plans.items() if WHOLE_TABLE.search(plan)] == []
    of_all_that_waits = [query for query, plan in plans.items() if "ix_push_due" in indexes_of(plan)]
    assert all("ORDER BY p.due_at" in query for query in of_all_that_waits), "only who wants the head of it"


@pytest.mark.postgres
async def test_what_was_planned_while_nothing_waited_serves_when_much_does(database: Settings) -> None:
    for _ in range(10):  # PostgreSQL plans five times for the values given, then once for all
        await push(1)
        await drained(database, Postman())
    await connection().execute_query("DELETE FROM outbox_push")
    await connection().execute_query("ANALYZE")
    for _ in range(10):
        await drained(database, Postman())
        assert await claim_in_a_drain() == 0
    await fill()
    before = await rows_read()

    claimed = sum([await claim_in_a_drain() for _ in range(10)])

    assert claimed == 10
    assert await rows_read() - before < MANY


async def a_day_of_everything(database: Settings) -> None:
    """Each statement that the outbox has about waiting rows, once at least."""
    postman = Postman()
    for chat, answer in enumerate(ANSWERS, 1):
        await push(-chat if isinstance(answer, Moved) else chat, order_id=chat)
        postman.says(-chat if isinstance(answer, Moved) else chat, answer)
    await push(50, purpose="offer")
    await push(51, slot="parcel:1", purpose="card")
    await push(51, slot="parcel:1", purpose="card")
    await push(52, expires_at=NOON)
    await drained(database, postman, consents=everybody_consents)
    waiting = await push(60)
    [claimed] = await claim(NOON, 16, lease=timedelta())
    await prolong([claimed.id], lease=timedelta())
    await overtake([waiting], now=NOON)
    await put_back(waiting, {"text": "again"}, now=NOON)
    await cancel_waiting(chat_id=60, now=NOON)
    await cancel_waiting(order_id=7, purpose="offer", now=NOON)


async def everybody_consents(chat_ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    return dict.fromkeys(chat_ids, frozenset({"promo"}))


@unit_of_work
async def claim_in_a_drain() -> int:
    await find_by_index()
    await connection().execute_query("SET LOCAL statement_timeout = '10s'")  # by a bad plan it takes hours
    return len(await claim(NOON, 1, lease=timedelta(seconds=30)))


async def rows_read() -> int:
    """How many pushes this database has handed out so far, by whatever way."""
    await connection().execute_query("SELECT pg_stat_force_next_flush()")
    [row] = await connection().execute_query_dict(
        "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_user_tables "
        "WHERE relname = 'outbox_push'"
    )
    return int(row["rows"])
