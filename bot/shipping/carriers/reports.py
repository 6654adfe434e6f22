"""What any source tells about one parcel: the form that every carrier's parser fills."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from bot.shipping.progress import ParcelEvent


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan or message; `occurred_at` is naive where the carrier tells the local time of an unknown place.

    `is_known` is False for a code that we do not know: its status is `unknown`, and somebody should hear of it.
    """

    occurred_at: datetime
    code: str
    status: str
    reason: str | None = None
    text: str | None = None
    place: str = ""
    is_known: bool = True

    def event(self, zone: tzinfo) -> ParcelEvent:
        """As an event of a parcel that goes to `zone`, whose clocks are the best guess for a time without offset."""
        at = self.occurred_at if self.occurred_at.tzinfo else self.occurred_at.replace(tzinfo=zone)
        return ParcelEvent(at.astimezone(UTC), self.status, self.code, self.reason, self.text, self.place)


@dataclass(frozen=True, slots=True)
class Report:
    """All that a source tells of one parcel, scans in any order.

    `told_at` is when it said so: of two reports the later one knows the expected day. `proof` is
    `{"signed_by", "images": [address]}` once it was delivered.
    """

    tracking_number: str
    carrier: str | None
    scans: tuple[Scan, ...]
    expected_on: date | None = None
    told_at: datetime | None = None
    proof: Mapping[str, Any] | None = None


def proof(signed_by: str | None, images: tuple[str, ...]) -> Mapping[str, Any] | None:
    return {"signed_by": signed_by, "images": list(images)} if signed_by or images else None
