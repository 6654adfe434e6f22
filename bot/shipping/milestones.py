"""Which turns on a parcel's way are worth a ringing message: pure, from its events, for as long as they are news.

The milestones of a parcel follow from all that is known of its way, in the order in which it happened. The last of
them is what a customer should hear; what still waits to be sent of the earlier ones is overtaken. So the same events
lead to the same news in whatever order and however often they arrive.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.shipping.attempts import is_last_attempt, numbered_attempt
from bot.shipping.progress import ParcelEvent, ParcelState, walk
from bot.shop.statuses import RANK, ShipmentStatus

S = ShipmentStatus

# `on_time`: the all clear after a delay that was only predicted.
SHIPPED, ALL_CLEAR, ON_TIME = "shipped", "all_clear", "on_time"
# Announced on the day before, or once in a while, by the tick of alerts; no scan says so.
ARRIVES_TOMORROW, PICKUP_REMINDER, EXPECTED_MOVED = "arrives_tomorrow", "pickup_reminder", "expected_moved"

KIND_OF: Mapping[str, str] = {
    S.OUT_FOR_DELIVERY: "out_for_delivery",
    S.AVAILABLE_FOR_PICKUP: "ready_for_pickup",
    S.ATTEMPT_FAILED: "attempt_failed",
    S.CUSTOMS: "customs",
    S.DELAYED: "delayed",
    S.ON_HOLD: "on_hold",
    S.EXCEPTION: "exception",
    S.DAMAGED: "damaged",
    S.LOST: "lost",
    S.RETURNING: "returning",
    S.RETURNED: "returned",
    S.DELIVERED: "delivered",
    S.CANCELLED: "cancelled",
}
# Trouble that has a cause: another cause is another message, the same one is not.
WITH_CAUSE = frozenset({"customs", "delayed", "on_hold", "exception"})
# Trouble that is over when the parcel moves on.
PASSING = frozenset({*WITH_CAUSE, "lost"})
MOVING = frozenset({S.PICKED_UP, S.IN_TRANSIT, S.CUSTOMS})
# Words of carriers that are no cause of trouble.
GOOD_NEWS = frozenset({"problem_resolved", "forwarded", "customs_cleared"})

A_DAY = timedelta(hours=24)
SHELF_LIFE: Mapping[str, timedelta] = {
    "ready_for_pickup": timedelta(days=3),
    "lost": timedelta(days=3),
    "damaged": timedelta(days=3),
    "returning": timedelta(days=3),
    "returned": timedelta(days=3),
}
# True today and not tomorrow.
OF_THE_DAY = frozenset({"out_for_delivery", ARRIVES_TOMORROW})

PURPOSE_OF: Mapping[str, str] = {
    "lost": "loss",
    "attempt_failed": "alarm",
    "returning": "returning",
    "returned": "returning",
    **dict.fromkeys(("customs", "delayed", "on_hold", "exception", "damaged"), "problem"),
    **dict.fromkeys((ALL_CLEAR, ON_TIME, EXPECTED_MOVED), "notice"),
}


@dataclass(frozen=True, slots=True)
class Milestone:
    """One turn; `cause` tells those of a kind apart, `reason` and `place` are the newest that were told of it.

    `attempt` counts the delivery attempts from 1, `is_last` says that the carrier called it the last.
    """

    kind: str
    at: datetime
    cause: str = ""
    reason: str | None = None
    place: str = ""
    attempt: int = 0
    is_last: bool = False

    @property
    def key(self) -> str:
        """What is announced at most once per parcel, ever."""
        return f"{self.kind}:{self.cause}" if self.cause else self.kind

    @property
    def purpose(self) -> str:
        return PURPOSE_OF.get(self.kind, "milestone")

    def expires_at(self, tz: tzinfo) -> datetime:
        """From when on it is no news any more, for somebody whose clocks show `tz`."""
        if self.kind in OF_THE_DAY:
            tomorrow = self.at.astimezone(tz).date() + timedelta(days=1)
            return datetime.combine(tomorrow, time(), tz).astimezone(UTC)
        return self.at + SHELF_LIFE.get(self.kind, A_DAY)


def milestones_of(events: Iterable[ParcelEvent], tz: tzinfo) -> tuple[Milestone, ...]:
    """Every turn of the way, in the order in which it happened; what is told again of one completes its words.

    `tz` is the clock of the place the parcel goes to: its days tell one delivery attempt from the next.
    """
    path: list[Milestone] = []
    for event, before, after in walk(events):
        turn = _turn(before, after, event, path, tz) if after != before else None
        if turn and path and path[-1].key == turn.key:
            path[-1] = _completed(path[-1], turn)
        elif turn and not _is_known(turn, before, path):
            path.append(turn)
    return tuple(path)


def last_to_tell(path: Iterable[Milestone], told: Set[str]) -> Milestone | None:
    """The milestone a customer should hear who has heard those of the keys `told`.

    An all-clear is for those who heard of the trouble; to all others neither is news.
    """
    untold: set[str] = set()
    for turn in reversed(tuple(path)):
        if turn.kind == ALL_CLEAR and turn.cause not in told:
            untold.add(turn.cause)
        elif turn.key not in untold:
            return turn
    return None


def _turn(
    before: ParcelState, after: ParcelState, event: ParcelEvent, path: list[Milestone], tz: tzinfo
) -> Milestone | None:
    kind, cause = _situation(before, after)
    if kind is None or cause is None:
        return None
    turn = Milestone(kind, event.occurred_at, cause, event.reason, event.place)
    return _numbered(turn, event.text, path, tz) if kind == "attempt_failed" else turn


def _is_known(turn: Milestone, before: ParcelState, path: list[Milestone]) -> bool:
    """Whether it tells nothing new: the parcel was there already, or two reports of a day are about one attempt."""
    if turn.kind == "attempt_failed":
        return any(earlier.key == turn.key for earlier in path)
    return (turn.kind, turn.cause) == _situation_of(before)


def _completed(turn: Milestone, again: Milestone) -> Milestone:
    """As it began, in the words of the newest report; what that leaves out stays."""
    return replace(
        turn,
        reason=again.reason or turn.reason,
        place=again.place or turn.place,
        attempt=max(turn.attempt, again.attempt),
        is_last=turn.is_last or again.is_last,
    )


def _situation(before: ParcelState, after: ParcelState) -> tuple[str | None, str | None]:
    kind, cause = _situation_of(after)
    if kind or after.status not in MOVING:
        return kind, cause
    if before.rank < RANK[S.PICKED_UP]:
        return SHIPPED, ""
    trouble, cause = _situation_of(before)
    if trouble in PASSING:
        return ALL_CLEAR, f"{trouble}:{cause}" if cause else f"{trouble}"
    return None, ""


def _situation_of(state: ParcelState) -> tuple[str | None, str]:
    """What a state is called by itself; customs is worth a word only where something is wrong there."""
    kind = KIND_OF.get(state.status)
    cause = state.reason if state.reason and state.reason not in GOOD_NEWS else ""
    if kind == "customs" and not cause:
        return None, ""
    return kind, cause if kind in WITH_CAUSE else ""


def _numbered(turn: Milestone, words: str | None, path: list[Milestone], tz: tzinfo) -> Milestone:
    """Each day is an attempt; the carrier's own number counts where it has seen one that was not told to us."""
    attempts = [earlier for earlier in path if earlier.kind == turn.kind]
    cause = f"{turn.at.astimezone(tz):%Y%m%d}"
    before = [earlier.attempt for earlier in attempts if earlier.cause != cause]
    number = max(max(before, default=0) + 1, numbered_attempt(words) or 0)
    return replace(turn, cause=cause, attempt=number, is_last=is_last_attempt(words))
