"""Customers read what points they have, what is to come, and why."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.loyalty.ledger import book, book_purchase, spend
from bot.returns.clawback import claw_back
from bot.returns.models import ReturnPayment
from bot.returns.paths import Way
from bot.returns.requests import Piece
from bot.shop.models import Customer
from tests.support.builders import a_customer
from tests.support.chat import Town
from tests.support.loyalty import SILVER, ruled
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked


async def test_every_entry_tells_its_reason_and_what_is_pending_its_day(town: Town) -> None:
    customer = await a_customer()
    now, pending_until = town.clock.now(), datetime(2099, 12, 1, 11, tzinfo=UTC)
    anna = await town.customer("de", owns=[customer])
    await book(customer.id, 15, kind="goodwill", source="case:1", reason="goodwill", now=now)
    await spend(customer.id, 5, kind="spend", source="reward:1", reason="spend", now=now + timedelta(seconds=1))
    await book(
        *(customer.id, 10), kind="survey", source="survey:plan:1", reason="survey_order", values={"number": "<1001>"},
        now=now, available_at=pending_until,
    )  # fmt: skip

    await anna.says("/start")
    await anna.taps("Meine Punkte")

    anna.reads("Sie haben 10 Punkte.", "10 Punkte kommen dazu, die ersten am Dienstag, 1. Dezember 2099")
    anna.reads("+15 · als Entschuldigung", "-5 · eingelöst", "+10 · Ihre Bewertung zur Bestellung <1001> · zählt ab")


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_has_no_points_reads_how_they_come(town: Town, locale: Locale) -> None:
    anna = await town.customer(locale, owns=[await a_customer()])

    await anna.says("/start")
    await anna.taps(plain(locale, "menu-points-button"))

    anna.reads(plain(locale, "points-none"))
    anna.has_a_way_on()


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_command_opens_the_same_screen_and_asks_to_link_first(town: Town, locale: Locale) -> None:
    stranger = await town.stranger(locale)
    await stranger.says("/points")
    stranger.does_not_read(plain(locale, "points-none"))
    anna = await town.customer(locale, owns=[await a_customer()])

    await anna.says("/points")

    anna.reads(plain(locale, "points-none"))
    anna.has_a_way_on()


async def test_nobody_sees_the_points_of_others(town: Town) -> None:
    other = await a_customer()
    await book(other.id, 99, kind="survey", source="a", reason="survey", now=town.clock.now())
    anna = await town.customer("en", owns=[await a_customer()])

    await anna.says("/start")
    await anna.taps("My points")

    anna.reads("You have 0 points.")


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_sends_back_reads_why_points_went_and_what_is_missing(town: Town, locale: Locale) -> None:
    order, line = await a_delivered_order()
    owner = await Customer.get(id=order.customer_id)
    bought = {"order_id": order.id, "number": order.number, "rate": Decimal(1)}
    await book_purchase(owner.id, 30, **bought, available_at=DELIVERED, now=DELIVERED)
    await spend(owner.id, 25, kind="spend", source="reward:1", reason="spend", now=SOON)
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=town.settings)
    await ReturnPayment.create(
        request_id=made.id, kind="refund", amount=made.estimate.total, currency="EUR", once="x", at=SOON
    )
    await claw_back(made.id, now=SOON)
    anna = await town.customer(locale, owns=[owner])

    await anna.says("/points")

    why = plain(locale, "points-reason-clawback", number=made.number, order=order.number)
    anna.reads(*(told.replace("\xa0", " ") for told in (f"-30 · {why}", plain(locale, "points-owed", count=25))))


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_screen_tells_tier_expiry_and_how_far_the_next_tier_is(town: Town, locale: Locale) -> None:
    gold = SILVER | {"key": "gold", "points": 500, "name": dict.fromkeys(LOCALES, "Gold")}
    earning = {"per_euro": "1.5", "per_survey": 20}
    await ruled(earning=earning, validity={"months": 12}, tiers=[SILVER, gold])
    customer = await a_customer()
    await book(customer.id, 120, kind="survey", source="a", reason="survey", now=datetime(2090, 1, 5, 12, tzinfo=UTC))
    anna = await town.customer(locale, owns=[customer])

    await anna.says("/points")

    silver = SILVER["name"][locale]
    told = [
        plain(locale, "points-expiring", count=120, day=date(2091, 1, 5)),
        plain(locale, "points-next", count=380, name="Gold"),
        SILVER["benefits"][locale][0],
    ]
    anna.reads(silver, *(each.replace("\xa0", " ") for each in told))
    await anna.taps(plain(locale, "points-how-button"))
    how = plain(locale, "points-how-rate", rate=1.5, currency="EUR"), plain(locale, "points-how-survey", count=20)
    anna.reads(*(each.replace("\xa0", " ") for each in how), silver, "Gold")
    anna.has_a_way_on()
