"""How often one person may be advertised to, whatever the source (rules.md 3.3; N6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.outbox.reasons import Why

A_DAY = timedelta(hours=24)
A_WEEK = timedelta(days=7)
IN_A_WEEK = 3
AFTER_PROBLEM = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Pause:
    """The budget is used up until then."""

    until: datetime
    why: Why


def pause_at(now: datetime, contacts: Sequence[datetime], last_problem_at: datetime | None) -> Pause | None:
    """What keeps an advertising message back at `now`: one in 24 hours, three in seven days, 12 hours after trouble.

    `contacts` are the times of advertising that this person has been sent, in any order.
    """
    latest = sorted(contacts)[-IN_A_WEEK:]
    pauses = []
    if latest:
        pauses.append(Pause(latest[-1] + A_DAY, Why.CONTACT_DAY))
    if len(latest) == IN_A_WEEK:
        pauses.append(Pause(latest[0] + A_WEEK, Why.CONTACT_WEEK))
    if last_problem_at:
        pauses.append(Pause(last_problem_at + AFTER_PROBLEM, Why.AFTER_PROBLEM))
    longest = max(pauses, key=lambda pause: pause.until, default=None)
    return longest if longest and longest.until > now else None
