"""A parcel stands where its carrier's words put it, in whatever order and however often they arrive."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shipping.progress import REOPENED, START, ParcelEvent, ParcelState, apply
from bot.shop.statuses import RANK, ShipmentStatus

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
STATUSES = list(ShipmentStatus)


def told(*words: str) -> ParcelState:
    """Where a parcel stands after these events, an hour apart."""
    return apply(ParcelEvent(NOON + timedelta(hours=hour), word, code=word) for hour, word in enumerate(words))


def test_nothing_told_is_unknown() -> None:
    assert apply([]) == START
    assert START.status == "unknown"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("label_created", "label_created"),
        ("label_created picked_up in_transit out_for_delivery delivered", "delivered"),
        ("in_transit unknown", "in_transit"),
        ("unknown label_created", "label_created"),
        ("in_transit label_created", "in_transit"),
        ("exception label_created", "exception"),
        ("label_created label_created", "label_created"),
        ("out_for_delivery in_transit", "in_transit"),
        ("in_transit delayed", "delayed"),
        ("delayed in_transit", "in_transit"),
        ("attempt_failed available_for_pickup", "available_for_pickup"),
        ("delivered in_transit", "delivered"),
        ("delivered exception", "delivered"),
        ("delivered lost", "delivered"),
        ("delivered cancelled", "delivered"),
        ("delivered returning", "returning"),
        ("delivered returned", "returned"),
        ("lost delayed", "lost"),
        ("lost unknown", "lost"),
        ("lost label_created", "lost"),
        ("lost cancelled", "lost"),
        ("lost in_transit", "in_transit"),
        ("lost delivered", "delivered"),
        ("expired delivered", "delivered"),
        ("label_created cancelled", "cancelled"),
        ("cancelled in_transit", "cancelled"),
        ("returned delivered", "returned"),
    ],
)
def test_the_latest_word_counts_unless_a_rule_says_otherwise(words: str, status: str) -> None:
    assert told(*words.split()).status == status


@pytest.mark.parametrize("word", ["in_transit", "out_for_delivery", "available_for_pickup", "customs", "picked_up"])
def test_scans_on_the_way_back_are_no_news_of_a_delivery(word: str) -> None:
    assert told("attempt_failed", "returning", word).status == "returning"


def test_delivered_to_the_warehouse_is_returned_and_was_never_delivered() -> None:
    state = told("in_transit", "returning", "in_transit", "delivered")

    assert state.status == "returned"
    assert state.delivered_at is None


def test_trouble_on_the_way_back_leaves_the_parcel_on_its_way_back() -> None:
    assert told("returning", "delayed").status == "delayed"
    assert told("returning", "delayed", "in_transit").status == "returning"


@pytest.mark.parametrize("trouble", ["delayed", "on_hold", "attempt_failed", "exception", "damaged", "lost", "expired"])
def test_trouble_is_told_and_the_parcel_stays_as_far_as_it_was(trouble: str) -> None:
    state = told("in_transit", "out_for_delivery", trouble)

    assert (state.status, state.rank) == (trouble, RANK[ShipmentStatus.OUT_FOR_DELIVERY])


def test_delivered_at_is_the_first_delivery_and_survives_the_return() -> None:
    state = told("in_transit", "delivered", "delivered", "returning", "returned")

    assert state.delivered_at == NOON + timedelta(hours=1)


def test_a_lost_parcel_that_turns_up_is_reopened() -> None:
    assert told("in_transit", "lost").reopened is False
    assert told("in_transit", "lost", "in_transit", "delivered").reopened is True


def test_a_decision_reopens_what_was_delivered() -> None:
    delivered = ParcelEvent(NOON, "delivered", code="delivered")
    contradicted = ParcelEvent(NOON + timedelta(days=1), "unknown", code=REOPENED)

    state = apply([contradicted, delivered])

    assert (state.status, state.delivered_at, state.reopened) == ("in_transit", None, True)


def test_of_events_at_the_same_time_the_most_advanced_counts() -> None:
    state = apply(ParcelEvent(NOON, word) for word in ("delivered", "in_transit", "label_created"))

    assert state.status == "delivered"


@st.composite
def parcels(draw: st.DrawFn) -> list[ParcelEvent]:
    hours = st.integers(0, 5)  # few, so that events fall together
    return [
        ParcelEvent(
            NOON + timedelta(hours=draw(hours)),
            draw(st.sampled_from(STATUSES)),
            code=draw(st.sampled_from(["", "A", REOPENED])),
            reason=draw(st.sampled_from([None, "consignee_refused"])),
            place=draw(st.sampled_from(["", "Köln"])),
        )
        for _ in range(draw(st.integers(0, 8)))
    ]


@given(parcels(), st.randoms())
def test_any_permutation_and_repetition_ends_in_the_same_state(
    events: list[ParcelEvent], chance: random.Random
) -> None:
    repeated = events + chance.choices(events, k=4) if events else []
    chance.shuffle(repeated)

    assert apply(repeated) == apply(events)


@given(parcels())
def test_no_parcel_is_told_to_move_before_its_first_scan(events: list[ParcelEvent]) -> None:
    before = [event for event in events if event.status in {"label_created", "unknown"} and event.code != REOPENED]

    assert apply(before).status in {"unknown", "label_created"}


@given(parcels())
def test_a_state_names_a_known_status_and_the_time_of_an_event(events: list[ParcelEvent]) -> None:
    state = apply(events)

    assert state.status in STATUSES
    assert state.status_at in {event.occurred_at for event in events} | {None}
