"""Who is let into a group: linked customers, for a tier those who have reached it; whoever is banned waits."""

from typing import Any

import pytest

from bot.errors import OperatorError
from bot.loyalty.club_rules import DECLINED, LET_IN, Asker, Verdict, admit
from bot.loyalty.rules_file import read_rules
from tests.support.loyalty import SILVER
from tests.support.members import LINES, ROUND

CASES: list[tuple[Asker, int | None, Verdict]] = [
    (Asker(is_linked=True), None, "linked"),
    (Asker(is_linked=False), None, "not_linked"),
    (Asker(is_linked=False, earned=500), 100, "not_linked"),
    (Asker(is_linked=True, earned=99), 100, "below_tier"),
    (Asker(is_linked=True, earned=100), 100, "tier"),
    (Asker(is_linked=True, is_banned=True, earned=100), 100, "banned"),
    (Asker(is_linked=False, is_banned=True), None, "banned"),
]


@pytest.mark.parametrize(("asker", "threshold", "verdict"), CASES)
def test_admission(asker: Asker, threshold: int | None, verdict: Verdict) -> None:
    assert admit(asker, threshold) == verdict


def test_nobody_is_both_let_in_and_declined() -> None:
    assert not LET_IN & DECLINED


def read(**tables: Any) -> Any:
    return read_rules(tables, file="loyalty.toml")


def test_groups_of_tiers_and_benefits_are_read() -> None:
    terms = read(tiers=[SILVER], community={"benefits": LINES, "groups": [ROUND]}).community
    assert (terms.benefits["fr"], terms.groups[0].tier) == (("Questions entre clients",), "silver")
    assert (terms.group(ROUND["id"]).names["lb"], terms.group(-5)) == ("Sëlwer", None)
    assert read(tiers=[SILVER]).community is None


FAULTY: list[tuple[dict[str, Any], str]] = [
    ({"groups": [ROUND | {"tier": "gold"}]}, "there is no tier gold"),
    ({"groups": [ROUND, ROUND]}, "two have the same id"),
    ({"groups": [ROUND | {"id": 5}]}, "community.groups.0.id"),
    ({"points": 5}, "community.points: is no key"),
    ({"benefits": {"de": ["x"]}}, "not the same number of lines"),
]


@pytest.mark.parametrize(("community", "fault"), FAULTY)
def test_a_file_that_cannot_be_meant_is_refused(community: dict[str, Any], fault: str) -> None:
    with pytest.raises(OperatorError, match=fault):
        read(tiers=[SILVER], community=community)
