"""Plain rows, for what is read at every tap or written in bulk: the same on SQLite and PostgreSQL."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bot.db import connection, is_sqlite, placeholders

Row = dict[str, Any]
COLUMN = Decimal("0.0001")


async def fetch(statement: str, *values: Any) -> list[Row]:
    """The rows of a SELECT; each `?` takes one value, and a list or tuple becomes `(?,?,…)` for IN.

    Moments of any time zone: SQLite has them as texts of UTC, and they are brought to that.
    """
    text, flat = _fill_in(statement, values)
    return await connection().execute_query_dict(text, flat)


async def change(statement: str, *values: Any) -> list[Row]:
    """Run a statement that writes, inside a unit of work; the rows of its RETURNING, if it has one."""
    return await fetch(statement, *values)


async def insert_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Add many rows in one go; values as Python has them: Decimal, aware UTC datetime, date, text of JSON."""
    if rows:
        text = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({placeholders(len(columns))})"  # noqa: S608  # names from our own code
        await connection().execute_many(text, [list(row) for row in rows])


async def update_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Set these columns in many rows, each row ending with its id."""
    if rows:
        mark = _marks()
        marks = ", ".join(f"{column} = {mark(number)}" for number, column in enumerate(columns, 1))
        text = f"UPDATE {table} SET {marks} WHERE id = {mark(len(columns) + 1)}"  # noqa: S608  # names from our own code
        await connection().execute_many(text, [list(row) for row in rows])


async def new_ids(table: str, number: int) -> range | list[int]:
    """Ids for rows to be inserted, so that a row's children can be written without asking for it.

    To be called inside the unit of work that inserts them.
    """
    if is_sqlite():
        used = await fetch("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
        first = (used[0]["seq"] if used else 0) + 1
        return range(first, first + number)
    taken = "SELECT nextval(pg_get_serial_sequence(?, 'id')) AS id FROM generate_series(1, ?)"
    return [row["id"] for row in await fetch(taken, table, number)]


def locked(table: str = "") -> str:
    """What a SELECT ends with that is followed by an UPDATE (of `table`); on SQLite a unit of work holds the lock.

    Keys never change, so whoever only refers to the row (a foreign key is checked with every row that holds one) does
    not wait for it: FOR UPDATE would, and two that wait for each other end in a deadlock.
    """
    return "" if is_sqlite() else f" FOR NO KEY UPDATE{table and f' OF {table}'}"


def skip_locked(table: str = "") -> str:
    """What the SELECT of a claim ends with, so that several processes claim different rows (of `table`) at once."""
    return "" if is_sqlite() else f" FOR UPDATE{table and f' OF {table}'} SKIP LOCKED"


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
    """A DecimalField, or a sum of them, with at least two decimals and no further zeros: 49.9000 is 49.90.

    SQLite adds up in floats: 18.52 comes as 18.519999999999999573, which is brought back to the column's four places.
    """
    if value is None:
        return None
    exact = Decimal(value).quantize(COLUMN) if isinstance(value, float) else Decimal(value)
    cents = exact.quantize(Decimal("0.01"))
    return cents if cents == exact else exact.normalize()


def iso(value: Any) -> str | None:
    """A DatetimeField as text for scripts: 2026-11-20T12:00:00+00:00."""
    at = moment(value)
    return at.isoformat() if at else None


def _fill_in(statement: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    pieces, mark = statement.split("?"), _marks()
    text: list[str] = [pieces[0]]
    flat: list[Any] = []
    for value, tail in zip(values, pieces[1:], strict=True):
        several = isinstance(value, list | tuple)
        members = list(value) if several else [value]
        flat += [each.astimezone(UTC) if isinstance(each, datetime) else each for each in members]
        marks = ",".join([mark(number) for number in range(len(flat) - len(members) + 1, len(flat) + 1)])
        # IN () is no SQL on PostgreSQL; nothing equals NULL.
        text += [f"({marks or 'NULL'})" if several else marks, tail]
    return "".join(text), flat


def _marks() -> Callable[[int], str]:
    """How the database at hand writes its marks: asked once a statement, not once a mark."""
    return (lambda _: "?") if is_sqlite() else "${}".format
