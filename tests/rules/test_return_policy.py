"""The shop's own rules: the most generous window holds, a wrong file is told by key, no right waits for a review."""

from decimal import Decimal

import pytest

from bot.errors import OperatorError
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.policy_file import read_policy
from bot.returns.reasons import REASONS, read_reason, way_for
from bot.returns.windows import Periods


def test_the_most_generous_window_holds_and_a_products_word_stands_above_it() -> None:
    policy = Policy(goodwill_days=30, by_category={"Tea": 60}, by_country={"FR": 45}, by_product={"TEA-1": 0})
    assert policy.window(sku="MUG", category=None, country="DE") == 30
    assert policy.window(sku="MUG", category="Tea", country="FR") == 60
    assert policy.window(sku="MUG", category=None, country="fr") == 45
    assert policy.window(sku="TEA-1", category="Tea", country="FR") == 0


def test_a_file_becomes_rules() -> None:
    policy = read_policy(
        {
            "goodwill": {"days": 60, "countries": {"fr": 90}},
            "cost": {"customer_pays": True, "fee": "4.90"},
            "approval": {"up_to": "99.50", "most_in_90_days": 1},
            "instruction": {"given": True},
            "withdrawal": {"days": 30},
            "warranty": {"months": 36},
            "label": {"by_shop": False},
            "address": {"lines": [" Musterweg 1 ", "12345 Musterstadt"]},
        },
        file="returns.toml",
    )
    assert (policy.goodwill_days, policy.by_country, policy.approves_up_to) == (60, {"FR": 90}, Decimal("99.50"))
    assert (policy.fee_of(Way.WITHDRAWAL, None), policy.fee_of(Way.WARRANTY, None)) == (Decimal("4.90"), Decimal())
    assert policy.instruction_given
    assert (policy.periods, policy.address) == (Periods(30, 36), ("Musterweg 1", "12345 Musterstadt"))
    assert read_policy({}, file="returns.toml") == DEFAULT


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"goodwill": {"days": -1}}, "goodwill.days"),
        ({"goodwill": {"days": "30"}}, "goodwill.days"),
        ({"cost": {"fee": "free"}}, "cost.fee"),
        ({"godwill": {"days": 30}}, "godwill: is no key of a return policy"),
        ({"goodwill": {"products": {"MUG": -1}}}, "goodwill.products.MUG"),
        ({"goodwill": {"countries": {"Germany": 30}}}, "goodwill.countries.Germany"),
        ({"cost": {"fee": "4,90"}}, 'cost.fee: is no amount of money; write it as "4.90"'),
        ({"cost": {"fee": "-1"}}, "cost.fee"),
        ({"cost": {"countries": {"AT": "6,90"}}}, "cost.countries.AT"),
        ({"cost": {"countries": {"Austria": "6.90"}}}, "cost.countries.Austria"),
        ({"valid_from": "1.1.2026"}, 'valid_from: is no day; write it as "2026-01-31"'),
        ({"approval": {"up_to": 99.5}}, "approval.up_to"),
        ({"withdrawal": {"days": 13}}, "withdrawal.days: the law gives 14 days"),
        ({"warranty": {"months": 23}}, "warranty.months: the law gives 24 months"),
        ({"label": {"by_shop": False}}, "address.lines: is missing"),
    ],
)
def test_a_wrong_file_is_told_with_file_and_key(wrong: dict[str, object], complaint: str) -> None:
    with pytest.raises(OperatorError, match=f"returns.toml: {complaint}"):
        read_policy(wrong, file="returns.toml")


def test_a_fee_is_only_taken_where_the_shop_has_told_of_it() -> None:
    assert Policy(fee=Decimal("4.90")).fee_of(Way.WITHDRAWAL, None) == 0


def test_who_was_not_told_of_the_right_bears_nothing_for_using_it() -> None:
    silent = Policy(customer_pays=True, fee=Decimal("4.90"), instruction_given=False)
    assert (silent.fee_of(Way.WITHDRAWAL, None), silent.fee_of(Way.GOODWILL, None)) == (Decimal(), Decimal("4.90"))


