"""How far the demo has come: its clock's place and its story's, so that a demo started again goes on there."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.db import unit_of_work
from bot.demo.models import DemoWorld

THE_ONE = 1
OPENS_AT = time(10)
SATURDAY = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Seconds by which the shop's clock is ahead of the real one, and how many turns of the story were told."""

    ahead_s: int = 0
    turns_told: int = 0


async def find_place() -> Place | None:
    """None where there is no demo."""
    world = await DemoWorld.get_or_none(id=THE_ONE)
    return Place(world.ahead_s, world.turns_told) if world else None


async def find_ahead() -> timedelta:
    """How far the shop's clock is ahead of the real one; not at all outside a demo."""
    place = await find_place()
    return timedelta(seconds=place.ahead_s if place else 0)


@unit_of_work
async def keep_place(place: Place) -> None:
    await DemoWorld.filter(id=THE_ONE).update(ahead_s=place.ahead_s, turns_told=place.turns_told)


def next_opening(now: datetime, zone: ZoneInfo) -> datetime:
    """Ten in the morning of the next working day: at whatever hour somebody tries the demo, it is the same story.

    At night its messages would wait for the morning, and nobody of the shop would be there to ask.
    """
    local = now.astimezone(zone)
    day = local.date() if local.time() < OPENS_AT else local.date() + timedelta(days=1)
    while day.isoweekday() >= SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, OPENS_AT, zone).astimezone(now.tzinfo)
