"""Waves of a recurring survey: each quarter of the shop beside all time, the last against the one right before it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES, Settings
from bot.reports.periods import Period
from bot.reports.satisfaction import Report, as_json, report
from bot.reports.wording import group_names, remarks
from tests.support.answers import given

BERLIN = ZoneInfo("Europe/Berlin")


async def waves() -> Report:
    return await report("nps", period=Period(), by="quarter", tz=BERLIN)


async def test_each_wave_stands_beside_all_time_and_the_last_is_compared(database: Settings) -> None:
    for at, counts in (
        (datetime(2026, 5, 15, tzinfo=UTC), {10: 1, 0: 9}),
        (datetime(2026, 7, 1, tzinfo=UTC), {10: 25, 7: 15, 3: 10}),
        (datetime(2026, 9, 30, 21, 59, tzinfo=UTC), {10: 25, 7: 15, 3: 10}),
        (datetime(2026, 9, 30, 22, 0, tzinfo=UTC), {10: 60, 7: 25, 3: 15}),  # in Berlin it is October
    ):
        await given("nps", counts, at=at)

    found = as_json(await waves())

    assert (found["n"], found["score"]) == (210, pytest.approx(31.9, abs=0.01))
    assert [(each["key"], each["n"], each["score"]) for each in found["groups"]] == [
        *(("2026-Q2", 10, -80.0), ("2026-Q3", 100, 30.0), ("2026-Q4", 100, 45.0)),
    ]
    assert all(each["low"] < each["score"] < each["high"] for each in found["groups"])
    assert (found["change"]["delta"], found["change"]["z"]) == (15.0, 1.3942)


async def test_the_last_wave_is_told_against_the_one_right_before_it_and_no_other(database: Settings) -> None:
    await given("nps", {9: 20}, at=datetime(2026, 5, 5, tzinfo=UTC))
    await given("nps", {3: 20}, at=datetime(2026, 11, 5, tzinfo=UTC))
    assert as_json(await waves())["change"] is None

    await given("nps", {9: 20}, at=datetime(2026, 8, 5, tzinfo=UTC))
    told = await waves()

    assert [remarks(told, locale)[0].replace("\u00a0", " ") for locale in LOCALES] == [
        "Q4 2026: -100 (-100 bis -70, n=20), signifikant unter dem Quartal davor.",
        "Q4 2026: -100 (-100 to -70, n=20), significantly below the quarter before.",
        "T4 2026 : -100 (de -100 à -70, n=20), significativement en dessous du trimestre précédent.",
        "Q4 2026: -100 (-100 bis -70, n=20), signifikant ënner dem Quartal virdrun.",
    ]
    assert await group_names(["2026-Q3"], "quarter", "fr") == {"2026-Q3": "T3 2026"}
