"""Nothing that time brings reads all plans: every statement of the due tick finds its rows by an index."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.config import Settings
from bot.db import connection, is_sqlite, unit_of_work
from bot.returns.feedback import OURS, PLATFORM
from bot.shop.rows import _fill_in
from bot.surveys.followups import EXPIRE, ON_THEIR_WAY, TO_REMIND
from bot.surveys.invitations import AT_ONCE, DUE
from bot.surveys.planning import ENDED_TALKS
from bot.surveys.rounds import go_round
from bot.surveys.situations import ASKED
from tests.support.builders import a_customer
from tests.support.postman import NOON
from tests.support.queries import counted_queries

MANY = 20_000
# Most have ended; of the others as many wait as are invited. None is due for a year.
FILL = """
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {rows})
INSERT INTO survey_plan (once, survey, version, metric, customer_id, source, status, created_at, due_at, expires_at,
  invited_at, delivered_at, remind_at)
SELECT 'x:' || number, 'delivery_csat', 0, 'csat', {customer}, 'trigger',
  CASE number % 10 WHEN 0 THEN 'planned' WHEN 1 THEN 'invited' ELSE 'answered' END, {now}, {later}, {later}, {now},
  {now}, {later} FROM counted"""
WHOLE_TABLE = re.compile(r"Seq Scan on (survey_plan|ticket_case|return_request|shop_return)|SCAN (survey_plan|p|c|r)\b")
STATEMENTS: dict[str, tuple[str, Sequence[Any]]] = {
    "due": (DUE, [NOON, AT_ONCE]),
    "arrived": (ON_THEIR_WAY, [AT_ONCE]),
    "expired": (EXPIRE.format(lock=""), [NOON, AT_ONCE]),
    "reminded": (TO_REMIND, [NOON, AT_ONCE]),
    "asked in a chat": (ASKED.format(whom="chat_id"), [[701, 702], NOON]),
    "asked as a customer": (ASKED.format(whom="customer_id"), [[98, 99], NOON]),
    "ended talks": (ENDED_TALKS, [NOON]),
    "closed returns": (OURS, [NOON]),
    "the platform's returns": (PLATFORM, [NOON]),
}
INDEXES = {
    "due": "ix_plan_due",
    "arrived": "ix_plan_sending",
    "expired": "ix_plan_open",
    "reminded": "ix_plan_remind",
    "asked in a chat": "ix_plan_chat",
}
ELSEWHERE = {
    "asked as a customer": "ix_plan_asked",
    "ended talks": "ix_case_closed",
    "closed returns": "ix_return_closed",
    "the platform's returns": "ix_return_news",
}


async def fill() -> None:
    customer = await a_customer()
    now, later = ("?1", "?2") if is_sqlite() else ("$1::timestamptz", "$2::timestamptz")
    values = {"rows": MANY, "customer": customer.id, "now": now, "later": later}
    await connection().execute_query(FILL.format(**values), [NOON, NOON + timedelta(days=365)])
    await connection().execute_query("ANALYZE")


@unit_of_work
async def plan_of(statement: str, values: Sequence[Any]) -> str:
    query, flat = _fill_in(statement, values)
    if is_sqlite():
        return "\n".join(
            step["detail"] for step in await connection().execute_query_dict(f"EXPLAIN QUERY PLAN {query}", flat)
        )
    await connection().execute_query("SET LOCAL enable_seqscan = off")  # of tables that are empty here it is free
    return "\n".join(line["QUERY PLAN"] for line in await connection().execute_query_dict(f"EXPLAIN {query}", flat))


async def test_every_statement_of_the_tick_has_its_index(database: Settings) -> None:
    await fill()

    plans = {name: await plan_of(*statement) for name, statement in STATEMENTS.items()}

    assert {name: plan for name, plan in plans.items() if WHOLE_TABLE.search(plan)} == {}
    assert {name: index for name, index in INDEXES.items() if index not in plans[name]} == {}
    if is_sqlite():  # PostgreSQL takes any index of a table that is empty, and of two that are as good
        assert {name: index for name, index in ELSEWHERE.items() if index not in plans[name]} == {}


async def test_a_round_with_nothing_to_do_asks_a_handful_of_questions(database: Settings) -> None:
    await fill()
    with counted_queries() as statements:
        await go_round(NOON, database)

    assert len([each for each in statements if each.lstrip().upper().startswith(("SELECT", "UPDATE"))]) <= 6
