"""Who writes faster than people do: one polite notice, then silence until calm."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from enum import Enum, auto

UPDATES = 20
WINDOW_S = 10.0


class Verdict(Enum):
    ANSWER = auto()
    NOTICE = auto()
    SILENCE = auto()


@dataclass(slots=True)
class _Person:
    recent: deque[float] = field(default_factory=lambda: deque(maxlen=UPDATES))
    noticed: bool = False


class FloodGuard:
    """Allows each person 20 updates in any 10 seconds; `dropped` counts what was not answered.

    Updates that are dropped count too, so that calm is calm: who keeps hammering is not let in now and then.
    """

    def __init__(self) -> None:
        self.dropped = 0
        self._latest = 0.0
        self._people: OrderedDict[int, _Person] = OrderedDict()

    def judge(self, person_id: int, *, at: float) -> Verdict:
        """What to do with an update of this person written at `at`, in seconds; time never runs back."""
        at = self._latest = max(at, self._latest)
        self._forget_calm(at)
        person = self._people.setdefault(person_id, _Person())
        self._people.move_to_end(person_id)
        flooding = len(person.recent) == UPDATES and at - person.recent[0] < WINDOW_S
        person.recent.append(at)
        return self._verdict(person, flooding=flooding)

    def _verdict(self, person: _Person, *, flooding: bool) -> Verdict:
        if not flooding:
            person.noticed = False
            return Verdict.ANSWER
        self.dropped += 1
        if person.noticed:
            return Verdict.SILENCE
        person.noticed = True
        return Verdict.NOTICE

    def _forget_calm(self, at: float) -> None:
        """Whoever has been quiet for a whole window starts afresh; the longest quiet stand first."""
        while self._people:
            person_id, person = next(iter(self._people.items()))
            if at - person.recent[-1] < WINDOW_S:
                return
            del self._people[person_id]
