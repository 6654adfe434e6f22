"""What is kept of a typed question: what came of it, and its words without anything that leads to somebody."""

from datetime import UTC, datetime

import pytest

from bot.config import Settings
from bot.db import connection
from bot.support.asked import kept_of, note_helpful, note_human, note_question, note_tap
from bot.support.models import Question
from bot.support.results import Answer, DidYouMean, OrderChoice

AT = datetime(2026, 11, 6, 12, tzinfo=UTC)
UNSURE = Answer(DidYouMean(("invoice", "contact")), "invoice", 0.4)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("wo ist\n 4711?", "wo ist #"),
        ("ich bin anna@example.org, 0151 23 45 67 89", "ich bin #"),
        ("siehe https://example.org/x und www.example.org", "siehe # und #"),
        ("+49 (151) 2345678 bitte anrufen", "# bitte anrufen"),
        ("٤٧١١ где", "# где"),
        ("wort " * 100, "wort " * 59 + "wort…"),
        ("a" * 4_096, "a" * 299 + "…"),
    ],
)
def test_nothing_is_kept_that_leads_to_somebody(typed: str, kept: str) -> None:
    assert kept_of(typed) == kept
    assert len(kept_of(typed)) <= 300


async def test_a_list_to_choose_from_is_an_answer_and_a_guess_is_none(database: Settings) -> None:
    chosen = Answer(OrderChoice(("1", "2")), "order_status", 1.0)
    for understood in (UNSURE, chosen):
        assert await note_question("wo?", understood, chat_id=7, locale="de", now=AT)
    assert await note_human("mensch", chat_id=7, locale="de", now=AT)
    rows = await Question.all().order_by("id").values_list("outcome", "intent", "text")
    assert rows == [("did_you_mean", "invoice", "wo?"), ("answer", "order_status", "wo?"), ("human", "human", "mensch")]


async def test_the_last_tap_counts_and_nobody_taps_for_somebody_else(database: Settings) -> None:
    asked = await note_question("?", UNSURE, chat_id=7, locale="de", now=AT)
    for tapped, chat_id in (("invoice", 7), ("contact", 7), ("privacy", 8)):
        await note_tap(asked, tapped, chat_id=chat_id)
    await note_helpful(asked, yes=False, chat_id=8)
    row = await Question.get(id=asked)
    assert (row.tapped, row.helpful) == ("contact", None)
    await note_helpful(asked, yes=False, chat_id=7)
    assert (await Question.get(id=asked)).helpful is False


async def test_what_cannot_be_written_costs_nobody_their_answer(database: Settings) -> None:
    await connection().execute_script("ALTER TABLE support_question RENAME TO elsewhere")
    try:
        assert await note_question("?", UNSURE, chat_id=7, locale="de", now=AT) == 0
        await note_tap(1, "invoice", chat_id=7)
    finally:
        await connection().execute_script("ALTER TABLE elsewhere RENAME TO support_question")
