"""Checks the draw of a contest: python verify_draw.py contest.json

Needs Python 3 and nothing else. contest.json is what the bot sends under "Check the draw" (and `main.py show contest
ID --json` prints). The check repeats what the shop has done:

1. Before the contest opened, the shop drew a secret seed of 32 random bytes and published its SHA-256, the commitment.
2. When it ended, the tickets were put in the order of the alphabet. The SHA-256 of that list (one ticket a line, each
   ended by a line feed) is its digest. Then the seed was published.
3. For each counter from 0 on (8 bytes, the highest first), the SHA-256 of "bote-draw-1", the 32 bytes of the seed, the
   32 bytes of the digest and the counter is a number from 0 to 2^256 - 1. With n tickets left, a number not below the
   highest multiple of n is skipped, so that no ticket is likelier than another; else its remainder by n says which of
   the tickets left, counted from 0, has the next place and leaves the list.
4. The winners are the first places. Where one was drawn again, the next place follows, and the file says why.

Compare yourself: the commitment with the one in the channel's post from before the draw, seed and digest with those in
the post after it, and that your own ticket is in the list. What no such check can show: that nobody who knew the seed
has put tickets of their own into the list before it was frozen.
"""

# ruff: noqa: T201  # it is run by hand, and tells what it found

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ALGORITHM = "bote-draw-1"


def draw(seed: bytes, tickets: list[str]) -> list[str]:
    """All tickets in the order in which they are drawn."""
    left = sorted(tickets)
    digest = hashlib.sha256("".join(ticket + "\n" for ticket in left).encode()).digest()
    order: list[str] = []
    counter = 0
    while left:
        block = hashlib.sha256(ALGORITHM.encode() + seed + digest + counter.to_bytes(8, "big")).digest()
        counter += 1
        number, highest = int.from_bytes(block, "big"), 2**256 // len(left) * len(left)
        if number < highest:
            order.append(left.pop(number % len(left)))
    return order


def faults(told: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a draw, one sentence each; nothing is wrong where there are none."""
    seed, tickets = bytes.fromhex(told["seed"]), told["tickets"]
    listed = "".join(ticket + "\n" for ticket in sorted(tickets)).encode()
    if told["algorithm"] != ALGORITHM:
        yield "the draw follows {}, which this script does not know".format(told["algorithm"])
    if len(seed) != 32:
        yield "the seed has not 32 bytes"
    if hashlib.sha256(seed).hexdigest() != told["commitment"]:
        yield "the seed is not the one that was committed to"
    if tickets != sorted(tickets) or len(set(tickets)) != len(tickets):
        yield "the list of tickets is not in its order, or has one twice"
    if hashlib.sha256(listed).hexdigest() != told["digest"]:
        yield "the digest is not that of the list"
    drawn = [place["ticket"] for place in told["places"]]
    if drawn != draw(seed, tickets)[: len(drawn)]:
        yield "the places are not those that seed and list lead to"
    if [place["place"] for place in told["places"]] != list(range(1, len(drawn) + 1)):
        yield "the places are not counted from 1 without a gap"
    again = sum(1 for place in told["places"] if place["drawn_again_because"])
    if len(drawn) < min(told["winners"], len(tickets)) or len(drawn) > told["winners"] + again:
        yield "there are {} places for {} winners and {} drawn again".format(len(drawn), told["winners"], again)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python verify_draw.py contest.json", file=sys.stderr)
        return 2
    told = json.loads(Path(arguments[0]).read_text("utf-8"))
    if not told["seed"]:
        print("not drawn yet; the commitment is", told["commitment"])
        return 1
    wrong = list(faults(told))
    for place in told["places"]:
        because = place["drawn_again_because"]
        print(place["place"], place["ticket"], "drawn again: " + because if because else "wins")
    print(*(["WRONG: " + each for each in wrong] or ["The draw is as it was promised."]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
