"""Survey files: the shipped ones are right, and what is wrong in another is told with its key and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.config import LOCALES
from bot.errors import OperatorError
from bot.surveys.definitions import (
    MOST_FAULTS,
    check_definition,
    read_definition,
    read_toml,
    shipped_definitions,
)
from bot.surveys.rules import MOOD_NAMES
from bot.surveys.texts import fill_in
from tests.support.surveys import as_toml, content

Json = dict[str, Any]


def refusal(values: Json) -> str:
    with pytest.raises(OperatorError) as refused:
        check_definition(values, name="own.toml")
    return str(refused.value)


def test_four_surveys_are_shipped_ready_to_be_asked() -> None:
    shipped = shipped_definitions()

    assert {key: (each.metric, each.trigger, each.active) for key, each in shipped.items()} == {
        "delivery_csat": ("csat", "delivered", True),
        "nps": ("nps", "delivered", True),
        "return_csat": ("csat", "return_closed", True),
        "support_csat": ("csat", "case_closed", True),
    }


def test_the_shipped_ones_wait_as_long_as_the_rules_say() -> None:
    shipped = shipped_definitions()

    assert shipped["delivery_csat"].delay_hours == (24, 48)
    assert shipped["nps"].delay_hours[0] == 7 * 24
    assert shipped["support_csat"].delay_hours == (0.25, 3)
    assert {each.window_days for each in shipped.values()} == {14}
    assert shipped["delivery_csat"].reminder_hours == (48, 72)
    assert (shipped["delivery_csat"].throttle.any_days, shipped["nps"].throttle.same_days) == (30, 90)
    assert (shipped["support_csat"].throttle.same_days, shipped["nps"].kin) == (7, "nps")


def test_who_is_happy_is_asked_for_nothing_that_went_wrong() -> None:
    asked = shipped_definitions()["delivery_csat"].reasons_for

    assert asked("detractor") == asked("passive")
    assert asked("detractor") == (
        *("late", "damaged", "wrong_item", "packaging", "courier", "price", "service", "other"),
    )
    assert asked("promoter") == ("packaging", "courier", "price", "service", "other")
    assert asked("promoter", ["late"]) == ("late", "packaging", "courier", "price", "service", "other")


def test_a_conversation_is_no_delivery_and_has_reasons_of_its_own() -> None:
    talk = shipped_definitions()["support_csat"]

    assert talk.reasons_for("detractor") == ("unsolved", "slow", "unhelpful", "unfriendly", "other")
    assert talk.reasons_for("promoter") == ("fast", "competent", "friendly", "other")
    assert {"late", "courier"}.isdisjoint(shipped_definitions()["return_csat"].reasons_for("passive")[:2])


def test_a_file_that_names_no_reasons_has_those_of_what_it_asks_about() -> None:
    for key, shipped in shipped_definitions().items():
        values = content(key)
        del values["reasons"], values["good_reasons"]
        for mood in MOOD_NAMES:
            assert check_definition(values, name="own.toml").reasons_for(mood) == shipped.reasons_for(mood)
    assert "reasons.0: " in refusal(content(reasons=["rain"]))
    assert "names a reason twice" in refusal(content(reasons=["late", "late"]))


def test_nps_is_asked_in_the_words_of_the_rules() -> None:
    nps = shipped_definitions()["nps"]

    assert nps.en.question == "How likely is it that you would recommend {shop} to a friend or colleague?"
    assert "weiterempfehlen?" in nps.de.question


@pytest.mark.parametrize("locale", LOCALES)
def test_each_mood_has_words_of_its_own_in_every_language(locale: Any) -> None:
    for definition in shipped_definitions().values():
        follow_ups = [definition.follow_up(locale, mood) for mood in MOOD_NAMES]
        assert len({each.why for each in follow_ups}) == len({each.thanks for each in follow_ups}) == 3


@pytest.mark.parametrize("locale", LOCALES)
def test_a_missing_language_blocks_the_launch(locale: str) -> None:
    values = content()
    del values[locale]

    assert refusal(values).startswith(f"own.toml: [{locale}]: the language is missing; add its question")


def drop(*path: str) -> Callable[[Json], None]:
    def change(values: Json) -> None:
        for key in path[:-1]:
            values = values[key]
        del values[path[-1]]

    return change


def put(value: Any, *path: str) -> Callable[[Json], None]:
    def change(values: Json) -> None:
        for key in path[:-1]:
            values = values[key]
        values[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (drop("de", "detractor", "why"), "de.detractor.why: is missing; add it"),
        (drop("throttle"), "throttle: is missing; add it"),
        (put(1, "sapmle_percent"), "sapmle_percent: is no key of a survey; take it out"),
        (put("stars", "metric"), "metric: Input should be 'nps', 'csat' or 'ces'; mend it"),
        (put("opened", "trigger"), "trigger: Input should be 'delivered', 'return_closed' or 'case_closed'"),
        (put([48, 24], "delay_hours"), "delay_hours: must be [first, last], the smaller first; mend it"),
        (put([], "delay_hours"), "delay_hours: Value should have at least 2 items"),
        (put(101, "sample_percent"), "sample_percent: Input should be less than or equal to 100; mend it"),
        (put([200, 300], "delay_hours"), "delay_hours: begin when latest_days are over"),
        (put([0, 0], "reminder_hours"), "reminder_hours: begin with the invitation itself"),
        (put([300, 400], "reminder_hours"), "reminder_hours: end after window_days"),
        (put("no", "active"), "active: Input should be a valid boolean"),
        (put({"Sofas": [48, 24]}, "delay_by_category"), "delay_by_category.Sofas: must be [first, last]"),
        (put({"Sofas": [200, 300]}, "delay_by_category"), "delay_by_category.Sofas: begins when latest_days are over"),
        (put({"Tea": [1, 2], "tea ": [2, 3]}, "delay_by_category"), "delay_by_category: names a category twice; mend"),
        (put(0, "daily_limit"), "daily_limit: Input should be greater than or equal to 1; mend it"),
        (put("10", "points"), "points: Input should be a valid integer"),
        (put(0, "window_days"), "window_days: Input should be greater than 0; mend it"),
        (put("Hallo {name}", "de", "question"), "de.question: cannot fill {name} in; there are {shop} and {number}"),
        (put(" ", "fr", "passive", "thanks"), "fr.passive.thanks: String should have at least 1 character; mend it"),
        (put("Delivery CSAT", "key"), "key: String should match pattern"),
        (put(7, "version"), "version: is counted by the import; leave it out"),
        (put("case_closed", "trigger"), "de.question: {number} has no meaning after a conversation; leave it out"),
    ],
)
def test_a_fault_is_told_with_file_and_key_and_what_to_do(change: Callable[[Json], None], told: str) -> None:
    values = content()
    change(values)

    assert refusal(values).startswith("own.toml: ")
    assert told in refusal(values)


def test_many_faults_are_told_at_once_but_not_all() -> None:
    assert refusal({"key": "x"}).count("own.toml: ") == MOST_FAULTS


def test_a_file_survives_being_written_and_read(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(as_toml(content("nps", points=25, reminder_hours=[])), "utf-8")

    read = read_definition(tmp_path / "own.toml")

    assert (read.key, read.points, read.reminder_hours) == ("nps", 25, ())


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"key = ", "is no TOML"), ("key = 'ü'".encode("latin-1"), "is not UTF-8"), (None, "cannot read")],
)
def test_what_cannot_be_read_is_told_with_the_file(tmp_path: Path, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / "own.toml").write_bytes(data)

    with pytest.raises(OperatorError, match=told) as refused:
        read_toml(tmp_path / "own.toml")

    assert "own.toml" in str(refused.value)


def test_what_is_filled_in_is_text_and_never_markup() -> None:
    assert fill_in("<b> {shop} & {number}", shop="A&B", number="<1>") == "&lt;b&gt; A&amp;B &amp; &lt;1&gt;"
    assert fill_in("{number}", shop="{shop}", number=None) == "?"
