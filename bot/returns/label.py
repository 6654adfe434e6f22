"""The label of a return as it is kept, and as customers and staff see it."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A file that Telegram keeps, by its id: a "document" or a "photo"."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """What the parcel needs: a page to print, a code to show at the counter, a file; else the shop's address."""

    url: str | None
    code: str | None
    expires_on: date | None
    address: tuple[str, ...] = ()
    file: LabelFile | None = None

    def is_over(self, today: date) -> bool:
        """Whether no counter takes it any more."""
        return self.expires_on is not None and self.expires_on < today


def read_label(told: Any, expires_on: date | None) -> Label | None:
    """What its JSON tells; None where there is no label."""
    if not isinstance(told, dict):
        return None
    file = LabelFile(told["file_id"], told.get("file_kind", "document")) if told.get("file_id") else None
    return Label(told.get("url"), told.get("code"), expires_on, tuple(told.get("address", ())), file)
