"""Chats that abuse the staff reach no human any more; everything else the bot does for them goes on (SUP-10)."""

from datetime import datetime

from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.staff.audit import record
from bot.tickets.models import Ban, Case


class BannedError(CustomerError):
    """Somebody who is banned asks for a human."""

    key = "case-banned"


async def is_banned(chat_id: int | None) -> bool:
    return chat_id is not None and await Ban.filter(id=chat_id).exists()


@unit_of_work
async def switch_ban(case_id: int, *, staff_id: int, now: datetime) -> bool | None:
    """Ban the chat of a case, or let it in again; whether it is banned now, None without a chat."""
    case = await Case.get_or_none(id=case_id)
    if case is None or case.chat_id is None:
        return None
    lifted = await Ban.filter(id=case.chat_id).delete()
    if not lifted:
        await Ban.create(id=case.chat_id, banned_by=staff_id, banned_at=now)
    await record(staff_id, "unban" if lifted else "ban", f"case:{case_id}", now=now)
    return not lifted
