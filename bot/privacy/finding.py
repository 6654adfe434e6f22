"""Finds every row of a person, table by table as coverage.py says."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tortoise import Tortoise
from tortoise.models import Model

from bot.conversations.forgetting import keys_of_chat
from bot.db import APP
from bot.privacy.coverage import COVERAGE, Covered
from bot.privacy.subject import Subject
from bot.surveys.history import find_orphans

Row = dict[str, Any]
IDS_AT_ONCE = 5_000
# Whose ids the audit of the staff names: "customer:3", "case:4".
NAMED_IN_AUDIT = ("chat", "customer", "order", "case", "return")


@dataclass(slots=True)
class Found:
    """Rows by table, and ids by kind."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    ids: dict[str, list[Any]] = field(default_factory=dict)

    def ids_of(self, table: str) -> list[Any]:
        key = model_of(table)._meta.pk_attr  # noqa: SLF001  # Tortoise's documented name of the primary key
        return [row[key] for row in self.rows[table]]


async def find_rows(subject: Subject) -> Found:
    """Everything that is known of the subject."""
    found = Found(ids=await _first_ids(subject))
    for covered in COVERAGE:
        if "subject" in covered.by.values():
            kinds = NAMED_IN_AUDIT
            found.ids["subject"] = [f"{kind}:{id_}" for kind in kinds for id_ in found.ids.get(kind, ())]
        if "orphan" in covered.by.values():
            found.ids["orphan"] = await find_orphans(found.ids.get("order", ()))
        found.rows[covered.table] = await _rows(covered, found.ids)
        if covered.gives:
            found.ids[covered.gives] = found.ids_of(covered.table)
    return found


def model_of(table: str) -> type[Model]:
    """The model of a table; privacy reads and writes all of them, and so knows none by name."""
    models: Iterable[type[Model]] = (Tortoise.apps or {})[APP].values()
    return next(model for model in models if model._meta.db_table == table)  # noqa: SLF001  # documented likewise


async def _first_ids(subject: Subject) -> dict[str, list[Any]]:
    persons = [f"chat:{id_}" for id_ in subject.chats] + [f"customer:{id_}" for id_ in subject.customers]
    keys = [key for chat_id in subject.chats for key in await keys_of_chat(chat_id)]
    return {"chat": list(subject.chats), "customer": list(subject.customers), "person": persons, "dialog": keys}


async def _rows(covered: Covered, ids: Mapping[str, Collection[Any]]) -> list[Row]:
    model, found = model_of(covered.table), dict[Any, Row]()
    key = model._meta.pk_attr  # noqa: SLF001  # as above
    for column, kind in covered.by.items():
        wanted = list(ids.get(kind, ()))
        for start in range(0, len(wanted), IDS_AT_ONCE):
            part: Any = {f"{column}__in": wanted[start : start + IDS_AT_ONCE]}
            found |= {row[key]: row for row in await model.filter(**part).values()}
    return [found[id_] for id_ in sorted(found)]
