"""`report loyalty`: what came and went in a period, what is owed today, and who stands on which tier."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

from typer.testing import CliRunner

from bot.config import Settings
from bot.loyalty.expiring import expire_due
from bot.loyalty.ledger import book, book_purchase, earned_by, spend, take_back
from bot.reports.loyalty import as_json, loyalty
from bot.reports.periods import Period
from main import app
from tests.support.builders import a_customer, an_order
from tests.support.loyalty import SILVER, ruled
from tests.support.postman import NOON
from tests.support.referrals import a_friend, an_inviter, came, judged, linked, switched_on
from tests.support.returns import inside

DAY = timedelta(days=1)
EVER = Period()


async def figures(settings: Settings, period: Period = EVER) -> dict[str, Any]:
    return as_json(await loyalty(period, tz=settings.time_zone, now=NOON))


async def test_points_are_counted_by_what_became_of_them(database: Settings) -> None:
    await ruled(validity={"months": 1}, tiers=[SILVER])
    old, customer = await a_customer(), await a_customer()
    order = await an_order(customer=customer)
    await book(old.id, 7, kind="goodwill", source="a", reason="goodwill", now=NOON - 60 * DAY)
    await book(customer.id, 110, kind="survey", source="b", reason="survey", now=NOON - DAY)
    bought = {"order_id": order.id, "number": "1", "rate": Decimal(1), "available_at": NOON + DAY}
    await book_purchase(customer.id, 90, **bought, now=NOON - DAY)
    [earned] = await earned_by(order.id)
    await take_back(earned, 30, order_id=order.id, once="return:1", reason="clawback", now=NOON - DAY)
    await spend(customer.id, 34, kind="spend", source="c", reason="spend", now=NOON - DAY)
    await expire_due(now=NOON)

    assert await figures(database) == {
        "from": None,
        "to": None,
        "issued": 207,
        "issued_by_kind": {"survey": 110, "purchase": 90, "goodwill": 7},
        "spent": 34,
        "redemptions": 1,
        "redemption_rate": 0.1921,
        "expired": 7,
        "taken_back": 30,
        "liability": 136,
        "pending": 60,
        "customers": 2,
        "tiers": {"silver": 1, "none": 0},
        "referrals": {
            "invited": 0,
            **dict.fromkeys(("waiting", "in_review", "pending", "counted", "revoked", "refused"), 0),
            "refused_by_reason": {},
        },
    }
    lately = await figures(database, Period((NOON - 2 * DAY).date(), NOON.date()))
    assert (lately["issued"], lately["redemption_rate"], lately["liability"]) == (200, 0.2, 136)


async def test_invitations_are_counted_by_what_became_of_them_and_why_not(database: Settings) -> None:
    await switched_on(per_day=1)
    _, code = await an_inviter()
    for chat in (601, 602):
        await a_friend(chat, code, database)
    await came(500, code)
    await came(603, code, at=NOON - 2 * DAY)
    await linked(604, await a_customer())
    await came(604, code)
    await judged(database)

    told = (await figures(database))["referrals"]

    assert told == {
        "invited": 5,
        "waiting": 1,
        "in_review": 1,
        "pending": 1,
        "counted": 0,
        "revoked": 0,
        "refused": 2,
        "refused_by_reason": {"known": 1, "self": 1},
    }
    lately = await figures(database, Period((NOON - 2 * DAY).date(), NOON.date()))
    assert (lately["referrals"]["invited"], lately["referrals"]["waiting"]) == (1, 1)


def test_the_command_prints_figures_rules_and_what_the_check_found(
    settings: Settings, tables: None, environment: dict[str, str]
) -> None:
    async def seed() -> None:
        await ruled(earning={"per_euro": "1.5"}, tiers=[SILVER], referral={"inviter": 100})
        _, code = await an_inviter()
        await came(601, code)
        customer = await a_customer()
        await book(customer.id, 120, kind="survey", source="a", reason="survey", now=NOON)

    inside(settings, seed)
    told = [
        CliRunner(env=environment).invoke(app, words)
        for words in (["report", "loyalty"], ["report", "loyalty", "--json"], ["show", "loyalty"])
    ]

    assert [each.exit_code for each in told] == [0, 0, 0]
    assert "1 customers have 120 points, 0 of them pending." in told[0].stdout
    assert json.loads(told[1].stdout)["liability"] == 120
    assert "Invitations" in told[0].stdout
    assert [line.split() for line in told[0].stdout.splitlines() if line.startswith("waiting")] == [["waiting", "1"]]
    assert "Each EUR paid for goods earns 1.5" in told[2].stdout
    assert "Whoever invites earns 100, whoever was invited 0" in told[2].stdout
