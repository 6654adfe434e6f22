"""Shows on the card what became of an answer, ✓ or ✗ with the reason, as soon as it is known (SUP-03)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.db import connection, unit_of_work
from bot.tickets.cards import post_card
from bot.tickets.models import Case, CaseMessage

AT_ONCE = 200
SETTLED = f"""
SELECT m.id, m.case_id FROM ticket_message AS m JOIN outbox_push AS p ON p.id = m.push_id
WHERE m.marked_at IS NULL AND m.author = 'staff' AND p.status <> 'waiting' ORDER BY m.id LIMIT {AT_ONCE}"""  # noqa: S608


async def mark_answers(settings: Settings, *, now: datetime) -> int:
    """Bring the cards up to date whose answers have arrived or failed since; how many cards that were.

    The card is drawn anew, so that it shows what happened meanwhile, too; two processes draw it once.
    """
    of_case: defaultdict[int, list[int]] = defaultdict(list)
    for row in await connection().execute_query_dict(SETTLED):
        of_case[row["case_id"]].append(row["id"])
    return sum([await _mark(case_id, ids, settings, now) for case_id, ids in of_case.items()])


@unit_of_work
async def _mark(case_id: int, ids: Sequence[int], settings: Settings, now: datetime) -> bool:
    if not await CaseMessage.filter(id__in=ids, marked_at=None).update(marked_at=now):
        return False
    await post_card(await Case.get(id=case_id), settings=settings, now=now)
    return True
