"""Keeps forecasts: learnt from the shop's own history by the timetable, stored a lane a row, read when needed."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.shipping.forecasts import Journey, Lane, Lessons, Stage, Stages
from bot.shipping.journeys import past_journeys
from bot.shipping.models import Forecast
from bot.shipping.replay import Outlook, Replay, Score, replay
from bot.shipping.thresholds import thresholds

KEPT = ("stages", "learned", "judged", "late", "warned", "hits", "is_on", "computed_at")

log = structlog.get_logger(__name__)


async def learn(now: datetime, settings: Settings) -> int:
    """Learn and replay anew, off the event loop, and store what came of it; how many lanes there are."""
    journeys: list[Journey] = []
    async for page in past_journeys(now, settings):
        journeys += page
        await asyncio.sleep(0)
    done = await asyncio.to_thread(replay, journeys, now=now)
    await _store(done, now)
    log.info("forecasts learnt", parcels=len(journeys), lanes=len(done.lessons.stages), warnings=len(done.warnings))
    return len(done.lessons.stages)


async def read_outlook(carrier: str | None = None) -> Outlook:
    """What was learnt last; one query."""
    rows = Forecast.filter(carrier=carrier) if carrier is not None else Forecast.all()
    lessons, scores = Lessons(), dict[Lane, Score]()
    for row in await rows:
        lane = row.carrier, row.country
        lessons.stages[lane] = read_stages(row.stages)
        lessons.learned[lane] = row.learned
        scores[lane] = Score(row.judged, row.late, row.warned, row.hits)
    return Outlook(lessons, scores)


async def list_forecasts() -> dict[str, Any]:
    """How well each lane did in the replay, for people; `state` says whether customers are told, and why not."""
    rows = await Forecast.all().order_by("carrier", "country")
    newest = max((row.computed_at for row in rows), default=None)
    scores = {(row.carrier, row.country): Score(row.judged, row.late, row.warned, row.hits) for row in rows}
    lanes = [_told(row, scores) for row in rows]
    return {"computed_at": newest and newest.isoformat(timespec="seconds"), "lanes": lanes}


def _told(row: Forecast, scores: Mapping[Lane, Score]) -> dict[str, Any]:
    lane = row.carrier, row.country
    score = scores[lane]
    return {
        "carrier": row.carrier,
        "country": row.country or None,
        "parcels": row.learned,
        "judged": row.judged,
        "late": row.late,
        "warned": row.warned,
        "right": row.hits,
        "precision": score.precision,
        "recall": score.recall,
        "is_on": row.is_on,
        "state": _state(Outlook(scores=dict(scores)), lane),
    }


def _state(outlook: Outlook, lane: Lane) -> str:
    score, limits = outlook.scores[lane], thresholds(*lane)
    by_itself = score.warned >= limits.predicted_warnings
    if outlook.is_on(lane):
        return "on" if by_itself else "on, by its carrier anywhere"
    return "off: not precise enough" if by_itself else "off: too few warnings"


def write_stages(stages: Stages) -> dict[str, dict[str, int]]:
    """As JSON has it: `{"days gone:rank": {"days until arrival": parcels}}`."""
    return {
        f"{gone}:{rank}": {str(day): number for day, number in sorted(arrivals.items())}
        for (gone, rank), arrivals in sorted(stages.items())
    }


def read_stages(stored: Mapping[str, Mapping[str, int]]) -> dict[Stage, Counter[int]]:
    found = {}
    for stage, arrivals in stored.items():
        gone, _, rank = stage.partition(":")
        found[int(gone), int(rank)] = Counter({int(day): number for day, number in arrivals.items()})
    return found


@unit_of_work
async def _store(done: Replay, now: datetime) -> None:
    """A lane a row; what nothing is known of any more goes."""
    lanes: Sequence[Lane] = sorted({*done.lessons.stages, *done.scores})
    rows = [_row(done, lane, now) for lane in lanes]
    await Forecast.bulk_create(rows, on_conflict=("carrier", "country"), update_fields=KEPT)
    await Forecast.filter(computed_at__lt=now).delete()


def _row(done: Replay, lane: Lane, now: datetime) -> Forecast:
    score, (carrier, country) = done.scores.get(lane, Score()), lane
    return Forecast(
        carrier=carrier,
        country=country,
        stages=write_stages(done.lessons.stages.get(lane, {})),
        learned=done.lessons.learned[lane],
        judged=score.judged,
        late=score.late,
        warned=score.warned,
        hits=score.hits,
        is_on=done.is_on(lane),
        computed_at=now,
    )
