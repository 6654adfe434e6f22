"""A copy of what is known of a person, as JSON: room by room, with what each room keeps it for (GDPR Art. 15, 20)."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.config import Locale, Settings
from bot.customers.wordings import version_of
from bot.db import unit_of_work
from bot.i18n import plain
from bot.privacy.coverage import COVERAGE, Covered
from bot.privacy.finding import Found, Row, find_rows
from bot.privacy.subject import Subject
from bot.staff.audit import record

Json = dict[str, Any]
HIDDEN = "•••"


async def export_data(
    subject: Subject, *, settings: Settings, locale: Locale, now: datetime, with_notes: bool = False
) -> Json:
    """Everything about the subject; `with_notes`: also what the staff noted among themselves."""
    found = await find_rows(subject)
    return {
        "shop": settings.shop_name,
        "made_at": now.isoformat(),
        "privacy_notice": version_of("privacy").version,
        "person": {"chats": list(subject.chats), "customers": list(subject.customers)},
        "notes": _notes(subject, with_notes, locale),
        "data": {room: _room(room, found, subject, with_notes, locale) for room in _rooms(found)},
    }


@unit_of_work
async def note_export(subject: Subject, *, now: datetime, staff_id: int | None = None) -> None:
    """That a copy was made is kept as every look at personal data is."""
    for customer_id in subject.customers:
        await record(staff_id, "export", f"customer:{customer_id}", now=now)


def as_text(exported: Json) -> str:
    return json.dumps(exported, ensure_ascii=False, indent=2, default=_as_json) + "\n"


def _notes(subject: Subject, with_notes: bool, locale: Locale) -> list[str]:
    """What is not in the copy, and how to get it."""
    notes = [] if with_notes else [plain(locale, "privacy-export-no-notes-alert")]
    if subject.unproven:
        notes.append(plain(locale, "privacy-export-masked-alert", hidden=HIDDEN))
    return notes


def _rooms(found: Found) -> list[str]:
    return list(dict.fromkeys(_room_of(covered) for covered in COVERAGE if found.rows[covered.table]))


def _room(room: str, found: Found, subject: Subject, with_notes: bool, locale: Locale) -> Json:
    tables = {
        covered.table: [_told(row, covered, subject) for row in rows]
        for covered in COVERAGE
        if _room_of(covered) == room and (rows := _own(covered, found, subject, with_notes))
    }
    return {"what_for": plain(locale, f"privacy-room-{room}-alert"), **tables}


def _own(covered: Covered, found: Found, subject: Subject, with_notes: bool) -> list[Row]:
    """Not what another chat of the same customer has said or heard: that is somebody else's."""
    chat = next((column for column, kind in covered.by.items() if kind == "chat"), None)
    column, value = covered.staff_only
    return [
        row
        for row in found.rows[covered.table]
        if (chat is None or row[chat] is None or row[chat] in subject.chats)
        and (with_notes or not column or row[column] != value)
    ]


def _told(row: Row, covered: Covered, subject: Subject) -> Row:
    hidden = set(covered.masked.split()) if _is_unproven(row, covered, subject) else set()
    untold = set(covered.untold.split())
    return {
        column: HIDDEN if column in hidden and value is not None else value
        for column, value in row.items()
        if column not in untold
    }


def _is_unproven(row: Row, covered: Covered, subject: Subject) -> bool:
    """Whether the row belongs to a purchase of which the chat has proven a delivery only."""
    if not subject.unproven:
        return False
    column = next((column for column, kind in covered.by.items() if kind == "customer"), None)
    return column is None or row[column] in subject.unproven


def _room_of(covered: Covered) -> str:
    return covered.table.partition("_")[0]


def _as_json(value: Any) -> Any:
    shown: dict[type, Callable[[Any], Any]] = {datetime: datetime.isoformat, date: date.isoformat, Decimal: str}
    return shown.get(type(value), str)(value)
