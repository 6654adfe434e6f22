"""Reports count what was answered: periods in the shop's time, groups by what is known, change against before."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES, Settings
from bot.reports.periods import Period, PeriodError, offsets, read_period
from bot.reports.satisfaction import Report, as_json, report
from bot.reports.segments import SEGMENTS, By, following
from bot.reports.wording import remarks, sentence
from bot.statistics import Metric
from tests.support.answers import ANSWERED, a_plan, an_answer, given
from tests.support.builders import Item, a_customer, a_product, an_order, parcel

BERLIN = ZoneInfo("Europe/Berlin")
EVERYTHING = Period()
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
KEYS = {"metric", "n", "score", "low", "high", "distribution", "response_rate", "groups", "change"}


async def told(metric: Metric = "nps", *, by: By | None = None, period: Period = EVERYTHING) -> Report:
    return await report(metric, period=period, by=by, tz=BERLIN)


async def groups(by: By, metric: Metric = "nps") -> dict[str, tuple[int, float | None]]:
    return {group.key: (group.estimate.n, group.estimate.score) for group in (await told(metric, by=by)).groups}


async def test_the_figures_of_the_rules_come_out_of_the_database(database: Settings) -> None:
    await given("nps", {10: 30, 9: 20, 8: 15, 7: 15, 6: 10, 0: 10})
    await given("csat", {5: 400, 4: 30, 2: 70})

    nps = as_json(await told())

    assert set(nps) == KEYS
    assert (nps["metric"], nps["n"], nps["score"]) == ("nps", 100, 30.0)
    assert (nps["low"], nps["high"]) == pytest.approx((14.1, 44.2), abs=0.05)
    assert nps["distribution"] == {str(n): 0 for n in range(11)} | {
        "10": 30,
        "9": 20,
        "8": 15,
        "7": 15,
        "6": 10,
        "0": 10,
    }
    assert (nps["groups"], nps["change"], nps["response_rate"]) == ([], None, None)
    assert (await told("csat")).estimate.score == 86
    assert (await told("ces")).estimate.n == 0


async def test_a_period_is_days_of_the_shop_and_is_compared_with_the_one_before(database: Settings) -> None:
    await given("nps", {10: 50, 7: 30, 3: 20}, at=datetime(2026, 10, 2, 12, tzinfo=UTC))
    await given("nps", {10: 60, 7: 25, 3: 15}, at=datetime(2026, 11, 30, 22, 59, tzinfo=UTC))
    await given("nps", {0: 1}, at=datetime(2026, 11, 30, 23, 0, tzinfo=UTC))  # in Berlin it is December
    await given("nps", {0: 1}, at=datetime(2026, 10, 1, 21, 59, tzinfo=UTC))  # and here 31 days before November

    found = as_json(await told(period=NOVEMBER))

    assert (found["n"], found["score"]) == (100, 45.0)
    assert found["change"] == {"delta": 15.0, "z": 1.3942, "p": pytest.approx(0.163, abs=0.0005), "significant": False}


async def test_nothing_is_compared_without_a_first_day(database: Settings) -> None:
    await given("nps", {10: 50})

    assert (await told(period=Period(last=date(2026, 12, 31)))).change is None
    assert (await told()).change is None


async def test_weeks_and_months_are_those_of_the_shop_across_the_change_of_time(database: Settings) -> None:
    for moment in (
        datetime(2026, 10, 24, 21, 59, tzinfo=UTC),  # Saturday 23:59, +2
        datetime(2026, 10, 25, 22, 59, tzinfo=UTC),  # Sunday 23:59, +1
        datetime(2026, 10, 25, 23, 0, tzinfo=UTC),  # Monday
        datetime(2026, 10, 31, 22, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 10, 31, 23, 0, tzinfo=UTC),  # November
        datetime(2026, 12, 31, 23, 30, tzinfo=UTC),  # 2027, in the week that began in 2026
    ):
        await given("nps", {10: 1}, at=moment)

    months, weeks = await groups("month"), await groups("week")

    assert {key: n for key, (n, _) in months.items()} == {"2026-10": 4, "2026-11": 1, "2027-01": 1}
    assert {key: n for key, (n, _) in weeks.items()} == {"2026-W43": 2, "2026-W44": 3, "2026-W53": 1}
    assert list(weeks) == sorted(weeks)


async def test_an_answer_counts_once_in_each_group_of_its_order(database: Settings) -> None:
    await a_product("TEA", category="Kitchen")
    await a_product("MUG", category="Kitchen")
    lines = [Item(sku="TEA"), Item(sku="TEA"), Item(sku="MUG"), Item(sku=None, name="Gift wrap")]
    parcels = [parcel("delivered", carrier="DHL eCommerce"), parcel("delivered", carrier="dhl"), parcel(carrier="GLS")]
    order = await an_order(lines=lines, parcels=parcels, ship_country="LU")
    await given("nps", {10: 1}, order_id=order.id)
    await given("nps", {0: 1})

    assert await groups("product") == {"TEA": (1, 100), "MUG": (1, 100), "Gift wrap": (1, 100), "unknown": (1, -100)}
    assert await groups("category") == {"Kitchen": (1, 100), "unknown": (1, -100)}
    assert await groups("carrier") == {"dhl": (1, 100), "gls": (1, 100), "unknown": (1, -100)}
    assert await groups("country") == {"LU": (1, 100), "unknown": (1, -100)}
    assert await groups("survey") == {"imported": (2, 0)}


async def test_of_two_parcels_the_carrier_is_that_of_the_one_asked_about(database: Settings) -> None:
    order = await an_order(parcels=[parcel("delivered", carrier="dhl"), parcel("delivered", carrier="gls")])
    customer = await a_customer()
    second = (await order.shipments.all().order_by("position"))[1]  # type: ignore[attr-defined]  # Tortoise's back reference
    plan = await a_plan(customer, metric="csat", order=order, shipment_id=second.id)
    await an_answer(5, metric="csat", order_id=order.id, plan_id=plan.id, customer_id=customer.id)

    assert await groups("carrier", "csat") == {"gls": (1, 100)}


async def test_languages_are_one_however_they_are_spelled_and_the_customers_where_none_is_told(
    database: Settings,
) -> None:
    order = await an_order(customer=await a_customer(locale="fr-FR"))
    await given("nps", {10: 1}, order_id=order.id)
    for locale in ("de", "de-AT", "DE_de"):
        await given("nps", {0: 1}, locale=locale)

    assert await groups("language") == {"de": (3, -100), "fr": (1, 100)}


async def test_a_first_order_is_the_first_of_the_person_at_whatever_address(database: Settings) -> None:
    home = await a_customer(source="s", external_id="7", postal_key="10115")
    office = await a_customer(source="s", external_id="7", postal_key="80331")
    guest, again = [await a_customer(email="mail@example.org", postal_key=key) for key in ("1", "2")]
    day = datetime(2026, 11, 1, tzinfo=UTC)
    for customer, score, days in (
        (home, 10, 0), (office, 0, 1), (guest, 10, 0), (again, 0, 3), (await a_customer(), 10, 5),
    ):  # fmt: skip
        order = await an_order(customer=customer, placed_at=day + timedelta(days=days))
        await given("nps", {score: 1}, order_id=order.id)
    tried = await an_order(customer=await a_customer(source="s", external_id="9"), placed_at=day, is_test=True)
    real = await an_order(customer_id=tried.customer_id, placed_at=day + timedelta(days=1))
    await given("nps", {10: 1}, order_id=real.id)

    assert await groups("first-order") == {"first": (4, 100), "repeat": (2, -100)}


async def test_of_one_customer_the_last_nps_of_a_quarter_counts_and_nameless_ones_all(database: Settings) -> None:
    customer = await a_customer()
    january, february, april = (datetime(2026, month, 10, tzinfo=UTC) for month in (1, 2, 4))
    for at, score in ((january, 0), (february, 10), (april, 10)):
        await an_answer(score, at=at, customer_id=customer.id)
        await an_answer(score, metric="ces", at=at, customer_id=customer.id)
    await given("nps", {0: 3}, at=january)
    await given("nps", {0: 1}, at=january, customer_id=customer.id)

    assert (await told()).counts == {10: 2, 0: 4}
    assert (await told(period=Period(last=date(2026, 1, 31)))).counts == {0: 5}
    assert (await told("ces")).estimate.n == 3


async def test_a_quarter_begins_at_midnight_of_the_shop(database: Settings) -> None:
    customer = await a_customer()
    for at, score in (
        (datetime(2026, 11, 10, tzinfo=UTC), 10),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), 10),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), 0),  # in Berlin it is the new year
        (datetime(2027, 3, 31, 21, 59, tzinfo=UTC), 5),
        (datetime(2027, 3, 31, 22, 0, tzinfo=UTC), 9),  # and summer, and April
    ):
        await an_answer(score, at=at, customer_id=customer.id)

    assert (await told()).counts == {10: 1, 5: 1, 9: 1}
    assert (await told(period=Period(last=date(2026, 12, 31)))).counts == {10: 1}
    assert {key: n for key, (n, _) in (await groups("month")).items()} == {"2026-12": 1, "2027-03": 1, "2027-04": 1}
    assert await groups("quarter") == {"2026-Q4": (1, 100), "2027-Q1": (1, -100), "2027-Q2": (1, 100)}


@pytest.mark.parametrize("by", SEGMENTS)
@pytest.mark.parametrize("metric", ["nps", "csat", "ces"])
async def test_every_group_can_be_asked_for_and_of_nothing_there_are_none(
    database: Settings, metric: Metric, by: By
) -> None:
    assert (await told(metric, by=by, period=NOVEMBER)).groups == ()
    await given(metric, {5: 2})
    assert sum(group.estimate.n for group in (await told(metric, by=by, period=NOVEMBER)).groups) == 2


async def test_the_sentence_that_matters(database: Settings) -> None:
    await given("nps", {10: 50, 7: 30, 3: 20})
    earlier = ANSWERED - timedelta(days=30)
    await given("nps", {10: 40, 7: 35, 3: 25}, at=earlier)

    assert sentence(await told(), "en") == "NPS 22 (11 to 33, n=200)."
    assert sentence(await told(period=NOVEMBER), "en") == (
        "NPS 30 (14 to 44, n=100), not significantly above the 30 days before."
    )
    assert sentence(await told(period=NOVEMBER), "de") == (
        "NPS 30 (14 bis 44, n=100), nicht signifikant über den 30 Tagen davor."
    )


async def test_few_answers_are_no_figure_in_a_sentence_and_some_only_a_hint(database: Settings) -> None:
    assert sentence(await told("csat"), "en") == "CSAT: no answers yet."
    await given("csat", {5: 9})
    assert sentence(await told("csat"), "en") == "CSAT: too few answers for a figure (n=9, from 10 on)."
    await given("csat", {5: 1})
    hint = sentence(await told("csat", period=NOVEMBER), "en").replace("\u00a0", " ")
    assert hint.startswith("CSAT 100 % (72 to 100 %, n=10), with too few answers in the 30 days before to compare")
    assert hint.endswith(": few answers, so no more than a hint.")


class TestPeriods:
    def test_the_period_before_is_as_long_and_ends_the_day_before(self) -> None:
        assert NOVEMBER.before() == Period(date(2026, 10, 2), date(2026, 10, 31))
        assert Period(date(2026, 11, 5), date(2026, 11, 5)).before() == Period(date(2026, 11, 4), date(2026, 11, 4))

    def test_a_first_day_alone_lasts_until_today(self) -> None:
        assert read_period("2026-11-01", None, today=date(2026, 11, 9)) == Period(date(2026, 11, 1), date(2026, 11, 9))
        assert read_period(None, None, today=date(2026, 11, 9)) == EVERYTHING

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            ("2026-02-30", None),
            (None, "soon"),
            ("2026-11-02", "2026-11-01"),
            ("0001-01-01", None),
            ("2027-01-01", None),
        ],
    )
    def test_days_that_cannot_be_are_told(self, first: str | None, last: str | None) -> None:
        with pytest.raises(PeriodError):
            read_period(first, last, today=date(2026, 11, 9))

    def test_the_changes_of_an_offset_are_found_to_the_minute(self) -> None:
        since, until = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)

        assert offsets(BERLIN, since, until) == [
            (since, 60),
            (datetime(2026, 3, 29, 1, tzinfo=UTC), 120),
            (datetime(2026, 10, 25, 1, tzinfo=UTC), 60),
        ]
        assert offsets(ZoneInfo("Asia/Kolkata"), since, until) == [(since, 330)]


async def test_by_month_the_last_is_compared_with_the_one_before_it(database: Settings) -> None:
    for month, counts in enumerate(({10: 1, 0: 9}, {10: 50, 7: 30, 3: 20}, {10: 60, 7: 25, 3: 15}), 9):
        await given("nps", counts, at=datetime(2026, month, 15, 12, tzinfo=UTC))

    change = as_json(await told(by="month"))["change"]

    assert (change["delta"], round(change["z"], 3), round(change["p"], 3), change["significant"]) == (
        *(15, 1.394, 0.163, False),
    )
    assert as_json(await told())["change"] is None
    assert as_json(await told(by="country"))["change"] is None


async def test_the_last_month_is_told_against_the_one_right_before_it_and_no_other(database: Settings) -> None:
    await given("nps", {9: 20}, at=datetime(2026, 9, 5, tzinfo=UTC))
    await given("nps", {3: 20}, at=datetime(2026, 11, 5, tzinfo=UTC))
    apart = await told(by="month")
    assert as_json(apart)["change"] is None
    assert remarks(apart, "en") == ["Of these answers 40 are imported from before."]

    await given("nps", {9: 20}, at=datetime(2026, 10, 5, tzinfo=UTC))
    found = await told(by="month")
    assert as_json(found)["change"]["delta"] == -200
    assert [remarks(found, locale)[0].replace("\u00a0", " ") for locale in ("en", "de")] == [
        "Nov 2026: -100 (-100 to -70, n=20), significantly below the month before.",
        "Nov. 2026: -100 (-100 bis -70, n=20), signifikant unter dem Monat davor.",
    ]
    assert "20 are imported" in remarks(await told(by="month", period=NOVEMBER), "en")[0], "its sentence compares"


async def test_one_imported_answer_is_one(database: Settings) -> None:
    await given("csat", {5: 1})

    found = [remarks(await told("csat"), locale)[-1] for locale in LOCALES]

    assert found[0] == "Eine dieser Antworten stammt aus einer früheren Umfrage und wurde importiert."
    assert found[1:3] == [
        "One of these answers is imported from before.", "Dont 1 réponse importée d'une enquête antérieure."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "key", "after"),
    [
        ("week", "2026-W52", "2026-W53"), ("week", "2026-W53", "2027-W01"), ("week", "2025-W52", "2026-W01"),
        ("month", "2026-12", "2027-01"), ("month", "2026-01", "2026-02"), ("month", "2026-02", "2026-03"),
        ("quarter", "2026-Q4", "2027-Q1"), ("quarter", "2026-Q1", "2026-Q2"), ("quarter", "2026-Q2", "2026-Q3"),
    ],
)  # fmt: skip
def test_weeks_and_months_follow_each_other_across_the_year(by: By, key: str, after: str) -> None:
    assert following(key, by) == after
