"""How waiting pushes are found: each statement through one index, whatever the database believes about their number.

PostgreSQL plans by what it counted last. A table counted while it was empty, or while nothing waited, seems to hold
one waiting row, and for one row any index will do: it then reads everything that waits, for each message it sends.
So the statements leave it one index to choose:

- what comes next says `status = 'waiting'`, the condition of ix_push_due and of no other;
- who is first in a chat says `settled_at IS NULL`, which means the same and leads into ix_push_chat;
- a row whose id is known says `status || '' = 'waiting'`, in which the planner sees no condition of an index.
"""

from bot.db import connection, is_sqlite
from bot.outbox.purposes import URGENCIES

# As many as may be claimed at once, where few are on their way and where many are (outbox/flight.py).
FEW_CLAIMED, MOST_CLAIMED = 16, 64

# The foremost rows of an urgency, as many as may be taken and no more, however many wait behind them. Of one chat only
# the first one that is due may go, and only when it is nobody's: then nothing that comes before it is on its way.
# The limit is a number and no value, so that PostgreSQL plans for few rows, and plans once.
FOREMOST = """
SELECT p.id, p.urgency, p.due_at FROM outbox_push AS p
WHERE p.status = 'waiting' AND p.urgency = {urgency} AND p.due_at <= {now}
  AND (p.leased_until IS NULL OR p.leased_until <= {real}) AND (p.retry_at IS NULL OR p.retry_at <= {real})
  AND p.id = (
    SELECT e.id FROM outbox_push AS e WHERE e.chat_id = p.chat_id AND e.settled_at IS NULL AND e.due_at <= {now}
    ORDER BY e.settled_at, e.urgency, e.due_at, e.id LIMIT 1)
ORDER BY p.due_at, p.id LIMIT {most}{lock}"""
# One arm an urgency; PostgreSQL plans a single one and runs it for each.
ARM = "SELECT * FROM ({foremost})"
LATERAL = "SELECT o.* FROM (VALUES {urgencies}) AS u (urgency) CROSS JOIN LATERAL ({foremost}) AS o"
DUE = "SELECT id FROM ({offers}) AS due ORDER BY urgency, due_at, id LIMIT {room}"
# Planned while the table is empty, reading all of it costs nothing; the plan is kept when it has become long.
# (Just-in-time compiling would start because of what the setting adds to the cost of a plan that has no index.)
ON_INDEXES = """
SELECT set_config('enable_seqscan', 'off', TRUE), set_config('enable_sort', 'off', TRUE), set_config('jit', 'off', TRUE)
"""
LIGHTLY = ON_INDEXES.rstrip() + ", set_config('synchronous_commit', 'off', TRUE)"


def due(most: int, *, lock: bool = False) -> str:
    """The SELECT of the ids that may go next, the most urgent first; `lock` leaves out what somebody else holds.

    Its values are the shop's time, real time, and how many, `most` at most: a number of few kinds (see FOREMOST).
    """
    blanks = {"now": placeholder(1), "real": placeholder(2), "most": most}
    if is_sqlite():
        arms = (ARM.format(foremost=FOREMOST.format(urgency=urgency, lock="", **blanks)) for urgency in URGENCIES)
        offers = " UNION ALL ".join(arms)
    else:
        skip_locked = " FOR UPDATE OF p SKIP LOCKED" if lock else ""
        foremost = FOREMOST.format(urgency="u.urgency", lock=skip_locked, **blanks)
        offers = LATERAL.format(urgencies=", ".join(f"({urgency})" for urgency in URGENCIES), foremost=foremost)
    return DUE.format(offers=offers, room=placeholder(3))


async def find_by_index(*, lightly: bool = False) -> None:
    """Let the statements of the current transaction find their rows by indexes, however few there seem to be.

    `lightly`: and let it commit without waiting for the disk, which takes longer than sending 16 messages. Should the
    database server itself lose its power, the last half second is forgotten: what was sent in it comes twice. (On
    SQLite it is so anyway, synchronous=NORMAL.) See `commit_firmly`.
    """
    if not is_sqlite():
        await connection().execute_query(LIGHTLY if lightly else ON_INDEXES)


async def commit_firmly() -> None:
    """Let the current transaction wait for the disk after all: it has claimed what must not come twice."""
    if not is_sqlite():
        await connection().execute_query("SET LOCAL synchronous_commit TO DEFAULT")


def placeholder(number: int) -> str:
    """A placeholder that may stand in several places."""
    return f"?{number}" if is_sqlite() else f"${number}"
