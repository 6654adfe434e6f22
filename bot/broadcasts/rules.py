"""What may become of a campaign, who must look at it before, and when it stops by itself; pure (BRC-01, BRC-15)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.errors import CustomerError


class Status(StrEnum):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class Held(StrEnum):
    """Why somebody of the audience was never handed to the outbox; plain words are `why-…` in locales/*/why.ftl."""

    SAME_PERSON = "same_person"
    NO_LANGUAGE = "no_language"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    ORDERED = "ordered"


S = Status
NEXT: dict[Status, frozenset[Status]] = {
    S.DRAFT: frozenset({S.SCHEDULED, S.RUNNING, S.CANCELLED}),
    S.SCHEDULED: frozenset({S.DRAFT, S.RUNNING, S.CANCELLED}),
    S.RUNNING: frozenset({S.PAUSED, S.FINISHED, S.CANCELLED}),
    S.PAUSED: frozenset({S.RUNNING, S.CANCELLED}),
    S.FINISHED: frozenset(),
    S.CANCELLED: frozenset(),
}

# Without a day of its own an offer waits no longer than this for a free hour within somebody's contact budget.
LASTS = timedelta(days=7)
# Somewhere it is this hour first: Kiritimati, UTC+14.
EARLIEST_ZONE = timedelta(hours=14)

MOST_ERRORS = 100
MOST_ERRORS_SHARE = 0.05
ENOUGH_ATTEMPTS = 200

MOST_TEXT, MOST_CAPTION, MOST_MEDIA, MOST_BUTTONS = 4096, 1024, 10, 8
MOST_LABEL, MOST_COPIED, MOST_TITLE = 64, 256, 128


class WrongStatusError(CustomerError):
    """What was asked for cannot follow the status that the campaign has (by now); nothing was done."""

    key = "campaign-wrong-status"


class ChangedMeanwhileError(CustomerError):
    """Somebody else has changed the campaign since it was shown; nothing was done."""

    key = "campaign-changed"


class NotReadyError(CustomerError):
    """Something blocks the start (see readiness.py, which says what); nothing was done."""

    key = "campaign-not-ready"


class OnItsWayError(CustomerError):
    """A post leaves in this very moment; nothing was done, and a moment later it can be."""

    key = "campaign-on-its-way"


class OwnApprovalError(CustomerError):
    """Four eyes: who wrote or changed a campaign cannot approve it."""

    key = "campaign-own-approval"


@dataclass(frozen=True, slots=True)
class Errors:
    """How many attempts there were since the campaign was (re)started, and how many of them went wrong.

    Who has blocked the bot, or whose account is gone, is no error.
    """

    tried: int
    failed: int


def check_step(before: str, after: Status) -> None:
    """Raise WrongStatusError unless a campaign of the status `before` may become `after`."""
    if after not in NEXT[Status(before)]:
        raise WrongStatusError(status=before)


def needs_approval(audience: int, *, above: int) -> bool:
    """Whether somebody else must look at it first; `above` 0 means always (BRC-15)."""
    return audience > above


def is_going_wrong(errors: Errors) -> bool:
    """Whether a campaign had better stop by itself: a hundred errors, or one in twenty of at least two hundred."""
    enough = errors.tried >= ENOUGH_ATTEMPTS
    return errors.failed >= MOST_ERRORS or (enough and errors.failed > errors.tried * MOST_ERRORS_SHARE)


def local_moment(on: date, at: str, zone: ZoneInfo) -> datetime:
    """The moment (aware UTC) at which clocks there show this hour of this day.

    An hour that a change of the clock leaves out comes as much later; of one that comes twice it is the first.
    """
    hour, minute = map(int, at.split(":"))
    return datetime.combine(on, time(hour, minute), zone).astimezone(UTC)


def earliest_moment(on: date, at: str) -> datetime:
    """When it is that hour for the first people of the world."""
    hour, minute = map(int, at.split(":"))
    return datetime.combine(on, time(hour, minute), UTC) - EARLIEST_ZONE


def starts_at(when_kind: str, *, send_at: datetime | None, on: date | None, at: str | None) -> datetime | None:
    """When a scheduled campaign freezes its audience and begins; None where no time was set."""
    if when_kind == "at":
        return send_at
    if when_kind == "local" and on and at:
        return earliest_moment(on, at)
    return None
