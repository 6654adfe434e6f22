"""Which pieces a withdrawal is about: what somebody has picked, or all that makes sense; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.returns.favours import Favour
from bot.returns.line import LineBack
from bot.returns.parts import Chosen, choice_of
from bot.returns.paths import Way


def wanted_of(
    lines: Sequence[LineBack], chosen: Chosen | None, kept: Mapping[int | None, Mapping[int, int]]
) -> dict[int | None, dict[int, int]]:
    """Pieces by goods and line, no more than there are; where nobody has said what, everything, and of what the
    customer may keep (`kept`) nothing as long as there is more: only who says so sends that back."""
    most = {(line.follows, line.id): line.eligibility.most(Way.WITHDRAWAL) for line in lines}
    if chosen is None:
        beside = {key: max(pieces - kept.get(key[0], {}).get(key[1], 0), 0) for key, pieces in most.items()}
        return _by_goods(beside if any(beside.values()) else most)
    picked = {(line.follows, line.id): choice_of(chosen).of(line) for line in lines}
    return _by_goods({key: max(0, min(picked[key], pieces)) for key, pieces in most.items()})


def pieces_in(favours: Iterable[Favour]) -> defaultdict[int | None, Counter[int]]:
    """Of all of them, by goods and line."""
    found = defaultdict[int | None, Counter[int]](Counter)
    for each in favours:
        found[each.follows].update(each.pieces)
    return found


def _by_goods(pieces: Mapping[tuple[int | None, int], int]) -> dict[int | None, dict[int, int]]:
    found = defaultdict[int | None, dict[int, int]](dict, {None: {}})
    for (follows, line_id), count in pieces.items():
        if count:
            found[follows][line_id] = count
    return found
