"""Decides at the moment of sending: now, later, or not at all, and why; pure, from facts that the drain has read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.outbox.budget import pause_at
from bot.outbox.purposes import MUTE_LEVELS, Purpose
from bot.outbox.quiet import Place, rest_at
from bot.outbox.reasons import Why

# Held purposes of a hold that are no purpose themselves. Who is to be erased is still answered.
ADVERTISING = "advertising"
EVERYTHING = "everything"
NEVER_HELD = frozenset({"answer", "staff", "receipt", "legal"})


@dataclass(frozen=True, slots=True)
class HoldFact:
    """A reason to leave the person alone, and what it holds: purposes, `advertising` or `everything`."""

    reason: str
    purposes: frozenset[str] = frozenset({ADVERTISING})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about chat and person at this moment; consents are what Purpose.consent names."""

    place: Place
    unreachable: str | None = None
    mute: str | None = None
    consents: frozenset[str] = frozenset()
    holds: tuple[HoldFact, ...] = ()
    contacts: tuple[datetime, ...] = ()
    last_problem_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Send:
    """Now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Judge it again then (the shop's time)."""

    until: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class Skip:
    """Never."""

    why: Why


Decision = Send | Wait | Skip


def decide(
    purpose: Purpose, facts: Facts, now: datetime, *, expires_at: datetime | None = None, doubtful: int = 0
) -> Decision:
    """Whether a push of this purpose goes out; `doubtful` counts attempts that may have arrived."""
    if never := _never(purpose, facts, expires_at is not None and expires_at <= now, doubtful):
        return Skip(never)
    wait = _wait(purpose, facts, now)
    if wait is None:
        return Send()
    if expires_at is not None and expires_at <= wait.until:
        return Skip(Why.EXPIRED)
    return wait


def find_hold(purpose: Purpose, holds: Iterable[HoldFact]) -> HoldFact | None:
    """The first of these reasons that keeps a push of this purpose back."""
    return next((hold for hold in holds if _holds(hold, purpose)), None)


def _never(purpose: Purpose, facts: Facts, expired: bool, doubtful: int) -> Why | None:
    if expired:
        return Why.EXPIRED
    if facts.unreachable:
        return Why(facts.unreachable)
    if purpose.prefers_loss and doubtful:
        return Why.MAYBE_SENT
    if facts.mute and purpose.news < MUTE_LEVELS[facts.mute]:
        return Why.MUTED
    if purpose.consent and purpose.consent not in facts.consents:
        return Why.NO_CONSENT
    hold = find_hold(purpose, facts.holds)
    return Why(f"hold_{hold.reason}") if hold else None


def _holds(hold: HoldFact, purpose: Purpose) -> bool:
    if purpose.name in NEVER_HELD:
        return False
    names = {EVERYTHING, purpose.name} | ({ADVERTISING} if purpose.in_budget else set())
    return not names.isdisjoint(hold.purposes)


def _wait(purpose: Purpose, facts: Facts, now: datetime) -> Wait | None:
    """The budget first, then the hour it ends at: a pause that ends at night ends in the morning."""
    pause = pause_at(now, facts.contacts, facts.last_problem_at) if purpose.in_budget else None
    free = pause.until if pause else now
    rest = rest_at(free, facts.place, advertising=purpose.advertising) if purpose.rests else None
    if pause is None and rest is None:
        return None
    until = rest.until if rest else free
    reason = pause or rest
    return Wait(until, reason.why) if reason else None
