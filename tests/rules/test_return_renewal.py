"""Which days begin anew for goods that were given in exchange or as a replacement, and which go on."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.returns.paths import Closed, Eligibility, Excluded, Item, Open, Shut, Way
from bot.returns.renewal import Clocks, arrival_by, arrival_of, renewed, ways_of_given
from bot.returns.windows import Receipt

BOUGHT, CAME = Receipt(date(2026, 11, 2)), Receipt(date(2027, 3, 1))
AWAITED = Receipt(None)
TOLD_LATE = date(2027, 3, 9)


def judge(clocks: Clocks, today: date, **told: object) -> Eligibility:
    item = Item(**({"line_id": 1, "bought": 1, "goodwill_days": 30} | told))  # type: ignore[arg-type]  # by name
    return ways_of_given(item, clocks, today=today, regions=("DE",))


def last_days(judged: Eligibility) -> dict[Way, date | None]:
    return {each.way: each.until for each in judged.open}


def test_what_was_exchanged_has_every_window_of_a_purchase_from_its_own_receipt() -> None:
    clocks = renewed(Clocks.of(BOUGHT), "exchange", CAME)
    assert last_days(judge(clocks, CAME.on)) == {  # type: ignore[arg-type]  # a day
        Way.WITHDRAWAL: date(2027, 3, 15),
        Way.WARRANTY: date(2029, 3, 1),
        Way.GOODWILL: date(2027, 3, 31),
    }


def test_a_replacement_has_its_own_two_years_and_no_new_withdrawal_nor_favour() -> None:
    clocks = renewed(Clocks.of(BOUGHT), "replacement", CAME)
    assert last_days(judge(clocks, date(2027, 3, 2))) == {Way.WARRANTY: date(2029, 3, 1)}


def test_who_gets_a_replacement_in_the_first_fourteen_days_may_still_withdraw_until_they_are_over() -> None:
    clocks = renewed(Clocks.of(BOUGHT), "replacement", Receipt(date(2026, 11, 9)))
    assert judge(clocks, date(2026, 11, 16)).find(Way.WITHDRAWAL) == Open(Way.WITHDRAWAL, date(2026, 11, 16))
    assert judge(clocks, date(2026, 11, 17)).find(Way.WITHDRAWAL) is None


@pytest.mark.parametrize("arrival", [Receipt(date(2026, 11, 1)), Receipt(date(2020, 1, 1), is_assumed=True)])
def test_no_replacement_ends_the_two_years_of_the_purchase_sooner(arrival: Receipt) -> None:
    clocks = renewed(Clocks.of(BOUGHT), "replacement", arrival)
    assert judge(clocks, date(2028, 11, 2)).find(Way.WARRANTY) == Open(Way.WARRANTY, date(2028, 11, 2))


def test_a_replacement_for_what_was_exchanged_counts_the_days_of_the_exchange() -> None:
    clocks = renewed(renewed(Clocks.of(BOUGHT), "exchange", CAME), "replacement", Receipt(date(2027, 3, 8)))
    assert last_days(judge(clocks, date(2027, 3, 15))) == {
        Way.WITHDRAWAL: date(2027, 3, 15),
        Way.WARRANTY: date(2029, 3, 8),
        Way.GOODWILL: date(2027, 3, 31),
    }


def test_where_the_shop_says_so_its_own_window_does_not_begin_anew() -> None:
    clocks = renewed(Clocks.of(BOUGHT), "exchange", CAME, renews_goodwill=False)
    assert judge(clocks, date(2027, 3, 2)).find(Way.GOODWILL) is None
    assert judge(clocks, date(2027, 3, 2)).find(Way.WITHDRAWAL) is not None


def test_what_is_still_to_come_has_no_last_day_yet() -> None:
    judged = judge(renewed(Clocks.of(BOUGHT), "exchange", AWAITED), date(2027, 3, 2))
    assert last_days(judged) == {Way.WITHDRAWAL: None, Way.WARRANTY: None, Way.GOODWILL: None}


def test_a_withdrawal_of_unknown_beginning_ends_with_the_longest_time_of_the_law() -> None:
    clocks = renewed(Clocks.of(BOUGHT), "exchange", Receipt(CAME.on, is_assumed=True))
    doubtful = judge(clocks, date(2028, 3, 15)).find(Way.WITHDRAWAL)
    assert doubtful is not None
    assert doubtful.is_doubtful
    over = judge(clocks, date(2028, 3, 16))
    assert Shut(Way.WITHDRAWAL, Closed.OVER, date(2028, 3, 15)) in over.shut
    assert over.find(Way.WARRANTY) is not None


def test_what_the_law_excludes_is_not_withdrawn_from_because_it_was_exchanged() -> None:
    judged = judge(renewed(Clocks.of(BOUGHT), "exchange", CAME), date(2027, 3, 2), excluded=Excluded.MADE_TO_MEASURE)
    assert [each.way for each in judged.open] == [Way.WARRANTY, Way.GOODWILL]


@pytest.mark.parametrize(
    ("delivered", "is_awaited", "expected"),
    [
        ((date(2027, 3, 4),), False, Receipt(date(2027, 3, 4))),
        ((date(2027, 2, 4),), False, Receipt(TOLD_LATE, is_assumed=True)),
        ((), False, Receipt(TOLD_LATE, is_assumed=True)),
        ((date(2027, 3, 4),), True, Receipt(None)),
    ],
)
def test_it_came_with_the_parcel_that_was_sent_after_it_was_given(
    delivered: tuple[date, ...], is_awaited: bool, expected: Receipt
) -> None:
    assert arrival_of(date(2027, 2, 27), delivered, is_awaited=is_awaited, assumed=TOLD_LATE) == expected


@pytest.mark.parametrize(
    ("reason", "at", "handed_on"), [("neighbour", 5, True), (None, 5, False), ("neighbour", 1, None)]
)
def test_what_was_given_and_left_with_a_neighbour_is_as_doubtful_as_what_was_bought(
    reason: str | None, at: int, handed_on: bool | None
) -> None:
    """One that came before it was given is another parcel."""
    given_at = datetime(2026, 11, 3, 12, tzinfo=UTC)
    parcel = {
        "status": "delivered",
        "reason": reason,
        "delivered_at": datetime(2026, 11, at, 12, tzinfo=UTC),
        "contents": [{"sku": "JUG", "quantity": 1}],
    }
    arrival = arrival_by([{"at": given_at, "sku": "JUG"}], [parcel], ZoneInfo("Europe/Berlin"))
    if handed_on is None:
        assert arrival.is_assumed
    else:
        assert arrival == Receipt(date(2026, 11, at), with_neighbour=handed_on)
