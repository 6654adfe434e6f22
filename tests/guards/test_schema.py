"""Models, migrations and the real tables say the same; every column is classed, every foreign key indexed."""

import re
from collections import Counter

import pytest
from tortoise import Tortoise
from tortoise.models import Model

from bot.commands.migrate import ensure_schema, missing_migrations, needs_migration
from bot.config import Settings
from bot.db import APP, open_database
from tests.support.migrations import SHIPPED, SHIPPED_NAMES, Package
from tests.support.schema import Schema, read_schema

CLASSES = ("personal", "sensitive", "neither")


@pytest.fixture
async def fresh(settings: Settings, tables: None) -> Schema:
    """The schema as Tortoise creates it from the models."""
    async with open_database(settings):
        return await read_schema()


async def test_migrations_make_the_schema_of_the_models(
    fresh: Schema, bare: Settings, migrations_with: Package
) -> None:
    """One after the other, as a database of the first day has seen them; a new one is made from the models at once."""
    await ensure_schema(bare, migrations=migrations_with(""))
    async with open_database(bare):
        migrated = await read_schema()

    assert migrated == fresh


async def test_no_migration_brings_rows() -> None:
    """They would be missing where the tables are made from the models."""
    assert [file.name for file in SHIPPED if re.search(r"INSERT|RunPython", file.read_text())] == []


async def test_a_new_database_is_as_the_models_say_and_needs_no_migration(fresh: Schema, bare: Settings) -> None:
    assert await ensure_schema(bare) == SHIPPED_NAMES
    async with open_database(bare):
        assert await read_schema() == fresh
    assert await needs_migration(bare) == ()


async def test_no_model_changed_without_a_migration() -> None:
    missing = [operation.describe() for writer in await missing_migrations() for operation in writer.operations]

    assert missing == [], "write it with: make migrations name=what_changed"


async def test_every_column_is_classed_once(database: Settings) -> None:
    for model in _models():
        classed = [name for kind in CLASSES for name in getattr(model.Columns, kind).split()]  # type: ignore[attr-defined]  # what this test is about
        columns = Counter(model._meta.fields_db_projection.values())

        assert Counter(classed) == columns, model.__name__


async def test_every_foreign_key_is_indexed_in_the_real_schema(fresh: Schema) -> None:
    bare_keys = [
        f"{name}.{column}"
        for name, table in fresh.items()
        for column, _, _ in table.foreign_keys
        if not any(columns[0] == column for columns, _ in table.indexes)
    ]

    assert sum(len(table.foreign_keys) for table in fresh.values()) >= 10
    assert bare_keys == []


async def test_every_foreign_key_says_so_in_its_model(database: Settings) -> None:
    unindexed = [
        f"{model.__name__}.{name}"
        for model in _models()
        for name in model._meta.fk_fields
        if not model._meta.fields_map[name].index
    ]

    assert unindexed == []


def _models() -> list[type[Model]]:
    return list((Tortoise.apps or {})[APP].values())
