"""Scores and their meaning, samples and delays: the same at every run."""

from collections import Counter
from datetime import timedelta
from typing import get_args

import pytest

from bot.callbacks import SurveyReason
from bot.i18n import has_text
from bot.surveys.reasons import NotAsked
from bot.surveys.rules import REASONS, SCALES, Metric, is_sampled, is_score, mood_of, spread

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("metric", "detractors", "passives", "promoters"),
    [
        ("nps", range(7), range(7, 9), range(9, 11)),
        ("csat", range(1, 3), range(3, 4), range(4, 6)),
        ("ces", range(1, 3), range(3, 5), range(5, 8)),
    ],
)
def test_every_score_has_one_mood(metric: Metric, detractors: range, passives: range, promoters: range) -> None:
    expected = {
        **dict.fromkeys(detractors, "detractor"),
        **dict.fromkeys(passives, "passive"),
        **dict.fromkeys(promoters, "promoter"),
    }
    least, most = SCALES[metric]
    assert {score: mood_of(metric, score) for score in range(least, most + 1)} == expected


def test_only_scores_on_the_scale_are_scores() -> None:
    for metric, (least, most) in SCALES.items():
        assert [score for score in range(-2, 13) if is_score(metric, score)] == list(range(least, most + 1))


def test_a_sample_is_the_same_people_at_every_run_and_about_its_share() -> None:
    people = [f"customer:{number}" for number in range(20_000)]
    chosen = [person for person in people if is_sampled("nps", person, 15)]

    assert [person for person in people if is_sampled("nps", person, 15)] == chosen
    assert 0.14 < len(chosen) / len(people) < 0.16
    assert all(is_sampled("nps", person, 30) for person in chosen), "a larger share asks the same people and more"


def test_two_surveys_ask_different_people() -> None:
    people = [f"customer:{number}" for number in range(20_000)]
    both = [person for person in people if is_sampled("nps", person, 50) and is_sampled("csat", person, 50)]

    assert 0.23 < len(both) / len(people) < 0.27


def test_all_and_nobody_are_shares_too() -> None:
    assert all(is_sampled("nps", str(number), 100) for number in range(1_000))
    assert not any(is_sampled("nps", str(number), 0) for number in range(1_000))


def test_delays_lie_between_their_ends_and_are_spread_evenly() -> None:
    delays = [spread(f"delivery_csat:order:{number}", DAY, 2 * DAY) for number in range(20_000)]

    assert min(delays) >= DAY
    assert max(delays) < 2 * DAY
    hours = Counter(delay // timedelta(hours=1) for delay in delays)
    assert set(hours) == set(range(24, 48))
    assert all(0.8 < count / (20_000 / 24) < 1.2 for count in hours.values())


def test_every_reason_has_its_words() -> None:
    assert [reason for reason in NotAsked if not has_text(f"why-{reason}")] == []


def test_the_buttons_know_every_reason() -> None:
    assert get_args(SurveyReason.model_fields["reason"].annotation) == REASONS
    assert [reason for reason in REASONS if not has_text(f"survey-reason-{reason}-button")] == []
