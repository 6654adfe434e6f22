"""What was said between a chat and the bot lately, for the card of a case: a few words of each, for a day.

They are kept as rows, so that neither a restart nor a second process loses what led to the wish for a human.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.db import connection, in_dialect
from bot.tickets.models import ChatTurn

TURNS_SHOWN = 6
LONGEST_TURN = 300
# What the bot said is known to the staff: the beginning tells which screen it was.
LONGEST_OF_BOT = 140
TURNS_KEPT = timedelta(days=1)

INSERT = "INSERT INTO ticket_turn (chat_id, author, text, at) VALUES {rows}"


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said before anybody asked for a human."""

    author: Literal["customer", "bot"]
    text: str


async def remember_turns(chat_id: int, turns: Sequence[Turn], *, now: datetime) -> None:
    """Keep the beginning of each; raw, since it happens at every message and tap."""
    if not turns:
        return
    values = [value for turn in turns for value in (chat_id, turn.author, _beginning(turn), now)]
    statement = INSERT.format(rows=", ".join(["(?, ?, ?, ?)"] * len(turns)))
    await connection().execute_query(in_dialect(statement), values)


def clip(text: str, longest: int) -> str:
    """At most so many characters, ended between two words and marked where something is left out."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    at_word = head.rpartition(" ")[0] if not text[longest - 1].isspace() else head
    return f"{(at_word or head).rstrip(' ,;:.')}…"


async def recent_turns(chat_id: int, *, now: datetime) -> tuple[Turn, ...]:
    """The last of them, the newest at the end; what was shown twice in a row counts once."""
    rows = ChatTurn.filter(chat_id=chat_id, at__gt=now - TURNS_KEPT).order_by("-id").limit(3 * TURNS_SHOWN)
    found: list[Turn] = []
    for row in reversed(await rows):
        turn = Turn("customer" if row.author == "customer" else "bot", row.text)
        if not found or found[-1] != turn:
            found.append(turn)
    return tuple(found[-TURNS_SHOWN:])


def _beginning(turn: Turn) -> str:
    return clip(turn.text, LONGEST_TURN if turn.author == "customer" else LONGEST_OF_BOT)


async def forget_turns(now: datetime, *, chat_id: int | None = None) -> int:
    """Delete what is older than a day, or everything of one chat; how many turns that were."""
    old = ChatTurn.filter(at__lte=now - TURNS_KEPT) if chat_id is None else ChatTurn.filter(chat_id=chat_id)
    return int(await old.delete())
