"""The life of a return: only allowed steps, by who may take them, and always a next one until it is over."""

from hypothesis import given
from hypothesis import strategies as st

from bot.returns.machine import CANCELLABLE, HOLDS_ITEMS, NEXT, OVER, Actor, Status, may_move, next_step

EVERY = st.tuples(st.sampled_from(Status), st.sampled_from(Actor))


def walk(moves: list[tuple[Status, Actor]], *, is_withdrawal: bool) -> Status:
    status = Status.DRAFT
    for after, by in moves:
        if may_move(status, after, by=by, is_withdrawal=is_withdrawal):
            status = after
    return status


def test_the_ordinary_way_from_request_to_money() -> None:
    way = [
        (Status.REQUESTED, Actor.CUSTOMER),
        (Status.APPROVED, Actor.RULES),
        (Status.LABEL_SENT, Actor.RULES),
        (Status.IN_TRANSIT, Actor.CARRIER),
        (Status.PARTIALLY_RECEIVED, Actor.STAFF),
        (Status.RECEIVED, Actor.STAFF),
        (Status.INSPECTED, Actor.STAFF),
        (Status.REFUNDED, Actor.STAFF),
        (Status.CLOSED, Actor.CLOCK),
    ]
    assert walk(way, is_withdrawal=False) is Status.CLOSED


def test_a_withdrawal_is_approved_by_the_customers_second_tap_and_nobody_reviews_it() -> None:
    assert may_move(Status.DRAFT, Status.APPROVED, by=Actor.CUSTOMER, is_withdrawal=True)
    assert not may_move(Status.DRAFT, Status.REQUESTED, by=Actor.CUSTOMER, is_withdrawal=True)
    assert not may_move(Status.DRAFT, Status.APPROVED, by=Actor.CUSTOMER)
    assert not any(may_move(Status.REQUESTED, Status.REJECTED, by=by, is_withdrawal=True) for by in Actor)
    assert not may_move(Status.LABEL_SENT, Status.EXPIRED, by=Actor.CLOCK, is_withdrawal=True)


def test_only_the_shop_decides_checks_and_pays() -> None:
    for after in (Status.APPROVED, Status.REJECTED):
        assert not may_move(Status.REQUESTED, after, by=Actor.CUSTOMER)
    for after in (Status.REFUNDED, Status.EXCHANGED, Status.CREDITED, Status.SENT_BACK):
        assert {by for by in Actor if may_move(Status.INSPECTED, after, by=by)} == {Actor.STAFF, Actor.PLATFORM}


def test_money_without_goods_and_goods_without_a_label() -> None:
    assert may_move(Status.APPROVED, Status.REFUNDED, by=Actor.STAFF)
    assert may_move(Status.APPROVED, Status.RECEIVED, by=Actor.STAFF)


def test_what_is_sent_can_no_longer_be_cancelled() -> None:
    assert {each for each in Status if may_move(each, Status.CANCELLED, by=Actor.CUSTOMER)} == CANCELLABLE


def test_a_rejected_cancelled_or_expired_return_frees_its_items() -> None:
    assert not HOLDS_ITEMS & {Status.DRAFT, Status.REJECTED, Status.CANCELLED, Status.EXPIRED}
    assert Status.CLOSED in HOLDS_ITEMS


def test_every_status_can_be_reached() -> None:
    reached, new = {Status.DRAFT}, {Status.DRAFT}
    while new:
        new = {after for before in new for after in NEXT[before]} - reached
        reached |= new
    assert reached == set(Status)


@given(st.lists(EVERY, max_size=40), st.booleans())
def test_whatever_comes_a_return_is_over_or_has_a_next_step(
    moves: list[tuple[Status, Actor]], is_withdrawal: bool
) -> None:
    status = walk(moves, is_withdrawal=is_withdrawal)
    assert (next_step(status) is None) == (status in OVER)
    assert status in OVER or NEXT[status]
