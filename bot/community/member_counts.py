"""How it goes with membership, in numbers and for whoever looks after it: nobody is named."""

from typing import Any

from bot.shop.rows import fetch, iso

REQUESTS = """
SELECT group_id, max(title) AS title, status, why, count(*) AS n FROM community_join_request
GROUP BY group_id, status, why ORDER BY group_id DESC, status, why"""
WAITING = """
SELECT id, title, why, noted_at, carded_at FROM community_join_request
WHERE status = 'waiting' ORDER BY noted_at, id LIMIT 100"""
LINKS = """
SELECT coalesce(why, 'open') AS state, count(*) AS n FROM community_personal_link GROUP BY coalesce(why, 'open')
ORDER BY 1"""


async def describe_members() -> dict[str, Any]:
    """Requests by group, answer and reason; those that wait, the oldest first; links by what became of them."""
    requests = [
        {"group": row["title"], "status": row["status"], "why": row["why"], "count": int(row["n"])}
        for row in await fetch(REQUESTS)
    ]
    waiting = [
        {"request": row["id"], "group": row["title"], "why": row["why"], "since": iso(row["noted_at"])}
        | {"shown_to_staff": row["carded_at"] is not None}
        for row in await fetch(WAITING)
    ]
    links = {row["state"]: int(row["n"]) for row in await fetch(LINKS)}
    return {"requests": requests, "waiting": waiting, "links": links}
