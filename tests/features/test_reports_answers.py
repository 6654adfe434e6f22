"""What became of the invitations, what customers wrote, and answers as a table that harms no spreadsheet."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from bot.reports.comments import NO_REASON, newest_comments
from bot.reports.exports import A_PAGE, FORMULA_STARTS, answers_csv, harmless
from bot.reports.funnel import Funnel, funnel
from bot.reports.periods import Period
from bot.reports.satisfaction import report
from bot.shop.models import Customer
from bot.statistics import Metric
from tests.support.answers import ANSWERED, a_plan, an_answer, given
from tests.support.builders import a_customer, an_order

BERLIN = ZoneInfo("Europe/Berlin")
EVERYTHING = Period()


async def told(metric: Metric | None = "nps", period: Period = EVERYTHING) -> Funnel:
    return await funnel(metric, period=period, tz=BERLIN)


async def exported(metric: Metric | None = None, period: Period = EVERYTHING) -> list[dict[str, str]]:
    text = "".join([piece async for piece in answers_csv(metric, period=period, tz=BERLIN)])
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def answered(customer: Customer, *, comment: str | None = None, **columns: Any) -> None:
    plan = await a_plan(customer, status="answered", **columns)
    await an_answer(9, plan_id=plan.id, customer_id=customer.id, comment=comment)


@pytest.mark.usefixtures("database")
class TestFunnel:
    async def test_every_invitation_is_counted_at_each_stage_it_reached(self) -> None:
        anna = await a_customer()
        await a_plan(anna, status="planned", push=None)
        await a_plan(anna, push="waiting")
        await a_plan(anna)
        await a_plan(anna, status="expired")
        await answered(anna)
        await answered(anna, comment="Thanks")
        await a_plan(anna, push="failed", push_why="blocked")
        await a_plan(anna, push="failed", push_why="server_error")

        found = await told()

        assert found == Funnel(
            planned=8, waiting=2, withheld={}, sent=6, delivered=4, blocked=1, failed=1, tapped=2,
            commented=1, expired=1,
        )  # fmt: skip
        assert found.response_rate == 0.5

    async def test_who_was_not_asked_is_counted_by_the_reason(self) -> None:
        anna = await a_customer()
        for why in ("no_consent", "no_consent", "hold_case"):
            await a_plan(anna, status="withheld", push=None, why=why)
        await a_plan(anna, status="cancelled", push=None, why="cancelled")
        await a_plan(anna, push="skipped", push_why="hold_case")
        await a_plan(anna, push="skipped", push_why="blocked")

        found = await told()

        assert found.withheld == {"no_consent": 2, "hold_case": 2, "cancelled": 1}
        assert (found.planned, found.sent, found.blocked) == (6, 0, 1)
        assert found.response_rate is None

    async def test_a_rating_that_nobody_asked_for_is_an_answer_but_no_response(self) -> None:
        anna = await a_customer()
        await answered(anna, source="card", push=None)
        await a_plan(anna)

        found = await report("nps", period=EVERYTHING, tz=BERLIN)

        assert found.estimate.n == 1
        assert (found.funnel.planned, found.funnel.response_rate) == (1, 0)

    async def test_of_one_metric_and_one_period(self) -> None:
        anna = await a_customer()
        await a_plan(anna, metric="csat")
        await a_plan(anna, due_at=ANSWERED - timedelta(days=30))

        assert (await told("csat")).planned == 1
        assert (await told(None)).planned == 2
        assert (await told(None, Period(first=date(2026, 11, 1)))).planned == 1


@pytest.mark.usefixtures("database")
class TestComments:
    async def test_the_newest_come_first_under_each_reason_they_give(self) -> None:
        order = await an_order("4711")
        for day, reasons, text in ((1, ["late"], "old"), (2, ["late", "price"], "new"), (3, ["late"], None)):
            at = datetime(2026, 11, day, tzinfo=UTC)
            await an_answer(3, at=at, reasons=reasons, comment=text, order_id=order.id)
        await given("nps", {9: 1}, comment="Fine", order_number="0815")

        found = await newest_comments("nps", period=EVERYTHING, tz=BERLIN)

        assert [(each.reason, each.answers) for each in found] == [("late", 3), ("price", 1), (NO_REASON, 1)]
        assert [comment.text for comment in found[0].comments] == ["new", "old"]
        assert found[0].comments[0].number == "4711"
        assert (found[2].comments[0].number, found[2].comments[0].imported) == ("0815", True)

    async def test_only_so_many_a_reason(self) -> None:
        await given("csat", {1: 5}, comment="Late", reasons=["late"])

        [late] = await newest_comments(None, period=EVERYTHING, tz=BERLIN, most=2)

        assert (late.answers, len(late.comments)) == (5, 2)


@pytest.mark.usefixtures("database")
class TestExport:
    async def test_every_answer_is_a_row_also_beyond_one_page(self) -> None:
        order = await an_order("4711", ship_country="LU")
        await given("nps", {9: A_PAGE})
        await an_answer(
            1, metric="csat", order_id=order.id, reasons=["late", "price"], comment='Zu spät,\n"leider"', locale="de",
            definition="delivery_csat",
        )  # fmt: skip

        rows = await exported()

        assert len(rows) == A_PAGE + 1
        assert rows[0]["imported"] == "yes"
        del rows[-1]["id"]
        assert rows[-1] == {
            "answered_at": "2026-11-10T12:00:00+00:00",
            "metric": "csat",
            "survey": "delivery_csat",
            "score": "1",
            "reasons": "late price",
            "comment": 'Zu spät,\n"leider"',
            "language": "de",
            "country": "LU",
            "order": "4711",
            "imported": "no",
        }
        assert len(await exported("csat")) == 1
        assert await exported(period=Period(last=date(2026, 11, 9))) == []

    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u00a0=1",
            "\uff1d1+1",
            "\uff20x",
            '=HYPERLINK("http://x","y")',
            "x;=1+cmd|' /C calc'!A0".replace("'", ""),
            "a\n=1",
            "a;\u3000=1;-2",
            "\ufeff=1",
        ],
    )
    async def test_a_formula_arrives_as_text(self, text: str) -> None:
        await given("nps", {9: 1}, comment=text, order_number=text)

        [row] = await exported()

        assert row["comment"] == row["order"] == harmless(text)
        assert row["comment"].replace("'", "") == text
        for separator in ";\t":
            told = csv.reader(io.StringIO(harmless(text), newline=""), delimiter=separator)
            assert not [cell for line in told for cell in line if cell.strip().startswith(FORMULA_STARTS)]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("text", ['x;"=1+1;', 'x;""=1+1', 'x,;"=cmd|A0;y', 'a\n"=1', '"=1', '";=1', 'x\t "@a'])
async def test_no_quotes_open_a_formula_for_who_separates_by_something_else(text: str) -> None:
    await given("nps", {9: 1}, comment=text)
    file = "".join([piece async for piece in answers_csv(None, period=EVERYTHING, tz=BERLIN)])

    for separator in ",;\t":
        for line in csv.reader(io.StringIO(file, newline=""), delimiter=separator):
            assert not [cell for cell in line if cell.strip(' "').startswith(FORMULA_STARTS)], separator


@for_all(st.text(st.one_of(st.characters(), st.sampled_from("=+-@;\t\r\n ' \u3000\ufeff\uff1d"))))
def test_no_text_begins_like_a_formula_and_none_is_lost(text: str) -> None:
    told = harmless(text)
    assert told.replace("'", "") == text.replace("'", "")
    for cell in re.split(r"[;\t\r\n]", told):
        assert not cell.strip().lstrip("\ufeff").startswith(FORMULA_STARTS)
