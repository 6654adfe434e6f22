"""How the database means to find the rows of a statement."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bot.db import connection, is_sqlite, unit_of_work
from bot.outbox.waiting import find_by_index

THROUGH = re.compile(r"(?:Scan using|Scan Backward using|Index Scan on|USING INDEX|USING COVERING INDEX) (\w+)")

Statement = tuple[str, Sequence[Any]]


@contextmanager
def statements_about(*tables: str) -> Iterator[list[Statement]]:
    """Every statement of the block about one of the tables, with its values, as the database got it."""
    statements: list[Statement] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not isinstance(record.args, tuple) or len(record.args) != 2:
                return
            query, values = record.args
            if any(table in str(query) for table in tables):
                statements.append((str(query), values if isinstance(values, Sequence) else []))

    log, listener = logging.getLogger("tortoise.db_client"), Listener()
    level = log.level
    log.setLevel(logging.DEBUG)
    log.addHandler(listener)
    try:
        yield statements
    finally:
        log.removeHandler(listener)
        log.setLevel(level)


def distinct(said: Sequence[Statement]) -> dict[str, Sequence[Any]]:
    """Each statement that looks for rows, once, with the values of its first time."""
    first: dict[str, Sequence[Any]] = {}
    for query, values in said:
        if not query.lstrip().upper().startswith("INSERT"):
            many = values and all(isinstance(each, list | tuple) for each in values)  # of executemany
            first.setdefault(query, values[0] if many else values)
    return first


@unit_of_work
async def plan_of(query: str, values: Sequence[Any]) -> str:
    if is_sqlite():
        steps = await connection().execute_query_dict(f"EXPLAIN QUERY PLAN {query}", list(values))
        return "\n".join(step["detail"] for step in steps)
    await find_by_index()
    lines = await connection().execute_query_dict(f"EXPLAIN {query}", list(values))
    return "\n".join(line["QUERY PLAN"] for line in lines)


def indexes_of(plan: str) -> list[str]:
    """The indexes that the plan goes through."""
    return THROUGH.findall(plan)
