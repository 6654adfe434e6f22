"""A parcel's turns are told once each, the last one first, and only as long as they are news."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shipping.milestones import Milestone, last_to_tell, milestones_of
from bot.shipping.progress import ParcelEvent
from bot.shop.statuses import ShipmentStatus

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def way(*words: str, step: timedelta = timedelta(hours=1)) -> list[ParcelEvent]:
    """Events an hour apart; `exception/customs_delay` is one with a reason."""
    events = []
    for number, word in enumerate(words):
        status, _, reason = word.partition("/")
        events.append(ParcelEvent(NOON + number * step, status, code=word, reason=reason or None))
    return events


def keys(*words: str) -> list[str]:
    return [turn.key for turn in milestones_of(way(*words), BERLIN)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("unknown label_created", ""),
        ("label_created picked_up in_transit in_transit in_transit", "shipped"),
        ("in_transit out_for_delivery delivered", "shipped out_for_delivery delivered"),
        ("out_for_delivery delivered", "out_for_delivery delivered"),
        ("in_transit available_for_pickup delivered", "shipped ready_for_pickup delivered"),
        ("in_transit attempt_failed available_for_pickup", "shipped attempt_failed:20261103 ready_for_pickup"),
        ("customs in_transit", "shipped"),
        ("in_transit customs/customs_documentation", "shipped customs:customs_documentation"),
        ("in_transit delayed in_transit", "shipped delayed all_clear:delayed"),
        ("in_transit delayed/weather_delay delayed/weather_delay", "shipped delayed:weather_delay"),
        ("in_transit exception/a exception/b", "shipped exception:a exception:b"),
        ("in_transit lost in_transit", "shipped lost all_clear:lost"),
        ("in_transit damaged in_transit", "shipped damaged"),
        ("in_transit expired in_transit", "shipped"),
        ("delayed in_transit", "delayed shipped"),
        ("in_transit returning returned", "shipped returning returned"),
        ("label_created cancelled", "cancelled"),
        ("in_transit in_transit/problem_resolved", "shipped"),
    ],
)
def test_each_turn_of_the_way_has_its_name(words: str, told: str) -> None:
    assert keys(*words.split()) == told.split()


def test_a_parcel_delivered_back_to_the_shop_is_never_told_as_delivered() -> None:
    assert keys("in_transit", "returning", "delivered") == ["shipped", "returning", "returned"]


def test_attempts_are_counted_by_day() -> None:
    events = way(*["attempt_failed"] * 4, step=timedelta(hours=8))

    told = [(turn.key, turn.attempt) for turn in milestones_of(events, BERLIN)]
    assert told == [("attempt_failed:20261103", 1), ("attempt_failed:20261104", 2)]


def test_the_days_of_attempts_are_those_of_the_place_the_parcel_goes_to() -> None:
    late, later = datetime(2026, 11, 3, 22, 30, tzinfo=UTC), datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
    events = [ParcelEvent(late, "attempt_failed", "a"), ParcelEvent(later, "attempt_failed", "b")]

    assert [turn.attempt for turn in milestones_of(events, BERLIN)] == [1, 2]
    assert [turn.attempt for turn in milestones_of(events, ZoneInfo("America/New_York"))] == [1]


def test_an_attempt_that_comes_to_be_known_later_is_no_second_message_of_the_one_that_was_told() -> None:
    first, second = way("attempt_failed", "attempt_failed", step=timedelta(days=1))

    [told] = milestones_of([second], BERLIN)
    last = last_to_tell(milestones_of([second, first], BERLIN), {told.key})
    assert last
    assert (last.key, last.attempt) == (told.key, 2)


@pytest.mark.parametrize(
    ("words", "number", "is_last"),
    [
        (None, 1, False),
        ("Delivery attempted, recipient not home", 1, False),
        ("Second delivery attempt failed", 2, False),
        ("2. Zustellversuch erfolglos", 2, False),
        ("Zustellversuch Nr. 3 nicht erfolgreich", 3, False),
        ("Échec de la 2e tentative de livraison", 2, False),
        ("Final delivery attempt made", 1, True),
        ("Letzter Zustellversuch erfolglos", 1, True),
        ("Dernière tentative de livraison infructueuse", 1, True),
        ("We will make a final delivery attempt tomorrow", 1, False),
        ("Second delivery attempt will be made on the next working day", 1, False),
        ("1 attempt", 1, False),
    ],
)
def test_the_carriers_own_number_counts_where_it_tells_one(words: str | None, number: int, is_last: bool) -> None:
    [turn] = milestones_of([ParcelEvent(NOON, "attempt_failed", "x", text=words)], BERLIN)

    assert (turn.attempt, turn.is_last) == (number, is_last)


def test_what_is_told_again_of_a_turn_completes_its_words() -> None:
    events = [
        ParcelEvent(NOON, "attempt_failed", "a"),
        ParcelEvent(NOON + timedelta(hours=1), "attempt_failed", "b", "consignee_not_home"),
        ParcelEvent(NOON + timedelta(hours=2), "attempt_failed", "c"),
    ]

    [turn] = milestones_of(events, BERLIN)
    assert (turn.at, turn.reason) == (NOON, "consignee_not_home")


def test_an_all_clear_is_only_for_those_who_heard_of_the_trouble() -> None:
    path = milestones_of(way("in_transit", "delayed", "in_transit"), BERLIN)

    assert last_to_tell(path, {"shipped", "delayed"}) == path[2]
    assert last_to_tell(path, {"shipped"}) == path[0]


def test_out_for_delivery_is_no_news_tomorrow_and_delivered_is_for_a_day() -> None:
    late = datetime(2026, 11, 3, 22, 30, tzinfo=UTC)  # half past eleven in Berlin

    assert Milestone("out_for_delivery", late).expires_at(BERLIN) == late + timedelta(minutes=30)
    assert Milestone("delivered", late).expires_at(BERLIN) == late + timedelta(hours=24)


@given(st.lists(st.sampled_from(list(ShipmentStatus)), max_size=8), st.randoms(use_true_random=False))
def test_any_order_and_repetition_of_events_tells_the_same(words: list[str], random: object) -> None:
    events = way(*words)
    again = events + events[: len(events) // 2]
    random.shuffle(again)  # type: ignore[attr-defined]  # hypothesis gives a Random, and calls it an object

    assert milestones_of(again, BERLIN) == milestones_of(events, BERLIN)
