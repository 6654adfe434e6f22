"""How a benchmark reports: one line a figure, with its baseline and the bar it should reach."""

import os
import platform
import sqlite3
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value and, where there is one, the bar from the issue or design.

    `value` is in `unit`; `baseline` names what a ratio was measured against; `note` says what a reader must know
    (flood control off, server-bound, rows in the table).
    """

    name: str
    value: float
    unit: str
    baseline: str = ""
    bar: float | None = None
    better: Literal["more", "less"] = "more"
    note: str = ""

    @property
    def reached(self) -> bool | None:
        if self.bar is None:
            return None
        return self.value >= self.bar if self.better == "more" else self.value <= self.bar

    def line(self) -> str:
        parts = [f"{self.name}: {_number(self.value)} {self.unit}".rstrip()]
        if self.baseline:
            parts.append(f"against {self.baseline}")
        if self.bar is not None:
            sign = "at least" if self.better == "more" else "at most"
            parts.append(f"bar {sign} {_number(self.bar)}: {'reached' if self.reached else 'NOT REACHED'}")
        if self.note:
            parts.append(self.note)
        return "; ".join(parts)


def machine() -> str:
    """The line that makes figures comparable: processor count, system, interpreter, SQLite."""
    return (
        f"machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}".rstrip("0").rstrip(".")
