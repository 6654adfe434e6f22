"""What a score means, who is in a sample, when somebody is due: pure (rules.md 3.1 to 3.3)."""

import hashlib
from datetime import datetime, timedelta
from typing import Literal, get_args

Metric = Literal["nps", "csat", "ces"]
Mood = Literal["detractor", "passive", "promoter"]

MOOD_NAMES: tuple[Mood, ...] = ("detractor", "passive", "promoter")
# Least and highest score.
SCALES: dict[Metric, tuple[int, int]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
# Up to the first is a detractor, up to the second passive.
MOODS: dict[Metric, tuple[int, int]] = {"nps": (6, 8), "csat": (2, 3), "ces": (2, 4)}

OfDelivery = Literal["late", "damaged", "wrong_item", "packaging", "courier", "price", "service"]
OfHelp = Literal["slow", "unsolved", "unhelpful", "unfriendly", "complicated"]
OfPraise = Literal["fast", "competent", "friendly", "easy"]
Reason = Literal[OfDelivery, OfHelp, OfPraise, "other"]
REASONS: tuple[Reason, ...] = get_args(Reason)

PARTS = 10_000


def mood_of(metric: Metric, score: int) -> Mood:
    """Which of the three follow-ups fits; a detractor's answer is a case for somebody to look after."""
    unhappy, passive = MOODS[metric]
    if score <= unhappy:
        return "detractor"
    return "passive" if score <= passive else "promoter"


def is_score(metric: Metric, score: int) -> bool:
    least, most = SCALES[metric]
    return least <= score <= most


def is_sampled(survey: str, person: str, percent: float) -> bool:
    """Whether this person belongs to the share that a survey asks; the same again at every run (SUR-05)."""
    return _share(f"{survey}/{person}") < percent / 100


def spread(what: str, shortest: timedelta, longest: timedelta) -> timedelta:
    """A delay between the two, evenly over everything it is asked for and the same at every run."""
    return shortest + (longest - shortest) * _share(what)


def asked_within(asked: datetime | None, span: timedelta, now: datetime) -> bool:
    """Whether the last time somebody was asked still forbids to ask again."""
    return asked is not None and now - asked < span


def _share(text: str) -> float:
    """From 0 to just below 1."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) % PARTS / PARTS
