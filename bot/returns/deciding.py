"""Which requests the rules approve and which wait for the staff, and what the staff may say no to; pure (RET-09).

A flag never blocks a statutory right: withdrawals are never reviewed, a warranty claim is looked at and never declined
(rules.md 3.6).
"""

from dataclasses import dataclass
from decimal import Decimal

from bot.returns.machine import Status
from bot.returns.paths import DECLARED, Way
from bot.returns.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a request: its worth with the other favours of the order, None where nobody tells a price; how
    often the person has asked in 90 days, and what makes it unclear.

    `is_doubtful`: its window is over by a day that nobody told. `said_missing`: they have said that the parcel never
    came. `was_declined`: the staff have said no to these items before.
    """

    value: Decimal | None
    in_90_days: int = 0
    is_doubtful: bool = False
    has_photo: bool = False
    needs_photo: bool = False
    said_missing: bool = False
    was_declined: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """Why the staff look at a request first; without a reason the rules approve it."""

    reasons: tuple[str, ...] = ()

    @property
    def is_needed(self) -> bool:
        return bool(self.reasons)

    @property
    def why(self) -> str | None:
        """As it is kept: codes with commas between."""
        return ",".join(self.reasons) or None


def decide(policy: Policy, facts: Facts, *, way: Way) -> Review:
    """A withdrawal takes effect by itself, a warranty claim waits, goodwill waits where it is dear or unclear."""
    if way in DECLARED:
        return Review()
    if way is Way.WARRANTY:
        return Review(("defect_without_photo" if facts.needs_photo and not facts.has_photo else "defect",))
    found = {
        "date_unknown": facts.is_doubtful,
        "value_unknown": facts.value is None,
        "value": facts.value is not None and facts.value > policy.approves_up_to,
        "many_returns": facts.in_90_days >= policy.approves_in_90_days,
        "said_missing": facts.said_missing,
        "was_declined": facts.was_declined,
    }
    return Review(tuple(reason for reason, holds in found.items() if holds))


def may_decline(way: Way, status: Status) -> bool:
    """Only a favour can be declined, and only while nobody has granted it."""
    return way is Way.GOODWILL and status is Status.REQUESTED


def may_reduce(way: Way, policy: Policy) -> bool:
    """Whether worn goods may bring less.

    After a withdrawal only where the customer was told of it before (§ 357a (1) BGB); never for a defect.
    """
    return way is Way.GOODWILL or (way is Way.WITHDRAWAL and policy.instruction_given)
