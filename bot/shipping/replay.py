"""How well predictions would have been: past parcels once more, each moment knowing only what was known then.

Day by day: what became known of arrivals until yesterday is learnt, then every parcel under way is judged at each
report, each new expected day and each midnight, by the rule that judges live parcels. The first warning of a parcel
counts, as for customers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.shipping import progress
from bot.shipping.forecasts import PREDICTABLE, End, Journey, Lane, Lessons, Likeness, days_between, end_of, lanes_of
from bot.shipping.progress import ParcelEvent
from bot.shipping.thresholds import Thresholds, thresholds
from bot.shop.statuses import ShipmentStatus as S

LEARN, JUDGE = 0, 1


@dataclass(frozen=True, slots=True)
class Moment:
    """What was known of a parcel at this moment."""

    at: datetime
    today: date
    first_on: date
    status: str
    rank: int
    expected_on: date


@dataclass(frozen=True, slots=True)
class Predicted:
    """A parcel predicted to come later than `expected_on`, the day known at that moment."""

    shipment_id: int
    at: datetime
    expected_on: date
    likeness: Likeness


@dataclass(slots=True)
class Score:
    """Of `judged` parcels `late` came late, `warned` were predicted to, and of those `hits` were."""

    judged: int = 0
    late: int = 0
    warned: int = 0
    hits: int = 0

    @property
    def precision(self) -> float | None:
        return self.hits / self.warned if self.warned else None

    @property
    def recall(self) -> float | None:
        return self.hits / self.late if self.late else None

    def suffices(self, limits: Thresholds) -> bool:
        """Whether it is precise enough, on enough warnings to tell."""
        return self.warned >= limits.predicted_warnings and (self.precision or 0) >= limits.predicted_precision


@dataclass(frozen=True, slots=True)
class Outlook:
    """What was learnt, and how well it did on the way."""

    lessons: Lessons = field(default_factory=Lessons)
    scores: dict[Lane, Score] = field(default_factory=dict)

    def is_on(self, lane: Lane) -> bool:
        """Whether customers of this lane hear of predicted delays: by its own score, else by its carrier's anywhere.

        Off where neither has given enough warnings to tell.
        """
        for each in lanes_of(*lane):
            limits, score = thresholds(*each), self.scores.get(each, Score())
            if score.warned >= limits.predicted_warnings:
                return score.suffices(limits)
        return False


@dataclass(frozen=True, slots=True)
class Replay(Outlook):
    """With every warning that it would have given, in the order of time."""

    warnings: list[Predicted] = field(default_factory=list)


def replay(journeys: Sequence[Journey], *, now: datetime) -> Replay:
    """Learn from these journeys and judge those of which all was heard live; pure, seconds for tens of thousands."""
    done, ends = Replay(), [end_of(journey) for journey in journeys]
    steps: list[tuple[date, int, datetime, int, Moment | None]] = []
    for index, (journey, end) in enumerate(zip(journeys, ends, strict=True)):
        if end and end.kind == S.CANCELLED:
            continue
        if end:
            steps.append((_day(end.known_at) + timedelta(days=1), LEARN, end.known_at, index, None))
        if is_judged(journey, end, now):
            steps.extend((_day(moment.at), JUDGE, moment.at, index, moment) for moment in moments(journey))
            _count(done, journey, end)
    warned: set[int] = set()
    for _, _, _, index, moment in sorted(steps, key=lambda step: step[:4]):
        journey, end = journeys[index], ends[index]
        if moment is None and end is not None:
            done.lessons.learn(journey, end)
        elif moment is not None and index not in warned:
            lane = journey.carrier, journey.country
            likeness = predict(done.lessons, lane, moment, is_abroad=journey.is_abroad)
            if likeness and is_late(likeness, lane):
                warned.add(index)
                _warn(done, journey, end, moment, likeness)
    return done


def predict(lessons: Lessons, lane: Lane, moment: Moment, *, is_abroad: bool) -> Likeness | None:
    """What parcels like this one tell of its day; None where nothing can be told. Whether they tell enough is asked of
    `is_late`: this is the rule for live parcels and past ones alike."""
    stage = days_between(moment.first_on, moment.today, is_abroad), moment.rank
    due = days_between(moment.first_on, moment.expected_on, is_abroad)
    return lessons.likeness(lane, stage, due, least=thresholds(*lane).predicted_like)


def is_late(likeness: Likeness | None, lane: Lane) -> bool:
    return likeness is not None and likeness.share >= thresholds(*lane).predicted_share


def is_judged(journey: Journey, end: End | None, now: datetime) -> bool:
    """Only what was heard live, with a day that was told on the way, and whose outcome is known by now."""
    days = [day for at, day in journey.expected if end is None or at < end.known_at]
    if not days or any(at is None for at, _ in journey.reports):
        return False
    return end is not None or max(days) < now.astimezone(journey.tz).date()


def moments(journey: Journey) -> Iterator[Moment]:
    """Every moment at which something came to be known or a day began, while it was under way and not overdue."""
    heard = sorted(((at, event) for at, event in journey.reports if at is not None), key=lambda report: report[0])
    told, events = sorted(journey.expected), list[ParcelEvent]()
    state, first_on = progress.START, date.max
    for at in _times(journey, [at for at, _ in heard]):
        if new := [event for known_at, event in heard[len(events) :] if known_at <= at]:
            events += new
            state = progress.apply(events)
            first_on = min(event.occurred_at for event in events).astimezone(journey.tz).date()
        days, today = [day for told_at, day in told if told_at <= at], at.astimezone(journey.tz).date()
        if days and state.status in PREDICTABLE and today <= days[-1]:  # else nothing is predicted anyway
            yield Moment(at, today, first_on, state.status, state.rank, days[-1])


def _times(journey: Journey, heard: Sequence[datetime]) -> Iterable[datetime]:
    first, last = heard[0].astimezone(journey.tz).date(), max(day for _, day in journey.expected)
    days = range(1, max(0, (last - first).days) + 1)
    midnights = [datetime.combine(first + timedelta(days=day), time(), journey.tz).astimezone(UTC) for day in days]
    told = [at for at, _ in journey.expected if at >= heard[0]]
    return sorted({*heard, *told, *midnights})


def came_late(end: End | None, expected_on: date) -> bool:
    """Whether it was not there on that day; what has not ended although the day is over was not."""
    return end is None or end.kind == S.LOST or end.on > expected_on


def _count(done: Replay, journey: Journey, end: End | None) -> None:
    days = [day for at, day in journey.expected if end is None or at <= end.known_at]
    is_late = bool(days) and came_late(end, min(days))
    for lane in lanes_of(journey.carrier, journey.country):
        score = done.scores.setdefault(lane, Score())
        score.judged += 1
        score.late += is_late


def _warn(done: Replay, journey: Journey, end: End | None, moment: Moment, likeness: Likeness) -> None:
    done.warnings.append(Predicted(journey.shipment_id, moment.at, moment.expected_on, likeness))
    for lane in lanes_of(journey.carrier, journey.country):
        score = done.scores[lane]
        score.warned += 1
        score.hits += came_late(end, moment.expected_on)


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()
