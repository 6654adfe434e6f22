"""Where somebody lives moves the last day on: the card's button, the second step and the day to send by agree on it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import Settings
from bot.returns.doors import doors_of
from bot.returns.models import Return
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.reading import read_order
from bot.returns.requests import Piece
from bot.shop.orders import get_order
from tests.support.returns import DELIVERED, a_delivered_order, asked

REPENTANCE = date(2026, 11, 18)  # fourteen days after the delivery, and a holiday in Saxony only
SENDS = Policy(label_by_shop=False, address=("Shop",))


@pytest.mark.parametrize(
    ("postal_code", "until"),
    [
        ("10115", REPENTANCE),
        ("01067", REPENTANCE + timedelta(days=1)),
        ("D-01067", REPENTANCE + timedelta(days=1)),
        (None, REPENTANCE + timedelta(days=1)),
    ],
)
async def test_the_last_day_follows_the_postcode_of_the_delivery(
    database: Settings, postal_code: str | None, until: date
) -> None:
    order, _ = await a_delivered_order(ship_postal_code=postal_code)
    noon = datetime(2026, 11, 18, 11, tzinfo=UTC)
    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=noon
    )
    withdrawal = seen.lines[0].eligibility.find(Way.WITHDRAWAL)
    assert withdrawal is not None
    assert withdrawal.until == until
    for now in (noon, noon + timedelta(days=1), noon + timedelta(days=2)):
        card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=now.date())
        assert (await doors_of(card, settings=database, now=now)).withdraw is (now.date() <= until)


@pytest.mark.parametrize(("postal_code", "last"), [("10115", REPENTANCE), ("09111", REPENTANCE + timedelta(days=1))])
async def test_who_withdrew_sends_it_by_a_working_day_of_theirs(
    database: Settings, postal_code: str, last: date
) -> None:
    order, line = await a_delivered_order(ship_postal_code=postal_code)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database, policy=SENDS, now=DELIVERED)
    assert (await Return.get(id=made.id)).send_by == last
