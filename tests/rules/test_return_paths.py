"""Which ways are open for an item: no legal right is lost to a flag, a doubt or an expired window."""

from datetime import date, timedelta

import pytest

from bot.returns.paths import NEIGHBOUR_KEEPS, Closed, Eligibility, Excluded, Item, Open, Shut, Way, ways_back
from bot.returns.windows import Receipt

RECEIVED = Receipt(date(2026, 11, 2))
LAST_DAY = date(2026, 11, 16)


def mug(**told: object) -> Item:
    return Item(**({"line_id": 1, "bought": 2} | told))  # type: ignore[arg-type]  # by name


def judge(item: Item, today: date, receipt: Receipt = RECEIVED) -> Eligibility:
    return ways_back(item, receipt=receipt, today=today, regions=("DE",))


def why(judged: Eligibility, way: Way) -> Shut:
    return next(each for each in judged.shut if each.way is way)


def test_on_the_last_day_it_is_open_and_on_the_next_it_is_over() -> None:
    assert judge(mug(), LAST_DAY).find(Way.WITHDRAWAL) == Open(Way.WITHDRAWAL, LAST_DAY)
    over = judge(mug(), date(2026, 11, 17))
    assert over.find(Way.WITHDRAWAL) is None
    assert why(over, Way.WITHDRAWAL) == Shut(Way.WITHDRAWAL, Closed.OVER, LAST_DAY)


def test_left_with_a_neighbour_it_is_counted_from_there_and_not_over_while_they_may_have_got_it_later() -> None:
    left_on = Receipt(RECEIVED.on, with_neighbour=True)
    in_time, late = (judge(mug(), day, left_on).find(Way.WITHDRAWAL) for day in (LAST_DAY, date(2026, 11, 30)))
    assert in_time == Open(Way.WITHDRAWAL, LAST_DAY, from_neighbour=RECEIVED.on)
    assert late == Open(Way.WITHDRAWAL, LAST_DAY, is_doubtful=True, from_neighbour=RECEIVED.on)
    assert judge(mug(), date(2026, 12, 1), left_on).find(Way.WITHDRAWAL) is None


@pytest.mark.parametrize(
    ("way", "last", "days"),
    [
        (Way.WITHDRAWAL, date(2026, 11, 16), 0),
        (Way.GOODWILL, date(2026, 12, 2), 30),
        (Way.WARRANTY, date(2028, 11, 2), 0),
    ],
)
def test_left_with_a_neighbour_no_window_is_over_while_they_may_have_got_it_later(
    way: Way, last: date, days: int
) -> None:
    left_on = Receipt(RECEIVED.on, with_neighbour=True)
    for today, expected in (
        (last, Open(way, last, from_neighbour=RECEIVED.on)),
        (last + NEIGHBOUR_KEEPS, Open(way, last, is_doubtful=True, from_neighbour=RECEIVED.on)),
    ):
        assert judge(mug(goodwill_days=days), today, left_on).find(way) == expected
    over = judge(mug(goodwill_days=days), last + NEIGHBOUR_KEEPS + timedelta(days=1), left_on)
    assert why(over, way) == Shut(way, Closed.OVER, last)


def test_after_every_window_a_defect_can_still_be_claimed() -> None:
    late = judge(mug(goodwill_days=30), date(2027, 6, 1))
    assert [each.way for each in late.open] == [Way.WARRANTY]
    assert late.open[0].until == date(2028, 11, 2)


def test_before_it_is_handed_over_it_can_be_cancelled_and_withdrawn_from() -> None:
    waiting = judge(mug(unshipped=2), date(2026, 11, 2), Receipt(None))
    assert [each.way for each in waiting.open] == [Way.CANCEL, Way.WITHDRAWAL]
    assert waiting.open[1].until is None
    assert why(waiting, Way.WARRANTY).why is Closed.NOT_THERE_YET


def test_on_its_way_it_can_be_withdrawn_from_without_end() -> None:
    assert judge(mug(), date(2026, 11, 2), Receipt(None)).find(Way.WITHDRAWAL) == Open(Way.WITHDRAWAL, None)


@pytest.mark.parametrize("reason", [each for each in Excluded if not each.is_about_the_seal])
def test_what_the_law_excludes_says_so_and_leaves_warranty_and_goodwill(reason: Excluded) -> None:
    judged = judge(mug(excluded=reason, goodwill_days=30), LAST_DAY)
    assert why(judged, Way.WITHDRAWAL) == Shut(Way.WITHDRAWAL, Closed.EXCLUDED, excluded=reason)
    assert [each.way for each in judged.open] == [Way.WARRANTY, Way.GOODWILL]


@pytest.mark.parametrize("reason", [Excluded.SEALED_HYGIENE, Excluded.SEALED_MEDIA])
def test_a_sealed_item_can_be_withdrawn_from_while_it_is_sealed(reason: Excluded) -> None:
    assert judge(mug(excluded=reason), LAST_DAY).find(Way.WITHDRAWAL) == Open(Way.WITHDRAWAL, LAST_DAY, if_sealed=True)


def test_a_download_can_be_withdrawn_from_until_it_is_provided() -> None:
    bought, last = date(2026, 11, 1), date(2026, 11, 16)  # a Sunday, and the fourteenth day after it is one, too
    withheld = mug(excluded=Excluded.DIGITAL, is_provided=False, unshipped=2, bought_on=bought)
    for receipt in (RECEIVED, Receipt(None)):  # whatever a parcel of the same order does
        assert judge(withheld, last, receipt).open == (
            Open(Way.CANCEL, None),
            Open(Way.WITHDRAWAL, last, until_provided=True),
        )
        over = judge(withheld, date(2026, 11, 17), receipt)
        assert why(over, Way.WITHDRAWAL) == Shut(Way.WITHDRAWAL, Closed.OVER, last)
    provided = judge(mug(excluded=Excluded.DIGITAL, bought_on=bought), bought)
    assert why(provided, Way.WITHDRAWAL) == Shut(Way.WITHDRAWAL, Closed.EXCLUDED, excluded=Excluded.DIGITAL)
    assert [each.way for each in provided.open] == [Way.WARRANTY]


def test_a_day_that_is_only_assumed_closes_no_way() -> None:
    doubtful = judge(mug(goodwill_days=30), date(2030, 1, 1), Receipt(date(2026, 11, 2), is_assumed=True))
    assert all(each.is_doubtful for each in doubtful.open)
    assert {each.way for each in doubtful.open} == {Way.WITHDRAWAL, Way.WARRANTY, Way.GOODWILL}


def test_what_is_in_another_return_cannot_go_back_again() -> None:
    assert judge(mug(taken=1), LAST_DAY).left == 1
    nothing = judge(mug(taken=3), LAST_DAY)
    assert (nothing.left, nothing.open) == (0, ())
    assert {each.why for each in nothing.shut} == {Closed.NOTHING_LEFT}
