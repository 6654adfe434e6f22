"""What everybody may know of a draw, for verify_draw.py: no line of it says who anybody is."""

import json
from typing import Any

from bot.community.contest_models import Contest, ContestEntry, ContestPlace
from bot.community.contests import get_contest
from bot.community.drawing import ALGORITHM


async def describe_draw(contest_id: int) -> dict[str, Any]:
    """What everybody may know of a contest and verify_draw.py reads; nothing in it says who anybody is.

    Seed, list and places are empty until it is drawn.
    """
    facts, contest = await get_contest(contest_id), await Contest.get(id=contest_id)
    is_drawn = contest.status == "drawn"
    entries = ContestEntry.filter(contest_id=contest_id).order_by("ticket").values_list("ticket", flat=True)
    return {
        "contest": contest_id,
        "title": {locale: facts.texts[locale]["title"] for locale in facts.locales},
        "status": contest.status,
        "algorithm": ALGORITHM,
        "deadline": contest.deadline and contest.deadline.isoformat(),
        "winners": contest.winners,
        "commitment": contest.commitment,
        "seed": contest.seed if is_drawn else None,
        "digest": contest.digest,
        "tickets": [str(each) for each in await entries] if is_drawn else [],
        "places": [
            {"place": each.place, "ticket": each.entry.ticket, "drawn_again_because": each.why}
            for each in await list_places(contest_id)
        ],
    }


async def export_draw(contest_id: int) -> str:
    """The same as text, the way `main.py show contest ID --json` prints it."""
    return json.dumps(await describe_draw(contest_id), ensure_ascii=False, indent=2)


async def list_places(contest_id: int) -> list[ContestPlace]:
    """All that came up, with their entries."""
    return await ContestPlace.filter(contest_id=contest_id).order_by("place").prefetch_related("entry")
