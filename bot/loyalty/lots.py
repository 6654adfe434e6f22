"""Which points are left of what came when: the ledger read as lots, the first to expire spent first; pure (LOY-04).

What was booked is never changed, so every question about lots is answered by reading the entries in their order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import heappop, heappush

NEVER = datetime.max.replace(tzinfo=UTC)
ALWAYS = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Booked:
    """An entry of the ledger, as far as lots are concerned."""

    id: int
    points: int
    kind: str
    source: str
    at: datetime
    available_at: datetime | None = None
    expires_at: datetime | None = None


@dataclass(slots=True)
class Lot:
    """Points that came together; `remaining` are those not spent, taken back or expired."""

    id: int
    source: str
    remaining: int
    available_at: datetime | None
    expires_at: datetime | None
    is_expired: bool = False

    def is_pending(self, now: datetime) -> bool:
        return self.available_at is not None and self.available_at > now


@dataclass(frozen=True, slots=True)
class Reading:
    """What an account's entries come to: `owed` is what was taken back of points that had been spent before.

    `faults` are entries that no verb of ours books: something else has written or removed rows.
    """

    lots: tuple[Lot, ...]
    owed: int
    faults: tuple[str, ...]

    @property
    def points(self) -> int:
        return sum(lot.remaining for lot in self.lots) - self.owed


def read_lots(entries: Iterable[Booked], *, now: datetime) -> Reading:
    """The lots that are left at `now`, the first to expire first. `entries` come in the order of their ids."""
    account = _Account()
    for entry in entries:
        account.take(entry)
    account.settle(now)
    left = sorted((lot for lot in account.lots.values() if lot.remaining), key=_first_to_expire)
    return Reading(tuple(left), account.owed, tuple(account.faults))


def _first_to_expire(lot: Lot) -> tuple[datetime, datetime, int]:
    return lot.expires_at or NEVER, lot.available_at or ALWAYS, lot.id


@dataclass(slots=True)
class _Account:
    """One customer's points while their entries are read; heaps, since there may be ten thousand of them."""

    lots: dict[str, Lot] = field(default_factory=dict)
    by_id: dict[int, Lot] = field(default_factory=dict)
    ready: list[tuple[tuple[datetime, datetime, int], str]] = field(default_factory=list)
    pending: list[tuple[datetime, int, str]] = field(default_factory=list)
    owed: int = 0
    faults: list[str] = field(default_factory=list)

    def take(self, entry: Booked) -> None:
        if entry.kind == "clawback":
            self._take_back(entry)
        elif entry.kind == "expire":
            self._expire(entry)
        elif entry.points >= 0:
            self._add(Lot(entry.id, entry.source, entry.points, entry.available_at, entry.expires_at))
        else:
            self._spend(entry)

    def settle(self, now: datetime) -> None:
        """What counts by now makes up for what is owed."""
        while self.pending and self.pending[0][0] <= now:
            self._make_ready(self.lots[heappop(self.pending)[2]])
        owed, self.owed = self.owed, 0
        self._draw(owed)

    def _spend(self, entry: Booked) -> None:
        self.settle(entry.at)
        owed = self.owed
        self._draw(-entry.points)
        if self.owed > owed:
            self.faults.append(f"entry {entry.id} spends {self.owed - owed} more than there were")

    def _take_back(self, entry: Booked) -> None:
        """Of the lot that the order earned first; what of it was spent is owed."""
        lot = self.lots.get(entry.source.removeprefix("clawback:").rpartition("|")[0])
        if lot is None:
            self.faults.append(f"entry {entry.id} takes back what was never booked")
            lot = Lot(entry.id, entry.source, 0, None, None)
            self._add(lot)
        if entry.points < 0:
            taken = min(-entry.points, lot.remaining)
            lot.remaining -= taken
            self.owed += -entry.points - taken
        elif lot.is_expired or (lot.expires_at and lot.expires_at <= entry.at):
            self._add(Lot(entry.id, entry.source, entry.points, entry.available_at, None))
        else:
            lot.remaining += entry.points
            if not lot.is_pending(entry.at):
                self._make_ready(lot)

    def _expire(self, entry: Booked) -> None:
        self.settle(entry.at)
        lot = self.by_id.get(int(entry.source.removeprefix("expire:")))
        gone = min(-entry.points, lot.remaining) if lot else 0
        if lot:
            lot.remaining -= gone
            lot.is_expired = True
        if gone < -entry.points:
            self.faults.append(f"entry {entry.id} expires {-entry.points - gone} more than were left")
            self.owed += -entry.points - gone

    def _add(self, lot: Lot) -> None:
        self.lots[lot.source] = self.by_id[lot.id] = lot
        if lot.available_at:
            heappush(self.pending, (lot.available_at, lot.id, lot.source))
        else:
            self._make_ready(lot)

    def _make_ready(self, lot: Lot) -> None:
        heappush(self.ready, (_first_to_expire(lot), lot.source))

    def _draw(self, points: int) -> None:
        """Take from what counts; what is not there is owed."""
        while points and self.ready:
            lot = self.lots[self.ready[0][1]]
            part = min(points, lot.remaining)
            lot.remaining -= part
            points -= part
            if not lot.remaining:
                heappop(self.ready)
        self.owed += points
