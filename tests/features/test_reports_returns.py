"""`report returns`: what came back of what was delivered, in figures worked out by hand."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner, Result

from bot.config import Settings
from bot.reports.periods import Period
from bot.reports.returns import nearest_rank, returns, returns_as_json
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.paths import Way
from bot.shop.models import Line, Order
from main import app
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.returns import inside

BERLIN = ZoneInfo("Europe/Berlin")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
MUG, TEA = Item("Mug", 4, "10.00", "MUG"), Item("Tea", 2, "5.00", "TEA-1")


async def delivered(at: datetime, *items: Item) -> Order:
    return await an_order(lines=items, parcels=[parcel(scan("delivered", at=at))], ship_country="DE")


async def came_back(
    order: Order,
    *pieces: tuple[str, int, str | None],
    goods: str,
    status: str = "refunded",
    way: Way = Way.GOODWILL,
    outcome: str = "refund",
    days: float | None = None,
) -> Return:
    """Pieces by SKU with reasons, asked for on the day after delivery, refunded so many days later."""
    assert order.delivered_at
    asked_at = order.delivered_at + timedelta(days=1)
    made = await Return.create(
        number=f"R-{order.id}{way}{status}{outcome}"[:16],
        customer_id=order.customer_id,
        order_id=order.id,
        way=way.value,
        status=status,
        outcome=outcome,
        goods=Decimal(goods),
        currency="EUR",
        locale="de",
        created_at=asked_at,
    )
    for sku, quantity, reason in pieces:
        line = await Line.get(order_id=order.id, sku=sku)
        await ReturnItem.create(request_id=made.id, line_id=line.id, quantity=quantity, reason=reason)
    if days is not None:
        at = asked_at + timedelta(days=days)
        await ReturnPayment.create(
            request_id=made.id, kind="refund", amount=Decimal(goods), currency="EUR", once=f"x:{made.id}", at=at
        )
    return made


async def a_november() -> None:
    """12 mugs and 6 teas are delivered; 5 mugs and 1 tea come back, in three returns, one for another article."""
    await a_product("MUG", category="Kitchen")
    first = await delivered(datetime(2026, 11, 3, 9, tzinfo=UTC), MUG, TEA)
    second = await delivered(datetime(2026, 11, 10, 9, tzinfo=UTC), MUG, TEA)
    third = await delivered(datetime(2026, 11, 30, 22, 30, tzinfo=UTC), MUG, TEA)  # still November in Berlin
    await came_back(first, ("MUG", 2, "defective"), ("TEA-1", 1, "unwanted"), goods="25.00", days=2)
    await came_back(second, ("MUG", 1, None), goods="10.00", way=Way.WITHDRAWAL, days=5)
    await came_back(third, ("MUG", 2, "defective"), goods="20.00", status="label_sent", outcome="exchange")
    # None of these came back.
    await came_back(second, ("MUG", 1, "unwanted"), goods="10.00", status="rejected")
    await came_back(second, ("MUG", 1, "unwanted"), goods="10.00", status="expired")
    await came_back(third, ("MUG", 1, None), goods="10.00", status="closed", way=Way.CANCEL)
    # Neither do tests, December, and what is still on its way.
    await an_order(lines=[MUG], parcels=[parcel(scan("delivered", at=datetime(2026, 11, 5, tzinfo=UTC)))], is_test=True)
    await delivered(datetime(2026, 11, 30, 23, 30, tzinfo=UTC), MUG)
    await an_order(lines=[MUG], parcels=[parcel("in_transit")])


async def test_rate_reasons_value_days_and_exchanges_of_a_month(database: Settings) -> None:
    await a_november()

    found = returns_as_json(await returns(NOVEMBER, tz=BERLIN))

    assert found == {
        "metric": "returns",
        # 6 of 18; Wilson: (1/3 + 1.96²/36 ± 1.96·√((1/3·2/3)/18 + 1.96²/(4·18²))) / (1 + 1.96²/18)
        "n": 18,
        "score": 33.33,
        "low": 16.28,
        "high": 56.25,
        "delivered_pieces": 18,
        "returned_pieces": 6,
        "returns": 3,
        "value": {"EUR": "55.00"},
        "reasons": {"defective": 4, "not_told": 1, "unwanted": 1},
        "outcomes": {"refund": 2, "exchange": 1},
        "exchange_share": {"n": 3, "score": 33.33, "low": 6.15, "high": 79.23},
        "days_to_refund": {"n": 2, "median": 3.5, "p90": 5.0},
        "by": None,
        "groups": [],
        "change": None,
    }


async def test_groups_by_product_category_and_reason_have_their_own_rates_and_add_up(database: Settings) -> None:
    await a_november()

    async def grouped(by: Any) -> list[tuple[str, int, int, dict[str, str]]]:
        found = returns_as_json(await returns(NOVEMBER, by=by, tz=BERLIN))["groups"]
        return [(each["key"], each["returned_pieces"], each["n"], each["value"]) for each in found]

    assert await grouped("product") == [("MUG", 5, 12, {"EUR": "50.00"}), ("TEA-1", 1, 6, {"EUR": "5.00"})]
    assert await grouped("category") == [("Kitchen", 5, 12, {"EUR": "50.00"}), ("unknown", 1, 6, {"EUR": "5.00"})]
    assert await grouped("reason") == [
        ("defective", 4, 18, {"EUR": "40.00"}),
        ("not_told", 1, 18, {"EUR": "10.00"}),
        ("unwanted", 1, 18, {"EUR": "5.00"}),
    ]


async def test_what_a_check_did_not_accept_has_not_come_back(database: Settings) -> None:
    order = await delivered(datetime(2026, 11, 3, 9, tzinfo=UTC), MUG)
    made = await came_back(order, ("MUG", 3, "unwanted"), goods="29.99")
    await ReturnItem.filter(request_id=made.id).update(accepted=1)

    found = returns_as_json(await returns(Period(), tz=BERLIN))

    assert (found["returned_pieces"], found["value"]) == (1, {"EUR": "10.00"})


async def test_the_cents_of_the_items_are_those_of_the_return(database: Settings) -> None:
    items = [Item(name, 1, "3.33", name) for name in ("A", "B", "C")]
    order = await delivered(datetime(2026, 11, 3, 9, tzinfo=UTC), *items)
    await came_back(order, *((name, 1, None) for name in ("A", "B", "C")), goods="10.00")

    groups = (await returns(Period(), by="product", tz=BERLIN)).groups

    assert sorted(group.values["EUR"] for group in groups) == [Decimal("3.33"), Decimal("3.33"), Decimal("3.34")]


async def test_a_period_is_compared_with_the_one_before_it(database: Settings) -> None:
    await a_november()
    october = await delivered(datetime(2026, 10, 20, 9, tzinfo=UTC), Item("Mug", 20, "10.00", "MUG"))
    await came_back(october, ("MUG", 1, "unwanted"), goods="10.00")

    found = returns_as_json(await returns(NOVEMBER, tz=BERLIN))["change"]

    assert (found["delta"], found["significant"]) == (28.33, True)


async def test_nothing_delivered_is_nothing_and_no_error(database: Settings) -> None:
    found = returns_as_json(await returns(NOVEMBER, by="product", tz=BERLIN))
    assert (found["n"], found["score"], found["returns"], found["value"], found["groups"]) == (0, None, 0, {}, [])
    assert found["days_to_refund"] == {"n": 0, "median": None, "p90": None}


@pytest.mark.parametrize(
    ("values", "p90"), [([], None), ([1.0], 1.0), ([1.0, 2.0], 2.0), ([float(n) for n in range(1, 11)], 9.0)]
)
def test_of_ten_the_ninth_is_the_one_that_nine_do_not_exceed(values: list[float], p90: float | None) -> None:
    assert nearest_rank(values, 0.9) == p90


@pytest.fixture
def call(tables: None, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner(env=environment).invoke(app, ["report", "returns", *arguments])


class TestOnTheCommandLine:
    def test_json_is_for_scripts_and_people_read_the_rate_first(
        self, call: Callable[..., Result], settings: Settings
    ) -> None:
        inside(settings, a_november)
        days = ("--from", "2026-11-01", "--to", "2026-11-30")

        found = json.loads(call(*days, "--by", "product", "--json").stdout)
        named = found["groups"][0]["name"]
        assert (found["returned_pieces"], found["by"], named) == (6, "product", "Kaffeebecher")

        shown = call(*days).stdout
        assert shown.splitlines()[:3] == [
            "6 of 18 delivered pieces come back: 33.3 % (16.3 to 56.3).",
            "3 returns, paid for their goods: 55.00 EUR; exchanges: too few to tell (under 10).",
            "Days to refund: median 3.5, 90 % within 5.0 (2 refunded).",
        ]
        assert "Faulty" in shown
        assert "those declined, cancelled or expired do not" in shown
        assert "Kaffeebecher (MUG)" in call(*days, "--by", "product").stdout
        assert "Not told" in call(*days, "--by", "reason").stdout

    def test_nothing_and_wrong_words_are_told_in_a_line(self, call: Callable[..., Result]) -> None:
        assert call().stdout == "Nothing was delivered in this period.\n"
        assert "--by colour is none of reason, product, category" in str(call("--by", "colour").exception)
