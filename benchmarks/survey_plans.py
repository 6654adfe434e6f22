"""Plans of surveys by the million, and the statements of one answer, recorded to be repeated without us.

Somebody has a number; their plan, customer, chat and order have it, too, each in a million of its own.
"""

import logging
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import asyncpg

from bot.config import Settings
from bot.db import connection, in_dialect, is_sqlite, unit_of_work
from bot.surveys.answers import record_score
from bot.surveys.models import Answer

NOW = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday, noon in Berlin
PLAN, CUSTOMER, CHAT, ORDER, ANSWER = (million * 1_000_000 for million in range(1, 6))
PARTS = (PLAN, CUSTOMER, CHAT, ORDER)
AT_A_TIME = 100_000
PLANS_EACH = 10

PEOPLE = (
    "INSERT INTO shop_customer (id, source, postal_key) SELECT {customer} + n, 'bench', n FROM counted",
    """INSERT INTO shop_order (id, source, number, number_key, customer_id, placed_at, currency, state, is_open,
         delivered_at, ship_country, is_test, is_hidden)
       SELECT {order} + n, 'bench', n, n, {customer} + n, {now}, 'EUR', 'delivered', FALSE, {now}, 'DE', FALSE, FALSE
       FROM counted""",
    "INSERT INTO customer_chat (id, locale, created_at) SELECT {chat} + n, 'de', {now} FROM counted",
    """INSERT INTO customer_link (chat_id, customer_id, proof, linked_at)
       SELECT {chat} + n, {customer} + n, 'order', {now} FROM counted""",
    """INSERT INTO customer_consent (chat_id, purpose, version, locale, wording, request_message_id,
         confirm_message_id, given_at, active)
       SELECT {chat} + n, 'survey', 1, 'de', 'Ja', 1, 2, {now}, TRUE FROM counted""",
)
PLANS = """INSERT INTO survey_plan (id, once, survey, version, metric, customer_id, chat_id, order_id, source, status,
  created_at, due_at, expires_at, invited_at)
SELECT {plan} + n, 'bench:' || n, 'delivery_csat', 0, 'csat', {customer} + {who}, {chat_of}, {order_of}, 'trigger',
  '{status}', {now}, {due}, {until}, {invited} FROM counted"""
COUNTED = "WITH RECURSIVE counted(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM counted WHERE n < {last}) "

_numbers = count(500_000)

Statement = tuple[str, list[Any]]


async def fill_plans(plans: int, *, due: int) -> None:
    """So many plans, ten of each customer; some are due, of somebody each who agrees, the others wait for a year."""
    await _people(1, due)
    await _customers(due + 1, plans // PLANS_EACH)
    year = NOW + timedelta(days=365)
    of_their_own = {"who": "n", "chat_of": "NULL", "order_of": f"{ORDER} + n"}
    await _plans(1, due, NOW - timedelta(hours=1), year, status="planned", **of_their_own)
    of_anybody = {"who": f"1 + n % {plans // PLANS_EACH}", "chat_of": "NULL", "order_of": "NULL"}
    for first in range(due + 1, plans + 1, AT_A_TIME):
        last = min(first + AT_A_TIME - 1, plans)
        # Numbers of plans beyond a million would be those of customers; nobody looks these up by number.
        await _plans(first, last, year, year, status="planned", plan="9000000", **of_anybody)
    # What was written in one go would be tidied up while the tick is measured.
    tidy = ("ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)") if is_sqlite() else ("VACUUM ANALYZE", "CHECKPOINT")
    for statement in tidy:
        await connection().execute_query_dict(statement)


@unit_of_work
async def due_again() -> None:
    """As before the round: what was invited is due once more, and nobody was asked."""
    again = (
        "UPDATE survey_plan SET status = 'planned', invited_at = NULL, push_id = NULL, chat_id = NULL, remind_at = NULL"
    )
    await connection().execute_query(f"{again} WHERE status = 'invited'")
    for table in ("outbox_push", "survey_contact"):
        await connection().execute_query(f"DELETE FROM {table}")  # noqa: S608  # our own names


async def invited_plans(number: int) -> range:
    """The numbers of new people who have just been asked."""
    first = next(_numbers)
    for _ in range(number - 1):
        last = next(_numbers)
    await _people(first, last)
    more = {"who": "n", "chat_of": f"{CHAT} + n", "order_of": f"{ORDER} + n", "invited": "{now}"}
    await _plans(first, last, NOW, NOW + timedelta(days=14), status="invited", **more)
    return range(first, last + 1)


async def recorded(settings: Settings) -> list[Statement]:
    """Every statement of one answer with its values; ids of people are 0 of their million, the answer's is ANSWER."""
    await _people(0, 0)
    more = {"who": "n", "chat_of": f"{CHAT} + n", "order_of": f"{ORDER} + n", "invited": "{now}"}
    await _plans(0, 0, NOW, NOW + timedelta(days=14), status="invited", **more)
    await connection().execute_query(f"SELECT setval(pg_get_serial_sequence('survey_answer', 'id'), {ANSWER - 1})")
    listener, logger = _Statements(), logging.getLogger("tortoise.db_client")
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.DEBUG)
    await record_score(PLAN, 5, chat_id=CHAT, now=NOW + timedelta(hours=1), settings=settings, locale="de")
    logger.removeHandler(listener)
    logger.setLevel(level)
    assert (await Answer.get()).id == ANSWER
    return listener.heard


async def replay(bare: "asyncpg.Connection[asyncpg.Record] | Any", statements: list[Statement], number: int) -> None:
    """The same in one transaction for somebody else."""
    answer = ANSWER
    async with bare.transaction():
        for query, values in statements:
            theirs = [_of(number, value, answer) for value in values]
            rows = await bare.fetch(query, *theirs)
            if query.lstrip().startswith("INSERT INTO survey_answer ("):
                answer = rows[0]["id"]


def _of(number: int, value: Any, answer: int) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return answer if value == ANSWER else value + number if value in PARTS else value
    if isinstance(value, str):
        return value.replace(str(PLAN), str(PLAN + number))
    return value


class _Statements(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Statement] = []

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and len(record.args) == 2:
            self.heard.append((str(record.args[0]), list(record.args[1] or [])))  # type: ignore[call-overload]  # values


@unit_of_work
async def _people(first: int, last: int) -> None:
    for statement in PEOPLE:
        await _run(statement, first, last)


@unit_of_work
async def _customers(first: int, last: int) -> None:
    """Those who are asked nothing for the time being: a customer, and nothing else."""
    await _run(PEOPLE[0], first, last)


@unit_of_work
async def _plans(first: int, last: int, due: datetime, until: datetime, **more: str) -> None:
    values = {"invited": "NULL", "plan": str(PLAN), "due": _moment(due), "until": _moment(until)} | more
    await _run(PLANS, first, last, **values)


async def _run(statement: str, first: int, last: int, **more: str) -> None:
    names = {"plan": PLAN, "customer": CUSTOMER, "chat": CHAT, "order": ORDER} | more
    told = statement.format(**{"now": "{now}"} | {name: str(value) for name, value in names.items()})
    counted = COUNTED.format(first=first, last=last)
    told = told.replace("{now}", _moment(NOW))
    text = f"{told.partition('SELECT')[0]}{counted}SELECT{told.partition('SELECT')[2]}"
    await connection().execute_query(in_dialect(text))


def _moment(at: datetime) -> str:
    return f"'{at.isoformat(' ')}'" + ("" if is_sqlite() else "::timestamptz")