def test_a_defect_takes_the_way_of_the_warranty_and_everything_else_the_right_before_the_favour() -> None:
    every = frozenset(Way) - {Way.CANCEL}
    assert way_for("defective", every) is Way.WARRANTY
    assert way_for("defective", frozenset({Way.WARRANTY})) is Way.WARRANTY
    assert way_for("unwanted", every) is Way.WITHDRAWAL
    assert way_for(None, frozenset({Way.GOODWILL, Way.WARRANTY})) is Way.GOODWILL
    assert way_for("unwanted", frozenset({Way.WARRANTY})) is None


def test_platforms_words_for_reasons_are_read_and_foreign_ones_are_unknown() -> None:
    assert len(REASONS) == 10
    assert [read_reason(word) for word in ("SIZE_TOO_SMALL", " defective ", "bored", None, "")] == [
        *("size_too_small", "defective", "unknown", None, None)
    ]


def test_a_country_has_the_fee_that_is_told_for_it() -> None:
    cost = {"customer_pays": True, "fee": "4.90", "countries": {"at": "6.90", "FR": "0"}}
    policy = read_policy({"cost": cost}, file="returns.toml")
    fees = {country: policy.fee_of(Way.GOODWILL, country) for country in ("AT", "at", "FR", "DE", None)}
    assert [str(fee) for fee in fees.values()] == ["6.90", "6.90", "0", "4.90", "4.90"]
    assert policy.fee_of(Way.WARRANTY, "AT") == 0


def test_of_two_policies_each_rule_is_the_better_one_for_the_customer() -> None:
    then = Policy(
        goodwill_days=60,
        by_product={"SOAP": 0},
        by_country={"FR": 20},
        customer_pays=True,
        fee=Decimal("3.90"),
        fee_by_country={"AT": Decimal("9.90")},
        periods=Periods(30, 24),
        label_days=7,
    )
    now = Policy(
        goodwill_days=14,
        by_product={"SOAP": 7},
        by_country={"FR": 90},
        customer_pays=True,
        fee=Decimal("5.90"),
        label_days=14,
        periods=Periods(14, 36),
        approves_up_to=Decimal(10),
    )
    both = now.beside(then)
    windows = [both.window(sku=sku, category=None, country=land) for sku, land in (("MUG", "DE"), ("SOAP", "FR"))]
    assert windows == [60, 7]
    assert both.window(sku="MUG", category=None, country="FR") == 90
    assert [str(both.fee_of(Way.WITHDRAWAL, land)) for land in ("DE", "AT")] == ["3.90", "5.90"]
    assert (both.periods, both.label_days, both.approves_up_to) == (Periods(30, 36), 14, Decimal(10))
    assert now.beside(Policy(instruction_given=False)).fee_of(Way.WITHDRAWAL, "DE") == 0
    assert now.beside(Policy()).fee_of(Way.GOODWILL, "DE") == 0


@pytest.mark.parametrize(
    ("policy", "way", "who"),
    [
        (Policy(), Way.WITHDRAWAL, "free"),
        (Policy(customer_pays=True), Way.WITHDRAWAL, "free"),
        (Policy(label_by_shop=False), Way.WITHDRAWAL, "ours"),
        (Policy(label_by_shop=False, customer_pays=True), Way.WITHDRAWAL, "yours"),
        (Policy(label_by_shop=False, customer_pays=True, instruction_given=False), Way.WITHDRAWAL, "ours"),
        (Policy(label_by_shop=False, customer_pays=True), Way.WARRANTY, "ours"),
        (Policy(label_by_shop=False, customer_pays=True, then=Policy()), Way.GOODWILL, "ours"),
    ],
)
def test_who_pays_the_postage_follows_the_way_and_what_was_told(policy: Policy, way: Way, who: str) -> None:
    assert policy.postage(way) == who
