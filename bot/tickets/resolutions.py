"""What a case was about and what was done: the two answers without which the staff close none (LOOP-02)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

CAUSES = (
    *("question", "late", "lost", "damaged", "wrong_item", "product", "address", "courier", "payment", "returning"),
    "other",
)
Action = Literal["answered", "found", "resent", "replaced", "refunded", "goodwill", "claimed", "nothing", "other"]
ACTIONS: tuple[str, ...] = get_args(Action)
LONGEST_WORDS = 1_000

# Which causes are most likely, by what the case was opened for; the others follow.
LIKELY: Mapping[str, tuple[str, ...]] = {
    "human": ("question",),
    "missing": ("lost", "courier", "address"),
    "lost": ("lost",),
    "damaged": ("damaged",),
    "late": ("late", "lost"),
    "exception": ("address", "payment", "courier"),
    "complaint": ("product", "late", "courier"),
    "cancel": ("returning", "payment"),
    "change": ("address", "question"),
    "return": ("returning", "product", "damaged"),
    "detractor": ("late", "damaged", "product", "courier"),
    "feedback": ("question", "other"),
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """Why and what, by the codes above; ValueError for a code that is none."""

    cause: str
    action: str
    words: str | None = None

    def __post_init__(self) -> None:
        if self.cause not in CAUSES or self.action not in ACTIONS:
            raise ValueError(f"no way to close a case: {self.cause!r}, {self.action!r}")


def causes_for(opened_for: str, told: Sequence[str] = ()) -> tuple[str, ...]:
    """All causes, first those that the customer named, then the likely ones of such a case."""
    named = [cause for cause in told if cause in CAUSES]
    return tuple(dict.fromkeys((*named, *LIKELY.get(opened_for, ()), *CAUSES)))


def actions_for(suggested: str | None) -> tuple[str, ...]:
    """All actions, the suggested one first."""
    return tuple(dict.fromkeys((*([suggested] if suggested in ACTIONS else []), *ACTIONS)))
