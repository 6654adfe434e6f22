"""Keeps what the staff did and whose data they looked at, for whoever asks later."""

from datetime import datetime
from typing import Any

from bot.db import unit_of_work
from bot.staff.models import AuditEntry


@unit_of_work
async def record(
    staff_id: int | None, action: str, subject: str, *, now: datetime, detail: dict[str, Any] | None = None
) -> None:
    """One action or one look; `subject` is "case:4" or "customer:3", None as the person is the bot itself.

    Call it in the transaction of what it tells about.
    """
    await AuditEntry.create(staff_id=staff_id, action=action, subject=subject, detail=detail, at=now)


async def who_did(action: str, subject: str) -> frozenset[int]:
    """Everybody of the staff who has ever done this."""
    found = AuditEntry.filter(subject=subject, action=action).exclude(staff_id=None)
    return frozenset(int(str(each)) for each in await found.values_list("staff_id", flat=True))
