"""Plans for cases: shipped for every trouble in four languages, and a shop's own file is checked with clear words."""

from typing import Any

import pytest

from bot.config import LOCALES
from bot.errors import OperatorError
from bot.i18n import has_text
from bot.surveys.definitions import shipped_definitions
from bot.tickets.cases import HOLDS
from bot.tickets.models import Case
from bot.tickets.plans import BY_CAUSE, KIND, TROUBLES, check_plans, shipped_plans, troubles_of

GOOD: dict[str, Any] = {"kind": KIND, "late": {"action": "refunded", "points": 50, "de": ["Entschuldigen"]}}


def test_every_trouble_has_a_plan_in_each_language_and_a_name() -> None:
    plans = shipped_plans()
    assert set(plans) == set(TROUBLES)
    for trouble, plan in plans.items():
        assert all(getattr(plan, locale) for locale in LOCALES), trouble
        assert len({len(getattr(plan, locale)) for locale in LOCALES}) == 1, trouble
        assert has_text(f"case-trouble-{trouble}")


def test_every_reason_of_a_survey_and_every_cause_it_opens_leads_to_a_plan() -> None:
    asked = {reason for each in shipped_definitions().values() for reason in each.reasons_for("detractor")}
    assert asked <= set(TROUBLES)
    assert set(BY_CAUSE) <= set(HOLDS)


@pytest.mark.parametrize(
    ("cause", "reasons", "expected"),
    [
        ("detractor", None, ("unknown",)),
        ("detractor", [], ("unknown",)),
        ("detractor", ["courier", "late"], ("late", "courier")),
        ("detractor", ["of a later version"], ("unknown",)),
        ("damaged", None, ("damaged",)),
        ("human", None, ()),
        ("exception", None, ()),
    ],
)
def test_the_plan_follows_what_the_customer_named(
    cause: str, reasons: list[str] | None, expected: tuple[str, ...]
) -> None:
    assert troubles_of(Case(cause=cause, reasons=reasons)) == expected


def test_a_plan_is_told_in_the_language_asked_for_or_the_next_one_understood() -> None:
    plan = check_plans(GOOD, name="own.toml")["late"]
    assert plan.steps("de") == plan.steps("lb") == plan.steps("en") == ("Entschuldigen",)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"rain": {"action": "refunded", "de": ["x"]}},
            r"own.toml: \[rain\]: is nothing that goes wrong; there are late",
        ),
        ({"late": {"de": ["x"]}}, "own.toml: late.action: is missing; add it"),
        ({"late": {"action": "danced", "de": ["x"]}}, "own.toml: late.action: .*'answered'.*mend it"),
        ({"late": {"action": "refunded"}}, "own.toml: late: has no steps"),
        ({"late": {"action": "refunded", "de": []}}, "own.toml: late.de: .*at least 1.*mend it"),
        ({"late": {"action": "refunded", "de": ["x"], "points": -1}}, "own.toml: late.points: .*mend it"),
        ({"late": {"action": "refunded", "de": ["x"], "es": ["x"]}}, "own.toml: late.es: is no key of a plan"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(OperatorError, match=told):
        check_plans(GOOD | changed, name="own.toml")
