"""Which troubles a carrier has told of a parcel that a human looks after: pure, from all its events in any order.

A trouble begins with the first report of its kind and is over when the parcel goes on; several kinds may follow each
other in between, and each of them stays for somebody to look after. What is damaged stays so wherever the parcel goes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.shipping.progress import ParcelEvent, ParcelState, walk
from bot.shipping.worries import DAMAGED, IN_TROUBLE, told_kind
from bot.shop.statuses import ShipmentStatus as S

# Also where it does not change how far the parcel has come.
TOLD_ANYWHERE = frozenset({S.DAMAGED, S.LOST})


@dataclass(frozen=True, slots=True)
class Trouble:
    """The `number`-th trouble of its kind on the way; `times` are those of its reports, the first of them first."""

    kind: str
    number: int
    times: tuple[datetime, ...]
    is_over: bool = False

    @property
    def at(self) -> datetime:
        return self.times[0]


def troubles_of(events: Iterable[ParcelEvent]) -> tuple[Trouble, ...]:
    """Every trouble of the way, in the order in which it began; one that is told too late counts where it belongs."""
    found: list[Trouble] = []
    for event, before, after in walk(events):
        if event.status in TOLD_ANYWHERE or after != before:
            found = _after(found, event, after)
    return tuple(found)


def _after(found: list[Trouble], event: ParcelEvent, state: ParcelState) -> list[Trouble]:
    kind = DAMAGED if event.status == S.DAMAGED else told_kind(state.status, state.reason)
    if kind is None and state.status not in IN_TROUBLE:
        return [replace(trouble, is_over=trouble.kind != DAMAGED) for trouble in found]
    if kind is None:
        return found
    goes_on = [each for each in found if each.kind == kind and not each.is_over]
    if not goes_on:
        number = sum(each.kind == kind for each in found) + 1
        return [*found, Trouble(kind, number, (event.occurred_at,))]
    told_again = replace(goes_on[-1], times=(*goes_on[-1].times, event.occurred_at))
    return [told_again if each is goes_on[-1] else each for each in found]
