"""What past parcels teach: counted by hand, judged again at every moment with what was known then, and nothing more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.shipping.forecasts import NEVER, Journey, Lessons, Likeness, end_of, lanes_of
from bot.shipping.learning import read_stages, write_stages
from bot.shipping.predicting import predicted_worry
from bot.shipping.progress import ParcelEvent
from bot.shipping.replay import Outlook, Replay, Score, is_judged, moments, replay
from bot.shipping.thresholds import DEFAULT
from bot.shipping.worries import Watched, Worry

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
DHL = ("dhl", "DE")

Way = Sequence[tuple[float, str]]
"""Days since the first report, and the status."""
ON_TIME: Way = ((0, "label_created"), (0.5, "in_transit"), (2, "out_for_delivery"), (2.2, "delivered"))
# The label exists, the parcel is handed over two days later, and so it comes two days later.
HELD_UP: Way = ((0, "label_created"), (2.5, "in_transit"), (4, "out_for_delivery"), (4.2, "delivered"))


def journey(way: Way, *, start: datetime = MONDAY, number: int = 1, due: int | None = 2, live: bool = True) -> Journey:
    """A parcel of this way, told as it happened and expected `due` days after its first report."""
    reports = []
    for days, status in way:
        at = start + timedelta(days=days)
        reports.append((at if live else None, ParcelEvent(at, status, f"{status}{days}")))
    day = (start + timedelta(days=due or 0)).astimezone(BERLIN).date()
    return Journey(number, "dhl", "DE", BERLIN, False, reports, [(start, day)] if due is not None else [])


def weeks(ways: Sequence[Way], *, parcels: int, live: bool = True) -> list[Journey]:
    """So many parcels of each way, each Monday one of each."""
    return [
        journey(way, start=MONDAY + timedelta(weeks=week), number=week * len(ways) + each, live=live)
        for week in range(parcels)
        for each, way in enumerate(ways)
    ]


NOW = MONDAY + timedelta(weeks=200)


def test_a_parcel_is_counted_by_where_it_stood_each_morning_and_when_it_came() -> None:
    lessons, parcel = Lessons(), journey(HELD_UP)
    end = end_of(parcel)
    assert end

    lessons.learn(parcel, end)

    # Tuesday and Wednesday morning with its label alone, Thursday and Friday on the way; it came on Friday, day 4.
    here = {(1, 10): {4: 1}, (2, 10): {4: 1}, (3, 30): {4: 1}, (4, 30): {4: 1}}
    assert lessons.stages == {DHL: here, ("dhl", ""): here}
    assert lessons.learned == {DHL: 1, ("dhl", ""): 1}


def test_sundays_do_not_count_and_what_was_lost_came_later_than_anything() -> None:
    lessons = Lessons()
    saturday = MONDAY + timedelta(days=5)
    for way in (((0, "in_transit"), (2, "delivered")), ((0, "in_transit"), (2, "lost"))):
        parcel = journey(way, start=saturday)
        end = end_of(parcel)
        assert end
        lessons.learn(parcel, end)

    assert lessons.stages[DHL] == {(1, 30): {1: 1, NEVER: 1}}


@pytest.mark.parametrize(
    ("way", "end"),
    [
        (((0, "in_transit"), (1, "available_for_pickup"), (4, "delivered")), ("delivered", 1)),
        (((0, "in_transit"), (1, "returning"), (4, "returned")), ("returned", 1)),
        (((0, "in_transit"), (3, "lost")), ("lost", 3)),
        (((0, "in_transit"), (3, "delayed")), None),
    ],
)
def test_a_way_ends_where_the_carrier_has_done_its_part(way: Way, end: tuple[str, int] | None) -> None:
    found = end_of(journey(way))

    assert (found and (found.kind, (found.on - MONDAY.date()).days)) == end


def test_likeness_is_of_the_country_and_of_the_carrier_anywhere_where_that_is_too_little() -> None:
    lessons = Lessons()
    for number in range(10):
        for country in ("DE", "AT"):
            parcel = replace(journey(HELD_UP if number < 9 else ON_TIME), country=country)
            end = end_of(parcel)
            assert end
            lessons.learn(parcel, end)

    # In the morning of day 1 nine of ten had their label alone; all of them came after day 2.
    assert lessons.likeness(DHL, (1, 10), 2, least=9) == Likeness(9, 9)
    assert lessons.likeness(DHL, (1, 10), 2, least=10) == Likeness(18, 18)
    assert lessons.likeness(DHL, (1, 10), 4, least=9) == Likeness(9, 0)
    assert lessons.likeness(DHL, (1, 10), 2, least=19) is None
    assert lessons.likeness(("ups", "DE"), (1, 10), 2, least=1) is None
    assert lanes_of("dhl", "") == (("dhl", ""),)


def test_of_the_held_up_all_are_warned_of_once_enough_have_been_seen() -> None:
    done = replay(weeks([ON_TIME, HELD_UP], parcels=60), now=NOW)

    # The first twenty teach; every later one that is held up is told on its first morning without a scan.
    assert done.scores[DHL] == Score(judged=120, late=60, warned=40, hits=40)
    assert (done.scores[DHL].precision, done.scores[DHL].recall) == (1.0, 40 / 60)
    assert done.is_on(DHL)
    first = done.warnings[0]
    assert first.likeness == Likeness(20, 20)
    assert first.at == datetime(2026, 7, 20, 22, tzinfo=UTC)  # midnight in Berlin, twenty weeks later
    assert first.expected_on == date(2026, 7, 22)


def test_where_half_of_those_alike_come_in_time_nobody_is_warned() -> None:
    done = replay(
        weeks([ON_TIME, ((0, "label_created"), (0.5, "in_transit"), (4.2, "delivered"))], parcels=60), now=NOW
    )

    assert done.scores[DHL] == Score(judged=120, late=60)
    assert not done.is_on(DHL)
    assert (done.scores[DHL].precision, done.scores[DHL].recall) == (None, 0.0)


def test_a_rule_that_was_right_once_and_is_no_more_is_off() -> None:
    """What held a year long turns: everything is still held up, and comes in time."""
    in_time: Way = ((0, "label_created"), (1.5, "in_transit"), (2, "out_for_delivery"), (2.2, "delivered"))
    past, now = weeks([HELD_UP], parcels=30), weeks([in_time], parcels=40)[30:]

    done = replay([*past, *now], now=NOW)

    # 10 right; then warned of wrongly until 24 of 28 (under 0.85) had come late.
    assert (done.scores[DHL].warned, done.scores[DHL].hits) == (16, 10)
    assert not done.is_on(DHL)


def test_nothing_that_happens_later_changes_a_warning() -> None:
    """Strictly causal: with everything after some moment made up anew, all before it stays as it was."""
    journeys = weeks([ON_TIME, HELD_UP], parcels=60)
    for week in (25, 40, 59):
        cut = MONDAY + timedelta(weeks=week, days=1, hours=1)
        other = [made_up_after(each, cut) for each in journeys]
        before = [each for each in replay(journeys, now=NOW).warnings if each.at <= cut]
        assert before
        assert [each for each in replay(other, now=NOW).warnings if each.at <= cut] == before


def made_up_after(known: Journey, cut: datetime) -> Journey:
    """The same until then; after it the parcel is lost, and its day is another one."""
    reports = [report for report in known.reports if report[1].occurred_at <= cut]
    if len(reports) == len(known.reports):
        return known
    at = cut + timedelta(minutes=1)
    days = [told for told in known.expected if told[0] <= cut]
    return replace(
        known,
        reports=[*reports, (at, ParcelEvent(at, "lost", "lost"))],
        expected=[*days, (at, date(2030, 1, 1))],
    )


def test_a_report_counts_from_when_it_was_heard_and_a_day_from_when_it_was_told() -> None:
    parcel = journey(ON_TIME)
    late = [(at + timedelta(days=1) if at else None, event) for at, event in parcel.reports]
    told = parcel.expected[0][1]

    known = list(moments(replace(parcel, reports=late, expected=[(MONDAY + timedelta(days=1.2), told)])))

    assert [(moment.today.day, moment.rank) for moment in known] == [(3, 10), (3, 30), (4, 30)]
    assert {moment.first_on for moment in known} == {MONDAY.date()}


def test_only_what_was_heard_live_with_a_day_told_on_the_way_is_judged() -> None:
    parcel = journey(ON_TIME)
    end = end_of(parcel)
    assert end

    assert is_judged(parcel, end, NOW)
    assert not is_judged(journey(ON_TIME, live=False), end, NOW)
    assert not is_judged(journey(ON_TIME, due=None), end, NOW)
    assert not is_judged(replace(parcel, expected=[(end.known_at, end.on)]), end, NOW)
    under_way = journey(((0, "in_transit"),))
    assert not is_judged(under_way, None, MONDAY + timedelta(days=2))
    assert is_judged(under_way, None, MONDAY + timedelta(days=3))


def test_imported_parcels_teach_though_they_are_not_judged() -> None:
    imported = weeks([HELD_UP], parcels=30, live=False)
    live = [replace(each, shipment_id=each.shipment_id + 1000) for each in weeks([HELD_UP], parcels=60)[30:]]

    done = replay([*imported, *live], now=NOW)

    assert done.scores[DHL] == Score(judged=30, late=30, warned=30, hits=30)


@pytest.mark.parametrize(
    ("own", "anywhere", "is_on"),
    [
        ((20, 16), (100, 50), True),
        ((20, 15), (100, 99), False),
        ((19, 19), (100, 80), True),
        ((19, 19), (100, 79), False),
        ((19, 19), (19, 19), False),
        ((0, 0), (0, 0), False),
    ],
)
def test_it_is_on_at_eighty_per_cent_of_twenty_of_the_lane_or_of_its_carrier(
    own: tuple[int, int], anywhere: tuple[int, int], is_on: bool
) -> None:
    scores = {DHL: Score(200, 120, *own), ("dhl", ""): Score(900, 500, *anywhere)}

    assert Outlook(scores=scores).is_on(DHL) is is_on
    assert Outlook(scores={("dhl", ""): scores["dhl", ""]}).is_on(("dhl", "LU")) is (anywhere[1] >= 80)


def test_what_is_stored_is_what_was_learnt() -> None:
    done = replay(weeks([ON_TIME, HELD_UP], parcels=5), now=NOW)
    stages = done.lessons.stages[DHL]

    assert read_stages(write_stages(stages)) == stages
    assert write_stages(stages)["1:10"] == {"4": 5}


LABELLED = Watched(
    shipment_id=1,
    order_id=1,
    customer_id=1,
    status="label_created",
    reason=None,
    rank=10,
    status_at=MONDAY,
    expected_on=date(2026, 3, 4),
    carrier="DHL",
    country="de",
    since=MONDAY,
    heard_at=MONDAY,
)
DUE = datetime(2026, 3, 3, 23, tzinfo=UTC)  # the beginning of 4 March in Berlin


def predicted(parcel: Watched, known: Replay, *, days: float = 1) -> Worry | None:
    now = MONDAY + timedelta(days=days)
    return predicted_worry(parcel, known, now=now, tz=BERLIN, is_abroad=False)


def test_a_live_parcel_is_judged_by_the_same_rule_and_told_when_we_write_again() -> None:
    known = replay(weeks([ON_TIME, HELD_UP], parcels=60), now=NOW)

    assert predicted(LABELLED, known) == Worry("predicted", DUE, date(2026, 3, 5), likeness=Likeness(60, 60))
    assert predicted(LABELLED, known, days=0) is None
    assert predicted(replace(LABELLED, status="in_transit", rank=30), known) is None
    assert predicted(replace(LABELLED, expected_on=date(2026, 3, 6)), known) is None
    assert predicted(replace(LABELLED, expected_on=None), known) is None
    assert predicted(replace(LABELLED, carrier="ups"), known) is None
    assert predicted(LABELLED, known, days=3) is None  # then it is late


def test_it_is_not_told_where_the_rule_has_not_proved_itself() -> None:
    known = replay(weeks([ON_TIME, HELD_UP], parcels=39), now=NOW)

    assert known.scores[DHL] == Score(judged=78, late=39, warned=19, hits=19)
    assert predicted(LABELLED, known) is None


def test_it_is_said_once_a_parcel_and_kept_up_until_things_look_clearly_better() -> None:
    known = replay(weeks([ON_TIME, HELD_UP], parcels=60), now=NOW)
    told = replace(LABELLED, predicted_at=DUE)

    assert predicted(told, known)
    assert predicted(replace(told, expected_on=date(2026, 3, 3)), known) is None, "another day: nothing more is said"
    assert predicted(replace(told, status="in_transit", rank=30), known) is None, "all like it came in time"
    for status in ("delivered", "available_for_pickup", "attempt_failed", "delayed"):
        assert predicted(replace(told, status=status), known) is None, "it has arrived, or its carrier has told why"
    # Where it has become unsure, what was said is neither repeated nor taken back.
    unsure = Replay(lessons=known.lessons)
    assert predicted(told, unsure)
    assert predicted(LABELLED, unsure) is None


def test_the_rule_stands_in_the_table_of_thresholds() -> None:
    limits = (DEFAULT.predicted_share, DEFAULT.predicted_like, DEFAULT.predicted_over)
    assert limits == (0.85, 20, 0.5)
    assert (DEFAULT.predicted_precision, DEFAULT.predicted_warnings) == (0.8, 20)
