"""What the demo shop answers itself, and what people asked before it opened."""

import tomllib
from datetime import datetime, timedelta
from functools import cache

from bot.demo.content import SHOP, Json
from bot.support.asked import PastQuestion, note_past
from bot.support.faq_files import bring_in

FAQ, QUESTIONS = SHOP / "faq.toml", SHOP / "questions.toml"


async def fill_in(now: datetime) -> None:
    """The entries and the questions; a second time changes nothing."""
    await bring_in(tomllib.loads(FAQ.read_text("utf-8")), name=str(FAQ), now=now)
    await note_past(past_questions(now))


def past_questions(now: datetime) -> list[PastQuestion]:
    """Spread over the weeks before, by day."""
    told = _told()
    past = []
    for number, asked in enumerate(told["asked"]):
        for time in range(asked["times"]):
            ago = timedelta(days=told["days"] * (time + 0.5) / asked["times"], hours=(number * 5 + time * 3) % 11)
            past.append(_question(asked, time, now - ago))
    return past


def _question(asked: Json, time: int, at: datetime) -> PastQuestion:
    helpful = True if time < asked.get("helpful", 0) else None
    if helpful is None and time < asked.get("helpful", 0) + asked.get("unhelpful", 0):
        helpful = False
    return PastQuestion(
        text=asked["texts"][time % len(asked["texts"])],
        locale=asked["locale"],
        intent=asked["intent"],
        outcome=asked["outcome"],
        asked_at=at,
        faq=asked.get("faq"),
        tapped=asked.get("tapped"),
        helpful=helpful,
    )


@cache
def _told() -> Json:
    return tomllib.loads(QUESTIONS.read_text("utf-8"))
