"""The draw of a contest, from a committed seed and a frozen list; pure, and described for everybody in verify_draw.py.

The order of all tickets follows from seed and list alone: the winners are its first places, and whoever has to be
drawn again is the next place of the same order.
"""

import hashlib
from collections.abc import Iterable, Iterator

ALGORITHM = "bote-draw-1"
SEED_BYTES = 32
ALL = 2**256


def commitment_of(seed: bytes) -> str:
    """What is published before anybody takes part: nobody can choose another seed later, nor guess this one."""
    return hashlib.sha256(seed).hexdigest()


def numbered(tickets: Iterable[str]) -> tuple[str, ...]:
    """The list as it is frozen, ticket 1 first: in the order of the alphabet, so that nothing of when they came counts.

    ValueError where one stands in it twice.
    """
    listed = tuple(sorted(tickets))
    if len(set(listed)) != len(listed):
        raise ValueError("a ticket stands twice in the list")
    return listed


def digest_of(tickets: tuple[str, ...]) -> str:
    """SHA-256 of the numbered list: one ticket a line, each line ended by a line feed."""
    return hashlib.sha256("".join(f"{ticket}\n" for ticket in tickets).encode("ascii")).hexdigest()


def places(seed: bytes, tickets: Iterable[str]) -> Iterator[str]:
    """The tickets in the order in which they are drawn, each once.

    What would make some tickets likelier than others (the rest of a division) is thrown away and drawn anew.
    """
    left = list(numbered(tickets))
    numbers = _numbers(seed, digest_of(tuple(left)))
    while left:
        fair = ALL - ALL % len(left)
        drawn = next(number for number in numbers if number < fair)
        yield left.pop(drawn % len(left))


def _numbers(seed: bytes, digest: str) -> Iterator[int]:
    """Numbers from 0 to 2^256 - 1, each of its own counter."""
    counter = 0
    while True:
        told = ALGORITHM.encode("ascii") + seed + bytes.fromhex(digest) + counter.to_bytes(8, "big")
        yield int.from_bytes(hashlib.sha256(told).digest(), "big")
        counter += 1
