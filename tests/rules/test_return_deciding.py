"""What the rules approve, what waits for the staff and why, and what nobody may say no to."""

from decimal import Decimal

import pytest

from bot.returns.deciding import Facts, Review, decide, may_decline, may_reduce
from bot.returns.machine import Status
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy

SUSPICIOUS = Facts(
    value=Decimal(10_000), in_90_days=50, is_doubtful=True, needs_photo=True, said_missing=True, was_declined=True
)


def why(way: Way, *, value: str = "10", **told: object) -> str | None:
    return decide(DEFAULT, Facts(value=Decimal(value), **told), way=way).why  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize("way", [Way.WITHDRAWAL, Way.CANCEL])
def test_no_flag_ever_makes_a_declaration_wait(way: Way) -> None:
    assert decide(DEFAULT, SUSPICIOUS, way=way) == Review()


def test_clear_goodwill_is_approved_up_to_the_shops_value() -> None:
    assert why(Way.GOODWILL) is None
    assert why(Way.GOODWILL, value="150") is None
    assert why(Way.GOODWILL, value="150.01") == "value"
    assert decide(Policy(approves_up_to=Decimal(5)), Facts(value=Decimal(6)), way=Way.GOODWILL).is_needed


def test_each_flag_makes_goodwill_wait_and_says_so() -> None:
    assert why(Way.GOODWILL, in_90_days=2) is None
    assert why(Way.GOODWILL, in_90_days=3) == "many_returns"
    assert why(Way.GOODWILL, is_doubtful=True) == "date_unknown"
    assert why(Way.GOODWILL, said_missing=True) == "said_missing"
    assert why(Way.GOODWILL, was_declined=True) == "was_declined"
    assert why(Way.GOODWILL, is_doubtful=True, value="200") == "date_unknown,value"


def test_a_defect_is_always_looked_at() -> None:
    assert why(Way.WARRANTY) == "defect"
    assert why(Way.WARRANTY, needs_photo=True) == "defect_without_photo"
    assert why(Way.WARRANTY, needs_photo=True, has_photo=True) == "defect"


def test_all_reasons_at_once_fit_into_their_column() -> None:
    assert len(decide(DEFAULT, SUSPICIOUS, way=Way.GOODWILL).why or "") <= 255


@pytest.mark.parametrize("way", Way)
def test_only_a_favour_that_nobody_has_granted_can_be_declined(way: Way) -> None:
    assert [status for status in Status if may_decline(way, status)] == (
        [Status.REQUESTED] if way is Way.GOODWILL else []
    )


def test_worn_goods_bring_less_only_where_the_law_allows() -> None:
    untold = Policy(instruction_given=False)
    assert [way for way in Way if may_reduce(way, DEFAULT)] == [Way.WITHDRAWAL, Way.GOODWILL]
    assert [way for way in Way if may_reduce(way, untold)] == [Way.GOODWILL]
