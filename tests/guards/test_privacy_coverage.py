"""Every personal column is found by an export and dealt with by an erasure, or it says why not."""

import json
from collections.abc import Iterator

import pytest
from tortoise import Tortoise, fields
from tortoise.models import Model

from bot.config import Settings
from bot.customers.wordings import version_of
from bot.db import APP, connection
from bot.privacy.coverage import COVERAGE, ELSEWHERE, Blank, Covered, Delete, Keep
from bot.privacy.erasure import erase
from bot.privacy.export import HIDDEN, as_text, export_data
from bot.privacy.finding import model_of
from bot.privacy.retention import RULES
from bot.privacy.subject import erasable_by_chat, known_to_chat
from tests.support.persons import AT, CHAT, TRACE_LENGTH, leave_traces, trace

pytestmark = pytest.mark.usefixtures("database")
TEXTS = (fields.CharField, fields.TextField, fields.JSONField)
BY_TABLE = {covered.table: covered for covered in COVERAGE}


def _models() -> list[type[Model]]:
    return list((Tortoise.apps or {})[APP].values())


def _personal(model: type[Model]) -> set[str]:
    columns = model.Columns  # type: ignore[attr-defined]  # every model of ours has it, tests/guards/test_schema.py
    return {*columns.personal.split(), *columns.sensitive.split()}


async def test_every_table_with_personal_columns_is_covered() -> None:
    for model in _models():
        table, personal = model._meta.db_table, _personal(model)
        known = table in BY_TABLE or table in ELSEWHERE
        assert known or not personal, (
            f"{table} has personal columns ({', '.join(sorted(personal))}) that nobody exports and nobody erases: "
            f"add Covered({table!r}, {{column: kind of id}}, Delete() | Blank(…) | Keep(ground)) to COVERAGE in "
            f"bot/privacy/coverage.py, or a line to ELSEWHERE saying why it is about no customer"
        )


async def test_erasing_says_something_of_every_personal_column() -> None:
    for covered in COVERAGE:
        match covered.erasure:
            case Blank(columns=columns, kept=kept, ground=ground):
                silent = _personal(model_of(covered.table)) - {*columns.split(), *kept.split()} - _untold_ids(covered)
                assert not silent, f"{covered.table}: {sorted(silent)} neither emptied nor kept; name them in its Blank"
                assert ground or not kept, f"{covered.table} keeps {kept} and does not say why"
            case Keep(ground=ground):
                assert ground, covered.table
            case Delete():
                pass


async def test_what_an_erasure_empties_in_an_answer_is_forgotten_in_time_too() -> None:
    covered = next(each for each in COVERAGE if each.table == "survey_answer")
    [rule] = [rule for rule in RULES if rule.table == "survey_answer"]
    assert isinstance(covered.erasure, Blank)
    for column in covered.erasure.columns.split():
        assert f"{column} = NULL" in rule.change, column
        assert f"{column} IS NOT NULL" in rule.condition, column


def _untold_ids(covered: Covered) -> set[str]:
    """The row's own number is no secret."""
    return {"id"} & set(covered.by)


async def test_coverage_names_tables_and_columns_that_exist() -> None:
    tables = {model._meta.db_table: set(model._meta.fields_db_projection) for model in _models()}
    for covered in COVERAGE:
        named = [*covered.by, *covered.untold.split(), *covered.masked.split()]
        if isinstance(covered.erasure, Blank):
            named += [*covered.erasure.columns.split(), *covered.erasure.kept.split()]
        assert set(named) <= tables[covered.table], covered.table
    assert ELSEWHERE.keys() <= tables.keys()
    assert len(BY_TABLE) == len(COVERAGE)


async def test_a_copy_tells_everything_but_what_is_named_as_secret(database: Settings) -> None:
    await leave_traces()

    copy = await export_data(await known_to_chat(CHAT), settings=database, locale="de", now=AT)

    text = as_text(copy)
    for table, column, covered in _texts():
        assert (trace(table, column) in text) is (column not in covered.untold.split()), f"{table}.{column}"
    assert {table for room in copy["data"].values() for table in room} >= set(BY_TABLE)
    assert json.loads(text)["privacy_notice"] == version_of("privacy").version


async def test_a_copy_for_somebody_who_knows_an_order_number_is_masked(database: Settings) -> None:
    rows = await leave_traces()
    await model_of("customer_link").filter(id=rows["customer_link"].pk).update(proof="order")

    copy = await export_data(await known_to_chat(CHAT), settings=database, locale="de", now=AT)

    [customer] = copy["data"]["shop"]["shop_customer"]
    [order] = copy["data"]["shop"]["shop_order"]
    assert (customer["email"], customer["phone"], order["ship_street"]) == (HIDDEN, HIDDEN, HIDDEN)
    assert "geheim@example.org" not in as_text(copy)
    assert order["ship_city"] == trace("shop_order", "ship_city")


async def test_an_erasure_leaves_nothing_but_what_it_says_it_keeps(database: Settings) -> None:
    await leave_traces()

    await erase(await erasable_by_chat(CHAT), settings=database, now=AT)

    left = await _everything_as_text()
    for table, column, covered in _texts():
        assert (trace(table, column) in left) is _is_kept(covered, column), f"{table}.{column}"
    assert "geheim@example.org" not in left
    for covered in COVERAGE:
        if isinstance(covered.erasure, Delete):
            assert not await model_of(covered.table).all().exists(), covered.table


async def test_an_erasure_leaves_others_alone(database: Settings) -> None:
    await leave_traces()
    before = await _counts()

    await erase(await erasable_by_chat(CHAT + 1), settings=database, now=AT)

    assert await _counts() == before | {"staff_audit": before["staff_audit"] + 1}


def _texts() -> Iterator[tuple[str, str, Covered]]:
    """Personal columns that `leave_traces` has written their own name into."""
    for covered in COVERAGE:
        for column in _personal(model_of(covered.table)):
            if column not in covered.by and column not in {"email", "locale", "external_id", "purpose"}:
                field = model_of(covered.table)._meta.fields_map[column]
                long_enough = getattr(field, "max_length", TRACE_LENGTH) >= TRACE_LENGTH
                if field.reference is None and isinstance(field, TEXTS) and long_enough:
                    yield covered.table, column, covered


def _is_kept(covered: Covered, column: str) -> bool:
    match covered.erasure:
        case Keep():
            return True
        case Blank(kept=kept):
            return column in kept.split()
        case _:
            return False


async def _everything_as_text() -> str:
    rows = [await connection().execute_query_dict(f'SELECT * FROM "{table}"') for table in BY_TABLE]
    return json.dumps(rows, default=str, ensure_ascii=False)


async def _counts() -> dict[str, int]:
    return {table: await model_of(table).all().count() for table in BY_TABLE}
