"""Rows in every table there is, whoever made it: for tests that must not forget one."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tortoise import Tortoise, fields
from tortoise.models import Model

from bot.db import APP, unit_of_work

START = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TEXT = "Zoë „Žižek“ 🧦\n'; -- \\u0000 \t\" %s {x}"
JSON = {"größe": [1, 2.5, None, True], "text": TEXT, "leer": {}}

Rows = dict[str, list[dict[str, Any]]]


def every_model() -> list[type[Model]]:
    """Each model, those that others refer to first."""
    left, done = list((Tortoise.apps or {})[APP].values()), list[type[Model]]()
    while left:
        ready = [model for model in left if not _parents(model) & set(left) - {model}]
        done += ready
        left = [model for model in left if model not in ready]
    return done


def expected_rows(number: int = 3) -> Rows:
    """What fill_every_table writes: odd and even rows, so that what may be missing is there and is missing."""
    return {model.__name__: [_row(model, each) for each in range(1, number + 1)] for model in every_model()}


@unit_of_work
async def fill_every_table(number: int = 3) -> None:
    """Write expected_rows into the empty tables of the open database, numbered by the database where it numbers."""
    for model in every_model():
        numbered = {model._meta.pk_attr} if model._meta.pk.generated else set()
        rows = [_row(model, each) for each in range(1, number + 1)]
        await model.bulk_create([model(**{name: row[name] for name in row if name not in numbered}) for row in rows])


async def read_every_table() -> Rows:
    """All rows of the open database, by the names of their models."""
    rows: Rows = {}
    for model in every_model():
        columns = list(model._meta.fields_db_projection)
        rows[model.__name__] = [dict(row) for row in await model.all().order_by(model._meta.pk_attr).values(*columns)]
    return rows


def _parents(model: type[Model]) -> set[type[Model]]:
    return {model._meta.fields_map[name].related_model for name in _references(model)}  # type: ignore[attr-defined]  # a relation has it


def _references(model: type[Model]) -> set[str]:
    return model._meta.fk_fields | model._meta.o2o_fields


def _row(model: type[Model], number: int) -> dict[str, Any]:
    references = {model._meta.fields_map[name].source_field for name in _references(model)}
    return {
        name: _value(model._meta.fields_map[name], name, number, reference=name in references)
        for name in model._meta.fields_db_projection
    }


def _value(field: Any, name: str, number: int, *, reference: bool) -> Any:
    if field.null and number % 2 == 0:
        return None
    if field.pk or reference:
        return f"key-{number}" if isinstance(field, fields.CharField) else number
    return _VALUES[type(field)](field, name, number)


def _text(field: Any, name: str, number: int) -> str:
    return f"{number} {name} {TEXT}"[: getattr(field, "max_length", None)]


_VALUES: dict[type, Any] = {
    fields.CharField: _text,
    fields.TextField: _text,
    fields.IntField: lambda _field, name, number: len(name) * number,
    fields.SmallIntField: lambda _field, _name, number: number,
    fields.BigIntField: lambda _field, name, number: (2**53 + len(name)) * number,
    fields.BooleanField: lambda _field, _name, number: number % 2 == 1,
    fields.FloatField: lambda _field, _name, number: number / 3,
    fields.DecimalField: lambda field, _name, number: Decimal(f"-{number}19.9").quantize(
        Decimal(1).scaleb(-field.decimal_places)
    ),
    fields.DatetimeField: lambda _field, name, number: START + timedelta(days=number, microseconds=len(name) % 2),
    fields.DateField: lambda _field, _name, number: date(2026, 11, number),
    fields.JSONField: lambda _field, name, number: JSON | {name: number},
    fields.BinaryField: lambda _field, _name, number: bytes(range(256)) * number,
}
