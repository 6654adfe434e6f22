"""A draw is what seed and list lead to, whoever draws: the bot or the script that everybody has."""

import json
import random
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community import verify_draw
from bot.community.drawing import ALGORITHM, commitment_of, digest_of, numbered, places

SCRIPT = Path(str(verify_draw.__file__))
SEEDS = st.binary(min_size=32, max_size=32)
TICKETS = st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), unique=True, max_size=60)


def told(seed: bytes, tickets: list[str], winners: int = 2, again: int = 0) -> dict[str, Any]:
    drawn = list(islice(places(seed, tickets), winners + again))
    return {
        "algorithm": ALGORITHM,
        "commitment": commitment_of(seed),
        "seed": seed.hex(),
        "digest": digest_of(numbered(tickets)),
        "tickets": list(numbered(tickets)),
        "winners": winners,
        "places": [
            {"place": number, "ticket": ticket, "drawn_again_because": "no_answer" if number <= again else None}
            for number, ticket in enumerate(drawn, 1)
        ],
    }


@given(SEEDS, TICKETS, st.randoms())
def test_nothing_depends_on_the_order_in_which_they_came(
    seed: bytes, tickets: list[str], chance: random.Random
) -> None:
    mixed = tickets.copy()
    chance.shuffle(mixed)

    assert list(places(seed, mixed)) == list(places(seed, tickets))
    assert digest_of(numbered(mixed)) == digest_of(numbered(tickets))


@given(SEEDS, TICKETS)
def test_everybody_has_one_place_and_nobody_two(seed: bytes, tickets: list[str]) -> None:
    assert sorted(places(seed, tickets)) == sorted(tickets)


@given(SEEDS, TICKETS)
def test_the_script_comes_to_the_same_order(seed: bytes, tickets: list[str]) -> None:
    drawn = "\n".join(places(seed, tickets)).encode()

    assert "\n".join(verify_draw.draw(seed, tickets)).encode() == drawn
    assert list(verify_draw.faults(told(seed, tickets, again=1))) == []


def test_a_ticket_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        numbered(["a", "b", "a"])


def test_each_ticket_wins_as_often_as_every_other() -> None:
    """Seven tickets, 7,000 seeds, first and last place: chi square of 6 degrees stays below 22.5 (1 in 1,000)."""
    chance, tickets = random.Random(4), [f"{number:016x}" for number in range(7)]
    orders = [list(places(chance.randbytes(32), tickets)) for _ in range(7_000)]

    for place in (0, -1):
        counts = Counter(order[place] for order in orders)
        assert sum((counts[ticket] - 1_000) ** 2 / 1_000 for ticket in tickets) < 22.5


def test_a_known_draw_stays_as_it_was() -> None:
    """Whoever changes the algorithm gives it another name: published draws must stay verifiable."""
    assert digest_of(("a1", "b2", "c3", "d4")) == "28f276dfb86fd67ae91f3fd48f8f606386072e066e31a8a2669ccc024bea09c3"
    assert list(places(bytes(range(32)), ["c3", "a1", "d4", "b2"])) == ["c3", "d4", "a1", "b2"]


@settings(max_examples=30)
@given(SEEDS, TICKETS.filter(lambda each: len(each) > 3), st.data())
def test_whatever_is_changed_afterwards_is_found(seed: bytes, tickets: list[str], data: st.DataObject) -> None:
    facts = told(seed, tickets)
    match data.draw(st.sampled_from(("seed", "ticket", "left out", "winner", "order", "silently"))):
        case "seed":
            facts["seed"] = bytes([seed[0] ^ 1, *seed[1:]]).hex()
        case "ticket":
            facts["tickets"][data.draw(st.integers(0, len(tickets) - 1))] = "x" * 16
        case "left out":
            facts["tickets"].pop()
        case "winner":
            others = [each for each in tickets if each != facts["places"][0]["ticket"]]
            facts["places"][0]["ticket"] = data.draw(st.sampled_from(others))
        case "order":
            facts["tickets"].reverse()
        case "silently":  # a third place without anybody having been drawn again
            facts["places"] = told(seed, tickets, winners=3)["places"]

    assert list(verify_draw.faults(facts))


@pytest.mark.parametrize(("change", "code", "said"), [({}, 0, "as it was promised"), ({"commitment": "0"}, 1, "WRONG")])
def test_the_script_runs_alone(tmp_path: Path, change: dict[str, str], code: int, said: str) -> None:
    facts = told(bytes(32), ["aa", "bb", "cc"], again=1) | change
    (tmp_path / "contest.json").write_text(json.dumps(facts))
    (tmp_path / "verify_draw.py").write_bytes(SCRIPT.read_bytes())

    command = [sys.executable, "-I", "verify_draw.py", "contest.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, said in done.stdout) == (code, True), done.stdout + done.stderr
    winners = [f"{place['place']} {place['ticket']}" for place in facts["places"]]
    assert [line.rsplit(" ", 1)[0] for line in done.stdout.splitlines()][1:3] == winners[1:]
