"""A person of whom something stands in every table that may know of one: rows made of the models themselves."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

from bot.privacy.coverage import COVERAGE, Covered
from bot.privacy.finding import model_of

CHAT = 70_101
TRACE_LENGTH = 13
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
# What other code has to understand; everything else is filled with its own name.
MEANT: dict[str, dict[str, Any]] = {
    "shop_customer": {"source": "shopify", "external_id": "4711", "email": "geheim@example.org"},
    "customer_link": {"proof": "link"},
    "customer_consent": {"purpose": "survey", "active": True, "withdrawn_at": None, "withdrawn_by": None},
    "customer_consent_ask": {"purpose": "promo"},
    "ticket_case": {"cause": "human", "status": "open", "locale": "de", "closed_at": None},
    "ticket_message": {"author": "customer", "push_id": None},
    "outbox_push": {"purpose": "milestone", "status": "waiting", "leased_until": None, "receipt": None},
    "staff_audit": {"subject": "case:1"},
    "return_shop_call": {"subject": "order:1"},
}


async def leave_traces(chat_id: int = CHAT) -> dict[str, Model]:
    """One row in each table of COVERAGE, all about one person; by table."""
    rows: dict[str, Model] = {}
    for covered in COVERAGE:
        model = model_of(covered.table)
        rows[covered.table] = await model.create(**_values(model, covered, rows, chat_id))
    return rows


def trace(table: str, column: str) -> str:
    """What `leave_traces` writes into a text column that is long enough for it: found nowhere else."""
    return "g" + hashlib.sha256(f"{table}.{column}".encode()).hexdigest()[: TRACE_LENGTH - 1]


def _values(model: type[Model], covered: Covered, rows: dict[str, Model], chat_id: int) -> dict[str, Any]:
    ids = {each.gives: rows[each.table].pk for each in COVERAGE if each.gives and each.table in rows}
    customer = rows["shop_customer"].pk if "shop_customer" in rows else 0
    known = ids | {"chat": chat_id, "person": f"chat:{chat_id}", "dialog": f"bote:42:{chat_id}:{chat_id}:default"}
    named = {column: known.get(kind, customer) for column, kind in covered.by.items() if kind != "subject"}
    if covered.table == "shop_customer":
        named.pop("id")
    values = {name: _value(field, covered.table, name, rows) for name, field in _columns(model)}
    return values | named | MEANT.get(covered.table, {})


def _columns(model: type[Model]) -> list[tuple[str, Any]]:
    meta = model._meta
    return [(name, meta.fields_map[name]) for name in meta.fields_db_projection if name != "id"]


def _value(field: Any, table: str, name: str, rows: dict[str, Model]) -> Any:  # noqa: PLR0911  # one a kind
    reference = field.reference
    if isinstance(reference, ForeignKeyFieldInstance):
        parent = rows.get(reference.related_model._meta.db_table)
        return parent.pk if parent else None
    match field:
        case fields.JSONField():
            return {"told": trace(table, name)}
        case fields.BooleanField():
            return True
        case fields.DatetimeField():
            return AT
        case fields.DateField():
            return date(2026, 11, 2)
        case fields.DecimalField():
            return Decimal("19.90")
        case fields.IntField() | fields.BigIntField() | fields.SmallIntField():
            return 7
        case fields.CharField():
            return trace(table, name)[: field.max_length]
    return trace(table, name)
