"""Whether somebody is asked now, later or not at all: seven gates in their order, each with its own reasons; pure.

Eligible, triggered, agreed, not to be left alone, not asked too often, not written to too often, at a good hour
(rules.md 3.3). A plan goes through them when it is made, to tell what would keep it back, and again when it is due.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.outbox.budget import pause_at
from bot.outbox.policy import Facts, find_hold
from bot.outbox.purposes import PURPOSES
from bot.outbox.quiet import rest_at
from bot.surveys.definitions import Definition
from bot.surveys.reasons import NotAsked

SURVEY = PURPOSES["survey"]
# When nobody knows how long it takes: a case that is being looked after, a return on its way.
LOOK_AGAIN = timedelta(hours=12)
COMPLAINT_ECHO = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class About:
    """What the question is about, as far as it decides whether it is asked."""

    is_hidden: bool = False
    is_cancelled: bool = False
    is_refunded: bool = False
    is_over: bool = True  # delivered, the return closed, the conversation ended
    has_open_return: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Who would be asked, in which chat; `facts` are those of the outbox, None where there is no chat.

    `asked_any` and `asked_same` are the last invitations to any survey and to this one, `complained_at` the last
    complaint, whether it is still open or not.
    """

    chat_id: int | None
    facts: Facts | None
    asked_any: datetime | None = None
    asked_same: datetime | None = None
    complained_at: datetime | None = None
    is_sampled: bool = True


@dataclass(frozen=True, slots=True)
class Ask:
    """Now, in this chat."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """Judge it again then."""

    until: datetime
    why: NotAsked


@dataclass(frozen=True, slots=True)
class Never:
    """Not about this."""

    why: NotAsked


Verdict = Ask | Later | Never
Gate = Callable[[Definition, About, Asked, datetime], "Later | Never | None"]


def judge(
    definition: Definition, about: About, people: Sequence[Asked], now: datetime, *, expires_at: datetime
) -> Verdict:
    """The best that can be done in any chat of the person: asked, else later, else the reason in the first chat."""
    verdicts = [_through(GATES, definition, about, asked, now) for asked in people or [NOBODY]]
    verdicts = [in_time(verdict, expires_at) for verdict in verdicts]
    return min(verdicts, key=lambda verdict: ORDER.index(type(verdict)))


def foresee(definition: Definition, about: About, people: Sequence[Asked], now: datetime) -> Later | Never | None:
    """What would keep it back if it were due now; budget and hour are left out, they change until then."""
    verdicts = [_through(GATES[:LASTING], definition, about, asked, now) for asked in people or [NOBODY]]
    verdict = min(verdicts, key=lambda verdict: ORDER.index(type(verdict)))
    return None if isinstance(verdict, Ask) else verdict


def judge_reminder(definition: Definition, about: About, asked: Asked, now: datetime) -> Verdict:
    """The same for the one reminder, which the invitation itself does not forbid."""
    return _through(GATES, definition, about, replace(asked, asked_any=None, asked_same=None), now)


def eligible(definition: Definition, about: About, asked: Asked, _: datetime) -> Never | None:
    if about.is_hidden:
        return Never(NotAsked.ORDER_HIDDEN)
    if about.is_cancelled:
        return Never(NotAsked.ORDER_CANCELLED)
    if about.is_refunded and definition.trigger == "delivered":
        return Never(NotAsked.ORDER_REFUNDED)
    if asked.facts is None:
        return Never(NotAsked.NO_CHAT)
    return Never(NotAsked(asked.facts.unreachable)) if asked.facts.unreachable else None


def triggered(definition: Definition, about: About, asked: Asked, now: datetime) -> Later | Never | None:
    """A conversation that was opened again ends again; a parcel that goes back does not arrive any more."""
    if not definition.active:
        return Never(NotAsked.SURVEY_OFF)
    if not about.is_over and definition.trigger == "case_closed":
        return Later(now + LOOK_AGAIN, NotAsked.HOLD_HUMAN)
    if not about.is_over:
        return Never(NotAsked.NOT_DELIVERED)
    return None if asked.is_sampled else Never(NotAsked.NOT_SAMPLED)


def agreed(_: Definition, __: About, asked: Asked, ___: datetime) -> Never | None:
    has_agreed = asked.facts is not None and SURVEY.consent in asked.facts.consents
    return None if has_agreed else Never(NotAsked.NO_CONSENT)


def left_alone(_: Definition, about: About, asked: Asked, now: datetime) -> Later | None:
    """Holds are released by whoever opened them, so it is worth looking again."""
    hold = find_hold(SURVEY, asked.facts.holds) if asked.facts else None
    if hold:
        return Later(now + LOOK_AGAIN, NotAsked(f"hold_{hold.reason}"))
    if about.has_open_return:
        return Later(now + LOOK_AGAIN, NotAsked.HOLD_RETURN)
    if asked.complained_at and now < asked.complained_at + COMPLAINT_ECHO:
        return Later(asked.complained_at + COMPLAINT_ECHO, NotAsked.RECENT_COMPLAINT)
    return None


def asked_enough(definition: Definition, _: About, asked: Asked, now: datetime) -> Later | Never | None:
    throttle = definition.throttle
    pauses = [
        (asked.asked_same, timedelta(days=throttle.same_days), NotAsked.ASKED_SAME),
        (asked.asked_any, timedelta(days=throttle.any_days), NotAsked.ASKED_OTHER),
    ]
    closed = [(at + span, why) for at, span, why in pauses if at and now < at + span]
    if not closed:
        return None
    until, why = max(closed, key=lambda pause: pause[0])
    return Later(until, why) if throttle.then == "wait" else Never(why)


def written_enough(_: Definition, __: About, asked: Asked, now: datetime) -> Later | None:
    pause = pause_at(now, asked.facts.contacts, asked.facts.last_problem_at) if asked.facts else None
    return Later(pause.until, NotAsked(pause.why)) if pause else None


def at_rest(_: Definition, __: About, asked: Asked, now: datetime) -> Later | None:
    rest = rest_at(now, asked.facts.place, advertising=SURVEY.advertising) if asked.facts else None
    return Later(rest.until, NotAsked(rest.why)) if rest else None


GATES: tuple[Gate, ...] = (eligible, triggered, agreed, left_alone, asked_enough, written_enough, at_rest)
LASTING = GATES.index(written_enough)
NOBODY = Asked(chat_id=None, facts=None)
ORDER = (Ask, Later, Never)


def _through(gates: Sequence[Gate], definition: Definition, about: About, asked: Asked, now: datetime) -> Verdict:
    for gate in gates:
        if closed := gate(definition, about, asked, now):
            return closed
    return Ask(asked.chat_id or 0)


def in_time(verdict: Verdict, expires_at: datetime) -> Verdict:
    """What would come too late does not come at all; the reason is what it would have waited for."""
    return Never(verdict.why) if isinstance(verdict, Later) and verdict.until >= expires_at else verdict
