"""Answers from before the demo opened, and the orders they were about, as lines of an import file.

Figures about nothing show nothing: these make `/report` and `main.py report` worth a look on the first day. The orders
belong to nobody, so nobody is asked, rewarded or told because of them.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from bot.demo.content import SHOP, Json, list_originals
from bot.demo.facts import Opening

SOURCE = "shopify"
FIRST_NUMBER = 90_001
# How it was is asked a day after the delivery, whether to recommend the shop after a week.
BEFORE_DELIVERY, UNTIL_ASKED = timedelta(days=5), {"csat": timedelta(days=1), "nps": timedelta(days=7)}
MOST = {"csat": 5, "nps": 10}
LEAST = {"csat": 1, "nps": 0}
# Up to the first an answer is unhappy, up to the second neither.
MOODS = {"csat": (2, 3), "nps": (6, 8)}
WITH_WORDS = 0.25
# The shop has become better: at the end of the three months this much more often.
GAINED = 0.25


def past_lines(opening: Opening) -> Iterator[Json]:
    """Orders that were delivered in the months before, and what their buyers answered; the same every time."""
    told = _told()
    for index in range(told["orders"]):
        delivered_at = opening.at - timedelta(days=8) - timedelta(days=told["days"] * index / told["orders"])
        lane = _lane(index)
        yield _order(index, lane, delivered_at, opening)
        yield from _answers(index, lane, delivered_at, 1 - index / told["orders"])


@cache
def _told() -> Json:
    return tomllib.loads((SHOP / "past.toml").read_text("utf-8"))


def _order(index: int, lane: Json, delivered_at: datetime, opening: Opening) -> Json:
    product = _pick(list_originals(), f"product:{index}")
    number = FIRST_NUMBER + index
    return {
        "type": "order",
        "number": str(number),
        "external_id": str(number),
        "source": SOURCE,
        "placed_at": (delivered_at - BEFORE_DELIVERY).isoformat(),
        "status": "completed",
        "currency": "EUR",
        "total": product["price"],
        "ship_to": {"country": lane["country"]},
        "lines": [
            {
                "sku": product["sku"],
                "name": product["name"][lane["language"]],
                "quantity": 1,
                "unit_price": product["price"],
            }
        ],
        "shipments": [
            {
                "carrier": lane["carrier"],
                "tracking_number": f"DEMO{number}-1",
                "tracking_url": f"{opening.pages}/parcel?number=DEMO{number}-1",
                "events": [{"occurred_at": delivered_at.isoformat(), "status": "delivered", "text": "", "place": ""}],
            }
        ],
    }


def _answers(index: int, lane: Json, delivered_at: datetime, lateness: float) -> Iterator[Json]:
    for survey, share in _told()["answering"].items():
        if _share(f"answers:{survey}:{index}") >= share / 100:
            continue
        score = _score(survey, index, min(1.0, lane["luck"] + GAINED * (lateness - 0.5)))
        yield {
            "type": "answer",
            "survey": survey,
            "order": str(FIRST_NUMBER + index),
            "source": SOURCE,
            "score": score,
            "comment": _words(survey, index, score, lane["language"]),
            "locale": lane["language"],
            "answered_at": (delivered_at + UNTIL_ASKED[survey]).isoformat(),
        }


def _score(survey: str, index: int, luck: float) -> int:
    """Mostly happy where the luck is good; else anything."""
    unhappy, neither = MOODS[survey]
    draw, inside = _share(f"mood:{survey}:{index}"), _share(f"score:{survey}:{index}")
    if draw < luck:
        first, last = neither + 1, MOST[survey]
    elif draw < luck + (1 - luck) / 2:
        first, last = unhappy + 1, neither
    else:
        first, last = LEAST[survey], unhappy
    return first + int(inside * (last - first + 1))


def _words(survey: str, index: int, score: int, language: str) -> str | None:
    if _share(f"words:{survey}:{index}") >= WITH_WORDS:
        return None
    unhappy, neither = MOODS[survey]
    mood = 0 if score <= unhappy else 1 if score <= neither else 2
    return str(_pick(_told()["words"][language][mood], f"which:{survey}:{index}"))


def _lane(index: int) -> Json:
    lanes: list[Json] = _told()["lanes"]
    draw = _share(f"lane:{index}") * sum(lane["share"] for lane in lanes)
    for lane in lanes:
        draw -= lane["share"]
        if draw < 0:
            return lane
    return lanes[-1]


def _pick(among: list[Any], what: str) -> Any:
    return among[int(_share(what) * len(among))]


def _share(what: str) -> float:
    """From 0 to just below 1, the same at every start."""
    return int.from_bytes(hashlib.blake2b(what.encode(), digest_size=4).digest()) / 2**32
