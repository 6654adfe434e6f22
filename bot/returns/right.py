"""The right that a customer has instead of what was declined."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Right:
    """The contract may be withdrawn from; `until` is its last day, None while its time has not begun."""

    until: date | None
