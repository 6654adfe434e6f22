"""Plain rows for what is read at every tap: one statement and plain values on SQLite and PostgreSQL alike."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bot.db import connection, is_sqlite

Row = dict[str, Any]


async def fetch(statement: str, *values: Any) -> list[Row]:
    """The rows of a SELECT; each `?` takes one value, and a list or tuple becomes `(?,?,…)` for IN."""
    text, flat = _fill_in(statement, values)
    return await connection().execute_query_dict(text, flat)


async def change(statement: str, *values: Any) -> list[Row]:
    """Run a statement that writes, inside a unit of work; the rows of its RETURNING, if it has one."""
    text, flat = _fill_in(statement, values)
    _, rows = await connection().execute_query(text, flat)
    return [dict(row) for row in rows]


def moment(value: Any) -> datetime | None:
    """A DatetimeField as aware UTC."""
    if value is None:
        return None
    at = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return at.astimezone(UTC)


def day(value: Any) -> date | None:
    """A DateField."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def amount(value: Any) -> Decimal | None:
    """A DecimalField with at least two decimals and no further zeros: 49.9000 is 49.90."""
    if value is None:
        return None
    exact = Decimal(value)
    cents = exact.quantize(Decimal("0.01"))
    return cents if cents == exact else exact.normalize()


def document(value: Any) -> Any:
    """A JSONField."""
    return json.loads(value) if isinstance(value, str) else value


def _fill_in(statement: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    pieces = statement.split("?")
    text, flat = [pieces[0]], []
    for value, tail in zip(values, pieces[1:], strict=True):
        several = isinstance(value, list | tuple)
        members = list(value) if several else [value]
        flat += members
        marks = ",".join(_mark(number) for number in range(len(flat) - len(members) + 1, len(flat) + 1))
        # IN () is no SQL on PostgreSQL; nothing equals NULL.
        text += [f"({marks or 'NULL'})" if several else marks, tail]
    return "".join(text), flat


def _mark(number: int) -> str:
    return "?" if is_sqlite() else f"${number}"
