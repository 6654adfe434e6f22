"""What customers ask, in figures, and what was not answered in groups of the same question."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.reports.periods import Period
from bot.reports.questions import as_json, group, questions
from bot.support.entries import read_entry, save_entry
from bot.support.knowledge import look_at_once
from bot.support.models import Question

AT = datetime(2026, 11, 6, 12, tzinfo=UTC)
WRAPPING = ("verpackt ihr geschenke", "geschenke verpacken bitte", "könnt ihr geschenke verpacken")
REPAIR = ("repariert ihr auch lampen", "lampen reparieren")


async def asked(text: str, outcome: str = "fallback", **columns: Any) -> None:
    told: dict[str, Any] = {"chat_id": 7, "locale": "de", "intent": "unknown", "asked_at": AT} | columns
    await Question.create(text=text, outcome=outcome, **told)


def test_the_same_question_in_other_words_is_one_group_the_largest_first() -> None:
    told = {"locale": "de", "last_at": AT}
    rows = [told | {"text": text, "n": 1 + (text == WRAPPING[0])} for text in (*REPAIR, *WRAPPING, "zwirbelquux")]
    found = group(rows)
    assert [(each.count, each.example) for each in found] == [(4, WRAPPING[0]), (2, REPAIR[1]), (1, "zwirbelquux")]
    assert set(found[0].texts) == set(WRAPPING)


async def test_what_has_an_answer_by_now_is_no_group_any_more(database: Settings) -> None:
    for text in (*WRAPPING, "wo ist mein paket"):
        await asked(text)
    entry = {"question": {"de": WRAPPING[0]}, "phrases": {"de": list(WRAPPING[1:])}, "answer": {"de": "Ja."}}
    assert len((await questions(Period(), tz=database.time_zone)).groups) == 1
    await save_entry("wrapping", read_entry("wrapping", entry), staff_id=7, now=AT)
    await look_at_once()
    assert (await questions(Period(), tz=database.time_zone)).groups == ()


async def test_outcomes_languages_taps_and_weeks_are_counted(database: Settings) -> None:
    await asked("wo ist #", "answer", intent="order_status")
    await asked("rechnung", "did_you_mean", intent="invoice", tapped="invoice", locale="lb")
    await asked("blorb", "did_you_mean", intent="invoice", tapped="human")
    await asked("verpackt ihr geschenke", "answer", intent="faq", faq="wrapping", helpful=True)
    await asked("geschenkt", "answer", intent="faq", faq="wrapping", helpful=False)
    # Sunday late in UTC is Monday in the shop.
    await asked("mensch", "human", intent="human", asked_at=datetime(2026, 11, 8, 23, 30, tzinfo=UTC))
    told = as_json(await questions(Period(), tz=database.time_zone))
    assert told["total"] == 6
    assert told["outcomes"]["answer"] == {"count": 3, "share": 0.5}
    assert told["outcomes"]["fallback"] == {"count": 0, "share": 0.0}
    assert told["languages"]["lb"]["count"] == 1
    assert told["intents"]["faq"]["count"] == 2
    assert told["did_you_mean"] == {"tapped": 1, "human": 1, "none": 0}
    assert told["helpful"] == {"yes": 1, "no": 1, "share": 0.5}
    assert [(week["monday"], week["answer"], week["human"]) for week in told["weeks"]] == [
        ("2026-11-02", 3, 0),
        ("2026-11-09", 0, 1),
    ]
    assert {each["example"] for each in told["unanswered"]["groups"]} == {"blorb", "geschenkt"}


async def test_only_the_days_asked_for_count(database: Settings) -> None:
    await asked("blorb")
    await asked("zwirbelquux", asked_at=AT - timedelta(days=30))
    told = await questions(Period(date(2026, 11, 1), date(2026, 11, 30)), tz=database.time_zone)
    assert (told.total, [each.example for each in told.groups]) == (1, ["blorb"])


async def test_before_anything_was_asked_there_is_nothing(database: Settings) -> None:
    told = as_json(await questions(Period(), tz=database.time_zone))
    assert (told["total"], told["weeks"], told["unanswered"]) == (0, [], {"count": 0, "groups": []})
    assert told["outcomes"]["answer"] == {"count": 0, "share": None}


def test_thousands_of_wordings_are_grouped_in_one_go() -> None:
    rows = [{"text": f"wort{n} sache{n % 40}", "locale": "de", "n": 1, "last_at": AT} for n in range(400)]
    assert sum(each.count for each in group(rows)) == 400
