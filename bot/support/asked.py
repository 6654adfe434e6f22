"""What was asked and what came of it, for the report: a row a question, without the numbers and addresses it names."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.config import Locale
from bot.db import unit_of_work
from bot.shop.rows import fetch
from bot.support.mentions import without_numbers
from bot.support.models import Question
from bot.support.results import Answer, DidYouMean, FaqFound, Intent, Outcome
from bot.tickets.turns import clip

LONGEST_KEPT = 300
INSERT = """INSERT INTO support_question (chat_id, text, locale, intent, faq, outcome, asked_at)
 VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"""


@dataclass(frozen=True, slots=True)
class PastQuestion:
    """One that was asked elsewhere, with the columns of models.Question."""

    text: str
    locale: Locale
    intent: Intent
    outcome: Outcome
    asked_at: datetime
    faq: str | None = None
    tapped: str | None = None
    helpful: bool | None = None


log = structlog.get_logger(__name__)


async def note_question(text: str, understood: Answer, *, chat_id: int, locale: Locale, now: datetime) -> int:
    """The id of the row; 0 when it could not be written, which keeps nobody from an answer.

    A list of orders or products to choose from is an answer, too.
    """
    result = understood.result
    outcome: Outcome = understood.outcome
    if outcome == "did_you_mean" and not isinstance(result, DidYouMean):
        outcome = "answer"
    faq = result.key if isinstance(result, FaqFound) else None
    return await _note(kept_of(text), chat_id, locale, understood.intent, faq, outcome, now)


async def note_human(text: str, *, chat_id: int, locale: Locale, now: datetime) -> int:
    """Somebody has asked for a human in so many words; as above."""
    return await _note(kept_of(text), chat_id, locale, "human", None, "human", now)


async def note_tap(asked: int, tapped: str, *, chat_id: int, faq: str | None = None) -> None:
    """What "did you mean" meant: the last tap counts; of somebody else's question nothing changes."""
    if asked:
        await _harmless(_change, asked, chat_id, tapped=tapped, faq=faq)


def tap_on_entry(key: str) -> str:
    """How a tap on an entry is noted, beside the names of intents."""
    return f"faq:{key}"


async def note_helpful(asked: int, *, yes: bool, chat_id: int) -> None:
    """Whether an answer has helped; as above."""
    await _harmless(_change, asked, chat_id, helpful=yes)


@unit_of_work
async def note_past(questions: Sequence[PastQuestion]) -> None:
    """Questions from before, of nobody's; where there are such questions already, nothing changes."""
    if not await Question.filter(chat_id=None).exists():
        await Question.bulk_create([Question(**asdict(each)) for each in questions])


def kept_of(text: str) -> str:
    """What is kept of a question: its beginning, in one line, without numbers, addresses and links."""
    return clip(without_numbers(text), LONGEST_KEPT)


async def _note(*row: Any) -> int:
    text, chat_id, locale, intent, faq, outcome, now = row
    rows = await _harmless(fetch, INSERT, chat_id, text, locale, intent, faq, outcome, now)
    return int(rows[0]["id"]) if rows else 0


async def _harmless(verb: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Any:
    """What is only counted must not cost anybody their answer; the error's own text may hold what was typed."""
    try:
        return await verb(*args, **kwargs)
    except Exception as error:  # noqa: BLE001  # whatever it is, the customer comes first
        log.error("question not noted", error=type(error).__name__)
        return None


@unit_of_work
async def _change(asked: int, chat_id: int, **columns: Any) -> None:
    await Question.filter(id=asked, chat_id=chat_id).update(**columns)
