"""What past parcels teach about one under way: of those that were as far after as many days, how many came later.

A plain count, so that it can be told: a parcel is likened to those of its carrier and country, or of its carrier
anywhere where those are too few, that stood at the same rank on the morning of the same working day since their first
report. Days are working days, as in thresholds.py.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from bot.shipping.progress import ParcelEvent, ParcelState, walk
from bot.shipping.thresholds import working_days
from bot.shop.statuses import ShipmentStatus as S

# Where nothing but time decides: no trouble that is known, nothing that waits for the customer.
PREDICTABLE = frozenset({S.LABEL_CREATED, S.PICKED_UP, S.IN_TRANSIT, S.CUSTOMS, S.OUT_FOR_DELIVERY})
# What waits at the pickup point has arrived; the customer may be late, the parcel is not.
ARRIVED = frozenset({S.DELIVERED, S.AVAILABLE_FOR_PICKUP})
GONE_BACK = frozenset({S.RETURNING, S.RETURNED})
# What takes longer is counted as if it took so long, and what was lost as if it came later than anything.
LONGEST, NEVER = 60, 99

Lane = tuple[str, str]
"""Carrier and country; no country: anywhere."""
Stage = tuple[int, int]
"""Working days since the first report, and the rank of that morning."""
Stages = Mapping[Stage, Mapping[int, int]]
"""How many parcels that were at a stage arrived on which working day since their first report."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of `like` past parcels that were as far as this one, `later` arrived after the day on which it is expected."""

    like: int
    later: int

    @property
    def share(self) -> float:
        return self.later / self.like if self.like else 0.0


@dataclass(frozen=True, slots=True)
class Journey:
    """All that is known of a past parcel: its reports with when we heard of each (None: imported), and the expected
    days with when each was told; `tz` is where it went, `is_abroad` whether over a border."""

    shipment_id: int
    carrier: str
    country: str
    tz: tzinfo
    is_abroad: bool
    reports: Sequence[tuple[datetime | None, ParcelEvent]]
    expected: Sequence[tuple[datetime, date]] = ()

    @property
    def events(self) -> list[ParcelEvent]:
        return [event for _, event in self.reports]


@dataclass(frozen=True, slots=True)
class End:
    """When it arrived, turned back or was lost, on the clocks of where it went, and since when that was known."""

    on: date
    kind: str
    known_at: datetime


def end_of(journey: Journey) -> End | None:
    """How the way ended; None as long as it goes on."""
    heard = {event.key: at or event.occurred_at for at, event in journey.reports}
    for event, _, state in walk(journey.events):
        kind = _ending(state)
        if kind:
            day = event.occurred_at.astimezone(journey.tz).date()
            return End(day, kind, max(heard[event.key], event.occurred_at))
    return None


@dataclass(slots=True)
class Lessons:
    """How long parcels took from where they were, by lane."""

    stages: dict[Lane, dict[Stage, Counter[int]]] = field(default_factory=dict)
    learned: Counter[Lane] = field(default_factory=Counter)

    def learn(self, journey: Journey, end: End) -> None:
        """Add a parcel that arrived or was lost; who sent one back says nothing about time."""
        if end.kind == S.RETURNED:
            return
        mornings = dict(_mornings(journey, end))
        first = _first_day(journey)
        arrival = NEVER if end.kind == S.LOST else min(LONGEST, days_between(first, end.on, journey.is_abroad))
        for lane in lanes_of(journey.carrier, journey.country):
            self.learned[lane] += 1
            stages = self.stages.setdefault(lane, {})
            for stage in mornings.items():
                stages.setdefault(stage, Counter())[arrival] += 1

    def likeness(self, lane: Lane, stage: Stage, due: int, *, least: int) -> Likeness | None:
        """What became of parcels at this stage; None where too few are known even of the carrier anywhere."""
        for each in lanes_of(*lane):
            found = compare(self.stages.get(each, {}), stage, due)
            if found.like >= least:
                return found
        return None


def compare(stages: Stages, stage: Stage, due: int) -> Likeness:
    """Of all that were at this stage: how many came after the working day `due`."""
    arrivals = stages.get(stage, {})
    return Likeness(sum(arrivals.values()), sum(number for day, number in arrivals.items() if day > due))


def lanes_of(carrier: str, country: str) -> tuple[Lane, ...]:
    """The nearest first: of this country, of the carrier anywhere."""
    return ((carrier, country), (carrier, "")) if country else ((carrier, ""),)


def days_between(first: date, day: date, is_abroad: bool) -> int:
    return working_days(first, day, saturdays=not is_abroad)


def _mornings(journey: Journey, end: End) -> Iterable[Stage]:
    """Where it stood at the beginning of each working day after the first report, as long as it was under way."""
    first, seen = _first_day(journey), set[int]()
    states = [(event.occurred_at.astimezone(journey.tz).date(), state) for event, _, state in walk(journey.events)]
    for number in range(1, (min(end.on, first + timedelta(days=LONGEST)) - first).days + 1):
        morning = first + timedelta(days=number)
        gone = days_between(first, morning, journey.is_abroad)
        state = next((state for day, state in reversed(states) if day < morning), None)
        if state and gone and gone not in seen and state.status in PREDICTABLE:
            yield gone, state.rank
        seen.add(gone)


def _first_day(journey: Journey) -> date:
    return min(event.occurred_at for event in journey.events).astimezone(journey.tz).date()


def _ending(state: ParcelState) -> str | None:
    if state.status in ARRIVED:
        return S.DELIVERED
    if state.status in GONE_BACK:
        return S.RETURNED
    return state.status if state.status in {S.LOST, S.CANCELLED} else None
